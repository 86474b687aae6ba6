import { structureDefinition, withoutVersion } from '../canonical.ts';
import { bundleRules } from './bundle.ts';
import { object } from './children.ts';
import { containedRules } from './contained.ts';
import { isObject, type Json } from './generated-checkers.ts';
import type { RuleName } from './rules.ts';
import { ALONE, type Walk } from './walk.ts';

/** A resource within another: contained, in a Bundle’s entry, in Parameters. `types` says which, if not any. */
export function resource(value: unknown, name: string, walk: Walk, types?: readonly string[], place = ALONE): void {
  if (walk.enter(name, place) && object(value, walk) && expected(value, types, walk)) {
    const { resource: outer, root, bundle, base, ids } = walk;
    if (name !== 'contained') {
      walk.root = value;
      walk.bundle = outer.resourceType === 'Bundle' ? outer : bundle;
    }
    walk.resource = value;
    walk.base = walk.depth - 1;
    checkAlone(value, NONE, walk);
    walk.resource = outer;
    walk.root = root;
    walk.bundle = bundle;
    walk.base = base;
    walk.ids = ids;
  }
  walk.leave();
}

function expected({ resourceType }: Json, types: readonly string[] | undefined, walk: Walk): boolean {
  if (types === undefined || types.some((it) => it === resourceType)) return true;
  walk.misshapen('otherResourceType', types.join(', '));
  return false;
}

/** A list of resources in another. */
export function resources(values: unknown, name: string, walk: Walk, types?: readonly string[]): number {
  if (!Array.isArray(values)) {
    walk.misshapen('list', '', name);
    return 1;
  }
  if (values.length === 0) walk.misshapen('emptyList', '', name);
  for (const [index, value] of values.entries()) resource(value, name, walk, types, index);
  return values.length;
}

/**
 * A resource by itself: by the profiles that it claims and we hold, and by those asked for; by the base definition where there is
 * none. A profile’s check holds all of the base’s.
 */
export function checkAlone(value: Json, asked: readonly string[], walk: Walk): void {
  const type = typeof value.resourceType === 'string' ? value.resourceType : '';
  const base = walk.generated.resources.get(type);
  if (base === undefined) {
    walk.misshapen('resourceType', '', 'resourceType');
    return;
  }
  let checked = false;
  const claimed = claimedProfiles(value);
  // Each profile walks all of the resource: a list of thousands would hold everybody else up.
  const once = new Map(claimed.map((url, index) => [url, index] as const).toReversed());
  for (const [url, index] of [...once].toReversed().slice(0, CLAIMED_MAX))
    checked = byProfile(url, type, value, walk, index) || checked;
  if (once.size > CLAIMED_MAX) aboutProfile('tooManyProfiles', `${CLAIMED_MAX}`, walk, CLAIMED_MAX);
  for (const url of asked) if (!claimed.includes(url)) checked = byProfile(url, type, value, walk) || checked;
  if (!checked) {
    walk.ids = undefined;
    base(value, walk);
  }
  if (value.contained !== undefined) containedRules(value, walk);
  if (type === 'Bundle') bundleRules(value, walk);
}

function byProfile(url: unknown, type: string, value: Json, walk: Walk, place?: number): boolean {
  if (typeof url !== 'string') return false;
  const canonical = withoutVersion(url);
  const profile = walk.generated.profiles.get(canonical);
  if (profile === undefined) {
    const base = canonical.startsWith(R4) ? canonical.slice(R4.length) : '';
    // The base definition is no profile, and asks for nothing more.
    if (isKindOf(type, base, walk)) return false;
    if (walk.generated.resources.has(base)) aboutProfile('profileType', base, walk, place);
    else aboutProfile(isOfKnownAuthority(canonical) ? 'noSuchProfile' : 'unknownProfile', '', walk, place);
  } else if (canonical !== url && !url.endsWith(`|${profile.version}`)) aboutProfile('noSuchProfile', '', walk, place);
  else if (profile.type !== type) aboutProfile('profileType', profile.type, walk, place);
  else {
    walk.ids = undefined;
    profile.check(value, walk);
    return true;
  }
  return false;
}

function isKindOf(type: string, other: string, walk: Walk): boolean {
  for (let it: string | undefined = type; it !== undefined; it = walk.generated.parentTypes.get(it)) {
    if (it === other) return true;
  }
  return false;
}

const R4 = 'http://hl7.org/fhir/StructureDefinition/';
const OURS = structureDefinition('');

/** We hold all of our own profiles and all of R4’s, save those that R4 published with faults. */
const isOfKnownAuthority = (canonical: string): boolean =>
  canonical.startsWith(OURS) || (canonical.startsWith(R4) && !NOT_HELD.has(canonical.slice(R4.length)));

/** They slice what is not there, or by what nothing tells apart. */
export const NOT_HELD: ReadonlySet<string> = new Set([
  'catalog',
  'familymemberhistory-genetic',
  'lipidprofile',
  'provenance-relevant-history',
]);

/** Told where the resource claims the profile, or on the resource when it was asked for from outside. */
function aboutProfile(rule: RuleName, detail: string, walk: Walk, place: number | undefined): void {
  if (place === undefined) {
    walk.report(rule, detail);
    return;
  }
  walk.enter('meta', ALONE);
  walk.report(rule, detail, 'profile', place);
  walk.leave();
}

/** None of our own examples claims more than two. */
const CLAIMED_MAX = 10;
const NONE: readonly string[] = [];

const claimedProfiles = ({ meta }: Json): readonly unknown[] =>
  isObject(meta) && Array.isArray(meta.profile) ? meta.profile : NONE;
