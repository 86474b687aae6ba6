import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acknowledgement, type Verdict } from '../../../../../mappings/dialects/hl7v2/acknowledgement.ts';
import { acknowledgementOf } from '../../../../../mappings/dialects/hl7v2/acknowledgement-heard.ts';
import { headerOf } from '../../../../../mappings/dialects/hl7v2/header.ts';
import { segmentsOf } from '../../../../../mappings/dialects/hl7v2/parsed-message.ts';
import type { Issue } from '../../../../../mappings/domain/mapped.ts';
import '../../../../bounded-properties.ts';

const MESSAGE_ID = '5f1c0b8e-2d7a-4c3b-9e6f-0a1b2c3d4e5f';
const said = (verdict: Verdict, issues: readonly Issue[] = []) => ({
  verdict,
  issues,
  messageId: MESSAGE_ID,
  at: '2026-03-02T15:15:01.250Z',
});

interface Asked {
  readonly accept?: string;
  readonly application?: string;
  readonly event?: string;
  readonly charset?: string;
}

const referral = ({
  accept = '',
  application = '',
  event = 'REF^I12^REF_I12',
  charset = 'UNICODE UTF-8',
}: Asked = {}) =>
  [
    `MSH|^~\\&|SIURGE|HOPITAL|PASSERELLE|verdun|20260302101500-0500||${event}|MSG-1|T|2.4|||${accept}|${application}|CAN|${charset}`,
    'RF1|P|R|||| 778899^HOPITAL',
    'PRD|RP^Referring Provider^HL70286|Lavoie^Ève||||| 12345^LN',
    'PID|1||MRN-7^^^HOPITAL^MR~046454286^^^^SS||Tremblay^Zoé||20200115|F||canari-race|1 rue X',
    '',
  ].join('\r');

const segmentsOfText = (text: string | undefined) => {
  const read = segmentsOf(text ?? '');
  return read.ok ? read.value : [];
};
const named = (text: string | undefined, name: string) => segmentsOfText(text).filter((one) => one.name === name);

describe('the acknowledgement of a message', () => {
  test.each([
    ['accepted', 'AA', 'CA'],
    ['error', 'AE', 'CE'],
    ['rejected', 'AR', 'CR'],
    ['unavailable', 'AR', 'CE'],
  ] as const)('%s is %s in the original mode, %s in the enhanced one', (verdict, original, enhanced) => {
    expect(named(acknowledgement(referral({ event: 'SIU^S12^SIU_S12' }), said(verdict)), 'MSA')[0]?.first(1).text).toBe(
      original,
    );
    expect(named(acknowledgement(referral({ accept: 'AL' }), said(verdict)), 'MSA')[0]?.first(1).text).toBe(enhanced);
  });

  test('of a type, event or version that is not read here is a rejection, not an error', () => {
    const text = { fr: 'La règle.', en: 'The rule.' };
    for (const expression of ['MSH-9.1', 'MSH-9.2', 'MSH-12']) {
      const issues = [{ severity: 'error', code: 'not-supported', expression, text } as const];
      const codeOf = (asked: Asked) =>
        named(acknowledgement(referral(asked), said('error', issues)), 'MSA')[0]?.first(1).text;
      expect([codeOf({ accept: 'AL' }), codeOf({ event: 'ADT^A01' })]).toEqual(['CR', 'AR']);
    }
  });

  test('goes back to whoever sent, under its number, in its charset and processing id', () => {
    const ack = acknowledgement(referral({ accept: 'AL', application: 'AL', charset: '8859/1' }), said('accepted'));
    expect(headerOf(ack ?? '')).toMatchObject({
      ok: true,
      value: {
        sender: { application: ['PASSERELLE', '', ''], facility: ['verdun', '', ''] },
        receiver: { application: ['SIURGE', '', ''], facility: ['HOPITAL', '', ''] },
        type: 'ACK',
        trigger: 'I12',
        structure: 'ACK',
        processingId: 'T',
        version: '2.5.1',
        charset: '8859/1',
        at: '20260302151501.250+0000',
      },
    });
    expect(acknowledgementOf(ack ?? '')).toEqual({
      ok: true,
      value: { of: 'MSG-1', code: 'CA', by: 'commit', verdict: 'accepted', issues: [] },
    });
  });

  test.each([
    ['NE', [false, false]],
    ['ER', [false, true]],
    ['SU', [true, false]],
    ['AL', [true, true]],
    ['', [true, true]],
  ] as const)('MSH-15 %s is obeyed: after success, after an error: %j', (accept, wanted) => {
    const asked = referral({ accept, application: 'AL' });
    const sent = (['accepted', 'error'] as const).map((verdict) => acknowledgement(asked, said(verdict)) !== undefined);
    expect(sent).toEqual([...wanted]);
  });

  test('in the original mode an accepted referral is pending at once, with what the structure requires and no more', () => {
    const rri = acknowledgement(referral(), said('accepted'));
    expect(headerOf(rri ?? '')).toMatchObject({ value: { type: 'RRI', trigger: 'I12', structure: 'RRI_I12' } });
    expect(segmentsOfText(rri).map(({ name }) => name)).toEqual(['MSH', 'MSA', 'RF1', 'PRD', 'PID']);
    expect(named(rri, 'RF1')[0]?.first(1).component(1)).toBe('P');
    expect(named(rri, 'RF1')[0]?.first(6).text).toBe(' 778899^HOPITAL');
    expect(
      named(rri, 'PID')[0]
        ?.field(3)
        .map(({ text }) => text),
    ).toEqual(['MRN-7^^^HOPITAL^MR']);
    expect(rri).not.toMatch(/canari-race|046454286|1 rue X/);
  });

  test('a cancellation and a question are received, not pending', () => {
    for (const event of ['REF^I14^REF_I12', 'REF^I15^REF_I12']) {
      const rri = acknowledgement(referral({ event }), said('accepted'));
      expect(named(rri, 'RF1')[0]?.field(1)).toEqual([]);
      expect(named(rri, 'MSA')[0]?.first(1).text).toBe('AA');
    }
  });

  test('an acknowledgement is never acknowledged', () => {
    expect(acknowledgement(referral({ event: 'ACK^I12^ACK', accept: 'AL' }), said('accepted'))).toBeUndefined();
  });

  test('each issue is an ERR with its place, its condition and its rule in both languages, errors first', () => {
    const text = { fr: 'La règle.', en: 'The rule.' };
    const ack = acknowledgement(
      referral({ accept: 'AL' }),
      said('error', [
        { severity: 'warning', code: 'suppressed', expression: 'PID-10', text },
        { severity: 'error', code: 'required', expression: 'RF1-6', text },
        { severity: 'error', code: 'not-supported', expression: 'MSH-9.2', text },
        { severity: 'error', code: 'value', expression: 'PID-3[2].4', text },
        { severity: 'error', code: 'business-rule', expression: 'Task.status', text },
      ]),
    );
    const told = named(ack, 'ERR').map((err) => [2, 3, 4, 8].map((field) => err.first(field).text));
    expect(told).toEqual([
      ['RF1^1^6', '101^Required field missing^HL70357', 'E', 'La règle. / The rule.'],
      ['MSH^1^9^^2', '201^Unsupported event code^HL70357', 'E', 'La règle. / The rule.'],
      ['PID^1^3^2^4', '102^Data type error^HL70357', 'E', 'La règle. / The rule.'],
      ['', '102^Data type error^HL70357', 'E', 'La règle. / The rule.'],
      ['PID^1^10', '0^Message accepted^HL70357', 'W', 'La règle. / The rule.'],
    ]);
  });

  test('what could not be kept now is to be sent again, and is understood so', () => {
    const ack = acknowledgement(referral({ accept: 'AL' }), said('unavailable')) ?? '';
    expect(acknowledgementOf(ack)).toMatchObject({ value: { code: 'CE', verdict: 'unavailable' } });
  });

  test('in a charset without accents it is spelt without', () => {
    const ack = acknowledgement(referral({ accept: 'AL', charset: '' }), said('unavailable')) ?? '';
    expect([...ack].every((character) => character <= '\u007f')).toBe(true);
    expect(ack).toContain("Le message n'a pas pu etre garde maintenant");
  });

  test('any text gets an acknowledgement or none, and never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'binary' }).map((rest) => referral().slice(0, 60) + rest),
        ),
        fc.constantFrom('accepted', 'error', 'rejected', 'unavailable'),
        (text, verdict) => {
          const ack = acknowledgement(text, said(verdict));
          if (ack !== undefined) expect(headerOf(ack).ok).toBe(true);
        },
      ),
    );
  });
});

describe('a partner’s acknowledgement', () => {
  test('of v2.3.1 says its errors in ERR-1', () => {
    expect(
      acknowledgementOf('MSH|^~\\&|A|B|C|D|2026||ACK|9|P|2.3.1\rMSA|AE|MSG-1|texte\rERR|RF1^1^6^101&Required\r'),
    ).toMatchObject({
      ok: true,
      value: { of: 'MSG-1', verdict: 'error', issues: [{ severity: 'error', expression: 'RF1-6' }] },
    });
  });

  test('never repeats the partner’s own words', () => {
    const heard = acknowledgementOf(
      'MSH|^~\\&|A|B|C|D|2026||ACK|9|P|2.5.1\rMSA|AE|MSG-1|canari-1\rERR||PID^1^5|canari-2^canari-3|E||||canari-4\r',
    );
    expect(JSON.stringify(heard)).not.toContain('canari');
  });

  test.each([
    ['MSA', 'MSH|^~\\&|A|B|C|D|2026||ACK|9|P|2.5.1\r'],
    ['MSA-1', 'MSH|^~\\&|A|B|C|D|2026||ACK|9|P|2.5.1\rMSA|OK|MSG-1\r'],
    ['MSA-2', 'MSH|^~\\&|A|B|C|D|2026||ACK|9|P|2.5.1\rMSA|AA\r'],
  ])('without a usable %s acknowledges nothing, and says so', (place, text) => {
    expect(acknowledgementOf(text)).toMatchObject({ ok: false, issues: [{ expression: place }] });
  });
});
