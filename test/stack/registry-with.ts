import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { SwitchName } from '../../gateway/access/switches.ts';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { SWITCHED_ON } from '../builders/a-registry.ts';

/** The sandbox's registry, in which one centre has more turned on. */
export async function registryWith(
  centre: string,
  names: readonly SwitchName[],
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-switched-'));
  const plan: { readonly centres: readonly { readonly id: string }[] } = parse(
    await readFile(SANDBOX_REGISTRY, 'utf8'),
  );
  const on = Object.fromEntries(names.map((name) => [name, SWITCHED_ON]));
  const centres = plan.centres.map((it) => (it.id === centre ? { ...it, ...on } : it));
  const path = join(folder, 'registry.yaml');
  await writeFile(path, stringify({ ...plan, centres }));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
