import { describe, expect, test } from '@jest/globals';
import { toldBefore } from '../../../../mappings/corrections/told-before.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import type { LensName } from '../../../../mappings/lenses/lenses.ts';
import { ofKind } from '../../../builders/a-service-request.ts';

const CENTRE = 'hochelaga';
const GIVEN_AT = '2026-11-22T15:00:00Z';
const BEFORE = '2026-11-22T14:59:59.999Z';
const AFTER = '2026-11-23T09:00:00Z';

const numbered = (system: string, value: string) => [{ system, value }];
const revision = (version: number): fhir4.Extension => ({
  url: EXTENSIONS.revision,
  extension: [{ url: 'version', valuePositiveInt: version }],
});
const request = (version: number, kind: Parameters<typeof ofKind>[0] = 'service-referral'): fhir4.ServiceRequest => ({
  resourceType: 'ServiceRequest',
  id: 'r',
  identifier: numbered(IDENTIFIERS.request(CENTRE), 'ref-1'),
  extension: [revision(version)],
  status: 'active',
  intent: 'order',
  ...ofKind(kind),
  subject: {},
});
interface Given {
  readonly version?: number;
  readonly stage?: string;
  readonly letters?: readonly string[];
  /** The versions of letters that go along now; as given where nothing is said. */
  readonly along?: readonly string[];
  readonly notCarried?: readonly string[];
  readonly child?: string;
}
const task = (
  status: fhir4.Task['status'],
  { version = 1, stage = 'request', letters = [], along = letters, notCarried = [], child = '1' }: Given = {},
): fhir4.Task => ({
  resourceType: 'Task',
  id: 't',
  identifier: numbered(IDENTIFIERS.task, 'n-1'),
  status,
  intent: 'order',
  focus: { reference: 'ServiceRequest/r' },
  for: { reference: 'Patient/p' },
  owner: { identifier: { system: IDENTIFIERS.partner, value: 'clsc' } },
  extension: [
    {
      url: EXTENSIONS.delivery,
      extension: [
        { url: 'version', valuePositiveInt: version },
        { url: 'stage', valueCode: stage },
        { url: 'at', valueDateTime: GIVEN_AT },
        { url: 'how', valueCode: 'system' },
        ...letters.map((valueString) => ({ url: 'letter', valueString })),
        ...notCarried.map((valueString) => ({ url: 'notCarried', valueString })),
        ...(child === '' ? [] : [{ url: 'child', valueString: child }]),
      ],
    },
    ...along.map((valueString) => ({ url: EXTENSIONS.letterAlong, valueString })),
  ],
});
const circle: fhir4.CareTeam = { resourceType: 'CareTeam', id: 'c' };
const child = (versionId: string, changes: Partial<fhir4.Patient> = {}): fhir4.Patient => ({
  resourceType: 'Patient',
  id: 'p',
  identifier: numbered(IDENTIFIERS.child(CENTRE), 'enf-1'),
  name: [{ given: ['Mai'], family: 'Nguyễn' }],
  birthDate: '2020-11-22',
  gender: 'female',
  ...changes,
  meta: { ...changes.meta, versionId },
});
const letter = (version: number): fhir4.DocumentReference => ({
  resourceType: 'DocumentReference',
  id: 'd',
  identifier: numbered(IDENTIFIERS.letter(CENTRE), 'lettre-1'),
  extension: [revision(version)],
  status: 'current',
  date: AFTER,
  content: [],
});
const trace = (reference: string, recorded: string): fhir4.Provenance => ({
  resourceType: 'Provenance',
  recorded,
  target: [{ reference }],
  agent: [{ who: {} }],
});

interface Told {
  readonly hasSystem?: boolean;
  readonly lens?: LensName;
  readonly earlier?: readonly fhir4.Patient[];
}
const told = (
  resources: readonly fhir4.FhirResource[],
  { hasSystem = true, lens = 'public-network', earlier = [] }: Told = {},
) =>
  toldBefore(resources, {
    centre: CENTRE,
    hasSystem: () => hasSystem,
    lensGiven: () => lens,
    earlier: new Map(earlier.map((it) => [it.meta?.versionId ?? '', it])),
  });
const whom = (...asked: Parameters<typeof told>) => told(...asked).map(({ revised, toldBy }) => ({ revised, toldBy }));

describe('who must be told of a correction', () => {
  const letters = ['lettre-1|1'];
  test.each<readonly [string, readonly fhir4.FhirResource[], boolean, readonly string[], string]>([
    ['what stands was given', [request(1), task('accepted')], true, [], 'nobody'],
    ['a newer request under way leaves by itself', [request(2), task('accepted')], true, ['request'], 'gateway'],
    ['on paper a person takes it', [request(2), task('accepted')], false, ['request'], 'person'],
    ['one that has ended leaves no more', [request(2), task('completed')], true, ['request'], 'person'],
    ['nor does one that was declined', [request(2), task('rejected')], true, ['request'], 'person'],
    [
      'a newer letter leaves by itself',
      [request(1), task('accepted', { letters, along: ['lettre-1|2'] })],
      true,
      ['letter'],
      'gateway',
    ],
    [
      'on paper a person hands it over',
      [request(1), task('accepted', { letters, along: ['lettre-1|2'] })],
      false,
      ['letter'],
      'person',
    ],
    [
      'with a request that has ended it leaves no more',
      [request(1), task('completed', { letters, along: ['lettre-1|2'] })],
      true,
      ['letter'],
      'person',
    ],
    [
      'that a letter was taken back no system is told',
      [request(1), task('accepted', { letters, along: [] })],
      true,
      ['letter'],
      'person',
    ],
    [
      'a letter that goes to somebody else since',
      [request(1), task('accepted', { letters }), letter(2)],
      true,
      ['letter'],
      'person',
    ],
    ['a letter that stands', [request(1), task('accepted', { letters }), letter(1)], true, [], 'nobody'],
    ['a letter that was never given', [request(1), task('accepted', { along: ['lettre-1|2'] })], true, [], 'nobody'],
    [
      'a letter that stayed behind',
      [request(1), task('completed', { letters, along: ['lettre-1|2'], notCarried: ['DocumentReference'] })],
      true,
      [],
      'nobody',
    ],
  ])('%s', (_name, resources, hasSystem, revised, toldBy) => {
    expect(whom(resources, { hasSystem })).toEqual([{ revised, toldBy }]);
  });

  test('a correction is known since it was first written, not since it was given', () => {
    const letterOf = task('completed', { letters: ['lettre-1|1'], along: ['lettre-1|2'] });
    expect(told([request(1), letterOf, letter(2)])[0]?.since).toBe(AFTER);
    expect(told([request(1), task('accepted')])[0]).not.toHaveProperty('since');
  });

  test('whoever was never given anything, or was told that it was withdrawn, is not named', () => {
    const unsent: fhir4.Task = { ...task('requested'), extension: [] };
    expect(whom([request(2), unsent])).toEqual([]);
    expect(whom([request(2), task('cancelled', { stage: 'cancellation' })])).toEqual([]);
  });

  test('what was said or done about a request is no revision of it', () => {
    expect(whom([request(1), task('completed', { child: '' }), circle, trace('Task/t', AFTER)])).toEqual([
      { revised: [], toldBy: 'nobody' },
    ]);
  });
});

describe('a circle that was revised since', () => {
  const since = (now: fhir4.Patient, lens: LensName, then = child('1')) =>
    whom([request(1, FOR[lens]), task('accepted'), circle, now, trace('CareTeam/c', AFTER)], { lens, earlier: [then] });
  const FOR: Partial<Record<LensName, 'legal-referral'>> = {
    'lawyer-conflict-check': 'legal-referral',
    'lawyer-accepted': 'legal-referral',
  };
  const ASKS = [{ revised: ['circle'], toldBy: 'person' }];
  const ASKS_NOTHING = [{ revised: [], toldBy: 'nobody' }];

  test.each<readonly [string, Partial<fhir4.Patient>, LensName, boolean]>([
    ['a birth date, for who saw it', { birthDate: '2020-11-23' }, 'public-network', true],
    ['a birth date, for who saw only its year', { birthDate: '2020-01-02' }, 'community', false],
    ['a year of birth, for who saw it', { birthDate: '2021-11-22' }, 'community', true],
    [
      'a family name, for who saw only the given one',
      { name: [{ given: ['Mai'], family: 'Tran' }] },
      'community',
      false,
    ],
    ['a birth date, for a lawyer who accepted', { birthDate: '2020-11-23' }, 'lawyer-accepted', true],
    ['a gender, for who was not shown it', { gender: 'male' }, 'lawyer-accepted', false],
    ['a name, for a lawyer before the mandate', { name: [{ given: ['May'] }] }, 'lawyer-conflict-check', false],
    ['nothing but who is around', {}, 'public-network', false],
    ['a telephone, which nobody is shown', { telecom: [{ value: '514 555-0199' }] }, 'public-network', false],
  ])('%s', (_name, changes, lens, asks) => {
    expect(since(child('2', changes), lens)).toEqual(asks ? ASKS : ASKS_NOTHING);
  });

  test('tells the same where records differ only in what the lens hides: nobody learns by a call that something hidden changed', () => {
    const hidden: readonly Partial<fhir4.Patient>[] = [
      {},
      { gender: 'male' },
      { birthDate: '2020-03-03' },
      { name: [{ given: ['Mai'], family: 'X' }] },
    ];
    const calls = hidden.map((changes) => since(child('2', changes), 'community'));
    expect(new Set(calls.map((it) => JSON.stringify(it))).size).toBe(1);
  });

  test('an age changes with its date of birth, and not with time', () => {
    // The day on which it was given was the birthday.
    const then = child('1', { birthDate: '2019-11-22' });
    expect(since(child('2', { birthDate: '2019-11-22', gender: 'male' }), 'page-before-acceptance', then)).toEqual(
      ASKS_NOTHING,
    );
    expect(since(child('2', { birthDate: '2019-11-23' }), 'page-before-acceptance', then)).toEqual(ASKS);
    expect(since(child('2', { birthDate: '2019-11-21' }), 'page-before-acceptance', then)).toEqual(ASKS_NOTHING);
  });

  test('a label that lets less be shown is no correction', () => {
    const restricted = { meta: { security: [{ system: 'x', code: 'R' }] } };
    expect(since(child('2', restricted), 'public-network')).toEqual(ASKS_NOTHING);
    expect(since(child('2', { ...restricted, birthDate: '2021-01-01' }), 'community')).toEqual(ASKS_NOTHING);
  });

  test('goes along where a newer version of the request leaves by itself', () => {
    const file = [request(2), task('accepted'), child('2', { birthDate: '2021-01-01' }), trace('Patient/p', AFTER)];
    expect(whom(file, { earlier: [child('1')] })).toEqual([{ revised: ['request', 'circle'], toldBy: 'gateway' }]);
  });

  test('may have changed what was shown, where the record says no more what that was', () => {
    const revised = (recorded: string, given: string) =>
      whom([request(1), task('accepted', { child: given }), circle, child('2'), trace('CareTeam/c', recorded)]);
    const MAY = [{ revised: ['maybe-circle'], toldBy: 'person' }];
    expect(revised(AFTER, '')).toEqual(MAY);
    expect(revised(AFTER, '1')).toEqual(MAY);
    expect(revised(BEFORE, '')).toEqual(ASKS_NOTHING);
    expect(revised(AFTER, '2')).toEqual(ASKS_NOTHING);
  });
});
