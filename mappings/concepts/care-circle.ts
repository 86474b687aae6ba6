import type { CareCircle, Member } from '../domain/concepts.ts';
import { IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { childFromPatient, patientFromChild } from './child.ts';
import { identifiedMembers, memberEntries } from './circle-members.ts';
import { participantFrom, participantOf, pivotElsewhere } from './circle-participants.ts';
import { wordFrom } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry } from './directory.ts';
import { findings } from './findings.ts';
import { foundResources } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { fhirPeriodFrom, periodFrom } from './period.ts';
import { present, several } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { referenceInside } from './reference.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { childIdentity } from './who.ts';

const STATUSES = {
  proposed: 'proposed',
  active: 'active',
  suspended: 'suspended',
  inactive: 'inactive',
  'entered-in-error': 'entered-in-error',
} as const satisfies Record<NonNullable<CareCircle['status']>, string>;

/** Care circle ⇄ CareTeam, the child's Patient and the RelatedPersons around. */
export const careCircleMapping: ConceptMapping<CareCircle> = {
  name: 'care-circle',
  root: (centre) => ({ type: 'CareTeam', system: IDENTIFIERS.careCircle(centre) }),
  toBundle: bundleFromCareCircle,
  fromResources: careCircleFromResources,
};

function bundleFromCareCircle(
  circle: Identified<CareCircle>,
  context: MappingContext,
): fhir4.Bundle<fhir4.FhirResource> {
  const { centre, child } = circle;
  const scope = { centre, childId: child.id };
  const root: Identity = { type: 'CareTeam', system: IDENTIFIERS.careCircle(centre), value: circle.id };
  const patient = childIdentity(scope);
  const members = identifiedMembers(circle.members ?? [], scope, root);
  const written = [
    putEntry(root, careTeamFrom(circle, root, members, context)),
    putEntry(patient, patientFromChild(child, centre)),
    ...members.flatMap(([member, identity]) => memberEntries(member, identity, scope)),
  ];
  const home = centreIdentity(centre);
  const act = { happenedAt: circle.happenedAt, agent: referenceInside(home) };
  return transactionOf([...written, organizationEntry(home, context.centre), provenanceEntry(written, act, context)]);
}

function careTeamFrom(
  circle: Identified<CareCircle>,
  root: Identity,
  members: readonly (readonly [Member, Identity])[],
  context: MappingContext,
): fhir4.CareTeam {
  const { centre, child, pivot } = circle;
  const patient = referenceInside(childIdentity({ centre, childId: child.id }));
  const listed = pivot === undefined || members.some(([{ id }]) => id === pivot);
  return present({
    resourceType: 'CareTeam',
    meta: { profile: [PROFILES.careCircle] },
    extension: [revisionExtension(circle, context)],
    identifier: [identifierOf(root)],
    status: circle.status ?? 'active',
    _status: impliedMark(circle.status),
    subject: patient,
    period: circle.period && fhirPeriodFrom(circle.period),
    participant: [
      { member: patient },
      ...members.map(([member, identity]) => participantFrom(member, identity, pivot, centre)),
      ...(listed ? [] : [pivotElsewhere(pivot)]),
    ],
    managingOrganization: [referenceInside(centreIdentity(centre))],
  });
}

function careCircleFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const index = foundResources(resources);
  const root = index.root('CareTeam', IDENTIFIERS.careCircle, found);
  if (root === undefined) return found.settle<Identified<CareCircle>>(undefined);
  const { resource: team, centre, id } = root;
  const patient = index.at('Patient', team.subject, 'CareTeam.subject', found);
  const child = patient && childFromPatient(patient, centre, found);
  const revision = revisionFrom(team, found);
  const status = wordFrom(STATUSES, saidStatus(team.status, team._status, 'active'), 'CareTeam.status', found);
  if (child === undefined || revision === undefined) return found.settle<Identified<CareCircle>>(undefined);
  const around = { scope: { centre, childId: child.id }, resources: index, found };
  const participants = (team.participant ?? []).map((participant) => participantOf(participant, around));
  return found.settle<Identified<CareCircle>>(
    present({
      id,
      ...revision,
      centre,
      child,
      status,
      period: team.period && periodFrom(team.period),
      members: several(participants.flatMap(({ member }) => member ?? [])),
      pivot: participants.find(({ pivot }) => pivot !== undefined)?.pivot,
    }),
  );
}
