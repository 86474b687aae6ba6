import type { Bilingual } from '../profiles/codes.ts';

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
  /** Tokens by the name of their variable. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type TokenName = 'ADMIN_TOKEN' | 'CENTRE_TOKEN';

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
  return {
    language,
    url,
    async call(method, path, { token, body, headers }) {
      const value = env[token];
      if (!value) throw new OperateProblem(NO_TOKEN[language].replace('%', token));
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
  fr: 'Donnez le jeton dans la variable %.',
  en: 'Give the token in the variable %.',
};

const NO_ANSWER: Bilingual = {
  fr: 'La passerelle ne répond pas à %. Démarrez-la, ou corrigez GATEWAY_URL.',
  en: 'The gateway does not answer at %. Start it, or correct GATEWAY_URL.',
};
