import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from './client.ts';
import type { Family, Step } from './load-plan.ts';

/** Plays every family from its moment on, each step after the one before. Resolves when all that was sent was acknowledged. */
export async function playLoad(families: readonly Family[], client: Client, signal: AbortSignal): Promise<void> {
  await Promise.all(
    families.map(async ({ beginsMs, steps }) => {
      await unlessOver(beginsMs, signal);
      for (const step of steps) if (!signal.aborted) await play(step, client, signal);
    }),
  );
}

async function play(step: Step, client: Client, signal: AbortSignal): Promise<void> {
  if (step.kind === 'wait') return unlessOver(step.ms, signal);
  const clients = step.kind === 'send' ? 1 : step.clients;
  await Promise.all(Array.from({ length: clients }, () => client.send(step.sending)));
}

const unlessOver = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch(() => undefined);
