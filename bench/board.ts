import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { buildBoard } from '../board/build/build-board.ts';
import { startAuthorizationServer } from '../sandbox/access/authorization-server.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { aBrowser } from '../test/browser/a-browser.ts';
import { CENTRE, seedOpenLoops } from './board-loops.ts';

const FIRST_PAINT_MAX_MS = 1_500;
const LONG_TASK_MAX_MS = 100;
const ANSWER_MAX_BYTES = 300_000;
const LOADS = 5;
const PLANTED_TASK_MS = 120;
const SCROLLS = 300;
const SCROLL_PX = 600;
const SCROLL_EVERY_MS = 50;

/** Thousands of open loops on the board: when the first can be read, what scrolling costs, how large an answer is. False when a limit is passed. */
export async function benchBoard(loops: number, say: (line: string) => void): Promise<boolean> {
  await buildBoard(say);
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  const browser = await aBrowser();
  let sandbox: Sandbox | undefined;
  try {
    const tokens: NonNullable<Parameters<typeof startSandbox>[0]['tokens']> = (registry) =>
      startAuthorizationServer({ registry, folder });
    sandbox = await startSandbox({ say, language: 'en', fullJit: true, log: pino({ level: 'silent' }), tokens });
    const seeded = await seedOpenLoops(sandbox.stack.hapi.url, loops, say);
    const page = await browser.look('about:blank', { device: 'desktop' });
    await page.addInitScript(WATCHED);
    const largest = largestAnswer(page);
    await page.goto(`${sandbox.gatewayUrl}/board/loops?of=centre`);
    await page.locator('button.main').click();
    await page.locator(`button[value="${CENTRE}/pivot"]`).click();
    await page.locator('article').first().waitFor();
    const paints: number[] = [];
    for (let load = 0; load < LOADS; load += 1) {
      await page.reload();
      await page.locator('article').first().waitFor();
      paints.push(Number(await page.evaluate('watched.firstLoopMs')));
    }
    await mustTellOfLongTasks(page);
    const { reached, longest } = await scrolled(page);
    const slowest = Math.max(...paints);
    say(`\n${seeded} open loops`);
    const kept = [
      told(say, `the first loop can be read, slowest of ${LOADS} loads`, slowest, FIRST_PAINT_MAX_MS, 'ms'),
      told(say, `the longest task while scrolling past ${reached} loops`, longest, LONG_TASK_MAX_MS, 'ms'),
      told(say, 'the largest answer, files of the board included', largest(), ANSWER_MAX_BYTES, 'bytes'),
    ];
    return kept.every(Boolean);
  } finally {
    await browser.close();
    await sandbox?.stop();
    await rm(folder, { recursive: true });
  }
}

/** In the page, from its first moment: when the first loop stands there, and each long task after `watched.tasks` was emptied. */
const WATCHED = `
  window.watched = { firstLoopMs: undefined, tasks: [] };
  new PerformanceObserver((list) => watched.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  new MutationObserver((_, observer) => {
    if (document.querySelector('article') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { watched.firstLoopMs = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
`;

/** A browser that tells of no long task would pass over every one: it must tell of ours. Throws where it does not. */
async function mustTellOfLongTasks(page: Page): Promise<void> {
  const told = await page.evaluate(`new Promise((told) => setTimeout(() => {
    const end = performance.now() + ${PLANTED_TASK_MS};
    while (performance.now() < end);
    setTimeout(() => told(Math.max(0, ...watched.tasks)), 200);
  }))`);
  if (Number(told) < PLANTED_TASK_MS) throw new Error('the browser does not tell of long tasks');
}

async function scrolled(page: Page): Promise<{ readonly reached: number; readonly longest: number }> {
  await page.evaluate('watched.tasks.length = 0');
  await page.evaluate(`(async () => {
    for (let time = 0; time < ${SCROLLS}; time += 1) {
      scrollBy(0, ${SCROLL_PX});
      await new Promise((resolve) => setTimeout(resolve, ${SCROLL_EVERY_MS}));
    }
  })()`);
  const last = await page.locator('article').last().getAttribute('aria-posinset');
  return { reached: Number(last), longest: Number(await page.evaluate('Math.max(0, ...watched.tasks)')) };
}

function largestAnswer(page: Page): () => number {
  let largest = 0;
  page.on('response', (response) => {
    void response.body().then(
      ({ length }) => {
        largest = Math.max(largest, length);
      },
      // A redirection has none.
      () => undefined,
    );
  });
  return () => largest;
}

function told(say: (line: string) => void, what: string, measured: number, most: number, unit: string): boolean {
  const isKept = measured > 0 || unit === 'ms' ? measured <= most : false;
  say(
    `  ${what.padEnd(62)} ${measured.toFixed(0).padStart(8)} ${unit} (at most ${most})${isKept ? '' : '  PASSED OVER'}`,
  );
  return isKept;
}
