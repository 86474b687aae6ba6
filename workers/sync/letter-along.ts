import { isAsked, senderOf } from '../../mappings/domain/current-task.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import { withLetter } from '../../mappings/domain/letters-on-task.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { referencesIn, tokenOf } from '../../mappings/domain/references.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Write } from './decision.ts';
import type { Present } from './present.ts';

/** What a letter does beside being kept. */
export interface LetterAlong {
  /** The Task with which it goes, as it then stands. */
  readonly writes: readonly Write[];
  readonly issues: readonly Issue[];
}

/**
 * A letter that names a recipient goes along with the request’s Task at that recipient, or with the centre’s answer to what that partner asks:
 * its number and version stand on the Task, in the same transaction, so that whoever delivers, also after Redis was lost, sees that it is due.
 */
export function letterAlong(event: ConceptEvent, version: number, present: Present): LetterAlong {
  const letter = documentIn(event);
  const [task] = taskOfLetter(event, present);
  if (letter === undefined || task === undefined) return { writes: [], issues: [] };
  const isSent = letter.status === 'current';
  const going = withLetter(task, event.root.value, isSent ? version : undefined);
  return {
    writes: [{ resource: going, fullUrl: `urn:uuid:${task.id ?? ''}`, ifMatch: task.meta?.versionId ?? '0' }],
    issues: isSent && hasEnded(task) ? [ENDED] : [],
  };
}

/** Why a letter is not kept at all: it is about another child than the request that it names. Undefined when it is about the same. */
export function letterOfAnother(event: ConceptEvent, present: Present): Issue | undefined {
  const letter = documentIn(event);
  if (letter === undefined || event.child === undefined) return undefined;
  const request = found(letter, 'ServiceRequest', present);
  if (request?.resourceType !== 'ServiceRequest') return undefined;
  const { system, value } = request.subject.identifier ?? {};
  return system === IDENTIFIERS.child(event.centre) && value === event.child ? undefined : ANOTHER_CHILD;
}

const documentIn = ({ concept, bundle }: ConceptEvent): fhir4.DocumentReference | undefined => {
  const root = concept === 'letter' ? bundle.entry?.[0]?.resource : undefined;
  return root?.resourceType === 'DocumentReference' ? root : undefined;
};

/** The Task with which a letter goes; none for what is no letter or stays. */
export function taskOfLetter(event: ConceptEvent, present: Present): readonly fhir4.Task[] {
  const letter = documentIn(event);
  const task = letter === undefined ? undefined : found(letter, 'Task', present);
  return task?.resourceType === 'Task' ? [task] : [];
}

const found = (letter: fhir4.DocumentReference, type: string, { found: all }: Present) =>
  referencesIn(letter.context)
    .filter(({ target }) => target.type === type)
    .flatMap(({ target }) => all.get(tokenOf(target)) ?? [])[0];

/** A draft leaves later; with what has ended, nothing leaves any more. What a partner asks is answered as long as the centre answers. */
const hasEnded = (task: fhir4.Task): boolean =>
  senderOf(task) === undefined && task.status !== 'draft' && !isAsked(task);

const ENDED: Issue = {
  severity: 'warning',
  code: 'business-rule',
  expression: 'recipient',
  text: {
    fr: 'Pour ce destinataire, cette demande est terminée : la lettre est gardée, mais elle ne part pas. Remettez-la autrement, ou faites une nouvelle demande.',
    en: 'For this recipient this request has ended: the letter is kept, but does not leave. Hand it over in another way, or make a new request.',
  },
};

const ANOTHER_CHILD: Issue = {
  severity: 'error',
  code: 'business-rule',
  expression: 'child',
  text: {
    fr: 'Cette demande n’est pas celle de cet enfant : une lettre et sa demande parlent du même enfant.',
    en: 'This request is not this child’s: a letter and its request are about the same child.',
  },
};
