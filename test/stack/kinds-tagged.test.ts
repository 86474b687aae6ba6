import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { fhirStore } from '../../gateway/record/fhir-store.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { tagRecord } from '../../workers/watch/tag-record.ts';
import { memoryRedis } from '../builders/memory-redis.ts';
import { quietLog } from '../builders/quiet-log.ts';
import { aCircle, aLegalReferral, type Changes } from './concept-examples.ts';
import { ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** What is about a request is found by its tag (mappings/domain/kinds-tagged.ts), on the record that we run on. */
const id = ownIds();
let issuer: LocalIssuer;
let sandbox: StackSandbox;
beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({}, { tokens: async () => issuer });
});
afterAll(() => sandbox?.stop());

const put = async (plural: string, body: Changes): Promise<void> => {
  const { status, body: said } = await sandbox.call('PUT', `/v1/${plural}/${body.id}`, { body });
  if (status !== 201) throw new Error(`${plural} ${body.id}: ${status} ${JSON.stringify(said)}`);
};

/** What clinical staff are answered who ask for a contact by its number. */
async function contactRead(name: string) {
  const person = { [CLAIMS.professional]: 'quelquun', [CLAIMS.role]: 'clinical' };
  const bearer = await issuer.sign({ ...issuer.claims({ centre: 'hochelaga' }), ...person });
  const address = `${sandbox.gatewayUrl}/v1/contacts/${id(name)}`;
  return request('GET', address, undefined, { authorization: `Bearer ${bearer}` });
}

/** A contact as the record has it. */
async function encounter(name: string): Promise<fhir4.Encounter> {
  const system = 'https://fhir.passerelle.example/NamingSystem/contact/hochelaga';
  const { body } = await sandbox.hapi(`Encounter?identifier=${encodeURIComponent(`${system}|${id(name)}`)}`);
  return body.entry[0].resource;
}

test('what an earlier release wrote without tags is found again once it is tagged, in the version that it had; what is about a legal referral is not', async () => {
  const child = id('enfant');
  const about = { version: 1, centre: 'hochelaga', happenedAt: '2026-11-22T10:00:00-05:00', child: { id: child } };
  const visit = { ...about, kind: 'visit', note: 'Elle a chanté.' };
  await put('care-circles', aCircle(id('cercle'), child));
  await put('legal-referrals', { ...aLegalReferral(id('droit'), child), recipient: undefined, agreements: undefined });
  await put('contacts', { ...visit, id: id('vue') });
  await put('contacts', { ...visit, id: id('au-sujet'), request: id('droit') });
  const statuses = async () => [(await contactRead('vue')).status, (await contactRead('au-sujet')).status];
  expect(await statuses()).toEqual([200, 404]);

  const before = [await encounter('vue'), await encounter('au-sujet')];
  for (const it of before) {
    const answer = await fetch(`${sandbox.stack.hapi.url}/Encounter/${it.id}/$meta-delete`, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify({
        resourceType: 'Parameters',
        parameter: [{ name: 'meta', valueMeta: { tag: it.meta?.tag } }],
      }),
    });
    expect(answer.status).toBe(200);
  }
  expect((await encounter('vue')).meta?.tag).toBeUndefined();
  expect(await statuses()).toEqual([404, 404]);

  const store = fhirStore({ baseUrl: sandbox.stack.hapi.url, timeoutMs: 10_000 });
  const { redis } = memoryRedis();
  expect(await tagRecord({ store, redis, everyMs: 60_000, log: quietLog() })()).toBeGreaterThanOrEqual(2);
  expect(await statuses()).toEqual([200, 404]);
  const labelled = ({ meta: { tag, versionId, lastUpdated } = {} }: fhir4.Encounter) => ({
    ...{ versionId, lastUpdated },
    tags: (tag ?? []).map(({ system, code }) => `${system}|${code}`),
  });
  expect([await encounter('vue'), await encounter('au-sujet')].map(labelled)).toEqual(before.map(labelled));
}, 60_000);
