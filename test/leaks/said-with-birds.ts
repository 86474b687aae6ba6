/** Fields of our own concepts in which people write what they want: each gets a bird of its own. Ids, codes and dates are the door’s to check. */
const FREE = new Set([
  'text',
  'family',
  'given',
  'name',
  'what',
  'reason',
  'note',
  'words',
  'liftedBy',
  'facts',
  'childWishes',
  'conflictCheckNames',
  'person',
  'when',
  'mustNot',
  'role',
  'summary',
  'changedSince',
  'understoodTogether',
  'title',
  'trendWords',
  'where',
  'about',
  'lines',
  'city',
  'value',
]);

/** Birds over many concepts, each with whose it is and where it sits: `enf-1 circle.child.name.family`. */
export interface Flock {
  readonly birds: ReadonlyMap<string, string>;
  /** The same concept with birds for words, a file for a file. */
  sung<C>(owner: string, concept: C): C;
}

export function aFlock(): Flock {
  const birds = new Map<string, string>();
  const hatch = (place: string): string => {
    const bird = `zq${String(birds.size).padStart(5, '0')}qe`;
    birds.set(bird, place);
    return `À ${bird.replace(/qe$/, 'qé')} & <b>`;
  };
  const visit = (node: unknown, key: string, place: string): unknown => {
    if (Array.isArray(node)) return node.map((item) => visit(item, key, place));
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(Object.entries(node).map(([name, it]) => [name, visit(it, name, `${place}.${name}`)]));
    if (typeof node !== 'string') return node;
    if (key === 'content') return Buffer.from(hatch(place)).toString('base64');
    return FREE.has(key) ? hatch(place) : node;
  };
  return { birds, sung: (owner, concept) => visit(concept, '', owner) as typeof concept };
}
