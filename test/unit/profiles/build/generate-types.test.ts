import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { conceptTypes } from '../../../../profiles/build/generate-types.ts';

const WRITTEN = new URL('../../../../mappings/domain/concepts.ts', import.meta.url);

/** The formatter moves line breaks, and gives a union that it breaks a bar before its first member; nothing else. */
const text = (source: string): string => source.replaceAll(/\s+/g, '').replaceAll(':|', ':');

test('mappings/domain/concepts.ts says what the schemas say: else run `npm run types`', async () => {
  expect(text(readFileSync(WRITTEN, 'utf8'))).toBe(text(await conceptTypes()));
});
