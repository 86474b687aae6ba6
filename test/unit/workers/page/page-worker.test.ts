import { expect, test } from '@jest/globals';
import { UnrecoverableError } from 'bullmq';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { Acceptance } from '../../../../gateway/lanes/intake.ts';
import type { PageJob } from '../../../../gateway/partner-page/page-queue.ts';
import type { PendingAnswer } from '../../../../gateway/partner-page/pending-answers.ts';
import { applyAnswer } from '../../../../workers/page/apply-answer.ts';
import { pageProcessor } from '../../../../workers/page/page-worker.ts';
import { sendCode } from '../../../../workers/page/send-code.ts';
import { onPage } from '../../../builders/a-page.ts';
import { quietLog } from '../../../builders/quiet-log.ts';

const LINK = { hash: 'h', task: onPage().number, partner: 'maison' };

/** Sends codes for a link that opens what it is given. */
function aCodeSender(opens: ReturnType<typeof onPage> | undefined) {
  const texts: { to: string; text: string }[] = [];
  const issued: string[] = [];
  const send = sendCode({
    links: { open: async () => '', find: async () => LINK, byHash: async () => LINK, revoke: async () => false },
    codes: {
      issue: async (link) => {
        issued.push(link);
        return '042042';
      },
      spend: async () => false,
    },
    access: async () => opens,
    channels: {
      publicUrl: '',
      text: {
        send: async (message) => {
          texts.push(message);
          return 'sent';
        },
      },
    },
  });
  return { run: () => send('h', new AbortController().signal), texts, issued };
}

test('a code goes to the telephone that the registry has, and says nothing else', async () => {
  const { run, texts } = aCodeSender(onPage());
  await run();
  expect(texts).toEqual([
    { to: '514 555-0149', text: '042042 est votre code. Il vaut 10 minutes. Ne le donnez à personne.' },
  ]);
});

test('for a link that opens nothing no code is made', async () => {
  const { run, texts, issued } = aCodeSender(undefined);
  await run();
  expect([texts, issued]).toEqual([[], []]);
});

const ANSWER: PendingAnswer = {
  id: '0b8c2a8e-64a4-4f6b-8b6f-4f5f0f0b9f11',
  dueAt: '2026-03-10T12:15:00.000Z',
  answer: { what: 'accepted', happenedAt: '2026-03-10T12:00:00.000Z', saidBy: 'Rosalie', recordedBy: 'maison' },
};

/** Applies what is pending; `known` is whether the record knows the request. */
function anApplier(pending: PendingAnswer | undefined, known = true) {
  const accepted: Acceptance[] = [];
  const done: string[] = [];
  const apply = applyAnswer({
    pending: {
      hold: async () => true,
      of: async () => pending,
      withdraw: async () => true,
      claim: async (_task, id) => (pending?.id === id ? pending : undefined),
      applied: async (_task, id) => void done.push(id),
    },
    finder: {
      taskFacts: async () =>
        known ? { centre: 'verdun', child: 'enf-1', request: 'ref-1', partner: 'maison' } : undefined,
    },
    intake: {
      accept: async (acceptance) => {
        accepted.push(acceptance);
        return { id: '', centre: '', kind: 'answer', identifier: '', state: 'accepted', acceptedAt: '' };
      },
    },
    now: () => new Date('2026-03-10T12:15:01Z'),
  });
  return { run: () => apply(LINK.task, ANSWER.id), accepted, done };
}

test('when its time is over an answer enters the child’s lane under its own id, as said by the partner', async () => {
  const { run, accepted, done } = anApplier(ANSWER);
  await run();
  expect(accepted).toMatchObject([
    {
      identifier: 'ref-1',
      event: {
        kind: 'answer',
        exchangeId: ANSWER.id,
        centre: 'verdun',
        child: 'enf-1',
        fromPartner: 'maison',
        recordedAt: '2026-03-10T12:15:01.000Z',
        answer: ANSWER.answer,
      },
    },
  ]);
  expect(done).toEqual([ANSWER.id]);
});

test('one that was corrected or taken back is not applied; one whose request is not known yet stays pending', async () => {
  const gone = anApplier(undefined);
  await gone.run();
  expect([gone.accepted, gone.done]).toEqual([[], []]);
  const unknown = anApplier(ANSWER, false);
  await expect(unknown.run()).rejects.toMatchObject({ kind: 'unavailable' });
  expect(unknown.done).toEqual([]);
});

test('what may succeed later is tried again; what will not is given up, and neither tells a link in the log', async () => {
  const run = (error: Error, data: PageJob) =>
    pageProcessor({
      sendCode: async () => Promise.reject(error),
      applyAnswer: async () => Promise.reject(error),
      announce: async () => Promise.reject(error),
      log: quietLog(),
    })({ data });
  const transient = new GatewayError('unavailable', 'later');
  await expect(run(transient, { kind: 'code', link: 'h' })).rejects.toBe(transient);
  await expect(run(new GatewayError('partnerRefused', 'no'), { kind: 'announce', task: 't' })).rejects.toBeInstanceOf(
    UnrecoverableError,
  );
  await expect(run(new Error('?'), { kind: 'answer', task: 't', id: 'i' })).rejects.toBeInstanceOf(UnrecoverableError);
});
