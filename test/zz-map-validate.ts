import fc from 'fast-check';
import { CONCEPT_MAPPINGS } from '../mappings/concepts/concept-mappings.ts';
import { childFiles } from './generators/child-files.ts';
import { mappingContexts } from './generators/mapping-contexts.ts';
import { OPEN_WORLD } from './generators/world.ts';
import { isDeepStrictEqual } from 'node:util';

const URL_ = 'http://127.0.0.1:18765/fhir';
const N = Number(process.argv[2] ?? 10), seed = Number(process.argv[3] ?? 1);
const names = { circle: 'care-circle', plan: 'action-plan', prescription: 'social-prescription', legal: 'legal-referral', service: 'service-referral' } as const;
const seen = new Map<string, number>();
let resources = 0, errors = 0, same = 0, different = 0;
const post = async (path: string, body: unknown) => {
  const r = await fetch(URL_ + path, { method: 'POST', headers: { 'content-type': 'application/fhir+json', 'X-Meta-Snapshot-Mode': 'TAG,SECURITY_LABEL' }, body: JSON.stringify(body) });
  return { status: r.status, body: (await r.json()) as any };
};
for (let n = 0; n < N; n += 1) {
  const file = fc.sample(childFiles({ ...OPEN_WORLD, centre: fc.constant(`c${seed}-${n}-${Date.now()}`) }), { numRuns: 1, seed: seed * 1000 + n })[0]!;
  for (const [key, name] of Object.entries(names)) {
    const concept = (file as any)[key];
    const context = { ...fc.sample(mappingContexts(concept), { numRuns: 1, seed: seed * 1000 + n })[0]!, exchangeId: crypto.randomUUID() };
    const mapping = (CONCEPT_MAPPINGS as any)[name];
    const bundle = mapping.toBundle(concept, context);
    for (const { resource } of bundle.entry) {
      resources += 1;
      const { body } = await post(`/${resource.resourceType}/$validate`, resource);
      for (const i of body.issue ?? []) {
        if (i.severity !== 'error' && i.severity !== 'fatal' && !process.argv[4]) continue;
        const k = `${i.severity} ${resource.resourceType} ${(i.diagnostics ?? '').slice(0, 260)} @ ${i.location?.[0]}`;
        if (i.severity === 'error') errors += 1;
        seen.set(k, (seen.get(k) ?? 0) + 1);
      }
    }
    { const { body } = await post('/Bundle/$validate', bundle);
      for (const i of body.issue ?? []) if (i.severity === 'error' || i.severity === 'fatal') { const k = `BUNDLE ${(i.diagnostics ?? '').slice(0, 260)} @ ${i.location?.[0]}`; seen.set(k, (seen.get(k) ?? 0) + 1); } }
    const sent = await post('', bundle);
    if (sent.status !== 200) { console.log(name, sent.status, JSON.stringify(sent.body).slice(0, 1500)); continue; }
    const stored = await Promise.all(sent.body.entry.map(async (e: any) => (await fetch(`${URL_}/${e.response.location.split('/_history')[0]}`, { headers: { 'cache-control': 'no-cache' } })).json()));
    const back = mapping.fromResources(stored);
    if (back.ok && isDeepStrictEqual(back.value, concept)) same += 1;
    else { different += 1; console.log('DIFF', name, JSON.stringify(concept), '\n', JSON.stringify(back)); }
  }
}
for (const [k, c] of [...seen].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log(c, k);
console.log({ resources, errors, same, different });
