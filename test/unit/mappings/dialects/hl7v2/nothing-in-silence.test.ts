import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acknowledgement } from '../../../../../mappings/dialects/hl7v2/acknowledgement.ts';
import { hl7v2 } from '../../../../../mappings/dialects/hl7v2/hl7v2.ts';
import { answerOf, appointmentOf, CTD, OBR, PID, PRD, RF1, referralOf } from './messages.ts';
import '../../../../bounded-properties.ts';

const OURS = '5f1c0b8e-2d7a-4c3b-9e6f-0a1b2c3d4e5f';
const read = (text: string) => hl7v2.read({ form: 'hl7v2', text }, { partner: 'hopital-hl7' });

/** Messages that the canaries are put into. */
const MESSAGES = {
  referral: (...more: readonly string[]) => referralOf({}, RF1, PRD, CTD, PID, OBR, ...more),
  'referral in the original mode': (...more: readonly string[]) =>
    referralOf({}, RF1, PRD, PID, ...more).replace('|AL|AL|', '|||'),
  cancellation: (...more: readonly string[]) => referralOf({ event: 'I14' }, RF1, PRD, ...more),
  question: (...more: readonly string[]) => referralOf({ event: 'I15' }, RF1, PRD, ...more),
  answer: (...more: readonly string[]) => answerOf('MSA|AA|X', `RF1|A|||||${OURS}`, PRD, ...more),
  appointment: (...more: readonly string[]) => appointmentOf('S12', `SCH|${OURS}`, 'TQ1|1||||||20260401', ...more),
};

const names = Object.keys(MESSAGES) as (keyof typeof MESSAGES)[];

/** The message with this field of its segment of this name; the segment is added when there is none. */
function withField(message: string, name: string, field: number, value: string): string {
  const lines = message.split('\r');
  const at = lines.findIndex((line) => line.startsWith(`${name}|`));
  const line = (at === -1 ? name : (lines[at] ?? name)).split('|');
  while (line.length <= field) line.push('');
  line[field] = value;
  return at === -1 ? `${message}${line.join('|')}\r` : lines.with(at, line.join('|')).join('\r');
}

const said = (text: string) => {
  const result = read(text);
  const issues = result.ok ? result.value.issues : result.issues;
  const ack = acknowledgement(text, { verdict: 'accepted', issues, messageId: OURS, at: '2026-03-02T15:00:00Z' });
  return { result, issues, all: JSON.stringify([result, ack]) };
};

describe('what is never kept', () => {
  // Said again here: a place that goes missing from the table is missed.
  const fields = [
    ...[10, 17, 19, 22, 23, 26, 28, 39].map((field) => ['PID', field] as const),
    ...[19, 25, 27, 28, 35, 37, 38].map((field) => ['NK1', field] as const),
  ];
  const segments = ['GT1', 'IN1', 'IN2', 'IN3'];

  test('goes by its position from every message, with one warning that names the place, and appears nowhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.subarray(fields, { minLength: 1 }), (kind, places) => {
        const text = places.reduce(
          (message, [name, field], nth) =>
            withField(message, name, field, `canari-${nth}^canari-${nth}~&canari-${nth}`),
          MESSAGES[kind](),
        );
        const { issues, all } = said(text);
        expect(all).not.toContain('canari');
        const warned = issues.filter(({ code }) => code === 'suppressed').map(({ expression }) => expression);
        expect(warned.toSorted()).toEqual(places.map(([name, field]) => `${name}-${field}`).toSorted());
      }),
    );
  });

  test('goes by whole segments, of guarantors and insurance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.subarray(segments, { minLength: 1 }),
        fc.integer({ min: 1, max: 60 }),
        (kind, some, field) => {
          const { issues, all } = said(MESSAGES[kind](...some.map((name) => `${name}${'|'.repeat(field)}canari`)));
          expect(all).not.toContain('canari');
          expect(
            issues
              .filter(({ code }) => code === 'suppressed')
              .map(({ expression }) => expression)
              .toSorted(),
          ).toEqual(some.toSorted());
        },
      ),
    );
  });

  test.each([
    'canari^^^^SS',
    'canari^^^CAN^NNCAN',
    'canari^^^IRCC^PRC',
    'canari^^^^PPN',
    'canari^^^IFHP',
    'canari^^^SIN',
    'canari^^^&2.16.840.1.113883.4.272&ISO',
    'canari^^^^MC',
  ])('goes from PID-2 and PID-3 by the type or the authority of a number: %s', (number) => {
    for (const field of [2, 3]) {
      const { issues, all } = said(withField(MESSAGES.referral(), 'PID', field, number));
      expect(all).not.toContain('canari');
      expect(issues).toMatchObject([{ code: 'suppressed', expression: 'PID-3' }]);
      expect(said(withField(MESSAGES['referral in the original mode'](), 'PID', field, number)).all).not.toContain(
        'canari',
      );
    }
  });

  test.each(['N', 'F', 'BDL', 'BR'])('goes from PID-11 where it is an address of birth or origin (%s)', (kind) => {
    const { issues, all } = said(withField(MESSAGES.referral(), 'PID', 11, `canari^^canari^^^canari^${kind}`));
    expect(all).not.toContain('canari');
    expect(issues).toMatchObject([{ code: 'suppressed', expression: 'PID-11' }]);
  });
});

/** Fields that say how a message is made, not what it says: numbers of segments, kinds of values, statuses of their writing. */
const ABOUT_THE_MESSAGE =
  /^(MSH-|SFT-|ERR-|RGS-|MSA-[12]$|(PID|NK1|OBR|OBX|DG1|NTE|TQ1|AIS|AIL|AIP|PRD|CTD)-1$|NTE-[24]$|OBX-(2|4|11)$|DG1-[26]$|A(IS|IL|IP)-2$)/;
/** What only repeats, in an answer or about a number, what the other side knows: who the child is, who asks of whom, what is asked. */
const ECHO = /^(PID-([12358]|7)|PRD-\d+|CTD-\d+|OBR-[234]|RF1-[167]|SCH-(1|2|17|25|26|27)|MSA-[12])$/;

const SEGMENTS = 'RF1 PRD CTD PID NK1 OBR OBX DG1 NTE TQ1 PV1 AL1 ACC SCH AIS AIL AIP AIG ZAB Z01 MSA'.split(' ');
const FIELDS_MAX = 45;

test.each(names)('of a %s every field of every segment is carried, read by a person, or told by its place', (kind) => {
  const silent = SEGMENTS.flatMap((name) =>
    Array.from({ length: FIELDS_MAX }, (_, nth) => nth + 1).flatMap((field) => {
      const place = `${name}-${field}`;
      if (ABOUT_THE_MESSAGE.test(place) || (!kind.startsWith('referral') && ECHO.test(place))) return [];
      const result = read(withField(MESSAGES[kind](), name, field, 'canari'));
      const issues = result.ok ? result.value.issues : result.issues;
      for (const { text } of issues) expect(text.fr + text.en).not.toContain('canari');
      const heard = JSON.stringify(result.ok ? result.value.heard : []);
      // An observation that is not kept is told by its value.
      const places = name === 'OBX' ? [place, 'OBX-5'] : [place];
      return heard.includes('canari') || issues.some(({ expression = '' }) => places.includes(expression))
        ? []
        : [place];
    }),
  );
  expect(silent).toEqual([]);
});
