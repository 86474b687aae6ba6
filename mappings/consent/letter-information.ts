import { INFORMATION_KINDS } from '../../profiles/codes/consent.ts';
import type { LETTER_KINDS } from '../../profiles/codes/letters.ts';
import { letterKindOf } from '../concepts/letter.ts';
import type { Basis, Disclosure, InformationKind, Regime } from './bases.ts';
import { type Decision, decide } from './decide.ts';

/**
 * What a letter tells, by its kind, in the words of a consent: nobody reads the file itself, so each kind counts as telling all that such a
 * document usually does. A plain letter may say anything that is written to a recipient.
 */
export const LETTER_INFORMATION = {
  letter: ['request', 'health', 'psychosocial'],
  'referral-note': ['request', 'health'],
  'consult-note': ['health'],
  'progress-note': ['health', 'follow-up'],
  'episode-summary': ['health', 'psychosocial', 'follow-up', 'outcomes'],
  'discharge-summary': ['health', 'follow-up'],
} as const satisfies Readonly<Record<keyof typeof LETTER_KINDS, readonly InformationKind[]>>;

/** Of a kind that we do not know, everything. */
export function informationIn({ type }: Pick<fhir4.DocumentReference, 'type'>): readonly InformationKind[] {
  const kind = letterKindOf(type);
  return kind === undefined ? EVERYTHING : LETTER_INFORMATION[kind];
}

/** But what is said to the centre’s own staff only. */
const EVERYTHING = Object.keys(INFORMATION_KINDS).filter(
  (name): name is InformationKind => Object.hasOwn(INFORMATION_KINDS, name) && name !== 'legal-referral-exists',
);

/**
 * Whether a letter may go with the centre’s answer to what a partner asked. The answer rests on the partner’s own request, and so does its letter
 * as long as nobody said anything of this partner. Once somebody did, it leaves only where that lets its kinds of information be shown, and no
 * refusal or withdrawal, for whatever purpose, bears on them.
 */
export function mayGoWithAnswer(
  regime: Regime,
  bases: readonly Basis[],
  disclosure: Omit<Disclosure, 'what' | 'purpose'>,
  at: Date,
): boolean {
  const said = bases.filter((it) => it.recipient === disclosure.recipient && !isSilent(it));
  const purposes = new Set(said.map(({ purpose }) => (purpose === undefined || purpose === 'any' ? 'care' : purpose)));
  const decisions = [...purposes].map((purpose) =>
    decide(regime, said, { ...disclosure, what: 'request', purpose }, at),
  );
  return said.length === 0 || (decisions.some(({ kind }) => kind === 'permit') && !decisions.some((it) => isNo(it)));
}

const isSilent = (basis: Basis): boolean =>
  basis.kind === 'said' && (basis.status === 'proposed' || basis.status === 'entered-in-error');

const isNo = (decision: Decision): boolean => decision.kind === 'deny' && NO.has(decision.reason);

const NO: ReadonlySet<string> = new Set(['child-refused', 'refused', 'disagreement', 'withdrawn']);
