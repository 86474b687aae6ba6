import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AccessSettings } from '../../../../gateway/access/access-settings.ts';
import { asListed } from '../../../../gateway/access/as-listed.ts';
import type { Caller } from '../../../../gateway/access/caller.ts';
import { grants, scopesIn, scopesInBoth } from '../../../../gateway/access/scopes.ts';
import { aRegistry } from '../../../builders/a-registry.ts';

const ISSUER = 'https://login.example';
const PERSON: Caller = {
  kind: 'centre',
  id: 'verdun',
  client: 'app',
  scopes: scopesIn('user/*.cruds'),
  professional: 'pro-1',
  role: 'pivot',
};
const client = { id: 'app', issuer: ISSUER, centre: 'verdun' };
const professional = { id: 'pro-1', centre: 'verdun' };

const listed = (
  lists: Partial<AccessSettings>,
  caller: Caller = PERSON,
  at = '2026-12-01T12:00:00Z',
  issuer = ISSUER,
) =>
  asListed(
    {
      audience: 'a',
      issuers: [],
      tokenLifeMaxSeconds: 60,
      listedOnly: [],
      clients: [],
      professionals: [],
      ...lists,
    },
    aRegistry(),
    () => new Date(at),
  )(caller, issuer);
const reasonOf = (act: () => unknown): string => {
  try {
    act();
    return 'let in';
  } catch (error) {
    return (error as Error).message.replace('token refused: ', '');
  }
};

test('as long as nobody is listed, the authorization server decides', () => {
  expect(listed({})).toBe(PERSON);
});

test('where only those listed are let in, another client and another person are refused', () => {
  expect(reasonOf(() => listed({ listedOnly: ['clients'] }))).toBe('unlisted');
  expect(reasonOf(() => listed({ listedOnly: ['clients'], clients: [client] }))).toBe('let in');
  expect(
    reasonOf(() => listed({ listedOnly: ['clients'], clients: [client] }, PERSON, undefined, 'https://other.example')),
  ).toBe('unlisted');
  expect(reasonOf(() => listed({ listedOnly: ['professionals'] }))).toBe('unlisted');
  expect(reasonOf(() => listed({ listedOnly: ['professionals'], professionals: [professional] }))).toBe('let in');
});

test('a client acts for the centre it is listed for, and for no other that its server may speak of', () => {
  expect(reasonOf(() => listed({ clients: [{ ...client, centre: 'vanier' }] }))).toBe('vouching');
  expect(reasonOf(() => listed({ clients: [{ id: 'app', issuer: ISSUER, operator: 'verdun' }] }))).toBe('vouching');
});

test('a client and a person act in the roles that are listed; with roles listed, a token must name one', () => {
  const { role: _role, professional: _professional, ...program } = PERSON;
  expect(reasonOf(() => listed({ clients: [{ ...client, roles: ['reception'] }] }))).toBe('role');
  expect(reasonOf(() => listed({ clients: [{ ...client, roles: ['pivot'] }] }))).toBe('let in');
  expect(reasonOf(() => listed({ clients: [{ ...client, roles: ['pivot'] }] }, program))).toBe('role');
  expect(reasonOf(() => listed({ professionals: [{ ...professional, roles: ['clinical'] }] }))).toBe('role');
});

test('scopes are cut to those of the list: nothing is granted that both do not grant', () => {
  const words = fc.array(
    fc
      .tuple(
        fc.constantFrom('system', 'user'),
        fc.constantFrom('*', 'CareTeam', 'Task'),
        fc.subarray([...'cruds'], { minLength: 1 }),
      )
      .map(([context, type, letters]) => `${context}/${type}.${letters.join('')}`),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(
      words,
      words,
      fc.constantFrom('CareTeam', 'Task', 'Consent'),
      fc.constantFrom(...'cruds'),
      (a, b, type, letter) => {
        const [one, other] = [scopesIn(a.join(' ')), scopesIn(b.join(' '))];
        const asked = { type, can: letter as 'c' };
        // A person’s scopes and a program’s each by themselves, since they do not meet.
        for (const context of ['system', 'user']) {
          const of = (list: typeof one) => list.filter((it) => it.context === context);
          expect(grants(of(scopesInBoth(one, other)), asked, true)).toBe(
            grants(of(one), asked, true) && grants(of(other), asked, true),
          );
        }
      },
    ),
  );
});

test('whoever is suspended is refused from the midnight that the centre’s time zone has on that date', () => {
  const from = { professionals: [{ ...professional, suspendedFrom: '2026-12-01' }] };
  // Eastern time is five hours behind UTC.
  expect(reasonOf(() => listed(from, PERSON, '2026-12-01T04:59:59Z'))).toBe('let in');
  expect(reasonOf(() => listed(from, PERSON, '2026-12-01T05:00:00Z'))).toBe('suspended');
  const atNoon = { clients: [{ ...client, suspendedFrom: '2026-12-01T12:00:00-05:00' }] };
  expect(reasonOf(() => listed(atNoon, PERSON, '2026-12-01T16:59:59Z'))).toBe('let in');
  expect(reasonOf(() => listed(atNoon, PERSON, '2026-12-01T17:00:00Z'))).toBe('suspended');
});

test('who is suspended at one centre still acts at another', () => {
  const other: Caller = { ...PERSON, id: 'vanier' };
  const from = { professionals: [{ ...professional, suspendedFrom: '2026-01-01' }] };
  expect(listed(from, other)).toBe(other);
});
