import type { Seal } from '../../gateway/lanes/sealing.ts';

/** The same under the key that seals now; undefined where its own key is not configured, or where it was altered. */
export function sealedAgain(seal: Seal, sealed: string): string | undefined {
  try {
    return seal.seal(seal.open(sealed));
  } catch {
    return undefined;
  }
}
