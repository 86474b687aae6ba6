import { expect, test } from '@jest/globals';
import { wordsOf } from '../../../../mappings/domain/coded-words.ts';
import { CODE_SYSTEMS } from '../../../../mappings/domain/systems.ts';
import * as codes from '../../../../profiles/codes.ts';

const TABLES = {
  requestKind: codes.REQUEST_KINDS,
  prescriptionKind: codes.PRESCRIPTION_KINDS,
  legalMandate: codes.LEGAL_MANDATES,
  networkService: codes.NETWORK_SERVICES,
  programme: codes.PROGRAMMES,
  barrierKind: codes.BARRIER_KINDS,
  declineReason: codes.DECLINE_REASONS,
} as const;

test.each(Object.entries(TABLES))('every code of %s has its words in both languages', (name, table) => {
  const system = CODE_SYSTEMS[name as keyof typeof TABLES];
  for (const [code, { fr, en }] of Object.entries(table)) {
    const concepts = [
      undefined,
      {
        coding: [
          { system: 'urn:theirs', code: 'x' },
          { system, code },
        ],
      },
    ];
    expect([wordsOf(concepts, system, 'fr'), wordsOf(concepts, system, 'en')]).toEqual([fr, en]);
    expect([fr, en].every((words) => words.trim() !== '')).toBe(true);
  }
});

test.each(['nonsense', 'constructor', '__proto__', 'toString'])('a code that is none has no words: %s', (code) => {
  expect(
    wordsOf([{ coding: [{ system: CODE_SYSTEMS.programme, code }] }], CODE_SYSTEMS.programme, 'fr'),
  ).toBeUndefined();
});

test('a code of another system, or of one that has no words here, says nothing', () => {
  const concept = { coding: [{ system: CODE_SYSTEMS.programme, code: 'clsc' }] };
  expect(wordsOf([concept], CODE_SYSTEMS.legalMandate, 'fr')).toBeUndefined();
  expect(wordsOf([concept], 'urn:theirs', 'fr')).toBeUndefined();
  expect(wordsOf([], CODE_SYSTEMS.programme, 'fr')).toBeUndefined();
});
