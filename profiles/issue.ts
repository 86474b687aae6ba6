import type { Bilingual } from './codes.ts';

/** One thing wrong with an input, or to be told about it. */
export interface Issue {
  /** `information` says what could not be checked. */
  readonly severity: 'error' | 'warning' | 'information';
  /** FHIR IssueType, http://hl7.org/fhir/issue-type. */
  readonly code: fhir4.OperationOutcomeIssue['code'];
  /** FHIRPath of the element, or `http.` and the name of the header (OperationOutcome.issue.location in R4). */
  readonly expression?: string;
  /** The broken rule, for a machine: `min`, `binding`, the key of an invariant… (profiles/checker-runtime/rules.ts). */
  readonly rule?: string;
  /** Names the field and the rule, never the value: values are people’s data. */
  readonly text: Bilingual;
}
