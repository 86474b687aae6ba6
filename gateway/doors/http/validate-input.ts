import type { Request } from 'express';
import type { Bilingual } from '../../../profiles/codes.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';

/** What a caller of `$validate` wants looked at. */
export interface ValidateInput {
  readonly resource: JsonObject;
  /** Canonicals of the profiles that it is to be held against, beside those that it claims itself. */
  readonly profiles: readonly string[];
  readonly mode: Mode | undefined;
}

export type Mode = (typeof MODES)[number];

export type JsonObject = Readonly<Record<string, unknown>>;

/** What a resource alone can be asked for; the modes `delete` and `profile` are about one that a server has. */
const MODES = ['create', 'update'] as const;
const PROFILES_MAX = 10;

/**
 * The resource, mode and profiles of a `$validate` request (R4 operation Resource-validate): the body is the resource, or Parameters
 * that hold it. Throws GatewayError: `malformed` when no resource of this type is there, `invalidInput` for a mode or profile that
 * cannot be asked for.
 */
export function validateInput(req: Pick<Request, 'body' | 'query'>, type: string): ValidateInput {
  const body: unknown = req.body;
  if (!isObject(body)) throw malformed('', NO_RESOURCE);
  const parts = body.resourceType === 'Parameters' ? partsOf(body) : undefined;
  const asked = parts?.some(({ name }) => name === 'resource') === true ? parts : undefined;
  // Parameters without a resource inside are what is to be looked at, if that is the type.
  if (parts !== undefined && asked === undefined && type !== 'Parameters')
    throw malformed('Parameters.parameter', NO_RESOURCE_PART);
  const resource = asked === undefined ? body : asked.find(({ name }) => name === 'resource')?.resource;
  if (!isObject(resource)) throw malformed('Parameters.parameter', NO_RESOURCE_PART);
  if (resource.resourceType !== type) throw malformed('resourceType', otherType(type));
  return {
    resource,
    profiles: profilesIn([...queried(req.query.profile), ...valuesOf(asked, 'profile')]),
    mode: modeIn([...queried(req.query.mode), ...valuesOf(asked, 'mode')]),
  };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const partsOf = ({ parameter }: JsonObject): readonly JsonObject[] =>
  Array.isArray(parameter) ? parameter.filter(isObject) : [];

/** `valueUri`, `valueCode`, `valueCanonical`…: senders differ, and the words are what counts. */
const valuesOf = (parts: readonly JsonObject[] | undefined, wanted: string): readonly unknown[] =>
  (parts ?? [])
    .filter(({ name }) => name === wanted)
    .map((part) => Object.entries(part).find(([key]) => key.startsWith('value'))?.[1]);

const queried = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

function profilesIn(values: readonly unknown[]): readonly string[] {
  const profiles = values.filter((it): it is string => typeof it === 'string' && /^\S{1,500}$/.test(it));
  if (profiles.length !== values.length || profiles.length > PROFILES_MAX)
    throw refused('http.profile', 'value', BAD_PROFILE);
  return [...new Set(profiles)];
}

function modeIn(values: readonly unknown[]): Mode | undefined {
  const [value, ...more] = new Set(values);
  const mode = MODES.find((it) => it === value);
  if (more.length > 0 || (value !== undefined && mode === undefined))
    throw refused('http.mode', 'not-supported', BAD_MODE);
  return mode;
}

const malformed = (expression: string, text: Bilingual): GatewayError => {
  const issue: Issue = { severity: 'error', code: 'structure', text, ...(expression !== '' && { expression }) };
  return new GatewayError('malformed', 'no resource to validate', { issues: [issue] });
};

const refused = (expression: string, code: Issue['code'], text: Bilingual): GatewayError =>
  new GatewayError('invalidInput', `parameter ${expression}`, {
    issues: [{ severity: 'error', code, expression, text }],
  });

const NO_RESOURCE: Bilingual = {
  fr: 'Le corps doit être une ressource FHIR (un objet JSON avec resourceType), ou des Parameters qui la contiennent.',
  en: 'The body must be a FHIR resource (a JSON object with resourceType), or Parameters that hold it.',
};

const NO_RESOURCE_PART: Bilingual = {
  fr: 'Ces Parameters n’ont pas de paramètre « resource » avec une ressource ; ajoutez-le.',
  en: 'These Parameters have no parameter "resource" with a resource; add it.',
};

const otherType = (type: string): Bilingual => ({
  fr: `L’adresse dit ${type} : resourceType doit dire de même ; corrigez l’un ou l’autre.`,
  en: `The address says ${type}: resourceType must say the same; correct one or the other.`,
});

const BAD_PROFILE: Bilingual = {
  fr: `« profile » doit être l’adresse (canonical) d’un profil ; ${PROFILES_MAX} au plus.`,
  en: `"profile" must be the address (canonical) of a profile; ${PROFILES_MAX} at most.`,
};

const BAD_MODE: Bilingual = {
  fr: '« mode » peut être create ou update, une seule fois ; delete et profile portent sur une ressource déjà au dossier, et ne sont pas offerts.',
  en: '"mode" may be create or update, once; delete and profile are about a resource already in the record, and are not offered.',
};
