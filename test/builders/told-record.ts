import { readLedgerSources } from '../../gateway/continuity/ledger-sources.ts';
import { type GivenVersions, readGivenVersions } from '../../gateway/record/given-versions.ts';
import type { LaneEvent } from '../../mappings/domain/lane-events.ts';
import type { MemoryRecord } from './memory-record.ts';
import { syncBench } from './sync-bench.ts';

/** A record that holds what was told, whatever came first: what names something unknown is tried again, a version after the one before it. */
export async function toldRecord(acts: readonly LaneEvent[], before?: MemoryRecord): Promise<MemoryRecord> {
  const { record, put } = syncBench(before);
  let left = acts;
  while (left.length > 0) {
    const waiting: LaneEvent[] = [];
    for (const act of left) {
      const isBehind = waiting.some((other) => rootOf(act) !== '' && rootOf(other) === rootOf(act));
      if (isBehind || (await put(act)) === 'waiting') waiting.push(act);
    }
    if (waiting.length === left.length) throw new Error(`${waiting.length} acts wait for ever`);
    left = waiting;
  }
  return record;
}

/** The child’s file as it is then read. */
export const toldFile = async (acts: readonly LaneEvent[]): Promise<readonly fhir4.FhirResource[]> =>
  (await toldAndGiven(acts)).file;

/** The same, with what recipients were given as it stands no longer. */
export async function toldAndGiven(
  acts: readonly LaneEvent[],
): Promise<GivenVersions & { readonly file: readonly fhir4.FhirResource[] }> {
  const record = await toldRecord(acts);
  const file = (await readLedgerSources(record, 'verdun', 'enf-1'))?.resources ?? [];
  return { file, ...(await readGivenVersions(record, 'verdun', file)) };
}

/** Which concept an act is a version of; nothing of what is no concept. */
export const rootOf = (act: LaneEvent): string => (act.kind === 'concept' ? `${act.concept}|${act.root.value}` : '');
