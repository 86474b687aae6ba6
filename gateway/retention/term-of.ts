import { FILE_RETENTION, RETENTION_SOURCES } from '../../mappings/retention/retention-rules.ts';
import type { Centre, CentreRetention, Language } from '../registry.ts';

/** How long a centre keeps its files, and where that comes from, in words. */
export interface TermTold extends Pick<CentreRetention, 'years' | 'afterMajority'> {
  readonly rule: string;
  /** Who said so, and since when; absent as long as nobody at the centre has. */
  readonly by?: string;
  readonly since?: string;
  readonly confirmed: boolean;
}

/** The centre’s own term, or the cautious one of its regime. */
export function termOf({ regime, retention }: Pick<Centre, 'regime' | 'retention'>, language: Language): TermTold {
  if (retention !== undefined) return { ...retention, confirmed: retention.confirmed === true };
  const { sources, ...term } = FILE_RETENTION[regime];
  return { ...term, rule: sources.map((name) => RETENTION_SOURCES[name][language]).join(' ; '), confirmed: false };
}
