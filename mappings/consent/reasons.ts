import type { Bilingual } from '../../profiles/codes.ts';
import type { RegimeRules } from './regimes.ts';
import type { SourceName } from './sources.ts';

/** A rule of the law in question, or `design`: ours. */
type From = Exclude<keyof RegimeRules['sources'], 'grounds'> | 'design';

interface Reason extends Bilingual {
  readonly from: readonly From[];
}

/** Why something may be shown; the later ones rest on less. */
export const PERMIT_REASONS = {
  'bare-cancellation': {
    fr: 'Un numéro et « c’est terminé », rien de l’enfant : qui a la demande doit le savoir.',
    en: 'A number and “it has ended”, nothing of the child: whoever has the request must know.',
    from: ['design'],
  },
  'own-consent': { fr: 'Le jeune y consent.', en: 'The young person consents.', from: ['child'] },
  'others-consent': {
    fr: 'Une personne qui peut consentir pour l’enfant y consent.',
    en: 'A person who may consent for the child consents.',
    from: ['others'],
  },
  emergency: {
    fr: 'Une personne invoque l’urgence, jusqu’à une heure dite.',
    en: 'A person invokes an emergency, until a stated time.',
    from: [],
  },
  order: { fr: 'Une personne invoque une ordonnance.', en: 'A person invokes an order.', from: [] },
  duty: {
    fr: 'Une personne invoque un devoir de communiquer.',
    en: 'A person invokes a duty to communicate.',
    from: [],
  },
  'under-way': {
    fr: 'La demande était en cours avant l’anniversaire : elle continue quelque temps avec le même destinataire, sauf si le jeune dit non.',
    en: 'The request was under way before the birthday: it goes on for a time with the same recipient, unless the young person says no.',
    from: ['others', 'design'],
  },
} as const satisfies Readonly<Record<string, Reason>>;

/** Why nothing may be shown, with what to do; in the order in which they are looked at: the last one says most about what is missing. */
export const DENY_REASONS = {
  'no-basis': {
    fr: 'Aucun accord, aucun consentement ne nomme ce destinataire : rien ne part. Ajoutez qui est d’accord, et quand, puis envoyez une nouvelle version.',
    en: 'No agreement and no consent names this recipient: nothing leaves. Add who agreed, and when, then send a new version.',
    from: ['terms'],
  },
  'other-recipient': {
    fr: 'Ce qui est permis l’est pour un autre destinataire. Demandez pour celui-ci.',
    en: 'What is permitted is permitted for another recipient. Ask for this one.',
    from: ['terms'],
  },
  'entered-in-error': {
    fr: 'Ce consentement a été saisi par erreur.',
    en: 'This consent was entered in error.',
    from: ['design'],
  },
  'not-answered': {
    fr: 'Le consentement est demandé, et pas encore donné.',
    en: 'The consent was asked for, and is not given yet.',
    from: ['terms'],
  },
  'other-regime': {
    fr: 'Ce consentement a été donné sous une autre loi que celle du centre. Demandez-le de nouveau.',
    en: 'This consent was given under another law than the centre’s. Ask for it again.',
    from: ['design'],
  },
  'other-purpose': {
    fr: 'Ce qui est permis l’est dans un autre but. Demandez pour celui-ci.',
    en: 'What is permitted is permitted for another purpose. Ask for this one.',
    from: ['terms'],
  },
  'other-information': {
    fr: 'Ce qui serait montré dépasse ce qui est permis. Demandez pour ces renseignements aussi.',
    en: 'What would be shown goes beyond what is permitted. Ask for this information too.',
    from: ['terms'],
  },
  'not-yet': { fr: 'Ce consentement ne vaut pas encore.', en: 'This consent is not valid yet.', from: ['terms'] },
  expired: {
    fr: 'Ce consentement ne vaut plus : son temps est passé. Demandez-le de nouveau.',
    en: 'This consent is no longer valid: its time is over. Ask for it again.',
    from: ['terms'],
  },
  'no-role': {
    fr: 'Le cercle ne dit pas que cette personne peut consentir pour l’enfant. Inscrivez-y son rôle légal, ou demandez à qui en a un.',
    en: 'The circle does not say that this person may consent for the child. Write their legal role there, or ask who has one.',
    from: ['others'],
  },
  'delegation-not-enough': {
    fr: 'Une personne déléguée ne consent pas à cette place sous cette loi. Demandez au titulaire de l’autorité parentale ou au tuteur.',
    en: 'A person delegated does not consent in that place under this law. Ask the holder of parental authority or the tutor.',
    from: ['delegated'],
  },
  'role-ended': {
    fr: 'Cette personne n’avait pas, ou n’a plus, le rôle légal qu’il faut. Demandez à qui l’a maintenant.',
    en: 'This person did not have, or no longer has, the legal role that is needed. Ask who has it now.',
    from: ['others', 'design'],
  },
  'too-young': {
    fr: 'Sous cette loi, l’enfant ne consent pas seul à cet âge. Demandez aussi à qui le peut.',
    en: 'Under this law the child does not consent alone at this age. Ask who may as well.',
    from: ['child'],
  },
  'young-person-decides': {
    fr: 'À cet âge, le jeune décide. Demandez-lui.',
    en: 'At this age the young person decides. Ask them.',
    from: ['child'],
  },
  'adult-decides': {
    fr: 'À 18 ans, la personne décide seule. Demandez-lui.',
    en: 'At 18 the person decides alone. Ask them.',
    from: ['adult'],
  },
  'asked-alone': {
    fr: 'Le jeune l’a demandé seul : lui seul peut permettre que ce soit montré.',
    en: 'The young person asked for it alone: only they can permit that it be shown.',
    from: ['child', 'design'],
  },
  'not-express': {
    fr: 'Pour ce destinataire il faut un consentement exprès : écrivez s’il a été donné de vive voix ou par écrit.',
    en: 'For this recipient an express consent is needed: write whether it was given orally or in writing.',
    from: ['terms'],
  },
  'other-province': {
    fr: 'Ce destinataire est dans une autre province, et le centre ne l’a pas évalué : rien ne part, quel que soit l’accord. Demandez à la personne responsable de la protection des renseignements personnels (otherProvinces, docs/switches.md), ou choisissez un destinataire d’ici. Une urgence ou une ordonnance qu’une personne invoque passe.',
    en: 'This recipient is in another province, and the centre has not assessed it: nothing leaves, whatever was agreed. Ask the privacy officer (otherProvinces, docs/switches.md), or choose a recipient of this province. An emergency or an order that a person invokes passes.',
    from: ['elsewhere', 'design'],
  },
  withdrawn: {
    fr: 'Le consentement a été retiré : rien ne part plus.',
    en: 'The consent was withdrawn: nothing leaves any more.',
    from: ['terms'],
  },
  'emergency-without-end': {
    fr: 'Une urgence invoquée dit jusqu’à quand.',
    en: 'An emergency that is invoked says until when.',
    from: ['design'],
  },
  'emergency-not-this': {
    fr: 'Une urgence n’ouvre ni ce qui est restreint, ni ce que le jeune a demandé seul, ni plus que le nécessaire.',
    en: 'An emergency opens neither what is restricted, nor what the young person asked for alone, nor more than is necessary.',
    from: ['design'],
  },
  refused: {
    fr: 'Une personne qui peut consentir pour l’enfant a refusé. Parlez-en avec elle ; un refus se retire.',
    en: 'A person who may consent for the child refused. Speak with them; a refusal can be taken back.',
    from: ['others'],
  },
  disagreement: {
    fr: 'L’un permet et l’autre refuse : rien ne part. Parlez-en avec eux, ou faites trancher.',
    en: 'One permits and the other refuses: nothing leaves. Speak with them, or have it decided.',
    from: ['disagree', 'design'],
  },
  'child-refused': {
    fr: 'L’enfant ou le jeune a dit non.',
    en: 'The child or young person said no.',
    from: ['child', 'design'],
  },
} as const satisfies Readonly<Record<string, Reason>>;

export type PermitReason = keyof typeof PERMIT_REASONS;
export type DenyReason = keyof typeof DENY_REASONS;

const PERMIT_ORDER = Object.keys(PERMIT_REASONS);
const DENY_ORDER = Object.keys(DENY_REASONS);

/** Of two reasons, the one that says most; the same whatever their order. */
export const laterPermit = <T extends { readonly reason: PermitReason }>(a: T, b: T): T =>
  PERMIT_ORDER.indexOf(b.reason) > PERMIT_ORDER.indexOf(a.reason) ? b : a;
export const laterDeny = (a: DenyReason, b: DenyReason): DenyReason =>
  DENY_ORDER.indexOf(b) > DENY_ORDER.indexOf(a) ? b : a;

/** The articles that a reason rests on under one law. */
export function sourcesOf(reason: PermitReason | DenyReason, { sources }: RegimeRules): readonly SourceName[] {
  if (reason === 'emergency' || reason === 'order' || reason === 'duty') return sources.grounds[reason];
  const { from }: Reason = REASONS[reason];
  return from.flatMap((it) => (it === 'design' ? ['design'] : sources[it]));
}

const REASONS = { ...PERMIT_REASONS, ...DENY_REASONS };
