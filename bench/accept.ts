import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { careCircleMapping } from '../mappings/concepts/care-circle.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { median } from './median.ts';

const ROUNDS = 60;
const WARM_UP = 10;

/** The same child and circle under other identifiers: what a coordinator types on a first visit. */
const circle = (n: string) => ({
  id: `bench-${n}`,
  version: 1,
  centre: 'hochelaga',
  happenedAt: '2026-01-15T10:00:00-05:00',
  child: {
    id: `child-${n}`,
    name: { given: ['Mai'], family: 'Nguyễn' },
    birthDate: '2020-05-04',
    languages: ['fr', 'vi'],
  },
  members: [
    { kind: 'family' as const, id: 'mother', name: { text: 'Lan' }, kinship: 'MTH' as const },
    { kind: 'family' as const, id: 'grandmother', name: { text: 'Bà' }, kinship: 'GRMTH' as const },
    { kind: 'professional' as const, id: `pivot-${n}`, name: "Dre Hélène d'Arcy-Côté" },
  ],
  pivot: `pivot-${n}`,
});

/** Milliseconds from the request to its answer. */
async function timed(url: string, init: RequestInit): Promise<number> {
  const start = performance.now();
  const response = await fetch(url, init);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - start;
}

const put = async ({ gatewayUrl, centreToken }: Sandbox, n: string, prefer: string): Promise<number> =>
  timed(`${gatewayUrl}/v1/care-circles/bench-${n}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${await centreToken('hochelaga')}`, 'content-type': 'application/json', prefer },
    body: JSON.stringify(circle(n)),
  });

/** The baseline: the transaction that the mapping makes of the same circle, posted straight to HAPI. */
const straight = ({ stack }: Sandbox, n: string): Promise<number> => {
  const context = {
    exchangeId: `bench-${n}`,
    recordedAt: '2026-01-15T15:00:00.000Z',
    contentHash: 'bench',
    centre: { id: 'hochelaga', name: 'Hochelaga' },
  };
  return timed(stack.hapi.url, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(careCircleMapping.toBundle(circle(n), context)),
  });
};

/** A circle through the gateway into HAPI, against the same transaction posted straight to HAPI: alternating, one at a time, same run. */
export async function benchAccept(say: (line: string) => void): Promise<void> {
  const sandbox = await startSandbox({ say, language: 'en', fullJit: true, log: pino({ level: 'silent' }) });
  try {
    const [baseline, synced, acknowledged]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const times = [
        await straight(sandbox, `s${round}`),
        await put(sandbox, `g${round}`, 'wait=30'),
        await put(sandbox, `a${round}`, 'respond-async'),
      ] as const;
      if (round < WARM_UP) continue;
      baseline.push(times[0]);
      synced.push(times[1]);
      acknowledged.push(times[2]);
    }
    const row = (name: string, times: readonly number[]) =>
      `  ${name.padEnd(52)} ${median(times).toFixed(1).padStart(7)} ms   ratio ${(median(times) / median(baseline)).toFixed(2)}`;
    say(`\nA care circle, new, median of ${ROUNDS}, one at a time`);
    say(row('baseline: its transaction straight to HAPI', baseline));
    say(row('PUT, answered once it stands in HAPI (wait)', synced));
    say(row('PUT, answered once it is on disk (respond-async)', acknowledged));
  } finally {
    await sandbox.stop();
  }
}
