import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { headerAsFarAsSaid, headerOf } from '../../../../../mappings/dialects/hl7v2/header.ts';
import '../../../../bounded-properties.ts';

const HEADER =
  'MSH|^~\\&|SIURGE^2.16.1^ISO|HOPITAL|PASSERELLE|verdun|20260302101500-0500||REF^I12^REF_I12|MSG-1|P|2.3.1|||AL|NE|CAN|8859/1~UNICODE UTF-8';

test('a header says who, what, when, under which number, in which version and charset, and what acknowledgement it wants', () => {
  expect(headerOf(`${HEADER}\rRF1|P\r`)).toEqual({
    ok: true,
    value: {
      sender: { application: ['SIURGE', '2.16.1', 'ISO'], facility: ['HOPITAL', '', ''] },
      receiver: { application: ['PASSERELLE', '', ''], facility: ['verdun', '', ''] },
      at: '20260302101500-0500',
      type: 'REF',
      trigger: 'I12',
      structure: 'REF_I12',
      controlId: 'MSG-1',
      processingId: 'P',
      version: '2.3.1',
      continuation: '',
      acceptAcknowledgement: 'AL',
      applicationAcknowledgement: 'NE',
      charset: '8859/1',
    },
  });
});

test('what is missing is told all at once, by its place', () => {
  expect(headerOf('MSH|^~\\&|A|B')).toMatchObject({
    ok: false,
    issues: [{ expression: 'MSH-9' }, { expression: 'MSH-10' }],
  });
  expect(headerOf('bonjour')).toMatchObject({ ok: false, issues: [{ expression: 'MSH' }] });
});

test('whatever follows the header, broken lines too, does not hide it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (rest) => {
      expect(headerAsFarAsSaid(`${HEADER}\r${rest}`)?.controlId).toBe('MSG-1');
    }),
  );
});

test('no text makes an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', 'MSH', 'MSH|^~\\&|'), (text, start) => {
      expect(typeof headerOf(start + text).ok).toBe('boolean');
    }),
  );
});
