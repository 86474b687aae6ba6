import { askedHidden } from '../../gateway/disclosure/closed-by.ts';
import type { MayBeShown } from '../../gateway/disclosure/disclosure.ts';
import { activityOf } from '../../mappings/concepts/provenance.ts';
import { namesRecipient } from '../../mappings/consent/agreements-on-request.ts';
import { partnerIn, senderOf } from '../../mappings/domain/current-task.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import {
  identifiersOf,
  pointed,
  referencesIn,
  referenceTo,
  type TypedIdentifier,
  tokenOf,
} from '../../mappings/domain/references.ts';
import { EXTENSIONS } from '../../mappings/domain/systems.ts';
import { endedWith, endsTold, tracesOfEnds } from './agreement-taken-back.ts';
import type { Decision, Write } from './decision.ts';
import { deliveriesFor } from './deliveries.ts';
import { labelsStay, withLabelsKept } from './file-label.ts';
import { hiddenFromWriter } from './hidden-from-writer.ts';
import { letterAlong, letterOfAnother, taskOfLetter } from './letter-along.ts';
import type { Present } from './present.ts';
import { replacedInVain } from './replaced-request.ts';
import { closedTasks, endedForGood, revisedTask } from './revised-task.ts';
import { orderOf, REFUSED_AS_NOT_FREE, standingOf } from './version-order.ts';

type Entry = fhir4.BundleEntry<fhir4.FhirResource>;

/** Decides a concept created or revised: idempotent, in order, never a partial write (design.md §2, laws). */
export function decideConcept(event: ConceptEvent, present: Present, mayBeShown: MayBeShown): Decision {
  const root = present.found.get(tokenOf(event.root));
  const standing = root === undefined ? undefined : standingOf(root, event.centre);
  const entries = event.bundle.entry ?? [];
  const hidden = hiddenFromWriter(event, present.found);
  /** Of what was hidden from them since they wrote it, they are told what they wrote. */
  const stands = root !== undefined && hidden.has(root) ? event.version : standing?.version;
  if (present.applied !== undefined) return unchanged(event, present, stands);
  const named = entries.flatMap(({ resource }) => referencesIn(resource)).map(({ target }) => target);
  const isThere = (target: TypedIdentifier): boolean => {
    const standsThere = present.found.get(tokenOf(target));
    return standsThere !== undefined && !hidden.has(standsThere);
  };
  const order = orderOf(event, standing);
  // The same content again tells its sender nothing that they did not write, unless it names what they may not know of.
  const isTheirs =
    order === 'unchanged' && !named.some((target) => present.found.has(tokenOf(target)) && !isThere(target));
  if (root !== undefined && hidden.has(root) && !isTheirs) return REFUSED_AS_NOT_FREE;
  if (order === 'unchanged') return unchanged(event, present, stands);
  if (order !== 'goes-on') return order;

  const inside = new Set(
    entries.flatMap(({ resource }) => (resource === undefined ? [] : identifiersOf(resource).map(tokenOf))),
  );
  const awaits = named.filter((target) => !inside.has(tokenOf(target)) && !isThere(target));
  if (awaits.length > 0) return { kind: 'waits', awaits: distinct(awaits) };

  const ofAnother = letterOfAnother(event, present);
  if (ofAnother !== undefined) return { kind: 'refused', failure: 'invalidInput', issues: [ofAnother] };
  const inVain = replacedInVain(event, present);
  if (inVain !== undefined) return { kind: 'refused', failure: 'invalidInput', issues: [inVain] };

  const version = event.version ?? (standing?.version ?? 0) + 1;
  const along = letterAlong(event, version, present);
  const ended = endedWith(event, present.agreed, mayBeShown);
  const endedById = new Map(ended.map((task) => [`Task/${task.id}`, task]));
  const secret = askedHidden(event, present.agreed?.asked).map(({ task }) => task);
  const isSecret = ({ id }: fhir4.Task): boolean => secret.some((task) => task.id === id);
  const endedOpenly = ended.filter((task) => !isSecret(task));
  const secretTraces = tracesOfEnds(event, ended.filter(isSecret), { untold: true });
  // What ends for want of an agreement ends so, whatever else is said of it.
  const goesOn = ({ resource }: Write): boolean => !endedById.has(`${resource.resourceType}/${resource.id}`);
  const beside = [...closedTasks(event.recordedAt, present.tasks, inside), ...along.writes].filter(goesOn);
  const writes = [
    ...entries
      .map((entry) => writeOf(entry, event, present, version, standing !== undefined))
      .filter(goesOn)
      .map((write) => tracing(write, beside)),
    ...beside,
    ...ended.map(revising),
    ...tracesOfEnds(event, endedOpenly),
    ...secretTraces,
  ];
  return {
    kind: 'commit',
    writes: writes.map((write) => ({
      ...write,
      resource: pointed(write.resource, (target) => locationOf(target, present)),
    })),
    created: standing === undefined,
    version,
    issues: [
      ...along.issues,
      ...endsTold(event, endedOpenly),
      ...(asksInVain(event, present) ? [ENDED] : []),
      ...(present.labelsStayFor === undefined ? [] : [labelsStay(present.labelsStayFor)]),
    ],
    deliver: deliveriesFor([
      ...writes.map(({ resource }) => resource),
      ...(present.takesLabelOff ? askedOf(present).filter(({ id }) => !endedById.has(`Task/${id}`)) : []),
    ]),
    change: standing === undefined ? 'created' : 'revised',
    concept: event.concept,
    ...(secret.length > 0 && {
      untold: new Set([...secret, ...secretTraces.map(({ resource }) => resource)].flatMap(namesOf)),
    }),
  };
}

/** Where the record holds it, and its numbers. */
const namesOf = (resource: fhir4.FhirResource): readonly string[] => [
  `${resource.resourceType}/${resource.id}`,
  ...identifiersOf(resource).map(({ value }) => value),
];

function unchanged(event: ConceptEvent, present: Present, version: number | undefined): Decision {
  const tasks =
    event.bundle.entry?.flatMap(({ resource }) =>
      resource?.resourceType === 'Task'
        ? (present.found.get(tokenOf(identifiersOf(resource)[0] ?? event.root)) ?? [])
        : [],
    ) ?? [];
  const again =
    present.applied === undefined
      ? undefined
      : present.applied.activity?.coding?.[0]?.code === 'CREATE'
        ? 'created'
        : 'revised';
  return {
    kind: 'unchanged',
    concept: event.concept,
    ...(version !== undefined && { version }),
    ...(again !== undefined && { again }),
    issues: [],
    deliver: deliveriesFor([...tasks, ...taskOfLetter(event, present), ...askedOf(present)]),
  };
}

const askedOf = ({ agreed }: Present): readonly fhir4.Task[] => agreed?.asked.map(({ task }) => task) ?? [];

/** The event's own trace tells of all that it changes, also of what its bundle does not have. */
function tracing({ resource, ...write }: Write, beside: readonly Write[]): Write {
  if (resource.resourceType !== 'Provenance' || beside.length === 0) return { resource, ...write };
  const more = beside.map((it) => referenceTo(it.resource, `${it.resource.resourceType}/${it.resource.id}`));
  return { ...write, resource: { ...resource, target: [...resource.target, ...more] } };
}

const revising = (resource: fhir4.Task): Write => ({
  resource,
  fullUrl: `urn:uuid:${resource.id ?? ''}`,
  ifMatch: resource.meta?.versionId ?? '0',
});

/** Whether an active request is addressed to a recipient who has ended with it. */
function asksInVain({ bundle, root }: ConceptEvent, present: Present): boolean {
  const resources = bundle.entry?.flatMap(({ resource }) => resource ?? []) ?? [];
  const isActive = resources.some(
    (resource) => resource.resourceType === 'ServiceRequest' && resource.status === 'active' && isNamed(resource, root),
  );
  return (
    isActive &&
    resources.some((desired) => {
      const own = identifiersOf(desired)[0];
      const standing = own === undefined ? undefined : present.found.get(tokenOf(own));
      return desired.resourceType === 'Task' && standing?.resourceType === 'Task' && endedForGood(standing, desired);
    })
  );
}

const isNamed = (resource: fhir4.FhirResource, name: TypedIdentifier): boolean =>
  identifiersOf(resource).some((identifier) => tokenOf(identifier) === tokenOf(name));

/** Where the record holds a target; undefined leaves the reference as it is (a urn of the same transaction). */
function locationOf(target: TypedIdentifier, present: Present): string | undefined {
  const resource = present.found.get(tokenOf(target));
  return resource?.id === undefined ? undefined : `${resource.resourceType}/${resource.id}`;
}

function writeOf(
  { resource, fullUrl = '', request }: Entry,
  event: ConceptEvent,
  present: Present,
  version: number,
  revises: boolean,
): Write {
  if (resource === undefined) throw new TypeError('a mapped Bundle has an entry without a resource');
  if (resource.resourceType === 'Provenance')
    return { resource: { ...resource, activity: activityOf(revises) }, fullUrl };
  if (request?.method === 'POST') return { resource, fullUrl, ifNoneExist: request.ifNoneExist ?? '' };

  const own = identifiersOf(resource)[0];
  const standing = own === undefined ? undefined : present.found.get(tokenOf(own));
  const isRoot = own !== undefined && tokenOf(own) === tokenOf(event.root);
  const desired = isRoot ? withVersion(resource, version) : resource;
  if (standing?.id === undefined) {
    if (own === undefined) throw new TypeError(`a ${resource.resourceType} has no business identifier`);
    return {
      resource: desired,
      fullUrl,
      ifNoneExist: `identifier=${encodeURIComponent(`${own.system}|${own.value}`)}`,
    };
  }
  const merged = mergedWith(standing, desired, event, revises && present.labelsStayFor === undefined);
  return { resource: { ...merged, id: standing.id }, fullUrl, ifMatch: standing.meta?.versionId ?? '0' };
}

/** What is written, with what it leaves as it stands. */
function mergedWith(
  standing: fhir4.FhirResource,
  desired: fhir4.FhirResource,
  event: ConceptEvent,
  mayTakeLabelOff: boolean,
): fhir4.FhirResource {
  if (desired.resourceType === 'Task' && standing.resourceType === 'Task' && desired.intent === 'order')
    return revisedTask(standing, desired, isAgreed(event, desired));
  if (desired.resourceType === 'Patient' && standing.resourceType === 'Patient' && !mayTakeLabelOff)
    return withLabelsKept(desired, standing);
  return desired;
}

/** Whether the request, as it is now revised, still has an agreement that names the Task's recipient; what a partner asks of us needs none. */
function isAgreed({ bundle, recordedAt }: ConceptEvent, task: fhir4.Task): boolean {
  if (senderOf(task) !== undefined) return true;
  const request = bundle.entry?.map(({ resource }) => resource).find((it) => it?.resourceType === 'ServiceRequest');
  const recipient = partnerIn(task.owner);
  return (
    request?.resourceType === 'ServiceRequest' &&
    recipient !== undefined &&
    namesRecipient(request, recipient, new Date(recordedAt))
  );
}

function withVersion(resource: fhir4.FhirResource, version: number): fhir4.FhirResource {
  if (!('extension' in resource)) return resource;
  return {
    ...resource,
    extension: resource.extension?.map((extension) =>
      extension.url === EXTENSIONS.revision
        ? {
            ...extension,
            extension: [
              { url: 'version', valuePositiveInt: version },
              ...(extension.extension ?? []).filter(({ url }) => url !== 'version'),
            ],
          }
        : extension,
    ),
  } as fhir4.FhirResource;
}

const ENDED: Issue = {
  severity: 'warning',
  code: 'business-rule',
  expression: 'recipient',
  text: {
    fr: 'Pour ce destinataire, cette demande est terminée : la révision est gardée, mais rien ne lui est envoyé. Pour la lui adresser encore, faites une nouvelle demande.',
    en: 'For this recipient this request has ended: the revision is kept, but nothing is sent to them. To ask them again, make a new request.',
  },
};

const distinct = (targets: readonly TypedIdentifier[]): readonly TypedIdentifier[] => [
  ...new Map(targets.map((target) => [tokenOf(target), target])).values(),
];
