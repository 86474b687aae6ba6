import { createHash } from 'node:crypto';
import { EXTENSIONS, PROFILES } from '../../mappings/domain/systems.ts';

export type AuditEntry = fhir4.AuditEvent & { readonly id: string };

/** Where an entry stands in its chain. */
export interface Link {
  /** A chain begins when Redis has none: at first, and after Redis was lost or restored. */
  readonly chain: string;
  /** 1 for the first entry. */
  readonly n: number;
  /** Hash of the entry before; of the first, `BEGINNING`. */
  readonly previous: string;
  readonly hash: string;
}

export interface LinkedEntry {
  readonly link: Link;
  readonly event: AuditEntry;
}

/** The last entry of a chain. */
export type Head = Pick<Link, 'chain' | 'n' | 'hash'>;

export const BEGINNING = '0'.repeat(64);

/** The entries as they follow the head; without one they begin the chain that is named. */
export function linked(head: Head | undefined, newChain: () => string, events: readonly AuditEntry[]): LinkedEntry[] {
  let last: Head = head ?? { chain: newChain(), n: 0, hash: BEGINNING };
  return events.map((event) => {
    const place = { chain: last.chain, n: last.n + 1, previous: last.hash };
    const link = { ...place, hash: hashOf(place, event) };
    last = link;
    return { link, event };
  });
}

/** SHA-256 over the place in the chain and all that the entry says. */
export const hashOf = ({ chain, n, previous }: Omit<Link, 'hash'>, event: fhir4.AuditEvent): string =>
  createHash('sha256')
    .update(`${chain}\n${n}\n${previous}\n${canonical(event)}`)
    .digest('hex');

/** What was hashed is found again whatever a server does with the order of members; `meta` is the server’s own, and the link stands beside what it links. */
function canonical({ meta: _meta, extension = [], ...said }: fhir4.AuditEvent): string {
  const others = extension.filter(({ url }) => url !== EXTENSIONS.auditChain);
  return JSON.stringify(sorted({ ...said, ...(others.length > 0 && { extension: others }) }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, it]) => it !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, it]) => [name, sorted(it)]),
  );
}

/** The entry as the record keeps it: its link stands in an extension. */
export const onRecord = ({ link, event }: LinkedEntry): AuditEntry => ({
  ...event,
  extension: [...(event.extension ?? []), linkExtension(link)],
});

const linkExtension = (link: Link): fhir4.Extension => ({
  url: EXTENSIONS.auditChain,
  extension: [
    { url: 'chain', valueString: link.chain },
    { url: 'sequence', valuePositiveInt: link.n },
    { url: 'previous', valueString: link.previous },
    { url: 'hash', valueString: link.hash },
  ],
});

const OWN_PROFILES: ReadonlySet<string | undefined> = new Set([
  PROFILES.access,
  PROFILES.breakGlass,
  PROFILES.disclosure,
  PROFILES.operatorAct,
  PROFILES.refusedCall,
]);

/** Whether what the hash does not hold is as we wrote it: one link, nothing beside it, one profile of ours, and no label or tag. */
export function isAsWritten(event: fhir4.AuditEvent, link: Link): boolean {
  const links = (event.extension ?? []).filter(({ url }) => url === EXTENSIONS.auditChain);
  const { profile = [], security = [], tag = [] } = event.meta ?? {};
  return (
    links.length === 1 &&
    JSON.stringify(sorted(links[0])) === JSON.stringify(sorted(linkExtension(link))) &&
    profile.length === 1 &&
    OWN_PROFILES.has(profile[0]) &&
    security.length + tag.length === 0
  );
}

/** The link that an entry of the record carries; undefined for one that was written before there was a chain. */
export function linkOf({ extension }: fhir4.AuditEvent): Link | undefined {
  const parts = extension?.find(({ url }) => url === EXTENSIONS.auditChain)?.extension ?? [];
  const text = (name: string) => parts.find(({ url }) => url === name)?.valueString;
  const [chain, previous, hash] = [text('chain'), text('previous'), text('hash')];
  const n = parts.find(({ url }) => url === 'sequence')?.valuePositiveInt;
  return chain === undefined || previous === undefined || hash === undefined || n === undefined
    ? undefined
    : { chain, n, previous, hash };
}
