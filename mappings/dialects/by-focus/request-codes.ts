import { CONCEPT_MAPS_OF_OURS, type Matches } from '../../../profiles/concept-maps.ts';
import { CODE_SYSTEMS, FOREIGN } from '../../domain/systems.ts';

/** SNOMED CT «Patient referral»: true of every request of ours, and as little as can be said. */
const REFERRAL = '3457005';

/** Gravity’s category for what is not further specified. */
const UNSPECIFIED = 'sdoh-category-unspecified';

/** Where our kinds of request have a SNOMED CT code that says no more than they do (profiles/concept-maps.ts). */
const TO_SNOMED: ReadonlyMap<string, Readonly<Record<string, Matches>>> = new Map(
  (
    [
      [CODE_SYSTEMS.prescriptionKind, 'prescription-kind-to-snomed'],
      [CODE_SYSTEMS.legalMandate, 'legal-mandate-to-snomed'],
    ] as const
  ).map(([system, id]) => [system, CONCEPT_MAPS_OF_OURS.find((map) => map.id === id)?.codes ?? {}] as const),
);

/** The code of a request with SNOMED CT beside ours, which these guides require; a target that says more than we do is not written. */
export function codeOut(code: fhir4.CodeableConcept | undefined): fhir4.CodeableConcept {
  const own = code?.coding ?? [];
  if (own.some(({ system }) => system === FOREIGN.snomed)) return { ...code, coding: own };
  const added = own.flatMap(({ system, code: kind }) => snomedFor(system, kind) ?? [])[0] ?? REFERRAL;
  return { ...code, coding: [...own, { system: FOREIGN.snomed, code: added }] };
}

/** The code of a request without what `codeOut` added: it says nothing that is not said beside it. */
export function codeIn(code: fhir4.CodeableConcept | undefined): fhir4.CodeableConcept | undefined {
  if (code === undefined) return undefined;
  const { coding = [], ...rest } = code;
  const said = new Set([REFERRAL, ...coding.flatMap((one) => snomedFor(one.system, one.code) ?? [])]);
  const left = coding.filter((one) => !(one.system === FOREIGN.snomed && one.code !== undefined && said.has(one.code)));
  if (left.length === 0 && Object.keys(rest).length === 0) return undefined;
  return { ...rest, ...(left.length > 0 && { coding: left }) };
}

function snomedFor(system: string | undefined, code: string | undefined): string | undefined {
  const matches = TO_SNOMED.get(system ?? '')?.[code ?? ''];
  if (matches === undefined || 'unmatched' in matches) return undefined;
  return matches.find(({ as }) => as !== 'narrower')?.to;
}

/** The categories with one of Gravity’s domains among them, which it requires. */
export function categoriesOut(categories: readonly fhir4.CodeableConcept[] | undefined): fhir4.CodeableConcept[] {
  const own = categories ?? [];
  const hasDomain = own.some(({ coding }) => coding?.some(({ system }) => system === FOREIGN.gravity));
  return hasDomain ? [...own] : [...own, { coding: [{ system: FOREIGN.gravity, code: UNSPECIFIED }] }];
}

/** The categories without the one that says nothing. */
export function categoriesIn(
  categories: readonly fhir4.CodeableConcept[] | undefined,
): fhir4.CodeableConcept[] | undefined {
  const left = (categories ?? []).filter(
    ({ coding = [], text }) =>
      text !== undefined || !coding.every(({ system, code }) => system === FOREIGN.gravity && code === UNSPECIFIED),
  );
  return left.length === 0 ? undefined : left;
}
