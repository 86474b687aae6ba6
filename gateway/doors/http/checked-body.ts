import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';

/** A body as what its check says that it is. Throws GatewayError `invalidInput` with all that is wrong. */
export function checkedBody<T>(issues: readonly Issue[], body: unknown): T {
  if (issues.some(({ severity }) => severity === 'error'))
    throw new GatewayError('invalidInput', 'not a valid body', { issues });
  // The check has just said that this is one.
  return body as T;
}
