import { partnerAway } from '../test/stack/partner-away.ts';

const MOST = 1.2;

/** Two partners' median latency while a third is away for three simulated days, against what it was before in the same run. */
export async function benchAway(say: (line: string) => void): Promise<void> {
  const told = await partnerAway({ say, roundsBefore: 40 });
  const ratio = told.medianAwayMs / told.medianBeforeMs;
  const [before, away] = told.samples;
  say(`\nFrom the acknowledgement to the partner, median of the two others`);
  say(`  baseline: before (${before})        ${String(told.medianBeforeMs).padStart(7)} ms`);
  say(
    `  while the third is away (${away})  ${String(told.medianAwayMs).padStart(7)} ms   ratio ${ratio.toFixed(2)} (at most ${MOST})`,
  );
  say(`  it was tried ${told.triesWhileAway} times; back, it took ${told.takenMs.length} at its rate`);
  if (ratio > MOST) throw new Error(`the others noticed: ${ratio.toFixed(2)} is more than ${MOST}`);
}
