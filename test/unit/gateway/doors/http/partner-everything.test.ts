import { afterEach, expect, test } from '@jest/globals';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import { aCollectingDoor, aLetterGoingWith, aTaskToCollect, numberOf } from '../../../../builders/a-collecting-door.ts';
import { SWITCHED_ON } from '../../../../builders/a-registry.ts';
import { aReceipt } from '../../../../builders/a-task.ts';
import type { AnApp } from '../../../../builders/an-app.ts';

const opened: AnApp[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.stop();
});

const ON = { centre: { partnerEverything: SWITCHED_ON } } as const;
const UNKNOWN = '00000000-0000-5000-8000-000000000009';
const everything = (number: string): string => `/fhir/Patient/${number}/$everything`;
const WITH_LETTER = aTaskToCollect(1, aLetterGoingWith(1));

async function aDoor(resources: readonly fhir4.FhirResource[], door: Parameters<typeof aCollectingDoor>[1] = ON) {
  const opens = await aCollectingDoor(resources, door);
  opened.push(opens.app);
  return { ...opens, call: opens.app.call };
}

const resourcesIn = (bundle: fhir4.Bundle<fhir4.FhirResource>): readonly fhir4.FhirResource[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);

/** The same by one read each, in the order in which everything gives it. */
async function readOneByOne({ call }: Pick<AnApp, 'call'>): Promise<readonly fhir4.FhirResource[]> {
  const read: fhir4.FhirResource[] = [];
  for (const type of ['Patient', 'Task', 'ServiceRequest'])
    read.push((await call('GET', `/fhir/${type}/${numberOf(1)}`)).body);
  const request = read[2] as fhir4.ServiceRequest;
  for (const { reference } of request.supportingInfo ?? []) read.push((await call('GET', `/fhir/${reference}`)).body);
  return read;
}

const receiptsOf = ({ accepted }: Awaited<ReturnType<typeof aDoor>>) =>
  accepted.map(({ event: { exchangeId, ...rest } }) => [exchangeId, 'going' in rest ? rest.going : []]).sort();

test('while a centre has it off, all of a request that the partner reads answers as a number that nobody has: nothing is audited, nothing has left', async () => {
  const door = await aDoor(WITH_LETTER, {});
  const heard = [];
  for (const number of [UNKNOWN, numberOf(1)]) {
    door.searches.splice(0);
    const { status, text, headers } = await door.call('GET', everything(number));
    const said = [...headers].filter(([name]) => name !== 'date');
    heard.push({ status, text, said, searches: [...door.searches] });
  }
  expect(heard[0]?.status).toBe(404);
  expect(heard[1]).toEqual(heard[0]);
  expect([door.audited, door.accepted]).toEqual([[], []]);
  // The door is not shut to its reads.
  expect((await door.call('GET', `/fhir/Patient/${numberOf(1)}`)).status).toBe(200);
});

test('where it is on, it holds what each read of the request would show, as that shows it, in one look that is audited; and each has left as by its own read', async () => {
  const [all, each] = [await aDoor(WITH_LETTER), await aDoor(WITH_LETTER)];
  const { status, body, text } = await all.call('GET', everything(numberOf(1)));
  const read = await readOneByOne(each);
  expect(status).toBe(200);
  expect(read.map(({ resourceType }) => resourceType)).toEqual([
    'Patient',
    'Task',
    'ServiceRequest',
    'DocumentReference',
  ]);
  expect(resourcesIn(body)).toEqual(read);
  expect(all.audited).toHaveLength(1);
  expect(all.audited[0]).toMatchObject({ request: 'Task/task-1', letters: ['DocumentReference/letter-1'] });
  expect(receiptsOf(all)).toEqual(receiptsOf(each));
  expect(receiptsOf(all)).toHaveLength(2);
  for (const hidden of ['task-1', 'request-1', 'child-1', 'enf-1', 'ref-1', 'letter-1', 'lettre-1', 'urn:uuid'])
    expect(text).not.toContain(hidden);
  expect(checkResource(body).filter(({ severity, rule }) => severity === 'error' && rule !== 'code')).toEqual([]);
});

test('each address in it is ours, and is that of the read which shows the same', async () => {
  const { call, app } = await aDoor(WITH_LETTER);
  const { body } = await call('GET', everything(numberOf(1)));
  expect(body.link).toEqual([{ relation: 'self', url: `${app.url}${everything(numberOf(1))}` }]);
  for (const { fullUrl, resource } of body.entry)
    expect((await call('GET', fullUrl.replace(app.url, ''))).body).toEqual(resource);
});

test('of another request about the same child it holds nothing: with or without that, the same bytes', async () => {
  const alone = await aDoor(WITH_LETTER);
  const beside = await aDoor([...WITH_LETTER, ...aTaskToCollect(2, aLetterGoingWith(2))]);
  const said = async ({ call, app }: typeof alone) =>
    (await call('GET', everything(numberOf(1)))).text.replaceAll(app.url, '');
  expect(await said(beside)).toBe(await said(alone));
  expect(beside.audited.map(({ request }) => request)).toEqual(['Task/task-1']);
});

test('a type for whose own read the partner has no scope is not in it, and has not left', async () => {
  const { call, accepted } = await aDoor(WITH_LETTER, { ...ON, scopes: 'system/Patient.r system/Task.r' });
  const { body } = await call('GET', everything(numberOf(1)));
  expect(resourcesIn(body).map(({ resourceType }) => resourceType)).toEqual(['Patient', 'Task']);
  expect(accepted).toEqual([]);
});

test('a look that brings no content is no receipt', async () => {
  const { call, accepted } = await aDoor(WITH_LETTER);
  const none = { 'if-none-match': '*', 'cache-control': 'max-age=0', pragma: 'x' };
  for (const look of [call('HEAD', everything(numberOf(1))), call('GET', everything(numberOf(1)), { headers: none })])
    expect((await look).text).toBe('');
  expect(accepted).toEqual([]);
});

test.each([
  ['what was taken back', aTaskToCollect(1, { task: { status: 'cancelled', extension: [aReceipt({ version: 4 })] } })],
  ['what nobody agreed to', aTaskToCollect(1, { agreed: false })],
])('of %s nothing is there, as of an unknown number, and nothing is written down', async (_what, resources) => {
  const { call, audited, accepted } = await aDoor(resources);
  const [unknown, hidden] = [await call('GET', everything(UNKNOWN)), await call('GET', everything(numberOf(1)))];
  expect([hidden.status, hidden.text]).toEqual([404, unknown.text]);
  expect([audited, accepted]).toEqual([[], []]);
});

test.each(['_since=2026-01-01', '_type=Task', '_count=1', 'start=2026-01-01', 'end=2026-02-01', '_page=x'])(
  '%s is refused by the name of the parameter, for a number that nobody has too',
  async (query) => {
    const { call, audited } = await aDoor(WITH_LETTER);
    for (const number of [numberOf(1), UNKNOWN]) {
      const { status, body } = await call('GET', `${everything(number)}?${query}`);
      expect([status, body.issue[0].expression]).toEqual([400, [`http.${query.split('=')[0]}`]]);
    }
    expect(audited).toEqual([]);
  },
);

const SEEN = aTaskToCollect(1, { task: { extension: [aReceipt({ version: 4 })] } });

test('what is held back asks whoever has seen it to come again, as its own read does; where the centre has it off, it is unknown', async () => {
  const on = await aDoor(SEEN, { ...ON, held: () => true });
  const own = await on.call('GET', `/fhir/Patient/${numberOf(1)}`);
  const held = await on.call('GET', everything(numberOf(1)));
  expect([held.status, held.text]).toEqual([503, own.text]);
  const off = await aDoor(SEEN, { held: () => true });
  const [unknown, hidden] = [
    await off.call('GET', everything(UNKNOWN)),
    await off.call('GET', everything(numberOf(1))),
  ];
  expect([hidden.status, hidden.text]).toEqual([404, unknown.text]);
  expect([on.audited, off.audited]).toEqual([[], []]);
});

test('what cannot be written down does not leave', async () => {
  const onAudit = () => {
    throw new GatewayError('unavailable', 'nowhere to write');
  };
  const { call, accepted } = await aDoor(WITH_LETTER, { ...ON, onAudit });
  const { status, text } = await call('GET', everything(numberOf(1)));
  expect([status, text.includes(numberOf(1)), accepted]).toEqual([503, false, []]);
});
