import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { newTieCode } from '../../../../gateway/ties/new-tie-code.ts';
import { OUR_PIVOT as A, aDesk } from '../../../builders/tied-centres.ts';

test('who only has Redis joins no child of one centre to a child of the other, nor finds a code', async () => {
  const { desk, hashes, texts, tied } = await aDesk();
  const { code } = await desk.say(A, { child: 'enf-1', other: 'vanier' });
  await tied();
  const told = (prefix: string) =>
    [...hashes].filter(([key]) => key.startsWith(prefix)).flatMap(([key, fields]) => [key, ...[...fields].flat()]);
  const [ties, ofOurs, ofTheirs] = [
    told('passerelle:tie:'),
    told('passerelle:ties-of:verdun|enf-1'),
    told('passerelle:ties-of:vanier|ch-9'),
  ];
  expect([ties.length, ofOurs.length, ofTheirs.length]).toEqual([8, 5, 3]);
  for (const word of ties) expect(word).not.toMatch(/verdun|vanier|enf-1|ch-9/);
  for (const word of ties) expect([...ofOurs, ...ofTheirs]).not.toContain(word);
  for (const word of ofOurs) expect(ofTheirs).not.toContain(word);
  expect(ofOurs.join(' ')).not.toMatch(/vanier|ch-9/);
  expect(ofTheirs.join(' ')).not.toMatch(/verdun|enf-1/);
  expect(JSON.stringify([[...hashes].map(([key, fields]) => [key, ...fields]), [...texts]])).not.toContain(code);
});

test('a code has eighty bits, drawn evenly, in letters that are not heard as others', () => {
  expect(newTieCode(() => Uint8Array.from({ length: 16 }, (_, at) => at * 17))).toMatch(
    /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/,
  );
  expect(new Set(Array.from({ length: 100 }, () => newTieCode(randomBytes))).size).toBe(100);
});
