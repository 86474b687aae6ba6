import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Model,
  momentOf,
  type Real,
  referralCommands,
  sent,
  settle,
} from '../../../builders/referral-commands.ts';
import { ourSide } from '../../../builders/two-sides.ts';
import { ASKED } from '../../mappings/domain/reference-model.ts';

/** Longer, until it has found nothing for an hour: CONTRIBUTING says how. */
const RUNS = Number(process.env.MODEL_RUNS ?? 200);
const LIMIT_MS = process.env.MODEL_RUNS === undefined ? 240_000 : 3_600_000;
const COMMANDS_MAX = 60;

async function setup(): Promise<{ model: Model; real: Real }> {
  const clock = { minute: 0 };
  const side = await ourSide(() => momentOf(clock.minute));
  return {
    model: {
      minute: 0,
      ours: ASKED,
      theirs: undefined,
      cancellationToldAt: undefined,
      onTheWay: [],
      said: [],
      heard: new Set(),
      erred: false,
      ran: 0,
    },
    real: { side, clock },
  };
}

/** Runs random lives of a request, and counts how they ended. */
async function lives(
  wrongPresses: boolean,
): Promise<{ readonly ran: number; readonly ends: Readonly<Record<string, number>> }> {
  const ends: Record<string, number> = {};
  let ran = 0;
  const commands = fc.commands(referralCommands({ wrongPresses }), { maxCommands: COMMANDS_MAX, size: 'max' });
  await fc.assert(
    fc.asyncProperty(commands, fc.nat(4), async (life, first) => {
      const made = await setup();
      if (first > 0) await sent('no').run(made.model, made.real);
      await fc.asyncModelRun(async () => made, life);
      const end = await settle(made.model, made.real);
      ran += made.model.ran;
      ends[end] = (ends[end] ?? 0) + 1;
    }),
    { numRuns: RUNS, endOnFailure: false, interruptAfterTimeLimit: LIMIT_MS },
  );
  return { ran, ends };
}

test(
  'whatever both sides do, and whatever is repeated, late or lost on the way, no illegal move is stored, and both end in the same state',
  async () => {
    const { ran, ends } = await lives(false);
    expect(ran).toBeGreaterThan(1_000);
    const { same = 0, crossed = 0, 'never-left': never = 0, 'pause-lost': lost = 0 } = ends;
    expect(same).toBeGreaterThan(3 * (crossed + lost));
    expect(same).toBeGreaterThan(never);
  },
  2 * LIMIT_MS,
);

test(
  'whatever a person writes down by mistake, no illegal move is stored',
  async () => {
    expect((await lives(true)).ran).toBeGreaterThan(1_000);
  },
  2 * LIMIT_MS,
);
