import { expect, test } from '@jest/globals';
import type { Disclosure } from '../../../../gateway/audit/disclosure-event.ts';
import type { DeliveryStatus } from '../../../../gateway/disclosure/deliveries.ts';
import { deliveryTries } from '../../../../gateway/disclosure/delivery-tries.ts';
import { disclosures } from '../../../../gateway/disclosure/disclosure.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { type Registry, registryFrom } from '../../../../gateway/registry.ts';
import type { DispatchEvent } from '../../../../mappings/domain/lane-events.ts';
import { lastWordExtension } from '../../../../mappings/domain/last-word.ts';
import { EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import type { Connector } from '../../../../workers/connectors/connector.ts';
import { type DeliverByPage, deliverByPage } from '../../../../workers/deliver/deliver-by-page.ts';
import { deliverRequest } from '../../../../workers/deliver/deliver-request.ts';
import { sendOnce } from '../../../../workers/deliver/send-once.ts';
import { aMother, aPatient } from '../../../builders/a-patient.ts';
import { aCentre, aPagePartner, aRegistry } from '../../../builders/a-registry.ts';
import {
  anAgreementWith,
  aRevision,
  aSafeContact,
  aServiceRequest,
  ofKind,
} from '../../../builders/a-service-request.ts';
import { aReceipt, aTask, ownedBy, saying } from '../../../builders/a-task.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';
import { quietLog } from '../../../builders/quiet-log.ts';
import { expectValidTransaction } from '../../../builders/valid-transaction.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';

interface Standing {
  readonly status?: fhir4.Task['status'];
  readonly receipt?: fhir4.Extension;
  /** What its owner said last. */
  readonly said?: string;
  readonly businessStatus?: fhir4.CodeableConcept;
  readonly version?: number;
  readonly partner?: string;
  readonly agreedTo?: string;
  readonly send?: Connector['send'];
  readonly audit?: () => Promise<void>;
  /** What Redis says of the last try. */
  readonly noted?: DeliveryStatus;
  /** A send went out without an answer. */
  readonly mayHaveArrived?: boolean;
  /** Whether the secure page may be used for it. */
  readonly byPage?: boolean;
  readonly deliverByPage?: DeliverByPage;
  /** How long the sender is paused after it has decided. */
  readonly pauseMs?: number;
  readonly pausedAfter?: 'audit' | 'try';
  readonly letters?: readonly fhir4.DocumentReference[];
  /** Those that go along. */
  readonly along?: readonly fhir4.Extension[];
  readonly registry?: Registry;
  /** How its request differs. */
  readonly request?: Partial<fhir4.ServiceRequest>;
}

/** Accepted work that its owner was asked to stop. */
const STOP_ASKED = { status: 'accepted', businessStatus: saying('cancel-requested') } as const;

/** A request at a partner, and everything that happened in its order. */
function aDelivery({
  status = 'requested',
  receipt,
  said,
  businessStatus,
  version = 1,
  partner = 'clsc-verdun',
  agreedTo = partner,
  send,
  audit,
  noted,
  mayHaveArrived = false,
  byPage = true,
  deliverByPage: byPageOf,
  pauseMs = 0,
  pausedAfter = 'audit',
  letters = [],
  along = [],
  registry = aRegistry(),
  request = {},
}: Standing = {}) {
  const disclosed: Disclosure[] = [];
  const order: string[] = [];
  const sent: fhir4.Bundle<fhir4.FhirResource>[] = [];
  const notes: DeliveryStatus[] = [];
  const receipts: DispatchEvent[] = [];
  const record = memoryRecord([
    aTask({
      status,
      owner: ownedBy(partner),
      ...(businessStatus !== undefined && { businessStatus }),
      extension: [
        ...along,
        ...(receipt === undefined ? [] : [receipt]),
        ...(said === undefined
          ? []
          : [lastWordExtension({ what: said, at: '2026-03-05', how: 'system', accepted: true, begun: false })]),
      ],
    }),
    aServiceRequest({
      ...(registry.partner(partner)?.lens === 'lawyer' ? ofKind('legal-referral') : {}),
      extension: [aRevision(version), aSafeContact(), anAgreementWith(agreedTo)],
      ...request,
    }),
    aPatient(),
    aMother(),
    ...letters,
  ]);
  let clock = Date.parse('2026-03-10T12:00:00Z');
  const now = () => new Date(clock);
  const tries = deliveryTries(memoryRedis().redis, 60);
  const deliver = deliverRequest({
    disclosures: disclosures({
      holds: { bearOn: async () => false },
      store: record,
      registry,
      audit: {
        mayHaveLeft: async () => false,
        disclosure:
          audit ??
          (async (one) => {
            order.push('audit');
            disclosed.push(one);
          }),
      },
      now,
    }),
    statuses: {
      note: async (_task, note) => {
        order.push(note.state);
        notes.push(note);
      },
      of: async () => noted,
    },
    connector: (id) =>
      registry.partner(id)?.dialect === 'paper'
        ? undefined
        : {
            send: async (message, signal) => {
              order.push('send');
              if (message.form === 'fhir') sent.push(message.bundle);
              return send?.(message, signal) ?? { reference: 'HTTP 200' };
            },
          },
    sendOnce: sendOnce({
      ...tries,
      begin: async (attempt) => {
        if (pausedAfter === 'try') clock += pauseMs;
        await tries.begin(attempt);
      },
    }),
    byPage:
      byPageOf ??
      (async () => {
        order.push('page');
        return byPage;
      }),
    hear: async (_answered, reply) => void order.push(`hear ${reply.form}`),
    prepareTask: async () => {
      order.push('remember');
      if (pausedAfter === 'audit') clock += pauseMs;
    },
    mayHaveArrived: async () => mayHaveArrived,
    receipt: async (event) => {
      order.push('receipt');
      receipts.push(event);
    },
    now,
    log: quietLog(),
  });
  const run = (job: { readonly again?: true } = {}) =>
    deliver({ task: NUMBER, partner, ...job }, new AbortController().signal);
  return { run, record, order, sent, notes, receipts, disclosed };
}

test('the number is remembered and the disclosure audited before anything is sent, the receipt handed on after', async () => {
  const { run, order, sent, receipts } = aDelivery();
  await run();
  expect(order).toEqual(['audit', 'remember', 'send', 'sent', 'receipt']);
  expectValidTransaction(sent[0] as fhir4.Bundle<fhir4.FhirResource>);
  expect(receipts).toMatchObject([
    {
      kind: 'dispatch',
      centre: 'verdun',
      child: 'enf-1',
      request: 'ref-1',
      recipient: 'clsc-verdun',
      version: 1,
      stage: 'request',
      reference: 'HTTP 200',
      dispatch: { how: 'system', happenedAt: '2026-03-10T12:00:00.000Z' },
    },
  ]);
});

test('without a basis nothing leaves, and it is final', async () => {
  const { run, sent, receipts } = aDelivery({ agreedTo: 'hopital' });
  await expect(run()).rejects.toMatchObject({ kind: 'noBasis' });
  expect([sent, receipts]).toEqual([[], []]);
});

test('when the audit fails nothing is sent', async () => {
  const audit = async () => {
    throw new GatewayError('unavailable', 'x');
  };
  const { run, sent } = aDelivery({ audit });
  await expect(run()).rejects.toMatchObject({ kind: 'unavailable' });
  expect(sent).toEqual([]);
});

test.each([
  ['the version that the partner has', { receipt: aReceipt({ version: 1 }) }],
  ['a cancellation that was told', { status: 'cancelled', receipt: aReceipt({ stage: 'cancellation' }) }],
  ['a request cancelled before it left', { status: 'cancelled' }],
  ['a request entered in error before it left', { status: 'entered-in-error' }],
  ['a request to stop that was told', { ...STOP_ASKED, receipt: aReceipt({ stage: 'stop' }) }],
  [
    'what its owner stopped, as it was asked to',
    { status: 'cancelled', said: 'cancelled', receipt: aReceipt({ stage: 'stop' }) },
  ],
  ['a draft', { status: 'draft' }],
  ['a declined request', { status: 'rejected', receipt: aReceipt(), version: 2 }],
  ['a completed request', { status: 'completed', receipt: aReceipt(), version: 2 }],
  ['a failed request', { status: 'failed', receipt: aReceipt(), version: 2 }],
] as const)('%s is not sent', async (_what, standing) => {
  const { run, order } = aDelivery(standing);
  await run();
  expect(order).toEqual([]);
});

test.each([
  ['a new version', { version: 2, receipt: aReceipt({ version: 1 }) }, 'request', 2],
  ['a cancellation', { status: 'cancelled', receipt: aReceipt() }, 'cancellation', 1],
  ['a cancellation after a send that had no answer', { status: 'cancelled', mayHaveArrived: true }, 'cancellation', 1],
  ['an error', { status: 'entered-in-error', receipt: aReceipt() }, 'error', 1],
  [
    'an error after its cancellation',
    { status: 'entered-in-error', receipt: aReceipt({ stage: 'cancellation' }) },
    'error',
    1,
  ],
  ['the request to stop accepted work', { ...STOP_ASKED, receipt: aReceipt() }, 'stop', 1],
  [
    'a cancellation after the request to stop',
    { status: 'cancelled', receipt: aReceipt({ stage: 'stop' }) },
    'cancellation',
    1,
  ],
  ['the facts, once a lawyer accepted', { status: 'accepted', partner: 'avocate', receipt: aReceipt() }, 'facts', 1],
] as const)('%s is sent to whoever has the request', async (_what, standing, stage, version) => {
  const { run, sent, receipts } = aDelivery(standing);
  await run();
  expect(sent).toHaveLength(1);
  expect(receipts).toMatchObject([{ stage, version }]);
});

test('the cancellation needs no basis and holds nothing but the number', async () => {
  const { run, sent, order } = aDelivery({ status: 'cancelled', receipt: aReceipt(), agreedTo: 'hopital' });
  await run();
  expect(order).toEqual(['send', 'sent', 'receipt']);
  expect(JSON.stringify(sent)).not.toMatch(/Mai|Nguyễn|Peu de mots|ServiceRequest|Patient|Petits Renards/);
});

test('accepted work is asked to stop by a Task of its own, without a basis and with nothing but the number', async () => {
  const { run, sent, order } = aDelivery({ ...STOP_ASKED, receipt: aReceipt(), agreedTo: 'hopital' });
  await run();
  expect(order).toEqual(['send', 'sent', 'receipt']);
  expect(JSON.stringify(sent)).toContain('"code":"abort"');
  expect(JSON.stringify(sent)).toContain(NUMBER);
  expect(JSON.stringify(sent)).not.toMatch(/Mai|Nguyễn|Peu de mots|ServiceRequest|Patient|Petits Renards/);
});

test('the same delivery twice is the same message and the same receipt; another version is another', async () => {
  const bytesOf = async (standing: Standing) => {
    const { run, sent, receipts } = aDelivery(standing);
    await run();
    return [JSON.stringify(sent), receipts[0]?.exchangeId];
  };
  const first = await bytesOf({});
  expect(await bytesOf({})).toEqual(first);
  const [second, receipt] = await bytesOf({ version: 2, receipt: aReceipt() });
  expect(second).not.toBe(first[0]);
  expect(receipt).not.toBe(first[1]);
});

test.each([
  ['requested', undefined, 'to-print'],
  ['cancelled', aReceipt({ how: 'fax' }), 'to-tell'],
] as const)(
  'on paper, what is %s is left for a person, and no disclosure is audited yet',
  async (status, receipt, state) => {
    const { run, order, notes } = aDelivery({ partner: 'sippe', status, ...(receipt !== undefined && { receipt }) });
    await run();
    expect(order).toEqual([state]);
    expect(notes).toEqual([{ state, version: 1, at: '2026-03-10T12:00:00.000Z' }]);
  },
);

test('nobody is asked to print what may not be shown, nor waits for who collects it: it is told as what has no basis', async () => {
  for (const partner of ['sippe', 'maison']) {
    const { run, notes } = aDelivery({ partner, agreedTo: 'somebody-else', byPage: false });
    await expect(run()).rejects.toMatchObject({ kind: 'noBasis' });
    expect(notes).toEqual([]);
  }
});

test.each([
  ['public-network', 'service-referral', 'restricted', 'printed'],
  ['lawyer', 'legal-referral', 'not restricted', 'printed'],
  ['community', 'social-prescription', 'restricted', 'not printed'],
  ['lawyer', 'social-prescription', 'not restricted', 'not printed'],
] as const)(
  'where the page is off, what paper may show is printed, whatever the page may show: for %s, a %s that is %s is %s',
  async (lens, kind, label, printed) => {
    const partner = aPagePartner({ lens });
    const { run, notes } = aDelivery({
      partner: partner.id,
      registry: registryFrom({ centres: [aCentre()], partners: [partner] }),
      byPage: false,
      request: {
        ...ofKind(kind),
        ...(label === 'restricted' && { meta: { security: [{ system: FOREIGN.confidentiality, code: 'R' }] } }),
      },
    });
    if (printed === 'printed') await run();
    else await expect(run()).rejects.toMatchObject({ kind: 'noBasis' });
    expect(notes.map(({ state }) => state)).toEqual(printed === 'printed' ? ['to-print'] : []);
  },
);

test('a withdrawal that a person has told is not to be told again', async () => {
  const { run, order } = aDelivery({
    partner: 'sippe',
    status: 'cancelled',
    receipt: aReceipt({ stage: 'cancellation', how: 'telephone' }),
  });
  await run();
  expect(order).toEqual([]);
});

test('a partner that fails leaves no receipt', async () => {
  const { run, order } = aDelivery({
    send: async () => {
      throw new GatewayError('unavailable', 'no answer');
    },
  });
  await expect(run()).rejects.toMatchObject({ kind: 'unavailable' });
  expect(order).toEqual(['audit', 'remember', 'send']);
});

test('what is not in the record yet is tried again', async () => {
  const { run } = aDelivery();
  const nowhere = deliverRequest({
    disclosures: { read: async () => undefined, disclose: async () => ({}) as never },
  } as never);
  await run();
  await expect(nowhere({ task: NUMBER, partner: 'clsc-verdun' }, new AbortController().signal)).rejects.toMatchObject({
    kind: 'unavailable',
  });
});

test('a worker that stops hands its signal to the channel', async () => {
  let given: AbortSignal | undefined;
  const { run } = aDelivery({
    send: async (_message, signal) => {
      given = signal;
      return { reference: 'x' };
    },
  });
  await run();
  expect(given).toBeInstanceOf(AbortSignal);
});

test('a partner that reads the secure page is told through it, and by no other channel', async () => {
  const { run, order, sent } = aDelivery({ partner: 'maison' });
  await run();
  expect([order, sent]).toEqual([['page'], []]);
});

test('where the page is off for a request, a person prints it; a withdrawn one that may have been read, a person tells', async () => {
  const asked = aDelivery({ partner: 'maison', byPage: false });
  await asked.run();
  expect(asked.notes.map(({ state }) => state)).toEqual(['to-print']);
  const withdrawn = aDelivery({ partner: 'maison', byPage: false, status: 'cancelled', mayHaveArrived: true });
  await withdrawn.run();
  expect(withdrawn.notes.map(({ state }) => state)).toEqual(['to-tell']);
});

const LEFT = { stage: 'request', reference: 'HTTP 201', notCarried: ['ServiceRequest.note'] };

test('what left and whose sender died before the receipt is not sent again: only the receipt is written', async () => {
  const { run, order, receipts } = aDelivery({
    noted: { state: 'sent', version: 1, at: '2026-03-10T11:59:00.000Z', left: LEFT },
  });
  await run();
  expect(order).toEqual(['receipt']);
  expect(receipts).toMatchObject([
    { version: 1, stage: 'request', reference: 'HTTP 201', notCarried: ['ServiceRequest.note'] },
  ]);
  const again = aDelivery();
  await again.run();
  expect(again.receipts[0]?.exchangeId).toBe(receipts[0]?.exchangeId);
});

test.each([
  ['another version', { version: 2, noted: { version: 1, left: LEFT } }],
  ['another stage', { noted: { version: 1, left: { ...LEFT, stage: 'facts' } } }],
  ['shown otherwise, without what its receipt says', { noted: { version: 1 } }],
])('that %s left says nothing of this one, which is sent', async (_which, { noted, ...standing }) => {
  const { run, order } = aDelivery({ ...standing, noted: { state: 'sent', at: '2026-03-10T11:59:00.000Z', ...noted } });
  await run();
  expect(order).toContain('send');
});

test('what a person told after it had failed is not told as failed any more', async () => {
  const failed = { state: 'refused', why: 'partnerRefused', at: '2026-03-01T12:00:00.000Z' } as const;
  const { run, notes } = aDelivery({ receipt: aReceipt({ how: 'telephone' }), noted: failed });
  await run();
  expect(notes).toEqual([{ state: 'sent', version: 1, at: '2026-03-02T15:05:00.000Z' }]);
});

test('what failed, and then ended before it left, is no longer shown as failing', async () => {
  const { run, notes, sent } = aDelivery({
    status: 'cancelled',
    noted: { state: 'failing', why: 'held', at: '2026-03-10' },
  });
  await run();
  expect(sent).toEqual([]);
  expect(notes).toEqual([{ state: 'not-sent', version: 1, at: '2026-03-10T12:00:00.000Z' }]);
});

test('an announcement that may have left is for a person to ask about, and a person may send it again', async () => {
  const announced: boolean[] = [];
  const byPage = deliverByPage({
    announce: async (_disclosable, _signal, { again = false } = {}) => {
      announced.push(again);
      return again ? 'announced' : 'in-doubt';
    },
    rememberTask: async () => undefined,
    statuses: { note: async () => undefined, of: async () => undefined },
    receipt: async () => undefined,
    now: () => new Date('2026-03-10T12:00:00Z'),
    log: quietLog(),
  });
  const { run } = aDelivery({ partner: 'maison', deliverByPage: byPage });
  await expect(run()).rejects.toMatchObject({ kind: 'inDoubt' });
  await run({ again: true });
  expect(announced).toEqual([false, true]);
});

test.each(['audit', 'try'] as const)(
  'a sender paused after the %s, for more than five seconds since it decided, sends nothing, and decides again',
  async (pausedAfter) => {
    const { run, sent, record } = aDelivery({ pauseMs: 5_001, pausedAfter });
    await expect(run()).rejects.toMatchObject({ kind: 'held' });
    await record.put({ ...aMother({ relationship: [] }), id: 'mother-1' });
    await expect(run()).rejects.toMatchObject({ kind: 'noBasis' });
    expect(sent).toEqual([]);
  },
);

test('up to five seconds after it was decided a send may start', async () => {
  const { run, sent } = aDelivery({ pauseMs: 5_000 });
  await run();
  expect(sent).toHaveLength(1);
});

/** A letter of the centre for the CLSC, as the record holds it, and another that nobody attached to this Task. */
const aLetterOnRecord = (
  id: string,
  { child = 'enf-1', status = 'current' as const } = {},
): fhir4.DocumentReference => ({
  resourceType: 'DocumentReference',
  id,
  extension: [aRevision(1)],
  identifier: [{ system: IDENTIFIERS.letter('verdun'), value: id }],
  status,
  subject: { identifier: { system: IDENTIFIERS.child('verdun'), value: child } },
  author: [{ display: 'Claire Roy' }],
  description: `Titre de ${id}`,
  content: [{ attachment: { contentType: 'text/plain', data: Buffer.from(`contenu de ${id}`).toString('base64') } }],
  context: { related: [{ reference: `Task/${aTask().id}` }] },
});
const along = (id: string): fhir4.Extension => ({ url: EXTENSIONS.letterAlong, valueString: `${id}|1` });

test('a letter goes with the request that has it, audited by itself; no other letter, and nothing about another child', async () => {
  const { run, sent, receipts, disclosed } = aDelivery({
    receipt: aReceipt({ version: 1 }),
    letters: [aLetterOnRecord('jointe'), aLetterOnRecord('restee'), aLetterOnRecord('autre', { child: 'enf-2' })],
    along: [along('jointe'), along('autre')],
  });
  await run();
  const bytes = JSON.stringify(sent);
  expect(bytes).toContain(Buffer.from('contenu de jointe').toString('base64'));
  for (const stays of ['restee', 'autre', 'Claire Roy', '"jointe"']) expect(bytes).not.toContain(stays);
  expect(disclosed).toMatchObject([{ letters: ['DocumentReference/jointe'] }]);
  expect(receipts).toMatchObject([{ version: 1, going: ['jointe|1', 'autre|1'], notCarried: ['DocumentReference'] }]);
  expectValidTransaction(sent[0] as fhir4.Bundle<fhir4.FhirResource>);
});

test('once a receipt names the letter nothing leaves again; a letter added later leaves in another message', async () => {
  const letters = [aLetterOnRecord('jointe')];
  const told = aReceipt({ version: 1 });
  const receipt = { ...told, extension: [...(told.extension ?? []), { url: 'letter', valueString: 'jointe|1' }] };
  const before = aDelivery({ receipt, letters, along: [along('jointe')] });
  await before.run();
  expect(before.sent).toEqual([]);
  const first = aDelivery();
  await first.run();
  const later = aDelivery({ receipt: aReceipt({ version: 1 }), letters, along: [along('jointe')] });
  await later.run();
  expect(later.sent[0]?.identifier?.value).not.toBe(first.sent[0]?.identifier?.value);
  expect(later.receipts[0]?.exchangeId).not.toBe(first.receipts[0]?.exchangeId);
});
