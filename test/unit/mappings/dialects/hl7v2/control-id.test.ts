import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlIdFrom } from '../../../../../mappings/dialects/hl7v2/control-id.ts';
import '../../../../bounded-properties.ts';

test('a control id has 20 characters that every system keeps as they are, the same for the same message', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      expect(controlIdFrom(uuid)).toMatch(/^[A-Z2-7]{20}$/);
      expect(controlIdFrom(uuid.toUpperCase())).toBe(controlIdFrom(uuid));
    }),
  );
});

test('messages that differ in their first 25 digits have different control ids', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => {
      const start = (uuid: string) => uuid.replaceAll('-', '').slice(0, 25);
      expect(controlIdFrom(one) === controlIdFrom(other)).toBe(start(one) === start(other));
    }),
  );
});
