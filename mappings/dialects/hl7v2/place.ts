/** A place in a message: `PID-3`, `PRD[2]-7`, `PID-3[2].4`, or a segment alone. */
export interface Place {
  readonly segment: string;
  readonly nth: number;
  readonly field?: number;
  readonly repetition?: number;
  readonly component?: number;
}

const PLACE = /^([A-Z][A-Z0-9]{2})(?:\[(\d{1,4})\])?(?:-(\d{1,3})(?:\[(\d{1,4})\])?(?:\.(\d{1,3}))?)?$/;

/** Reads how we write places; undefined for an expression that names none, such as a FHIR path. */
export function placeFrom(expression: string | undefined): Place | undefined {
  const [, segment, nth, field, repetition, component] = PLACE.exec(expression ?? '') ?? [];
  if (segment === undefined) return undefined;
  return {
    segment,
    nth: Number(nth ?? 1),
    ...(field !== undefined && { field: Number(field) }),
    ...(repetition !== undefined && { repetition: Number(repetition) }),
    ...(component !== undefined && { component: Number(component) }),
  };
}

/** `PID-3`: where a field stands, without which of several it was. */
export const placeOf = (segment: string, field: number): string => `${segment}-${field}`;
