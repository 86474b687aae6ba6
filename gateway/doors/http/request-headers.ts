import type { Request } from 'express';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';

const WAIT_DEFAULT_SECONDS = 5;
const WAIT_MAX_SECONDS = 30;

/** How long the caller lets the answer wait for the sync (`Prefer`, RFC 7240): milliseconds; five seconds unless said otherwise. */
export function waitMsOf(req: Request): number {
  const prefer = req.get('prefer') ?? '';
  const [, wait] = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})"?/i.exec(prefer) ?? [];
  if (wait !== undefined) return Math.min(Number(wait), WAIT_MAX_SECONDS) * 1_000;
  return /(?:^|[,;\s])respond-async(?:$|[,;\s])/i.test(prefer) ? 0 : WAIT_DEFAULT_SECONDS * 1_000;
}

/** The version that the caller revises (`If-Match: W/"3"` or `"3"`). Throws `malformed` when it is something else. */
export function ifMatchOf(req: Request): number | undefined {
  const header = req.get('if-match');
  if (header === undefined) return undefined;
  const [, version] = /^(?:W\/)?"(\d{1,10})"$/.exec(header.trim()) ?? [];
  if (version === undefined) throw headerError('If-Match', BAD_IF_MATCH);
  return Number(version);
}

/** The caller's key for this one act. Throws `malformed` when it is empty or too long. */
export function idempotencyKeyOf(req: Request): string | undefined {
  const header = req.get('idempotency-key');
  if (header === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) throw headerError('Idempotency-Key', BAD_KEY);
  return header;
}

const headerError = (name: string, text: Issue['text']): GatewayError =>
  new GatewayError('malformed', `header ${name}`, {
    issues: [{ severity: 'error', code: 'value', expression: `http.${name}`, text }],
  });

const BAD_IF_MATCH = {
  fr: 'If-Match doit donner une version entre guillemets, comme W/"3" : celle de l’en-tête ETag.',
  en: 'If-Match must give a version in quotes, like W/"3": the one of the ETag header.',
};

const BAD_KEY = {
  fr: 'Idempotency-Key doit avoir de 1 à 255 caractères ASCII visibles, sans espace ; un UUID convient.',
  en: 'Idempotency-Key must have 1 to 255 visible ASCII characters, without spaces; a UUID will do.',
};
