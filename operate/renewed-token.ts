/** What was asked for, and how long it lives. */
export interface TokenGiven {
  readonly token: string;
  readonly lifeSeconds: number;
}

/** A token is used for this part of its life, then another is asked for. */
const USED_PART = 0.5;

/** Gives the token at hand until it is halfway through its life, then asks for another. A failure is told to whoever asked; the next call asks again. */
export function renewedToken(ask: () => Promise<TokenGiven>, now: () => number = Date.now): () => Promise<string> {
  let kept: Promise<{ readonly token: string; readonly until: number }> | undefined;
  return async () => {
    const at = now();
    if (kept === undefined || (await kept).until <= at) {
      const asked = ask().then(({ token, lifeSeconds }) => ({ token, until: at + lifeSeconds * 1_000 * USED_PART }));
      kept = asked;
      asked.catch(() => {
        kept = undefined;
      });
    }
    return (await kept).token;
  };
}
