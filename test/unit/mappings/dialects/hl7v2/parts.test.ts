import { describe, expect, test } from '@jest/globals';
import { acknowledgement } from '../../../../../mappings/dialects/hl7v2/acknowledgement.ts';
import { hl7v2 } from '../../../../../mappings/dialects/hl7v2/hl7v2.ts';
import { PARTS_MAX } from '../../../../../mappings/dialects/hl7v2/parsed-message.ts';
import { OBR, PID, PRD, RF1, referralOf } from './messages.ts';

const read = (text: string) => hl7v2.read({ form: 'hl7v2', text }, { partner: 'hopital-hl7' });

const lines = (segment: string, times: number): string => Array<string>(times).fill(segment).join('\r');

/** A whole referral, with something that repeats as often as a frame has room for. */
const REPEATED: readonly (readonly [string, (times: number) => string])[] = [
  ['segments', (times) => referralOf({}, RF1, PRD, PID, OBR, lines('NTE', times))],
  ['providers', (times) => referralOf({}, RF1, lines(PRD, times), PID, OBR)],
  ['fields', (times) => referralOf({}, RF1, PRD, PID, OBR, `NTE${'|'.repeat(times)}x`)],
  ['repetitions', (times) => referralOf({}, RF1, PRD, PID, OBR, `OBX|1|TX|a^b||${'a~'.repeat(times)}a`)],
  ['components', (times) => referralOf({}, RF1, PRD, PID, OBR, `OBX|1|TX|a^b||${'a^'.repeat(times)}a`)],
  ['escapes', (times) => referralOf({}, RF1, PRD, PID, OBR, `NTE|1||${'\\'.repeat(times)}a`)],
  ['empty lines', (times) => `${referralOf({}, RF1, PRD, PID, OBR)}${'\n'.repeat(times)}`],
];

describe('what one message costs everybody else is bounded', () => {
  test.each(REPEATED)(
    'one of too many %s is refused whole, by its header, and before any of it is cut',
    (_what, of) => {
      const started = process.cpuUsage();
      const said = read(of(1_000_000));
      expect(said).toEqual({
        ok: false,
        issues: [expect.objectContaining({ severity: 'error', code: 'too-long', expression: 'MSH' })],
      });
      const { user } = process.cpuUsage(started);
      // Cut, it would be many seconds.
      expect(user / 1_000).toBeLessThan(1_000);
    },
  );

  test.each(REPEATED)('one of many %s is read', (_what, of) => {
    expect(read(of(Math.floor(PARTS_MAX / 40)))).toMatchObject({ ok: true });
  });

  test('a file as large as a frame takes is one part, and a text of any length', () => {
    const file = `OBX|1|ED|^Rapport||^APPLICATION^PDF^Base64^${'QUJD'.repeat(1_500_000)}||||||F`;
    expect(read(referralOf({}, RF1, PRD, PID, OBR, file, `NTE|1||${'mot '.repeat(50_000)}`))).toMatchObject({
      ok: true,
    });
  });

  test('it is rejected by its number, so that its sender does not send it again', () => {
    const text = referralOf({}, RF1, lines(PRD, PARTS_MAX), PID, OBR);
    const said = read(text);
    const reply = acknowledgement(text, {
      verdict: 'rejected',
      issues: said.ok ? [] : said.issues,
      messageId: '00000000-0000-5000-8000-00000000000a',
      at: '2026-03-02T15:15:00Z',
    });
    expect(reply).toContain('MSA|CR|MSG-1');
    expect(reply?.length).toBeLessThan(2_000);
  });
});
