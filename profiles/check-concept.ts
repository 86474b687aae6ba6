import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { checkCoherence } from './check-coherence.ts';
import { CONCEPT_NAMES, type ConceptName } from './concept-names.ts';
import { fieldPath } from './field-path.ts';
import { FORMATS } from './formats.ts';
import type { Issue } from './issue.ts';
import { issueText } from './issue-texts.ts';
import { loadSchemas } from './load-schemas.ts';

/**
 * Ajv joins the errors of each item of a list to all those before it, so that the time grows with their square: beyond so many values only the
 * first error is looked for. No circle or plan holds nearly as many.
 */
const VALUES_MAX = 5_000;

/** Nobody reads more at once, and the answer stays small whatever was sent. */
const ISSUES_MAX = 50;

/** Where several rules break on one element, the first of these says what to do. */
const MOST_TELLING: readonly string[] = [
  'type',
  'discriminator',
  'required',
  'additionalProperties',
  'const',
  'enum',
  'minLength',
];

/** Rules that only repeat what another error says better. */
const ECHOES = new Set(['if', 'oneOf']);

interface CheckOptions {
  /** When given, an act said to have happened more than a day from now is refused. */
  readonly now?: () => Date;
}

/**
 * A check of a concept’s JSON: its JSON Schema, then how its fields agree. Errors and warnings, each with the FHIRPath of the element
 * and a text in both languages; empty when all is well. The schemas are read here, once.
 */
export function conceptChecker({ now }: CheckOptions = {}): (concept: ConceptName, body: unknown) => readonly Issue[] {
  const schemas = loadSchemas();
  const [every, first] = [validatorsOf(schemas, { allErrors: true }), validatorsOf(schemas, { allErrors: false })];

  return (concept, body) => {
    const validate = (holdsMoreThan(VALUES_MAX, body) ? first : every)(concept);
    if (validate(body) === true) return checkCoherence(concept, body, now?.());
    return issuesFrom(CONCEPT_NAMES[concept], validate.errors ?? []);
  };
}

/** Each is compiled when it is first asked for. */
function validatorsOf(
  schemas: ReturnType<typeof loadSchemas>,
  { allErrors }: { readonly allErrors: boolean },
): (concept: ConceptName) => ValidateFunction {
  const ajv = new Ajv2020({
    strict: true,
    // The alternatives of a oneOf and the branches of an if name fields that stand beside them.
    strictRequired: false,
    allErrors,
    verbose: true,
    discriminator: true,
    formats: FORMATS,
  });
  ajv.addVocabulary(['x-title-en', 'x-description-en']);
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  return (concept) => {
    const validate = ajv.getSchema(concept);
    if (validate === undefined) throw new Error(`no schema for ${concept}`);
    return validate;
  };
}

/** Whether a body holds more values than that, counted no further. */
function holdsMoreThan(most: number, body: unknown): boolean {
  const open: unknown[] = [body];
  for (let count = 0; open.length > 0; count += 1) {
    if (count + open.length > most) return true;
    const value = open.pop();
    if (typeof value === 'object' && value !== null) for (const it of Object.values(value)) open.push(it);
  }
  return false;
}

function issuesFrom(root: string, errors: readonly ErrorObject[]): readonly Issue[] {
  const byField = new Map<string, ErrorObject>();
  for (const error of errors.filter(({ keyword }) => !ECHOES.has(keyword))) {
    const field = fieldOf(error);
    const other = byField.get(field);
    byField.set(field, other === undefined ? error : moreTelling(other, error));
  }
  const issues = [...byField].map(([field, error]) => issueAt(root, field, error));
  const rest = issues.length - ISSUES_MAX;
  return rest <= 0 ? issues : [...issues.slice(0, ISSUES_MAX), andOthers(root, rest)];
}

function issueAt(root: string, field: string, error: ErrorObject): Issue {
  const { code, text } = issueText(error);
  return {
    severity: 'error',
    code,
    expression: field === '' ? root : `${root}.${field}`,
    text: field === '' ? text : { fr: `${field} : ${text.fr}`, en: `${field}: ${text.en}` },
  };
}

const andOthers = (root: string, count: number): Issue => ({
  severity: 'error',
  code: 'structure',
  expression: root,
  text: {
    fr: `et ${count} autres erreurs ; corrigez d’abord celles-ci.`,
    en: `and ${count} other errors; fix these first.`,
  },
});

function moreTelling(one: ErrorObject, other: ErrorObject): ErrorObject {
  const rank = ({ keyword }: ErrorObject): number => {
    const index = MOST_TELLING.indexOf(keyword);
    return index === -1 ? MOST_TELLING.length : index;
  };
  return rank(other) < rank(one) ? other : one;
}

/** Where the error is, below the concept; a field that is missing, unknown or the wrong tag is named itself. */
function fieldOf({ instancePath, params }: ErrorObject): string {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((it) => (/^\d+$/.test(it) ? Number(it) : it));
  const field: unknown = params.missingProperty ?? params.additionalProperty ?? params.tag;
  return fieldPath(typeof field === 'string' ? [...path, field] : path);
}
