import { REQUEST_KINDS } from '../../profiles/codes.ts';
import type { SocialPrescription } from '../domain/concepts.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../domain/systems.ts';
import { codeMap } from './code-map.ts';
import type { Root } from './concept-mapping.ts';
import type { Identity } from './identity.ts';

/** What the three requests share; each adds its own. */
export type RequestCore = Omit<
  SocialPrescription,
  'kind' | 'what' | 'coProducers' | 'barriers' | 'ratingsBefore' | 'labels' | 'record'
>;

/** Which of the three a request of the centre is. */
export type RequestKind = Exclude<keyof typeof REQUEST_KINDS, 'inbound-referral'>;

export const REQUEST_KIND = { system: CODE_SYSTEMS.requestKind, table: REQUEST_KINDS };

export const REQUEST_STATUSES = {
  draft: 'draft',
  active: 'active',
  revoked: 'revoked',
  completed: 'completed',
  'entered-in-error': 'entered-in-error',
} as const satisfies Record<NonNullable<RequestCore['status']>, string>;

/** Urgency as the requester sees it; FHIR's `asap` says nothing that ours would. */
export const requestPriorities = codeMap<
  NonNullable<RequestCore['urgency']>,
  NonNullable<fhir4.ServiceRequest['priority']>
>({ routine: 'routine', urgent: 'urgent', immediate: 'stat' });

/** Where the three requests of a centre are found: they share one numbering. */
export const requestRoot = (centre: string): Root => ({ type: 'ServiceRequest', system: IDENTIFIERS.request(centre) });

/** How a request is known. */
export const requestIdentity = (centre: string, id: string): Identity<'ServiceRequest'> => ({
  type: 'ServiceRequest',
  system: IDENTIFIERS.request(centre),
  value: id,
});
