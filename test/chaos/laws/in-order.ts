import type { History, MessageSeen, PartnerSeen } from '../history.ts';
import { type Breach, breach } from './breach.ts';

/** Versions only rise: in HAPI, in what exchanges say, and in what each partner first heard. */
export function inOrder({ sent, exchanges, record, partners }: History): readonly Breach[] {
  const written = record.roots.flatMap(({ id, versions }) =>
    fallsIn(versions).map(([before, after]) => breach('order', id, `HAPI took version ${after} after ${before}`)),
  );
  const states = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const overtaken = sent.flatMap(({ id, version, acknowledged }) =>
    [...new Set(acknowledged.map(({ exchange }) => exchange))].flatMap((exchange) => {
      const { state, version: by } = states.get(exchange) ?? {};
      return state === 'superseded' && by !== undefined && by < version
        ? [breach('order', id, `version ${version} is said to be superseded by ${by}`)]
        : [];
    }),
  );
  return [...written, ...overtaken, ...partners.flatMap(heardInOrder)];
}

const fallsIn = (versions: readonly number[]): readonly (readonly [number, number])[] =>
  versions.flatMap((version, index) => {
    const before = versions[index - 1];
    return before !== undefined && version < before ? [[before, version] as const] : [];
  });

/** By when each message first came; a repeat has no effect. */
function heardInOrder({ id: partner, received }: PartnerSeen): readonly Breach[] {
  const seen = new Set<string>();
  const firsts = received.filter(({ messageId }) => !seen.has(messageId) && seen.add(messageId));
  const byNumber = new Map<string, MessageSeen[]>();
  for (const message of firsts)
    if (message.number !== undefined) byNumber.set(message.number, [...(byNumber.get(message.number) ?? []), message]);
  return [...byNumber].flatMap(([number, messages]) => {
    const versions = messages.flatMap(({ mark }) => mark?.version ?? []);
    const takenBack = messages.findIndex(({ mark }) => mark === undefined);
    const after = takenBack === -1 ? [] : messages.slice(takenBack).filter(({ mark }) => mark !== undefined);
    return [
      ...fallsIn(versions).map(([before, later]) =>
        breach('order', number, `${partner} got version ${later} after ${before}`),
      ),
      ...after.map(({ mark }) =>
        breach('order', number, `${partner} got version ${mark?.version} after it was taken back`),
      ),
    ];
  });
}
