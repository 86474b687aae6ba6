import { isNam, isOhip } from '../../profiles/formats.ts';
import { NAMING_SYSTEMS_OF_OTHERS } from '../../profiles/naming-systems.ts';
import { present, several } from '../concepts/present.ts';
import { EXTENSIONS, FOREIGN } from '../domain/systems.ts';

/** An OID with or without `urn:oid:`, a URL whatever its case and last slash: one name for each system. */
export const systemKey = (system: string): string =>
  system
    .trim()
    .toLowerCase()
    .replace(/^urn:oid:/, '')
    .replace(/\/$/, '');

const CARD_SYSTEMS: ReadonlyMap<string, string> = new Map(
  NAMING_SYSTEMS_OF_OTHERS.flatMap(({ preferred, aliases }) =>
    [preferred, ...aliases.map(({ value }) => value)].map((name) => [systemKey(name), preferred] as const),
  ),
);

/**
 * A health card under the one system that we write, whatever its sender calls it (fhir.md §4): the number without separators, an Ontario
 * version code apart. Every other identifier comes back as it is; so does a number that is not well formed, but for its system.
 */
export function normalised(identifier: fhir4.Identifier): fhir4.Identifier {
  const system = CARD_SYSTEMS.get(systemKey(identifier.system ?? ''));
  if (system === undefined) return identifier;
  const { extension = [], value, ...rest } = identifier;
  const card = system === FOREIGN.ohip ? ontarioCard(value, extension) : quebecCard(value);
  return present({
    ...rest,
    type: { coding: [{ system: FOREIGN.identifierType, code: 'JHN' }] },
    system,
    value: card.number ?? value,
    extension: several([
      ...extension.filter(({ url }) => !VERSION_CODES.has(url)),
      ...(card.version === undefined ? [] : [{ url: EXTENSIONS.healthCardVersion, valueString: card.version }]),
    ]),
  });
}

/** Whether a normalised identifier is a card whose shape and check hold: another is never compared, and never kept as a card. */
export function isWellFormedCard({ system, value }: fhir4.Identifier): boolean {
  if (value === undefined) return false;
  return system === FOREIGN.nam ? isNam(value) : system === FOREIGN.ohip && isOhip(value);
}

interface Card {
  readonly number: string | undefined;
  readonly version?: string | undefined;
}

function quebecCard(value: string | undefined): Card {
  const number = value?.replaceAll(/[\s.-]/g, '').toUpperCase();
  return { number: number !== undefined && isNam(number) ? number : undefined };
}

/** Under these an Ontario version code stands apart from the number: ours, Ontario's and the Canadian baseline's. */
const VERSION_CODES: ReadonlySet<string> = new Set([
  EXTENSIONS.healthCardVersion,
  'http://ehealthontario.ca/fhir/StructureDefinition/ext-id-health-card-version-code',
  'http://hl7.org/fhir/ca/baseline/StructureDefinition/ext-identifierversion',
  'http://hl7.org/fhir/ca/core/StructureDefinition/ext-identifierversion',
]);

const OHIP = /^(\d{10})([A-Z]{0,2})$/;

function ontarioCard(value: string | undefined, extension: readonly fhir4.Extension[]): Card {
  // Some write the province behind the number, which is no version code.
  const bare = value?.replace(/(?<!\s)\s+ON$/i, '').replaceAll(/[\s.-]/g, '');
  const [, number, behind] = OHIP.exec(bare?.toUpperCase() ?? '') ?? [];
  const apart = extension
    .find(({ url }) => VERSION_CODES.has(url))
    ?.valueString?.trim()
    .toUpperCase();
  const version = [apart, behind].find((code) => code !== undefined && /^[A-Z]{1,2}$/.test(code));
  return { number: number !== undefined && isOhip(number) ? number : undefined, version };
}
