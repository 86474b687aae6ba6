import { expect, test } from '@jest/globals';
import { enrolmentMapping } from '../../../../mappings/concepts/enrolment.ts';
import type { Enrolment } from '../../../../mappings/domain/concepts.ts';
import { CODE_SYSTEMS } from '../../../../mappings/domain/systems.ts';
import { CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const anEnrolment = (enrolment: Partial<Enrolment> = {}) => ({
  id: 'insc-1',
  centre: 'verdun',
  happenedAt: '2026-03-12',
  child: { id: 'enf-1' },
  programme: 'centre-follow-up' as const,
  ...enrolment,
});

const episodeOf = (enrolment: Partial<Enrolment>): fhir4.EpisodeOfCare => {
  const [first] = resourcesOf(enrolmentMapping.toBundle(anEnrolment(enrolment), CONTEXT));
  if (first?.resourceType !== 'EpisodeOfCare') throw new Error('the root of an enrolment is an EpisodeOfCare');
  return first;
};

test.each([
  ['centre-follow-up', CODE_SYSTEMS.centreProgramme],
  ['sippe', CODE_SYSTEMS.programme],
] as const)('%s is coded among the programmes of whoever offers it', (programme, system) => {
  expect(episodeOf({ programme }).type).toEqual([{ coding: [expect.objectContaining({ system, code: programme })] }]);
});

test('a code of one system of programmes is none of the other', () => {
  const coding = [{ system: CODE_SYSTEMS.programme, code: 'centre-follow-up' }];
  expect(enrolmentMapping.fromResources([{ ...episodeOf({}), type: [{ coding }] }])).toMatchObject({
    ok: false,
    issues: [{ code: 'required', expression: 'EpisodeOfCare.type' }],
  });
});

test('the centre manages what no partner offers', () => {
  expect(episodeOf({}).managingOrganization?.identifier?.value).toBe('verdun');
  expect(episodeOf({ partner: 'clsc-verdun' }).managingOrganization?.identifier?.value).toBe('clsc-verdun');
});

test('an episode that another centre manages is not taken for our own', () => {
  const { managingOrganization, ...episode } = episodeOf({});
  const other = { ...managingOrganization, identifier: { ...managingOrganization?.identifier, value: 'vanier' } };
  expect(enrolmentMapping.fromResources([{ ...episode, managingOrganization: other }])).toMatchObject({
    ok: false,
    issues: [{ expression: 'EpisodeOfCare.managingOrganization.identifier' }],
  });
});

test('a pause keeps its place among the statuses, in FHIR’s spelling', () => {
  const period = { start: '2026-01', end: '2026-02' };
  const episode = episodeOf({ status: 'on-hold', history: [{ status: 'on-hold', period }] });
  expect(episode).toMatchObject({ status: 'onhold', statusHistory: [{ status: 'onhold', period }] });
});

test('only a professional may manage an episode', () => {
  const episode = episodeOf({ pivot: { kind: 'person', name: 'Rose' } });
  expect(episode.careManager).toEqual({ display: 'Rose' });
  expect(enrolmentMapping.fromResources([{ ...episode, careManager: episode.patient }])).toMatchObject({
    ok: false,
    issues: [{ expression: 'EpisodeOfCare.careManager' }],
  });
});
