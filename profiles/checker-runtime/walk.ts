import type { Bilingual } from '../codes.ts';
import { isFieldName } from '../field-path.ts';
import type { Issue } from '../issue.ts';
import { nearestName } from '../nearest-name.ts';
import type { GeneratedCheckers, Json } from './generated-checkers.ts';
import { RULES, type Rule, type RuleName } from './rules.ts';

/** Not an element of a list. */
export const ALONE = -1;

/** Nobody reads more at once, and the answer stays small whatever was sent. */
const ISSUES_MAX = 200;

/** Nothing real lies deeper; a resource that does is refused before the stack ends. */
export const DEPTH_MAX = 64;

const NOTHING: Json = {};

/**
 * One check under way: where it is, in which resource, and what was found. The path is two arrays that are written over,
 * so that nothing is allocated while all is well.
 */
export class Walk {
  readonly generated: GeneratedCheckers;
  readonly issues: Issue[] = [];
  readonly #names: string[] = [];
  readonly #places: number[] = [];
  depth = 0;
  /** The type of the object at each depth, or its path in its resource: HumanName, Patient.contact. */
  readonly types: string[] = [];
  /** How many times a value did not have the shape of its type: what such a value says is not asked. */
  broken = 0;
  /** FHIRPath’s %resource and %rootResource. */
  resource: Json = NOTHING;
  root: Json = NOTHING;
  /** The Bundle around, if any. */
  bundle: Json | undefined;
  /** Where in the path the resource begins. */
  base = 0;
  /** Ids of elements in this resource, made when the first is met. */
  ids: Map<string, Json> | undefined;

  constructor(generated: GeneratedCheckers) {
    this.generated = generated;
  }

  /** Goes down into an element; `leave` goes back. False where it is too deep to go on, which is told. */
  enter(name: string, place: number): boolean {
    this.#names[this.depth] = name;
    this.#places[this.depth] = place;
    this.depth += 1;
    if (this.depth < DEPTH_MAX) return true;
    this.misshapen('tooDeep');
    return false;
  }

  leave(): void {
    this.depth -= 1;
  }

  /** The path of the present element from the resource that it is in, without places in lists: `Patient.name.family`. */
  elementPath(): string {
    const type = String(this.resource.resourceType);
    return [type, ...this.#names.slice(this.base + 1, this.depth)].join('.');
  }

  /** FHIRPath of the present element, or of `name` below it. */
  expression(name?: string, place: number = ALONE): string {
    const steps = this.#names.slice(0, this.depth).map((it, index) => step(it, this.#places[index] ?? ALONE));
    if (name !== undefined && isFieldName(name)) steps.push(step(name, place));
    return steps.join('.');
  }

  /** The name of the element that is `up` above the present one. */
  nameAbove(up: number): string {
    return this.#names[this.depth - 1 - up] ?? '';
  }

  /** Something is wrong with the present element, or with `name` below it. */
  report(rule: RuleName, detail = '', name?: string, place: number = ALONE): void {
    this.#add(RULES[rule], RULES[rule].text(detail), name, place);
  }

  /** Like `report`, and the value has not the shape of its type. */
  misshapen(rule: RuleName, detail = '', name?: string, place: number = ALONE): void {
    this.broken += 1;
    this.report(rule, detail, name, place);
  }

  /** An invariant does not hold for the present element. */
  invariant(key: string, severity: Issue['severity'], text: Bilingual): void {
    this.#add({ rule: key, code: 'invariant', severity }, text);
  }

  unknownElement(name: string, known: readonly string[]): void {
    this.misshapen('unknownElement', isFieldName(name) ? (nearestName(name, known) ?? '') : '', name);
  }

  #add({ rule, code, severity }: Omit<Rule, 'text'>, text: Bilingual, name?: string, place: number = ALONE): void {
    if (this.issues.length >= ISSUES_MAX) return;
    const expression = this.expression(name, place);
    const field = expression.slice(expression.indexOf('.') + 1);
    const named = field === expression ? text : { fr: `${field} : ${text.fr}`, en: `${field}: ${text.en}` };
    this.issues.push({ severity, code, rule, expression, text: named });
  }
}

const step = (name: string, place: number): string => (place === ALONE ? name : `${name}[${place}]`);
