import { agreementsOn } from '../consent/agreements-on-request.ts';
import type { Label } from '../consent/bases.ts';
import { FOREIGN } from '../domain/systems.ts';

type Labelled = Pick<fhir4.Resource, 'meta'>;

/** Confidentiality that restricts nothing more than any record of a child (v3-Confidentiality). */
const ORDINARY: ReadonlySet<string | undefined> = new Set(['U', 'L', 'M', 'N']);

/**
 * The labels of one resource. A label that is not known restricts: v3-Confidentiality R and V, our neutral PSC-RESTRICTED, any sensitivity of
 * v3-ActCode, and whatever else a security label may say.
 */
export function labelsOf({ meta }: Labelled): readonly Label[] {
  const labels = (meta?.security ?? []).flatMap(({ system, code }): readonly Label[] => {
    if (system === FOREIGN.actCode && code === 'ADOL') return ['asked-alone'];
    return system === FOREIGN.confidentiality && ORDINARY.has(code) ? [] : ['restricted'];
  });
  return [...new Set(labels)];
}

/** The labels that bear on showing a request: its own, its Task’s and the child’s; what a young person asked alone counts as labelled so. */
export const labelsOnRequest = (request: fhir4.ServiceRequest, ...others: readonly Labelled[]): readonly Label[] => [
  ...new Set([...[request, ...others].flatMap(labelsOf), ...(isAskedAlone(request) ? (['asked-alone'] as const) : [])]),
];

/** The child asks, and nobody else agreed. */
const isAskedAlone = (request: fhir4.ServiceRequest): boolean =>
  request.requester?.type === 'Patient' && agreementsOn(request).every(({ by }) => by?.type === 'Patient');
