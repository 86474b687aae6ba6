import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

const TRIES_MAX = 3;

/** What may be otherwise in a moment is asked again, a few times; nothing else is. */
export const isWorthAgain = (failures: number, error: Error): boolean =>
  failures < TRIES_MAX && error instanceof ApiError && (error.kind === 'unavailable' || error.kind === 'offline');

export const queryClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: isWorthAgain }, mutations: { retry: false } } });
