import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ACTS } from '../../../../../sandbox/partners/acts.ts';
import type { PartnerSandbox } from '../../../../../sandbox/partners/partner-sandbox.ts';
import { startGateway } from '../a-gateway.ts';
import { aCancellation, aMessage, TASK_SYSTEM } from '../a-message.ts';
import { postMessage, startClsc } from '../a-partner.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
let clsc: PartnerSandbox;
beforeEach(async () => {
  gateway = await startGateway([{ status: 200 }]);
  clsc = await startClsc({ gatewayUrl: gateway.url });
});
afterEach(async () => {
  await clsc.stop();
  await gateway.stop();
});

const page = async (path = '/', headers: Readonly<Record<string, string>> = {}): Promise<string> =>
  (await fetch(`${clsc.url}${path}`, { headers })).text();

const post = (path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(`${clsc.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

test('the title says that this is not the real partner, in French unless English is asked for', async () => {
  const french = '<title>CLSC de Verdun (bac à sable) — ce n’est pas un vrai CLSC, données inventées</title>';
  const english = '<title>Verdun CLSC (sandbox) — not a real CLSC, invented data</title>';
  expect(await page()).toContain(french);
  expect(await page('/', { 'accept-language': 'en-CA,fr;q=0.5' })).toContain(english);
  expect(await page('/?lang=fr', { 'accept-language': 'en' })).toContain(french);
  expect(await page('/?lang=en')).toContain('<html lang="en-CA">');
});

test('empty, it says so and gives the address to deliver to', async () => {
  expect(await page()).toContain('Rien n’est encore arrivé.');
  expect(await page()).toContain(clsc.endpoint);
});

test('a request is shown with whom it is safe to contact before anything else about it', async () => {
  await postMessage(clsc, aMessage());
  const shown = await page();
  const places = [
    'Théo Nguyễn',
    'Ne pas laisser de message',
    '2019-05',
    'Orthophonie',
    'Retard de langage',
    'Transport',
  ];
  const found = places.map((text) => shown.indexOf(text));
  expect(found).toEqual(found.toSorted((one, other) => one - other));
  expect(found).not.toContain(-1);
  expect(shown).toContain('Centre de Verdun');
  expect(shown).not.toContain('Rien n’est encore arrivé.');
});

test('a child whose name is withheld is announced in the requester’s words, with the number to call back', async () => {
  const message = structuredClone(aMessage());
  const [task, request, , centre] = message.entry ?? [];
  if (task?.resource?.resourceType === 'Task') delete task.resource.for;
  if (request?.resource?.resourceType === 'ServiceRequest') {
    request.resource.subject = { display: 'Identité après l’acceptation' };
    request.resource.occurrenceDateTime = '2026-04-15';
  }
  if (centre?.resource?.resourceType === 'Organization') centre.resource.telecom = [{ value: '514 555-0100' }];
  await postMessage(clsc, { ...message, entry: [task, request, centre] });
  const shown = await page();
  for (const text of ['Identité après l’acceptation', '2026-04-15', 'Centre de Verdun, 514 555-0100']) {
    expect(shown).toContain(text);
  }
});

test('a hostile text is shown as text and never as markup', async () => {
  const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
  await postMessage(clsc, aMessage({ childName: hostile, reason: hostile, task: 'x" onmouseover="alert(3)' }));
  const shown = await page();
  expect(shown).not.toMatch(/<script|<img| onmouseover="/);
  expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('the page allows no script, no foreign thing, and no frame', async () => {
  const policy = (await fetch(clsc.url)).headers.get('content-security-policy');
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(policy).not.toMatch(/unsafe|script-src|https:/);
  expect(await page()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});

test('every field of every form stands inside a label, and every act has its form', async () => {
  await postMessage(clsc, aMessage());
  const shown = await page();
  const withoutLabels = shown.replaceAll(/<label>[\s\S]*?<\/label>/g, '').replaceAll(/<input type="hidden"[^>]*>/g, '');
  expect(withoutLabels).not.toMatch(/<(?:input|select|textarea)/);
  expect(shown.match(/name="act" value="[a-z-]+"/g)).toHaveLength(Object.keys(ACTS).length);
});

test('a form sends the answer, comes back to the request, and says what the gateway did', async () => {
  await postMessage(clsc, aMessage());
  const path = `/tasks/r-1/answers?lang=en&system=${encodeURIComponent(TASK_SYSTEM)}`;

  const response = await post(path, {
    act: 'waitlist',
    position: '4',
    until: '',
    happenedAt: '',
    by: 'M. Roy',
    note: '',
  });

  expect(response.status).toBe(303);
  const back = response.headers.get('location') ?? '';
  expect(back).toMatch(/^\/\?lang=en&answer=answer-\d+#task-r-1$/);
  expect(gateway.calls).toMatchObject([{ task: { businessStatus: { text: 'Wait-listed, position: 4' } } }]);
  const shown = await page(back);
  expect(shown).toContain('<p class="flash result-taken" role="status">Taken by the gateway.</p>');
  expect(shown).toContain('M. Roy');
});

test('a form that lacks something comes back open, with what was written and what is wrong', async () => {
  await postMessage(clsc, aMessage());

  const response = await post('/tasks/r-1/answers?lang=fr', { act: 'decline', reason: '', text: 'Trop <loin>' });

  expect(response.status).toBe(400);
  const shown = await response.text();
  expect(shown).toContain('role="alert"');
  expect(shown).toContain('Raison : obligatoire.');
  expect(shown).toContain('Trop &lt;loin&gt;</textarea>');
  expect(shown.match(/<details name="[^"]*" open>/g)).toHaveLength(1);
  expect(shown).toContain('aria-invalid="true"');
  expect(gateway.calls).toEqual([]);
});

test('a refusal by the gateway is shown with its reason', async () => {
  await gateway.stop();
  gateway = await startGateway([
    { status: 409, body: { resourceType: 'OperationOutcome', issue: [{ details: { text: 'Déjà <terminée>' } }] } },
  ]);
  await clsc.stop();
  clsc = await startClsc({ gatewayUrl: gateway.url });
  await postMessage(clsc, aMessage());
  await clsc.answer('r-1', { act: 'accept' });
  const shown = await page();
  expect(shown).toContain('Refusée par la passerelle');
  expect(shown).toContain('Déjà &lt;terminée&gt;');
});

test('an answer that was not delivered has a button to send it again, and the button works', async () => {
  await gateway.stop();
  gateway = await startGateway(['cut', 'cut', 'cut', { status: 200 }]);
  await clsc.stop();
  clsc = await startClsc({ gatewayUrl: gateway.url });
  await postMessage(clsc, aMessage());
  const { answerId, result } = await clsc.answer('r-1', { act: 'accept' });
  expect(result).toBe('not-delivered');
  const path = `/answers/${answerId}/sending?lang=fr`;
  expect(await page()).toContain(`action="${path}"`);

  expect((await post(path, {})).status).toBe(303);

  expect(clsc.log().answers).toMatchObject([{ answerId, result: 'taken' }]);
  expect(await page()).not.toContain(`action="${path}"`);
});

test('a withdrawn request says so; one that never came shows only its number', async () => {
  await postMessage(clsc, aMessage());
  await postMessage(clsc, aCancellation());
  expect(await page()).toContain('La demande a été retirée.');
  await postMessage(clsc, aCancellation({ message: 'm-x', task: 'r-7' }));
  expect(await page()).toContain('Demande jamais reçue');
});

test('a fault can be set and is said on the page', async () => {
  expect((await post('/fault?lang=fr', { kind: 'hang', ms: '3000', times: '' })).status).toBe(303);
  expect(await page()).toContain('Panne en cours');
  await post('/fault?lang=fr', { kind: 'none', ms: '3000', times: '' });
  expect(await page()).not.toContain('Panne en cours');
});

test('a page that does not exist says so in the reader’s language', async () => {
  const response = await fetch(`${clsc.url}/nothing?lang=en`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('There is no such page.');
});
