import { expect, test } from '@jest/globals';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { LetterReason, Unheard } from '../../../../gateway/set-aside/dead-letter.ts';
import { hearReply } from '../../../../workers/deliver/hear-reply.ts';
import { aPartner } from '../../../builders/a-registry.ts';

async function heard(error?: Error) {
  const [kept, taken]: [(Unheard & LetterReason)[], Unheard[]] = [[], []];
  const hear = hearReply({
    hearing: {
      hear: async () => {
        if (error !== undefined) throw error;
        return { messageId: 'm', exchanges: [], issues: [] };
      },
    },
    letters: {
      keepUnheard: async (unheard, reason) => void kept.push({ ...unheard, ...reason }),
      heard: async (unheard) => void taken.push(unheard),
    },
    now: () => new Date('2026-03-10T12:00:00Z'),
  });
  const thrown = await hear(
    { number: 'n-1', centre: { id: 'verdun' }, partner: aPartner() },
    { form: 'hl7v2', text: 'MSH|' },
  ).catch((it: unknown) => it);
  return { thrown, kept, taken };
}

test('an answer that cannot be read does not make the delivery fail: it is shown to a person', async () => {
  const { thrown, kept } = await heard(new GatewayError('invalidInput', 'x'));
  expect(thrown).toBeUndefined();
  expect(kept).toMatchObject([{ partner: 'clsc-verdun', where: 'n-1', centre: 'verdun', failure: 'invalidInput' }]);
});

test('one that cannot be taken now is tried again, and an error of ours is no answer', async () => {
  for (const error of [new GatewayError('unavailable', 'redis is away'), new TypeError('a bug')]) {
    expect(await heard(error)).toEqual({ thrown: error, kept: [], taken: [] });
  }
});

test('one that is heard takes off what was kept of the same delivery', async () => {
  expect(await heard()).toMatchObject({ thrown: undefined, kept: [], taken: [{ where: 'n-1' }] });
});
