import { v5 } from 'uuid';
import { IDENTIFIERS } from '../domain/systems.ts';

/** A resource as business knows it: its type and one identifier. It is unique in a Bundle and in HAPI. */
export interface Identity<T extends fhir4.FhirResource['resourceType'] = fhir4.FhirResource['resourceType']> {
  readonly type: T;
  readonly system: string;
  readonly value: string;
}

/** Namespace of every UUID that we make from a name: drawn once, never changed. */
const NAMESPACE = '1f0ad6e2-6c1b-4c55-9a53-6d0f6f0c6a3e';

/** UUID v5 of the words: the same words always give the same UUID. */
export const uuidOf = (...words: readonly string[]): string => v5(JSON.stringify(words), NAMESPACE);

/** `urn:uuid:…` under which the resource stands in a Bundle. */
export const fullUrlOf = ({ system, value }: Identity): string => `urn:uuid:${v5(`${system}|${value}`, NAMESPACE)}`;

/** A key for maps and sets. */
export const keyOf = ({ type, system, value }: Identity): string => `${type} ${system}|${value}`;

/** The identifier element of the resource itself. */
export const identifierOf = ({ system, value }: Identity): fhir4.Identifier => ({ system, value });

/** What the sender numbered, or not, inside a root. */
export interface Part {
  readonly id?: string;
}

/** Where a part's identity comes from: the sender's own id, or the root and the part's words. */
export interface PartScope<P, T extends fhir4.FhirResource['resourceType']> {
  readonly centre: string;
  readonly type: T | ((part: P) => T);
  readonly root: Identity;
  /** Word that keeps kinds of parts of one root apart. */
  readonly kind: string;
  readonly named: (id: string, part: P) => Pick<Identity, 'system' | 'value'>;
  readonly words: (part: P) => readonly string[];
}

/**
 * One identity per part. A part without an id gets one made from the root, its kind, its words and how often these words came before in the list, so that another
 * order keeps identities.
 */
export function partIdentities<P extends Part, T extends fhir4.FhirResource['resourceType']>(
  parts: readonly P[],
  { centre, type, root, kind, named, words }: PartScope<P, T>,
): readonly (readonly [P, Identity<T>])[] {
  const repetitions = new Map<string, number>();
  return parts.map((part) => {
    const partType = typeof type === 'function' ? type(part) : type;
    if (part.id !== undefined) return [part, { type: partType, ...named(part.id, part) }];
    const said = JSON.stringify(words(part));
    const nth = repetitions.get(said) ?? 0;
    repetitions.set(said, nth + 1);
    const value = uuidOf(root.system, root.value, kind, said, String(nth));
    return [part, { type: partType, system: IDENTIFIERS.derived(centre), value }];
  });
}

/** The sender's id inside an identifier value `{scope}:{id}`; undefined when it was made by us or belongs to another scope. */
export function partId(
  { system, value }: Pick<Identity, 'system' | 'value'>,
  named: (id: string) => Pick<Identity, 'system' | 'value'>,
): string | undefined {
  const { system: ours, value: prefix } = named('');
  return system === ours && value.startsWith(prefix) && value.length > prefix.length
    ? value.slice(prefix.length)
    : undefined;
}
