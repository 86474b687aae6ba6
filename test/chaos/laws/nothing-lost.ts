import type { History } from '../history.ts';
import { type Breach, breach } from './breach.ts';
import { concepts, newestAcknowledged, type Sent } from './newest-versions.ts';

/** Every acknowledged version is in HAPI, or a newer one is, with the content that was sent. */
export function nothingLost(history: History): readonly Breach[] {
  const states = new Map(history.exchanges.map((exchange) => [exchange.id, exchange]));
  const refused = history.sent
    .filter((it) => it.refused !== undefined)
    .map(({ id, version, refused: status }) =>
      breach('lost', id, `version ${version} was refused at the door (${status}), though nothing was wrong with it`),
    );
  const exchanges = history.sent
    .filter(({ orphan }) => orphan !== true)
    .flatMap(({ id, version, acknowledged }) =>
      acknowledged.flatMap(({ exchange }) => {
        const state = states.get(exchange)?.state ?? 'absent';
        return LOST.has(state)
          ? [breach('lost', id, `version ${version} was acknowledged, and its exchange is ${state}`)]
          : [];
      }),
    );
  return [...refused, ...distinct(exchanges), ...concepts(history).flatMap((sent) => standing(sent, states))];
}

const LOST: ReadonlySet<string> = new Set(['absent', 'parked', 'refused']);

function standing(sent: Sent, states: ReadonlyMap<string, { readonly state: string }>): readonly Breach[] {
  const { id, root, versions } = sent;
  const newest = newestAcknowledged(sent);
  const stands = root?.versions.at(-1);
  if (root === undefined || stands === undefined)
    return [breach('lost', id, `version ${newest} was acknowledged, and HAPI holds nothing`)];
  const unwritten = versions
    .filter(({ acknowledged }) => acknowledged.some(({ exchange }) => states.get(exchange)?.state === 'synced'))
    .filter(({ version }) => !root.versions.includes(version))
    .map(({ version }) => breach('lost', id, `version ${version} is said to be synced, and HAPI never had it`));
  if (stands < newest)
    return [...unwritten, breach('lost', id, `version ${newest} was acknowledged, HAPI holds ${stands}`)];
  const body = versions.find(({ version }) => version === stands)?.body;
  if (body === undefined) return [...unwritten, breach('lost', id, `HAPI holds version ${stands}, which nobody sent`)];
  return holds(root.held, body)
    ? unwritten
    : [...unwritten, breach('lost', id, `the content of version ${stands} is not what was sent`)];
}

/** Whether all that was sent is there, whatever else is. */
function holds(held: unknown, sent: unknown): boolean {
  if (Array.isArray(sent))
    return Array.isArray(held) && held.length === sent.length && sent.every((one, index) => holds(held[index], one));
  if (typeof sent !== 'object' || sent === null) return Object.is(held, sent);
  if (typeof held !== 'object' || held === null) return false;
  const members = new Map(Object.entries(held));
  return Object.entries(sent).every(([name, member]) => holds(members.get(name), member));
}

/** The same said of several acknowledgements is said once. */
export const distinct = (breaches: readonly Breach[]): readonly Breach[] => [
  ...new Map(breaches.map((it) => [`${it.law} ${it.about} ${it.says}`, it])).values(),
];
