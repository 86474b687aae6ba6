import { GatewayError } from '../../gateway/failures.ts';
import { fenceId, laneKey } from '../../gateway/lanes/queues.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import { identifiersOf, tokenOf } from '../../mappings/domain/references.ts';
import { CLOSES_NOTHING } from '../../workers/sync/agreement-taken-back.ts';
import { decideConcept } from '../../workers/sync/decide-concept.ts';
import type { Present } from '../../workers/sync/present.ts';
import { fencedTransaction } from '../../workers/sync/transaction.ts';

/** What HAPI holds of one child, as its answers said: a client of its own need not read it. */
interface Known {
  readonly fence: { readonly version: string; readonly counter: number };
  readonly found: Present['found'];
}

/** As for a lane. */
const RACES_MAX = 4;

const NOTHING: Known = { fence: { version: '0', counter: 0 }, found: new Map() };

/**
 * The baseline: the events of one child as the very transactions that a lane makes of them (same entries, `ifNoneExist`, fence), posted to
 * HAPI one after the other, with nothing read and nothing queued. Throws when one would not be written.
 */
export async function postStraight(store: FhirStore, events: readonly ConceptEvent[]): Promise<void> {
  let known = NOTHING;
  for (const event of events) known = await posted(store, event, known);
}

async function posted(store: FhirStore, event: ConceptEvent, { fence, found }: Known): Promise<Known> {
  const present: Present = {
    fence: { id: fenceId(laneKey(event)), ...fence },
    isAllOfChild: false,
    found,
    tasks: [],
    passedOn: [],
  };
  const decision = decideConcept(event, present, CLOSES_NOTHING);
  if (decision.kind !== 'commit') throw new Error(`the baseline does not write a ${event.concept}: ${decision.kind}`);
  const answer = await committed(store, fencedTransaction(decision.writes, present));
  const [fenceAnswer, ...answers] = answer.entry ?? [];
  const written = decision.writes.flatMap(({ resource }, nth) => {
    const { id, versionId } = placeIn(answers[nth]);
    return identifiersOf(resource).map((own) => [tokenOf(own), { ...resource, id, meta: { versionId } }] as const);
  });
  return {
    fence: { version: placeIn(fenceAnswer).versionId, counter: fence.counter + 1 },
    found: new Map<string, fhir4.FhirResource>([...found, ...written]),
  };
}

/** The centre's own entry is created by whoever comes first: the others' transaction is refused, and posted again. */
async function committed(
  store: FhirStore,
  bundle: fhir4.Bundle<fhir4.FhirResource>,
): ReturnType<FhirStore['transaction']> {
  for (let race = 1; ; race += 1) {
    try {
      return await store.transaction(bundle);
    } catch (error) {
      if (!(error instanceof GatewayError) || error.kind !== 'versionConflict' || race === RACES_MAX) throw error;
    }
  }
}

function placeIn(entry: fhir4.BundleEntry<fhir4.FhirResource> | undefined): { id: string; versionId: string } {
  const [, id = '', versionId = ''] =
    /\/([A-Za-z0-9.-]+)\/_history\/([A-Za-z0-9.-]+)$/.exec(entry?.response?.location ?? '') ?? [];
  if (id === '' || versionId === '') throw new Error('HAPI does not say where it put an entry');
  return { id, versionId };
}
