import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { withinProvince } from '../builders/within-province.ts';

interface Entry {
  readonly id: string;
  readonly [field: string]: unknown;
}

/**
 * The sandbox's registry with three CLSCs of names of their own and no other partner: what other files left unsent in the shared record is
 * not addressed to them. `more` is added to the first.
 */
export async function ownRegistry(
  names: readonly [string, string, string],
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  const plan: { readonly centres: readonly Entry[]; readonly partners: readonly Entry[] } = parse(
    await readFile(SANDBOX_REGISTRY, 'utf8'),
  );
  const models = ['clsc-hochelaga', 'clsc-verdun', 'clsc-olivier-guimond'];
  const partners = models.flatMap((model, index) =>
    plan.partners
      .filter(({ id }) => id === model)
      .map(({ proposes: _proposes, ...it }) => ({ ...it, id: names[index], ...(index === 0 && more) })),
  );
  const path = join(folder, 'registry.yaml');
  await writeFile(path, stringify({ ...plan, centres: withinProvince(plan.centres), partners }));
  return { path, remove: () => rm(folder, { recursive: true }) };
}
