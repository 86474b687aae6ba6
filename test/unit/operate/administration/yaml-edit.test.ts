import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, parseDocument } from 'yaml';
import { changedLines } from '../../../../operate/administration/changed-lines.ts';
import { withField, withItem } from '../../../../operate/administration/yaml-edit.ts';

/** An entry as somebody may have written it: in block or on one line, with comments before, beside and between. */
const entries = fc
  .record({
    id: fc.stringMatching(/^[a-z]{3,8}$/),
    roles: fc.subarray(['pivot', 'clinical', 'legal'], { minLength: 1 }),
    isFlow: fc.boolean(),
    before: fc.boolean(),
    beside: fc.boolean(),
    blank: fc.boolean(),
  })
  .map(({ id, roles, isFlow, before, beside, blank }) => {
    const comment = beside ? `   # why ${id}` : '';
    const written = isFlow
      ? [`  - { id: ${id}, roles: [${roles.join(', ')}] }${comment}`]
      : [`  - id: ${id}${comment}`, '    roles:', ...roles.map((role) => `      - ${role} # ${role} of ${id}`)];
    return [...(blank ? [''] : []), ...(before ? [`  # about ${id}`] : []), ...written];
  });
const files = fc
  .record({
    entries: fc.array(entries, { minLength: 1, maxLength: 4 }),
    behind: fc.constantFrom([], ['# the end'], ['other: 1 # one', 'more: { a: b }']),
    ended: fc.boolean(),
  })
  .map(({ entries: written, behind, ended }) => {
    const lines = ['# at the top', 'audience:   here  # spaces', 'list:', ...written.flat(), ...behind];
    return lines.join('\n') + (ended ? '\n' : '');
  });

/** Every line of a text is there in another, in its order. */
function keeps(before: string, after: string): boolean {
  const lines = after.split('\n');
  let at = 0;
  return before.split('\n').every((line) => {
    at = lines.indexOf(line, at) + 1;
    return at > 0;
  });
}

test('an entry that is added stands at the end of its list, and every line, comment and entry that was there stays as it was', () => {
  fc.assert(
    fc.property(files, (text) => {
      const item = { id: 'new', roles: ['pivot'] };
      const after = withItem(text, ['list'], item);
      const before = parse(text);
      expect(parse(after)).toEqual({ ...before, list: [...before.list, item] });
      expect(keeps(text, after)).toBe(true);
    }),
  );
});

test('a field that is set changes its entry alone, and no comment and no other line is lost', () => {
  fc.assert(
    fc.property(files, fc.nat(3), (text, rank) => {
      const before = parse(text);
      const index = rank % before.list.length;
      const after = withField(text, ['list', index], 'suspendedFrom', '2026-12-01');
      const list = before.list.map((it: object, at: number) =>
        at === index ? { ...it, suspendedFrom: '2026-12-01' } : it,
      );
      expect(parse(after)).toEqual({ ...before, list });
      const comments = (all: string): readonly string[] => all.match(/#.*$/gm) ?? [];
      expect(comments(after)).toEqual(comments(text));
      const again = withField(after, ['list', index], 'suspendedFrom', '2027-01-01');
      expect(again).toBe(after.replace('2026-12-01', '2027-01-01'));
    }),
  );
});

test('a list that is not there, is empty, or stands on one line takes its entry too', () => {
  expect(withItem('a: 1 # one\n', ['list'], { id: 'x' })).toBe('a: 1 # one\nlist:\n  - id: x\n');
  expect(parse(withItem('list: []\nb: 2\n', ['list'], { id: 'x' }))).toEqual({ list: [{ id: 'x' }], b: 2 });
  expect(withItem('v: { centres: [a, b], p: [] }\n', ['v', 'centres'], 'c')).toBe('v: { centres: [a, b, c], p: [] }\n');
  expect(parse(withField('v: { p: [] }\n', ['v'], 'centres', ['c']))).toEqual({ v: { p: [], centres: ['c'] } });
  expect(parse(withField('v: {} # empty\n', ['v'], 'centres', ['c']))).toEqual({ v: { centres: ['c'] } });
});

test('texts in several lines and what others refer to stay as they were written', () => {
  const text =
    'list:\n  - id: a\n    asks: &asks\n      fr: |-\n        One.\n\n        Two.\n  - id: b\n    asks: *asks\nend: 1\n';
  const after = withItem(text, ['list'], { id: 'c' });
  expect(after).toBe(text.replace('end: 1', '  - id: c\nend: 1'));
  expect(parseDocument(after).errors).toEqual([]);
});

test('what changed is shown by the lines that go and those that come, and nothing where nothing did', () => {
  expect(changedLines('a\nb\nc\nd\ne\n', 'a\nb\nX\nd\ne\n')).toEqual([
    '@@ 3 @@',
    '  a',
    '  b',
    '- c',
    '+ X',
    '  d',
    '  e',
  ]);
  expect(changedLines('a\n', 'a\n')).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '')), fc.array(fc.constantFrom('a', 'b', '')), (one, other) => {
      const lines = changedLines(one.join('\n'), other.join('\n'));
      const gone = lines.filter((line) => line.startsWith('- ')).length;
      const come = lines.filter((line) => line.startsWith('+ ')).length;
      if (one.join('\n') !== other.join('\n'))
        expect(one.join('\n').split('\n').length - gone + come).toBe(other.join('\n').split('\n').length);
    }),
  );
});
