import { expect, test } from '@jest/globals';
import { decidedAtOf, mustBeFresh } from '../../../../gateway/disclosure/decided-just-now.ts';
import { type Disclosable, disclosures } from '../../../../gateway/disclosure/disclosure.ts';
import { FOREIGN } from '../../../../mappings/domain/systems.ts';
import { aMother, aPatient } from '../../../builders/a-patient.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { anAgreementWith, aRevision, aSafeContact, aServiceRequest } from '../../../builders/a-service-request.ts';
import { aTask, ownedBy } from '../../../builders/a-task.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const RESTRICTED: fhir4.Meta = { security: [{ system: FOREIGN.confidentiality, code: 'R' }] };
const agreedWith = (...partners: readonly string[]) => ({
  extension: [aRevision(5), aSafeContact(), ...partners.map((partner) => anAgreementWith(partner))],
});

type Revision = fhir4.FhirResource & { readonly id: string };
const withId = (resource: fhir4.FhirResource): Revision => ({ ...resource, id: resource.id ?? '' });

/**
 * A reading of a request while something acknowledged, which closes it, is held until the record has it: the record gets it, and the hold goes,
 * just before that step of the reading.
 */
function readWhile(revision: Revision, beforeStep: number, alsoHeld?: string) {
  const record = memoryRecord([
    aTask({ owner: ownedBy('orchestre') }),
    aServiceRequest(agreedWith('orchestre', 'clsc-verdun')),
    aPatient(),
    aMother(),
  ]);
  let step = 0;
  let isHeld = true;
  const next = async (): Promise<void> => {
    if (step === beforeStep) {
      await record.put(revision);
      isHeld = false;
    }
    step += 1;
  };
  const shown = disclosures({
    holds: {
      bearOn: async ({ recipient }) => {
        await next();
        return isHeld || recipient === alsoHeld;
      },
    },
    store: {
      ...record,
      search: async (type, params) => {
        await next();
        return record.search(type, params);
      },
    },
    registry: aRegistry(),
    audit: { disclosure: async () => undefined, mayHaveLeft: async () => false },
    now: () => new Date('2026-03-10T12:00:00Z'),
  });
  return { ...shown, steps: () => step };
}

const STEPS = [0, 1, 2, 3, 4];

test.each([
  ['a request that loses its agreement', withId(aServiceRequest(agreedWith('clsc-verdun')))],
  ['a label on a request', withId({ ...aServiceRequest(agreedWith('orchestre')), meta: RESTRICTED })],
  ['a label on a child’s file', withId({ ...aPatient(), meta: RESTRICTED })],
])(
  'whatever step of a reading %s comes between, from its acknowledgement on nothing is shown without it',
  async (_what, revision) => {
    for (const beforeStep of STEPS) {
      const { read, disclose } = readWhile(revision, beforeStep);
      const disclosable = (await read(NUMBER)) as Disclosable;
      await expect(disclose(disclosable, 'paper')).rejects.toMatchObject({
        kind: expect.stringMatching(/held|noBasis/),
      });
    }
  },
);

test('what has become somebody else’s during a reading is not shown to them while something holds it from them', async () => {
  for (const beforeStep of STEPS.slice(0, -1)) {
    const revision = withId(aTask({ owner: ownedBy('clsc-verdun') }));
    const { read, disclose } = readWhile(revision, beforeStep, 'clsc-verdun');
    await expect(disclose((await read(NUMBER)) as Disclosable, 'fhir-rest')).rejects.toMatchObject({ kind: 'held' });
  }
});

test('the steps above are those of a reading', async () => {
  const { read, steps } = readWhile(withId(aPatient()), 99);
  await read(NUMBER);
  expect(steps()).toBe(STEPS.length - 1);
});

test('who is stopped anywhere in a reading, for longer than a decision counts, sends nothing on it', async () => {
  for (const stopped of STEPS.slice(0, -1)) {
    const record = memoryRecord([
      aTask({ owner: ownedBy('orchestre') }),
      aServiceRequest(agreedWith('orchestre')),
      aPatient(),
      aMother(),
    ]);
    let clock = Date.parse('2026-03-10T12:00:00Z');
    let step = 0;
    const next = (): void => {
      if (step === stopped) clock += 6_000;
      step += 1;
    };
    const { read } = disclosures({
      holds: {
        bearOn: async () => {
          next();
          return false;
        },
      },
      store: {
        ...record,
        search: async (type, params) => {
          next();
          return record.search(type, params);
        },
      },
      registry: aRegistry(),
      audit: { disclosure: async () => undefined, mayHaveLeft: async () => false },
      now: () => new Date(clock),
    });
    const disclosable = (await read(NUMBER)) as Disclosable;
    expect(() => mustBeFresh(NUMBER, decidedAtOf(disclosable), () => new Date(clock))).toThrow(/too long ago/);
  }
});
