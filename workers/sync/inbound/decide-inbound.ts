import type { FhirStore } from '../../../gateway/record/fhir-store.ts';
import { actProvenance } from '../../../mappings/concepts/act-provenance.ts';
import { answeredInbound } from '../../../mappings/concepts/answered-inbound.ts';
import { uuidOf } from '../../../mappings/concepts/identity.ts';
import type {
  AnswerGiven,
  AnswerSaid,
  ConceptEvent,
  InboundEvent,
  SaidOfInbound,
} from '../../../mappings/domain/lane-events.ts';
import { referenceTo } from '../../../mappings/domain/references.ts';
import { CLOSES_NOTHING } from '../agreement-taken-back.ts';
import { decideConcept } from '../decide-concept.ts';
import { type Decision, REFUSED_AS_DESTROYED, type Write } from '../decision.ts';
import { deliveriesFor } from '../deliveries.ts';
import { type Present, readPresent } from '../present.ts';
import { withLetters } from './inbound-letters.ts';
import { nextInbound } from './next-inbound.ts';
import { readInbound } from './read-inbound.ts';

export interface Decided {
  readonly decision: Decision;
  /** What the decision was made from; absent when nothing is to be written. */
  readonly present?: Present;
}

/**
 * What a partner's request, or what is said of it, does to the record. Its own lane orders it; once the child is known, the child's fence
 * protects what is written, so that the record has one writer per child here too. Throws GatewayError when the record is away.
 */
export async function decideInbound(store: FhirStore, event: InboundEvent): Promise<Decided> {
  const record = await readInbound(store, event);
  const next = nextInbound(event, record);
  if (next.kind === 'decided') return { decision: next.decision };
  const present = await readPresent(store, next.event);
  if (present.fence.destroyed) return { decision: REFUSED_AS_DESTROYED };
  const concept = decideConcept(next.event, present, CLOSES_NOTHING);
  const decision = next.notForUs === undefined ? concept : withRefusal(concept, event, next.notForUs);
  // What was applied before left its letters then.
  if (present.applied !== undefined) return { present, decision };
  const letters = record.standing?.letters ?? [];
  const isLetGo = next.event.child === undefined && (next.notForUs !== undefined || hasEnded(next.event));
  return { present, decision: withLetters(decision, event, { event: next.event, present, isLetGo, letters }) };
}

const hasEnded = ({ bundle }: ConceptEvent): boolean =>
  (bundle.entry ?? []).some(
    ({ resource }) => resource?.resourceType === 'ServiceRequest' && resource.status !== 'active',
  );

/** In the same transaction the centre declines: the sender is told, and nothing that was said of the child is left. */
function withRefusal(
  decision: Decision,
  event: InboundEvent,
  { settlement, decidedBy, happenedAt }: Extract<SaidOfInbound, { what: 'settled' }>,
): Decision {
  if (decision.kind !== 'commit' || !('notForUs' in settlement)) return decision;
  const { notForUs: reason, words } = settlement;
  const answer: AnswerSaid = {
    what: 'declined',
    happenedAt,
    saidBy: event.names.centre,
    recordedBy: decidedBy,
    channel: 'system',
    reason,
    ...(words !== undefined && { words }),
  };
  const { centre, recordedAt } = event;
  const exchangeId = uuidOf('not-for-us', event.exchangeId);
  const said: AnswerGiven = { kind: 'answer', exchangeId, centre, recordedAt, answer };
  const writes = decision.writes.flatMap((write): readonly Write[] => {
    if (write.resource.resourceType !== 'Task') return [write];
    const { task } = answeredInbound(write.resource, said);
    if (task === undefined) return [write];
    const act = actProvenance({
      event: said,
      targets: [referenceTo(task, task.id === undefined ? write.fullUrl : `Task/${task.id}`)],
      activity: answer.what,
      implied: [],
      contradicts: false,
      saidBy: answer.saidBy,
      recordedBy: answer.recordedBy,
      channel: 'system',
      happenedAt,
    });
    return [
      { ...write, resource: task },
      { resource: act, fullUrl: `urn:uuid:${said.exchangeId}` },
    ];
  });
  return { ...decision, writes, deliver: deliveriesFor(writes.map(({ resource }) => resource)), change: answer.what };
}
