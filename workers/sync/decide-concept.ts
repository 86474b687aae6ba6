import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { isReferralState, isTerminal, mayMove } from '../../mappings/domain/referral-state.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { DECLINE_REASONS } from '../../profiles/codes.ts';
import type { Decision, Write } from './decision.ts';
import { deliveriesFor } from './deliveries.ts';
import type { Present } from './present.ts';
import { identifiersOf, pointed, referencesIn, type TypedIdentifier, tokenOf } from './references.ts';

type Entry = fhir4.BundleEntry<fhir4.FhirResource>;

interface Standing {
  readonly version: number;
  readonly hash: string;
  readonly child: string | undefined;
}

/** Decides a concept created or revised: idempotent, in order, never a partial write (design.md §2, laws). */
export function decideConcept(event: ConceptEvent, present: Present): Decision {
  const root = present.found.get(tokenOf(event.root));
  const standing = root === undefined ? undefined : standingOf(root, event.centre);
  if (present.applied !== undefined) return unchanged(event, present, standing?.version);
  if (standing !== undefined) {
    if (standing.child !== undefined && standing.child !== event.child)
      return refused('versionConflict', ANOTHER_CHILD);
    const ordered = inOrder(event, standing);
    if (ordered === 'unchanged') return unchanged(event, present, standing.version);
    if (ordered !== 'goes-on') return ordered;
  } else if (event.ifMatch !== undefined) {
    return refused('preconditionFailed', notTheVersion(event.ifMatch, 0));
  }

  const entries = event.bundle.entry ?? [];
  const inside = new Set(
    entries.flatMap(({ resource }) => (resource === undefined ? [] : identifiersOf(resource).map(tokenOf))),
  );
  const awaits = entries
    .flatMap(({ resource }) => referencesIn(resource))
    .map(({ target }) => target)
    .filter((target) => !inside.has(tokenOf(target)) && !present.found.has(tokenOf(target)));
  if (awaits.length > 0) return { kind: 'waits', awaits: distinct(awaits) };

  const version = event.version ?? (standing?.version ?? 0) + 1;
  const writes = [
    ...entries.map((entry) => writeOf(entry, event, present, version, standing !== undefined)),
    ...closedTasks(event, present, inside),
  ];
  return {
    kind: 'commit',
    writes: writes.map((write) => ({
      ...write,
      resource: pointed(write.resource, (target) => locationOf(target, present)),
    })),
    created: standing === undefined,
    version,
    issues: [],
    deliver: deliveriesFor(writes.map(({ resource }) => resource)),
    change: standing === undefined ? 'created' : 'revised',
  };
}

function inOrder(event: ConceptEvent, standing: Standing): Decision | 'unchanged' | 'goes-on' {
  const sameContent = standing.hash === event.contentHash;
  if (sameContent && (event.version === undefined || event.version === standing.version)) return 'unchanged';
  if (event.version !== undefined && event.version < standing.version)
    return { kind: 'superseded', version: standing.version };
  if (event.version === standing.version) return refused('versionConflict', otherContent(standing.version));
  if (event.ifMatch !== undefined && event.ifMatch !== standing.version)
    return refused('preconditionFailed', notTheVersion(event.ifMatch, standing.version));
  return 'goes-on';
}

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
    ...(version !== undefined && { version }),
    ...(again !== undefined && { again }),
    issues: [],
    deliver: deliveriesFor(tasks),
  };
}

function standingOf(root: fhir4.FhirResource, centre: string): Standing {
  const child = referencesIn(root).find(
    ({ target }) => target.type === 'Patient' && target.system === IDENTIFIERS.child(centre),
  )?.target.value;
  return { ...revisionOf(root), child };
}

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
  const merged =
    desired.resourceType === 'Task' && standing.resourceType === 'Task' && !isPlanTask(desired)
      ? revisedTask(standing, desired)
      : desired;
  return { resource: { ...merged, id: standing.id }, fullUrl, ifMatch: standing.meta?.versionId ?? '0' };
}

const isPlanTask = (task: fhir4.Task): boolean => task.intent === 'plan';

/** The owner's part of a Task (status, businessStatus, outputs …) survives a revision by the requester. */
function revisedTask(standing: fhir4.Task, desired: fhir4.Task): fhir4.Task {
  const { status, statusReason, authoredOn, ...requesters } = desired;
  const from = standing.status;
  const moves = isReferralState(from) && isReferralState(status) && mayMove({ from, to: status, by: 'requester' });
  return {
    ...standing,
    ...requesters,
    extension: [
      ...(standing.extension ?? []).filter(({ url }) => OWNER_EXTENSIONS.has(url)),
      ...(desired.extension ?? []),
    ],
    ...(moves && { status, ...(statusReason !== undefined && { statusReason }) }),
  };
}

const OWNER_EXTENSIONS: ReadonlySet<string> = new Set([EXTENSIONS.receiverPriority, EXTENSIONS.delivery]);

/** A new recipient, or none any more: the Tasks of the others are cancelled, and whoever has one is told. */
function closedTasks(event: ConceptEvent, present: Present, inside: ReadonlySet<string>): readonly Write[] {
  return present.tasks
    .filter((task) => !identifiersOf(task).some((identifier) => inside.has(tokenOf(identifier))))
    .filter(({ status }) => isReferralState(status) && !isTerminal(status))
    .map((task) => ({
      resource: {
        ...task,
        status: 'cancelled',
        lastModified: event.recordedAt,
        statusReason: {
          coding: [
            {
              system: CODE_SYSTEMS.declineReason,
              code: 'another-recipient',
              display: DECLINE_REASONS['another-recipient'].fr,
            },
          ],
          text: DECLINE_REASONS['another-recipient'].fr,
        },
      } satisfies fhir4.Task,
      fullUrl: `urn:uuid:${task.id ?? ''}`,
      ifMatch: task.meta?.versionId ?? '0',
    }));
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

const activityOf = (revises: boolean): fhir4.CodeableConcept => ({
  coding: [
    revises
      ? { system: FOREIGN.dataOperation, code: 'UPDATE', display: 'revise' }
      : { system: FOREIGN.dataOperation, code: 'CREATE', display: 'create' },
  ],
});

const distinct = (targets: readonly TypedIdentifier[]): readonly TypedIdentifier[] => [
  ...new Map(targets.map((target) => [tokenOf(target), target])).values(),
];

const refused = (failure: 'versionConflict' | 'preconditionFailed', issue: Issue): Decision => ({
  kind: 'refused',
  failure,
  issues: [issue],
});

const ANOTHER_CHILD: Issue = {
  severity: 'error',
  code: 'conflict',
  expression: 'id',
  text: {
    fr: 'Cet identifiant est déjà celui d’un autre enfant. Prenez-en un nouveau.',
    en: 'This identifier already belongs to another child. Take a new one.',
  },
};

const otherContent = (version: number): Issue => ({
  severity: 'error',
  code: 'conflict',
  expression: 'version',
  text: {
    fr: `La version ${version} existe déjà avec un autre contenu. Envoyez votre révision comme version ${version + 1}.`,
    en: `Version ${version} already exists with other content. Send your revision as version ${version + 1}.`,
  },
});

const notTheVersion = (asked: number, standing: number): Issue => ({
  severity: 'error',
  code: 'conflict',
  expression: 'http.If-Match',
  text: {
    fr: `Vous révisez la version ${asked}, mais la version qui vaut est ${standing === 0 ? 'aucune' : standing}. Relisez, puis révisez celle-là.`,
    en: `You revise version ${asked}, but the version that stands is ${standing === 0 ? 'none' : standing}. Read again, then revise that one.`,
  },
});
