import { Writable } from 'node:stream';
import pino, { type Logger } from 'pino';

/** A log that nobody reads. */
export const quietLog = (): Logger => pino({ level: 'silent' });

/** A log of which every byte can be looked at. */
export function keptLog(): { readonly log: Logger; readonly text: () => string } {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { log: pino({ level: 'trace' }, stream), text: () => lines.join('') };
}
