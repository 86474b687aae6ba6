import type { Issue } from '../../mappings/domain/mapped.ts';
import { GatewayError } from '../failures.ts';

/** Removes what was deleted from the record for good, its versions too: HAPI’s `$expunge`. */
export interface Expunger {
  /** Throws GatewayError `recordRefused` where the record does not let it: to be asked before anything is deleted. */
  mustBeAllowed(fence: string): Promise<void>;
  /**
   * All of these, which are deleted, in whatever order the record lets them go: one that another still points to goes after it. What the register
   * points to keeps the mark that it was deleted, without content or versions: a register with a hole proves nothing. May be called again. Throws GatewayError `recordRefused`, `unavailable`.
   */
  expunge(places: readonly string[]): Promise<void>;
}

export interface ExpungerOptions {
  /** FHIR base, without a slash at the end. */
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

const LIMIT = 1_000;
const ROUNDS_MAX = 10;

export function expunger({ baseUrl, timeoutMs }: ExpungerOptions): Expunger {
  const ask = (method: 'GET' | 'POST', path: string, deleted = false): Promise<Response> =>
    fetch(`${baseUrl}/${path}`, {
      method,
      headers: { 'content-type': 'application/fhir+json', 'cache-control': 'no-cache' },
      ...(method === 'POST' && { body: JSON.stringify(asked(deleted)) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new GatewayError('unavailable', 'expunge: the record does not answer', { cause });
    });

  const call = async (method: 'GET' | 'POST', path: string, deleted = false): Promise<number> => {
    const response = await ask(method, path, deleted);
    await response.body?.cancel();
    return response.status;
  };

  return {
    async mustBeAllowed(fence) {
      // Older versions of a counter tell nothing of anybody, and nobody needs them.
      const status = await call('POST', `Basic/${fence}/$expunge`);
      if (status >= 400 && status !== 404) throw notAllowed(status);
    },

    async expunge(places) {
      let left = places;
      for (let before = Number.POSITIVE_INFINITY; left.length > 0 && left.length < before; ) {
        before = left.length;
        const stay: string[] = [];
        for (const place of left) if (!(await isGone(place))) stay.push(place);
        left = stay;
      }
      for (const place of left)
        if (!(await isBare(place)))
          throw new GatewayError('recordRefused', 'expunge: the record keeps what was deleted', { issues: [STAYS] });
    },
  };

  /** Nothing of it is left but when it was deleted. */
  async function isBare(place: string): Promise<boolean> {
    await call('POST', `${place}/$expunge`);
    const response = await ask('GET', `${place}/_history?_count=10`);
    if (!response.ok) {
      await response.body?.cancel();
      return response.status === 404;
    }
    // What the record sends is trusted to be FHIR.
    const { entry = [] } = (await response.json()) as fhir4.Bundle;
    return entry.every(({ resource }) => resource === undefined);
  }

  async function isGone(place: string): Promise<boolean> {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const status = await call('POST', `${place}/$expunge`, true);
      if (NOT_OFFERED.has(status)) throw notAllowed(status);
      if ((await call('GET', place)) === 404) return true;
      // A limit of versions was reached: there are more.
      if (status >= 400) return false;
    }
    return false;
  }
}

/** The operation is not there, or not for us; anything else may be about this resource alone. */
const NOT_OFFERED: ReadonlySet<number> = new Set([401, 403, 405, 501]);

const asked = (deleted: boolean): fhir4.Parameters => ({
  resourceType: 'Parameters',
  parameter: [
    { name: 'limit', valueInteger: LIMIT },
    { name: 'expungeDeletedResources', valueBoolean: deleted },
    { name: 'expungePreviousVersions', valueBoolean: true },
  ],
});

const notAllowed = (status: number): GatewayError =>
  new GatewayError('recordRefused', `expunge: the record answered ${status}`, { issues: [NOT_ALLOWED] });

const STAYS: Issue = {
  severity: 'error',
  code: 'processing',
  text: {
    fr: 'Le serveur FHIR garde encore quelque chose de ce dossier, qui ne se lit plus. Recommencez ; si cela dure, appelez le soutien.',
    en: 'The FHIR server still keeps something of this file, which cannot be read any more. Start again; if it lasts, call support.',
  },
};

const NOT_ALLOWED: Issue = {
  severity: 'error',
  code: 'not-supported',
  text: {
    fr: 'Le serveur FHIR ne permet pas $expunge : rien n’a été détruit. Autorisez-le (docs/retention.md), puis recommencez.',
    en: 'The FHIR server does not allow $expunge: nothing was destroyed. Allow it (docs/retention.md), then start again.',
  },
};
