import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RegisterEntry } from '../../../../mappings/domain/register-told.ts';
import { registerForFamily } from '../../../../mappings/register/register-for-family.ts';
import { registerLine, THINGS } from '../../../../mappings/register/register-words.ts';

const disclosed: RegisterEntry = {
  id: 'a',
  at: '2026-03-10T12:00:00.000Z',
  act: 'disclosed',
  by: { kind: 'centre', id: 'verdun' },
  recipient: 'clsc-verdun',
  channel: 'fhir-rest',
  basis: 'agreement 2026-03-01 (others-consent)',
  purpose: 'TREAT',
  what: 'service-referral',
  children: ['enf-1'],
  letters: 0,
  restricted: false,
  askedAlone: false,
  about: ['Task/1'],
};
const NOTHING_HIDDEN = {
  restricted: new Set<string>(),
  isFileRestricted: false,
  alone: new Set<string>(),
  unknown: new Set<string>(),
  refused: new Set<string>(),
};
const CANCELLED = 'cancellation (bare-cancellation)';
const read: RegisterEntry = {
  ...disclosed,
  id: 'b',
  act: 'read',
  by: { kind: 'centre', id: 'verdun', professional: 'ts-julie' },
  what: 'care-circle',
  about: [],
};
const entries = fc.array(
  fc.record({
    of: fc.constantFrom(disclosed, read),
    what: fc.constantFrom('legal-referral', 'service-referral', 'care-circle', 'timeline'),
    restricted: fc.boolean(),
    basis: fc.constantFrom('agreement 2026-03-01 (others-consent)', 'consent c-1 (own-consent)', CANCELLED),
    about: fc.constantFrom<readonly string[]>(['Task/1'], ['Task/2'], ['urn:requests|r-1'], []),
    children: fc.constantFrom<readonly string[]>(['enf-1'], ['enf-1', 'enf-2'], ['enf-2'], []),
    act: fc.constantFrom('read' as const, 'searched' as const),
  }),
  { maxLength: 12 },
);
const requests = fc.record({
  restricted: fc.constantFrom(new Set<string>(), new Set(['Task/1'])),
  isFileRestricted: fc.boolean(),
  alone: fc.constantFrom(new Set<string>(), new Set(['Task/2', 'urn:requests|r-1'])),
  unknown: fc.constantFrom(new Set<string>(), new Set(['Task/1'])),
  refused: fc.constantFrom(new Set<string>(), new Set(['Task/2'])),
});
const CONTEXT = {
  timeZone: 'America/Toronto',
  centreName: 'Centre de Verdun',
  partnerName: (id: string) => (id === 'clsc-verdun' ? 'CLSC de Verdun' : id),
};

test('whatever stands in the register, an extract tells nothing legal, nothing restricted, nothing of another child, and to a parent nothing asked alone; what is left out is counted', () => {
  fc.assert(
    fc.property(entries, requests, fc.constantFrom('child' as const, 'parent' as const), (drawn, hidden, reader) => {
      const register = drawn.map(
        ({ of, act, ...rest }, nth): RegisterEntry => ({
          ...of,
          ...rest,
          id: `${nth}`,
          act: of.act === 'disclosed' ? 'disclosed' : act,
          askedAlone: rest.basis.includes('own-consent'),
        }),
      );
      const { entries: given, leftOut } = registerForFamily(register, 'enf-1', reader, hidden);
      expect(given.length + Object.values(leftOut).reduce((sum, it) => sum + it, 0)).toBe(register.length);
      for (const entry of given) {
        const before = register.find(({ id }) => id === entry.id);
        expect(before?.what).not.toBe('legal-referral');
        expect(before?.restricted).toBe(false);
        const under = register.filter((it) => it.restricted).flatMap(({ about }) => about);
        expect(before?.about.filter((it) => under.includes(it) || hidden.restricted.has(it))).toEqual([]);
        expect(hidden.isFileRestricted && entry.act === 'disclosed').toBe(false);
        expect(entry.children).toEqual(['enf-1']);
        if (reader === 'parent') {
          const alone = register.filter((it) => it.askedAlone).flatMap(({ about }) => about);
          expect(before?.basis).not.toContain('own-consent');
          expect(before?.about.filter((it) => alone.includes(it) || hidden.alone.has(it))).toEqual([]);
          const isCancelled = before?.basis === CANCELLED;
          if (isCancelled) expect(before.about.filter((it) => !hidden.unknown.has(it))).not.toEqual([]);
        }
        // Which part of the file was read is not told.
        if (entry.act !== 'disclosed') expect(entry.what).toBe('file');
        const text = registerLine(entry, { ...CONTEXT, language: 'fr' });
        expect(text).not.toMatch(/juridique|enf-2/);
      }
    }),
    { numRuns: 300 },
  );
});

test('what may be told is told: an agreed disclosure and a reading, to both; to the young person also what they asked alone', () => {
  const own = { ...disclosed, id: 'c', basis: 'consent c-1 (own-consent)', askedAlone: true, about: ['Task/2'] };
  const register = [disclosed, read, own, { ...disclosed, id: 'd', basis: CANCELLED }];
  const given = (reader: 'child' | 'parent') =>
    registerForFamily(register, 'enf-1', reader, NOTHING_HIDDEN).entries.map(({ id }) => id);
  expect(given('child')).toEqual(['a', 'b', 'c', 'd']);
  expect(given('parent')).toEqual(['a', 'b', 'd']);
});

test('a list that named the child among others is left out, and one of the child alone is told', () => {
  const listed = { ...read, act: 'searched' as const, children: ['enf-1', 'enf-2'] };
  const given = (entry: RegisterEntry) => registerForFamily([entry], 'enf-1', 'child', NOTHING_HIDDEN);
  expect(given(listed)).toMatchObject({ entries: [], leftOut: { onlyMentioned: 1 } });
  expect(given({ ...listed, children: ['enf-1'] }).entries).toHaveLength(1);
});

test('that somebody of the legal pillar read the file is told to nobody of the family, whatever they read; nor with which app anybody did', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(THINGS)),
      fc.constantFrom('read' as const, 'searched' as const, 'glassOpened' as const, 'destroyed' as const),
      fc.constantFrom('child' as const, 'parent' as const),
      fc.constantFrom('legal', 'clinical'),
      (what, act, reader, role) => {
        const by = { kind: 'centre' as const, id: 'verdun', client: 'juridique', professional: 'p-7' };
        const { entries: given, leftOut } = registerForFamily(
          [{ ...read, act, what, by, byRole: role }],
          'enf-1',
          reader,
          NOTHING_HIDDEN,
        );
        const isHidden = role === 'legal' || what === 'legal-referral';
        expect([given.length, leftOut.legal]).toEqual(isHidden ? [0, 1] : [1, 0]);
        for (const entry of given) {
          const line = registerLine(entry, { ...CONTEXT, language: 'fr' });
          expect(line).toContain('Centre de Verdun (p-7) a lu le dossier');
        }
      },
    ),
  );
});

test.each([
  [
    'fr',
    disclosed,
    /10 mars 2026.*: Centre de Verdun a communiqué à CLSC de Verdun une référence au réseau public par leurs systèmes\. Base : Une personne qui peut consentir pour l’enfant y consent\. \(agreement 2026-03-01\)$/,
  ],
  [
    'en',
    disclosed,
    /March 10, 2026.*: Centre de Verdun disclosed to CLSC de Verdun a public-network referral from system to system\. Basis: A person who may consent for the child consents\. \(agreement 2026-03-01\)$/,
  ],
  ['fr', read, /: Centre de Verdun \(ts-julie\) a lu le cercle de l’enfant\.$/],
  ['en', read, /: Centre de Verdun \(ts-julie\) read the child’s circle\.$/],
  [
    'fr',
    { ...disclosed, basis: 'request of the recipient', what: 'answer' },
    /la réponse à sa demande .*Base : c’est la réponse à sa propre demande\.$/,
  ],
] as const)('a line of the register is said in words (%s)', (language, entry, words) => {
  expect(
    registerLine(entry, { ...CONTEXT, language })
      .replaceAll('\u00a0', ' ')
      .replaceAll('\u202f', ' '),
  ).toMatch(words);
});

const OWN_MAKING: RegisterEntry = {
  ...read,
  id: 'own',
  act: 'searched',
  what: 'register-extract',
  by: { kind: 'centre', id: 'verdun', client: 'appli', professional: 'ts-julie' },
};
const isOwnMaking = ({ what }: RegisterEntry): boolean => what === 'register-extract';

const aRegister = (drawn: Parameters<typeof fromDrawn>[0][]): readonly RegisterEntry[] => drawn.map(fromDrawn);
const fromDrawn = (
  {
    of,
    act,
    ...rest
  }: Omit<RegisterEntry, 'id' | 'act'> & {
    readonly of: RegisterEntry;
    readonly act: 'read' | 'searched';
  },
  nth: number,
): RegisterEntry => ({ ...of, ...rest, id: `${nth}`, act: of.act === 'disclosed' ? 'disclosed' : act });

test('whatever stands in the register, whoever is refused the existence of the file is told what is told of a child of whom nothing stands there', () => {
  fc.assert(
    fc.property(entries, requests, fc.constantFrom('child' as const, 'parent' as const), (drawn, hidden, reader) => {
      const register = [OWN_MAKING, ...aRegister(drawn as never)];
      const refused = registerForFamily(register, 'enf-1', reader, hidden, { isOwnMaking });
      expect(refused.entries).toEqual(registerForFamily([OWN_MAKING], 'enf-1', reader, NOTHING_HIDDEN).entries);
    }),
  );
});

test('whatever stands in the register, whoever is refused the existence of a request is told what is told where it was never made', () => {
  fc.assert(
    fc.property(entries, requests, fc.constantFrom('child' as const, 'parent' as const), (drawn, hidden, reader) => {
      const register = aRegister(drawn as never);
      const without = register.filter(({ about }) => !about.includes('Task/2'));
      const against = { ...hidden, refused: new Set(['Task/2']) };
      expect(registerForFamily(register, 'enf-1', reader, against).entries).toEqual(
        registerForFamily(without, 'enf-1', reader, { ...hidden, refused: new Set() }).entries,
      );
    }),
  );
});
