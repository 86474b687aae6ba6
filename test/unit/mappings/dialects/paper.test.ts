import { expect, test } from '@jest/globals';
import { type PaperContext, paperPage } from '../../../../mappings/dialects/paper.ts';
import { PAPER_WORDS } from '../../../../mappings/dialects/paper-words.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { LENSES } from '../../../../mappings/lenses/lenses.ts';
import { lookThrough } from '../../../../mappings/lenses/look-through.ts';
import { aPatient } from '../../../builders/a-patient.ts';
import { aSafeContact, aServiceRequest, ofKind } from '../../../builders/a-service-request.ts';
import { aTask } from '../../../builders/a-task.ts';

const CONTEXT: PaperContext = {
  language: 'fr',
  preparedAt: new Date('2026-03-10T16:00:00Z'),
  centre: {
    name: { fr: 'Les Petits Renards', en: 'The Little Foxes' },
    telephone: '514 555-0110',
    timeZone: 'America/Toronto',
  },
  partner: { name: { fr: 'Infirmière SIPPE', en: 'SIPPE nurse' }, fax: '514 555-0146' },
};
interface Changes {
  readonly lens?: keyof typeof LENSES;
  readonly request?: Partial<fhir4.ServiceRequest>;
  readonly child?: Partial<fhir4.Patient>;
  readonly context?: Partial<PaperContext>;
}
const pageOf = ({ lens = 'public-network', request, child, context }: Changes = {}) =>
  paperPage(
    lookThrough(LENSES[lens], { task: aTask(), request: aServiceRequest(request), child: aPatient(child) }, 'sippe'),
    { ...CONTEXT, ...context },
  );
const rowsOf = (changes: Changes): Readonly<Record<string, string>> =>
  Object.fromEntries(pageOf(changes).sections.flatMap(({ rows }) => rows.map(({ label, text }) => [label, text])));
const contact = (...parts: fhir4.Extension[]) => ({ extension: [aSafeContact(parts)] });

test('the two languages have the same words, each of them said', () => {
  const shape = (node: unknown): unknown =>
    typeof node === 'object' && node !== null
      ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, shape(value)]))
      : typeof node === 'function'
        ? typeof node('x')
        : typeof node === 'string' && node.trim() !== '';
  expect(shape(PAPER_WORDS.en)).toEqual(shape(PAPER_WORDS.fr));
  expect(JSON.stringify(shape(PAPER_WORDS.fr))).not.toContain('false');
});

test.each([
  ['fr', 'Référence au réseau public', 'Orthophonie', 'Vietnamien', 'Les Petits Renards'],
  ['en', 'Public-network referral', 'Speech therapy', 'Vietnamese', 'The Little Foxes'],
] as const)('the page in %s says everything in that language', (language, title, kind, spoken, centre) => {
  const words = PAPER_WORDS[language];
  const rows = rowsOf({ context: { language } });
  const page = pageOf({ context: { language } });
  expect([page.title, page.centre.name, page.language]).toEqual([title, centre, language]);
  expect(rows).toMatchObject({
    [words.kind]: kind,
    [words.what]: 'Évaluation du langage',
    [words.why]: 'Peu de mots à trois ans',
    [words.askedOn]: '2026-03-02',
    [words.name]: 'Mai Nguyễn',
    [words.languages]: expect.stringMatching(new RegExp(spoken, 'i')),
    [words.card]: 'NGUM19552312',
    [words.registration]: words.registrationText,
  });
  const other = PAPER_WORDS[language === 'fr' ? 'en' : 'fr'];
  const bytes = JSON.stringify(page);
  for (const word of [
    'askedOn',
    'birthDate',
    'safeContact',
    'whatIsAsked',
    'confidentiality',
    'answerHeading',
  ] as const)
    if (other[word] !== words[word]) expect(bytes).not.toContain(other[word]);
});

test('a child without a card has no row about a card, and the same row about registration as any other', () => {
  const without = { child: { identifier: [{ system: IDENTIFIERS.child('verdun'), value: 'enf-1' }] } };
  const [, child] = pageOf(without).sections;
  const [, withCard] = pageOf().sections;
  expect(child?.rows).toEqual(withCard?.rows.filter(({ label }) => label !== PAPER_WORDS.fr.card));
  expect(JSON.stringify(child)).not.toContain(PAPER_WORDS.fr.card);
});

test('a community page has the given name and the year of birth, and makes up no age', () => {
  const page = pageOf({ lens: 'community' });
  const rows = rowsOf({ lens: 'community' });
  expect(rows).toMatchObject({ [PAPER_WORDS.fr.name]: 'Mai', [PAPER_WORDS.fr.bornIn]: '2019' });
  expect(JSON.stringify(page)).not.toMatch(/Nguyễn|NGUM|Peu de mots|2019-05| ans"/);
});

test.each([
  ['2019-05', PAPER_WORDS.fr.birthDate],
  ['2019', PAPER_WORDS.fr.bornIn],
])('a birth date known as %s is labelled so, and has no age', (birthDate, label) => {
  const rows = rowsOf({ child: { birthDate } });
  expect(rows[label]).toBe(birthDate);
  expect(rows).not.toHaveProperty(PAPER_WORDS.fr.age);
});

test.each([
  ['2026-03-10T03:30:00Z', '2019-03-10', '6 ans'],
  ['2026-03-10T04:30:00Z', '2019-03-10', '7 ans'],
  ['2026-03-10T16:00:00Z', '2025-03-11', 'moins d’un an'],
  ['2026-03-10T16:00:00Z', '2025-03-10', '1 an'],
  ['2027-02-28T16:00:00Z', '2024-02-29', '2 ans'],
  ['2027-03-01T16:00:00Z', '2024-02-29', '3 ans'],
])('at %s a child born on %s is %s, counted at the centre', (preparedAt, birthDate, age) => {
  expect(rowsOf({ child: { birthDate }, context: { preparedAt: new Date(preparedAt) } })[PAPER_WORDS.fr.age]).toBe(age);
});

test('dates and times are told as they are at the centre, and a date alone as it was said', () => {
  const rows = (occurrenceDateTime: string, authoredOn: string) =>
    rowsOf({ request: { occurrenceDateTime, authoredOn } });
  const timed = rows('2026-04-02T13:30:00Z', '2026-03-03T02:00:00Z');
  expect(timed[PAPER_WORDS.fr.bindingDate]).toMatch(/2 avril 2026.*9\s*h\s*30/);
  expect(timed[PAPER_WORDS.fr.askedOn]).toBe('2026-03-02');
  expect(rows('2026-04-02', '2026-03-02')).toMatchObject({
    [PAPER_WORDS.fr.bindingDate]: '2026-04-02',
    [PAPER_WORDS.fr.askedOn]: '2026-03-02',
  });
});

test('a lawyer on paper reads names and language before accepting, and rights, wishes and facts after', () => {
  const request: Partial<fhir4.ServiceRequest> = {
    ...ofKind('legal-referral'),
    code: { coding: [{ system: CODE_SYSTEMS.legalMandate, code: 'representation' }] },
    extension: [
      aSafeContact(),
      { url: EXTENSIONS.serviceLanguage, valueCode: 'vi' },
      { url: EXTENSIONS.conflictCheckName, valueString: 'Gestion inc.' },
      { url: EXTENSIONS.conflictCheckName, valueString: 'M. Propriétaire' },
      {
        url: EXTENSIONS.rightConcerned,
        extension: [
          { url: 'article', valueCoding: { code: '12' } },
          { url: 'words', valueString: 'être entendue' },
        ],
      },
      { url: EXTENSIONS.rightConcerned, extension: [{ url: 'article', valueCoding: { code: '27' } }] },
      { url: EXTENSIONS.childWishes, valueString: 'Rester à la maison' },
      { url: EXTENSIONS.facts, valueString: 'Logement insalubre' },
    ],
  };
  const { fr } = PAPER_WORDS;
  const before = {
    [fr.kind]: 'Représentation',
    [fr.serviceLanguage]: 'vietnamien',
    [fr.conflictNames]: 'Gestion inc., M. Propriétaire',
  };
  expect(rowsOf({ lens: 'lawyer-conflict-check', request })).toMatchObject(before);
  expect(pageOf({ lens: 'lawyer-conflict-check', request }).sections).toHaveLength(1);
  expect(JSON.stringify(pageOf({ lens: 'lawyer-conflict-check', request }))).not.toMatch(/insalubre|maison|entendue/);
  expect(rowsOf({ lens: 'lawyer-accepted', request })).toMatchObject({
    ...before,
    [fr.rights]: 'article 12 — être entendue ; article 27',
    [fr.childWishes]: 'Rester à la maison',
    [fr.facts]: 'Logement insalubre',
  });
});

test.each([
  ['no word of it', { extension: [] }],
  ['an unknown way', contact({ url: 'through', valueCode: 'voisin' }, { url: 'number', valueString: '514 555-9999' })],
  ['the centre', contact({ url: 'through', valueCode: 'centre' })],
])('with %s the safe contact is the centre', (_what, request) => {
  const { safeContact, callBack } = pageOf({ request });
  expect(safeContact.lines).toEqual(['Passez par le centre : 514 555-0110']);
  expect(callBack).toBe('Rappeler le centre : 514 555-0110');
});

test('a person who is safe to contact comes first, then when, in which language, and what must not be done', () => {
  const { safeContact } = pageOf({
    request: contact(
      { url: 'through', valueCode: 'person' },
      { url: 'person', valueString: 'Lan' },
      { url: 'means', valueCode: 'telephone' },
      { url: 'number', valueString: '514 555-0199' },
      { url: 'when', valueString: 'le matin' },
      { url: 'language', valueCode: 'vi' },
      { url: 'interpreter', valueBoolean: true },
      { url: 'mustNot', valueString: 'laisser de message' },
      { url: 'mustNot', valueString: 'écrire' },
    ),
  });
  expect(safeContact).toEqual({
    heading: 'Contact sûr',
    lines: [
      'Lan — par téléphone — 514 555-0199',
      'Quand : le matin',
      'Langue : vietnamien',
      'Un interprète est nécessaire.',
    ],
    mustNot: ['laisser de message', 'écrire'],
  });
});

test('a person with whom no number was given is told without one', () => {
  const request = contact(
    { url: 'through', valueCode: 'person' },
    { url: 'person', valueString: 'Lan' },
    { url: 'means', valueCode: 'in-person' },
  );
  expect(pageOf({ request }).safeContact.lines).toEqual(['Lan — en personne']);
});

test('an interpreter for the child is asked for only when one is needed', () => {
  const needs = (valueBoolean: boolean) => ({
    child: { extension: [{ url: FOREIGN.interpreterRequired, valueBoolean }] },
  });
  expect(rowsOf(needs(true))[PAPER_WORDS.fr.interpreterLabel]).toBe('oui');
  expect(rowsOf(needs(false))).not.toHaveProperty(PAPER_WORDS.fr.interpreterLabel);
});

test('a language that is not a tag stands as it is', () => {
  const communication = [{ language: { coding: [{ code: 'zh_Hans!' }] } }];
  expect(rowsOf({ child: { communication } })[PAPER_WORDS.fr.languages]).toBe('zh_Hans!');
});

test('a code that we do not know says nothing, rather than something else', () => {
  const code = { coding: [{ system: CODE_SYSTEMS.networkService, code: 'astrology' }] };
  expect(rowsOf({ request: { code } })).not.toHaveProperty(PAPER_WORDS.fr.kind);
  expect(pageOf({ request: { category: [] } }).title).toBe('Demande');
});
