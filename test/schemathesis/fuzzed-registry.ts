import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { inQuebec, untied, withinProvince } from '../builders/within-province.ts';

/** The centre that a fuzzer speaks for: nobody else’s in a record that others share. */
export const FUZZED_CENTRE = 'essais-openapi';
const CENTRE_MODEL = 'hochelaga';
/** Partners that the examples name, by the kind of channel that they have. */
const PARTNER_MODELS = ['clsc-verdun', 'hopital-enfants', 'sippe-hochelaga', 'orchestre-vanier', 'clsc-releve'];

/** The name here of a partner of the sandbox’s: what is left unsent in a shared record is addressed to nobody else’s stand-in. */
export const fuzzedPartner = (model: string): string => `essais-${model}`;

/** The partner that calls, and collects its requests. */
export const CALLING_PARTNER = fuzzedPartner('clsc-releve');

export const FUZZED_PARTNERS: readonly string[] = PARTNER_MODELS.map(fuzzedPartner);

interface Entry {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Writes a registry with this centre, all its switches as the sandbox has them, and these partners; its path. */
export async function writeFuzzedRegistry(folder: string): Promise<string> {
  const plan: { readonly centres: readonly Entry[]; readonly partners: readonly Entry[] } = parse(
    await readFile(SANDBOX_REGISTRY, 'utf8'),
  );
  const centres = withinProvince(plan.centres)
    .filter(({ id }) => id === CENTRE_MODEL)
    .map((it) => ({ ...untied(it), id: FUZZED_CENTRE }));
  const partners = plan.partners
    .filter(({ id }) => PARTNER_MODELS.includes(id))
    .map(({ proposes: _proposes, ...it }) => inQuebec({ ...it, id: fuzzedPartner(it.id) }));
  const path = join(folder, 'registry.yaml');
  await writeFile(path, stringify({ ...plan, centres, partners }));
  return path;
}
