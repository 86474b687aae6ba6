import type { Bilingual } from '../../profiles/codes.ts';
import { GLASS_REASONS, GLASS_VERDICTS } from '../break-glass/reasons.ts';
import { PERMIT_REASONS } from '../consent/reasons.ts';
import { instantInWords } from '../domain/dates-in-words.ts';
import type { RegisterEntry } from '../domain/register-told.ts';
import { basisIn } from './register-entry.ts';

export interface RegisterContext {
  readonly language: keyof Bilingual;
  readonly timeZone: string;
  readonly centreName: string;
  /** The partner’s name in that language. */
  readonly partnerName: (partner: string) => string;
}

/** One line of the register as a person reads it: when, who, what, to whom, on which basis. */
export function registerLine(entry: RegisterEntry, context: RegisterContext): string {
  const { language } = context;
  const when = instantInWords(new Date(entry.at), language, context.timeZone);
  return `${when}${language === 'fr' ? '\u00a0:' : ':'} ${actInWords(entry, context)}`;
}

function actInWords(entry: RegisterEntry, context: RegisterContext): string {
  const { language } = context;
  const what = wordOf(THINGS, entry.what)[language];
  if (entry.act === 'disclosed') {
    const { partnerName } = context;
    const recipient = entry.recipient === undefined ? '?' : partnerName(entry.recipient);
    const channel = entry.channel === undefined ? '' : ` ${wordOf(CHANNELS, entry.channel)[language]}`;
    const letters = entry.letters === 0 ? '' : ` ${LETTERS[language]}`;
    const basis = entry.basis === undefined ? '' : ` ${basisInWords(entry.basis, language)}`;
    return language === 'fr'
      ? `${context.centreName} a communiqué à ${recipient} ${what}${letters}${channel}.${basis}`
      : `${context.centreName} disclosed to ${recipient} ${what}${letters}${channel}.${basis}`;
  }
  const who = whoInWords(entry, context);
  if (entry.act === 'destroyed')
    return language === 'fr'
      ? `${who} a détruit ${what} (${entry.why ?? '?'}).`
      : `${who} destroyed ${what} (${entry.why ?? '?'}).`;
  if (entry.act === 'glassOpened') {
    const reason = wordOf(GLASS_REASONS, entry.why ?? '?')[language];
    return language === 'fr'
      ? `${who} a ouvert l’accès d’urgence au dossier (${reason}).`
      : `${who} opened emergency access to the file (${reason}).`;
  }
  if (entry.act === 'glassSigned') {
    const verdict = wordOf(GLASS_VERDICTS, entry.why ?? '?')[language];
    return language === 'fr'
      ? `${who} a relu un accès d’urgence au dossier (${verdict}).`
      : `${who} signed off an emergency access to the file (${verdict}).`;
  }
  if (entry.act === 'searched')
    return language === 'fr' ? `${who} a consulté une liste (${what}).` : `${who} read a list (${what}).`;
  return language === 'fr' ? `${who} a lu ${what}.` : `${who} read ${what}.`;
}

function whoInWords({ by }: RegisterEntry, { language, centreName, partnerName }: RegisterContext): string {
  if (by.kind === 'partner') return partnerName(by.id);
  if (by.kind === 'operator') return language === 'fr' ? `Exploitation (${by.id})` : `Operation (${by.id})`;
  const parts = [by.professional, by.client].filter((it) => it !== undefined);
  return parts.length === 0 ? centreName : `${centreName} (${parts.join(', ')})`;
}

function basisInWords(basis: string, language: keyof Bilingual): string {
  const { ref, reason } = basisIn(basis);
  if (basis === OWN_REQUEST) return OWN_REQUEST_WORDS[language];
  const said = Object.entries(PERMIT_REASONS).find(([name]) => name === reason)?.[1][language];
  const label = language === 'fr' ? 'Base\u00a0:' : 'Basis:';
  return said === undefined ? `${label} ${ref}.` : `${label} ${said} (${ref})`;
}

const OWN_REQUEST = 'request of the recipient';
const OWN_REQUEST_WORDS: Bilingual = {
  fr: 'Base\u00a0: c’est la réponse à sa propre demande.',
  en: 'Basis: it is the answer to its own request.',
};

const LETTERS: Bilingual = { fr: 'et ses lettres', en: 'and its letters' };

type Words = Readonly<Record<string, Bilingual>>;

/** A word that a later release wrote is shown as it stands. */
const wordOf = (table: Words, code: string): Bilingual => table[code] ?? { fr: code, en: code };

/** What was read or given. */
export const THINGS = {
  file: { fr: 'le dossier', en: 'the file' },
  everything: { fr: 'tout le dossier', en: 'the whole file' },
  request: { fr: 'une demande', en: 'a request' },
  answer: { fr: 'la réponse à sa demande', en: 'the answer to its request' },
  'care-circle': { fr: 'le cercle de l’enfant', en: 'the child’s circle' },
  'shared-assessment': { fr: 'une lecture partagée', en: 'a shared assessment' },
  'action-plan': { fr: 'un plan d’action', en: 'an action plan' },
  'social-prescription': { fr: 'une prescription sociale', en: 'a social prescription' },
  'legal-referral': { fr: 'une référence juridique', en: 'a legal referral' },
  'service-referral': { fr: 'une référence au réseau public', en: 'a public-network referral' },
  'inbound-referral': { fr: 'une demande reçue', en: 'an inbound referral' },
  contact: { fr: 'un contact', en: 'a contact' },
  appointment: { fr: 'un rendez-vous', en: 'an appointment' },
  consent: { fr: 'un consentement', en: 'a consent' },
  'outcome-evaluation': { fr: 'une évaluation de résultats', en: 'an outcome evaluation' },
  enrolment: { fr: 'une inscription', en: 'an enrolment' },
  'request-note': { fr: 'une note', en: 'a note' },
  letter: { fr: 'une lettre', en: 'a letter' },
  resource: { fr: 'une ressource du répertoire', en: 'a resource of the directory' },
  'mother-file': { fr: 'le dossier d’une future mère', en: 'the file of an expectant mother' },
  changes: { fr: 'ce qui a changé', en: 'what changed' },
  'legal-referral-exists': { fr: 'qu’il y a une référence juridique', en: 'that there is a legal referral' },
  'set-aside': { fr: 'le contenu d’un envoi mis de côté', en: 'the content of something set aside' },
  timeline: { fr: 'la ligne du temps', en: 'the timeline' },
  finding: { fr: 'un constat de la vigie', en: 'a finding of the watch' },
  findings: { fr: 'ce qui demande une personne', en: 'what asks for a person' },
  incidents: { fr: 'le registre des incidents', en: 'the register of incidents' },
  incident: { fr: 'une ligne du registre des incidents', en: 'a line of the register of incidents' },
  'incident-written': {
    fr: 'la ligne du registre des incidents que cette personne écrit',
    en: 'the line of the register of incidents that this person writes',
  },
  'existence-refusals': {
    fr: 'qui ne doit pas savoir que le dossier existe',
    en: 'who may not know that the file exists',
  },
  'existence-refusal-written': {
    fr: 'le refus de l’existence que cette personne inscrit',
    en: 'the refusal of existence that this person records',
  },
  'existence-refusal-revoked': {
    fr: 'le refus de l’existence auquel cette personne met fin',
    en: 'the refusal of existence that this person ends',
  },
  indicators: { fr: 'les indicateurs du centre', en: 'the centre’s indicators' },
  ledger: { fr: 'qui portait chaque besoin, jour par jour', en: 'who held each need, day by day' },
  referrals: { fr: 'les demandes faites pour l’enfant', en: 'the requests made for the child' },
  loop: { fr: 'où en est une demande', en: 'where a request stands' },
  preview: { fr: 'ce que verrait le destinataire d’une demande', en: 'what the recipient of a request would see' },
  page: { fr: 'la page imprimée d’une demande', en: 'the printed page of a request' },
  match: { fr: 'les enfants dont il pourrait s’agir', en: 'the children who may be meant' },
  words: { fr: 'des mots reçus d’un partenaire', en: 'words received from a partner' },
  'child-search': { fr: 'recherche d’enfants', en: 'search for children' },
  register: { fr: 'le registre', en: 'the register' },
  retention: { fr: 'ce qui est à détruire', en: 'what is to be destroyed' },
  corrections: { fr: 'à qui dire une correction', en: 'whom to tell of a correction' },
  'break-glass': { fr: 'ce qu’ouvre l’accès d’urgence', en: 'what emergency access opens' },
  'break-glass-list': { fr: 'les accès d’urgence à relire', en: 'emergency accesses to sign off' },
  ties: { fr: 'à quels autres centres l’enfant est suivi', en: 'at which other centres the child is followed' },
  'tie-said': {
    fr: 'le lien avec un autre centre que cette personne propose',
    en: 'the tie with another centre that this person proposes',
  },
  'tie-confirmed': {
    fr: 'le lien avec un autre centre, dit maintenant par les deux',
    en: 'the tie with another centre, now said by both',
  },
  'tie-ended': { fr: 'le lien avec un autre centre, qui prend fin', en: 'the tie with another centre, which ends' },
  'register-extract': { fr: 'un extrait du registre à remettre', en: 'an extract of the register to hand over' },
} as const satisfies Words;

/** By which way it left: the transports of the registry. */
export const CHANNELS = {
  'fhir-rest': { fr: 'par leurs systèmes', en: 'from system to system' },
  'fhir-message': { fr: 'par leurs systèmes', en: 'from system to system' },
  'fhir-messaging': { fr: 'par leurs systèmes', en: 'from system to system' },
  'fhir-poll': { fr: 'que son système est venu chercher', en: 'which its system came to collect' },
  mllp: { fr: 'par leurs systèmes (HL7 v2)', en: 'from system to system (HL7 v2)' },
  'web-page': { fr: 'sur la page sécurisée', en: 'on the secure page' },
  paper: { fr: 'sur papier', en: 'on paper' },
} as const satisfies Words;
