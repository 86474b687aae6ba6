import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, aLegalReferral } from './concept-examples.ts';
import { type Answer, eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const LAWYER = 'avocate-mediatrice';
const HOUR_MS = 3_600_000;
const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({
    WATCH_EVERY_MS: '1000',
    DELIVERY_FIRST_RETRY_MS: '100',
    DELIVERY_RETRY_CAP_MS: '300',
  });
});
afterAll(() => sandbox?.stop());

const asOperator = async (method: string, path: string, body?: unknown, language = 'fr') =>
  request(method, `${sandbox.gatewayUrl}${path}`, body, {
    authorization: `Bearer ${await sandbox.operatorToken()}`,
    'accept-language': language,
  });
const lettersAbout = async (referral: string, language?: string): Promise<Answer['body']> =>
  (
    await asOperator('GET', `/v1/dead-letters?kind=delivery&partner=${LAWYER}`, undefined, language)
  ).body.letters.filter((letter: Answer['body']) => letter.identifier === referral);
const told = (referral: string) => sandbox.call('GET', `/v1/legal-referrals/${referral}`);
const deliveryIs =
  (state: string) =>
  ({ body }: Answer): boolean =>
    body.record?.deliveries[0]?.state === state;

async function asked(name: string, hours: number): Promise<string> {
  const [referral, child] = [id(name), id(`child-${name}`)];
  await sandbox.call('PUT', `/v1/care-circles/${referral}-c`, { body: aCircle(`${referral}-c`, child) });
  const bindingDate = new Date(Date.now() + hours * HOUR_MS).toISOString();
  const answer = await sandbox.call('PUT', `/v1/legal-referrals/${referral}`, {
    body: aLegalReferral(referral, child, { bindingDate }),
  });
  expect(answer.status).toBe(201);
  return referral;
}

test('a hearing tomorrow and a lawyer who cannot be reached: a person is told to telephone at once, and if it leaves after all, it says so', async () => {
  const lawyer = sandbox.partners.get(LAWYER);
  lawyer?.fault({ kind: 'error-500' });
  const [soon, later] = [await asked('soon', 20), await asked('later', 240)];
  await eventually(() => told(soon), deliveryIs('telephone'));
  await eventually(() => told(later), deliveryIs('failing'));
  const letters = await lettersAbout(soon);
  expect(letters).toMatchObject([{ failure: 'notInTime' }]);
  expect(JSON.stringify(letters)).toContain('Téléphonez : la demande n’est pas partie');
  expect(JSON.stringify(await lettersAbout(soon, 'en'))).toContain('Telephone: the request has not left');
  expect(await lettersAbout(later)).toEqual([]);

  lawyer?.fault({ kind: 'none' });
  await eventually(() => told(soon), deliveryIs('sent'));
  await eventually(
    () => lettersAbout(soon),
    (found) => found.length === 0,
  );
});

test('a partner that was paused holds it too: it was never tried, and a person is told all the same', async () => {
  await asOperator('POST', `/v1/partners/${LAWYER}/pause`);
  const referral = await asked('paused', 20);
  await eventually(() => told(referral), deliveryIs('telephone'));
  expect(await lettersAbout(referral)).toHaveLength(1);
  await asOperator('POST', `/v1/partners/${LAWYER}/resume`);
  await eventually(() => told(referral), deliveryIs('sent'));
});
