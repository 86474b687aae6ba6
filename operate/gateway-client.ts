import type { Bilingual } from '../profiles/codes.ts';
import { clientToken, readClient } from './client-token.ts';

/** Why a command ends: told in the language of whoever typed it, without a stack. */
export class OperateProblem extends Error {
  /** Of the process: 1 unless something is left that a person must see to. */
  readonly exitCode: number;

  constructor(message: string, options: ErrorOptions & { readonly exitCode?: number } = {}) {
    super(message, options);
    this.exitCode = options.exitCode ?? 1;
    this.name = 'OperateProblem';
  }
}

export interface GatewayClientOptions {
  /** `http://host:port` of the gateway. */
  readonly url: string;
  readonly language: keyof Bilingual;
  /** A token in `ADMIN_TOKEN` or `CENTRE_TOKEN`; or the file of a client that asks for one, in `ADMIN_CLIENT` or `CENTRE_CLIENT`. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type TokenName = 'ADMIN_TOKEN' | 'CENTRE_TOKEN';

const CLIENTS = { ADMIN_TOKEN: 'ADMIN_CLIENT', CENTRE_TOKEN: 'CENTRE_CLIENT' } as const satisfies Record<
  TokenName,
  string
>;

export interface GatewayClient {
  readonly language: keyof Bilingual;
  readonly url: string;
  /** Asks the gateway. Throws OperateProblem with the words of its OperationOutcome, or that it does not answer. */
  call(method: string, path: string, options: CallOptions): Promise<unknown>;
  /** Asks the gateway, whatever it answers. Throws OperateProblem when it does not answer. */
  ask(method: string, path: string, options: CallOptions): Promise<GatewayAnswer>;
  /** What an answer holds. Throws OperateProblem with the words of its OperationOutcome where it is a refusal. */
  read(answer: GatewayAnswer): unknown;
}

export interface GatewayAnswer {
  readonly status: number;
  readonly body: unknown;
  /** The issues of an OperationOutcome in words; empty where there is none. */
  readonly words: string;
  /** `Retry-After`. */
  readonly retryAfterMs?: number;
}

export interface CallOptions {
  readonly token: TokenName;
  /** Sent as JSON, or as a form where it is URLSearchParams. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 60_000;

export function gatewayClient({ url, language, env }: GatewayClientOptions): GatewayClient {
  const renewed = new Map<string, () => Promise<string>>();
  const accessToken = async (name: TokenName): Promise<string> => {
    const [given, file] = [env[name], env[CLIENTS[name]]];
    if (given) return given;
    if (!file) throw new OperateProblem(NO_TOKEN[language].replace('%', CLIENTS[name]).replace('%', name));
    const token = renewed.get(file) ?? clientToken(() => readClient(file));
    renewed.set(file, token);
    try {
      return await token();
    } catch (cause) {
      throw new OperateProblem(NOT_GIVEN[language].replace('%', file), { cause });
    }
  };
  const ask: GatewayClient['ask'] = async (method, path, { token, body, headers }) => {
    const value = await accessToken(token);
    const isForm = body instanceof URLSearchParams;
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        authorization: `Bearer ${value}`,
        'accept-language': language,
        ...(body !== undefined && {
          'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body.toString() : JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => {
      throw new OperateProblem(NO_ANSWER[language].replace('%', url));
    });
    const text = await response.text();
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      status: response.status,
      body: jsonFrom(text),
      words: response.ok ? '' : wordsIn(text),
      ...(Number.isFinite(seconds) && { retryAfterMs: seconds * 1_000 }),
    };
  };
  return {
    language,
    url,
    ask,
    read,
    call: async (method, path, options) => read(await ask(method, path, options)),
  };
}

function read({ status, body, words }: GatewayAnswer): unknown {
  if (status < 200 || status > 299) throw new OperateProblem(`${status} : ${words}`);
  return body;
}

/** Undefined for what is no JSON: a proxy’s page, for one. */
function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The issues of an OperationOutcome, one a line; anything else as it is. */
function wordsIn(text: string): string {
  try {
    const outcome: fhir4.OperationOutcome = JSON.parse(text);
    return outcome.issue
      .map(({ details, expression }) => [...(expression ?? []), details?.text].join(' : '))
      .join('\n');
  } catch {
    return text.slice(0, 500);
  }
}

const NO_TOKEN: Bilingual = {
  fr: 'Donnez dans % le fichier d’un client qui demande ses jetons, ou un jeton d’accès dans %.',
  en: 'Give in % the file of a client that asks for its tokens, or an access token in %.',
};

const NOT_GIVEN: Bilingual = {
  fr: 'Aucun jeton d’accès pour le client de % : fichier illisible, ou serveur d’autorisation qui refuse ou ne répond pas.',
  en: 'No access token for the client of %: its file cannot be read, or the authorization server refuses or does not answer.',
};

const NO_ANSWER: Bilingual = {
  fr: 'La passerelle ne répond pas à %. Démarrez-la, ou corrigez GATEWAY_URL.',
  en: 'The gateway does not answer at %. Start it, or correct GATEWAY_URL.',
};
