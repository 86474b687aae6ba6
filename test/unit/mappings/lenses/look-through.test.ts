import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OutgoingContext } from '../../../../mappings/dialects/dialect.ts';
import { paperPage } from '../../../../mappings/dialects/paper.ts';
import { passerelle } from '../../../../mappings/dialects/passerelle.ts';
import { travellingRequest } from '../../../../mappings/dialects/travelling-request.ts';
import { EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { LENSES, type LensName } from '../../../../mappings/lenses/lenses.ts';
import { lookThrough, type RequestOnRecord } from '../../../../mappings/lenses/look-through.ts';
import { aPatient } from '../../../builders/a-patient.ts';
import { aServiceRequest, ofKind } from '../../../builders/a-service-request.ts';
import { aTask } from '../../../builders/a-task.ts';
import { escaped, planted } from './canaries.ts';
import { crowdedRecords, isName } from './crowded-record.ts';

const CONTEXT: OutgoingContext = {
  messageId: 'm-1',
  at: '2026-03-10T12:00:00Z',
  language: 'fr',
  first: true,
  sender: { id: 'verdun', name: 'Centre', telephone: '514 555-0110' },
  recipient: { id: 'clsc-verdun', name: 'CLSC' },
};
const CODED = String.raw`(\[\d+\])?\.(id|text|coding\[0\]\.\w+|extension\[0\]\.valueString)`;
const COMMON = [/^status$/, /^intent$/, /^authoredOn$/, /^priority$/, new RegExp(`^code${CODED}$`)];
const WHOLE_CHILD = [
  /^name\[\d\]\./,
  /^birthDate$/,
  new RegExp(`^communication\\[0\\]\\.(id|language${CODED})$`),
  /^extension\[0\]\.id$/,
];

/** Written from fhir.md and not from the lenses: what each recipient may be told, by where it stands in the record. */
const MAY_SEE: Readonly<
  Record<LensName, { child: readonly RegExp[]; request: readonly RegExp[]; extensions: readonly string[] }>
> = {
  'public-network': {
    child: [
      ...WHOLE_CHILD,
      /^gender$/,
      new RegExp(`^identifier\\[1\\]\\.(value|type${CODED})$`),
      /^identifier\[2\]\.(value|extension\[0\]\.valueString)$/,
    ],
    request: [...COMMON, new RegExp(`^category${CODED}$`), new RegExp(`^reasonCode${CODED}$`), /^occurrenceDateTime$/],
    extensions: [EXTENSIONS.safeContact],
  },
  'lawyer-conflict-check': {
    child: [],
    request: [...COMMON, /^occurrenceDateTime$/],
    extensions: [EXTENSIONS.safeContact, EXTENSIONS.conflictCheckName, EXTENSIONS.serviceLanguage],
  },
  'lawyer-accepted': {
    child: WHOLE_CHILD,
    request: [...COMMON, new RegExp(`^reasonCode${CODED}$`), /^occurrenceDateTime$/],
    extensions: [
      EXTENSIONS.safeContact,
      EXTENSIONS.conflictCheckName,
      EXTENSIONS.serviceLanguage,
      EXTENSIONS.rightConcerned,
      EXTENSIONS.childWishes,
      EXTENSIONS.facts,
    ],
  },
  community: {
    child: [
      /^name\[0\]\.given\[\d\]$/,
      new RegExp(`^communication\\[0\\]\\.(id|language${CODED})$`),
      /^extension\[0\]\.id$/,
    ],
    request: [...COMMON, new RegExp(`^category${CODED}$`)],
    extensions: [EXTENSIONS.safeContact],
  },
  'page-before-acceptance': {
    child: [
      /^name\[0\]\.given\[\d\]$/,
      new RegExp(`^communication\\[0\\]\\.(id|language${CODED})$`),
      /^extension\[0\]\.id$/,
    ],
    request: [...COMMON, new RegExp(`^category${CODED}$`)],
    extensions: [EXTENSIONS.safeContact],
  },
};
/** A request of the kind that each of them is shown whole. */
const KINDS = {
  'public-network': 'service-referral',
  'lawyer-conflict-check': 'legal-referral',
  'lawyer-accepted': 'legal-referral',
  community: 'social-prescription',
  'page-before-acceptance': 'social-prescription',
} as const satisfies Readonly<Record<LensName, string>>;
const TASK_MAY = [
  /^(status|intent|priority|authoredOn|lastModified)$/,
  /^identifier\[1\]\.value$/,
  new RegExp(`^code${CODED}$`),
];

/** In an extension that a lens lets through, everything but the record's own references. */
const insideOf = (extensions: readonly string[]) => {
  const all = [...Object.values(EXTENSIONS), FOREIGN.pertainsToGoal, FOREIGN.requestStatusReason];
  const at = all.flatMap((url, nth) => (extensions.includes(url as string) ? [nth] : []));
  return new RegExp(String.raw`^extension\[(${at.join('|')})\](?!.*valueReference\.(reference|type|identifier))`);
};

const plantedIn = (record: RequestOnRecord) => ({
  child: planted('enfant', record.child, isName),
  request: planted('demande', record.request, isName),
  task: planted('tâche', record.task, isName),
});
const matching = (canaries: ReadonlyMap<string, string>, allowed: readonly RegExp[]): readonly string[] =>
  [...canaries.values()].filter((path) => allowed.some((pattern) => pattern.test(path)));

describe.each(Object.keys(LENSES) as LensName[])('through the lens %s', (name) => {
  test('exactly what it may show leaves, of everything that can stand in a record', () => {
    fc.assert(
      fc.property(crowdedRecords(KINDS[name]), (record) => {
        const { child, request, task } = plantedIn(record);
        const seen = lookThrough(LENSES[name], { child: child.tree, request: request.tree, task: task.tree }, 'clsc');
        const bytes = JSON.stringify(passerelle.writeRequest(travellingRequest(task.tree, seen, []), CONTEXT));
        const may = MAY_SEE[name];
        expect(escaped(child, bytes)).toEqual(matching(child.canaries, may.child));
        expect(escaped(request, bytes)).toEqual(matching(request.canaries, [...may.request, insideOf(may.extensions)]));
        expect(escaped(task, bytes)).toEqual(matching(task.canaries, TASK_MAY));
      }),
      { numRuns: 30 },
    );
  });

  test('no page says what the message may not', () => {
    fc.assert(
      fc.property(crowdedRecords(KINDS[name]), fc.constantFrom('fr' as const, 'en' as const), (record, language) => {
        const { child, request, task } = plantedIn(record);
        const seen = lookThrough(LENSES[name], { child: child.tree, request: request.tree, task: task.tree }, 'clsc');
        const name2 = { fr: 'Nom', en: 'Name' };
        const bytes = JSON.stringify(
          paperPage(seen, {
            language,
            preparedAt: new Date('2026-03-10T12:00:00Z'),
            centre: { name: name2, telephone: '514 555-0110', timeZone: 'America/Toronto' },
            partner: { name: name2 },
          }),
        );
        const may = MAY_SEE[name];
        expect(matching(child.canaries, may.child)).toEqual(expect.arrayContaining([...escaped(child, bytes)]));
        expect(matching(request.canaries, [...may.request, insideOf(may.extensions)])).toEqual(
          expect.arrayContaining([...escaped(request, bytes)]),
        );
        expect(matching(task.canaries, TASK_MAY)).toEqual(expect.arrayContaining([...escaped(task, bytes)]));
      }),
      { numRuns: 30 },
    );
  });
});

const record = { task: aTask(), request: aServiceRequest(), child: aPatient() };

test('before a lawyer accepts there is no child at all; after, the child and the facts', () => {
  const facts = {
    ...record,
    request: aServiceRequest({
      ...ofKind('legal-referral'),
      extension: [{ url: EXTENSIONS.facts, valueString: 'insalubre' }],
    }),
  };
  const before = lookThrough(LENSES['lawyer-conflict-check'], facts, 'avocate');
  const after = lookThrough(LENSES['lawyer-accepted'], facts, 'avocate');
  expect(before.child).toBeUndefined();
  expect(JSON.stringify(before)).not.toMatch(/insalubre|Mai|Nguyễn|Peu de mots|2019/);
  expect(JSON.stringify(after)).toMatch(/insalubre/);
  expect(after.child).toMatchObject({ name: [{ family: 'Nguyễn' }], birthDate: '2019-05-23' });
  expect(after.child?.gender).toBeUndefined();
});

test('a community resource sees the given name and the year of birth', () => {
  const { child } = lookThrough(LENSES.community, record, 'orchestre');
  expect(child).toMatchObject({ name: [{ given: ['Mai'] }], birthDate: '2019' });
  expect(JSON.stringify(child)).not.toMatch(/Nguyễn|2019-05|NGUM/);
});

test.each([
  ['a name in one piece', [{ text: 'Konwatsi’tsiaiénni' }]],
  ['a family name alone', [{ family: 'Sukarno' }]],
  ['no name', undefined],
])('a child with %s has no name for a community resource, rather than an empty one', (_what, name) => {
  const { name: _name, ...nameless } = aPatient();
  const child = name === undefined ? nameless : { ...nameless, name };
  expect(lookThrough(LENSES.community, { ...record, child }, 'orchestre').child).not.toHaveProperty('name');
});

test('the absence of a card, a birth date or a gender leaves no trace', () => {
  const { identifier, birthDate: _b, gender: _g, communication: _c, ...bare } = aPatient();
  const child = { ...bare, identifier: identifier?.slice(0, 1) ?? [] };
  const seen = lookThrough(LENSES['public-network'], { ...record, child }, 'clsc').child;
  expect(Object.keys(seen ?? {}).sort()).toEqual(['identifier', 'name', 'resourceType']);
  expect(seen?.identifier).toHaveLength(1);
});

test('every lens lets the safe contact through', () => {
  for (const name of Object.keys(LENSES) as LensName[])
    expect(
      lookThrough(LENSES[name], { ...record, request: aServiceRequest(ofKind(KINDS[name])) }, 'x').request.extension,
    ).toContainEqual(expect.objectContaining({ url: EXTENSIONS.safeContact }));
});

test('the child’s number is the same each time for one recipient, differs between recipients and children, and is never the centre’s', () => {
  const ids = fc.stringMatching(/^[A-Za-z0-9.-]{1,20}$/);
  const numberOf = (centre: string, id: string, recipient: string) =>
    lookThrough(
      LENSES.community,
      { ...record, child: aPatient({ identifier: [{ system: IDENTIFIERS.child(centre), value: id }] }) },
      recipient,
    ).child?.identifier?.[0];
  fc.assert(
    fc.property(ids, ids, ids, ids, (id, other, recipient, another) => {
      const number = numberOf('verdun', id, recipient);
      expect(number?.system).toBe(IDENTIFIERS.childForPartner);
      expect(number).toEqual(numberOf('verdun', id, recipient));
      expect(number?.value).not.toContain(id.length > 3 ? id : '\0');
      if (recipient !== another) expect(number?.value).not.toBe(numberOf('verdun', id, another)?.value);
      if (id !== other) expect(number?.value).not.toBe(numberOf('verdun', other, recipient)?.value);
      expect(number?.value).not.toBe(numberOf('vanier', id, recipient)?.value);
    }),
    { numRuns: 300 },
  );
});

test('the request goes under its number at this recipient, never under the centre’s', () => {
  const { number, request } = lookThrough(LENSES['public-network'], record, 'clsc-verdun');
  expect(request.identifier).toEqual([{ system: IDENTIFIERS.task, value: number }]);
  expect(JSON.stringify(request)).not.toMatch(/ref-1|enf-1|request-1|child-1/);
});
