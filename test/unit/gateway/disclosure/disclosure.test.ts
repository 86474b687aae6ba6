import { expect, test } from '@jest/globals';
import type { Disclosure } from '../../../../gateway/audit/disclosure-event.ts';
import { type Disclosable, disclosures } from '../../../../gateway/disclosure/disclosure.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { type Registry, registryFrom } from '../../../../gateway/registry.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { CANONICAL } from '../../../../profiles/canonical.ts';
import { aMother, aPatient } from '../../../builders/a-patient.ts';
import { ASSESSED, aCentre, aPartner, aRegistry } from '../../../builders/a-registry.ts';
import {
  anAgreementWith,
  aRevision,
  aSafeContact,
  aServiceRequest,
  ofKind,
} from '../../../builders/a-service-request.ts';
import { aReceipt, aTask, ownedBy } from '../../../builders/a-task.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const agreed = (partner: string, at?: string) => ({
  extension: [aRevision(4), aSafeContact(), anAgreementWith(partner, at)],
});

interface Standing {
  readonly task?: Partial<fhir4.Task>;
  readonly request?: Partial<fhir4.ServiceRequest>;
  readonly audit?: (disclosure: Disclosure) => Promise<void>;
  /** What else stands in the child’s file; it takes the place of her mother’s entry where it is about her. */
  readonly file?: readonly fhir4.FhirResource[];
  readonly held?: boolean;
  readonly registry?: Registry;
}
/** A request at a recipient in the record, and everything that was audited. */
function onRecord({ task, request, audit, file = [], held = false, registry = aRegistry() }: Standing = {}) {
  const audited: Disclosure[] = [];
  let clock = Date.parse('2026-03-10T12:00:00Z');
  const shown = disclosures({
    holds: { bearOn: async () => held },
    store: memoryRecord([
      aTask(task),
      aServiceRequest({ ...agreed('clsc-verdun'), ...request }),
      aPatient(),
      aMother(),
      ...file,
    ]),
    registry,
    audit: {
      disclosure: audit ?? (async (disclosure) => void audited.push(disclosure)),
      mayHaveLeft: async () => false,
    },
    now: () => {
      clock += 1_000;
      return new Date(clock);
    },
  });
  return { ...shown, audited };
}
const to = (partner: string, status: fhir4.Task['status'], extension: fhir4.Extension[] = []): Standing => ({
  task: { owner: ownedBy(partner), status, extension },
  request: { ...agreed(partner), ...(partner === 'avocate' ? ofKind('legal-referral') : {}) },
});
async function seenBy(standing: Standing) {
  const { read, disclose, audited } = onRecord(standing);
  const disclosable = await read(NUMBER);
  if (disclosable === undefined) throw new Error('nothing to disclose');
  return { seen: await disclose(disclosable, 'fhir-rest'), stage: disclosable.stage, audited };
}

test('a number that the record does not know stands for nothing', async () => {
  expect(await onRecord().read('00000000-0000-5000-8000-000000000009')).toBeUndefined();
});

test('a number stands for the request, its child, its version, its centre and its partner', async () => {
  expect(await onRecord().read(NUMBER)).toMatchObject({
    number: NUMBER,
    requestId: 'ref-1',
    childId: 'enf-1',
    version: 4,
    stage: 'request',
    centre: { id: 'verdun' },
    partner: { id: 'clsc-verdun' },
  });
});

test('a partner that the registry does not have is an error of ours that names ids only', async () => {
  const error = await onRecord({ task: { owner: ownedBy('inconnu') } })
    .read(NUMBER)
    .catch((it: unknown) => it);
  expect(error).toMatchObject({ kind: 'internal' });
  expect(String(error)).not.toMatch(/Mai|Nguyễn/);
});

test.each([
  ['to another recipient', agreed('hopital')],
  ['to come', agreed('clsc-verdun', '2026-03-11')],
  ['that is gone', { extension: [aRevision(4), aSafeContact()] }],
])('with an agreement %s nothing is shown, and nothing audited', async (_what, request) => {
  const { read, disclose, audited } = onRecord({ request });
  const disclosable = await read(NUMBER);
  await expect(disclose(disclosable as never, 'fhir-rest')).rejects.toMatchObject({
    kind: 'noBasis',
    issues: [{ expression: 'agreements' }],
  });
  expect(audited).toEqual([]);
});

const CONSENT: fhir4.Consent = {
  resourceType: 'Consent',
  id: 'c-1',
  status: 'inactive',
  scope: {},
  category: [],
  patient: { reference: 'Patient/child-1' },
  dateTime: '2026-02-01',
  performer: [{ identifier: { system: IDENTIFIERS.member('verdun'), value: 'enf-1:maman' } }],
  policy: [{ uri: `${CANONICAL}/policy/qc-private` }],
  extension: [{ url: EXTENSIONS.withdrawal, extension: [{ url: 'at', valueDateTime: '2026-03-09T10:00:00-04:00' }] }],
  provision: {
    type: 'permit',
    actor: [{ role: {}, reference: { identifier: { system: IDENTIFIERS.partner, value: 'clsc-verdun' } } }],
    purpose: [{ system: FOREIGN.actReason, code: 'TREAT' }],
    class: [{ system: CODE_SYSTEMS.informationKind, code: 'request' }],
  },
};
const NO_LONGER_IN_ROLE = aMother({ period: { end: '2026-03-05' } });

test.each([
  ['a consent withdrawn since the agreement', [CONSENT], 'withdrawn'],
  ['a refusal', [{ ...CONSENT, status: 'rejected', extension: [] } satisfies fhir4.Consent], 'disagreement'],
  ['a legal role that has ended since', [NO_LONGER_IN_ROLE], 'role-ended'],
  ['no legal role in the circle', [aMother({ relationship: [] })], 'no-role'],
] as const)(
  'with %s in the file nothing is shown, and the answer says why and on which article',
  async (_what, file, why) => {
    const { read, disclose, missing, audited } = onRecord({ file });
    const disclosable = (await read(NUMBER)) as Disclosable;
    await expect(disclose(disclosable, 'fhir-rest')).rejects.toMatchObject({ kind: 'noBasis' });
    await expect(disclose(disclosable, 'fhir-rest')).rejects.toThrow(new RegExp(`^${why}: `));
    expect(missing(disclosable)).toMatchObject([
      { severity: 'warning', text: { fr: expect.stringMatching(/\[.+\]$/) } },
    ]);
    expect(audited).toEqual([]);
  },
);

test('what is taken back is told whatever was withdrawn', async () => {
  const { read, mustHaveBasis } = onRecord({ task: { status: 'cancelled' }, file: [CONSENT] });
  expect(mustHaveBasis((await read(NUMBER)) as Disclosable, 'fhir-rest')).toBe('cancellation (bare-cancellation)');
});

/** The CLSC is across the river; the centre has assessed it, or nobody has. */
const acrossTheRiver = (assessed: boolean): Registry =>
  registryFrom({
    centres: [aCentre(assessed ? { otherProvinces: ASSESSED('clsc-verdun') } : {})],
    partners: [aPartner({ province: 'ON' })],
  });

test('to a partner of another province nothing is shown, whatever was agreed; the answer says why and on which article', async () => {
  const { read, disclose, mustHaveBasis, missing, audited } = onRecord({ registry: acrossTheRiver(false) });
  const disclosable = (await read(NUMBER)) as Disclosable;
  for (const channel of ['fhir-rest', 'fhir-poll', 'mllp', 'paper', 'web-page']) {
    await expect(disclose(disclosable, channel)).rejects.toThrow(/^other-province: /);
    expect(() => mustHaveBasis(disclosable, channel)).toThrow(/^other-province: /);
  }
  expect(missing(disclosable)).toMatchObject([
    {
      severity: 'warning',
      expression: 'recipient',
      text: { fr: expect.stringMatching(/otherProvinces.*\[P-39\.1, art\. 17/), en: expect.stringMatching(/s\. 17/) },
    },
  ]);
  expect(audited).toEqual([]);
});

test('once the centre names it as assessed it is shown; taken off again, only the bare cancellation leaves', async () => {
  const opened = onRecord({ registry: acrossTheRiver(true) });
  const disclosable = (await opened.read(NUMBER)) as Disclosable;
  expect(opened.missing(disclosable)).toEqual([]);
  await opened.disclose(disclosable, 'fhir-rest');
  expect(opened.audited).toHaveLength(1);

  const taken = onRecord({ registry: acrossTheRiver(false), task: { status: 'cancelled' } });
  expect(taken.mustHaveBasis((await taken.read(NUMBER)) as Disclosable, 'fhir-rest')).toMatch(/^cancellation/);
});

test('what is held is not shown and not audited; what is taken back passes the hold', async () => {
  const { read, disclose, audited } = onRecord({ held: true });
  await expect(disclose((await read(NUMBER)) as Disclosable, 'fhir-rest')).rejects.toMatchObject({ kind: 'held' });
  expect(audited).toEqual([]);
  const taken = onRecord({ held: true, task: { status: 'cancelled' } });
  expect(taken.mustHaveBasis((await taken.read(NUMBER)) as Disclosable, 'fhir-rest')).toMatch(/^cancellation/);
});

test('a hold is looked for before anything that is decided on is read', async () => {
  const steps: string[] = [];
  const record = memoryRecord([aTask(), aServiceRequest(agreed('clsc-verdun')), aPatient(), aMother()]);
  const { read } = disclosures({
    holds: {
      bearOn: async (about) => {
        steps.push(`held ${about.centre} ${about.child} ${about.recipient}`);
        return false;
      },
    },
    store: {
      ...record,
      search: async (type, params) => {
        steps.push(type);
        return record.search(type, params);
      },
    },
    registry: aRegistry(),
    audit: { disclosure: async () => undefined, mayHaveLeft: async () => false },
    now: () => new Date(),
  });
  await read(NUMBER);
  // The first reading of the Task only says whose hold to look for.
  expect(steps).toEqual(['Task', 'held verdun enf-1 clsc-verdun', 'Task', 'Patient']);
});

test('when the audit cannot be written nothing is shown', async () => {
  const audit = async () => {
    throw new GatewayError('unavailable', 'x');
  };
  const { read, disclose } = onRecord({ audit });
  const disclosable = await read(NUMBER);
  await expect(disclose(disclosable as never, 'fhir-rest')).rejects.toMatchObject({ kind: 'unavailable' });
});

test('the audit says who gave what to whom, through which lens, on which basis, by ids', async () => {
  const { audited } = await seenBy({});
  expect(audited).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      centre: 'verdun',
      recipient: 'clsc-verdun',
      child: 'enf-1',
      request: 'Task/task-1',
      kind: 'service-referral',
      channel: 'fhir-rest',
      restricted: false,
      lens: 'public-network',
      basis: 'agreement 2026-03-01 (others-consent)',
      at: '2026-03-10T12:00:02.000Z',
    },
  ]);
});

test('a message sent again is one disclosure, a page printed again is another', async () => {
  const { read, disclose, audited } = onRecord();
  const disclosable = await read(NUMBER);
  for (const channel of ['fhir-rest', 'fhir-rest', 'paper', 'paper']) await disclose(disclosable as never, channel);
  const ids = audited.map(({ id }) => id);
  expect(ids[0]).toBe(ids[1]);
  expect(new Set(ids).size).toBe(3);
});

test.each([
  ['clsc-verdun', 'requested', 'request', 'public-network'],
  ['clsc-verdun', 'accepted', 'request', 'public-network'],
  ['orchestre', 'accepted', 'request', 'community'],
  ['avocate', 'requested', 'request', 'lawyer-conflict-check'],
  ['avocate', 'received', 'request', 'lawyer-conflict-check'],
  ['avocate', 'on-hold', 'request', 'lawyer-conflict-check'],
  ['avocate', 'accepted', 'facts', 'lawyer-accepted'],
  ['avocate', 'in-progress', 'facts', 'lawyer-accepted'],
] as const)('%s, whose Task is %s, sees the %s through %s', async (partner, status, stage, lens) => {
  const { stage: at, audited } = await seenBy(to(partner, status));
  expect([at, audited[0]?.lens]).toEqual([stage, lens]);
});

test('a lawyer who has the facts and waits for something keeps them', async () => {
  const { stage, seen } = await seenBy(to('avocate', 'on-hold', [aReceipt({ stage: 'facts' })]));
  expect(stage).toBe('facts');
  expect(seen.child).toBeDefined();
});

test.each(['rejected', 'failed'] as const)('a lawyer whose Task is %s sees no facts', async (status) => {
  const { seen } = await seenBy(to('avocate', status, [aReceipt({ stage: 'facts' })]));
  expect(seen.child).toBeUndefined();
});

test.each(['cancelled', 'entered-in-error'] as const)(
  'a %s Task is at the stage of its cancellation',
  async (status) => {
    expect((await onRecord(to('avocate', status)).read(NUMBER))?.stage).toBe('cancellation');
  },
);

test('a legal request agreed to for a recipient who is no lawyer shows nothing, says so, and leaves no trace of having been shown', async () => {
  const { read, disclose, missing, audited } = onRecord({
    request: { ...agreed('clsc-verdun'), ...ofKind('legal-referral') },
  });
  const disclosable = await read(NUMBER);
  if (disclosable === undefined) throw new Error('nothing to disclose');
  await expect(disclose(disclosable, 'fhir-rest')).rejects.toMatchObject({
    kind: 'noBasis',
    issues: [{ severity: 'error', expression: 'recipient' }],
  });
  expect(missing(disclosable)).toMatchObject([{ severity: 'warning', expression: 'recipient' }]);
  expect(audited).toEqual([]);
});
