import { counterpartOf, isAsked, isReferralTask, senderOf } from '../domain/current-task.ts';
import { gaveContent, type ReceiptOnTask, receiptOf } from '../domain/receipt-on-task.ts';
import { revisionOf } from '../domain/revision-on-record.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import type { LensName } from '../lenses/lenses.ts';
import { identifiersIn } from '../retention/identifiers-in.ts';
import { isShownOtherwise } from './child-shown.ts';
import { lettersCorrected } from './letters-corrected.ts';

/**
 * What was revised after a recipient was given it: of the child only what this recipient was shown. `maybe-circle`: the circle was revised, and
 * nothing says any more what was shown.
 */
export type RevisedSince = 'request' | 'circle' | 'maybe-circle' | 'letter';

/** One recipient who has, or had, a request of this child: which version left, by which way, and what was revised since. */
export interface ToldBefore {
  /** The centre’s number of the request. */
  readonly request: string;
  /** Pairwise number that the recipient knows. */
  readonly task: string;
  readonly recipient: string;
  readonly status: string;
  readonly given: { readonly version: number; readonly at: string; readonly how?: string };
  /** The version that stands. */
  readonly version: number;
  readonly revised: readonly RevisedSince[];
  /** When the first of that was known: FHIR instant; absent where nothing was revised. */
  readonly since?: string;
  /** `nobody`: it has what stands; `gateway`: the newer version leaves by itself; `person`: somebody must tell it. */
  readonly toldBy: 'nobody' | 'gateway' | 'person';
}

/** What a file itself does not say of what left. */
export interface GivenScope {
  readonly hasSystem: (partner: string) => boolean;
  /** Through which lens the recipient of a Task saw what it was given; undefined for one that has left the registry. */
  readonly lensGiven: (task: fhir4.Task) => LensName | undefined;
  /** The child as recipients were given it, by the version that their receipts name; one that the record has no more is not in it. */
  readonly earlier: ReadonlyMap<string, fhir4.Patient>;
}

export interface CorrectionScope extends GivenScope {
  readonly centre: string;
}

/** The same with its Task. */
export interface RecipientGiven {
  readonly task: fhir4.Task;
  readonly told: ToldBefore;
}

/**
 * Who was given what of a child, from all that the record holds of it. A request under way leaves again by itself where its recipient has a
 * system, with a newer letter and the child as it now is, once the request or a letter has a newer version; all else (a request that has ended,
 * paper, the secure page, a name or a date alone, a letter that was taken back) waits for a person. What a person then told is written down as a
 * dispatch, which raises what was given to what stands.
 */
export function recipientsGiven(
  resources: readonly fhir4.FhirResource[],
  scope: CorrectionScope,
): readonly RecipientGiven[] {
  const { centre, hasSystem } = scope;
  const known = writtenAt(resources);
  const byPlace = new Map(resources.map((it) => [`${it.resourceType}/${it.id}`, it]));
  const documents = resources.filter((it) => it.resourceType === 'DocumentReference');
  return resources.filter(isReferralTask).flatMap((task): readonly RecipientGiven[] => {
    const receipt = receiptOf(task);
    const request = byPlace.get(task.focus?.reference ?? '');
    const recipient = counterpartOf(task);
    if (receipt?.at === undefined || request?.resourceType !== 'ServiceRequest' || recipient === undefined) return [];
    // Of what was withdrawn its recipient was told that, and nothing else; what a partner asked of us is its own.
    if (senderOf(task) !== undefined || !gaveContent(receipt)) return [];
    const { at } = receipt;
    const { version } = revisionOf(request);
    const child = byPlace.get(task.for?.reference ?? '');
    const isNewer = receipt.version < version;
    const letters = lettersCorrected(task, receipt, documents, centre);
    const circle =
      child?.resourceType === 'Patient'
        ? circleSince({ task, request, child, receipt: { ...receipt, at }, recipient }, known, resources, scope)
        : undefined;
    const revised: readonly RevisedSince[] = [
      ...(isNewer ? (['request'] as const) : []),
      ...(circle === undefined ? [] : [circle.what]),
      ...(letters.length > 0 ? (['letter'] as const) : []),
    ];
    const moments = [
      ...(isNewer ? [(known.get(task.focus?.reference ?? '') ?? []).at(-1)] : []),
      ...(circle === undefined ? [] : [circle.since]),
      ...letters.map(({ since }) => since),
    ];
    const [since = at] = moments.flatMap((it) => it ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
    const leaves = isAsked(task) && hasSystem(recipient) && (isNewer || letters.some(({ hasNewer }) => hasNewer));
    const bySelf = leaves && letters.every(({ hasNewer }) => hasNewer);
    return [
      {
        task,
        told: {
          request: numberIn(request, IDENTIFIERS.request(centre)),
          task: numberIn(task, IDENTIFIERS.task),
          recipient,
          status: task.status,
          given: { version: receipt.version, at, ...(receipt.how !== undefined && { how: receipt.how }) },
          version,
          revised,
          ...(revised.length > 0 && { since }),
          toldBy: revised.length === 0 ? 'nobody' : bySelf ? 'gateway' : 'person',
        },
      },
    ];
  });
}

/** The same, as it is told. */
export const toldBefore = (resources: readonly fhir4.FhirResource[], scope: CorrectionScope): readonly ToldBefore[] =>
  recipientsGiven(resources, scope).map(({ told }) => told);

interface Given {
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
  readonly child: fhir4.Patient;
  readonly receipt: ReceiptOnTask & { readonly at: string };
  readonly recipient: string;
}

/** Whether what its recipient was shown of the child was revised, and since when; undefined where it was not. */
function circleSince(
  { task, request, child, receipt, recipient }: Given,
  known: ReadonlyMap<string, readonly string[]>,
  resources: readonly fhir4.FhirResource[],
  { lensGiven, earlier }: GivenScope,
): { readonly what: 'circle' | 'maybe-circle'; readonly since: string | undefined } | undefined {
  if (receipt.child !== undefined && receipt.child === child.meta?.versionId) return undefined;
  const circles = resources.filter(({ resourceType }) => resourceType === 'CareTeam' || resourceType === 'Patient');
  const written = circles.flatMap(({ resourceType, id }) => known.get(`${resourceType}/${id}`) ?? []).sort(byTime);
  const first = written.find((it) => Date.parse(it) > Date.parse(receipt.at));
  const lens = lensGiven(task);
  const then = earlier.get(receipt.child ?? '');
  if (lens === undefined || then === undefined)
    return first === undefined ? undefined : { what: 'maybe-circle', since: first };
  const given = { task, request, then, now: child, recipient, on: receipt.at.slice(0, 10) };
  return isShownOtherwise(lens, given) ? { what: 'circle', since: first ?? written.at(-1) } : undefined;
}

const numberIn = (resource: fhir4.FhirResource, wanted: string): string =>
  identifiersIn(resource).find(({ system }) => system === wanted)?.value ?? '';

const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b);

/** When each resource was written by a concept, oldest first; what was said or done about a request revises nothing. */
function writtenAt(resources: readonly fhir4.FhirResource[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const trace of resources) {
    if (trace.resourceType !== 'Provenance') continue;
    for (const { reference = '' } of trace.target)
      found.set(reference, [...(found.get(reference) ?? []), trace.recorded].sort(byTime));
  }
  return found;
}
