import { periodFrom } from '../concepts/period.ts';
import type { ContactScope } from './contact-facts.ts';
import { dayOfMoment } from './local-day.ts';
import type { NeedFact } from './need-facts.ts';
import { placeOf } from './traces.ts';

/** What an enrolment that came of a request says of it: waiting for a place, begun, ended. Its silence until its own end is its calendar’s. */
export function enrolmentFacts(
  episode: fhir4.EpisodeOfCare,
  { held, traces, localDay }: ContactScope,
): readonly NeedFact[] {
  const number = episode.referralRequest?.[0]?.identifier?.value;
  const partner = episode.managingOrganization?.identifier?.value;
  const [meant] = held.filter((it) => it.number === number && it.holder.endsWith(`:${partner}`));
  if (number === undefined || meant === undefined || episode.status === 'entered-in-error') return [];
  const { request, holder } = meant;
  const place = placeOf(episode);
  const present = { status: episode.status, period: episode.period ?? {} };
  const steps = (episode.statusHistory?.length ?? 0) > 0 ? (episode.statusHistory ?? []) : [present];
  return steps.flatMap(({ status, period }): readonly NeedFact[] => {
    const { start, end } = periodFrom(period);
    // What ended without a date of its own ended when the enrolment did.
    const at = status === 'finished' || status === 'cancelled' ? (start ?? periodFrom(present.period).end) : start;
    if (at === undefined) return [];
    const happened = dayOfMoment(at, localDay);
    const known = traces.knownOf(place, status, happened);
    if (known === undefined) return [];
    const times = { happened, known };
    if (status === 'waitlist') return [{ ...times, kind: 'waitlisted', request }];
    if (status === 'finished' || status === 'cancelled')
      return [{ ...times, kind: 'let-go', request, how: status === 'finished' ? 'completed' : 'ended' }];
    if (status !== 'active') return [];
    const until = end ?? periodFrom(present.period).end;
    return [
      { ...times, kind: 'contact', holders: [holder], requests: [request] },
      ...(until === undefined
        ? []
        : [{ ...times, kind: 'session' as const, request, to: dayOfMoment(until, localDay) + 1 }]),
    ];
  });
}
