import { systemKey } from './card-aliases.ts';

const INFOWAY = 'https://fhir.infoway-inforoute.ca/namingsystem';

/** Systems of identity papers, of programmes for people without status, and of Indigenous status (Canadian URI Registry; HL7's OIDs). */
const SYSTEMS: ReadonlySet<string> = new Set([
  `${INFOWAY}/ca-social-insurance-number`,
  `${INFOWAY}/ca-passport-number`,
  `${INFOWAY}/ca-permanent-resident-card-number`,
  `${INFOWAY}/ca-interim-federal-health-id`,
  `${INFOWAY}/ca-federal-firstnation-band-id`,
  `${INFOWAY}/ca-indigenous-northern-affairs-number`,
  // Canadian SIN, United States SSN.
  '2.16.840.1.113883.4.272',
  '2.16.840.1.113883.4.1',
  'http://hl7.org/fhir/sid/us-ssn',
]);

/** Passports, one OID and one URL for each country (HL7 Terminology). */
const SYSTEMS_OF_MANY = [/^2\.16\.840\.1\.113883\.4\.330(\.\d+)?$/, /^http:\/\/hl7\.org\/fhir\/sid\/passport-/];

/**
 * Types of HL7 table 0203: social security, tax, passports, citizenship, residence, study, work and visitor permits, visas, Indigenous and treaty
 * numbers, benefits, insurance. JPID is not of the table, but is used for just these in Canada.
 */
const TYPES: ReadonlySet<string> = new Set(
  'SS SB TAX PPN DP CZ NCT PRC TPR SP VP VS WP IND TN JPID MA MC NII NIIP SN XV WC PEN'.split(' '),
);

/** National numbers by country: `NNCAN`. */
const NATIONAL = /^NN[A-Z]{3}$/;

/** Coverage and what is made of it. */
const RESOURCES: ReadonlySet<string> = new Set([
  'Coverage',
  'CoverageEligibilityRequest',
  'CoverageEligibilityResponse',
  'EnrollmentRequest',
  'EnrollmentResponse',
  'Account',
  'Claim',
  'ClaimResponse',
  'ExplanationOfBenefit',
]);

/** Stems that no harmless system or extension has in its last part, however its words are joined. */
const STEMS =
  /citizen|nationalit|birth-?place|place-?of-?birth|birth-?country|country-?of-?(birth|origin)|religi|congregation|ethni|aborigin|indigen|first-?nation|immigra|refugee|asylum|insurance|passport|permanent-?resident|residen(ce|t)-?(permit|status)|interim-?federal/;

/** Words that are parts of harmless ones (`trace`), so that they count only alone. */
const WORDS: ReadonlySet<string> = new Set([
  'race',
  'races',
  'tribe',
  'tribal',
  'visa',
  'sin',
  'ssn',
  'ifhp',
  'coverage',
]);

const hasForbiddenName = (url: string): boolean => {
  const last = url.replace(/[/#]$/, '').split(/[/#:]/).at(-1) ?? '';
  const words = last
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return STEMS.test(words.join('-')) || words.some((word) => WORDS.has(word));
};

type Members = Readonly<Record<string, unknown>>;

const isMembers = (node: unknown): node is Members => typeof node === 'object' && node !== null && !Array.isArray(node);

/** An extension by its url: FHIR's patient-citizenship, -nationality, -birthPlace, -religion, and every guide's own for race and origin. */
export const isNeverKeptExtension = ({ url }: Members): boolean => typeof url === 'string' && hasForbiddenName(url);

export const isNeverKeptResource = (node: unknown): boolean =>
  isMembers(node) && typeof node.resourceType === 'string' && RESOURCES.has(node.resourceType);

/** An Identifier by its system or by its type; a ContactPoint has neither such a system nor a type. */
export function isNeverKeptIdentifier({ system, value, type }: Members): boolean {
  const isOfSystem = typeof system === 'string' && isNeverKeptSystem(system) && value !== undefined;
  return isOfSystem || codesOf(type, value).some((code) => TYPES.has(code) || NATIONAL.test(code));
}

export function isNeverKeptSystem(system: string): boolean {
  const key = systemKey(system);
  return SYSTEMS.has(key) || SYSTEMS_OF_MANY.some((pattern) => pattern.test(key)) || hasForbiddenName(system);
}

/** Codes of table 0203, under whichever of its names; under none only beside a value, as an Identifier has it. */
function codesOf(type: unknown, value: unknown): readonly string[] {
  if (!isMembers(type) || !Array.isArray(type.coding)) return [];
  return type.coding.flatMap((coding: unknown) => {
    if (!isMembers(coding) || typeof coding.code !== 'string') return [];
    const { system } = coding;
    const isOfTable = typeof system === 'string' ? TABLE_0203.test(system) : typeof value === 'string';
    return isOfTable ? [coding.code.toUpperCase()] : [];
  });
}

const TABLE_0203 = /0203$|2\.16\.840\.1\.113883\.18\.108$/;
