import type { Messages } from './messages.ts';

/** What every part needs to start: whom to tell, where to put its files, and when to give up. */
export interface LaunchContext {
  readonly say: (line: string) => void;
  readonly words: Messages;
  readonly env: NodeJS.ProcessEnv;
  /** The stack's own folder: each part has its data below it, and its log in `logs/`. */
  readonly folder: string;
  /** Aborted when the start is given up or the stack is stopped. */
  readonly signal: AbortSignal;
  /** To be called when a part ends that nobody stopped. */
  readonly died: (part: string, why: string) => void;
}
