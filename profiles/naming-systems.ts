import { CANONICAL } from './canonical.ts';
import type { Bilingual } from './codes.ts';

/** A system of identifiers: whose numbers they are, and what a value looks like. */
export interface NamingSystemOfOurs {
  /** Last part of the canonical URL. */
  readonly id: string;
  readonly description: Bilingual;
  /** Each centre has its own: the URL ends with the centre’s number. */
  readonly perCentre: boolean;
}

/** A system of others whose identifiers we keep: how we use it. */
export interface NamingSystemOfOthers {
  readonly id: string;
  readonly description: Bilingual;
  readonly usage: Bilingual;
  readonly responsible: string;
  /** The one that we write. */
  readonly preferred: string;
  /** Other names of the same system. */
  readonly aliases: readonly { readonly type: 'uri' | 'oid'; readonly value: string }[];
}

const centre = (id: string, fr: string, en: string): NamingSystemOfOurs => ({
  id,
  description: { fr, en },
  perCentre: true,
});

const shared = (id: string, fr: string, en: string): NamingSystemOfOurs => ({
  id,
  description: { fr, en },
  perCentre: false,
});

/** Every identifier system that the mappings write (fhir.md §4). */
export const NAMING_SYSTEMS_OF_OURS: readonly NamingSystemOfOurs[] = [
  centre(
    'child',
    'Le numéro que le centre donne à l’enfant : toujours là, jamais une carte.',
    'The number that the centre gives the child: always there, never a card.',
  ),
  centre('care-circle', 'Un cercle de soins.', 'A care circle.'),
  centre(
    'circle-member',
    'Une personne du cercle : {enfant}:{personne}, car deux familles peuvent avoir un membre du même nom.',
    'A person of the circle: {child}:{person}, since two families may both have a member of that name.',
  ),
  centre('professional', 'Un professionnel, comme personne.', 'A professional, as a person.'),
  centre('professional-role', 'Un professionnel dans son rôle.', 'A professional in a role.'),
  centre(
    'institution',
    'Une institution ou une ressource que le centre connaît.',
    'An institution or resource that the centre knows.',
  ),
  centre('action-plan', 'Un plan d’action.', 'An action plan.'),
  centre('goal', 'Un besoin convenu : {enfant}:{besoin}.', 'An agreed need: {child}:{need}.'),
  centre('strength', 'Une force dite dans un plan : {plan}:{force}.', 'A strength said in a plan: {plan}:{strength}.'),
  centre('plan-action', 'Ce que chacun fera : {plan}:{action}.', 'What each will do: {plan}:{action}.'),
  centre('shared-assessment', 'Une lecture commune.', 'A shared assessment.'),
  centre(
    'assessment-strength',
    'Une force dite dans une lecture : {lecture}:{force}.',
    'A strength said in a reading: {reading}:{strength}.',
  ),
  centre(
    'assessment-observation',
    'Une observation d’une lecture : {lecture}:{observation}.',
    'An observation of a reading: {reading}:{observation}.',
  ),
  centre(
    'toxic-stress',
    'Un stress toxique, le même d’une lecture à l’autre : {enfant}:{stress}.',
    'A toxic stress, the same from one reading to the next: {child}:{stress}.',
  ),
  centre(
    'stress-trend',
    'Ce qu’une lecture dit d’un stress : {lecture}:{stress}.',
    'What one reading says of a stress: {reading}:{stress}.',
  ),
  centre(
    'request',
    'Une demande, de quelque sorte qu’elle soit : son numéro suffit à la nommer.',
    'A request of whatever kind: its number alone names it.',
  ),
  centre('contact', 'Une rencontre, une visite ou un appel.', 'A meeting, a visit or a call.'),
  centre('appointment', 'Un rendez-vous.', 'An appointment.'),
  centre('consent', 'Un consentement.', 'A consent.'),
  centre(
    'words-said',
    'Les mots d’un consentement dit de vive voix : le numéro du consentement.',
    'The words of a consent given aloud: the number of the consent.',
  ),
  centre('outcome-evaluation', 'Une évaluation de ce qui a changé.', 'An evaluation of what has changed.'),
  centre('resource', 'Une ressource du répertoire du centre.', 'A resource of the centre’s directory.'),
  centre('territory', 'Un territoire que dessert une ressource.', 'A territory that a resource serves.'),
  centre('place', 'Un lieu du répertoire.', 'A place of the directory.'),
  centre(
    'mother-file',
    'Le dossier à part d’une femme enceinte ; rien dans celui de l’enfant n’y mène.',
    'The file apart of an expectant mother; nothing in the child’s record leads to it.',
  ),
  centre('enrolment', 'Une inscription au suivi ou à un programme.', 'An enrolment in follow-up or in a programme.'),
  centre('request-note', 'Une note au sujet d’une demande.', 'A note about a request.'),
  centre('letter', 'Une lettre ou un rapport au sujet d’une demande.', 'A letter or a report about a request.'),
  centre(
    'group',
    'La famille ou la communauté d’un enfant, sans nom : {enfant}:family, {enfant}:community.',
    'A child’s family or community, without names: {child}:family, {child}:community.',
  ),
  centre(
    'derived',
    'Une partie à laquelle l’expéditeur n’a pas donné de numéro : tiré de l’ensemble et de ses mots.',
    'A part to which the sender gave no number: made from the whole and its words.',
  ),
  centre(
    'indicator',
    'Un indicateur publié pour un trimestre : {trimestre}:{indicateur}.',
    'An indicator published for a quarter: {quarter}:{indicator}.',
  ),
  shared('centre', 'Un centre de pédiatrie sociale.', 'A social pediatrics centre.'),
  shared('partner', 'Un partenaire du registre.', 'A partner of the registry.'),
  shared(
    'task',
    'Une demande chez un destinataire : deux partenaires ne peuvent pas comparer leurs numéros.',
    'A request at one recipient: two partners cannot compare their numbers.',
  ),
  shared(
    'child-for-partner',
    'Un enfant chez un destinataire : deux partenaires ne peuvent pas comparer leurs numéros.',
    'A child at one recipient: two partners cannot compare their numbers.',
  ),
  shared(
    'letter-for-partner',
    'Une lettre chez son destinataire : deux partenaires ne peuvent pas comparer leurs numéros.',
    'A letter at its recipient: two partners cannot compare their numbers.',
  ),
  shared(
    'watch',
    'Un constat de la vigie : fait de ce dont il parle et de la règle.',
    'A finding of the watch: made from what it is about and the rule.',
  ),
  shared('passed-on', 'Une demande confiée plus loin par son destinataire.', 'A request that its recipient passed on.'),
  centre(
    'incident',
    'Une ligne du registre des incidents de confidentialité.',
    'A line of the register of confidentiality incidents.',
  ),
  centre(
    'existence-refusals',
    'La feuille des refus de l’existence d’un dossier : tirée du numéro de l’enfant, sans le dire.',
    'The sheet of refusals of existence of a file: made from the child’s number, without telling it.',
  ),
  shared('break-glass', 'Une ouverture de l’accès d’urgence.', 'An opening of emergency access.'),
  shared('message', 'Un envoi.', 'A message sent.'),
  shared('exchange', 'Un échange avec la passerelle.', 'An exchange with the gateway.'),
];

const INFOWAY = 'https://fhir.infoway-inforoute.ca/NamingSystem';

export const NAMING_SYSTEMS_OF_OTHERS: readonly NamingSystemOfOthers[] = [
  {
    id: 'nam',
    description: { fr: 'Numéro d’assurance maladie du Québec (NAM).', en: 'Québec health insurance number (NAM).' },
    usage: {
      fr: 'Gardé seulement si la famille l’a donné ; jamais seul pour reconnaître un enfant, car un bébé peut porter la carte d’un parent. Quatre lettres majuscules et huit chiffres, sans espace. Son absence ne veut rien dire et ne s’écrit pas.',
      en: 'Kept only if the family gave it; never alone to recognize a child, since an infant may use a parent’s card. Four capital letters and eight digits, without spaces. Its absence means nothing and is not written.',
    },
    responsible: 'Régie de l’assurance maladie du Québec (RAMQ)',
    preferred: `${INFOWAY}/ca-qc-patient-healthcare-id`,
    aliases: [
      { type: 'uri', value: 'http://documentation.clicsante.ca/fhir/base/nam' },
      { type: 'oid', value: '2.16.124.10.101.1.60.100' },
    ],
  },
  {
    id: 'ohip',
    description: { fr: 'Numéro de carte Santé de l’Ontario.', en: 'Ontario health card number.' },
    usage: {
      fr: 'Gardé seulement si la famille l’a donné ; jamais seul pour reconnaître un enfant. Dix chiffres ; le code de version est à part, dans psc-health-card-version.',
      en: 'Kept only if the family gave it; never alone to recognize a child. Ten digits; the version code is apart, in psc-health-card-version.',
    },
    responsible: 'Ministry of Health (Ontario)',
    preferred: `${INFOWAY}/ca-on-patient-hcn`,
    aliases: [
      { type: 'uri', value: 'http://ehealthontario.ca/fhir/NamingSystem/ca-on-patient-hcn' },
      { type: 'uri', value: 'http://ehealthontario.ca/API/FHIR/NamingSystem/ca-on-patient-hcn' },
      { type: 'uri', value: 'https://ehealthontario.ca/API/FHIR/NamingSystem/ca-on-patient-hcn' },
      { type: 'oid', value: '2.16.840.1.113883.4.59' },
    ],
  },
];

/** How the URL of a system is written where each centre has its own. */
export const patternOf = ({ id, perCentre }: NamingSystemOfOurs): string =>
  `${CANONICAL}/NamingSystem/${id}${perCentre ? '/{centre}' : ''}`;
