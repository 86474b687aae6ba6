import { ApiError, apiErrorFrom } from './api-error.ts';

export interface ApiClientOptions {
  /** The access token of now. */
  readonly token: () => string | undefined;
  readonly language: () => string;
  /** Told when the gateway takes the token no more. */
  readonly refused: () => void;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
}

export interface Asked {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Calls the gateway's API: with the person's token, in their language, within a time. */
export interface ApiClient {
  /** What the gateway answers; its shape is the route's (`/reference`). Throws ApiError. */
  json<T>(path: string, asked?: Asked): Promise<T>;
  /** The same for what is no JSON: a PDF, a page of CSV. */
  blob(path: string, asked?: Asked): Promise<Blob>;
}

const WITHIN_MS = 30_000;

export function apiClient({ token, language, refused, fetch }: ApiClientOptions): ApiClient {
  const ask = async (path: string, { method = 'GET', body, headers = {}, signal }: Asked): Promise<Response> => {
    const within = AbortSignal.timeout(WITHIN_MS);
    const answer = await fetch(path, {
      method,
      headers: {
        authorization: `Bearer ${token() ?? ''}`,
        'accept-language': language(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal === undefined ? within : AbortSignal.any([signal, within]),
      redirect: 'error',
    }).catch((cause: unknown) => {
      // What the page itself gave up is no failure to tell.
      if (signal?.aborted === true) throw cause;
      throw new ApiError('offline');
    });
    if (answer.ok) return answer;
    if (answer.status === 401) refused();
    throw apiErrorFrom(answer.status, await answer.json().catch(() => undefined));
  };
  return {
    // The one place where an answer of our own gateway gets its type.
    json: async <T>(path: string, asked: Asked = {}) => (await (await ask(path, asked)).json()) as T,
    blob: async (path, asked = {}) => (await ask(path, asked)).blob(),
  };
}
