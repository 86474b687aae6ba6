import { WATCH_FINDINGS } from '../../profiles/codes/watch-findings.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { present } from '../concepts/present.ts';
import { counterpartOf, isReferralTask } from '../domain/current-task.ts';
import type { ChildNamed, OpenLoopTold, RecipientNamed, RequestNamed } from '../domain/open-loops-told.ts';
import { requestKindOf } from '../domain/request-kind.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import { WATCH_RULES } from './child-findings.ts';
import { codeOfFinding, sinceOf } from './finding-task.ts';
import { pivotIn } from './findings-told.ts';
import type { WatchRule } from './watch-rule.ts';

export interface OpenLoopScope {
  readonly centre: string;
  readonly language: keyof Bilingual;
  readonly recipientNamed: (partner: string) => RecipientNamed;
}

/** A finding as whoever takes it up reads it, with the child, the request and its recipient by name; undefined of a rule that is gone. */
export function openLoopFrom(
  task: fhir4.Task,
  around: readonly fhir4.FhirResource[],
  scope: OpenLoopScope,
): OpenLoopTold | undefined {
  const code = codeOfFinding(task);
  const child = task.for?.identifier?.value;
  if (code === undefined || child === undefined || task.id === undefined) return undefined;
  const { urgency, todo }: WatchRule = WATCH_RULES[code];
  const focus = at(around, task.focus);
  return present({
    id: task.id,
    code,
    urgency,
    text: WATCH_FINDINGS[code][scope.language],
    since: sinceOf(task),
    todo: todo[scope.language],
    child: childNamed(child, at(around, task.for)),
    pivot: pivotIn(task),
    request: focus === undefined || !isReferralTask(focus) ? undefined : requestNamed(focus, around, scope),
    need: focus?.resourceType === 'Goal' ? focus.description.text : undefined,
  });
}

const at = (
  around: readonly fhir4.FhirResource[],
  reference: fhir4.Reference | undefined,
): fhir4.FhirResource | undefined => around.find((it) => `${it.resourceType}/${it.id}` === reference?.reference);

function childNamed(id: string, patient: fhir4.FhirResource | undefined): ChildNamed {
  const [name] = patient?.resourceType === 'Patient' ? (patient.name ?? []) : [];
  const words = [...(name?.given ?? []), name?.family].filter((it) => it !== undefined).join(' ');
  return present({ id, name: name?.text ?? (words === '' ? undefined : words) });
}

function requestNamed(
  task: fhir4.Task,
  around: readonly fhir4.FhirResource[],
  { centre, recipientNamed }: OpenLoopScope,
): RequestNamed | undefined {
  const request = at(around, task.focus);
  if (request?.resourceType !== 'ServiceRequest') return undefined;
  const id = request.identifier?.find(({ system }) => system === IDENTIFIERS.request(centre))?.value;
  const kind = requestKindOf(request);
  const recipient = counterpartOf(task);
  if (id === undefined || recipient === undefined || kind === undefined || kind === 'inbound-referral')
    return undefined;
  return present({
    id,
    kind,
    what: request.code?.text,
    status: task.status,
    recipient: recipientNamed(recipient),
  });
}
