import type { ErrorObject } from 'ajv/dist/2020.js';
import { meaningsOf } from './code-meanings.ts';
import type { Bilingual } from './codes.ts';
import { isFieldName } from './field-path.ts';
import { formatText } from './format-texts.ts';
import type { Issue } from './issue.ts';
import { nearestName } from './nearest-name.ts';

/** What a broken rule becomes: its FHIR issue type, and the rule with a way out. Never the value, which is somebody’s datum. */
interface IssueRule {
  readonly code: Issue['code'];
  readonly text: (error: ErrorObject) => Bilingual;
}

/** More codes than this are listed without their meaning. */
const MEANINGS_MAX = 20;

const JSON_TYPES: Readonly<Record<string, Bilingual>> = {
  string: { fr: 'un texte', en: 'a string' },
  integer: { fr: 'un nombre entier', en: 'an integer' },
  number: { fr: 'un nombre', en: 'a number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  object: { fr: 'un objet', en: 'an object' },
  array: { fr: 'une liste', en: 'an array' },
  null: { fr: 'null', en: 'null' },
};

/** Keyword of JSON Schema → what to say. `GENERAL` stands for one that is not here. */
const RULES: Readonly<Record<string, IssueRule>> = {
  required: {
    code: 'required',
    text: ({ params, parentSchema }) => {
      const field = inside(parentSchema, 'properties', String(params.missingProperty));
      const title = { fr: text(inside(field, 'title')), en: text(inside(field, 'x-title-en')) };
      return {
        fr: `ce champ manque${title.fr && ` (${title.fr})`} ; ajoutez-le.`,
        en: `this field is missing${title.en && ` (${title.en})`}; add it.`,
      };
    },
  },
  additionalProperties: { code: 'structure', text: unknownField },
  type: {
    code: 'structure',
    text: ({ params, data }) => ({
      fr: `il faut ${typeName(params.type).fr} ; reçu : ${typeName(jsonType(data)).fr}.`,
      en: `must be ${typeName(params.type).en}; received: ${typeName(jsonType(data)).en}.`,
    }),
  },
  enum: { code: 'code-invalid', text: ({ params }) => allowedCodes(strings(params.allowedValues)) },
  discriminator: { code: 'code-invalid', text: whichKind },
  const: {
    code: 'value',
    text: ({ params }) => ({
      fr: `seule valeur permise : ${JSON.stringify(params.allowedValue)} ; enlevez le champ s’il est facultatif.`,
      en: `only value allowed: ${JSON.stringify(params.allowedValue)}; leave the field out if it is optional.`,
    }),
  },
  format: {
    code: 'value',
    text: ({ params, data }) => formatText(String(params.format), data),
  },
  pattern: {
    code: 'value',
    text: ({ params, parentSchema }) => {
      const examples = strings(parentSchema?.examples).join(', ');
      return {
        fr: `la forme attendue est ${params.pattern}${examples === '' ? '' : `, par exemple ${examples}`}.`,
        en: `the expected form is ${params.pattern}${examples === '' ? '' : `, for example ${examples}`}.`,
      };
    },
  },
  minLength: {
    code: 'value',
    text: ({ params, data }) =>
      data === ''
        ? {
            fr: 'ce texte est vide ; écrivez-le, ou enlevez le champ s’il est facultatif.',
            en: 'this text is empty; write it, or leave the field out if it is optional.',
          }
        : {
            fr: `au moins ${params.limit} caractères ; reçu : ${[...String(data)].length}.`,
            en: `at least ${params.limit} characters; received: ${[...String(data)].length}.`,
          },
  },
  maxLength: {
    code: 'value',
    text: ({ params, data }) => ({
      fr: `au plus ${params.limit} caractères ; reçu : ${[...String(data)].length}.`,
      en: `at most ${params.limit} characters; received: ${[...String(data)].length}.`,
    }),
  },
  minItems: {
    code: 'structure',
    text: ({ params }) => ({
      fr: `au moins ${params.limit} élément ; enlevez le champ s’il est facultatif.`,
      en: `at least ${params.limit} item; leave the field out if it is optional.`,
    }),
  },
  maxItems: {
    code: 'structure',
    text: ({ params, data }) => ({
      fr: `au plus ${params.limit} éléments ; reçu : ${Array.isArray(data) ? data.length : '?'}.`,
      en: `at most ${params.limit} items; received: ${Array.isArray(data) ? data.length : '?'}.`,
    }),
  },
  uniqueItems: {
    code: 'structure',
    text: () => ({
      fr: 'le même élément y est deux fois ; dites-le une fois.',
      en: 'the same item stands there twice; say it once.',
    }),
  },
  minProperties: {
    code: 'required',
    text: ({ parentSchema }) => ({
      fr: `il faut au moins un de ces champs : ${knownFields(parentSchema)}.`,
      en: `at least one of these fields is needed: ${knownFields(parentSchema)}.`,
    }),
  },
  minimum: {
    code: 'value',
    text: ({ params }) => ({ fr: `${params.limit} ou plus.`, en: `${params.limit} or more.` }),
  },
  maximum: {
    code: 'value',
    text: ({ params }) => ({ fr: `${params.limit} ou moins.`, en: `${params.limit} or less.` }),
  },
};

const GENERAL: Bilingual = {
  fr: 'ce champ ne respecte pas le schéma du concept ; voyez /reference.',
  en: 'this field does not follow the concept’s schema; see /reference.',
};

/** The FHIR issue type and the sentence for one error of the validator. */
export function issueText(error: ErrorObject): { readonly code: Issue['code']; readonly text: Bilingual } {
  const rule = RULES[error.keyword];
  return rule === undefined ? { code: 'invalid', text: GENERAL } : { code: rule.code, text: rule.text(error) };
}

function unknownField({ params, parentSchema }: ErrorObject): Bilingual {
  const known = knownFields(parentSchema);
  const name = String(params.additionalProperty);
  if (!isFieldName(name)) {
    return {
      fr: `un champ inconnu s’y trouve, dont le nom n’est pas répété ; enlevez-le. Champs connus ici : ${known}.`,
      en: `it holds an unknown field, whose name is not repeated; remove it. Fields known here: ${known}.`,
    };
  }
  const nearest = nearestName(name, known.split(', '));
  return nearest === undefined
    ? {
        fr: `champ inconnu ; enlevez-le. Champs connus ici : ${known}.`,
        en: `unknown field; remove it. Fields known here: ${known}.`,
      }
    : { fr: `champ inconnu ; vouliez-vous dire « ${nearest} » ?`, en: `unknown field; did you mean "${nearest}"?` };
}

function allowedCodes(codes: readonly string[]): Bilingual {
  const meanings = codes.length <= MEANINGS_MAX ? meaningsOf(codes) : undefined;
  const listed = (language: keyof Bilingual): string =>
    codes.map((code) => (meanings?.[code] === undefined ? code : `${code} (${meanings[code][language]})`)).join(', ');
  return { fr: `code inconnu. Codes permis : ${listed('fr')}.`, en: `unknown code. Allowed codes: ${listed('en')}.` };
}

function whichKind({ params, parentSchema }: ErrorObject): Bilingual {
  const alternatives: readonly unknown[] = Array.isArray(parentSchema?.oneOf) ? parentSchema.oneOf : [];
  const listed = (title: string): string =>
    alternatives
      .map((it) => `${text(inside(it, 'properties', String(params.tag), 'const'))} (${text(inside(it, title))})`)
      .join(', ');
  return params.error === 'tag'
    ? { fr: `dites lequel : ${listed('title')}.`, en: `say which: ${listed('x-title-en')}.` }
    : {
        fr: `code inconnu. Codes permis : ${listed('title')}.`,
        en: `unknown code. Allowed codes: ${listed('x-title-en')}.`,
      };
}

const knownFields = (schema: ErrorObject['parentSchema']): string => Object.keys(schema?.properties ?? {}).join(', ');

const typeName = (type: unknown): Bilingual => JSON_TYPES[String(type)] ?? { fr: String(type), en: String(type) };

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const strings = (values: unknown): readonly string[] => (Array.isArray(values) ? values.map(String) : []);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function inside(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (it, key) =>
      typeof it === 'object' && it !== null ? Object.entries(it).find(([name]) => name === key)?.[1] : undefined,
    value,
  );
}
