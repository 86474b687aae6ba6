import { actProvenance } from '../../mappings/concepts/act-provenance.ts';
import { senderOf, takingBack } from '../../mappings/domain/current-task.ts';
import type { DispatchEvent } from '../../mappings/domain/lane-events.ts';
import { letterNamed, lettersWith } from '../../mappings/domain/letters-on-task.ts';
import { gaveContent, receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { tokenOf } from '../../mappings/domain/references.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Decision } from './decision.ts';
import { deliveriesFor } from './deliveries.ts';
import type { Present } from './present.ts';
import { referenceToTask, taskMeant } from './task-meant.ts';

/** A request left: which version, when, how. The receipt stands on the Task, written in the child's lane like everything else. */
export function decideDispatch(event: DispatchEvent, present: Present): Decision {
  const meant = taskMeant(present, event, event.recipient);
  if (meant.kind !== 'found') return meant.decision;
  const { task, request, concept } = meant;
  if (present.applied !== undefined)
    return { kind: 'unchanged', concept, again: 'dispatched', issues: [], deliver: deliveriesFor([task]) };

  const { dispatch, reference, notCarried = [] } = event;
  const isAnswer = senderOf(task) !== undefined;
  const standing = revisionOf(isAnswer ? task : request).version;
  const version = event.version ?? standing;
  const stage = event.stage ?? (isAnswer ? 'answer' : stageTold(task));
  const child = gaveContent({ stage }) ? childGiven(event, present) : undefined;
  const receipt: fhir4.Extension = {
    url: EXTENSIONS.delivery,
    extension: [
      { url: 'version', valuePositiveInt: version },
      { url: 'stage', valueCode: stage },
      { url: 'at', valueDateTime: dispatch.happenedAt },
      { url: 'how', valueCode: dispatch.how },
      ...(reference === undefined ? [] : [{ url: 'reference', valueString: reference }]),
      ...notCarried.map((path) => ({ url: 'notCarried', valueString: path })),
      ...lettersGiven(event, task, version).map((letter) => ({ url: 'letter', valueString: letter })),
      ...(child === undefined ? [] : [{ url: 'child', valueString: child }]),
    ],
  };
  const dispatched: fhir4.Task = {
    ...task,
    lastModified: event.recordedAt,
    extension: [...(task.extension ?? []).filter(({ url }) => url !== EXTENSIONS.delivery), receipt],
  };
  const provenance = actProvenance({
    event,
    targets: [referenceToTask(task)],
    activity: 'dispatched',
    implied: [],
    contradicts: false,
    saidBy: dispatch.recordedBy,
    channel: dispatch.how,
    happenedAt: dispatch.happenedAt,
  });
  return {
    kind: 'commit',
    writes: [
      { resource: dispatched, fullUrl: `urn:uuid:${task.id ?? ''}`, ifMatch: task.meta?.versionId ?? '0' },
      { resource: provenance, fullUrl: `urn:uuid:${event.exchangeId}` },
    ],
    created: true,
    issues: [],
    // A machine sent what stands: another look would find nothing to send, and use up a part of the partner's rate. Whatever changed meanwhile
    // has queued a delivery of its own; what a person wrote down settles what was noted of earlier tries.
    deliver: event.version === standing ? [] : deliveriesFor([dispatched]),
    concept,
    change: 'dispatched',
  };
}

/** The child as the recipient was shown it: what a person told or sent was what stood. */
function childGiven(event: DispatchEvent, { found }: Present): string | undefined {
  if (event.version !== undefined || event.child === undefined) return event.childVersion;
  return found.get(tokenOf({ type: 'Patient', system: IDENTIFIERS.child(event.centre), value: event.child }))?.meta
    ?.versionId;
}

/**
 * The letters that went along now, those that went with the same version before, and those that went once and were taken back since: a system
 * is told nothing of that, so that it stands until a person says that it was told.
 */
function lettersGiven({ going: letters, stage }: DispatchEvent, task: fhir4.Task, version: number): readonly string[] {
  const along = lettersWith(task);
  if (letters === undefined) return along;
  const last = receiptOf(task);
  const before = last?.version === version && last.stage === stage ? last.letters : [];
  const numbers = new Set(along.map((letter) => letterNamed(letter).number));
  const takenBack = (last?.letters ?? []).filter((letter) => !numbers.has(letterNamed(letter).number));
  return [...along.filter((letter) => letters.includes(letter) || before.includes(letter)), ...takenBack];
}

/** What a person told or sent: of a request that was withdrawn, that it was. */
const stageTold = (task: fhir4.Task): string => takingBack(task) ?? 'request';
