import { randomUUID } from 'node:crypto';
import type { BusinessId } from '../journal.ts';
import type { SendAnswer } from '../outbox.ts';
import { callGateway, fhirRestSend } from '../protocols/fhir-rest-send.ts';
import type { Protocol, SendOptions, SendReferral } from '../protocols/protocol.ts';
import { BSER_MANNER, BSER_STYLE } from './bser-manner.ts';
import { GRAVITY, GRAVITY_STYLE } from './gravity-manner.ts';
import { type Manner, taskAfter } from './manner.ts';
import { conditionalTransaction } from './referral-message.ts';
import { type ReferralStyle, referralParts, type Sender } from './referral-resources.ts';
import { serverRoutes } from './server-routes.ts';
import { createServerStore, type ServerStore } from './server-store.ts';
import { serverTransactionFrom } from './server-transaction.ts';
import { keepAnswered } from './unpack.ts';

interface ServerKind {
  readonly manner: Manner;
  readonly style: ReferralStyle;
  /** How an answer is told: the Task alone, or Task and document in a transaction. */
  readonly tells: (options: SendOptions) => SendAnswer;
  /** Whether referrals are sent, or wait on this server for whoever polls it. */
  readonly pushes: boolean;
}

/**
 * A partner with a FHIR server of its own: it holds what is pushed to it, changes its Task there, and tells the gateway. What the server
 * holds is in memory: after a restart the log is known again, the server is empty.
 */
function fhirServer({ manner, style, tells, pushes }: ServerKind, sender: Sender): Protocol {
  const store = createServerStore(() => new Date());
  return {
    path: '/fhir',
    receive: (options) => serverRoutes(store, options),
    send: tells,
    referrals: (options) => sendReferrals({ store, style, sender, pushes, options }),
    read: serverTransactionFrom,
    taskOf(answer, answered) {
      const held = store.find('Task', answered.identifier);
      const before: fhir4.Task =
        held?.resourceType === 'Task'
          ? held
          : { resourceType: 'Task', identifier: [answered.identifier], status: 'requested', intent: 'order' };
      const task = taskAfter(before, answer, manner, answered);
      keepAnswered(store, task);
      return task;
    },
  };
}

/** A social-care platform: Gravity’s SDOH Clinical Care. Its own referrals wait on its server. */
export const gravityServer = (sender: Sender): Protocol =>
  fhirServer({ manner: GRAVITY, style: GRAVITY_STYLE, tells: fhirRestSend, pushes: false }, sender);

/** A BSeR recipient and initiator: it sends Task and document together, and its referrals as transactions. */
export const bserServer = (sender: Sender): Protocol =>
  fhirServer({ manner: BSER_MANNER, style: BSER_STYLE, tells: tellWhole, pushes: true }, sender);

/** The Task, and beside it what it contains: a document is no part of a Task. */
const tellWhole =
  (options: SendOptions): SendAnswer =>
  async (task, signal) => {
    const { contained = [], ...rest } = task;
    const places = new Map(contained.map((part) => [`#${part.id ?? ''}`, `urn:uuid:${randomUUID()}`]));
    const { system, value } = numberOf(task);
    const told: fhir4.Task = {
      ...rest,
      ...(rest.output !== undefined && {
        output: rest.output.map((one) => {
          const reference = places.get(one.valueReference?.reference ?? '');
          return reference === undefined ? one : { ...one, valueReference: { reference } };
        }),
      }),
    };
    const body: fhir4.Bundle<fhir4.FhirResource> = {
      resourceType: 'Bundle',
      type: 'transaction',
      identifier: { system: 'https://partner.example/message', value: randomUUID() },
      entry: [
        {
          fullUrl: `urn:uuid:${randomUUID()}`,
          resource: told,
          request: { method: 'PUT', url: `Task?identifier=${encodeURIComponent(`${system}|${value}`)}` },
        },
        ...contained.map((part) => ({
          fullUrl: places.get(`#${part.id ?? ''}`) ?? '',
          // A contained part is a resource as good as any.
          resource: part as fhir4.FhirResource,
          request: { method: 'POST' as const, url: part.resourceType },
        })),
      ],
    };
    return (await callGateway(options, { method: 'POST', path: '/fhir', body }, signal)).attempt;
  };

const numberOf = ({ identifier = [] }: fhir4.Task): BusinessId => ({
  system: identifier[0]?.system ?? '',
  value: identifier[0]?.value ?? '',
});

interface Sending {
  readonly store: ServerStore;
  readonly style: ReferralStyle;
  readonly sender: Sender;
  readonly pushes: boolean;
  readonly options: SendOptions;
}

/** On its own server in any case, so that whoever polls finds it; pushed too where this partner does so. */
function sendReferrals({ store, style, sender, pushes, options }: Sending): SendReferral {
  const send = async (bundle: fhir4.Bundle<fhir4.FhirResource>, signal: AbortSignal) => {
    store.transact(bundle);
    if (!pushes) return { result: 'taken', status: 200 } as const;
    return (await callGateway(options, { method: 'POST', path: '/fhir', body: bundle }, signal)).attempt;
  };
  return {
    refer: (sent, signal) =>
      send(conditionalTransaction(`${sent.number.value}-1`, referralParts(sent, style, sender)), signal),
    cancel(sent, at, signal) {
      const held = store.find('Task', sent.number);
      const [made] = referralParts(sent, style, sender);
      const before = held ?? made?.resource;
      if (before?.resourceType !== 'Task') throw new RangeError('a referral begins with its Task');
      const resource: fhir4.Task = {
        ...before,
        status: 'cancelled',
        statusReason: { text: 'Withdrawn' },
        lastModified: at,
      };
      const fullUrl = `urn:uuid:${randomUUID()}`;
      return send(conditionalTransaction(`${sent.number.value}-2`, [{ fullUrl, resource }]), signal);
    },
  };
}
