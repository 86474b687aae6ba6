import type { Bilingual } from '../profiles/codes.ts';
import { clientToken, readClient } from './client-token.ts';

/** Why a command ends: told in the language of whoever typed it, without a stack. */
export class OperateProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
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
}

export interface CallOptions {
  readonly token: TokenName;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 60_000;

export function gatewayClient({ url, language, env }: GatewayClientOptions): GatewayClient {
  const accessToken = async (name: TokenName): Promise<string> => {
    const [given, file] = [env[name], env[CLIENTS[name]]];
    if (given) return given;
    if (!file) throw new OperateProblem(NO_TOKEN[language].replace('%', CLIENTS[name]).replace('%', name));
    try {
      return await clientToken(() => readClient(file))();
    } catch (cause) {
      throw new OperateProblem(NOT_GIVEN[language].replace('%', file), { cause });
    }
  };
  return {
    language,
    url,
    async call(method, path, { token, body, headers }) {
      const value = await accessToken(token);
      const response = await fetch(new URL(path, url), {
        method,
        headers: {
          authorization: `Bearer ${value}`,
          'accept-language': language,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch(() => {
        throw new OperateProblem(NO_ANSWER[language].replace('%', url));
      });
      const text = await response.text();
      if (!response.ok) throw new OperateProblem(`${response.status} : ${wordsIn(text)}`);
      return JSON.parse(text);
    },
  };
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
