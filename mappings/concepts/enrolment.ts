import { CENTRE_PROGRAMMES } from '../../profiles/codes/contacts.ts';
import { PROGRAMMES } from '../../profiles/codes.ts';
import type { CareManager, Enrolment, EnrolmentStep } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { codeAmong, codeMap, codingOf, codingsOf } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry, partnerIdentity } from './directory.ts';
import { extension, extensionIn } from './extension.ts';
import { type Findings, findings } from './findings.ts';
import { childIdIn, foundResources } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { fhirPeriodFrom, periodFrom } from './period.ts';
import { present, several } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { identifierIn, numberIn, referenceInside, referenceOutside } from './reference.ts';
import { requestIdentity } from './request.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { childReference, referenceFromWho, type WhoScope, whoEntries, whoFromReference } from './who.ts';

const NETWORK = { system: CODE_SYSTEMS.programme, table: PROGRAMMES };
const CENTRE = { system: CODE_SYSTEMS.centreProgramme, table: CENTRE_PROGRAMMES };

const statuses = codeMap<NonNullable<Enrolment['status']>, fhir4.EpisodeOfCare['status']>({
  planned: 'planned',
  waitlist: 'waitlist',
  active: 'active',
  'on-hold': 'onhold',
  finished: 'finished',
  cancelled: 'cancelled',
  'entered-in-error': 'entered-in-error',
});

/** Enrolment ⇄ EpisodeOfCare. */
export const enrolmentMapping: ConceptMapping<Enrolment> = {
  name: 'enrolment',
  root: (centre) => ({ type: 'EpisodeOfCare', system: IDENTIFIERS.enrolment(centre) }),
  toBundle: bundleFromEnrolment,
  fromResources: enrolmentFromResources,
};

/** How an enrolment is known. */
export const enrolmentIdentity = (centre: string, id: string): Identity<'EpisodeOfCare'> => ({
  type: 'EpisodeOfCare',
  system: IDENTIFIERS.enrolment(centre),
  value: id,
});

function bundleFromEnrolment(enrolment: Identified<Enrolment>, context: MappingContext) {
  const { centre, child, happenedAt, pivot, partner } = enrolment;
  const scope = { centre, childId: child.id };
  const home = centreIdentity(centre);
  const root = enrolmentIdentity(centre, enrolment.id);
  const written = [putEntry(root, episodeFrom(enrolment, root, context))];
  const name = context.recipient?.id === partner ? context.recipient?.name : undefined;
  return transactionOf([
    ...written,
    organizationEntry(home, context.centre),
    ...(partner === undefined ? [] : [organizationEntry(partnerIdentity(partner), { id: partner, name })]),
    ...whoEntries([pivot], scope),
    provenanceEntry(written, { happenedAt, agent: referenceInside(home) }, context),
  ]);
}

function episodeFrom(enrolment: Identified<Enrolment>, root: Identity, context: MappingContext): fhir4.EpisodeOfCare {
  const { centre, child, status, programme, what, partner, request, pivot, circle } = enrolment;
  const scope = { centre, childId: child.id };
  const team: Identity | undefined =
    circle === undefined ? undefined : { type: 'CareTeam', system: IDENTIFIERS.careCircle(centre), value: circle };
  return present({
    resourceType: 'EpisodeOfCare',
    meta: { profile: [PROFILES.episode] },
    extension: [
      revisionExtension(enrolment, context),
      ...extension(EXTENSIONS.statusReason, 'valueString', enrolment.endedBecause),
      ...extension(EXTENSIONS.note, 'valueString', enrolment.note),
    ],
    identifier: [identifierOf(root)],
    status: statuses.toFhir(status ?? 'active'),
    _status: impliedMark(status),
    statusHistory: several(
      enrolment.history?.map((step) => ({
        status: statuses.toFhir(step.status),
        period: fhirPeriodFrom(step.period),
      })),
    ),
    type: [present({ coding: [programmeCoding(programme)], text: what })],
    patient: childReference(scope),
    managingOrganization: referenceInside(partner === undefined ? centreIdentity(centre) : partnerIdentity(partner)),
    period: enrolment.period && fhirPeriodFrom(enrolment.period),
    referralRequest: request === undefined ? undefined : [referenceOutside(requestIdentity(centre, request))],
    careManager: pivot && referenceFromWho(pivot, scope),
    team: team && [referenceOutside(team)],
  });
}

const programmeCoding = (programme: Enrolment['programme']): fhir4.Coding =>
  programme === 'centre-follow-up' ? codingOf(CENTRE, programme) : codingOf(NETWORK, programme);

function enrolmentFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const root = foundResources(resources).root('EpisodeOfCare', IDENTIFIERS.enrolment, found);
  if (root === undefined) return found.settle<Identified<Enrolment>>(undefined);
  const { resource: episode, centre, id } = root;
  const childId = found.required(childIdIn(episode.patient, centre), 'EpisodeOfCare.patient.identifier');
  const revision = revisionFrom(episode, found);
  const codings = codingsOf(episode.type);
  const programme = found.required(codeAmong(NETWORK, codings) ?? codeAmong(CENTRE, codings), 'EpisodeOfCare.type');
  if (childId === undefined || revision === undefined || programme === undefined)
    return found.settle<Identified<Enrolment>>(undefined);
  const scope = { centre, childId };
  return found.settle<Identified<Enrolment>>(
    present({
      id,
      ...revision,
      centre,
      child: { id: childId },
      status: statuses.toDomain(saidStatus(episode.status, episode._status, 'active'), 'EpisodeOfCare.status', found),
      endedBecause: extensionIn(episode, EXTENSIONS.statusReason, 'valueString'),
      programme,
      what: episode.type?.[0]?.text,
      partner: partnerFrom(episode.managingOrganization, centre, found),
      period: episode.period && periodFrom(episode.period),
      history: several(episode.statusHistory?.flatMap((step) => stepFrom(step, found) ?? [])),
      pivot: pivotFrom(episode.careManager, scope, found),
      circle: numberIn(episode.team?.[0], IDENTIFIERS.careCircle(centre), 'EpisodeOfCare.team', found),
      request: numberIn(
        episode.referralRequest?.[0],
        IDENTIFIERS.request(centre),
        'EpisodeOfCare.referralRequest',
        found,
      ),
      note: extensionIn(episode, EXTENSIONS.note, 'valueString'),
    }),
  );
}

/** The partner that offers the programme; undefined if it is the centre itself. */
function partnerFrom(reference: fhir4.Reference | undefined, centre: string, found: Findings): string | undefined {
  const { system, value } = identifierIn(reference) ?? {};
  if (system === IDENTIFIERS.centre && value === centre) return undefined;
  const at = 'EpisodeOfCare.managingOrganization';
  return found.required(system === IDENTIFIERS.partner ? value : undefined, `${at}.identifier`);
}

function stepFrom(step: fhir4.EpisodeOfCareStatusHistory, found: Findings): EnrolmentStep | undefined {
  const status = statuses.toDomain(step.status, 'EpisodeOfCare.statusHistory.status', found);
  return status && { status, period: periodFrom(step.period) };
}

/** FHIR lets only professionals manage an episode. */
function pivotFrom(reference: fhir4.Reference | undefined, scope: WhoScope, found: Findings): CareManager | undefined {
  const at = 'EpisodeOfCare.careManager';
  const who = whoFromReference(reference, scope, at, found);
  if (who?.kind !== 'child' && who?.kind !== 'member') return who;
  return found.report('value', at, {
    fr: `${at} ne nomme pas un professionnel.`,
    en: `${at} does not name a professional.`,
  });
}
