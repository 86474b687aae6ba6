import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hl7v2 } from '../../../../../mappings/dialects/hl7v2/hl7v2.ts';
import { type Hl7v2Sandbox, startHl7v2Sandbox } from '../../../../../sandbox/partners/hl7v2/hl7v2-sandbox.ts';
import type { Connector } from '../../../../../workers/connectors/connector.ts';
import { mllpConnector } from '../../../../../workers/connectors/mllp.ts';
import { contexts, requests } from '../../../mappings/dialects/hl7v2/travelling.ts';

/** What we write, over our connector, as a hospital understands it that knows nothing of our mappings. */
let hospital: Hl7v2Sandbox;
let connector: Connector;

beforeAll(async () => {
  hospital = await startHl7v2Sandbox({
    id: 'hopital-hl7',
    name: { fr: 'Hôpital', en: 'Hospital' },
    token: 't',
    gatewayToken: 'g',
    gatewayUrl: 'http://127.0.0.1:9',
    gatewayMllpUrl: () => 'mllp://127.0.0.1:9',
    application: 'HIS',
    facility: 'HOPITAL',
    centre: 'verdun',
  });
  connector = mllpConnector({ partner: 'hopital', endpoint: hospital.endpoint, timeoutMs: 10_000 });
});
afterAll(async () => {
  connector.close?.();
  await hospital.stop();
});

const send = (message: Parameters<Connector['send']>[0]) => connector.send(message, new AbortController().signal);

test('every request is on its desk under the number that both know, with what it may know of the child, and is taken back by it', async () => {
  await fc.assert(
    fc.asyncProperty(requests, contexts, async (request, context) => {
      hospital.clear();
      const receipt = await send(hl7v2.writeRequest(request, context).message);
      const original = context.hl7v2?.acknowledgement === 'original';
      expect(receipt.reference).toMatch(original ? /^HL7 AA / : /^HL7 CA /);
      const [task, ...others] = hospital.tasks();
      expect(others).toEqual([]);
      expect(task).toMatchObject({ identifier: { value: request.number.value }, status: 'requested' });
      const birthDate = request.child?.birthDate;
      expect(task?.child?.birthDate).toBe(birthDate);

      // In the original mode it is answered at once: pending. That is heard like any answer.
      expect(receipt.reply !== undefined).toBe(original);
      if (receipt.reply !== undefined) {
        const read = hl7v2.read(receipt.reply, { partner: 'hopital' });
        expect(read.ok && read.value.heard[0]).toMatchObject({
          kind: 'answer',
          number: request.number,
          answer: { what: 'acknowledged' },
        });
      }

      await send(
        hl7v2.writeCancellation(
          { number: request.number, state: 'cancelled', accepted: false },
          { ...context, messageId: '7d1c3f52-0a6e-5a86-9c1d-1b5f8e4a6c33' },
        ).message,
      );
      expect(hospital.tasks()).toMatchObject([{ status: 'cancelled', withdrawn: true }]);
    }),
    { numRuns: 40 },
  );
});
