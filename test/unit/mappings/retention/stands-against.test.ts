import { describe, expect, test } from '@jest/globals';
import { EXTENSIONS, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { AGAINST, type FileToDestroy, standsAgainst } from '../../../../mappings/retention/stands-against.ts';

const CENTRE = 'hochelaga';
const TODAY = '2046-03-02';
const patient: fhir4.Reference = { reference: 'Patient/1' };

const request = (changes: Partial<fhir4.ServiceRequest> = {}): fhir4.ServiceRequest => ({
  resourceType: 'ServiceRequest',
  id: '2',
  identifier: [{ system: IDENTIFIERS.request(CENTRE), value: 'ref-1' }],
  status: 'completed',
  intent: 'order',
  subject: patient,
  performer: [{ identifier: { system: IDENTIFIERS.partner, value: 'clsc' } }],
  ...changes,
});
const task = (status: fhir4.Task['status'], business?: string): fhir4.Task => ({
  resourceType: 'Task',
  id: '3',
  identifier: [{ system: IDENTIFIERS.task, value: 'n' }],
  status,
  intent: 'order',
  for: patient,
  focus: { reference: 'ServiceRequest/2' },
  owner: { identifier: { system: IDENTIFIERS.partner, value: 'clsc' } },
  ...(business !== undefined && { businessStatus: { coding: [{ code: business }] } }),
});
const consent = (changes: Partial<fhir4.Consent>): fhir4.Consent => ({
  resourceType: 'Consent',
  status: 'active',
  scope: {},
  category: [{}],
  patient,
  ...changes,
});
const episode = (status: fhir4.EpisodeOfCare['status']): fhir4.EpisodeOfCare => ({
  resourceType: 'EpisodeOfCare',
  status,
  patient,
});
const hers = (active: boolean): fhir4.Patient => ({
  resourceType: 'Patient',
  identifier: [{ system: IDENTIFIERS.motherFile(CENTRE), value: 'm-1' }],
  active,
});
const ground: fhir4.Extension = { url: EXTENSIONS.ground, extension: [{ url: 'code', valueCode: 'order' }] };

const against = (resources: readonly fhir4.FhirResource[], changes: Partial<FileToDestroy> = {}) =>
  standsAgainst({
    centre: CENTRE,
    resources,
    motherFiles: [],
    due: '2046-01-01',
    setAside: 0,
    today: TODAY,
    ...changes,
  });

describe('what stands against a destruction', () => {
  test('nothing, once the time is over and all is ended', () => {
    expect(
      against([
        request(),
        task('completed', 'family-told'),
        episode('finished'),
        hers(false),
        consent({}),
        consent({ status: 'inactive', provision: { period: { end: '2050-01-01' } } }),
        consent({ provision: { period: { end: '2046-03-01' } } }),
      ]),
    ).toEqual([]);
  });

  test.each<readonly [string, readonly string[], readonly fhir4.FhirResource[], Partial<FileToDestroy>]>([
    ['a time that is not over', ['not-due'], [], { due: '2046-03-03' }],
    ['the family was not told how it ended', ['loop-open'], [request(), task('completed')], {}],
    ['the partner has not answered', ['loop-open'], [request({ status: 'active' }), task('requested')], {}],
    ['a request of nobody yet', ['loop-open'], [request({ status: 'active' })], {}],
    ['the child is followed', ['enrolled'], [episode('active')], {}],
    ['the child is on a waiting list', ['enrolled'], [episode('waitlist')], {}],
    ['a consent until a day to come', ['basis'], [consent({ provision: { period: { end: TODAY } } })], {}],
    ['a consent until a year that is not over', ['basis'], [consent({ provision: { period: { end: '2046' } } })], {}],
    ['an order without an end', ['basis'], [consent({ extension: [ground] })], {}],
    ['an expectant mother’s own file that is not closed', ['still-open'], [hers(true)], {}],
    ['something set aside', ['set-aside'], [], { setAside: 1 }],
    ['a mother’s file', ['mother-file'], [], { motherFiles: ['m-1'] }],
  ])('%s', (_name, names, resources, changes) => {
    expect(against(resources, changes)).toEqual(names);
  });

  test('a birth date that nobody knows is not a time that is over', () => {
    expect(standsAgainst({ centre: CENTRE, resources: [], motherFiles: [], setAside: 0, today: TODAY })).toEqual([
      'not-due',
    ]);
  });

  test('a request that ended before anybody was asked, or that another replaced, has no loop', () => {
    expect(against([request({ status: 'revoked' })])).toEqual([]);
    const next = request({ id: '9', status: 'revoked', replaces: [{ reference: 'ServiceRequest/2' }] });
    expect(against([request({ status: 'active' }), task('rejected'), next])).toEqual([]);
  });

  test('all of it can be forced by a person who says why, but what another person’s file holds', () => {
    expect(Object.entries(AGAINST).flatMap(([name, { forced }]) => (forced ? [] : [name]))).toEqual(['mother-file']);
  });
});
