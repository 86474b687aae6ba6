import { expect, test } from '@jest/globals';
import { decide } from '../../../../mappings/consent/decide.ts';
import { letterBeside } from '../../../../mappings/consent/letter-beside.ts';
import { EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { agreement, BORN, MOTHER, shown } from './cases/case.ts';

const CENTRE = 'verdun';
const AT = new Date('2026-03-10T12:00:00-04:00');

/** A request that its recipient has had since before the birthday, and these letters with it. */
const taskWith = (letters: readonly string[]): fhir4.Task => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  extension: [
    {
      url: EXTENSIONS.delivery,
      extension: [
        { url: 'stage', valueCode: 'request' },
        ...letters.map((valueString) => ({ url: 'letter', valueString })),
      ],
    },
  ],
});
const letter: fhir4.DocumentReference = {
  resourceType: 'DocumentReference',
  status: 'current',
  identifier: [{ system: IDENTIFIERS.letter(CENTRE), value: 'lettre-1' }],
  type: { coding: [{ system: 'http://loinc.org', code: '11488-4' }] },
  content: [],
};
const decided = (birthDate: string, letters: readonly string[]) =>
  decide(
    'qc-lrsss',
    [agreement(MOTHER, { at: '2026-01-01' })],
    letterBeside(shown({ birthDate, underWaySince: '2026-01-02' }), letter, {
      task: taskWith(letters),
      centre: CENTRE,
    }),
    AT,
  ).reason;

test('what a letter tells is disclosed with the request', () => {
  const beside = letterBeside(shown(), letter, { task: taskWith([]), centre: CENTRE });
  expect(beside.information).toEqual([...shown().information, 'health']);
});

test('a parent’s agreement opens no new letter from the 14th birthday; one that its recipient has goes on, in any version', () => {
  expect(decided(BORN.aged13, [])).toBe('others-consent');
  expect(decided(BORN.aged14since30d, [])).toBe('young-person-decides');
  expect(decided(BORN.aged14since30d, ['lettre-2|1'])).toBe('young-person-decides');
  expect(decided(BORN.aged14since30d, ['lettre-1|1'])).toBe('under-way');
  expect(decided(BORN.aged14since30d, ['lettre-1|3', 'lettre-2|1'])).toBe('under-way');
});

test('of a letter that a young person asked alone nobody’s word counts but theirs, also beside a request that is open', () => {
  const alone = { ...letter, meta: { security: [{ system: FOREIGN.actCode, code: 'ADOL' }] } };
  const beside = (it: fhir4.DocumentReference) =>
    letterBeside(shown({ birthDate: BORN.aged13 }), it, { task: taskWith([]), centre: CENTRE });
  const mothers = [agreement(MOTHER, { at: '2026-01-01' })];
  expect(decide('qc-lrsss', mothers, beside(letter), AT).kind).toBe('permit');
  expect(decide('qc-lrsss', mothers, beside(alone), AT)).toMatchObject({ kind: 'deny', reason: 'asked-alone' });
  const own = agreement({ kind: 'child' }, { at: '2026-01-01' });
  expect(decide('on-phipa', [own], beside(alone), AT).kind).toBe('permit');
});
