import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../texts/use-language.ts';
import { useApi } from './api-context.tsx';
import type { ApiError } from './api-error.ts';

interface AskOptions {
  /** Until when what was read is taken as it is; fifteen seconds unless said. */
  readonly staleMs?: number;
  /** Not asked yet: something that it needs is not known. */
  readonly wait?: boolean;
  /** Each reading stands in the register: it is read when it is asked for and after an act, not again by itself, and kept nowhere. */
  readonly isNoted?: boolean;
}

const STALE_MS = 15_000;

/** Reads `GET path` in the reader's language; kept under its path, so that `useTell` can say what to read anew. */
export function useAsk<T>(
  path: string,
  { staleMs = STALE_MS, wait = false, isNoted = false }: AskOptions = {},
): UseQueryResult<T, ApiError> {
  const api = useApi();
  const language = useLanguage();
  return useQuery<T, ApiError>({
    queryKey: [path, language],
    queryFn: ({ signal }) => api.json<T>(path, { signal }),
    staleTime: isNoted ? Number.POSITIVE_INFINITY : staleMs,
    ...(isNoted && { gcTime: 0 }),
    enabled: !wait,
  });
}
