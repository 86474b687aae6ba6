import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openEvent, SHAPE, sealEvent, shapedDelivery } from '../../../../gateway/lanes/lane-envelope.ts';
import { sealWith } from '../../../../gateway/lanes/sealing.ts';
import { circleEvent } from '../../../builders/concept-events.ts';

const seal = sealWith([{ id: 'k', key: Buffer.alloc(32, 1) }]);
const event = circleEvent();

test('an event opens as it was sealed, and an older release that knows of no shapes reads past it', () => {
  expect(openEvent(seal, sealEvent(seal, event))).toEqual({ ...event, shape: SHAPE });
  expect(seal.open(sealEvent(seal, event))).toMatchObject({ ...event });
});

test('what releases before the first shape sealed opens as it is', () => {
  expect(openEvent(seal, seal.seal(event))).toEqual(event);
});

test('every shape that is known opens, and no shape of a later release does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (shape) => {
      const sealed = seal.seal({ ...event, shape });
      if (shape <= SHAPE) expect(openEvent(seal, sealed)).toMatchObject(event);
      else expect(() => openEvent(seal, sealed)).toThrow(expect.objectContaining({ kind: 'newerRelease' }));
    }),
  );
});

test('a delivery says its shape beside its ids, and nothing else', () => {
  expect(shapedDelivery({ task: 'n-1', partner: 'clsc' })).toEqual({ task: 'n-1', partner: 'clsc', shape: SHAPE });
});
