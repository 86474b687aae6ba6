import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { COMPILED_FOLDER, FSH_FOLDER } from '../../../../profiles/build/places.ts';
import { runSushi } from '../../../../profiles/build/run-sushi.ts';
import { CANONICAL } from '../../../../profiles/canonical.ts';

test('what stands in profiles/compiled is what SUSHI makes of profiles/fsh and the code tables now: else run «npm run profiles»', async () => {
  const standing = new Map(
    readdirSync(COMPILED_FOLDER).map((file) => [file, readFileSync(`${COMPILED_FOLDER}${file}`, 'utf8')]),
  );
  const compiled = await runSushi();
  expect([...standing.keys()].sort()).toEqual([...compiled.keys()].sort());
  for (const [file, text] of compiled)
    expect({ file, same: standing.get(file) === text }).toEqual({ file, same: true });
  // Ten seconds on an idle machine; SUSHI has its own limit.
}, 330_000);

test('the FSH writes the canonical base of canonical.ts, and no other of ours', () => {
  const aliases = readFileSync(`${FSH_FOLDER}aliases.fsh`, 'utf8');
  expect(/^Alias: \$ours = (.+)$/m.exec(aliases)?.[1]).toBe(CANONICAL);
});
