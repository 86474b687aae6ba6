import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SearchParams } from '../../../../gateway/record/fhir-store.ts';
import { matchCandidates } from '../../../../gateway/record/match-candidates.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';

/** What a sender may leave empty, or fill with nothing that names anybody. */
const nothing = fc.constantFrom('', ' ', '-', '’', '   ', undefined);
const saidOfNobody = fc.record(
  {
    name: fc.record({ family: nothing, given: fc.array(fc.constantFrom('', ' ', '-')), text: nothing }),
    birthDate: fc.constantFrom('', '2020', '2020-05'),
    cards: fc.array(fc.record({ kind: fc.constantFrom('nam', 'ohip'), number: fc.constant('') }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const AT_CENTRE = { 'organization.identifier': `${IDENTIFIERS.centre}|verdun` };

/** What is searched for, beside the centre. */
async function searchesFor(said: unknown): Promise<readonly SearchParams[]> {
  const asked: SearchParams[] = [];
  const store = {
    ...memoryRecord(),
    search: async (_type: string, params: SearchParams) => {
      asked.push(params);
      return [];
    },
  };
  await matchCandidates(store, 'verdun', said as Parameters<typeof matchCandidates>[2]);
  return asked.map(({ 'organization.identifier': centre, ...others }) => {
    expect({ 'organization.identifier': centre }).toEqual(AT_CENTRE);
    return others;
  });
}

test('an empty or absent card, date or name matches nobody: it is not even searched for', async () => {
  await fc.assert(fc.asyncProperty(saidOfNobody, async (said) => expect(await searchesFor(said)).toEqual([])));
});

test('beside what is empty, what is said is searched for, each by itself and never by nothing', async () => {
  const cards = [
    { kind: 'nam', number: '' },
    { kind: 'nam', number: 'TREM18511201' },
  ];
  const asked = await searchesFor({ cards, birthDate: '2018-01-12', name: { family: 'Tremblay', given: [''] } });
  expect(asked).toHaveLength(3);
  for (const value of asked.flatMap((params) => Object.values(params)).flat())
    expect(value).not.toMatch(/^$|\|$|\|,|,$/);
});
