import type { Closure, OpenHours } from '../domain/concepts.ts';
import { wordFrom } from './code-map.ts';
import type { Findings } from './findings.ts';
import { fhirPeriodFrom, periodFrom } from './period.ts';
import { present, several } from './present.ts';

const DAYS = { mon: 'mon', tue: 'tue', wed: 'wed', thu: 'thu', fri: 'fri', sat: 'sat', sun: 'sun' } as const;
const AVAILABLE = 'HealthcareService.availableTime';

/** When a resource is open; FHIR's times have seconds. */
export const availableTimeFrom = ({ days, allDay, from, to }: OpenHours): fhir4.HealthcareServiceAvailableTime =>
  present({
    daysOfWeek: several(days),
    allDay,
    availableStartTime: from && `${from}:00`,
    availableEndTime: to && `${to}:00`,
  });

/** The hours back. */
export const hoursFrom = (
  times: readonly fhir4.HealthcareServiceAvailableTime[] | undefined,
  found: Findings,
): readonly OpenHours[] | undefined =>
  several(
    times?.map(({ daysOfWeek, allDay, availableStartTime, availableEndTime }) =>
      present({
        days: several(daysOfWeek?.flatMap((day) => wordFrom(DAYS, day, `${AVAILABLE}.daysOfWeek`, found) ?? [])),
        allDay: allDay === true ? (true as const) : undefined,
        from: minuteOf(availableStartTime, `${AVAILABLE}.availableStartTime`, found),
        to: minuteOf(availableEndTime, `${AVAILABLE}.availableEndTime`, found),
      }),
    ),
  );

/** `09:00` of `09:00:00`; we have no word for seconds. */
function minuteOf(time: string | undefined, expression: string, found: Findings): string | undefined {
  if (time === undefined) return undefined;
  const [, minute] = /^(\d{2}:\d{2}):00$/.exec(time) ?? [];
  return (
    minute ??
    found.report('value', expression, {
      fr: `${expression} : nos heures n’ont pas de secondes.`,
      en: `${expression}: our hours have no seconds.`,
    })
  );
}

/** When a resource is closed. */
export const notAvailableFrom = ({ words, period }: Closure): fhir4.HealthcareServiceNotAvailable =>
  present({ description: words, during: period && fhirPeriodFrom(period) });

/** The closures back. */
export const closuresFrom = (
  closures: readonly fhir4.HealthcareServiceNotAvailable[] | undefined,
): readonly Closure[] | undefined =>
  several(
    closures?.map(({ description, during }) => present({ words: description, period: during && periodFrom(during) })),
  );
