import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Asked } from './api-client.ts';
import { useApi } from './api-context.tsx';
import type { ApiError } from './api-error.ts';

export interface Told extends Pick<Asked, 'body' | 'headers'> {
  readonly method: 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
}

/**
 * Writes something, then reads anew whatever stands under one of these paths (`/v1/findings`, with all that follows it). Each act has a
 * key of its own, made when the form opened, so that a second press or a retry changes nothing twice.
 */
export function useTell<T = unknown>(thenAnew: readonly string[]): UseMutationResult<T, ApiError, Told> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation<T, ApiError, Told>({
    mutationFn: ({ path, ...asked }) => api.json<T>(path, asked),
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [path] }) => thenAnew.some((it) => typeof path === 'string' && path.startsWith(it)),
      }),
  });
}
