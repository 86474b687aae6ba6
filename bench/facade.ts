import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { CENTRE, recordSearch, seedChildren } from './children-read.ts';
import { median } from './median.ts';

const CHILDREN = 40;
const ROUNDS = 6;
const CALLS_A_ROUND = 80;
const CLIENTS = [1, 4] as const;

interface Way {
  readonly name: string;
  readonly call: (patient: string) => Promise<Response>;
}

/** One question, asked of HAPI itself and through the facade. The first way is the baseline. */
interface Case {
  readonly title: string;
  readonly ways: readonly Way[];
}

/** The record through the facade against HAPI itself, in the same run, in turns; with one client and with four. */
export async function benchFacade(say: (line: string) => void): Promise<void> {
  const sandbox = await startSandbox({ say, language: 'en', fullJit: true, log: pino({ level: 'silent' }) });
  try {
    const patients = await seedChildren(sandbox, CHILDREN);
    const token = await sandbox.centreToken(CENTRE);
    for (const { title, ways } of casesOf(sandbox, token)) {
      for (const clients of CLIENTS) {
        const taken = new Map(ways.map(({ name }) => [name, { all: [] as number[], seconds: 0 }]));
        for (let round = 0; round <= ROUNDS; round += 1) {
          for (const way of ways) {
            const one = await roundOf(way, patients, clients);
            const kept = taken.get(way.name);
            // The first round warms up.
            if (round === 0 || kept === undefined) continue;
            kept.all.push(...one.times);
            kept.seconds += one.seconds;
          }
        }
        say(`\n${title}, ${clients} client(s), ${ROUNDS * CALLS_A_ROUND} calls each, in turns`);
        const [first] = [...taken.values()];
        for (const [name, { all, seconds }] of taken)
          say(
            `  ${name.padEnd(58)} ${median(all).toFixed(1).padStart(6)} ms  ${(all.length / seconds).toFixed(0).padStart(5)}/s   ratio of medians ${(median(all) / median(first?.all ?? [])).toFixed(2)}`,
          );
      }
    }
  } finally {
    await sandbox.stop();
  }
}

function casesOf({ stack, gatewayUrl }: Sandbox, token: string): readonly Case[] {
  const hapi = (cacheControl: string) => ({ headers: { 'cache-control': cacheControl } });
  const ours = { headers: { authorization: `Bearer ${token}` } };
  return [
    {
      title: 'A child’s record: search by id with five includes',
      ways: [
        {
          name: 'baseline: the same search at HAPI, fresh (no-cache)',
          call: (it) => fetch(`${stack.hapi.url}/${recordSearch(it)}`, hapi('no-cache')),
        },
        {
          name: 'the same, not kept by HAPI (no-store), as the facade asks it',
          call: (it) => fetch(`${stack.hapi.url}/${recordSearch(it)}`, hapi('no-cache, no-store, max-results=51')),
        },
        { name: 'through the facade', call: (it) => fetch(`${gatewayUrl}/fhir/${recordSearch(it)}`, ours) },
      ],
    },
    {
      title: 'One resource: read by id',
      ways: [
        { name: 'baseline: read at HAPI', call: (it) => fetch(`${stack.hapi.url}/Patient/${it}`, hapi('no-cache')) },
        { name: 'through the facade', call: (it) => fetch(`${gatewayUrl}/fhir/Patient/${it}`, ours) },
      ],
    },
  ];
}

async function roundOf({ call }: Way, patients: readonly string[], clients: number) {
  const times: number[] = [];
  const queue = Array.from({ length: CALLS_A_ROUND }, (_, nth) => patients[nth % patients.length] ?? '');
  const start = performance.now();
  const client = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const began = performance.now();
      const response = await call(next);
      const body = await response.text();
      if (!response.ok || !body.includes(`"${next}"`)) throw new Error(`answered ${response.status}`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { times, seconds: (performance.now() - start) / 1_000 };
}
