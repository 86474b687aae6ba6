import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Cut, frameCutter, framed } from '../../../../gateway/mllp/frames.ts';

const MAX = 400;
const message = (id: string, charset = 'UNICODE UTF-8'): string =>
  `MSH|^~\\&|A|B|C|D|20260303||REF^I12|${id}|P|2.5.1||||||${charset}\rPID|||${id}||Nguyễn^Éloïse\r`;
const utf16 = (text: string, form: 'be' | 'le'): Buffer =>
  form === 'le' ? Buffer.from(text, 'utf16le') : Buffer.from(text, 'utf16le').swap16();

/** What comes out when the stream arrives in these pieces. */
function cutsOf(pieces: readonly Buffer[], sizeMaxBytes = MAX): readonly Cut[] {
  const cutter = frameCutter({ sizeMaxBytes });
  return pieces.flatMap((piece) => cutter.push(piece));
}
const textsOf = (cuts: readonly Cut[]): readonly string[] =>
  cuts.map((cut) => (cut.kind === 'frame' ? cut.bytes.toString('utf8') : cut.why));
const piecesOf = (stream: Buffer, cuts: readonly number[]): readonly Buffer[] => {
  const at = [0, ...cuts.map((cut) => cut % (stream.length + 1)).sort((a, b) => a - b), stream.length];
  return at.slice(1).map((end, index) => stream.subarray(at[index], end));
};

test('any split of the stream gives the same messages', () => {
  const texts = ['MSH|é|1', message('2'), 'MSH|ü|3'];
  const stream = Buffer.concat(texts.map((text) => framed(Buffer.from(text))));
  for (let cut = 0; cut <= stream.length; cut += 1)
    expect(textsOf(cutsOf([stream.subarray(0, cut), stream.subarray(cut)]))).toEqual(texts);
});

test('five messages in one packet are five messages', () => {
  const texts = ['1', '2', '3', '4', '5'].map((id) => message(id));
  expect(textsOf(cutsOf([Buffer.concat(texts.map((text) => framed(Buffer.from(text))))]))).toEqual(texts);
});

test('a message that comes byte by byte is one message, and a long one takes no longer for it', () => {
  const text = message('x').repeat(4_000);
  const stream = framed(Buffer.from(text));
  const startedAt = performance.now();
  const cuts = cutsOf(
    Array.from(stream, (byte) => Buffer.from([byte])),
    stream.length,
  );
  expect(textsOf(cuts)).toEqual([text]);
  // 400 kB: copying what waits for each byte would take minutes.
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});

test('a frame as long as the limit is read; with one byte more it is unreadable, and so is all that follows', () => {
  const longest = Buffer.alloc(MAX, 'a');
  const stream = Buffer.concat([framed(longest), framed(Buffer.alloc(MAX + 1, 'b')), framed(Buffer.from('MSH|late'))]);
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const cuts = cutsOf([stream.subarray(0, cut), stream.subarray(cut)]);
    expect(textsOf(cuts)).toEqual([longest.toString(), 'too-long']);
    expect(cuts.at(-1)).toMatchObject({ head: Buffer.alloc(MAX, 'b') });
  }
});

test('a frame that never ends is unreadable as soon as it is too long', () => {
  const cutter = frameCutter({ sizeMaxBytes: MAX });
  expect(cutter.push(Buffer.concat([Buffer.from([0x0b]), Buffer.alloc(MAX, 'a')]))).toEqual([]);
  expect(cutter.underWay()).toBe(true);
  expect(textsOf(cutter.push(Buffer.alloc(3, 'a')))).toEqual(['too-long']);
});

test('what stands outside frames is counted, until a whole frame comes', () => {
  const cutter = frameCutter({ sizeMaxBytes: MAX });
  cutter.push(Buffer.from('GET / HTTP/1.1\r\n'));
  expect(cutter.strayBytes()).toBe(16);
  expect(cutter.underWay()).toBe(false);
  expect(textsOf(cutter.push(Buffer.concat([Buffer.from('\n\n'), framed(Buffer.from('MSH|1'))])))).toEqual(['MSH|1']);
  expect(cutter.strayBytes()).toBe(0);
});

test('a frame that was broken off and sent again counts from its last beginning', () => {
  const text = message('again');
  const stream = Buffer.concat([Buffer.from(`\x0b${text.slice(0, 60)}`), framed(Buffer.from(text))]);
  expect(textsOf(cutsOf([stream]))).toEqual([text]);
});

test.each(['be', 'le'] as const)(
  'UTF-16 (%s) ends on a code unit after the last segment, wherever its bytes look like an end',
  (form) => {
    // “ before a Malayalam letter has the two bytes of the end across two code units in big-endian; and U+0B0B has the start.
    const text = `${message('wide', 'UNICODE UTF-16')}NTE|1||\u201c\u0d1e \u0b0b \u0d00\u1c00\r`;
    const bytes = utf16(text, form);
    const stream = Buffer.concat([framed(bytes), framed(Buffer.from('MSH|narrow'))]);
    for (let cut = 0; cut <= stream.length; cut += 1) {
      const [wide, narrow] = cutsOf([stream.subarray(0, cut), stream.subarray(cut)], 2_000);
      expect(wide).toEqual({ kind: 'frame', bytes });
      expect(narrow).toEqual({ kind: 'frame', bytes: Buffer.from('MSH|narrow') });
    }
  },
);

test.each([
  ['be', '\u1c0d'],
  ['le', '\u0d1c'],
] as const)(
  'in UTF-16 (%s) a letter that looks like the end is not taken for one: the stream is unreadable',
  (form, letter) => {
    const text = `${message('wide', 'UNICODE UTF-16')}NTE|1||${letter}${letter}\r`;
    expect(textsOf(cutsOf([framed(utf16(text, form))], 2_000))).toEqual(['unclear-end']);
  },
);

test('frames and garbage, however they are chopped, give the same messages: none lost, none twice', () => {
  // No byte that begins a frame: that is tested by itself, above.
  const garbage = fc
    .uint8Array({ maxLength: 20 })
    .map((bytes) => Buffer.from(bytes.map((byte) => (byte === 0x0b ? 0x0a : byte))));
  const narrow = fc
    .string({ unit: 'binary', maxLength: 120 })
    .map((text) => `MSH|${text.replaceAll(/[\p{Cc}\p{Cs}]/gu, '\r')}`);
  const content = fc.oneof(
    narrow.map((text) => Buffer.from(text)),
    fc
      .record({ text: narrow, form: fc.constantFrom('be' as const, 'le' as const) })
      .map(({ text, form }) => utf16(`${text.replaceAll(/[\u1c0d\u0d1c]/g, '')}\r`, form)),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(garbage, content), { maxLength: 6 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      (parts, cuts) => {
        const stream = Buffer.concat(parts.flatMap(([junk, bytes]) => [junk, framed(bytes)]));
        const got = cutsOf(piecesOf(stream, cuts), 10_000);
        expect(got).toEqual(parts.map(([, bytes]) => ({ kind: 'frame', bytes })));
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever comes, in whatever pieces: the cuts are those of the whole stream', () => {
  const byte = fc.constantFrom(0x0b, 0x1c, 0x0d, 0x00, 0x4d, 0x53, 0x48, 0xfe, 0xff, 0x61);
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 80 }), fc.array(fc.nat(), { maxLength: 8 }), (bytes, cuts) => {
      const stream = Buffer.from(bytes);
      expect(cutsOf(piecesOf(stream, cuts), 20)).toEqual(cutsOf([stream], 20));
    }),
    { numRuns: 1_000 },
  );
});
