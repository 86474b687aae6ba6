import type { UseQueryResult } from '@tanstack/react-query';
import type { MeTold } from '../../mappings/domain/me-told.ts';
import type { ApiError } from '../api/api-error.ts';
import { useAsk } from '../api/use-ask.ts';

/** Whether somebody may look at (or change) what a page is about. The gateway decides at each call; this only spares a useless door. */
export const mayRead = ({ reads }: Pick<MeTold, 'reads'>, area: string): boolean => reads.includes(area);
export const mayWrite = ({ writes }: Pick<MeTold, 'writes'>, area: string): boolean => writes.includes(area);
/** Only where the centre has turned it on with another one. */
export const mayReadTies = (me: Pick<MeTold, 'reads' | 'centre'>): boolean =>
  mayRead(me, 'ties') && (me.centre?.mayTieWith ?? []).length > 0;

/** Who is signed in: their centre and role, and what these let them do. */
export const useMe = (): UseQueryResult<MeTold, ApiError> =>
  useAsk<MeTold>('/v1/me', { staleMs: Number.POSITIVE_INFINITY });
