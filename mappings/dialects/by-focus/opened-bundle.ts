import type { Issue, Mapped } from '../../domain/mapped.ts';
import type { Message } from '../dialect.ts';
import { fault } from '../messaging/not-carried.ts';
import { withoutForbidden } from '../never-kept.ts';

/** A Bundle that came in, without what is never kept: its Tasks, and what references lead to. */
export interface OpenedBundle {
  readonly tasks: readonly fhir4.Task[];
  readonly resources: readonly fhir4.FhirResource[];
  /** What a reference leads to: an entry, or what the resource itself contains. */
  readonly at: (
    reference: fhir4.Reference | undefined,
    within?: fhir4.DomainResource,
  ) => fhir4.FhirResource | undefined;
  /** What was taken out. */
  readonly issues: readonly Issue[];
}

/** Opens a Bundle of any type: a transaction, what a search found, or a Task alone. */
export function openedBundle(message: Message): Mapped<OpenedBundle> {
  if (message.form !== 'fhir') return { ok: false, issues: [NOT_FHIR] };
  const { resource: bundle, issues } = withoutForbidden(message.bundle);
  const entries = bundle.entry ?? [];
  const resources = entries.flatMap(({ resource }) => resource ?? []);
  const tasks = resources.flatMap((resource) => (resource.resourceType === 'Task' ? [resource] : []));
  if (tasks.length === 0) return { ok: false, issues: [NO_TASK] };
  return {
    ok: true,
    value: { tasks, resources, at: (reference, within) => targetOf(entries, reference, within), issues },
  };
}

/** A fullUrl as it stands, `#id` of what is contained, or `Type/id`: servers write the last beside an absolute fullUrl. */
function targetOf(
  entries: readonly fhir4.BundleEntry<fhir4.FhirResource>[],
  reference: fhir4.Reference | undefined,
  within: fhir4.DomainResource | undefined,
): fhir4.FhirResource | undefined {
  const wanted = reference?.reference;
  if (wanted === undefined) return undefined;
  // What is contained is a resource as good as any; the types of R4 say only «Resource».
  if (wanted.startsWith('#'))
    return within?.contained?.find(({ id }) => `#${id}` === wanted) as fhir4.FhirResource | undefined;
  const exact = entries.find(({ fullUrl }) => fullUrl === wanted)?.resource;
  if (exact !== undefined) return exact;
  const [, type, id] = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.+)?$/s.exec(wanted) ?? [];
  return entries.find(
    ({ fullUrl, resource }) =>
      type !== undefined &&
      resource?.resourceType === type &&
      (resource.id === id || fullUrl?.endsWith(`/${type}/${id}`) === true),
  )?.resource;
}

const NOT_FHIR = fault('Bundle', 'un Bundle FHIR est attendu.', 'a FHIR Bundle is expected.', 'structure');
const NO_TASK = fault(
  'Bundle.entry',
  'une Task dit ce qui est demandé, répondu ou repris ; il n’y en a pas.',
  'a Task says what is asked, answered or taken back; there is none.',
);
