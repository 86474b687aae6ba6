import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';

interface Entry {
  readonly id: string;
  readonly [field: string]: unknown;
}

/**
 * Writes a registry of one centre (like Hochelaga) and these partners, each like one of the sandbox’s, under names that nobody else has: the
 * lists of a centre are those of the whole shared record.
 */
export async function ownRegistry(
  folder: string,
  centre: string,
  partners: readonly (readonly [like: string, name: string])[],
): Promise<string> {
  const plan: { readonly centres: readonly Entry[]; readonly partners: readonly Entry[] } = parse(
    await readFile(SANDBOX_REGISTRY, 'utf8'),
    { merge: true },
  );
  const named = (list: readonly Entry[], like: string, name: string) =>
    list.filter(({ id }) => id === like).map(({ proposes: _proposes, ...it }) => ({ ...it, id: name }));
  const path = join(folder, 'registry.yaml');
  await writeFile(
    path,
    stringify({
      centres: named(plan.centres, 'hochelaga', centre),
      partners: partners.flatMap(([like, name]) => named(plan.partners, like, name)),
    }),
  );
  return path;
}
