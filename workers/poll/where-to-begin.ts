import type { FhirStore, SearchParams } from '../../gateway/record/fhir-store.ts';
import { identifierToken } from '../../gateway/record/identifier-token.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';

export interface WhereToBeginDeps {
  readonly store: Pick<FhirStore, 'pages'>;
  /** How long an event may wait in a queue: what Redis lost cannot be older. */
  readonly queueAgeMaxMs: number;
  readonly now: () => Date;
}

/** Two clocks may differ, and a zone be forgotten. */
const CLOCKS_MS = 24 * 3_600_000;

/**
 * From when a partner is read when nothing says how far it was: from the oldest request that is still open there, and at least as far back
 * as a queue may have been. Undefined, for everything, where the record knows nothing of this partner yet.
 */
export function whereToBegin({ store, queueAgeMaxMs, now }: WhereToBeginDeps) {
  const first = async (params: SearchParams): Promise<fhir4.Task | undefined> => {
    for await (const page of store.pages('Task', { ...params, _count: '1' }))
      return page.find((it) => it.resourceType === 'Task');
    return undefined;
  };
  return async (partner: string): Promise<string | undefined> => {
    const token = identifierToken(IDENTIFIERS.partner, partner);
    const asked = { 'owner:Organization.identifier': token };
    const known = (await first(asked)) ?? (await first({ 'requester:Organization.identifier': token }));
    if (known === undefined) return undefined;
    const oldest = await first({
      ...asked,
      status: 'requested,received,accepted,in-progress,on-hold',
      _sort: 'authored-on',
    });
    const queued = now().getTime() - queueAgeMaxMs;
    const open = oldest?.authoredOn === undefined ? queued : Date.parse(oldest.authoredOn);
    return new Date(Math.min(queued, open) - CLOCKS_MS).toISOString();
  };
}
