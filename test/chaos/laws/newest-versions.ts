import type { History, RootSeen, SentVersion } from '../history.ts';
import type { ConceptSent } from '../load-plan.ts';

/** One concept: every version of it that was sent, and what HAPI holds. */
export interface Sent {
  readonly concept: ConceptSent;
  readonly id: string;
  readonly versions: readonly SentVersion[];
  readonly root?: RootSeen;
}

export const wasAcknowledged = ({ acknowledged }: SentVersion): boolean => acknowledged.length > 0;

/** Everything of which at least one version was acknowledged, and that can be in the record. */
export function concepts({ sent, record }: Pick<History, 'sent' | 'record'>): readonly Sent[] {
  const roots = new Map(record.roots.map((root) => [keyOf(root), root]));
  const byKey = new Map<string, SentVersion[]>();
  for (const version of sent) {
    if (version.orphan === true) continue;
    byKey.set(keyOf(version), [...(byKey.get(keyOf(version)) ?? []), version]);
  }
  return [...byKey].flatMap(([key, versions]) => {
    const [first] = versions;
    if (first === undefined || !versions.some(wasAcknowledged)) return [];
    const root = roots.get(key);
    return [{ concept: first.concept, id: first.id, versions, ...(root !== undefined && { root }) }];
  });
}

const keyOf = ({ concept, id }: { readonly concept: string; readonly id: string }): string => `${concept}/${id}`;

/** The newest version that was acknowledged: this one, or a newer one that was sent, must stand. */
export const newestAcknowledged = ({ versions }: Sent): number =>
  Math.max(...versions.filter(wasAcknowledged).map(({ version }) => version));
