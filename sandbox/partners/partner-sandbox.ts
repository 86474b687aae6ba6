import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import helmet from 'helmet';
import type { Answer } from './acts.ts';
import type { Bilingual } from './bilingual.ts';
import { controlApi } from './control-api.ts';
import type { CurrentTask } from './current-task.ts';
import { createFaultSwitch, FAULTS, type Fault, type FaultSwitch } from './faults.ts';
import { openJournal } from './journal.ts';
import { KINDS, type PartnerKind } from './kinds.ts';
import { localOnly } from './local-only.ts';
import { type LoggedAnswer, openOffice, type PartnerLog } from './office.ts';
import { createOutbox, type SendAnswer } from './outbox.ts';
import { partnerPage } from './page/partner-page.ts';
import { createPartnerDesk } from './partner-desk.ts';
import { PartnerProblem } from './problem.ts';
import { FHIR_REST } from './protocols/fhir-rest.ts';
import type { GatewayToken, Protocol } from './protocols/protocol.ts';
import { createReferring } from './referring.ts';
import type { StandInReferral } from './stand-in-referral.ts';

export interface PartnerSandboxOptions {
  /** Also the name of its file in the data folder: `a-z`, `0-9`, `-`. */
  readonly id: string;
  readonly kind: PartnerKind;
  readonly name: Bilingual;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The address to listen on; 127.0.0.1 unless it runs in a container. */
  readonly host?: string;
  /** Lets the page and the control API be reached from elsewhere: for a container published on the loopback only. */
  readonly controlFromAnywhere?: boolean;
  /** What the gateway must present. */
  readonly token: string;
  readonly gatewayUrl: string | (() => string);
  /** What this partner presents to the gateway; a function where it is asked for anew. */
  readonly gatewayToken: GatewayToken;
  /** Where it keeps its journal over a restart; in memory only if absent. */
  readonly dataDir?: string;
  readonly now?: () => Date;
  /** What it speaks: FHIR REST unless told otherwise. */
  readonly protocol?: Protocol;
  /** The waits before each retry of an answer that the gateway did not take. */
  readonly retryWaitsMs?: readonly number[];
}

/** A running stand-in, with what a test needs to play the people there. */
export interface PartnerSandbox {
  /** The page for people, and the base of the control API. */
  readonly url: string;
  /** Where the gateway posts. */
  readonly endpoint: string;
  log(): PartnerLog;
  tasks(): readonly CurrentTask[];
  /** Resolves when the gateway took or refused it, or the retries are used up. Rejects with a PartnerProblem. */
  answer(identifierValue: string, answer: Answer): Promise<LoggedAnswer>;
  /** Refers a child to a centre; resolves with this partner's own number once it was taken. Rejects with a PartnerProblem. */
  refer(referral: StandInReferral): Promise<string>;
  /** Takes a referral back. Rejects with a PartnerProblem. */
  cancelReferral(number: string): Promise<void>;
  fault(fault: Fault): void;
  clear(): void;
  /** Stops listening, cuts what hangs, gives up what is on its way. May be called twice. */
  stop(): Promise<void>;
}

const RETRY_WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000];
const SEND_TIMEOUT_MS = 10_000;
const SETTLE_MS = 5_000;

/** Starts a stand-in for a partner that speaks FHIR over HTTP. Throws a PartnerProblem if the options make no sense. */
export async function startPartnerSandbox(options: PartnerSandboxOptions): Promise<PartnerSandbox> {
  const { id, kind, name, dataDir, token, gatewayUrl, gatewayToken } = options;
  const { port: wantedPort = 0, host = '127.0.0.1', now = () => new Date(), protocol = FHIR_REST } = options;
  checkOptions(options);

  const standIn: Bilingual = {
    fr: `${name.fr} (bac à sable) — ${KINDS[kind].notReal.fr}`,
    en: `${name.en} (sandbox) — ${KINDS[kind].notReal.en}`,
  };
  const stopping = new AbortController();
  const journal = openJournal({ now, ...(dataDir === undefined ? {} : { file: join(dataDir, `${id}.ndjson`) }) });
  const office = openOffice({ journal, now, protocol });
  const faults = createFaultSwitch();
  const sending = { gatewayUrl, gatewayToken, timeoutMs: SEND_TIMEOUT_MS };
  const outbox = createOutbox({
    send: unlessLost(faults, protocol.send(sending)),
    retryWaitsMs: options.retryWaitsMs ?? RETRY_WAITS_MS,
    attempted: (answerId, attempt) => office.attempted(answerId, attempt),
  });
  const desk = createPartnerDesk({ office, outbox, faults, settleMs: SETTLE_MS });
  const referring = createReferring({
    id,
    office,
    send: protocol.referrals?.(sending),
    now,
    signal: stopping.signal,
    retryWaitsMs: options.retryWaitsMs ?? RETRY_WAITS_MS,
  });

  const guard = localOnly({ fromAnywhere: options.controlFromAnywhere ?? false });

  const app = express();
  app.disable('x-powered-by');
  app.use((_req, res, next) => {
    res.set('server', 'passerelle-sandbox');
    next();
  });
  app.use('/fhir', protocol.receive({ office, faults, token, name: name.fr, now, signal: stopping.signal }));
  app.use(PAGE_HEADERS);
  app.use('/sandbox', controlApi({ desk, standIn, guard }));
  const server = createServer(app);
  const url = () => `http://127.0.0.1:${portOf(server)}`;
  const endpoint = () => protocol.endpoint ?? `${url()}${protocol.path}`;
  app.use(partnerPage({ desk, kind, name, endpoint, guard }));

  server.listen(wantedPort, host);
  await once(server, 'listening');

  return {
    url: url(),
    endpoint: endpoint(),
    log: () => desk.log(),
    tasks: () => desk.tasks(),
    answer: async (value, answer) => desk.ended(desk.answer(value, answer)),
    ...referring,
    fault: (fault) => desk.setFault(fault),
    clear: () => desk.clear(),
    async stop() {
      stopping.abort();
      await outbox.stop();
      const closed = server.listening ? once(server, 'close') : Promise.resolve();
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A notification that is lost on the way: this partner believes that it is gone. */
const unlessLost =
  (faults: Pick<FaultSwitch, 'losesNotification'>, send: SendAnswer): SendAnswer =>
  async (task, signal) =>
    faults.losesNotification()
      ? { result: 'not-delivered', willRetry: false, because: FAULTS['notification-lost'].en }
      : send(task, signal);

/** Our pages run no script; the Referer stays inside, or browsers would send `Origin: null` with our own forms. */
const PAGE_HEADERS = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ['data:'],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: false,
});

function checkOptions({ id, token, gatewayToken }: PartnerSandboxOptions): void {
  if (!/^[a-z0-9-]{1,64}$/.test(id)) {
    throw new PartnerProblem(400, { fr: 'id : a-z, 0-9 et - seulement.', en: 'id: a-z, 0-9 and - only.' }, 'id');
  }
  if (token === '' || gatewayToken === '') {
    throw new PartnerProblem(400, { fr: 'Un jeton est vide.', en: 'A token is empty.' }, 'token');
  }
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
