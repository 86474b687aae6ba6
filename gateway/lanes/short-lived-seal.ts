import type { Seal } from './sealing.ts';

/** What its holder brings back a short while later: nobody else reads it, makes one, or uses another’s. */
export interface ShortLivedSeal<T> {
  seal(value: T, holder: string): string;
  /** Undefined for anything but what was sealed for this use and this holder, a short while ago. */
  open(text: string, holder: string): T | undefined;
}

export interface ShortLivedSealDeps<T> {
  readonly seal: Seal;
  readonly now: () => Date;
  /** What else is sealed with the same key is not this. */
  readonly use: string;
  readonly isOne: (value: unknown) => value is T;
}

const GOOD_FOR_MS = 15 * 60_000;
const LENGTH_MAX = 4_000;

export function shortLivedSeal<T>({ seal, now, use, isOne }: ShortLivedSealDeps<T>): ShortLivedSeal<T> {
  return {
    seal: (value, holder) => seal.seal({ value, use, holder, until: now().getTime() + GOOD_FOR_MS }),

    open(text, holder) {
      const kept = new Map(Object.entries(text.length > LENGTH_MAX ? {} : opened(seal, text)));
      const value = kept.get('value');
      const isGood =
        kept.get('use') === use && kept.get('holder') === holder && Number(kept.get('until')) > now().getTime();
      return isGood && isOne(value) ? value : undefined;
    },
  };
}

function opened(seal: Seal, text: string): object {
  try {
    const value = seal.open(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // Altered, or sealed under a key that went: nothing that is still good, whichever.
    return {};
  }
}
