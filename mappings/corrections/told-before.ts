import { counterpartOf, isAsked, isReferralTask, senderOf } from '../domain/current-task.ts';
import { gaveContent, receiptOf } from '../domain/receipt-on-task.ts';
import { revisionOf } from '../domain/revision-on-record.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import { identifiersIn } from '../retention/identifiers-in.ts';

/** What of a child’s file was revised after a recipient was given it. */
export type RevisedSince = 'request' | 'circle' | 'letter';

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
  /** `nobody`: it has what stands; `gateway`: the newer version leaves by itself; `person`: somebody must tell it. */
  readonly toldBy: 'nobody' | 'gateway' | 'person';
}

/**
 * Who was given what of a child, from all that the record holds of it. A request under way leaves again by itself where its recipient has a
 * system; all else (a request that has ended, paper, the secure page, a name or a number of the circle, a letter) waits for a person. What a person
 * then told is written down as a dispatch, which raises what was given to what stands.
 */
export function toldBefore(
  resources: readonly fhir4.FhirResource[],
  centre: string,
  hasSystem: (partner: string) => boolean,
): readonly ToldBefore[] {
  const recordedAt = lastRecorded(resources);
  const byPlace = new Map(resources.map((it) => [`${it.resourceType}/${it.id}`, it]));
  const circles = resources.filter(({ resourceType }) => resourceType === 'CareTeam');
  return resources.filter(isReferralTask).flatMap((task): readonly ToldBefore[] => {
    const receipt = receiptOf(task);
    const request = byPlace.get(task.focus?.reference ?? '');
    const recipient = counterpartOf(task);
    if (receipt?.at === undefined || request?.resourceType !== 'ServiceRequest' || recipient === undefined) return [];
    // Of what was withdrawn its recipient was told that, and nothing else; what a partner asked of us is its own.
    if (senderOf(task) !== undefined || !gaveContent(receipt)) return [];
    const { at } = receipt;
    const isSince = (it: fhir4.FhirResource): boolean => isAfter(recordedAt.get(`${it.resourceType}/${it.id}`), at);
    const { version } = revisionOf(request);
    const letters = receipt.letters.flatMap((letter) => letterIn(resources, centre, letter) ?? []);
    const revised: readonly RevisedSince[] = [
      ...(receipt.version < version ? (['request'] as const) : []),
      ...(circles.some(isSince) ? (['circle'] as const) : []),
      ...(letters.some(isSince) ? (['letter'] as const) : []),
    ];
    const bySelf = isAsked(task) && hasSystem(recipient) && revised.every((it) => it === 'request');
    return [
      {
        request: numberIn(request, IDENTIFIERS.request(centre)),
        task: numberIn(task, IDENTIFIERS.task),
        recipient,
        status: task.status,
        given: { version: receipt.version, at, ...(receipt.how !== undefined && { how: receipt.how }) },
        version,
        revised,
        toldBy: revised.length === 0 ? 'nobody' : bySelf ? 'gateway' : 'person',
      },
    ];
  });
}

const numberIn = (resource: fhir4.FhirResource, wanted: string): string =>
  identifiersIn(resource).find(({ system }) => system === wanted)?.value ?? '';

const letterIn = (
  resources: readonly fhir4.FhirResource[],
  centre: string,
  letter: string,
): fhir4.FhirResource | undefined => {
  const number = letter.slice(0, letter.lastIndexOf('|'));
  return resources.find(
    (it) => it.resourceType === 'DocumentReference' && numberIn(it, IDENTIFIERS.letter(centre)) === number,
  );
};

/** When each resource was last written by a concept; what was said or done about a request revises nothing. */
function lastRecorded(resources: readonly fhir4.FhirResource[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const trace of resources) {
    if (trace.resourceType !== 'Provenance') continue;
    for (const { reference = '' } of trace.target) {
      const before = found.get(reference);
      if (before === undefined || isAfter(trace.recorded, before)) found.set(reference, trace.recorded);
    }
  }
  return found;
}

const isAfter = (one: string | undefined, other: string): boolean =>
  one !== undefined && Date.parse(one) > Date.parse(other);
