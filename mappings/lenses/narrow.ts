import type { Label, Purpose } from '../consent/bases.ts';
import { requestKindOf } from '../domain/request-kind.ts';
import { labelsOf } from './labels.ts';
import type { Lens, Narrowing, Shown } from './lenses.ts';

/** What each kind of request is for, in the words of a consent. */
export const REQUEST_PURPOSES = {
  'service-referral': 'care',
  'social-prescription': 'community-support',
  'legal-referral': 'rights-support',
  'inbound-referral': 'coordination',
} as const satisfies Readonly<Record<NonNullable<ReturnType<typeof requestKindOf>>, Purpose>>;

/** What a request is for; undefined for a ServiceRequest that is none of the requests. */
export function purposeOf(request: fhir4.ServiceRequest): Purpose | undefined {
  const kind = requestKindOf(request);
  return kind === undefined ? undefined : REQUEST_PURPOSES[kind];
}

/** What of a lens passes for one purpose under these labels; undefined when nothing does: a purpose that is not known opens nothing. */
export function narrowed(lens: Lens, purpose: Purpose | undefined, labels: readonly Label[]): Shown | undefined {
  if (purpose === undefined) return undefined;
  return [lens.purposes[purpose], ...labels.map((label) => lens.labels[label])].reduce<Shown | undefined>(
    (shown, narrowing) => shown && within(shown, narrowing),
    lens,
  );
}

/** The letters among these that pass under their own labels. */
export const lettersPassing = (
  lens: Pick<Lens, 'labels'>,
  letters: readonly fhir4.DocumentReference[],
): readonly fhir4.DocumentReference[] => letters.filter((letter) => passLetters(lens, labelsOf(letter)));

/** Whether these labels let letters pass, whichever. */
export const passLetters = ({ labels }: Pick<Lens, 'labels'>, bearing: readonly Label[]): boolean =>
  bearing.every((label) => letsLettersThrough(labels[label]));

const letsLettersThrough = (narrowing: Narrowing): boolean =>
  narrowing !== 'nothing' && (narrowing === 'whole' || narrowing.letters === undefined || narrowing.letters.length > 0);

function within(shown: Shown, narrowing: Narrowing): Shown | undefined {
  if (narrowing === 'whole') return shown;
  if (narrowing === 'nothing') return undefined;
  const both = <T>(all: readonly T[], some: readonly T[] | undefined): readonly T[] =>
    some === undefined ? all : all.filter((it) => some.includes(it));
  return {
    child: both(shown.child, narrowing.child),
    request: both(shown.request, narrowing.request),
    extensions: both(shown.extensions, narrowing.extensions),
    letters: both(shown.letters, narrowing.letters),
  };
}
