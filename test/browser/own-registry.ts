import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { SWITCHED_ON } from '../builders/a-registry.ts';
import { inQuebec, untied, withinProvince } from '../builders/within-province.ts';

interface Entry {
  readonly id: string;
  readonly [field: string]: unknown;
}

interface Names {
  /** A centre that has what the sandbox’s Hochelaga has, and its indicators by partner and by district. */
  readonly centre: string;
  /** Another like Hochelaga, without the export of indicators. */
  readonly plainCentre?: string;
  /** Each like one of the sandbox’s. */
  readonly partners: readonly (readonly [like: string, name: string])[];
}

/**
 * Writes a registry of centres and partners under names that nobody else has: the lists of a centre are those of the whole shared record.
 * Gives its path.
 */
export async function ownRegistry(folder: string, { centre, plainCentre, partners }: Names): Promise<string> {
  const plan: { readonly centres: readonly Entry[]; readonly partners: readonly Entry[] } = parse(
    await readFile(SANDBOX_REGISTRY, 'utf8'),
    { merge: true },
  );
  const named = (list: readonly Entry[], like: string, name: string): readonly Entry[] =>
    list.filter(({ id }) => id === like).map(({ proposes: _proposes, ...it }) => ({ ...it, id: name }));
  const centres = plan.centres.map(untied);
  const plain = plainCentre === undefined ? [] : named(centres, 'hochelaga', plainCentre);
  const path = join(folder, 'registry.yaml');
  await writeFile(
    path,
    stringify({
      centres: withinProvince([
        ...named(centres, 'hochelaga', centre).map((it) => ({
          ...it,
          indicatorsByPartner: SWITCHED_ON,
          indicatorsByDistrict: SWITCHED_ON,
        })),
        ...plain.map(({ csvExport: _off, ...it }) => it),
      ]),
      partners: partners.flatMap(([like, name]) => named(plan.partners, like, name)).map(inQuebec),
    }),
  );
  return path;
}
