import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';

export interface BoardRegistry {
  /** A centre that has what the sandbox’s Hochelaga has. */
  readonly centre: string;
  /** Another, that turned nothing on. */
  readonly plainCentre: string;
  readonly clsc: string;
  readonly orchestra: string;
}

/** Two centres, a CLSC with a system and an orchestra on paper, under names that nobody else has. Gives the path. */
export async function boardRegistry(folder: string, names: BoardRegistry): Promise<string> {
  const { centres, partners } = parse(await readFile(SANDBOX_REGISTRY, 'utf8'), { merge: true });
  const named = (list: readonly { id: string }[], like: string, name: string) =>
    list
      .filter((it) => it.id === like)
      .map(({ proposes: _proposes, ...it }: Record<string, unknown>) => ({ ...it, id: name }));
  const plain = named(centres, 'hochelaga', names.plainCentre).map(
    ({ csvExport: _off, ...it }: Record<string, unknown>) => it,
  );
  const plan = {
    centres: [...named(centres, 'hochelaga', names.centre), ...plain],
    partners: [
      ...named(partners, 'clsc-hochelaga', names.clsc),
      ...named(partners, 'orchestre-vanier', names.orchestra),
    ],
  };
  const path = join(folder, 'registry.yaml');
  await writeFile(path, stringify(plan));
  return path;
}
