import { expect, test } from '@jest/globals';
import { registryFrom } from '../../../../gateway/registry.ts';
import type { DeliverySeen } from '../../../../sandbox/families/gateway-client.ts';
import { playStep, type Scene } from '../../../../sandbox/families/play-step.ts';
import type { Act, Step, Story } from '../../../../sandbox/families/story.ts';
import type { PartnerSandbox } from '../../../../sandbox/partners/partner-sandbox.ts';

const registry = registryFrom({
  centres: [
    {
      id: 'centre',
      name: { fr: 'C', en: 'C' },
      telephone: '514 555-0100',
      timeZone: 'America/Toronto',
      regime: 'qc-private',
    },
  ],
  partners: [
    {
      id: 'clsc-a',
      name: { fr: 'A', en: 'A' },
      kind: 'clsc',
      province: 'QC',
      lens: 'public-network',
      dialect: 'paper',
      transport: 'paper',
      language: 'fr',
      proposes: ['clsc-b'],
    },
    {
      id: 'clsc-b',
      name: { fr: 'B', en: 'B' },
      kind: 'clsc',
      province: 'QC',
      lens: 'public-network',
      dialect: 'paper',
      transport: 'paper',
      language: 'fr',
    },
  ],
});

const message = (text: string, repeated = false) => ({ repeated, bundle: { entry: [{ text, number: 't1' }] } });

interface Setting {
  readonly deliveries?: readonly DeliverySeen[];
  readonly page?: { readonly type: string; readonly bytes: Buffer };
  readonly result?: string;
  readonly received?: readonly object[];
}

function sceneOf({ deliveries = [], page, result = 'taken', received = [] }: Setting): Scene {
  const partner = {
    answer: async () => ({ result, attempts: [{ result, status: 200 }] }),
    log: () => ({ received, answers: [], turnedAway: [] }),
  } as unknown as PartnerSandbox;
  return {
    story: { centre: 'centre' } as Story,
    gateway: {
      get: async () => ({ status: 200, json: undefined, type: 'text/html', bytes: Buffer.from('no'), ...page }),
      record: async () => ({ exchange: 'e1', status: 201 }),
      deliveries: async () => deliveries,
    },
    partners: new Map([
      ['clsc-a', partner],
      ['clsc-b', partner],
    ]),
    registry,
    pages: 'nowhere',
    withinMs: 20,
    signal: new AbortController().signal,
    requests: new Map([['r1', { exchange: 'e1', recipient: 'clsc-a' }]]),
  };
}

const step = (act: Act): Step => ({ happenedAt: '2026-02-02T10:00:00-05:00', says: { fr: 'fr', en: 'en' }, ...act });
const at = (standing: string): readonly DeliverySeen[] => [{ recipient: 'clsc-a', task: 't1', standing }];
const told = { act: 'note-answer', request: 'r1', stands: 'accepted' } as const;
const body = { what: 'accepted', saidBy: 'A', recordedBy: 'B' } as const;

test('an answer that was written down is told with where the request then stands', async () => {
  const played = await playStep(step({ ...told, body }), sceneOf({ deliveries: at('accepted') }));
  expect(played).toEqual({ call: 'POST /v1/referrals/…/answers 201', stands: 'accepted' });
});

test('a request that does not come to stand where the story says stops the story', async () => {
  await expect(playStep(step({ ...told, body }), sceneOf({ deliveries: at('sent') }))).rejects.toMatchObject({
    text: { en: 'The request r1 should stand at "accepted", it stands at "sent".' },
  });
});

test('where another recipient stands does not count', async () => {
  const deliveries = [{ recipient: 'clsc-b', task: 't2', standing: 'accepted' }];
  await expect(playStep(step({ ...told, body }), sceneOf({ deliveries }))).rejects.toMatchObject({
    name: 'StoryProblem',
  });
});

test('an answer that the gateway did not take stops the story', async () => {
  const answers = step({ act: 'partner-answers', request: 'r1', answer: { act: 'accept' }, stands: 'accepted' });
  await expect(playStep(answers, sceneOf({ deliveries: at('accepted'), result: 'refused' }))).rejects.toMatchObject({
    text: { en: 'The gateway did not take the partner’s answer "accept" (refused 200).' },
  });
});

test('a page that is not a PDF stops the story', async () => {
  await expect(playStep(step({ act: 'print', request: 'r1' }), sceneOf({}))).rejects.toMatchObject({
    name: 'StoryProblem',
  });
});

const compare = step({ act: 'compare-messages', request: 'r1', words: ['secret "one"', 'wish'] });

test('facts that came with the second message and not with the first are well', async () => {
  const received = [message('nothing'), message('nothing', true), message('secret "one" and wish')];
  const { seen } = await playStep(compare, sceneOf({ deliveries: at('accepted'), received }));
  expect(seen?.en).toBe('message 1: 0 of 2 facts; message 2: 2 of 2');
});

test.each([
  ['came with the first message too', [message('wish'), message('secret "one" and wish')]],
  ['came with the only message', [message('secret "one" and wish')]],
  ['did not all come', [message('nothing'), message('wish')]],
])('facts that %s stop the story', async (_what, received) => {
  await expect(playStep(compare, sceneOf({ deliveries: at('accepted'), received }))).rejects.toMatchObject({
    text: { en: 'The facts should travel after acceptance, and not before.' },
  });
});

const look = (proposed: string) => step({ act: 'look-at-proposal', request: 'r1', proposed });

test('whom the registry proposes is shown to a person, as long as nothing has left for them', async () => {
  const { seen } = await playStep(look('clsc-b'), sceneOf({ deliveries: at('declined') }));
  expect(seen?.en).toBe('proposed, nothing has left: B');
});

test.each([
  ['whom the registry does not propose', 'clsc-a', { deliveries: at('declined') }],
  ['who was asked already', 'clsc-b', { deliveries: [{ recipient: 'clsc-b', task: 't2', standing: 'sent' }] }],
  ['who has received something already', 'clsc-b', { deliveries: at('declined'), received: [message('x')] }],
])('someone %s stops the story', async (_what, proposed, setting) => {
  await expect(playStep(look(proposed), sceneOf(setting))).rejects.toMatchObject({ name: 'StoryProblem' });
});
