import { momentSpan } from '../../profiles/moment-span.ts';
import { EXTENSIONS } from './systems.ts';

/** How a circle or a plan stands, those first that are in force; what is not named stands no more, or never did. */
const IN_FORCE = {
  CareTeam: ['active', 'proposed', 'suspended', 'inactive'],
  CarePlan: ['active', 'on-hold', 'completed'],
} as const satisfies Readonly<Record<'CareTeam' | 'CarePlan', readonly string[]>>;

type Standing = fhir4.CareTeam | fhir4.CarePlan;

/**
 * Of a child’s circles, or of its plans, the one that stands: none that another replaces, the one in force before one that has ended, then the
 * one that happened last. Undefined where there is none: a draft is no plan yet, and what was entered in error never was one.
 */
export function whatStands<T extends Standing>(found: readonly T[]): T | undefined {
  const replaced = new Set(found.flatMap(replacedBy));
  return found
    .filter((it) => rankOf(it) >= 0 && !replaced.has(`${it.resourceType}/${it.id}`))
    .sort(
      (a, b) => rankOf(a) - rankOf(b) || happenedMs(b) - happenedMs(a) || ((a.id ?? '') < (b.id ?? '') ? -1 : 1),
    )[0];
}

/** A draft replaces nothing yet, and a plan that says that it replaces itself none. */
const replacedBy = (it: Standing): readonly string[] =>
  it.resourceType === 'CareTeam' || rankOf(it) < 0
    ? []
    : (it.replaces ?? []).flatMap(({ reference }) =>
        reference === undefined || reference === `CarePlan/${it.id}` ? [] : reference,
      );

function rankOf({ resourceType, status }: Standing): number {
  const statuses: readonly string[] = IN_FORCE[resourceType];
  return statuses.indexOf(status ?? 'active');
}

function happenedMs({ extension = [] }: Standing): number {
  const revision = extension.find(({ url }) => url === EXTENSIONS.revision);
  const happened = revision?.extension?.find(({ url }) => url === 'happened')?.valueDateTime;
  return happened === undefined ? Number.NEGATIVE_INFINITY : momentSpan(happened).startMs;
}
