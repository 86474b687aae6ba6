import { CANONICAL } from '../../profiles/canonical.ts';
import {
  FACADE_PAGE,
  type FacadeOffer,
  type FacadeType,
  facadeOffer,
  PERSONAL_KINDS,
  pageMostOf,
  type SearchKind,
} from '../../profiles/facade-offer.ts';
import type { Issue } from '../../profiles/issue.ts';
import { GatewayError } from '../failures.ts';
import type { SearchParams } from '../record/fhir-store.ts';
import { isResourceId } from '../record/resource-id.ts';

/** A search as a clinic app asks it, understood to the last parameter. */
export interface SearchAsked {
  readonly type: FacadeType;
  /** What the record is asked, beside what it is confined to. */
  readonly params: SearchParams;
  readonly count: number;
  readonly isTotalAsked: boolean;
  /** Nothing but the count. */
  readonly isCountOnly: boolean;
  readonly elements?: readonly string[];
  /** As it may be told again: without what came in the body. */
  readonly query: string;
}

interface Given {
  readonly name: string;
  readonly value: string;
  readonly isInUrl: boolean;
}

/**
 * Reads the parameters of a search, from the URL and from the body of a `_search`. Throws GatewayError `malformed` that names every
 * parameter that is not understood: one that were ignored would show too much.
 */
export function searchAsked(type: FacadeType, url: URLSearchParams, body = new URLSearchParams()): SearchAsked {
  const given: readonly Given[] = [
    ...[...url].map(([name, value]) => ({ name, value, isInUrl: true })),
    ...[...body].map(([name, value]) => ({ name, value, isInUrl: false })),
  ];
  const offer = facadeOffer(type);
  const missing = (offer.needs ?? []).filter((name) => !given.some((it) => it.name === name));
  const once = ONCE.filter((name) => given.filter((it) => it.name === name).length > 1);
  const issues = [
    ...given.flatMap((one) => faultIn(one, type, offer)),
    ...missing.map((name) => fault(name, 'required', 'nécessaire pour cette recherche.', 'needed for this search.')),
    ...once.map((name) => fault(name, 'value', 'une seule fois.', 'once only.')),
  ];
  if (issues.length > 0) throw new GatewayError('malformed', 'a search that is not understood', { issues });

  const valuesOf = (name: string) => given.filter((it) => it.name === name).map(({ value }) => value);
  const lastOf = (name: string) => valuesOf(name).at(-1);
  const passed = given.filter(({ name }) => name in offer.search || PASSED.has(name)).map(({ name }) => name);
  const count = Number(lastOf('_count') ?? FACADE_PAGE.usual);
  const elements = lastOf('_elements')?.split(',');
  return {
    type,
    params: Object.fromEntries([...new Set(passed)].map((name) => [name, valuesOf(name)])),
    count: Math.min(count, pageMostOf(type)),
    isTotalAsked: lastOf('_total') === 'accurate',
    // R4: a page of none is the count.
    isCountOnly: lastOf('_summary') === 'count' || count === 0,
    ...(elements !== undefined && { elements }),
    query: url.toString(),
  };
}

/** The one whom a search names by its id in the record, where it is one alone: a resource itself, or the child of whom something is asked. */
export function oneAsked({ type, params, isCountOnly }: SearchAsked): {
  readonly itself?: string;
  readonly child?: string;
} {
  if (isCountOnly) return {};
  const [id, patient] = [onlyIn(params._id), onlyIn(params.patient)];
  if (id !== undefined) return { itself: `${type}/${id}` };
  return patient === undefined ? {} : { child: patient.includes('/') ? patient : `Patient/${patient}` };
}

function onlyIn(asked: string | readonly string[] = []): string | undefined {
  const [one, ...others] = [asked].flat().flatMap((value) => value.split(','));
  return others.length === 0 ? one : undefined;
}

/** What may be asked of the versions of a resource; of a resource itself nothing (`names` empty) but its format. Throws `malformed` too. */
export function versionsAsked(url: URLSearchParams, names: readonly string[] = ['_count']): { readonly count: number } {
  const allowed = [...names, '_format'];
  const issues = [...url].flatMap(([name, value]) =>
    allowed.includes(name)
      ? faultIn({ name, value, isInUrl: true }, 'Patient', { search: {} })
      : [fault(name, 'not-supported', 'paramètre inconnu ici.', 'parameter unknown here.')],
  );
  const count = Number(url.get('_count') ?? FACADE_PAGE.usual);
  if (issues.length > 0) throw new GatewayError('malformed', 'a parameter that is not understood', { issues });
  return { count: Math.min(Math.max(count, 1), FACADE_PAGE.most) };
}

/** The page that a `next` link asks for, with nothing beside it; undefined where none is asked. Throws `malformed`. */
export function pageAsked(url: URLSearchParams): string | undefined {
  const page = url.get('_page') ?? undefined;
  if (page !== undefined && [...url].length > 1)
    throw new GatewayError('malformed', 'a page and something else', {
      issues: [fault('_page', 'value', 'seul : le lien « next » tel quel.', 'alone: the link "next" as it is.')],
    });
  return page;
}

/** Given to the record as they are. */
const PASSED: ReadonlySet<string> = new Set(['_id', '_lastUpdated', '_sort', '_include', '_revinclude']);

const ONCE = ['_count', '_sort', '_summary', '_total', '_elements', '_format'] as const;

const REFERENCE = /^(?:[A-Z][A-Za-z]{1,40}\/)?[A-Za-z0-9.-]{1,64}$/;
const DATE =
  /^(?:eq|ne|gt|lt|ge|le|sa|eb)?\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const TOKEN = /^[^\s|,$\\]{0,200}(?:\|[^|,$\\]{0,200})?$/;
const WORDS = /^[^,$\\|]{1,100}$/;

const every =
  (pattern: RegExp) =>
  (value: string): boolean =>
    value.split(',').every((part) => part !== '' && part !== '|' && pattern.test(part));

/** What a value must look like, and in which words that is said. */
const KINDS: Readonly<
  Record<SearchKind, { readonly is: (value: string) => boolean; readonly fr: string; readonly en: string }>
> = {
  code: { is: every(TOKEN), fr: 'code, ou système|code.', en: 'code, or system|code.' },
  identifier: { is: every(TOKEN), fr: 'système|valeur.', en: 'system|value.' },
  reference: { is: every(REFERENCE), fr: 'Type/id, ou id.', en: 'Type/id, or id.' },
  date: {
    is: (value) => DATE.test(value),
    fr: 'une date FHIR, comme ge2026-02-03.',
    en: 'a FHIR date, such as ge2026-02-03.',
  },
  name: { is: every(WORDS), fr: 'des mots, cent caractères au plus.', en: 'words, at most a hundred characters.' },
  'birth-date': {
    is: (value) => DATE.test(value),
    fr: 'une date FHIR, comme 2020-05-04.',
    en: 'a FHIR date, such as 2020-05-04.',
  },
  telephone: { is: every(WORDS), fr: 'un numéro.', en: 'a number.' },
};

function faultIn({ name, value, isInUrl }: Given, type: FacadeType, offer: FacadeOffer): readonly Issue[] {
  const kind = Object.hasOwn(offer.search, name) ? offer.search[name] : undefined;
  if (kind !== undefined) {
    if (isInUrl && isPersonal(kind, value)) return [onlyInBody(name, type)];
    const { is, fr, en } = KINDS[kind];
    return is(value) ? [] : [fault(name, 'value', fr, en)];
  }
  const rule = COMMON.get(name);
  if (rule === undefined) return [fault(name, 'not-supported', 'paramètre inconnu ici.', 'parameter unknown here.')];
  const [fr, en] = rule(value, offer) ?? [];
  return fr === undefined || en === undefined ? [] : [fault(name, 'value', fr, en)];
}

/** Numbers of ours may stand in a URL; whatever else is looked for as an identifier may be somebody's card. */
const isPersonal = (kind: SearchKind, value: string): boolean =>
  PERSONAL_KINDS.has(kind) ||
  (kind === 'identifier' && !value.split(',').every((part) => part.startsWith(`${CANONICAL}/NamingSystem/`)));

type Rule = (value: string, offer: FacadeOffer) => readonly [fr: string, en: string] | undefined;

const oneOf =
  (...allowed: readonly string[]): Rule =>
  (value) =>
    allowed.includes(value) ? undefined : [`${allowed.join(', ')} seulement.`, `${allowed.join(', ')} only.`];

/** Parameters of every type. */
const COMMON: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [
    '_id',
    (value) => (value.split(',').every(isResourceId) ? undefined : ['un identifiant de ressource.', 'a resource id.']),
  ],
  [
    '_lastUpdated',
    (value) =>
      DATE.test(value)
        ? undefined
        : ['un instant FHIR, comme gt2026-02-03T10:00:00Z.', 'a FHIR instant, such as gt2026-02-03T10:00:00Z.'],
  ],
  ['_count', (value) => (/^\d{1,4}$/.test(value) ? undefined : ['un nombre entier.', 'a whole number.'])],
  ['_total', oneOf('none', 'accurate')],
  ['_summary', oneOf('count', 'false')],
  ['_format', oneOf('json', 'application/json', 'application/fhir+json')],
  [
    '_elements',
    (value) =>
      value.split(',').every((name) => /^[a-z][A-Za-z]{0,60}$/.test(name))
        ? undefined
        : [
            'des noms d’éléments de premier niveau, séparés par des virgules.',
            'names of top-level elements, separated by commas.',
          ],
  ],
  ['_sort', (value, offer) => oneOf(...sortsOf(offer))(value, offer)],
  ['_include', (value, offer) => among(value, offer.includes)],
  ['_revinclude', (value, offer) => among(value, offer.revincludes)],
]);

const among = (value: string, allowed: readonly string[] = []): readonly [string, string] | undefined => {
  if (allowed.includes(value)) return undefined;
  if (allowed.length === 0) return ['aucun pour ce type.', 'none for this type.'];
  return [`permis : ${allowed.join(', ')}.`, `allowed: ${allowed.join(', ')}.`];
};

/** By when it changed, or by a date that is nobody's birth. */
export function sortsOf({ search }: FacadeOffer): readonly string[] {
  const dates = Object.entries(search).flatMap(([name, kind]) => (kind === 'date' ? [name] : []));
  return ['_id', '_lastUpdated', ...dates].flatMap((name) => [name, `-${name}`]);
}

const onlyInBody = (name: string, type: FacadeType): Issue =>
  fault(
    name,
    'security',
    `peut être une donnée personnelle, jamais dans une URL. Envoyez-le dans le corps de POST /fhir/${type}/_search (application/x-www-form-urlencoded).`,
    `may be a personal datum, never in a URL. Send it in the body of POST /fhir/${type}/_search (application/x-www-form-urlencoded).`,
  );

/** Names the parameter, as far as it is one of anybody's; never its value. */
const fault = (name: string, code: Issue['code'], fr: string, en: string): Issue => {
  const told = /^[A-Za-z_][A-Za-z0-9_.:-]{0,60}$/.test(name) ? name : '?';
  return { severity: 'error', code, expression: `http.${told}`, text: { fr: `${told} : ${fr}`, en: `${told}: ${en}` } };
};
