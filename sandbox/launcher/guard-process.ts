import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

/**
 * Reads one line: "over" means that the guarded group ended by itself. The end of the pipe without it means that the launcher
 * is gone, however it went (SIGKILL included), since the system closes the pipe for it.
 */
const SCRIPT = `trap '' INT TERM HUP; read -r word; [ "$word" = over ] || kill -s KILL -- "-$0"`;

/** Watches over one process group: it does not outlive this process. */
export interface GuardProcess {
  /** To be called when the group has ended by itself. */
  release(): void;
}

/** Starts the guard of the process group `groupId`: a shell of its own session, so that a Ctrl-C in the terminal spares it. */
export function guardProcess(groupId: number): GuardProcess {
  const guard = spawn('/bin/sh', ['-c', SCRIPT, String(groupId)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
    env: {},
  });
  // Without a shell there is no guard, and everything but a SIGKILL of the launcher is still covered.
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return { release: () => void guard.stdin.end('over\n') };
}
