import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { Bilingual } from '../profiles/codes.ts';
import { GatewayError } from './failures.ts';

export type Language = 'fr' | 'en';

/** A centre, as the registry describes it. */
export interface Centre {
  readonly id: string;
  readonly name: Bilingual;
  /** Where a recipient calls back. */
  readonly telephone: string;
  readonly fax?: string;
  readonly address?: string;
  readonly timeZone: string;
  /** Whether it keeps expectant mothers' files: off unless its privacy officer has it turned on. */
  readonly motherFiles?: boolean;
}

/** A partner: which lens it looks through and how it is reached. */
export interface Partner {
  readonly id: string;
  readonly name: Bilingual;
  readonly lens: 'public-network' | 'lawyer' | 'community';
  readonly transport: 'fhir-rest' | 'paper';
  readonly language: Language;
  readonly endpoint?: string;
  readonly tokenVariable?: string;
  readonly telephone?: string;
  readonly fax?: string;
  readonly proposes?: readonly string[];
}

export interface Registry {
  readonly centres: readonly Centre[];
  readonly partners: readonly Partner[];
  centre(id: string): Centre | undefined;
  partner(id: string): Partner | undefined;
}

interface RegistryFile {
  readonly centres: readonly Centre[];
  readonly partners: readonly Partner[];
}

const SCHEMA = new URL('../profiles/schemas/registry.schema.json', import.meta.url);

/** Checks a registry against its schema. Throws GatewayError `internal` with every error at once. */
export function registryFrom(content: unknown): Registry {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  // ajv-formats is CommonJS: under Node its default export is the module itself.
  const add = 'default' in addFormats ? addFormats.default : addFormats;
  (add as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile<RegistryFile>(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  if (!validate(content))
    throw wrong((validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`));

  const { centres, partners } = content;
  const ids = new Set(partners.map(({ id }) => id));
  const unknown = partners.flatMap(({ id, proposes }) =>
    (proposes ?? []).filter((it) => !ids.has(it)).map((it) => `partner ${id} proposes ${it}, which is not a partner`),
  );
  const twice = [...centres, ...partners].map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index);
  const lost = centres.filter(({ timeZone }) => !isTimeZone(timeZone));
  const errors = [
    ...unknown,
    ...twice.map((id) => `${id} stands twice`),
    ...lost.map(({ id, timeZone }) => `centre ${id} is in ${timeZone}, which is not a time zone`),
  ];
  if (errors.length > 0) throw wrong(errors);

  const centreById = new Map(centres.map((centre) => [centre.id, centre]));
  const partnerById = new Map(partners.map((partner) => [partner.id, partner]));
  return { centres, partners, centre: (id) => centreById.get(id), partner: (id) => partnerById.get(id) };
}

/** Pages tell ages and hours in the centre's zone: `Intl` throws for one that it does not know. */
function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Reads the registry from a YAML file. */
export const readRegistry = (path: string): Registry => registryFrom(parse(readFileSync(path, 'utf8')));

const wrong = (errors: readonly string[]): GatewayError =>
  new GatewayError('internal', `the registry is not valid:\n  ${errors.join('\n  ')}`);
