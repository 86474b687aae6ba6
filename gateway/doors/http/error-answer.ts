import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Issue } from '../../../profiles/issue.ts';
import { FAILURES, type FailureKind, failureKindOf, GatewayError } from '../../failures.ts';
import { languageOf, operationOutcome } from './operation-outcome.ts';

/** What is said when a failure brings no issue of its own. */
const TEXTS: Readonly<Partial<Record<FailureKind, Issue['text']>>> = {
  notFound: { fr: 'Rien ici pour vous sous ce nom.', en: 'Nothing here for you under this name.' },
  unavailable: {
    fr: 'Momentanément indisponible : réessayez dans un instant.',
    en: 'Unavailable for a moment: try again shortly.',
  },
  held: {
    fr: 'Quelque chose vient de changer et n’est pas encore inscrit : réessayez dans un instant.',
    en: 'Something has just changed and is not yet written: try again shortly.',
  },
  malformed: { fr: 'La requête ne peut pas être lue.', en: 'The request cannot be read.' },
  recordFailed: {
    fr: 'Le dossier FHIR a échoué sur cette demande ; réessayez, puis appelez le soutien.',
    en: 'The FHIR record failed on this request; try again, then call support.',
  },
  recordRefused: {
    fr: 'Le dossier FHIR a refusé cette demande ; appelez le soutien.',
    en: 'The FHIR record refused this request; call support.',
  },
};

const INTERNAL: Issue['text'] = {
  fr: 'Erreur de notre côté ; elle est notée. Réessayez, puis appelez le soutien avec l’heure.',
  en: 'An error on our side; it was noted. Try again, then call support with the time.',
};

const REFUSED: Issue['text'] = {
  fr: 'Cette demande ne peut pas être acceptée telle quelle.',
  en: 'This request cannot be accepted as it is.',
};

/** How long to wait before the same may succeed, where the failure does not say it. */
const WAITS_MS: Readonly<Partial<Record<FailureKind, number>>> = { unavailable: 5_000, held: 5_000, tooMany: 60_000 };

/** What is told of a failure: its kind, its HTTP status, and what is wrong, at least one error. */
export interface FailureTold {
  readonly kind: FailureKind;
  readonly status: number;
  readonly issues: readonly Issue[];
  readonly retryAfterMs: number | undefined;
}

/** A failure as it is told; where it is ours it is noted in the log, and left on the answer, of which the request log tells the kind. */
export function failureTold(error: unknown, log: Logger, res: Response): FailureTold {
  const failure = asGatewayError(error);
  const { kind, retryAfterMs } = failure;
  const { status } = FAILURES[kind];
  if (status >= 500) {
    log.error({ kind, message: failure.message, cause: causeOf(failure) }, 'request failed');
    res.err = failure;
  }
  const issues = failure.issues.length > 0 ? failure.issues : [issueOf(kind)];
  const severe = issues.some(({ severity }) => severity === 'error') ? issues : [issueOf(kind), ...issues];
  return { kind, status, issues: severe, retryAfterMs };
}

/** The one place where a request's failure becomes an answer: an OperationOutcome, 500 too (style.md 17, 18). */
export function errorAnswer(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const { kind, status, issues, retryAfterMs } = failureTold(error, log, res);
    const waitMs = retryAfterMs ?? WAITS_MS[kind];
    if (waitMs !== undefined && kind in WAITS_MS)
      res.set('Retry-After', String(Math.max(1, Math.ceil(waitMs / 1_000))));
    const language = languageOf(req);
    res
      .status(status)
      .set('Content-Language', language)
      .type('application/fhir+json')
      .json(operationOutcome(issues, language));
  };
}

/** Whatever no route took. */
export const nothingHere: RequestHandler = () => {
  throw new GatewayError('notFound', 'no such route');
};

const issueOf = (kind: FailureKind): Issue => ({
  severity: 'error',
  code: FAILURES[kind].issueCode,
  text: TEXTS[kind] ?? (FAILURES[kind].status < 500 ? REFUSED : INTERNAL),
});

/** Express and its parts throw errors that carry a status; everything else is ours to repair. */
function asGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (error instanceof URIError || status === 400)
    return new GatewayError('malformed', 'the request could not be read', { cause: error });
  return new GatewayError(failureKindOf(error), error instanceof Error ? error.name : 'unknown', { cause: error });
}

/** Where it happened, without its words, which may be several lines: they may hold what the caller sent. */
const causeOf = ({ cause, stack }: Error): string | undefined =>
  (cause instanceof Error ? cause.stack : stack)
    ?.split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, 5)
    .join('\n');

/** A line that ends where code stands: `    at name (file:line:column)`. */
const FRAME = /^ {4}at .*:\d+:\d+\)?$/;
