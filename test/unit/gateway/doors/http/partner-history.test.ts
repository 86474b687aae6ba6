import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import {
  aCollectingDoor,
  aLetterGoingWith,
  aTaskToCollect,
  COLLECTS,
  numberOf,
} from '../../../../builders/a-collecting-door.ts';
import { SWITCHED_ON } from '../../../../builders/a-registry.ts';
import { anAgreementWith, aRevision, aSafeContact } from '../../../../builders/a-service-request.ts';
import type { AnApp } from '../../../../builders/an-app.ts';

const opened: AnApp[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.stop();
});

const ON = { centre: { partnerHistory: SWITCHED_ON } } as const;
const UNKNOWN = '00000000-0000-5000-8000-000000000009';
const TYPES = ['Task', 'ServiceRequest', 'Patient', 'DocumentReference'] as const;
type Type = (typeof TYPES)[number];

/** The request names its letter; it is the same wherever this record stands. */
let letter = '';
beforeAll(async () => {
  const { app } = await aCollectingDoor(aTaskToCollect(1, aLetterGoingWith(1)));
  const { body } = await app.call('GET', `/fhir/ServiceRequest/${numberOf(1)}`);
  letter = body.supportingInfo[0].reference.replace('DocumentReference/', '');
  await app.stop();
});
const numberFor = (type: Type): string => (type === 'DocumentReference' ? letter : numberOf(1));

async function aDoor(door: Parameters<typeof aCollectingDoor>[1] = ON) {
  const opens = await aCollectingDoor(aTaskToCollect(1, aLetterGoingWith(1)), door);
  opened.push(opens.app);
  return { ...opens, call: opens.app.call };
}

/** By a look that leaves no receipt. */
const versionOf = async ({ call }: Pick<AnApp, 'call'>, type: Type): Promise<string> =>
  /^W\/"(.+)"$/.exec((await call('HEAD', `/fhir/${type}/${numberFor(type)}`)).headers.get('etag') ?? '')?.[1] ?? 'none';

test.each(TYPES)(
  'while a centre has it off, versions of a %s that the partner reads answer as a number that nobody has, after the same questions to the record',
  async (type) => {
    const door = await aDoor({});
    const number = numberFor(type);
    const version = await versionOf(door, type);
    for (const path of ['_history', `_history/${version}`]) {
      const heard = [];
      for (const asked of [UNKNOWN, number]) {
        door.searches.splice(0);
        door.audited.splice(0);
        const { status, text, headers } = await door.call('GET', `/fhir/${type}/${asked}/${path}`);
        const said = [...headers].filter(([name]) => name !== 'date');
        heard.push({ status, text, said, searches: [...door.searches], audited: door.audited.length });
      }
      expect(heard[0]?.status).toBe(404);
      expect(heard[1]).toEqual({ ...heard[0], audited: 0 });
    }
  },
);

test.each(TYPES)(
  'where it is on, of a %s one version is told: that which its own read shows, by its number and as far as known its moment',
  async (type) => {
    const door = await aDoor();
    const number = numberFor(type);
    const own = await door.call('GET', `/fhir/${type}/${number}`);
    const { status, body } = await door.call('GET', `/fhir/${type}/${number}/_history`);
    const url = `${door.app.url}/fhir/${type}/${number}`;
    const task = (await door.call('GET', `/fhir/Task/${numberOf(1)}`)).body;
    expect([status, body]).toEqual([
      200,
      {
        resourceType: 'Bundle',
        type: 'history',
        total: 1,
        link: [{ relation: 'self', url: `${url}/_history` }],
        entry: [
          {
            fullUrl: url,
            resource: own.body,
            request: { method: 'PUT', url: `${type}/${number}` },
            response: {
              status: '200',
              etag: own.headers.get('etag'),
              ...(type !== 'Patient' && { lastModified: task.meta.lastUpdated }),
            },
          },
        ],
      },
    ]);
    expect(checkResource(body).filter(({ severity, rule }) => severity === 'error' && rule !== 'code')).toEqual([]);
    const version = await door.call('GET', `/fhir/${type}/${number}/_history/${own.body.meta.versionId}`);
    expect([version.status, version.text, version.headers.get('etag')]).toEqual([
      200,
      own.text,
      own.headers.get('etag'),
    ]);
    // Each look is its own disclosure.
    expect(door.audited).toHaveLength(4);
  },
);

test('a version that stood before is not there any more, in the words of an unknown number; it is not written down as shown, and has not left', async () => {
  const door = await aDoor();
  const before = await Promise.all(TYPES.map((type) => versionOf(door, type)));
  const request = await door.read('ServiceRequest', 'request-1');
  if (request?.resourceType !== 'ServiceRequest') throw new Error('no request');
  const extension = [aRevision(5), aSafeContact(), anAgreementWith(COLLECTS)];
  await door.put({ ...request, id: 'request-1', extension, reasonCode: [{ text: 'Autre chose' }] });
  door.audited.splice(0);
  const unknown = await door.call('GET', `/fhir/Task/${UNKNOWN}/_history/1`);
  for (const [nth, type] of TYPES.entries()) {
    const isMoved = type === 'Task' || type === 'ServiceRequest';
    for (const version of [...(isMoved ? [before[nth]] : []), '1', '0000000000000000']) {
      const { status, text } = await door.call('GET', `/fhir/${type}/${numberFor(type)}/_history/${version}`);
      expect([type, version, status, text]).toEqual([type, version, 404, unknown.text]);
    }
  }
  expect([door.audited, door.accepted]).toEqual([[], []]);
  for (const type of TYPES) {
    const version = await versionOf(door, type);
    expect((await door.call('GET', `/fhir/${type}/${numberFor(type)}/_history/${version}`)).status).toBe(200);
  }
});

test('of a letter that does not go along nothing is there, and nothing is written down as shown', async () => {
  const { call, audited, accepted } = await aDoor();
  for (const path of ['', '/1']) {
    const { status } = await call('GET', `/fhir/DocumentReference/${numberOf(1)}.autre/_history${path}`);
    expect([path, status]).toEqual([path, 404]);
  }
  expect([audited, accepted]).toEqual([[], []]);
});

test('after a withdrawal no version is there at all', async () => {
  const door = await aDoor();
  const versions = await Promise.all(TYPES.map((type) => versionOf(door, type)));
  const request = await door.read('ServiceRequest', 'request-1');
  if (request?.resourceType !== 'ServiceRequest') throw new Error('no request');
  await door.put({ ...request, id: 'request-1', extension: [aRevision(4), aSafeContact()] });
  for (const [nth, type] of TYPES.entries())
    for (const path of ['_history', `_history/${versions[nth]}`])
      expect((await door.call('GET', `/fhir/${type}/${numberFor(type)}/${path}`)).status).toBe(404);
});

test('the request, or a letter, has left once its version was read, and not by a look that brings no content', async () => {
  const { call, accepted } = await aDoor();
  const none = { 'if-none-match': '*', 'cache-control': 'max-age=0', pragma: 'x' };
  for (const type of TYPES)
    for (const look of [
      call('HEAD', `/fhir/${type}/${numberFor(type)}/_history`),
      call('GET', `/fhir/${type}/${numberFor(type)}/_history`, { headers: none }),
    ])
      expect((await look).text).toBe('');
  for (const type of ['Task', 'Patient'] as const) await call('GET', `/fhir/${type}/${numberFor(type)}/_history`);
  expect(accepted).toEqual([]);
  for (const type of TYPES) await call('GET', `/fhir/${type}/${numberFor(type)}/_history`);
  expect(accepted).toMatchObject([{ event: { going: [] } }, { event: { going: ['lettre-1|1'] } }]);
});

test.each(['_since=2026-01-01', '_at=2026', '_list=x', '_page=x', '_count=x'])(
  'versions asked for by %s are refused by the name of the parameter',
  async (query) => {
    const { call, audited } = await aDoor();
    for (const path of [...TYPES.map((type) => `${type}/${numberFor(type)}`), `Task/${UNKNOWN}`]) {
      const { status, body } = await call('GET', `/fhir/${path}/_history?${query}`);
      expect([status, body.issue[0].expression]).toEqual([400, [`http.${query.split('=')[0]}`]]);
    }
    expect(audited).toEqual([]);
  },
);

test('what cannot be written down does not leave, in any version', async () => {
  let isAway = false;
  const onAudit = () => {
    if (isAway) throw new GatewayError('unavailable', 'nowhere to write');
  };
  const door = await aDoor({ ...ON, onAudit });
  const versions = await Promise.all(TYPES.map((type) => versionOf(door, type)));
  isAway = true;
  for (const [nth, type] of TYPES.entries())
    for (const path of ['_history', `_history/${versions[nth]}`]) {
      const { status, text } = await door.call('GET', `/fhir/${type}/${numberFor(type)}/${path}`);
      expect([type, path, status, text.includes(numberOf(1))]).toEqual([type, path, 503, false]);
    }
  expect(door.accepted).toEqual([]);
});
