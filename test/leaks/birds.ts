/** A record in which everything that is said sings: each bird, with every place in which it sits. */
export interface Aviary {
  readonly resources: readonly fhir4.FhirResource[];
  readonly birds: ReadonlyMap<string, readonly string[]>;
}

/** What a bird looks like once everything is written one way; no word of ours and no number looks like it. */
export const BIRD = /zq[0-9]{5}qe/g;

/** Around each bird in words: what a format must escape, and what a search for plain letters would miss. */
const inWords = (bird: string): string => `À ${bird.replace(/qe$/, 'qé')} & <b> | ^`;

/** Words on which the meaning of the rest depends, whoever reads: they are told apart by where they stand, and say nothing of anybody. */
const STRUCTURE = new Set([
  'resourceType',
  'url',
  'system',
  'profile',
  'uri',
  'contentType',
  'type',
  // R4 allows a few words here and no other: what they tell of somebody is for the twins.
  'status',
  'intent',
  'priority',
  'gender',
]);
const DATE = /^\d{4}(-\d\d)?(-\d\d)?(T.*)?$/;

/**
 * Every string and code of these resources with a bird of its own: words, names, codes, files; ids and references too, alike wherever they are the same,
 * so that what refers still does. `keep` leaves what must be read. Dates have none: they are for the twins.
 */
export function withBirds(
  resources: readonly fhir4.FhirResource[],
  keep: (place: string, text: string) => boolean,
): Aviary {
  const birds = new Map<string, string[]>();
  const known = new Map<string, string>();
  const hatch = (place: string): string => {
    const bird = `zq${String(birds.size).padStart(5, '0')}qe`;
    birds.set(bird, [place]);
    return bird;
  };
  const sameFor = (text: string, place: string): string => {
    const bird = known.get(text) ?? hatch(place);
    known.set(text, bird);
    birds.get(bird)?.push(place);
    return bird;
  };
  const sung = (text: string, key: string, place: string): string => {
    if (STRUCTURE.has(key) || DATE.test(text) || keep(place, text)) return text;
    if (key === 'reference') return text.replace(/[^/]+$/, (id) => sameFor(id, place));
    if (key === 'id' || key === 'value' || key === 'valueId') return sameFor(text, place);
    if (key === 'data') return Buffer.from(inWords(hatch(place))).toString('base64');
    return key === 'code' || key === 'valueCode' ? hatch(place) : inWords(hatch(place));
  };
  const visit = (node: unknown, key: string, place: string): unknown => {
    if (Array.isArray(node)) return node.map((item) => visit(item, key, `${place}${nameOf(item)}`));
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(Object.entries(node).map(([name, it]) => [name, visit(it, name, `${place}.${name}`)]));
    return typeof node === 'string' ? sung(node, key, place) : node;
  };
  return {
    resources: resources.map((resource) => visit(resource, '', resource.resourceType) as fhir4.FhirResource),
    birds,
  };
}

/** One of several is told apart by what it is, not by its rank: `extension(psc-facts)`, `identifier(ca-qc-patient-healthcare-id)`. */
function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  const [, what] = Object.entries(item).find(([name]) => name === 'url' || name === 'system') ?? [];
  return typeof what === 'string' ? `(${what.replace(/.*\/(?=.)/, '')})` : '';
}
