import { LABELS } from '../../profiles/codes/labels.ts';
import { addressFrom } from '../concepts/address.ts';
import { FOREIGN } from '../domain/systems.ts';
import { labelsOf } from '../lenses/labels.ts';

/**
 * Where a child lives, as coarse as the record has it in one form: the first three characters of the postal code (the forward sortation area
 * of Canada Post), never the city, which is free text. Undefined (not said) without a postal code, without a fixed address, for a file that
 * bears any label, and where any request says that it must not be known where the child is, or speaks of violence.
 */
export function districtOf(resources: readonly fhir4.FhirResource[]): string | undefined {
  const child = resources.find((it) => it.resourceType === 'Patient');
  if (child === undefined || labelsOf(child).length > 0 || resources.some(isHiding)) return undefined;
  const [said] = child.address ?? [];
  const { postalCode, noFixedAddress } = said === undefined ? {} : addressFrom(said);
  return noFixedAddress ? undefined : AREA.exec(postalCode?.trim().toUpperCase() ?? '')?.[0];
}

/** Canada Post uses neither D, F, I, O, Q nor U, and neither W nor Z as the first letter. */
const AREA = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z](?= ?\d[ABCEGHJ-NPRSTV-Z]\d$|$)/;

const HIDING = [LABELS.whereabouts, LABELS.violence, LABELS['domestic-or-sexual-violence']].map(
  ({ in: system, code }) => ({ system: FOREIGN[system], code }),
);

const isHiding = ({ meta }: fhir4.FhirResource): boolean =>
  (meta?.security ?? []).some((it) => HIDING.some(({ system, code }) => system === it.system && code === it.code));
