import { DENY_REASONS, type DenyReason } from '../../mappings/consent/reasons.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import type { Issue } from '../../profiles/issue.ts';
import { type FailureKind, GatewayError } from '../failures.ts';

/** Why a tie is not made, read or taken back, in words that say what to do; never anything that the other centre said. */
const AGAINST = {
  off: {
    kind: 'forbidden',
    code: 'forbidden',
    fr: 'Aucun lien n’est permis entre ces deux centres : la personne responsable de la protection des renseignements personnels de chacun le décide, et nomme l’autre (« centreTies », docs/switches.md).',
    en: 'No tie is allowed between these two centres: the privacy officer of each decides so, and names the other ("centreTies", docs/switches.md).',
  },
  nobody: {
    kind: 'forbidden',
    code: 'forbidden',
    fr: 'Une personne fait ou défait un lien, jamais un programme seul : un jeton qui dit qui agit, et dans quel rôle.',
    en: 'A person makes or ends a tie, never a program alone: a token that says who acts, and in which role.',
  },
  /** A child’s number, a code, whose they are and whether its time is over: all sound the same. */
  unknown: {
    kind: 'notFound',
    code: 'not-found',
    fr: 'Rien de tel : vérifiez le numéro de l’enfant à votre centre, l’autre centre et le code. Un code sert une fois, pendant quelques jours.',
    en: 'No such thing: check the child’s number at your centre, the other centre and the code. A code serves once, for some days.',
  },
  labelled: {
    kind: 'noBasis',
    code: 'forbidden',
    fr: 'Une étiquette restreint le dossier de cet enfant à votre centre : un autre centre n’en apprend rien.',
    en: 'A label restricts this child’s file at your centre: another centre learns nothing of it.',
  },
  held: {
    kind: 'held',
    code: 'transient',
    fr: 'Un consentement ou une étiquette de cet enfant vient d’être inscrit à votre centre et n’est pas encore au dossier : attendez un peu.',
    en: 'A consent or a label of this child was just written down at your centre and is not in the record yet: wait a little.',
  },
} as const satisfies Readonly<Record<string, Bilingual & { readonly kind: FailureKind; readonly code: Issue['code'] }>>;

export type TieRefusal = keyof typeof AGAINST;

export function refusedTie(why: TieRefusal): GatewayError {
  const { kind, code, fr, en } = AGAINST[why];
  return new GatewayError(kind, `tie: ${why}`, { issues: [{ severity: 'error', code, text: { fr, en } }] });
}

/** What the centre’s own record lacks, and what to ask. */
export function deniedTie(reason: DenyReason): GatewayError {
  const { fr, en } = DENY_REASONS[reason];
  const text: Bilingual = { fr: `${ASK.fr} ${fr}`, en: `${ASK.en} ${en}` };
  return new GatewayError('noBasis', `tie: ${reason}`, { issues: [{ severity: 'error', code: 'forbidden', text }] });
}

const ASK: Bilingual = {
  fr: 'Rien au dossier de votre centre ne permet de dire à l’autre que l’enfant y est suivi : inscrivez un consentement (« otherCentre », but « coordination », « identity »).',
  en: 'Nothing in your centre’s record lets the other be told that the child is followed there: write a consent ("otherCentre", purpose "coordination", "identity").',
};
