/** How a call can end badly, for the person in front of the board. */
export type ApiErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'invalid'
  | 'tooMany'
  | 'unavailable'
  | 'offline'
  | 'broken';

/** What the gateway says is wrong: with what, in the reader's language. */
export interface ApiIssue {
  readonly text: string;
  /** The field that it is about, as the concept's schema names it: `members[0].kind`. */
  readonly field?: string;
}

/** A call that did not do what was asked. `issues` are for people to read, and may be none. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly issues: readonly ApiIssue[];

  constructor(kind: ApiErrorKind, issues: readonly ApiIssue[] = []) {
    super(kind);
    this.name = 'ApiError';
    this.kind = kind;
    this.issues = issues;
  }
}

/** For an act whose refusal says itself what is lacking, and what to ask: its words are shown instead of general ones. */
export const inItsOwnWords = (error: ApiError | null): ApiError | null =>
  error?.kind === 'forbidden' || error?.kind === 'notFound' ? new ApiError('invalid', error.issues) : error;

const KINDS: Readonly<Record<number, ApiErrorKind>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  410: 'notFound',
  412: 'conflict',
  413: 'invalid',
  415: 'invalid',
  422: 'invalid',
  429: 'tooMany',
  502: 'unavailable',
  503: 'unavailable',
};

/** From the status and the body of an answer: an OperationOutcome, or whatever something on the way has put there. */
export function apiErrorFrom(status: number, body: unknown): ApiError {
  return new ApiError(KINDS[status] ?? 'broken', issuesIn(body));
}

function issuesIn(body: unknown): readonly ApiIssue[] {
  const issues = isRecord(body) && Array.isArray(body.issue) ? body.issue : [];
  return issues.filter(isRecord).flatMap((issue): readonly ApiIssue[] => {
    const text = isRecord(issue.details) ? issue.details.text : undefined;
    const field = Array.isArray(issue.expression) ? issue.expression[0] : undefined;
    if (typeof text !== 'string') return [];
    return [typeof field === 'string' ? { text, field } : { text }];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
