import { COSTS } from '../../profiles/codes/directory.ts';
import type { DirectoryResource } from '../domain/concepts.ts';
import { EXTENSIONS, FOREIGN } from '../domain/systems.ts';
import { codeMap } from './code-map.ts';
import { extension, extensionIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { present, several } from './present.ts';

type Cost = NonNullable<DirectoryResource['cost']>;
type Eligibility = NonNullable<DirectoryResource['eligibility']>;
type Capacity = NonNullable<DirectoryResource['capacity']>;

const COST_CODES = codeMap({ free: COSTS.free.hl7, discounts: COSTS.discounts.hl7, fees: COSTS.fees.hl7 });

/** What it costs the family: HL7's code without its display, which is not French, and the words. */
export const provisionFrom = ({ kind, words }: Cost): fhir4.CodeableConcept =>
  present({
    coding: kind && [{ system: FOREIGN.serviceProvision, code: COST_CODES.toFhir(kind) }],
    text: words,
  });

/** The cost back. */
export function costFrom(concept: fhir4.CodeableConcept, found: Findings): Cost {
  const coding = concept.coding?.find(({ system }) => system === FOREIGN.serviceProvision);
  return present({
    kind: COST_CODES.toDomain(coding?.code, 'HealthcareService.serviceProvisionCode', found),
    words: concept.text,
  });
}

/** For whom: FHIR has a place for the words, and none for ages. */
export const fhirEligibilityFrom = ({ ageFrom, ageTo, words }: Eligibility): fhir4.HealthcareServiceEligibility =>
  present({
    extension: several(
      extension(
        EXTENSIONS.ageRange,
        'valueRange',
        ageFrom === undefined && ageTo === undefined ? undefined : present({ low: years(ageFrom), high: years(ageTo) }),
      ),
    ),
    comment: words,
  });

/** The eligibility back. */
export function eligibilityFrom(eligibility: fhir4.HealthcareServiceEligibility): Eligibility {
  const ages = extensionIn(eligibility, EXTENSIONS.ageRange, 'valueRange');
  return present({ ageFrom: ages?.low?.value, ageTo: ages?.high?.value, words: eligibility.comment });
}

const years = (value: number | undefined): fhir4.Quantity | undefined =>
  value === undefined ? undefined : { value, unit: 'ans', system: FOREIGN.ucum, code: 'a' };

/** Extension psc-capacity, or none if nothing is known of it. */
export const capacityExtension = (capacity: Capacity | undefined): fhir4.Extension[] =>
  capacity === undefined
    ? []
    : [
        {
          url: EXTENSIONS.capacity,
          extension: [
            ...extension('places', 'valueUnsignedInt', capacity.places),
            ...extension('waiting', 'valueString', capacity.waiting),
            ...extension('asOf', 'valueDate', capacity.asOf),
          ],
        },
      ];

/** The capacity back. */
export const capacityFrom = (capacity: fhir4.Extension): Capacity =>
  present({
    places: extensionIn(capacity, 'places', 'valueUnsignedInt'),
    waiting: extensionIn(capacity, 'waiting', 'valueString'),
    asOf: extensionIn(capacity, 'asOf', 'valueDate'),
  });
