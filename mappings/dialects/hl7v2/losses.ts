import type { Issue } from '../../domain/mapped.ts';

/** Everything that v2 cannot carry of what we write, by the place from which it was taken. Each stands in `mappings/README.md`. */
export const LOSSES = {
  'ServiceRequest.status': {
    fr: 'Une demande part toujours active.',
    en: 'A request always leaves as active.',
  },
  'ServiceRequest.category': {
    fr: 'RF1-3 porte deux catégories.',
    en: 'RF1-3 carries two categories.',
  },
  'ServiceRequest.code': {
    fr: 'OBR-4 porte deux codes, de systèmes connus en v2.',
    en: 'OBR-4 carries two codes, of systems that v2 knows.',
  },
  'ServiceRequest.code.text': {
    fr: 'OBR-4 porte 199 caractères d’une ligne ; plus long, le texte part en NTE et une personne le relit.',
    en: 'OBR-4 carries 199 characters on one line; a longer text leaves as an NTE, and a person reads it again.',
  },
  'ServiceRequest.reasonCode': {
    fr: 'RF1-10 porte 199 caractères d’une ligne ; plus long, le texte part en NTE et une personne le relit.',
    en: 'RF1-10 carries 199 characters on one line; a longer text leaves as an NTE, and a person reads it again.',
  },
  'ServiceRequest.extension': {
    fr: 'Du contact sûr, il reste « appelez d’abord le centre ». Les droits, souhaits, faits et noms d’une référence juridique ne partent pas.',
    en: 'Of the safe contact, “call the centre first” is left. Rights, wishes, facts and names of a legal referral do not leave.',
  },
  'Task.lastModified': {
    fr: 'La date du message (MSH-7) en tient lieu.',
    en: 'The message’s own date (MSH-7) stands for it.',
  },
  'Patient.identifier': {
    fr: 'Le code de version d’une carte de l’Ontario n’a pas de place.',
    en: 'The version code of an Ontario card has no place.',
  },
  'Patient.name': {
    fr: 'Un seul nom part ; à partir du troisième, les prénoms se joignent au deuxième.',
    en: 'One name leaves; from the third on, given names are joined to the second.',
  },
  'Patient.communication': {
    fr: 'PID-15 porte une langue : la préférée.',
    en: 'PID-15 carries one language: the preferred one.',
  },
  'Patient.extension': {
    fr: 'Le besoin d’un interprète part en NTE.',
    en: 'The need for an interpreter leaves as an NTE.',
  },
  'DocumentReference.content': {
    fr: 'Une lettre part si elle est jointe au message et que la table 0291 en connaît la sorte ; une adresse ou une autre sorte ne part pas.',
    en: 'A letter leaves if it is in the message itself and of a kind that table 0291 knows; an address or another kind does not.',
  },
  'DocumentReference.identifier': {
    fr: 'D’une lettre partent le titre, la date et le contenu.',
    en: 'Of a letter, its title, date and content leave.',
  },
  'Cancellation.accepted': {
    fr: 'D’une demande faite par erreur, rien ne dit si le travail était accepté.',
    en: 'Of a request made in error, nothing says whether the work had been accepted.',
  },
  'Answer.words': {
    fr: 'Les mots partent en NTE et une personne les relit.',
    en: 'Words leave as an NTE, and a person reads them again.',
  },
  'Answer.happenedAt': {
    fr: 'D’un rendez-vous (SIU), la date du message (MSH-7) en tient lieu.',
    en: 'Of an appointment (SIU), the message’s own date (MSH-7) stands for it.',
  },
  'Answer.reason': {
    fr: 'Un rendez-vous (SIU) n’a pas de place pour un motif.',
    en: 'An appointment (SIU) has no place for a reason.',
  },
  'Answer.priority': {
    fr: 'Un rendez-vous (SIU) n’a pas de place pour la priorité.',
    en: 'An appointment (SIU) has no place for the priority.',
  },
  'Answer.outcome': {
    fr: 'Un rendez-vous (SIU) n’a pas de place pour ce que le service a donné.',
    en: 'An appointment (SIU) has no place for the outcome of the service.',
  },
  'Answer.ratings': {
    fr: 'Les cotes des facteurs de protection restent au centre.',
    en: 'Ratings of protective factors stay at the centre.',
  },
  'MSH-18': {
    fr: 'Des lettres manquent au jeu de caractères du partenaire : elles sont écrites autrement (Nguyễn : Nguyen).',
    en: 'The partner’s charset lacks some letters: they are spelt otherwise (Nguyễn: Nguyen).',
  },
} as const satisfies Readonly<Record<string, Issue['text']>>;

export type LossPlace = keyof typeof LOSSES;

/** What was not carried: place and reason, never a value. */
export const lost = (place: LossPlace): Issue => ({
  severity: 'warning',
  code: 'not-supported',
  expression: place,
  text: LOSSES[place],
});

/** The places whose condition holds, as losses. */
export const lostWhere = (conditions: Partial<Readonly<Record<LossPlace, boolean>>>): readonly Issue[] =>
  PLACES.filter((place) => conditions[place] === true).map(lost);

const isPlace = (place: string): place is LossPlace => Object.hasOwn(LOSSES, place);
const PLACES: readonly LossPlace[] = Object.keys(LOSSES).filter(isPlace);
