import type { Request } from 'express';
import type { Bilingual } from '../../../profiles/codes.ts';
import type { Issue } from '../../../profiles/issue.ts';

export type Language = keyof Bilingual;

/** The language the caller asked for by `Accept-Language`: French unless English is preferred. */
export const languageOf = (req: Pick<Request, 'acceptsLanguages'>): Language =>
  req.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';

/** Issues as a FHIR OperationOutcome in one language. Without any it says that there is nothing to report, since R4 wants at least one. */
export function operationOutcome(issues: readonly Issue[], language: Language): fhir4.OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    language,
    issue: issues.length === 0 ? [NOTHING[language]] : issues.map((issue) => outcomeIssue(issue, language)),
  };
}

/** One issue as it stands in an OperationOutcome, and in an exchange. */
export function outcomeIssue(
  { severity, code, expression, text }: Issue,
  language: Language,
): fhir4.OperationOutcomeIssue {
  return {
    severity,
    code,
    ...(expression === undefined ? {} : { expression: [expression] }),
    details: { text: text[language] },
  };
}

const NOTHING: Readonly<Record<Language, fhir4.OperationOutcomeIssue>> = {
  fr: { severity: 'information', code: 'informational', details: { text: 'Rien à signaler.' } },
  en: { severity: 'information', code: 'informational', details: { text: 'Nothing to report.' } },
};
