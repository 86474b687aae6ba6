import type { Response } from 'express';
import type { Bilingual } from '../../../profiles/codes.ts';
import { GatewayError } from '../../failures.ts';
import { callerOf } from './authenticate.ts';

/** Lets pass only a person in the role privacy: a program alone, whatever its scopes, does not act in that person’s place. Throws `forbidden`. */
export function privacyOfficerOnly(res: Response, text: Bilingual): void {
  const caller = callerOf(res);
  if (caller?.kind === 'centre' && caller.role === 'privacy' && caller.professional !== undefined) return;
  throw new GatewayError('forbidden', 'not the privacy officer', {
    issues: [{ severity: 'error', code: 'forbidden', expression: 'http.Authorization', text }],
  });
}
