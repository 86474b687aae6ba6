import { withoutVersion } from '../../canonical.ts';
import type { Definitions } from './fhir-definitions.ts';

/** What a value set allows: codes by system, and the systems of which it allows codes that we do not hold. */
export interface Expansion {
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly open: ReadonlySet<string>;
}

type Include = fhir4.ValueSetComposeInclude;
type Filter = fhir4.ValueSetComposeIncludeFilter;

/** Expands value sets from the code systems at hand; `undefined` for one that is not there. */
export function valueSetExpander({ valueSets, codeSystems }: Definitions): (url: string) => Expansion | undefined {
  const done = new Map<string, Expansion | undefined>();
  return expand;

  function expand(canonical: string): Expansion | undefined {
    const url = withoutVersion(canonical);
    if (!done.has(url)) {
      done.set(url, undefined); // A value set that includes itself adds nothing.
      const valueSet = valueSets.get(url);
      if (valueSet !== undefined) done.set(url, expansionOf(valueSet));
    }
    return done.get(url);
  }

  function expansionOf({ compose, expansion }: fhir4.ValueSet): Expansion {
    const codes = new Map<string, Set<string>>();
    const open = new Set<string>();
    for (const include of compose?.include ?? []) merge(included(include), { codes, open });
    for (const exclude of compose?.exclude ?? []) {
      for (const [system, excluded] of included(exclude).codes) {
        for (const code of excluded) codes.get(system)?.delete(code);
      }
    }
    if (compose === undefined) addContained(expansion?.contains ?? [], codes);
    return { codes, open };
  }

  function included({ system, concept, filter, valueSet }: Include): Expansion {
    const others = (valueSet ?? []).map((url) => expand(url) ?? { codes: new Map(), open: new Set([url]) });
    const [first, ...rest] = others;
    const intersection = first === undefined ? undefined : rest.reduce(intersected, first);
    if (system === undefined) return intersection ?? { codes: new Map(), open: new Set() };
    const own = ofSystem(system, concept, filter);
    return intersection === undefined ? own : intersected(own, intersection);
  }

  function ofSystem(system: string, concept: Include['concept'], filter: Include['filter']): Expansion {
    if (concept !== undefined) return only(system, new Set(concept.map(({ code }) => code)));
    const codeSystem = codeSystems.get(withoutVersion(system));
    if (codeSystem === undefined || codeSystem.content !== 'complete')
      return { codes: new Map(), open: new Set([system]) };
    const all = conceptsOf(codeSystem);
    return only(
      system,
      new Set(all.filter((it) => (filter ?? []).every((one) => passes(it, one))).map(({ code }) => code)),
    );
  }
}

/** A concept with all that stands above it and its properties. */
interface Concept {
  readonly code: string;
  readonly ancestors: ReadonlySet<string>;
  readonly properties: readonly fhir4.CodeSystemConceptProperty[];
}

/** Every concept of a code system, whether its tree is nested or told by `subsumedBy` properties. */
export function conceptsOf(codeSystem: fhir4.CodeSystem): readonly Concept[] {
  const flat: { code: string; parents: string[]; properties: readonly fhir4.CodeSystemConceptProperty[] }[] = [];
  walk(codeSystem.concept ?? [], []);
  const parentsOf = new Map(flat.map(({ code, parents }) => [code, parents]));
  return flat.map(({ code, properties }) => ({ code, properties, ancestors: above(code, new Set()) }));

  function walk(concepts: readonly fhir4.CodeSystemConcept[], under: readonly string[]): void {
    for (const { code, property, concept } of concepts) {
      const told = (property ?? []).filter((it) => it.code === 'subsumedBy' || it.code === 'parent');
      const parents = told.flatMap((it) => it.valueCode ?? it.valueString ?? []);
      flat.push({ code, parents: [...under, ...parents], properties: property ?? [] });
      walk(concept ?? [], [code]);
    }
  }

  function above(code: string, found: Set<string>): ReadonlySet<string> {
    for (const parent of parentsOf.get(code) ?? []) {
      if (!found.has(parent)) above(parent, found.add(parent));
    }
    return found;
  }
}

function passes({ code, ancestors, properties }: Concept, { property, op, value }: Filter): boolean {
  const under = ancestors.has(value);
  if (op === 'is-a') return under || code === value;
  if (op === 'descendent-of') return under;
  if (op === 'is-not-a') return !under && code !== value;
  const own = property === 'code' ? [code] : properties.filter((it) => it.code === property).map(text);
  if (op === '=') return own.includes(value);
  if (op === 'in') return own.some((it) => value.split(',').includes(it));
  if (op === 'not-in') return !own.some((it) => value.split(',').includes(it));
  if (op === 'exists') return own.length > 0 === (value === 'true');
  if (op === 'regex') return own.some((it) => new RegExp(`^(?:${value})$`).test(it));
  throw new Error(`no value set filter ${op}`);
}

const text = (it: fhir4.CodeSystemConceptProperty): string =>
  String(
    it.valueCode ??
      it.valueString ??
      it.valueBoolean ??
      it.valueInteger ??
      it.valueDateTime ??
      it.valueCoding?.code ??
      '',
  );

const only = (system: string, codes: ReadonlySet<string>): Expansion => ({
  codes: new Map([[system, codes]]),
  open: new Set(),
});

function merge(from: Expansion, into: { codes: Map<string, Set<string>>; open: Set<string> }): void {
  for (const [system, codes] of from.codes) {
    const known = into.codes.get(system) ?? new Set();
    for (const code of codes) known.add(code);
    into.codes.set(system, known);
  }
  for (const system of from.open) into.open.add(system);
}

function intersected(one: Expansion, other: Expansion): Expansion {
  const codes = [...one.codes].map(([system, own]): [string, Set<string>] => {
    if (other.open.has(system)) return [system, new Set(own)];
    return [system, new Set([...own].filter((code) => other.codes.get(system)?.has(code) === true))];
  });
  const open = [...one.open].filter((system) => other.open.has(system));
  return { codes: new Map(codes), open: new Set(open) };
}

function addContained(contains: readonly fhir4.ValueSetExpansionContains[], codes: Map<string, Set<string>>): void {
  for (const { system, code, contains: below } of contains) {
    if (system !== undefined && code !== undefined) codes.set(system, (codes.get(system) ?? new Set()).add(code));
    addContained(below ?? [], codes);
  }
}
