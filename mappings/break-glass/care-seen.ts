import { CENTRE_PROGRAMMES } from '../../profiles/codes/contacts.ts';
import { NETWORK_SERVICES, PILLARS, PIVOT, PROGRAMMES } from '../../profiles/codes.ts';
import { codeAmong, codingsOf } from '../concepts/code-map.ts';
import { extensionIn, extensionsIn, extensionValuesIn } from '../concepts/extension.ts';
import { findings } from '../concepts/findings.ts';
import { telecomFrom } from '../concepts/name-and-telecom.ts';
import { periodFrom } from '../concepts/period.ts';
import { present } from '../concepts/present.ts';
import { hasCome, hasPassed, type Now } from '../consent/moments.ts';
import type { Telecom } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';
import { type OpenedRequest, refersTo } from './opened-requests.ts';
import { CARE_PILLARS, CARE_PROGRAMMES, CARE_SERVICES, OPENS, through } from './opens.ts';

type CareProgramme = (typeof CARE_PROGRAMMES)[number];
type CareService = (typeof CARE_SERVICES)[number];

/** Who cares for a child, and what was asked or is under way. */
export interface CareSeen {
  readonly people: readonly {
    readonly name: string;
    readonly pillar?: (typeof CARE_PILLARS)[number];
    readonly pivot?: true;
    readonly role?: string;
    /** Of work. */
    readonly telecom?: readonly Telecom[];
  }[];
  readonly enrolments: readonly {
    readonly programme: CareProgramme;
    readonly state: 'waiting' | 'under-way';
    readonly with?: string;
    readonly from?: string;
  }[];
  readonly requests: readonly {
    readonly programme: CareProgramme;
    readonly service?: CareService;
    readonly state: 'asked' | 'accepted';
    readonly with?: string;
    readonly askedOn?: string;
  }[];
}

/** `resources` bear no label. */
export const careSeen = (
  resources: readonly fhir4.FhirResource[],
  opened: readonly OpenedRequest[],
  now: Now,
): CareSeen => ({
  people: resources.flatMap((it) => (it.resourceType === 'CareTeam' ? peopleSeen(it, now) : [])),
  enrolments: resources.flatMap((it) => (it.resourceType === 'EpisodeOfCare' ? enrolmentSeen(it, opened) : [])),
  requests: opened.flatMap(requestSeen),
});

const NETWORK = { system: CODE_SYSTEMS.programme, table: PROGRAMMES };
const CENTRE = { system: CODE_SYSTEMS.centreProgramme, table: CENTRE_PROGRAMMES };
const SERVICE = { system: CODE_SYSTEMS.networkService, table: NETWORK_SERVICES };
const PILLAR = { system: CODE_SYSTEMS.circleRole, table: PILLARS };
const HOLDS_THE_THREAD = { system: CODE_SYSTEMS.circleRole, table: { pivot: PIVOT } };

const programmeIn = (concepts: readonly fhir4.CodeableConcept[] | undefined): CareProgramme | undefined => {
  const codings = codingsOf(concepts);
  const said = codeAmong(NETWORK, codings) ?? codeAmong(CENTRE, codings);
  return CARE_PROGRAMMES.find((it) => it === said);
};

/** Of an organization, the name under which we wrote it, else its number in the registry. */
const nameOf = (reference: fhir4.Reference | undefined): string | undefined =>
  reference?.display ?? reference?.identifier?.value;

const ASKED: ReadonlySet<string> = new Set(['requested', 'received', 'ready']);
const ACCEPTED: ReadonlySet<string> = new Set(['accepted', 'in-progress', 'on-hold']);

function requestSeen({ kind, request, tasks }: OpenedRequest): CareSeen['requests'] {
  const seen = through(request, OPENS.requests);
  const programme = programmeIn(seen.of('category'));
  const coded = codeAmong(SERVICE, seen.of('code')?.coding ?? []);
  const service = CARE_SERVICES.find((it) => it === coded);
  const isCare = kind === 'service-referral' && programme !== undefined && (coded === undefined || service === coded);
  const isAccepted = tasks.some(({ status }) => ACCEPTED.has(status));
  if (!isCare || request.status === 'completed' || !(isAccepted || tasks.every(({ status }) => ASKED.has(status))))
    return [];
  return [
    present({
      programme,
      service,
      state: isAccepted ? ('accepted' as const) : ('asked' as const),
      with: nameOf(seen.of('performer')?.[0]),
      askedOn: seen.of('authoredOn'),
    }),
  ];
}

const WAITING: ReadonlySet<string> = new Set(['planned', 'waitlist']);
const UNDER_WAY: ReadonlySet<string> = new Set(['active', 'onhold']);

/** One that came of a request which does not pass says what that request was. */
function enrolmentSeen(episode: fhir4.EpisodeOfCare, opened: readonly OpenedRequest[]): CareSeen['enrolments'] {
  const comesOfOpened = (episode.referralRequest ?? []).every((reference) =>
    opened.some(({ request }) => refersTo(reference, request)),
  );
  const seen = through(episode, OPENS.enrolments);
  const programme = programmeIn(seen.of('type'));
  const status = seen.of('status') ?? '';
  if (!comesOfOpened || programme === undefined || !(WAITING.has(status) || UNDER_WAY.has(status))) return [];
  return [
    present({
      programme,
      state: WAITING.has(status) ? ('waiting' as const) : ('under-way' as const),
      with: nameOf(seen.of('managingOrganization')),
      from: seen.of('period')?.start,
    }),
  ];
}

const ENDED: ReadonlySet<string | undefined> = new Set(['inactive', 'entered-in-error']);
const DIRECTORY: ReadonlySet<string | undefined> = new Set(['professional', 'institution']);

function peopleSeen(team: fhir4.CareTeam, now: Now): CareSeen['people'] {
  if (ENDED.has(team.status)) return [];
  return (through(team, OPENS.people).of('participant') ?? []).flatMap((participant) => {
    const [details] = extensionsIn(participant, EXTENSIONS.participant);
    const codings = codingsOf(participant.role);
    const said = codeAmong(PILLAR, codings);
    const pillar = CARE_PILLARS.find((it) => it === said);
    const isPivot = codeAmong(HOLDS_THE_THREAD, codings) !== undefined && said === pillar;
    const name = participant.member?.display;
    const isCare = DIRECTORY.has(extensionIn(details, 'kind', 'valueCode')) && (pillar !== undefined || isPivot);
    if (!isCare || name === undefined || !isNow(participant.period, now)) return [];
    return [
      present({
        name,
        pillar,
        pivot: isPivot ? (true as const) : undefined,
        role: pillar === undefined ? undefined : participant.role?.find(({ text }) => text !== undefined)?.text,
        telecom: telecomFrom(extensionValuesIn(details, 'telecom', 'valueContactPoint'), 'telecom', findings()),
      }),
    ];
  });
}

function isNow(period: fhir4.Period | undefined, now: Now): boolean {
  const { start, end } = period === undefined ? {} : periodFrom(period);
  return (start === undefined || hasCome(start, now)) && (end === undefined || !hasPassed(end, now));
}
