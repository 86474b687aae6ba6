import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { legible, segmentsOf } from '../../../../../mappings/dialects/hl7v2/parsed-message.ts';
import { escaped, unescaped } from '../../../../../mappings/dialects/hl7v2/syntax.ts';
import { components, messageOf, repetitions, segment } from '../../../../../mappings/dialects/hl7v2/write-segment.ts';
import '../../../../bounded-properties.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom('|', '^', '~', '\\', '&', '\r', '\n', '"', '\u000b', '\u001c', 'é', 'F', '.br', 'X0D'),
  }),
);

const readBack = (text: string) => {
  const read = segmentsOf(text);
  return read.ok ? read.value : [];
};

describe('escaping', () => {
  test('any text comes back as it went, alone in a field, as a component and as a repetition', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(unescaped(escaped(one))).toBe(one);
        const message = messageOf([
          segment('MSH', { 3: 'x' }),
          segment('NTE', { 3: one, 4: components('a', one, 'b'), 5: repetitions(['r', one, other, 'r']) }),
        ]);
        const nte = readBack(message)[1];
        const said = (text: string) => (legible(text).trim() === '' ? '' : legible(text));
        expect(nte?.first(3).text).toBe(said(one));
        expect(nte?.first(4).component(2)).toBe(said(one));
        expect(nte?.first(4).component(3)).toBe('b');
        expect(nte?.field(5).map(({ text }) => text)).toEqual(
          ['r', one, other, 'r'].map(said).filter((it) => it !== ''),
        );
      }),
    );
  });

  test('no text can add a segment, a field, a component or the end of a frame', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const message = messageOf([segment('MSH', { 3: text }), segment('NTE', { 3: text, 4: 'RE' })]);
        expect(message.split('\r')).toHaveLength(3);
        expect(message.split('\r')[1]?.split('|')).toHaveLength(5);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters of an MLLP frame.
        expect(message).not.toMatch(/[\u000b\u001c\n]/);
      }),
    );
  });

  test.each([
    ['a line break', 'un\\.br\\deux', 'un\ndeux'],
    ['lines left blank', 'un\\.sp2\\deux', 'un\n\ndeux'],
    ['highlighting', '\\H\\gras\\N\\', 'gras'],
    ['bytes in UTF-8', '\\XC3A9\\t\\XC3A9\\', 'été'],
    ['bytes of one character each', 'No\\XEB\\l', 'Noël'],
    ['a sequence of the sender’s own', 'a\\Zdb\\b', 'a\\Zdb\\b'],
    ['a lone escape character', 'c:\\temp', 'c:\\temp'],
    ['one at the end', 'fin\\', 'fin\\'],
    ['a lone one before a sequence', 'a \\ b \\T\\ c', 'a \\ b & c'],
  ])('%s is read', (_, raw, text) => {
    expect(unescaped(raw)).toBe(text);
  });

  test('the sender’s own delimiters are those that count', () => {
    const nte = readBack('MSH$*%!@$x\rNTE$1$$un!S!deux*trois%quatre|cinq')[1];
    expect(nte?.field(3).map(({ text }) => text)).toEqual(['un*deux*trois', 'quatre|cinq']);
  });
});

describe('reading segments', () => {
  test('the null and a field of delimiters alone say nothing', () => {
    const [, pid] = readBack('MSH|^~\\&|x\rPID|""|^^|&^~|a~""~b|  ');
    expect([1, 2, 3, 5].map((field) => pid?.field(field).length)).toEqual([0, 0, 0, 0]);
    expect(pid?.field(4).map(({ text }) => text)).toEqual(['a', 'b']);
  });

  test.each(['', 'MSH', 'MSH|', 'PID|1', 'MSH|||||', 'MSHabcdef', 'MSH|^^^^', '\u0000', '{"resourceType":"Bundle"}'])(
    'what is no message (%j) is a reason',
    (text) => {
      const read = segmentsOf(text);
      expect(read).toMatchObject({ ok: false, issues: [{ severity: 'error', code: 'structure' }] });
    },
  );

  test('a line that is no segment names its line and how to write a line break', () => {
    const read = segmentsOf('MSH|^~\\&|x\rNTE|1||un\ndeux');
    expect(read).toMatchObject({ ok: false, issues: [{ text: { fr: expect.stringContaining('ligne 3') } }] });
  });

  test('no text at all makes an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          anyText.map((text) => `MSH|^~\\&|${text}`),
        ),
        (text) => {
          expect(typeof segmentsOf(text).ok).toBe('boolean');
        },
      ),
    );
  });
});
