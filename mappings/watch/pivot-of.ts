import { periodFrom } from '../concepts/period.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../domain/systems.ts';
import type { Day } from '../ledger/day.ts';
import { dayOfMoment, type LocalDay } from '../ledger/local-day.ts';
import { placeOf } from '../ledger/traces.ts';

/** Whom a child’s circle says holds the thread today: a professional or somebody of the circle; undefined where nobody does. */
export function pivotOf(
  resources: readonly fhir4.FhirResource[],
  { centre, today, localDay }: { readonly centre: string; readonly today: Day; readonly localDay: LocalDay },
): fhir4.Reference | undefined {
  const kinds: readonly (string | undefined)[] = [IDENTIFIERS.professionalRole(centre), IDENTIFIERS.member(centre)];
  return resources
    .filter((it) => it.resourceType === 'CareTeam')
    .filter(({ status }) => status === 'active')
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .flatMap(({ participant = [] }) => participant)
    .filter(({ role }) => role?.some(isPivot))
    .filter(({ period }) => {
      const { end } = periodFrom(period ?? {});
      return end === undefined || dayOfMoment(end, localDay) >= today;
    })
    .map(({ member }) => member)
    .find((member) => kinds.includes(member?.identifier?.system));
}

const isPivot = ({ coding = [] }: fhir4.CodeableConcept): boolean =>
  coding.some(({ system, code }) => system === CODE_SYSTEMS.circleRole && code === 'pivot');
