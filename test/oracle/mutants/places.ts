import type { R4Element, R4Members } from './r4-elements.ts';

/** One value in a resource, and what R4 says of it. */
export interface Place {
  /** JSON Pointer. */
  readonly pointer: string;
  readonly value: unknown;
  readonly element: R4Element;
  /** From the innermost resource, without indices, as profiles write it: `Patient.identifier.system`. */
  readonly path: string;
  /** JSON Pointer of the object that it is a member of, and its name there; the resource itself has neither. */
  readonly owner?: { readonly pointer: string; readonly name: string };
  /** A whole list, or one item of it: the only one, or one of several. */
  readonly of: 'list' | 'item' | 'single';
  readonly alone?: true;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place of a resource that R4 knows, from the resource itself down: lists, their items, and resources inside. */
export function placesOf(resource: JsonObject, members: (path: string) => R4Members): readonly Place[] {
  const type = String(resource.resourceType);
  const itself: R4Element = {
    path: type,
    type,
    membersAt: type,
    repeats: false,
    otherTypes: [],
    targets: [],
  };
  return within({ pointer: '', value: resource, element: itself, path: type, of: 'single' }, members);
}

function within(place: Place, members: (path: string) => R4Members): readonly Place[] {
  const { value, element, pointer, path } = place;
  if (!isObject(value)) return [place];
  const isResource = typeof value.resourceType === 'string';
  const type = isResource ? String(value.resourceType) : element.membersAt;
  const base = isResource ? type : path;
  const known = members(type);
  const inner = Object.entries(value).flatMap(([name, it]) => {
    const member = known.get(name);
    if (member === undefined) return [];
    const owner = { pointer, name };
    const at = `${pointer}/${name}`;
    const inside = `${base}.${member.stem === undefined ? name : `${member.stem}[x]`}`;
    if (!Array.isArray(it))
      return within({ pointer: at, value: it, element: member, path: inside, owner, of: 'single' }, members);
    const list: Place = { pointer: at, value: it, element: member, path: inside, owner, of: 'list' };
    const items = it.flatMap((item, index) =>
      within(
        {
          pointer: `${at}/${index}`,
          value: item,
          element: member,
          path: inside,
          owner,
          of: 'item',
          ...(it.length === 1 ? { alone: true } : {}),
        },
        members,
      ),
    );
    return [list, ...items];
  });
  return [place, ...inner];
}
