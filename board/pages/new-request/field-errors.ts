import type { ApiIssue } from '../../api/api-error.ts';
import type { DraftField } from './request-draft.ts';

/** The paths of a request, as the API names them, and the fields of the page where one writes them: the longest first. */
const FIELD_OF: readonly (readonly [path: string, field: DraftField])[] = [
  ['safeContact.person', 'person'],
  ['safeContact.number', 'number'],
  ['safeContact.mustNot', 'mustNot'],
  ['safeContact.when', 'when'],
  ['safeContact', 'reach'],
  ['agreements.at', 'agreedOn'],
  ['agreements.how', 'agreedHow'],
  ['agreements', 'agreedBy'],
  ['conflictCheckNames', 'conflictNames'],
  ['bindingDate', 'bindingDate'],
  ['recipient', 'recipient'],
  ['programme', 'what'],
  ['mandate', 'what'],
  ['service', 'what'],
  ['urgency', 'urgency'],
  ['labels', 'labels'],
  ['reason', 'why'],
  ['facts', 'facts'],
  ['kind', 'what'],
  ['what', 'details'],
];

export interface FieldErrors {
  readonly fields: Readonly<Partial<Record<DraftField, readonly string[]>>>;
  /** What is about no field of the page. */
  readonly others: readonly string[];
}

/** What the API says is wrong, each at the field that it names. */
export function fieldErrorsFrom(issues: readonly ApiIssue[]): FieldErrors {
  const placed = issues.map(({ text, field }) =>
    field === undefined ? { text, at: undefined } : { text: withoutPath(text, field), at: fieldAt(field) },
  );
  const fields: Partial<Record<DraftField, readonly string[]>> = {};
  for (const { text, at } of placed) if (at !== undefined) fields[at] = [...(fields[at] ?? []), text];
  return { fields, others: placed.flatMap(({ text, at }) => (at === undefined ? text : [])) };
}

/** `ServiceReferral.agreements[0].by` is, to the page, `agreements.by`. */
const pathIn = (expression: string): string => expression.replace(/^[A-Z]\w*\./, '');

/** « agreements[0].at : cette date… » is, under its field, « Cette date… ». */
function withoutPath(text: string, expression: string): string {
  const path = pathIn(expression);
  const rest = text.startsWith(path) ? text.slice(path.length).replace(/^\s*:\s*/, '') : text;
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

function fieldAt(expression: string): DraftField | undefined {
  const path = pathIn(expression).replace(/\[\d{1,6}\]/g, '');
  return FIELD_OF.find(([start]) => path === start || path.startsWith(`${start}.`))?.[1];
}
