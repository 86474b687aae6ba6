import { expect, test } from '@jest/globals';
import {
  ABOUT_NO_REQUEST,
  isTagged,
  kindsTaggedOn,
  taggedWithKinds,
} from '../../../../mappings/domain/kinds-tagged.ts';
import { isConsentToRights, withWhatIsAbout } from '../../../../mappings/domain/known-to.ts';
import type { LaneEvent } from '../../../../mappings/domain/lane-events.ts';
import { REQUEST_KINDS_ALL, requestKindOf } from '../../../../mappings/domain/request-kind.ts';
import { FOREIGN } from '../../../../mappings/domain/systems.ts';
import { population } from '../../../../sandbox/population/population.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { appointmentTold, circleTold, contactTold, legalTold, referralTold } from '../../../builders/told-events.ts';
import { eventFromAct } from '../../../builders/told-lives.ts';
import { toldRecord } from '../../../builders/told-record.ts';

const LIVES = population({
  seed: 23,
  children: 40,
  centres: [{ id: 'verdun', regime: 'qc-private', motherFiles: true }],
  from: '2023-01-09',
  to: '2026-01-09',
});

test('over years of invented children, each thing in the record says of which kinds the requests are that it is about, as the whole record has it', async () => {
  const { put, record } = syncBench();
  for (const life of LIVES) for (const act of life.acts) await put(eventFromAct(life, act));
  const whole = record.resources();
  for (const kind of REQUEST_KINDS_ALL.filter((it) => it !== 'inbound-referral')) {
    const isRoot = (it: fhir4.FhirResource) =>
      requestKindOf(it) === kind || (kind === 'legal-referral' && isConsentToRights(it));
    const about = [...withWhatIsAbout(whole, isRoot)].filter(({ resourceType }) => isTagged(resourceType));
    const tagged = whole.filter((it) => kindsTaggedOn(it).includes(kind));
    const names = (all: readonly fhir4.FhirResource[]) => all.map((it) => `${it.resourceType}/${it.id}`).sort();
    expect([kind, names(tagged)]).toEqual([kind, names(about)]);
    expect(about.length).toBeGreaterThan(20);
  }
  // However often it was written.
  for (const kinds of whole.map(kindsTaggedOn)) expect(kinds).toEqual([...new Set(kinds)]);
  const untold = whole.filter((it) => isTagged(it.resourceType) && (it.meta?.tag ?? []).length === 0);
  expect(untold).toEqual([]);
});

const kindsOfContact = async (acts: readonly LaneEvent[]) =>
  (await toldRecord(acts)).ofType('Encounter').map(kindsTaggedOn);

test('a contact that turns out to be about another request is told by that one’s kind, and by none when it is about none', async () => {
  const before = [
    circleTold({ on: '2026-01-05' }),
    legalTold({ on: '2026-01-06' }, { id: 'droit' }),
    referralTold({ on: '2026-01-06' }, { id: 'ortho' }),
  ];
  const contact = (version: number, request?: string) =>
    contactTold({ on: '2026-01-12' }, { id: 'vu', version, ...(request !== undefined && { request }) });
  expect(await kindsOfContact([...before, contact(1, 'droit')])).toEqual([['legal-referral']]);
  expect(await kindsOfContact([...before, contact(1, 'droit'), contact(2, 'ortho')])).toEqual([['service-referral']]);
  expect(await kindsOfContact([...before, contact(1, 'droit'), contact(2)])).toEqual([[]]);
});

test('what is about something about a request is told by that request’s kind, though it does not name the request', async () => {
  const acts = [
    circleTold({ on: '2026-01-05' }),
    legalTold({ on: '2026-01-06' }, { id: 'droit' }),
    appointmentTold({ on: '2026-01-13' }, { id: 'audience', request: 'droit', start: '2026-02-03T10:00:00-05:00' }),
    contactTold({ on: '2026-02-03' }, { id: 'au-tribunal', appointment: 'audience' }),
  ];
  expect(await kindsOfContact(acts)).toEqual([['legal-referral']]);
});

test('other tags of a resource stay, one about no request says so, and what no request can be behind bears none', () => {
  const [other] = [{ system: FOREIGN.dataOperation, code: 'CREATE' }];
  const note: fhir4.Communication = { resourceType: 'Communication', status: 'completed', meta: { tag: [other] } };
  const patient: fhir4.Patient = { resourceType: 'Patient' };
  const writes = [note, patient].map((resource) => ({ resource }));
  const told = { ...note, meta: { tag: [other, ABOUT_NO_REQUEST] } };
  expect(taggedWithKinds(writes, []).map(({ resource }) => resource)).toEqual([told, patient]);
});
