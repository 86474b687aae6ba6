import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Bilingual } from '../../profiles/codes.ts';
import { issueText } from '../../profiles/issue-texts.ts';

/** One thing wrong in a settings file: where, and what to do. */
export interface SettingFault {
  /** As in a JSON Pointer: `/issuers/0/keys`; empty for the file as a whole. */
  readonly path: string;
  readonly text: Bilingual;
}

/** What a schema found wrong; a field that is missing or unknown is named itself. Compile with `verbose`, so that the words are there. */
export const faultsFrom = (errors: readonly ErrorObject[]): readonly SettingFault[] =>
  errors.map((error) => {
    const { missingProperty, additionalProperty } = error.params;
    const field: unknown = missingProperty ?? additionalProperty;
    return {
      path: typeof field === 'string' ? `${error.instancePath}/${field}` : error.instancePath,
      text: issueText(error).text,
    };
  });

/** A line of English for whoever starts a process with it. */
export const faultInWords = ({ path, text }: SettingFault): string => `${path || '/'}: ${text.en}`;
