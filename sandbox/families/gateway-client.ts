import { timeLimit } from '../../gateway/process/time-limit.ts';
import { textsAt, valuesAt } from '../partners/reading.ts';
import type { Standing } from './story.ts';
import { StoryProblem } from './story-problem.ts';
import { waitFor } from './wait-for.ts';

/** What the gateway answered. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly bytes: Buffer;
  /** The body, where it is JSON. */
  readonly json: unknown;
}

/** An event that the gateway took and that stands in the record. */
export interface Recorded {
  readonly exchange: string;
  readonly status: number;
}

/** A request at one recipient, as the gateway tells it. */
export interface DeliverySeen {
  readonly recipient: string;
  /** The number that the recipient knows it by. */
  readonly task: string;
  readonly standing: Standing | string;
}

export interface GatewayClient {
  /** Throws StoryProblem when the gateway refuses. */
  get(path: string): Promise<Reply>;
  /** Sends a body and waits until it is in the record. Throws StoryProblem when it is refused, parked or late. */
  record(method: 'PUT' | 'POST', path: string, body: object): Promise<Recorded>;
  /** Where the request of an exchange is at each recipient; empty while the record does not answer. */
  deliveries(exchange: string): Promise<readonly DeliverySeen[]>;
}

export interface GatewayClientOptions {
  readonly url: string;
  readonly token: () => Promise<string>;
  readonly language: 'fr' | 'en';
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

const CALL_TIMEOUT_MS = 60_000;
const ASK_EVERY_MS = 100;

/** The HTTP API as a centre's own program would use it. */
export function gatewayClient({ url, token, language, withinMs, signal }: GatewayClientOptions): GatewayClient {
  async function call(method: string, path: string, body?: object): Promise<Reply> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        'accept-language': language,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: timeLimit(signal, CALL_TIMEOUT_MS),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    const json: unknown = type.includes('json') ? JSON.parse(bytes.toString('utf8')) : undefined;
    return { status: response.status, type, bytes, json };
  }

  async function accepted(method: string, path: string, body?: object): Promise<Reply> {
    const reply = await call(method, path, body);
    if (reply.status >= 400) throw refused(`${method} ${path} → ${reply.status}`, reply.json);
    return reply;
  }

  return {
    get: (path) => accepted('GET', path),

    async record(method, path, body) {
      const reply = await accepted(method, path, body);
      const [exchange = ''] = textsAt(reply.json, 'id');
      const settled = await waitFor(
        async () => {
          const [state] = textsAt((await accepted('GET', `/v1/exchanges/${exchange}`)).json, 'state');
          return state === 'accepted' || state === 'waiting' ? undefined : state;
        },
        { withinMs, everyMs: ASK_EVERY_MS, signal },
      );
      if (settled !== 'synced') throw notRecorded(`${method} ${path}`, exchange, settled);
      return { exchange, status: reply.status };
    },

    async deliveries(exchange) {
      const { json } = await accepted('GET', `/v1/exchanges/${exchange}`);
      return valuesAt(json, 'deliveries').map((delivery) => {
        const [recipient = ''] = textsAt(delivery, 'recipient');
        const [task = ''] = textsAt(delivery, 'task');
        const [heard] = textsAt(delivery, 'businessStatus');
        const [state = ''] = textsAt(delivery, 'state');
        return { recipient, task, standing: heard ?? state };
      });
    },
  };
}

function refused(call: string, outcome: unknown): StoryProblem {
  const words = textsAt(outcome, 'issue.details.text').join(' ');
  return new StoryProblem({ fr: `${call} : ${words}`, en: `${call}: ${words}` });
}

const notRecorded = (call: string, exchange: string, state: string | undefined): StoryProblem =>
  new StoryProblem({
    fr: `${call} : l’échange ${exchange} n’est pas au dossier (${state ?? 'toujours en route'}).`,
    en: `${call}: exchange ${exchange} is not in the record (${state ?? 'still on its way'}).`,
  });
