import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A pattern, and the first file where it stands. */
export interface SourcePattern {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

const ROOT = join(import.meta.dirname, '../..');
/** What runs where outside text comes: not what builds, simulates or tests; the board’s own where it is there. */
const OUTSIDE_TEXT = [
  'gateway',
  'mappings',
  'workers',
  'operate',
  'board',
  'profiles',
  ':!profiles/build',
  ':!profiles/generated',
];
const SCHEMAS = 'profiles/schemas/*.json';
const CHECKERS = 'profiles/generated/*.js';

/** Every regular expression that outside text can meet: those of our code, of the concepts’ schemas, and of the checkers made from definitions. */
export function sourcePatterns(): readonly SourcePattern[] {
  const code = filesOf(...OUTSIDE_TEXT).filter((file) => /\.(?:ts|tsx|js|mjs)$/.test(file));
  const all = [
    ...code.flatMap((file) => literalsIn(file)),
    ...filesOf(SCHEMAS).flatMap((file) => schemaPatternsIn(file)),
    ...filesOf(CHECKERS).flatMap((file) => checkerPatternsIn(file)),
  ];
  return [...new Map(all.map((it) => [nameOf(it), it])).values()];
}

/** Where patterns are made at run time, from something else than a text that stands there. */
export const filesThatMakePatterns = (): readonly string[] =>
  filesOf(...OUTSIDE_TEXT).filter((file) => /\bRegExp\(/.test(textOf(file)));

export const nameOf = ({ source, flags }: Pick<SourcePattern, 'source' | 'flags'>): string => `/${source}/${flags}`;

/** Those that git knows or would know: what is ignored is not ours. */
const filesOf = (...places: readonly string[]): readonly string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...places], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '');

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

function literalsIn(file: string): readonly SourcePattern[] {
  const text = textOf(file);
  // Most files have no slash that could begin one: reading the rest as code takes the time.
  if (!/\/[^/*\n][^\n]*\//.test(text)) return [];
  const isTyped = /\.tsx?$/.test(file);
  const tree: unknown = isTyped
    ? parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2022' })
    : parseSync(text, { syntax: 'ecmascript', target: 'es2022' });
  return nodesIn(tree).flatMap((node) =>
    node.type === 'RegExpLiteral' ? [{ source: String(node.pattern), flags: String(node.flags ?? ''), file }] : [],
  );
}

/** ajv makes them with the flag `u`. */
const schemaPatternsIn = (file: string): readonly SourcePattern[] =>
  nodesIn(JSON.parse(textOf(file))).flatMap(({ pattern }) =>
    typeof pattern === 'string' ? [{ source: pattern, flags: 'u', file }] : [],
  );

/** As `profiles/checker-runtime/fhirpath.ts` makes them, with the flag `s`. */
const checkerPatternsIn = (file: string): readonly SourcePattern[] =>
  [...textOf(file).matchAll(/\bpattern\(("(?:[^"\\]|\\.)*")\)/g)].map(([, literal = '""']) => ({
    source: JSON.parse(literal),
    flags: 's',
    file,
  }));

type Node = Readonly<Record<string, unknown>>;

function nodesIn(tree: unknown): readonly Node[] {
  const nodes: Node[] = [];
  const left: unknown[] = [tree];
  for (let next = left.pop(); left.length > 0 || next !== undefined; next = left.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) nodes.push(next as Node);
    left.push(...Object.values(next).filter((value) => typeof value === 'object' && value !== null));
  }
  return nodes;
}
