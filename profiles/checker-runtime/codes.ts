import { isCurrency } from './currencies.ts';
import { isObject, type Json } from './generated-checkers.ts';
import { isAbsoluteUri } from './primitives.ts';
import { isUcumUnit } from './ucum.ts';
import type { Walk } from './walk.ts';

/** Codes by system; `open` are the systems of which any code will do, since we do not hold them. */
export interface CodeSet {
  /** For the texts. */
  readonly url: string;
  readonly bySystem: ReadonlyMap<string, ReadonlySet<string>>;
  readonly open: ReadonlySet<string>;
}

/** Codes of a system one a line, systems apart by an empty line: `system\ncode\ncode\n\nsystem\n…`. */
export function codeSet(url: string, text: string, open: readonly string[] = []): CodeSet {
  const systems = text === '' ? [] : text.split('\n\n').map((block) => block.split('\n'));
  return {
    url,
    bySystem: new Map(systems.map(([system = '', ...codes]) => [system, new Set(codes)])),
    open: new Set(open),
  };
}

/** Codes without their systems, for elements of type code. */
export const codesOf = (text: string): ReadonlySet<unknown> => new Set(text.split('\n'));

/** Whether a value set has a code of a system. */
export const isMemberOf = ({ bySystem, open }: CodeSet, system: unknown, code: unknown): boolean =>
  typeof system === 'string' &&
  typeof code === 'string' &&
  (bySystem.get(system)?.has(code) === true || (open.has(system) && isOfOpenSystem(system, code)));

const UCUM = 'http://unitsofmeasure.org';

/** Systems of which no list is held, and which a rule or the platform knows. */
const KNOWN_OTHERWISE: ReadonlyMap<string, (code: string) => boolean> = new Map([
  [UCUM, isUcumUnit],
  ['urn:iso:std:iso:4217', isCurrency],
]);

const isOfOpenSystem = (system: string, code: string): boolean => KNOWN_OTHERWISE.get(system)?.(code) ?? true;

/** A Coding or Quantity that must be from a value set. */
export function boundCoding(value: Json, set: CodeSet, walk: Walk): void {
  if (value.code === undefined || value.system === undefined) return;
  if (!isMemberOf(set, value.system, value.code)) walk.report('binding', set.url);
}

/** A CodeableConcept that must be from a value set: a coding of it, and none of a system that nobody here knows. */
export function boundConcept(value: Json, set: CodeSet, walk: Walk): void {
  const codings = Array.isArray(value.coding) ? value.coding.filter(isObject) : [];
  if (codings.length === 0) walk.report('codeMissing', set.url);
  else if (!codings.some(({ system, code }) => isMemberOf(set, system, code))) walk.report('binding', set.url);
}

/** Every Coding: a code of a system that we hold is one of its codes. */
export function coding({ system, code }: Json, walk: Walk): void {
  if (typeof system !== 'string') return;
  const codes = walk.generated.codeSystems.get(system);
  if (codes === undefined) unheld(system, code, walk);
  else if (typeof code === 'string' && !codes.has(code)) walk.report('code', system, 'code');
}

/**
 * Every CodeableConcept: each coding that names a system that we hold names a code of it. Where an extension stands in the code's place
 * (`_code`), another coding's code is enough.
 */
export function concept({ coding: codings }: Json, walk: Walk): void {
  if (!Array.isArray(codings)) return;
  for (let i = 0; i < codings.length; i += 1) {
    const it: unknown = codings[i];
    if (!isObject(it) || it.code !== undefined || typeof it.system !== 'string') continue;
    if (it._code !== undefined && codings.some(isCoded)) continue;
    if (walk.generated.codeSystems.has(it.system)) walk.report('code', it.system, 'coding', i);
  }
}

const isCoded = (coding: unknown): boolean => isObject(coding) && typeof coding.code === 'string';

/** Every Quantity. */
export function quantity({ system, code }: Json, walk: Walk): void {
  if (typeof system !== 'string' || typeof code !== 'string') return;
  if (system === UCUM) {
    if (!isUcumUnit(code)) walk.report('unit', '', 'code');
    return;
  }
  const codes = walk.generated.codeSystems.get(system);
  if (codes === undefined) unheld(system, code, walk);
  else if (!codes.has(code)) walk.report('code', system, 'code');
}

function unheld(system: string, code: unknown, walk: Walk): void {
  if (system === UCUM) {
    if (typeof code !== 'string' || !isUcumUnit(code)) walk.report('unit', '', 'code');
  } else walk.report('unknownSystem', '', 'system');
}

/** Every Identifier: its system is an address, and its value too where the system says so. */
export function identifier({ system, value }: Json, walk: Walk): void {
  if (typeof system !== 'string') return;
  if (!isAbsoluteUri(system)) walk.report('systemRelative', '', 'system');
  if (system === 'urn:ietf:rfc:3986' && typeof value === 'string' && !isAbsoluteUri(value)) {
    walk.report('identifierUri', '', 'value');
  }
}

/** Every Meta: each security label once. */
export function meta({ security }: Json, walk: Walk): void {
  if (!Array.isArray(security) || security.length < 2) return;
  const labels = security.filter(isObject).map(({ system, code }) => `${system}#${code}`);
  for (const [index, label] of labels.entries()) {
    if (labels.indexOf(label) < index) walk.report('duplicateSecurity', '', 'security', index);
  }
}

/** Every Attachment: a stated size is that of the data. */
export function attachment({ data, size }: Json, walk: Walk): void {
  if (typeof data !== 'string' || typeof size !== 'number') return;
  const text = data.replace(/\s/g, '');
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  if ((text.length / 4) * 3 - padding !== size) walk.report('attachmentSize', '', 'size');
}
