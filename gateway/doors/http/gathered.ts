import type { Issue } from '../../../profiles/issue.ts';
import { type Language, outcomeIssue } from './operation-outcome.ts';

/**
 * Issues as they stand in an OperationOutcome. Each error stands alone; notes that say the same of several elements are gathered into
 * one with all their places: a message of twenty resources is not told forty times that a code system is not ours.
 */
export function gathered(issues: readonly Issue[], language: Language): readonly fhir4.OperationOutcomeIssue[] {
  const places = new Map<string, string[]>();
  const first: (readonly [key: string, issue: Issue])[] = [];
  for (const issue of issues) {
    const text = withoutPlace(issue, language);
    const key = issue.severity === 'error' ? `${first.length}` : `${issue.severity} ${issue.code} ${text}`;
    const known = places.get(key);
    if (known === undefined) first.push([key, issue]);
    places.set(key, [...(known ?? []), ...(issue.expression === undefined ? [] : [issue.expression])]);
  }
  return first.map(([key, issue]) => {
    const expression = places.get(key) ?? [];
    if (expression.length < 2) return outcomeIssue(issue, language);
    const { severity, code } = issue;
    return { severity, code, expression, details: { text: withoutPlace(issue, language) } };
  });
}

/** The checker begins a text with the place in the resource; where there are several, they stand in `expression` alone. */
function withoutPlace({ expression = '', text }: Issue, language: Language): string {
  const place = expression.slice(expression.indexOf('.') + 1);
  const prefix = language === 'fr' ? `${place} : ` : `${place}: `;
  return text[language].startsWith(prefix) ? text[language].slice(prefix.length) : text[language];
}
