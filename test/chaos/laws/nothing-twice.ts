import type { History, PartnerSeen } from '../history.ts';
import { type Breach, breach } from './breach.ts';
import { distinct } from './nothing-lost.ts';

/** One resource for each identity, one exchange for each content, one revision for each version, one effect for each message. */
export function nothingTwice({ sent, record, partners }: History): readonly Breach[] {
  const answers = sent.flatMap(({ id, version, acknowledged }) => {
    const exchanges = new Set(acknowledged.map(({ exchange }) => exchange));
    return exchanges.size > 1 ? [breach('twice', id, `version ${version} got ${exchanges.size} exchanges`)] : [];
  });
  const resources = [
    ...record.roots.map(({ id, resources: count }) => ({ id, count })),
    ...record.tasks.map(({ request, partner, resources: count }) => ({ id: `${request} at ${partner}`, count })),
    ...Object.entries(record.children).map(([id, count]) => ({ id, count })),
  ].flatMap(({ id, count }) =>
    count > 1 ? [breach('twice', id, `HAPI has ${count} resources under its identifier`)] : [],
  );
  const revisions = record.roots.flatMap(({ id, versions, noted }) => {
    const repeated = versions.filter((version, index) => versions.indexOf(version) !== index);
    return [
      ...repeated.map((version) => breach('twice', id, `version ${version} was written twice`)),
      ...(noted > new Set(versions).size
        ? [breach('twice', id, `${noted} revisions are noted for ${versions.length} versions`)]
        : []),
    ];
  });
  const numbers = repeatsOf(record.tasks.map(({ request, partner }) => `${request} at ${partner}`)).map((about) =>
    breach('twice', about, 'has two numbers'),
  );
  return [...answers, ...resources, ...revisions, ...numbers, ...distinct(partners.flatMap(effectsTwice))];
}

const repeatsOf = (all: readonly string[]): readonly string[] => [
  ...new Set(all.filter((one, index) => all.indexOf(one) !== index)),
];

/** At a partner the same message id is the same message, and a version comes under one message id only. */
function effectsTwice({ id: partner, manner, received, cases }: PartnerSeen): readonly Breach[] {
  const twice = repeatsOf(cases.flatMap(({ mark }) => mark?.id ?? [])).map((id) =>
    breach('twice', id, `${partner} has it under two numbers`),
  );
  // Who collects its requests makes the ids of what it read by itself.
  if (manner === 'fhir-poll') return twice;
  const told = received.flatMap(({ messageId, mark }) =>
    mark === undefined ? [] : [{ messageId, version: `${mark.id} v${mark.version}` }],
  );
  const under = groupsOf(told.map(({ messageId, version }) => [version, messageId]));
  const carrying = groupsOf(told.map(({ messageId, version }) => [messageId, version]));
  return [
    ...twice,
    ...[...under].flatMap(([version, ids]) =>
      ids.size > 1 ? [breach('twice', version, `${partner} got it under ${ids.size} message ids`)] : [],
    ),
    ...[...carrying].flatMap(([messageId, versions]) =>
      versions.size > 1 ? [breach('twice', messageId, `to ${partner} it carried ${[...versions].join(' and ')}`)] : [],
    ),
  ];
}

function groupsOf(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [key, value] of pairs) groups.set(key, new Set([...(groups.get(key) ?? []), value]));
  return groups;
}
