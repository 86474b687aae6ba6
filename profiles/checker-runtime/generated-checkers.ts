import type { Walk } from './walk.ts';

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** Looks at one element and tells the walk what is wrong with it. */
export type Check = (value: unknown, walk: Walk) => void;

/** What we know of an extension: the check of it, whether it is a modifier, and where it may be used. */
export interface KnownExtension {
  readonly check: Check;
  readonly modifier: boolean;
  /** `Patient`, `Patient.birthDate`, `HumanName`, `Element`, an extension’s URL…; `undefined` where anywhere will do. */
  readonly contexts: ReadonlySet<string> | undefined;
}

export interface KnownProfile {
  readonly check: Check;
  readonly type: string;
  readonly version: string;
}

/** The codes of a system. */
export interface HeldCodes {
  readonly has: (code: string) => boolean;
}

/** Codes written one a line; read when first asked for, since most systems never are. */
export function heldCodes(text: string): HeldCodes {
  let codes: ReadonlySet<string> | undefined;
  return {
    has(code) {
      codes ??= new Set(text.split('\n'));
      return codes.has(code);
    },
  };
}

/** What `profiles/build/generate-checker.ts` makes of the definitions. */
export interface GeneratedCheckers {
  /** Check of the base definition of each resource type. */
  readonly resources: ReadonlyMap<string, Check>;
  readonly profiles: ReadonlyMap<string, KnownProfile>;
  readonly extensions: ReadonlyMap<string, KnownExtension>;
  /** The codes of each code system that we hold whole. */
  readonly codeSystems: ReadonlyMap<string, HeldCodes>;
  /** What a type is a kind of: Patient → DomainResource → Resource. */
  readonly parentTypes: ReadonlyMap<string, string>;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
