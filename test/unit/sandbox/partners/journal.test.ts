import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openJournal, type TurnedAwayFact } from '../../../../sandbox/partners/journal.ts';

const now = () => new Date('2026-02-03T15:00:00Z');
const fact = (fr: string) => (): TurnedAwayFact => ({ kind: 'turned-away', because: { fr, en: fr } });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('without a file it keeps entries in order, numbered and dated', () => {
  const journal = openJournal({ now });
  journal.append(fact('a'));
  journal.append(fact('b'));
  expect(journal.entries().map(({ sequence, at }) => [sequence, at])).toEqual([
    [1, '2026-02-03T15:00:00.000Z'],
    [2, '2026-02-03T15:00:00.000Z'],
  ]);
});

test('opened again on the same file it has the same entries, and goes on counting', () => {
  const file = join(folder, 'inner', 'j.ndjson');
  const first = openJournal({ file, now });
  first.append(fact('é'));
  const second = openJournal({ file, now });
  expect(second.entries()).toEqual(first.entries());
  expect(second.append(fact('b')).sequence).toBe(2);
});

test('its file can be read by its owner only', () => {
  const file = join(folder, 'j.ndjson');
  openJournal({ file, now }).append(fact('a'));
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('half a line at the end, left by a process that was killed, is cut off and does not spoil the next one', () => {
  const file = join(folder, 'j.ndjson');
  openJournal({ file, now }).append(fact('a'));
  appendFileSync(file, '{"sequence":2,"kind":"turned-a');

  const again = openJournal({ file, now });
  again.append(fact('b'));

  expect(openJournal({ file, now }).entries()).toMatchObject([{ because: { fr: 'a' } }, { because: { fr: 'b' } }]);
});

test('a damaged line in the middle is not passed over in silence', () => {
  const file = join(folder, 'j.ndjson');
  appendFileSync(file, 'not json\n');
  expect(() => openJournal({ file, now })).toThrow(SyntaxError);
});

test('emptied, it is empty on disk too', () => {
  const file = join(folder, 'j.ndjson');
  const journal = openJournal({ file, now });
  journal.append(fact('a'));
  journal.clear();
  expect(journal.entries()).toEqual([]);
  expect(readFileSync(file, 'utf8')).toBe('');
});
