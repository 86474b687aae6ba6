import type { Issue } from '../../domain/mapped.ts';
import { notCarried } from '../messaging/not-carried.ts';
import type { OpenedBundle } from './opened-bundle.ts';

type Document = fhir4.DocumentReference;

const isDocument = (resource: fhir4.FhirResource | undefined): resource is Document =>
  resource?.resourceType === 'DocumentReference';

/**
 * The letters that come with one Task: those that it contains, and those that are tied to it or to its request; of a Bundle with one Task, all.
 * In a Bundle of several, a letter that nothing ties is nobody’s: it might be about another child.
 */
export function lettersOf(task: fhir4.Task, opened: OpenedBundle): readonly Document[] {
  // What is contained is a resource as good as any; the types of R4 say only «Resource».
  const contained = (task.contained ?? []) as readonly fhir4.FhirResource[];
  const beside = opened.resources
    .filter(isDocument)
    .filter((it) => opened.tasks.length === 1 || isTied(it, task, opened));
  return [...contained.filter(isDocument), ...beside];
}

/** Letters of a Bundle that none of its Tasks has: told, since they are not kept. */
export const lettersOfNobody = (opened: OpenedBundle): readonly Issue[] =>
  opened.resources
    .filter(isDocument)
    .some((document) => opened.tasks.every((task) => opened.tasks.length > 1 && !isTied(document, task, opened)))
    ? [notCarried('DocumentReference.context.related')]
    : [];

function isTied(document: Document, task: fhir4.Task, { at }: OpenedBundle): boolean {
  const focus = at(task.focus, task);
  const named = [
    ...(task.output ?? []).map(({ valueReference }) => valueReference),
    ...(task.input ?? []).map(({ valueReference }) => valueReference),
    ...(focus?.resourceType === 'ServiceRequest' ? (focus.supportingInfo ?? []) : []),
  ];
  const about = (document.context?.related ?? []).map((it) => at(it, document)).filter((it) => it !== undefined);
  return named.some((it) => at(it, task) === document) || about.some((it) => it === task || it === focus);
}
