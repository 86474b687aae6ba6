import { checkResource } from '../../profiles/check-resource.ts';
import type { Issue } from '../../profiles/issue.ts';
import type { Finding, Validator } from './verdict.ts';

/** Our checker, asked as an oracle is asked. */
export const ourValidator: Validator = async (resource) => {
  const issues = checkResource(resource);
  const errors = issues.filter(({ severity }) => severity === 'error').map(findingOf);
  return {
    says: errors.length === 0 ? 'valid' : 'invalid',
    errors,
    notChecked: issues.filter(({ rule }) => rule === 'not-checked').map(findingOf),
  };
};

const findingOf = ({ rule, code, expression = '', text }: Issue): Finding => ({
  rule: rule ?? code,
  expression,
  text: text.en,
});
