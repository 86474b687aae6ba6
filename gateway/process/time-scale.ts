import type { Logger } from 'pino';

/** Nobody's production has its record, its queues and its only door at 127.0.0.1: a test has. */
export const areOnThisMachine = (addresses: readonly string[]): boolean =>
  addresses.every((address) => {
    const host = URL.canParse(address) ? new URL(address).hostname : address;
    return ['127.0.0.1', 'localhost', '[::1]', '::1'].includes(host);
  });

/** Says loudly that days pass in minutes here: whoever reads the log of a real installation must not overlook it. */
export function tellTimeScale(timeScale: number, log: Pick<Logger, 'error'>): void {
  if (timeScale > 1)
    log.error(
      { timeScale },
      `TIME_SCALE=${timeScale} : chaque délai est raccourci d’autant, pour un essai. JAMAIS avec de vraies demandes. / TIME_SCALE=${timeScale}: every delay is that much shorter, for a test. NEVER with real requests.`,
    );
}
