import type { Issue } from '../domain/mapped.ts';
import { isNeverKeptExtension, isNeverKeptIdentifier, isNeverKeptResource } from './never-kept-places.ts';

/** What is left of a resource, and a warning for each place from which something was taken: never a value. */
export interface Kept<R> {
  readonly resource: R;
  readonly issues: readonly Issue[];
}

/**
 * A partner's resource without what must never be kept (fhir.md §4): identity papers, origin, religion, coverage. It goes into what is
 * contained and into the entries of a Bundle, and takes what refers to a coverage with it. Where something was taken, the narratives go too,
 * since they tell in words what the elements say. Of a resource that is itself forbidden, only its type is left.
 */
export function withoutForbidden<R extends fhir4.FhirResource>(resource: R): Kept<R> {
  if (isNeverKeptResource(resource)) {
    const husk = { resourceType: resource.resourceType };
    // A husk has the type of what it was, and nothing else of it.
    return { resource: husk as R, issues: [taken(resource.resourceType)] };
  }
  const places: string[] = [];
  const gone = namesOfForbidden(resource);
  const elements = without(resource, resource.resourceType, { gone, places, narratives: false });
  if (places.length === 0) return { resource, issues: [] };
  const left = without(elements, resource.resourceType, { gone, places, narratives: true });
  // Members were only taken away: what is left is still of its type.
  return {
    resource: left as R,
    issues: places.map((place) => (place.endsWith('.text') ? narrativeTaken(place) : taken(place))),
  };
}

interface Taking {
  /** How resources that go are referred to. */
  readonly gone: ReadonlySet<string>;
  /** Where something was taken, in order: filled on the way. */
  readonly places: string[];
  readonly narratives: boolean;
}

type Members = Readonly<Record<string, unknown>>;

const isMembers = (node: unknown): node is Members => typeof node === 'object' && node !== null && !Array.isArray(node);

/** The node without what is forbidden in it; undefined when nothing of it is left. */
function without(node: unknown, path: string, taking: Taking): unknown {
  if (Array.isArray(node)) return listWithout(node, path, taking);
  if (!isMembers(node)) return node;
  if (isForbidden(node, path, taking)) {
    taking.places.push(path);
    return undefined;
  }
  const left = Object.fromEntries(
    Object.entries(node).flatMap(([key, member]) => {
      const place = `${path}.${key.replace(/^_/, '')}`;
      const isBeside = key.startsWith('_') && Array.isArray(member);
      const kept = isBeside ? besideWithout(member, place, taking) : without(member, place, taking);
      return kept === undefined ? [] : [[key, kept] as const];
    }),
  );
  const names = Object.keys(left);
  const isEmptied = names.length === 0 || (isExtension(path) && names.every((name) => name === 'url' || name === 'id'));
  return isEmptied && names.length < Object.keys(node).length ? undefined : left;
}

function listWithout(list: readonly unknown[], path: string, taking: Taking): unknown {
  const left = list.flatMap((item, nth) => without(item, `${path}[${nth}]`, taking) ?? []);
  return left.length === 0 && list.length > 0 ? undefined : left;
}

/** What stands beside a list of primitives: nothing moves up, a null keeps the place. */
function besideWithout(list: readonly unknown[], path: string, taking: Taking): unknown {
  const left = list.map((item, nth) => (item === null ? null : (without(item, `${path}[${nth}]`, taking) ?? null)));
  return left.every((item) => item === null) ? undefined : left;
}

const isExtension = (path: string): boolean => /\.(modifierExtension|extension)\[\d+\]$/.test(path);

function isForbidden(node: Members, path: string, { gone, narratives }: Taking): boolean {
  if (narratives && 'div' in node && path.endsWith('.text')) return true;
  if (isExtension(path)) return isNeverKeptExtension(node);
  if (isNeverKeptResource(node) || isNeverKeptResource(node.resource)) return true;
  const { reference, type } = node;
  if (typeof reference === 'string' && (gone.has(reference) || isReferenceToForbidden(reference))) return true;
  return isNeverKeptIdentifier(node) || isNeverKeptResource({ resourceType: type });
}

const isReferenceToForbidden = (reference: string): boolean => {
  const type = /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]+(?:\/_history\/.+)?$/s.exec(reference)?.[1];
  return isNeverKeptResource({ resourceType: type });
};

/** `#id` of what is contained, fullUrl of what is an entry. */
function namesOfForbidden(node: unknown): ReadonlySet<string> {
  if (Array.isArray(node)) return new Set(node.flatMap((item) => [...namesOfForbidden(item)]));
  if (!isMembers(node)) return new Set();
  const inside = Object.values(node).flatMap((member) => [...namesOfForbidden(member)]);
  const own = isNeverKeptResource(node) && typeof node.id === 'string' ? [`#${node.id}`] : [];
  const entry = isNeverKeptResource(node.resource) && typeof node.fullUrl === 'string' ? [node.fullUrl] : [];
  return new Set([...inside, ...own, ...entry]);
}

/** The same words whatever was there: a warning that said «passport» would tell that the child has one. */
const taken = (expression: string): Issue => ({
  severity: 'warning',
  code: 'suppressed',
  expression,
  text: {
    fr: `${expression} : retiré avant toute lecture. Pièces d’identité, origine, religion et couverture ne sont jamais gardées ici ; cessez de les envoyer.`,
    en: `${expression}: taken out before anything read it. Identity papers, origin, religion and coverage are never kept here; stop sending them.`,
  },
});

const narrativeTaken = (expression: string): Issue => ({
  severity: 'warning',
  code: 'suppressed',
  expression,
  text: {
    fr: `${expression} : ce récit pouvait redire ce qui a été retiré ailleurs ; il l’est aussi. Envoyez-le sans cela, ou pas du tout.`,
    en: `${expression}: this narrative could tell again what was taken out elsewhere, so it was too. Send it without that, or not at all.`,
  },
});
