import type { RegisterEntry } from '../domain/register-told.ts';

/** A person reviews an extract and prints it in one sitting. */
const SITTING_MS = 60 * 60_000;

/** Whether an entry says only that whoever makes this extract now has just looked at it. */
export const ownMaking =
  (maker: { readonly client?: string; readonly professional?: string } | undefined, now: Date) =>
  ({ what, at, by }: RegisterEntry): boolean =>
    what === 'register-extract' &&
    by.kind === 'centre' &&
    by.client === maker?.client &&
    by.professional === maker?.professional &&
    Date.parse(at) > now.getTime() - SITTING_MS;
