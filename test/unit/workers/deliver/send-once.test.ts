import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deliveryTries } from '../../../../gateway/disclosure/delivery-tries.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { type Sending, sendOnce } from '../../../../workers/deliver/send-once.ts';
import { aPartner } from '../../../builders/a-registry.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const SIGNAL = new AbortController().signal;
const TWICE_IS_TWO = aPartner({
  id: 'hopital',
  dialect: 'hl7v2',
  transport: 'mllp',
  hl7v2: { application: 'A', facility: 'F', deduplicates: false },
});
const timeout = () => new GatewayError('unavailable', 'no answer');
const nobody = () => new GatewayError('unavailable', 'no connection', { arrived: 'no' });
const refusal = () => new GatewayError('partnerRefused', 'AR');

/** A partner's channel that does as it is told, once each time; what is kept there is in `there`. */
function aChannel() {
  const memory = memoryRedis();
  const send = sendOnce(deliveryTries(memory.redis, 60));
  const there: string[] = [];
  const asked: string[] = [];
  const attempt = (
    happens: 'well' | 'kept, no answer' | 'lost, no answer' | 'nobody' | 'refused',
    changes: Partial<Sending> = {},
  ) => {
    const sending: Sending = {
      number: 'n-1',
      what: '1|request',
      partner: aPartner(),
      first: true,
      again: false,
      wasDisclosed: async () => false,
      write: async () => ({
        message: { form: 'hl7v2', text: 'MSH|' },
        lost: [{ severity: 'warning', code: 'not-supported', text: { fr: '', en: '' } }],
      }),
      connector: {
        async send() {
          if (happens === 'nobody') throw nobody();
          if (happens === 'refused') throw refusal();
          if (happens !== 'lost, no answer') there.push(changes.what ?? '1|request');
          if (happens !== 'well') throw timeout();
          return { reference: 'HTTP 200' };
        },
        async hasArrived(number) {
          asked.push(number);
          return there.length > 0;
        },
      },
      ...changes,
    };
    return send(sending, SIGNAL).catch((error: GatewayError) => error.kind);
  };
  return { attempt, there, asked, memory };
}

test('after a send without an answer it asks, and what is there is not sent again; what was lost on the way is its receipt too', async () => {
  const { attempt, there, asked } = aChannel();
  expect(await attempt('kept, no answer')).toBe('unavailable');
  expect(await attempt('well')).toMatchObject({ reference: 'found there', lost: [{}] });
  expect([there, asked]).toEqual([['1|request'], ['n-1']]);
});

test('what is not there is sent again', async () => {
  const { attempt, there, asked } = aChannel();
  await attempt('lost, no answer');
  expect(await attempt('well')).toMatchObject({ reference: 'HTTP 200' });
  expect([there, asked]).toEqual([['1|request'], ['n-1']]);
});

test('nobody is asked after a refusal, or when nobody was reached', async () => {
  const { attempt, asked } = aChannel();
  for (const happens of ['nobody', 'refused', 'well', 'well'] as const) await attempt(happens);
  expect(asked).toEqual([]);
});

test('what stands there may be another version: then it is sent', async () => {
  const { attempt, there } = aChannel();
  await attempt('kept, no answer');
  expect(await attempt('well', { what: '2|request' })).toMatchObject({ reference: 'HTTP 200' });
  expect(await attempt('well', { what: '3|request', first: false })).toMatchObject({ reference: 'HTTP 200' });
  expect(there).toEqual(['1|request', '2|request', '3|request']);
});

test('while whoever is asked does not answer, nothing is sent', async () => {
  const { attempt, there } = aChannel();
  await attempt('lost, no answer');
  const connector: Sending['connector'] = {
    send: async () => ({ reference: String(there.push('sent')) }),
    hasArrived: () => Promise.reject(timeout()),
  };
  expect([await attempt('well', { connector }), there]).toEqual(['unavailable', []]);
});

test('where two would be two requests, it is sent once, and in doubt a person asks, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('well', 'kept, no answer', 'lost, no answer', 'nobody', 'refused'), { maxLength: 8 }),
      async (tries) => {
        const { attempt, there } = aChannel();
        let [doubt, left] = [false, false];
        for (const happens of tries) {
          // What has gone well is never tried again.
          if (left) break;
          const outcome = await attempt(happens, { partner: TWICE_IS_TWO });
          if (doubt) expect(outcome).toBe('inDoubt');
          doubt ||= happens.endsWith('no answer');
          left ||= outcome !== 'inDoubt' && happens === 'well';
          if (happens === 'nobody' && !doubt) expect(outcome).toBe('unavailable');
        }
        expect(there.length).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('a person who has asked may send it again', async () => {
  const { attempt, there } = aChannel();
  expect(await attempt('lost, no answer', { partner: TWICE_IS_TWO })).toBe('inDoubt');
  expect(await attempt('well', { partner: TWICE_IS_TWO })).toBe('inDoubt');
  expect(await attempt('well', { partner: TWICE_IS_TWO, again: true })).toMatchObject({ reference: 'HTTP 200' });
  expect(there).toHaveLength(1);
});

test('after Redis was lost the audit in the record says what may have arrived', async () => {
  const { attempt, there } = aChannel();
  const partner = TWICE_IS_TWO;
  expect(await attempt('well', { partner, wasDisclosed: async () => true })).toBe('inDoubt');
  expect(await attempt('well', { partner })).toMatchObject({ reference: 'HTTP 200' });
  expect(there).toHaveLength(1);
});

test('it is noted before the first byte: whoever dies in between leaves a doubt', async () => {
  const { attempt, memory } = aChannel();
  let noted = '';
  const connector: Sending['connector'] = {
    async send() {
      noted = (await memory.redis.hget('passerelle:task:n-1', 'tried')) ?? '';
      return { reference: 'x' };
    },
  };
  await attempt('well', { connector });
  expect([noted, await memory.redis.hget('passerelle:task:n-1', 'tried')]).toEqual(['1|request', null]);
});
