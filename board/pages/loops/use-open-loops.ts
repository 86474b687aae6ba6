import { useInfiniteQuery } from '@tanstack/react-query';
import type { RuleOffTold } from '../../../mappings/domain/findings-told.ts';
import type { OpenLoopsTold, OpenLoopTold } from '../../../mappings/domain/open-loops-told.ts';
import { useApi } from '../../api/api-context.tsx';
import type { ApiError } from '../../api/api-error.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { filtersText, type LoopFilters } from './loop-filters.ts';

/** The open loops, as many pages as were asked for until now. */
export function useOpenLoops(filters: LoopFilters) {
  const api = useApi();
  const language = useLanguage();
  const path = `/v1/loops?${filtersText(filters)}`;
  return useInfiniteQuery<
    OpenLoopsTold,
    ApiError,
    { readonly loops: readonly OpenLoopTold[]; readonly off: readonly RuleOffTold[] },
    readonly string[],
    string | undefined
  >({
    queryKey: [path, language],
    queryFn: ({ pageParam, signal }) =>
      api.json<OpenLoopsTold>(pageParam === undefined ? path : `${path}&after=${pageParam}`, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ loops: uniqueById(pages.flatMap(({ loops }) => loops)), off: pages[0]?.off ?? [] }),
    // What one has under one's eyes does not move by itself: one asks for it anew.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

/** A loop that moved down between two pages is told twice. */
function uniqueById(loops: readonly OpenLoopTold[]): readonly OpenLoopTold[] {
  return [...new Map(loops.map((loop) => [loop.id, loop])).values()];
}
