import type { Operation } from 'rfc6902';
import type { JsonObject, Place } from './places.ts';

/** The ways in which a resource is made wrong (or, now and then, only other): one row each in the table of agreement. */
export const MUTANT_CLASSES = [
  'drop',
  'duplicate',
  'retype',
  'empty',
  'format',
  'unknown',
  'choice',
  'recode',
  'reference',
  'slice',
  'invariant',
  'extension',
  'narrative',
  'profile',
  'bundle',
] as const;

export type MutantClass = (typeof MUTANT_CLASSES)[number];

/** A resource that is valid before it is touched. */
export interface Base {
  /** Where it is from: file, or concept and number. */
  readonly name: string;
  readonly resource: JsonObject;
}

/** One thing done to a place; JSON Patch, so that a finding can be made again by hand. */
export interface Change {
  readonly what: string;
  readonly patch: readonly Operation[];
}

export interface Mutant extends Change {
  readonly class: MutantClass;
  readonly base: Base;
  /** The place that is touched, as profiles write it. */
  readonly path: string;
}

/** What may be done to one place of one base. */
export type Mutator = (place: Place, base: Base) => readonly Change[];

export const replaced = (what: string, { pointer }: Place, value: unknown): Change => ({
  what,
  patch: [{ op: 'replace', path: pointer, value }],
});

/** Adds a member to the object at a place, or overwrites it. */
export const given = (what: string, { pointer }: Place, members: JsonObject): Change => ({
  what,
  patch: Object.entries(members).map(([name, value]) => ({ op: 'add', path: `${pointer}/${escaped(name)}`, value })),
});

export const taken = (what: string, { pointer }: Place, ...names: readonly string[]): Change => ({
  what,
  patch: names.map((name) => ({ op: 'remove', path: `${pointer}/${escaped(name)}` })),
});

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
