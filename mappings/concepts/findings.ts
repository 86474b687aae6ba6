import type { Bilingual } from '../../profiles/codes.ts';
import type { Issue, Mapped } from '../domain/mapped.ts';

/** Collects every reason why resources do not say a concept, so that all are told at once. */
export interface Findings {
  /** Notes a reason; undefined, so that it can stand for the missing value. */
  readonly report: (code: Issue['code'], expression: string, text: Bilingual) => undefined;
  /** The value; a reason is noted if it is missing. */
  readonly required: <T>(value: T | undefined, expression: string) => T | undefined;
  /** The value if no reason was noted, else all the reasons. */
  readonly settle: <T>(value: T | undefined) => Mapped<T>;
}

/** An empty collection. */
export function findings(): Findings {
  const issues: Issue[] = [];
  const report: Findings['report'] = (code, expression, text) => {
    issues.push({ severity: 'error', code, expression, text });
    return undefined;
  };
  return {
    report,
    required(value, expression) {
      if (value === undefined) {
        report('required', expression, { fr: `${expression} manque.`, en: `${expression} is missing.` });
      }
      return value;
    },
    settle(value) {
      return value !== undefined && issues.length === 0 ? { ok: true, value } : { ok: false, issues: [...issues] };
    },
  };
}
