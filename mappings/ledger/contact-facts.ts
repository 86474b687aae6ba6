import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../domain/systems.ts';
import { dayOfMoment, type LocalDay } from './local-day.ts';
import type { ContactFact, FactTimes, NeedFact } from './need-facts.ts';
import { placeOf, type Traces } from './traces.ts';

/** A request as one holder has it. */
export interface Held {
  /** Place of its Task, or of the service in the plan. */
  readonly request: string;
  readonly holder: string;
  /** Identifier of the request that it is of, where a partner has it. */
  readonly number?: string;
}

export interface ContactScope {
  readonly centre: string;
  /** The centre, as a holder. */
  readonly home: string;
  readonly traces: Traces;
  readonly localDay: LocalDay;
  readonly held: readonly Held[];
}

/** In these somebody met the child or the family; a call is about them. */
const MET: ReadonlySet<string> = new Set(['meeting', 'visit', 'session', 'hand-over']);
const ARRIVED: ReadonlySet<string> = new Set(['arrived', 'fulfilled']);
const EXPECTED: ReadonlySet<string> = new Set(['booked', ...ARRIVED]);

/** A contact of the centre’s record that took place, and what it served. */
export function encounterFacts(encounter: fhir4.Encounter, scope: ContactScope): readonly NeedFact[] {
  const { centre, home, held, traces, localDay } = scope;
  const kind = codeIn(encounter.type, CODE_SYSTEMS.contactKind) ?? '';
  const childMet = encounter.extension?.find(({ url }) => url === EXTENSIONS.childPresent)?.valueBoolean === true;
  if (encounter.status !== 'finished' || (!MET.has(kind) && !childMet)) return [];
  const times = timesOf(placeOf(encounter), encounter.period?.start, 'finished', traces, localDay);
  if (times === undefined) return [];
  const number = encounter.basedOn?.[0]?.identifier?.value;
  const people = (encounter.participant ?? []).flatMap(({ individual }) => individual ?? []);
  const own = people.filter(({ identifier }) => identifier?.system === IDENTIFIERS.professionalRole(centre));
  const others = people.filter(({ identifier, display }) => identifier === undefined && display !== undefined);
  // The centre's own people who meet the family about a request do not give what was asked of the partner.
  const isOwn = own.length > 0 && others.length === 0 && kind !== 'session' && kind !== 'hand-over';
  const served = held.filter((it) => (number === undefined ? it.holder === home : it.number === number && !isOwn));
  const holders = [...served.map(({ holder }) => holder), ...(own.length > 0 || number === undefined ? [home] : [])];
  const givers = number === undefined ? own : others;
  const person = givers[0]?.identifier?.value ?? givers[0]?.display;
  const contact: ContactFact = {
    ...times,
    kind: 'contact',
    holders: [...new Set(holders)].sort(),
    requests: served.map(({ request }) => request).sort(),
    ...(givers.length === 1 && person !== undefined && { person }),
  };
  return [contact];
}

/** A date that the child was given, and that it came. */
export function appointmentFacts(appointment: fhir4.Appointment, scope: ContactScope): readonly NeedFact[] {
  const { held, traces, localDay } = scope;
  const number = appointment.basedOn?.[0]?.identifier?.value;
  if (appointment.start === undefined || !EXPECTED.has(appointment.status) || number === undefined) return [];
  const place = placeOf(appointment);
  const on = localDay(Date.parse(appointment.start));
  const partner = partnerOf(appointment);
  const ofRequest = held.filter((it) => it.number === number);
  const meant = ofRequest.filter(({ holder }) => partner !== undefined && holder === `partner:${partner}`);
  const [first] = traces.of(place);
  if (first === undefined) return [];
  return (meant.length > 0 ? meant : ofRequest).flatMap(({ request, holder }): readonly NeedFact[] => {
    const known = traces.knownOf(place, 'booked', first.happened) ?? first.known;
    const scheduled: NeedFact = { happened: first.happened, known, kind: 'scheduled', request, on };
    const came = ARRIVED.has(appointment.status)
      ? timesOf(place, appointment.start, appointment.status, traces, localDay)
      : undefined;
    return [
      scheduled,
      ...(came === undefined ? [] : [{ ...came, kind: 'contact' as const, holders: [holder], requests: [request] }]),
    ];
  });
}

/** When it began if anybody said so, else when it was told to have happened. */
function timesOf(
  place: string,
  start: string | undefined,
  status: string,
  traces: Traces,
  localDay: LocalDay,
): FactTimes | undefined {
  const told = traces.of(place);
  const saying = told.find((it) => it.status === status) ?? told.at(-1);
  if (saying === undefined) return undefined;
  const happened = start === undefined ? saying.happened : dayOfMoment(start, localDay);
  return { happened, known: traces.knownOf(place, status, happened) ?? saying.known };
}

const codeIn = (concepts: readonly fhir4.CodeableConcept[] | undefined, system: string): string | undefined =>
  concepts?.flatMap(({ coding }) => coding ?? []).find((it) => it.system === system)?.code;

const partnerOf = ({ participant }: fhir4.Appointment): string | undefined =>
  participant.flatMap(({ extension }) => extension ?? []).find(({ url }) => url === EXTENSIONS.receivingOrganization)
    ?.valueReference?.identifier?.value;
