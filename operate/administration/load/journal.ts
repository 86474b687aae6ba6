import { appendFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Only whoever runs the load reads what it writes beside the file. */
const OWNER_ONLY = 0o600;

/** What was answered for each line, kept beside the file as it comes, so that a load that was killed goes on where it was. */
export interface Journal {
  has(key: string): boolean;
  /** Written before the next line is looked at. */
  add(key: string, line: number): void;
}

interface JournalEntry {
  readonly key: string;
  readonly line: number;
}

/** Opens the journal at a path; it is made with the first entry. A last line that was cut off by a kill counts as not written. */
export function openJournal(path: string): Journal {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const done = new Set(text.split('\n').flatMap((line) => keyIn(line) ?? []));
  if (text !== '' && !text.endsWith('\n')) appendFileSync(path, '\n');
  return {
    has: (key) => done.has(key),
    add(key, line) {
      const entry: JournalEntry = { key, line };
      appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: OWNER_ONLY });
      done.add(key);
    },
  };
}

function keyIn(line: string): string | undefined {
  try {
    const entry: JournalEntry = JSON.parse(line);
    return entry.key;
  } catch {
    return undefined;
  }
}

/** Writes a report that replaces the one before. */
export function writeReport(path: string, rows: readonly object[]): void {
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''), { mode: OWNER_ONLY });
  chmodSync(path, OWNER_ONLY);
}
