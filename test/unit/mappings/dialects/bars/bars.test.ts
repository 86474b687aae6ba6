import { expect, test } from '@jest/globals';
import { bars } from '../../../../../mappings/dialects/bars/bars.ts';
import { dialectOf, readerOf } from '../../../../../mappings/dialects/dialects.ts';
import { barsMessage } from '../../../../../sandbox/partners/messaging/bars-referral.ts';
import { isNamed, placesNamed } from '../../../../builders/dialect-tables.ts';

type Bundle = fhir4.Bundle<fhir4.FhirResource>;
const read = (bundle: Bundle) => bars.read({ form: 'fhir', bundle }, { partner: 'bars-sender' });
const aReferral = (status: 'active' | 'revoked' = 'active') =>
  barsMessage({
    number: { system: 'https://bars-sender.example/referral', value: 'U-1' },
    referral: {
      child: { given: 'Emeka', family: 'Obi', birthDate: '2019-04-02', sex: 'male' },
      what: 'Social pediatrics',
      reason: 'Alone at recess',
      note: 'Ask for his aunt',
      askedBy: 'Nurse Roy',
      centre: 'carrefour-vanier',
    },
    at: '2026-11-24T10:00:00.000Z',
    status,
    sender: 'A surgery',
  });

test('a referral without a Task is heard with its child, its words and who asks', () => {
  expect(read(aReferral())).toMatchObject({
    ok: true,
    value: {
      heard: [
        {
          kind: 'request',
          request: {
            number: { system: 'https://bars-sender.example/referral', value: 'U-1' },
            request: { code: { text: 'Social pediatrics' }, reasonCode: [{ text: 'Alone at recess' }] },
            child: { name: [{ family: 'Obi', given: ['Emeka'] }], gender: 'male', birthDate: '2019-04-02' },
          },
          askedBy: { name: 'Nurse Roy' },
          centre: 'carrefour-vanier',
          words: [{ where: 'ServiceRequest.note', words: 'Ask for his aunt' }],
        },
      ],
    },
  });
});

test('an update of a revoked request takes it back', () => {
  expect(read(aReferral('revoked'))).toMatchObject({
    ok: true,
    value: { heard: [{ kind: 'cancellation', number: { value: 'U-1' }, state: 'cancelled' }] },
  });
});

test('an ethnic category is taken out before anything reads it; what is not carried over stands in the table', () => {
  const said = read(aReferral());
  expect(JSON.stringify(said)).not.toContain('must not be kept');
  const places = said.ok ? said.value.issues.map(({ expression }) => expression ?? '') : [];
  expect(places).toEqual(expect.arrayContaining(['ServiceRequest.encounter', 'Encounter']));
  const named = placesNamed('bars');
  expect(places.filter((place) => !isNamed(place, named))).toEqual([]);
});

test('a booking is refused, and the sender is told what is read here', () => {
  const message = JSON.parse(JSON.stringify(aReferral()).replace('servicerequest-request', 'booking-request'));
  expect(read(message)).toMatchObject({
    ok: false,
    issues: [
      { expression: 'MessageHeader.eventCoding', text: { en: expect.stringContaining('servicerequest-request') } },
    ],
  });
});

test('it is a language that is heard and never written', () => {
  expect([readerOf('bars'), dialectOf('bars')]).toEqual([bars, undefined]);
  expect(readerOf('paper')).toBeUndefined();
  expect(readerOf('ca-erec')).toBe(dialectOf('ca-erec'));
});
