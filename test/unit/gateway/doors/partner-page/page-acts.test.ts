import { afterEach, expect, test } from '@jest/globals';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { type PageActDeps, pageActs } from '../../../../../gateway/doors/partner-page/page-acts.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { tokenHash } from '../../../../../gateway/partner-page/links.ts';
import type { PendingAnswer } from '../../../../../gateway/partner-page/pending-answers.ts';
import { LENSES } from '../../../../../mappings/lenses/lenses.ts';
import { lookThrough } from '../../../../../mappings/lenses/look-through.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { onPage } from '../../../../builders/a-page.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';

const check = conceptChecker();
const TOKEN = 'T'.repeat(43);
const SESSION = 'S'.repeat(43);
const LINK = { hash: tokenHash(TOKEN), task: onPage().number, partner: 'maison' };
const bearer = { authorization: `Bearer ${SESSION}` };
const accepted = { what: 'accepted', saidBy: 'Rosalie' };

let app: AnApp | undefined;
afterEach(() => app?.stop());

/** The acts of the page over a link that opens, unless told otherwise; what they did, in its order. */
async function thePage(changes: Partial<PageActDeps> = {}) {
  const done: string[] = [];
  const held: PendingAnswer[] = [];
  const deps: PageActDeps = {
    links: {
      open: async () => '',
      find: async (token) => (token === TOKEN ? LINK : undefined),
      byHash: async () => LINK,
      revoke: async () => false,
    },
    codes: { issue: async () => '', spend: async (link, code) => link === LINK.hash && code === '123456' },
    sessions: {
      open: async () => ({ session: SESSION, forSeconds: 60 }),
      linkOf: async (session) => (session === SESSION ? LINK : undefined),
      end: async () => void done.push('end'),
    },
    pending: {
      hold: async (_task, pending) => {
        done.push('hold');
        held.push(pending);
        return true;
      },
      of: async () => held.at(-1),
      withdraw: async () => true,
      claim: async () => undefined,
      applied: async () => undefined,
    },
    access: async () => onPage(),
    limits: async (limit) => void done.push(limit),
    queue: {
      sendCode: async (link) => void done.push(`code ${link}`),
      applyAnswer: async (_task, id, delayMs) => void done.push(`apply ${id} in ${delayMs}`),
      announce: async () => undefined,
    },
    replicas: { begin: () => async () => void done.push('copied') },
    disclose: async (disclosable) => {
      done.push('disclosed');
      return lookThrough(LENSES['page-before-acceptance'], disclosable, 'maison', '2026-03-10');
    },
    check: (answer) => check('answer', answer),
    body: jsonBody({ sizeMaxBytes: 20_000, depthMax: 2 }),
    correctableMs: 900_000,
    now: () => new Date('2026-03-10T12:00:00Z'),
    newId: () => 'id-1',
    ...changes,
  };
  app = await anApp({ '/p': pageActs(deps) });
  const post = (path: string, body?: unknown, headers = {}) =>
    app?.call('POST', `/p/${path}`, { ...(body !== undefined && { body }), headers });
  return { post, done, held };
}

test('a code is promised for any token, known or not, in the same words; the worker sees whether there is one to send', async () => {
  const { post, done } = await thePage();
  const [known, unknown] = [await post('codes', { token: TOKEN }), await post('codes', { token: 'x' })];
  expect([known?.status, known?.text]).toEqual([202, '{}']);
  expect([unknown?.status, unknown?.text]).toEqual([known?.status, known?.text]);
  expect(done.filter((it) => it.startsWith('code '))).toEqual([`code ${LINK.hash}`, `code ${tokenHash('x')}`]);
});

test('the right code opens a session; a wrong code, an unknown link and no body at all are refused in the same words', async () => {
  const { post } = await thePage();
  expect((await post('sessions', { token: TOKEN, code: '123456' }))?.body).toEqual({
    session: SESSION,
    forSeconds: 60,
  });
  const refusals = [
    await post('sessions', { token: TOKEN, code: '000000' }),
    await post('sessions', { token: 'x', code: '123456' }),
    await post('sessions', { token: 7, code: ['123456'] }),
    await post('request', undefined, { authorization: 'Bearer nothing-of-ours-but-long-enough' }),
    await post('request'),
  ];
  expect(new Set(refusals.map((refusal) => `${refusal?.status} ${refusal?.text}`)).size).toBe(1);
  expect(refusals[0]?.status).toBe(403);
});

test('nothing is counted after a limit is passed: no code leaves, no code is tried', async () => {
  const { post, done } = await thePage({
    limits: async (limit) => {
      if (limit !== 'address') throw new GatewayError('tooMany', limit);
    },
  });
  expect((await post('codes', { token: TOKEN }))?.status).toBe(429);
  expect((await post('sessions', { token: TOKEN, code: '123456' }))?.status).toBe(429);
  expect(done).toEqual([]);
});

test('each time that the request is shown it is disclosed anew; without a basis it is as if there were nothing', async () => {
  const { post, done } = await thePage();
  const shown = await post('request', undefined, bearer);
  expect(shown?.body).toMatchObject({ number: LINK.task, moreOnceAccepted: true, correctableMinutes: 15 });
  await post('request', undefined, bearer);
  expect(done.filter((it) => it === 'disclosed')).toHaveLength(2);

  await app?.stop();
  const withdrawn = await thePage({
    disclose: async () => {
      throw new GatewayError('noBasis', 'none', { issues: [] });
    },
  });
  const refused = await withdrawn.post('request', undefined, bearer);
  const none = await withdrawn.post('request');
  expect([refused?.status, refused?.text]).toEqual([403, none?.text]);
});

test('what was decided more than five seconds ago is decided again before it is shown; where that takes too long too, nothing is shown', async () => {
  let clock = Date.parse('2026-03-10T12:00:00Z');
  const slow = async (pausesMs: readonly number[]) => {
    const pauses = [...pausesMs];
    await app?.stop();
    return thePage({
      now: () => new Date(clock),
      access: async () => ({ ...onPage(), checkedAt: new Date(clock) }),
      disclose: async (disclosable) => {
        clock += pauses.shift() ?? 0;
        return lookThrough(LENSES['page-before-acceptance'], disclosable, 'maison', '2026-03-10');
      },
    });
  };
  const once = await slow([5_001, 0]);
  expect((await once.post('request', undefined, bearer))?.status).toBe(200);
  const twice = await slow([5_001, 5_001]);
  const refused = await twice.post('request', undefined, bearer);
  expect([refused?.status, refused?.text.includes(LINK.task)]).toEqual([503, false]);
});

test('an answer is kept with its clock wound up first, and says until when it can be corrected', async () => {
  const { post, done, held } = await thePage();
  const answered = await post('answers', { ...accepted, words: 'Samedi', recordedBy: 'somebody else' }, bearer);
  expect(done).toEqual(['address', 'apply id-1 in 900000', 'hold', 'copied']);
  expect(answered?.body.pending).toEqual({
    what: 'accepted',
    saidBy: 'Rosalie',
    words: 'Samedi',
    dueAt: '2026-03-10T12:15:00.000Z',
  });
  expect(held).toEqual([
    {
      id: 'id-1',
      dueAt: '2026-03-10T12:15:00.000Z',
      answer: {
        what: 'accepted',
        happenedAt: '2026-03-10T12:00:00.000Z',
        saidBy: 'Rosalie',
        recordedBy: 'maison',
        words: 'Samedi',
        channel: 'web-page',
      },
    },
  ]);
});

test.each([
  [{ what: 'declined', saidBy: 'Rosalie' }, 'Answer.reason'],
  [{ what: 'declined', reason: 'because', saidBy: 'Rosalie' }, 'Answer.reason'],
  [{ what: 'scheduled', appointmentAt: 'demain', saidBy: 'Rosalie' }, 'Answer.appointmentAt'],
  [{ what: 'accepted' }, 'Answer.saidBy'],
  [{ what: 'family-told', saidBy: 'Rosalie' }, undefined],
  [{ what: 'no-show', saidBy: 'Rosalie' }, undefined],
])('%j is refused, the field is named, and nothing is kept', async (answer, field) => {
  const { post, done } = await thePage();
  const refused = await post('answers', answer, bearer);
  expect([refused?.status, refused?.body.issue[0].expression?.[0]]).toEqual([422, field]);
  expect(done).toEqual(['address']);
});

test('an answer that is being applied can be neither corrected nor taken back', async () => {
  const { post } = await thePage({
    pending: {
      hold: async () => false,
      of: async () => undefined,
      withdraw: async () => false,
      claim: async () => undefined,
      applied: async () => undefined,
    },
  });
  expect((await post('answers', accepted, bearer))?.status).toBe(409);
  expect((await post('answers/withdrawal', undefined, bearer))?.status).toBe(409);
});

test('nothing is read and nothing done by GET', async () => {
  const { done } = await thePage();
  for (const path of ['codes', 'sessions', 'request', 'answers', 'answers/withdrawal', 'sessions/end'])
    expect((await app?.call('GET', `/p/${path}`, { headers: bearer }))?.status).toBe(404);
  expect(done).toEqual([]);
});
