import { type Logger, pino } from 'pino';

/** JSON lines on standard output; ids only (design.md, laws). Headers are cut even where somebody logs a whole request. */
export const createLogger = (level: string, name: string): Logger =>
  pino({ level, name, redact: ['*.headers', 'headers', '*.authorization'] });
