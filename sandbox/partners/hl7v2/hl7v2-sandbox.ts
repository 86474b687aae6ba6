import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { Router } from 'express';
import type { LoggedMessage } from '../office.ts';
import { type PartnerSandbox, type PartnerSandboxOptions, startPartnerSandbox } from '../partner-sandbox.ts';
import { PartnerProblem } from '../problem.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { taskFromAnswer } from '../task-from-answer.ts';
import { mllpCaller } from './mllp-caller.ts';
import { listenTo } from './mllp-listener.ts';
import type { Site, Thread } from './site.ts';
import { answerMessage } from './v2-answer.ts';
import { textOf, v2TransactionFrom } from './v2-in.ts';
import { cancellationMessage, referralMessage } from './v2-referral.ts';
import { v2From } from './v2-text.ts';
import { createWireFaults, type WireFault } from './wire-faults.ts';

export interface Hl7v2SandboxOptions extends Omit<PartnerSandboxOptions, 'protocol' | 'kind'> {
  readonly application: string;
  readonly facility: string;
  readonly charset?: 'UNICODE UTF-8' | '8859/1';
  readonly acknowledgement?: 'enhanced' | 'original';
  /** Where the gateway takes HL7 v2: `mllp://host:port`. */
  readonly gatewayMllpUrl: () => string;
  /** The centre to which it refers children, unless a referral names one. */
  readonly centre: string;
}

/** A hospital that speaks HL7 v2 over MLLP, and reads and writes it on its own. */
export interface Hl7v2Sandbox extends PartnerSandbox {
  /** What the centre said, in order, about a child whom this hospital referred: the messages as they came. */
  toldAbout(number: string): readonly string[];
  wireFault(fault: WireFault, times?: number): void;
}

/** Starts a stand-in for a hospital: a listener for MLLP beside its page, and a caller that answers and refers. */
export async function startHl7v2Sandbox(options: Hl7v2SandboxOptions): Promise<Hl7v2Sandbox> {
  const { application, facility, name, charset = 'UNICODE UTF-8', acknowledgement, host = '127.0.0.1' } = options;
  const site: Site = { application, facility, name: name.fr, charset, enhanced: acknowledgement !== 'original' };
  const wire = createWireFaults();
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  const sandbox = await startPartnerSandbox({
    ...options,
    kind: 'hospital',
    protocol: hl7v2({ ...options, site, server, wire }),
  }).catch((error: unknown) => {
    server.close();
    throw error;
  });
  return {
    ...sandbox,
    toldAbout: (number) => sandbox.log().received.flatMap((message) => tellsOf(message, number)),
    wireFault: (fault, times) => wire.set(fault, times),
  };
}

interface Speaking extends Pick<Hl7v2SandboxOptions, 'gatewayMllpUrl' | 'centre'> {
  readonly site: Site;
  readonly server: Server;
  readonly wire: ReturnType<typeof createWireFaults>;
}

function hl7v2({ site, server, wire, gatewayMllpUrl, centre }: Speaking): Protocol {
  /** The message that last brought each request: an answer names it. */
  const threads = new Map<string, Thread>();
  const callWithin = (timeoutMs: number) => mllpCaller({ gateway: gatewayMllpUrl, timeoutMs, wire });
  return {
    path: '/fhir',
    endpoint: `mllp://127.0.0.1:${portOf(server)}`,
    receive({ office, faults, now, signal }) {
      listenTo(server, { office, faults, wire, site, now, signal });
      return nothingOverHttp();
    },
    send({ timeoutMs }) {
      const call = callWithin(timeoutMs);
      return (task, signal) => {
        const thread = threads.get(task.identifier?.[0]?.value ?? '') ?? { centre, messageId: '' };
        return call(answerMessage(task, site, thread), signal);
      };
    },
    referrals({ timeoutMs }) {
      const call = callWithin(timeoutMs);
      return {
        refer: (sent, signal) => call(referralMessage(sent, site, sent.referral.centre ?? centre), signal),
        cancel: (sent, at, signal) => call(cancellationMessage(sent, at, site, sent.referral.centre ?? centre), signal),
      };
    },
    read(body) {
      const transaction = v2TransactionFrom(body);
      const from = v2From(textOf(body)).at('MSH', 4);
      for (const { type, identifier } of transaction.entries)
        if (type === 'Task') threads.set(identifier.value, { centre: from, messageId: transaction.messageId.value });
      return transaction;
    },
    taskOf: taskFromAnswer,
  };
}

function nothingOverHttp(): Router {
  const routes = Router();
  routes.use(() => {
    throw new PartnerProblem(404, {
      fr: 'Ce partenaire ne parle que HL7 v2, par MLLP.',
      en: 'This partner speaks HL7 v2 only, over MLLP.',
    });
  });
  return routes;
}

/** What is not a request of the centre's own, and has the number in it. */
function tellsOf({ bundle, repeated }: LoggedMessage, number: string): readonly string[] {
  const text = textOf(bundle);
  return !repeated && !text.includes('|REF^') && text.includes(number) ? [text] : [];
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
