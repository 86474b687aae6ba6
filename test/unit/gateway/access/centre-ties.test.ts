import { expect, test } from '@jest/globals';
import { mayBeTied } from '../../../../gateway/access/centre-ties.ts';
import type { Centre } from '../../../../gateway/registry.ts';
import { aCentre, SWITCHED_ON, TIED_WITH } from '../../../builders/a-registry.ts';

const among = (...centres: readonly Centre[]) => ({ centre: (id: string) => centres.find((it) => it.id === id) });
const VERDUN = aCentre({ centreTies: TIED_WITH('vanier') });
const VANIER = aCentre({ id: 'vanier', centreTies: TIED_WITH('hochelaga', 'verdun') });

test('two centres may be tied where each has it on and names the other, whichever asks', () => {
  const both = among(VERDUN, VANIER, aCentre({ id: 'hochelaga', centreTies: TIED_WITH('verdun') }));
  expect([mayBeTied(both, 'verdun', 'vanier'), mayBeTied(both, 'vanier', 'verdun')]).toEqual([true, true]);
  for (const [one, other] of [
    ['verdun', 'verdun'],
    ['vanier', 'hochelaga'],
    ['verdun', 'hochelaga'],
    ['verdun', 'personne'],
  ] as const)
    expect([mayBeTied(both, one, other), mayBeTied(both, other, one)]).toEqual([false, false]);
});

test('what was said before either switch was turned on, or on anew, does not come back with it', () => {
  const both = among(VERDUN, { ...VANIER, centreTies: { ...TIED_WITH('verdun'), since: '2026-03-10' } });
  expect(mayBeTied(both, 'verdun', 'vanier')).toBe(true);
  // Half past eleven in the evening of the 9th at both centres, and half past midnight of the 10th.
  expect(mayBeTied(both, 'verdun', 'vanier', new Date('2026-03-10T03:30:00Z'))).toBe(false);
  expect(mayBeTied(both, 'verdun', 'vanier', new Date('2026-03-10T04:30:00Z'))).toBe(true);
});

test.each([
  ['is off', {}],
  ['was turned off', { centreTies: false } as const],
  ['names nobody', { centreTies: SWITCHED_ON }],
  ['names somebody else', { centreTies: TIED_WITH('hochelaga') }],
])('where one’s %s, neither may', (_what, changes) => {
  const one = among(VERDUN, aCentre({ id: 'vanier', ...changes }));
  expect([mayBeTied(one, 'verdun', 'vanier'), mayBeTied(one, 'vanier', 'verdun')]).toEqual([false, false]);
});
