import { hasCome, nowAt } from '../../mappings/consent/moments.ts';
import type { AccessSettings } from './access-settings.ts';

/**
 * Whether a partner has access no more where no token says which of its clients calls: the access file lists clients of it, and each is suspended.
 * While one of them is not, or none is listed, its certificate or address counts as the registry says.
 */
export function isPartnerStopped(partner: string, { clients }: Pick<AccessSettings, 'clients'>, at: Date): boolean {
  const own = clients.filter((client) => client.partner === partner);
  // As in as-listed.ts, a date of what is no centre’s begins in UTC.
  const now = nowAt(at, 'UTC');
  return own.length > 0 && own.every(({ suspendedFrom }) => suspendedFrom !== undefined && hasCome(suspendedFrom, now));
}
