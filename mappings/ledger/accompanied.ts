import { periodFrom } from '../concepts/period.ts';
import { CODE_SYSTEMS } from '../domain/systems.ts';
import type { Day } from './day.ts';
import { dayOfMoment, type LocalDay } from './local-day.ts';
import { placeOf, type Traces } from './traces.ts';

/** Who held the thread, from one day to another that no longer belongs to it. */
export interface Accompanied {
  readonly name: string;
  readonly from?: Day;
  readonly to?: Day;
}

/** The pivots that a child’s circles name, each with its period, the first one first. */
export function accompaniedBy(
  resources: readonly fhir4.FhirResource[],
  traces: Traces,
  localDay: LocalDay,
): readonly Accompanied[] {
  const byPlace = new Map(resources.map((it) => [placeOf(it), it]));
  return resources
    .filter((it) => it.resourceType === 'CareTeam')
    .filter(({ status }) => status !== 'entered-in-error' && status !== 'proposed')
    .flatMap((team) =>
      (team.participant ?? [])
        .filter(({ role }) => role?.some(isPivot))
        .flatMap(({ member, period }) => {
          const { start, end } = periodFrom(period ?? team.period ?? {});
          const from = start === undefined ? traces.of(placeOf(team))[0]?.happened : dayOfMoment(start, localDay);
          const name = member?.display ?? nameIn(byPlace.get(member?.reference ?? ''));
          if (name === undefined) return [];
          return [
            {
              name,
              ...(from !== undefined && { from }),
              ...(end !== undefined && { to: dayOfMoment(end, localDay) + 1 }),
            },
          ];
        }),
    )
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0) || (a.name < b.name ? -1 : 1));
}

const isPivot = ({ coding = [] }: fhir4.CodeableConcept): boolean =>
  coding.some(({ system, code }) => system === CODE_SYSTEMS.circleRole && code === 'pivot');

/** Somebody of the family or the neighbourhood. */
function nameIn(resource: fhir4.FhirResource | undefined): string | undefined {
  if (resource?.resourceType !== 'RelatedPerson') return undefined;
  const [name] = resource.name ?? [];
  return name && (name.text ?? [...(name.given ?? []), name.family ?? ''].join(' ').trim());
}
