import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Who } from '../../sandbox/access/token-source.ts';
import { aCircle, anAnswer } from './concept-examples.ts';

/** What somebody who has a token tries with it. `{circle}`, `{child}` … stand for the ids of a family of `OWN`. */
export interface Attack {
  readonly who: Who;
  /** What the token says beside. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly call: readonly [method: string, path: string, body?: unknown];
  /** As raw pairs, after `Content-Type: application/json`. */
  readonly headers?: readonly string[];
  readonly status: number;
  /** Of what kind of thing the audit says it was given to read: a search that finds nothing is no refusal, but an access like another. */
  readonly finds?: string;
  /** Why it was refused, as the audit says. */
  readonly why?: 'forbidden' | 'notFound' | 'malformed' | 'invalidInput' | 'tooLarge' | 'unsupportedMediaType';
}

export const OWN = 'hochelaga';
export const OTHER = 'petits-renards';
export const PARTNER = 'clsc-hochelaga';
const STRANGER: Who = { centre: OTHER };
const OURS: Who = { centre: OWN };
const THEIRS: Who = { partner: PARTNER };
const ALL = { scope: 'system/*.cruds user/*.cruds passerelle/operate.ru' };

const hidden = (method: string, path: string, body?: unknown): Attack => ({
  who: STRANGER,
  call: [method, path, body],
  status: 404,
  why: 'notFound',
});
const nothing = (finds: string, method: string, path: string, body?: unknown): Attack => ({
  who: STRANGER,
  call: [method, path, body],
  status: 200,
  finds,
});
const UNREAD = { 400: 'malformed', 413: 'tooLarge', 415: 'unsupportedMediaType', 422: 'invalidInput' } as const;
const unread = (who: Who, call: Attack['call'], status: keyof typeof UNREAD, headers?: readonly string[]): Attack => ({
  who,
  call,
  status,
  why: UNREAD[status],
  ...(headers && { headers }),
});
const forbidden = (who: Who, method: string, path: string, claims = {}, body?: unknown): Attack => ({
  who,
  claims,
  call: [method, path, body],
  status: 403,
  why: 'forbidden',
});
const person = (role: string, centre = OWN) => ({
  scope: 'user/*.cruds',
  [CLAIMS.professional]: `${centre}/p`,
  [CLAIMS.role]: role,
});
const TIE = { child: '{child}', centre: OTHER };
const CIRCLE = '/v1/care-circles/{circle}';
const STOLEN = '/v1/care-circles/{stolen}';
const FORM = ['Content-Type', 'application/x-www-form-urlencoded'];
const task = (more = {}) => ({
  resourceType: 'Task',
  status: 'accepted',
  intent: 'order',
  lastModified: '2026-11-22T01:00:00-05:00',
  ...more,
});
const stolen = (changes = {}): object => aCircle('{stolen}', '{stolen}', { centre: OTHER, ...changes });

/** IDOR: another centre that has come to know every id of the family. */
const ANOTHER_CENTRE: Readonly<Record<string, Attack>> = {
  'reads a circle': hidden('GET', CIRCLE),
  'reads a request': hidden('GET', '/v1/service-referrals/{referral}'),
  'reads a legal referral': hidden('GET', '/v1/legal-referrals/{legal}'),
  'reads an exchange': hidden('GET', '/v1/exchanges/{exchange}'),
  'reads a child’s course': hidden('GET', '/v1/children/{child}/timeline?lang=fr'),
  'prints a request': hidden('GET', '/v1/referrals/{referral}/page'),
  'answers a request': hidden('POST', '/v1/referrals/{referral}/answers', anAnswer('accepted')),
  'closes the links of a request': hidden('DELETE', '/v1/referrals/{referral}/links'),
  'reads what was set aside': hidden('GET', '/v1/dead-letters/{exchange}'),
  'reads an inbound referral': hidden('GET', '/v1/inbound-referrals/{referral}'),
  'says which child a referral is about': hidden('POST', '/v1/matches/{referral}', {
    child: 'x',
    decidedBy: 'Accueil',
  }),
  'settles words': hidden('POST', '/v1/words/{exchange}', {
    drop: true,
    decidedBy: 'Accueil',
  }),
  'asks for a child’s register': nothing('register', 'POST', '/v1/register/_search', { child: '{child}' }),
  // It names nobody: of what has nothing to tell there is no entry.
  'asks what changed': { who: STRANGER, call: ['GET', '/v1/changes?limit=1000'], status: 200 },
  'asks at which other centres a child is followed': nothing('ties', 'GET', '/v1/children/{child}/ties'),
  'confirms a tie by a code that it has guessed': {
    ...hidden('POST', '/v1/ties/confirm', { child: '{child}', centre: OWN, code: 'BCDF-GHJK-MNPQ-RSTV' }),
    claims: person('pivot', OTHER),
  },
  'ends the ties of a child': {
    ...hidden('POST', '/v1/ties/end', { child: '{child}', centre: OWN }),
    claims: person('pivot', OTHER),
  },
  'lists a child’s requests': nothing('referrals', 'GET', '/v1/children/{child}/referrals'),
  'reads a Patient by the id of the record': hidden('GET', '/fhir/Patient/{patient}'),
  'reads its history': hidden('GET', '/fhir/Patient/{patient}/_history'),
  'reads its first version': hidden('GET', '/fhir/Patient/{patient}/_history/1'),
  'reads everything about it': hidden('GET', '/fhir/Patient/{patient}/$everything'),
  'searches by its id': nothing('Patient', 'GET', '/fhir/Patient?_id={patient}'),
  'searches by its id twice': nothing('Patient', 'GET', '/fhir/Patient?_id={patient}&_id={patient}'),
  'counts by its id': nothing('Patient', 'GET', '/fhir/Patient?_id={patient}&_summary=count'),
  'searches with what comes along': nothing(
    'CareTeam',
    'GET',
    '/fhir/CareTeam?patient={patient}&_include=CareTeam:patient',
  ),
  'searches with what refers to it': nothing(
    'CareTeam',
    'GET',
    '/fhir/CareTeam?patient={patient}&_revinclude=Provenance:target',
  ),
  'searches by the child’s number, chained': nothing(
    'CareTeam',
    'GET',
    `/fhir/CareTeam?patient.identifier=${IDENTIFIERS.child(OWN)}|{child}`,
  ),
  'searches by a chain to a name': unread(STRANGER, ['GET', '/fhir/CareTeam?patient.name=Lan'], 400),
  'searches by what has it': unread(STRANGER, ['GET', '/fhir/Patient?_has:CareTeam:patient:status=active'], 400),
  'searches through a resource of nobody’s': unread(STRANGER, ['GET', '/fhir/Patient?__proto__=x'], 400),
  'includes what is not offered': unread(STRANGER, ['GET', '/fhir/CareTeam?_include=*'], 400),
  'searches by an expression': unread(STRANGER, ['GET', '/fhir/Patient?_filter=name%20co%20%22Lan%22'], 400),
  'searches by a named query': unread(STRANGER, ['GET', '/fhir/Patient?_query=everybody'], 400),
  'searches a list': unread(STRANGER, ['GET', '/fhir/Patient?_list=42'], 400),
  'searches what is contained': unread(STRANGER, ['GET', '/fhir/CareTeam?_contained=true'], 400),
  'searches by what is missing': unread(STRANGER, ['GET', '/fhir/CareTeam?patient:missing=false'], 400),
  'searches by a set of values': unread(STRANGER, ['GET', '/fhir/Condition?code:in=http://x.example/vs'], 400),
  'searches by what is above': unread(STRANGER, ['GET', '/fhir/CareTeam?patient:above={patient}'], 400),
  'searches by the type of a number in a form': {
    ...unread(STRANGER, ['POST', '/fhir/Patient/_search', 'identifier:of-type=x%7CJHN%7CNGUL20010112'], 400),
    headers: FORM,
  },
  'searches by a name that is in percent': unread(STRANGER, ['GET', '/fhir/Patient?%6eame=Lan'], 400),
  'searches by a prefix that R4 leaves vague': unread(
    STRANGER,
    ['GET', '/fhir/Patient?_lastUpdated=ap2026-11-21'],
    400,
  ),
  'sorts by a birth date': unread(STRANGER, ['GET', '/fhir/Patient?_sort=birthdate'], 400),
  'asks for an estimate': unread(STRANGER, ['GET', '/fhir/Patient?_total=estimate'], 400),
  'asks for the words alone': unread(STRANGER, ['GET', '/fhir/Patient?_summary=text'], 400),
  'asks for XML': unread(STRANGER, ['GET', '/fhir/Patient?_format=xml'], 400),
  'asks how it was at a time': unread(STRANGER, ['GET', '/fhir/Patient?_at=2026-11-21'], 400),
  'counts by its id in a form and in the address': {
    ...nothing('Patient', 'POST', '/fhir/Patient/_search?_id={patient}', '_id={patient}&_summary=count'),
    headers: FORM,
  },
  'searches all types': hidden('GET', '/fhir?_type=Patient,CareTeam&_id={patient}'),
  'reads the history of all': hidden('GET', '/fhir/_history?_since=2026-01-01'),
  'reads the history of a type': hidden('GET', '/fhir/Patient/_history'),
  'exports all': hidden('GET', '/fhir/$export'),
  'exports all of a type': hidden('GET', '/fhir/Patient/$export'),
  'deletes a Patient of the record': hidden('DELETE', '/fhir/Patient/{patient}'),
  'reads through a batch': forbidden(
    STRANGER,
    'POST',
    '/fhir',
    {},
    {
      resourceType: 'Bundle',
      type: 'batch',
      entry: [{ request: { method: 'GET', url: 'Patient/{patient}' } }],
    },
  ),
  'reads the measures as if from this machine': {
    ...hidden('GET', '/metrics'),
    headers: ['X-Forwarded-For', '127.0.0.1', 'Forwarded', 'for=127.0.0.1;host=localhost', 'X-Real-IP', '127.0.0.1'],
  },
  'searches by name in a form': {
    ...nothing('Patient', 'POST', '/fhir/Patient/_search', 'name=Nguy%E1%BB%85n&_count=100'),
    headers: FORM,
  },
  'reads the audit as FHIR': hidden('GET', '/fhir/AuditEvent'),
  'hides a path in an id': hidden('GET', '/v1/exchanges/..%2fcare-circles%2f{circle}'),
  'asks in capitals': hidden('GET', '/V1/CARE-CIRCLES/{circle}'),
  'reads who opened a child in an emergency, with a slash at the end': {
    ...forbidden(OURS, 'GET', '/v1/break-glass/', person('clinical')),
    status: 404,
    why: 'notFound',
  },
  'searches with a slash at the end, where it may only read': {
    ...forbidden(OURS, 'GET', '/fhir/Patient/', { ...person('pivot'), scope: 'user/Patient.r' }),
    status: 404,
    why: 'notFound',
  },
  'asks with a slash more': hidden('GET', '/v1//care-circles/{circle}'),
  'asks with letters in percent': hidden('GET', '/v1/%63are-circles/{circle}'),
};

const CENTRES: Readonly<Record<string, Attack>> = {
  'writes in another centre’s name': forbidden(STRANGER, 'PUT', STOLEN, {}, stolen({ centre: OWN })),
  'says in the body who it is': unread(STRANGER, ['PUT', STOLEN, stolen({ caller: { kind: 'centre', id: OWN } })], 422),
  'brings claims in the body': unread(STRANGER, ['PUT', STOLEN, stolen({ [CLAIMS.centre]: OWN })], 422),
  'brings labels of its own': unread(STRANGER, ['PUT', STOLEN, stolen({ meta: { security: [{ code: 'N' }] } })], 422),
  'names another id than the address': unread(STRANGER, ['PUT', STOLEN, stolen({ id: '{circle}' })], 422),
  'brings a version that is none': unread(STRANGER, ['PUT', STOLEN, stolen({ version: '2' })], 422),
  'brings a prototype': unread(
    STRANGER,
    ['PUT', STOLEN, JSON.stringify(stolen()).replace('{', '{"__proto__":{"centre":"hochelaga"},')],
    422,
  ),
  'brings a constructor': unread(
    STRANGER,
    ['PUT', STOLEN, stolen({ constructor: { prototype: { kind: 'operator' } } })],
    422,
  ),
  'sends a megabyte more than it may': unread(
    STRANGER,
    ['PUT', STOLEN, stolen({ status: 'x'.repeat(1_100_000) })],
    413,
  ),
  'sends JSON as text': unread(STRANGER, ['PUT', CIRCLE, stolen()], 415, ['Content-Type', 'text/plain']),
  'sends JSON as a form': unread(STRANGER, ['PUT', CIRCLE, stolen()], 415, FORM),
  'sends JSON in another alphabet': unread(STRANGER, ['PUT', CIRCLE, stolen()], 415, [
    'Content-Type',
    'application/json; charset=utf-7',
  ]),
  'sends what is said to be compressed': unread(STRANGER, ['PUT', CIRCLE, stolen()], 415, ['Content-Encoding', 'gzip']),
  'has a POST taken for a DELETE by a header': {
    ...hidden('POST', CIRCLE, stolen()),
    headers: ['X-HTTP-Method-Override', 'DELETE'],
  },
  'has a POST taken for a PUT by a parameter': hidden('POST', `${CIRCLE}?_method=PUT`, stolen()),
  'traces a call': { ...hidden('TRACE', CIRCLE), who: OURS },
  'has its address taken from headers': {
    ...hidden('GET', '/v1/care-circles/nobodys'),
    headers: ['X-Original-URL', CIRCLE, 'X-Rewrite-URL', CIRCLE, 'X-Forwarded-Prefix', CIRCLE],
  },
  'says in headers who it is': {
    ...hidden('GET', CIRCLE),
    headers: ['X-Passerelle-Centre', OWN, 'X-Forwarded-User', OWN, 'X-User', OWN],
  },
};

const SCOPES_AND_ROLES: Readonly<Record<string, Attack>> = {
  'writes with a scope to read': forbidden(OURS, 'PUT', CIRCLE, { scope: 'system/CareTeam.rs' }, stolen()),
  'reads with the scope of another type': forbidden(OURS, 'GET', CIRCLE, { scope: 'system/Patient.cruds' }),
  'reads with a scope of SMART v1': forbidden(OURS, 'GET', CIRCLE, { scope: 'system/CareTeam.read system/*.*' }),
  'reads with a patient’s scope': forbidden(OURS, 'GET', CIRCLE, { scope: 'patient/*.cruds' }),
  'reads with a scope that narrows by a search': forbidden(OURS, 'GET', CIRCLE, { scope: 'system/CareTeam.rs?x=y' }),
  'reads with a person’s scope and no person': forbidden(OURS, 'GET', CIRCLE, { scope: 'user/*.cruds' }),
  'reads with scopes in capitals': forbidden(OURS, 'GET', CIRCLE, { scope: 'SYSTEM/*.CRUDS system/CARETEAM.rs' }),
  'reads with scopes for whatever there is': forbidden(OURS, 'GET', CIRCLE, { scope: '* */* */*.cruds *.* system/*' }),
  'reads with letters out of their order': forbidden(OURS, 'GET', CIRCLE, { scope: 'system/CareTeam.sr' }),
  'reads with scopes that no space parts': forbidden(OURS, 'GET', CIRCLE, {
    scope: 'openid\tsystem/CareTeam.rs openid,system/CareTeam.rs',
  }),
  'reads with scopes to sign in': forbidden(OURS, 'GET', CIRCLE, {
    scope: 'openid fhirUser launch/patient launch offline_access',
  }),
  'reads with a scope behind two hundred others': forbidden(OURS, 'GET', CIRCLE, {
    scope: `${'x '.repeat(200)}system/CareTeam.rs`,
  }),
  'reads with the scope of whoever operates': forbidden(OURS, 'GET', CIRCLE, { scope: 'passerelle/operate.ru' }),
  'reads a type in percent with the scope of another': forbidden(OURS, 'GET', '/fhir/%50atient/{patient}', {
    scope: 'system/Task.rs',
  }),
  'operates with a centre’s token': forbidden(OURS, 'POST', `/v1/partners/${PARTNER}/pause`, ALL),
  'at reception reads a legal referral': forbidden(OURS, 'GET', '/v1/legal-referrals/{legal}', person('reception')),
  'of the clinic reads a legal referral': forbidden(OURS, 'GET', '/v1/legal-referrals/{legal}', person('clinical')),
  'of the clinic prints a legal referral': {
    ...hidden('GET', '/v1/referrals/{legal}/page'),
    who: OURS,
    claims: person('clinical'),
  },
  'of the clinic reads the record through the facade': forbidden(
    OURS,
    'GET',
    '/fhir/Patient/{patient}',
    person('clinical'),
  ),
  'of the clinic reads the register': forbidden(OURS, 'GET', '/v1/register', person('clinical')),
  'of the legal pillar reads a child’s course': forbidden(
    OURS,
    'GET',
    '/v1/children/{child}/timeline?lang=fr',
    person('legal'),
  ),
  'that is a program ties a child to another centre': forbidden(OURS, 'POST', '/v1/ties', {}, TIE),
  'of the clinic ties a child to another centre': forbidden(OURS, 'POST', '/v1/ties', person('clinical'), TIE),
  'of privacy writes a circle': forbidden(OURS, 'PUT', CIRCLE, person('privacy'), stolen()),
};

const PARTNERS_AND_OPERATORS: Readonly<Record<string, Attack>> = {
  'a partner reads a circle': forbidden(THEIRS, 'GET', CIRCLE, ALL),
  'a partner writes a circle': forbidden(THEIRS, 'PUT', CIRCLE, ALL, stolen({ centre: OWN })),
  'a partner reads an exchange': forbidden(THEIRS, 'GET', '/v1/exchanges/{exchange}', ALL),
  'a partner asks what changed': forbidden(THEIRS, 'GET', '/v1/changes', ALL),
  'a partner asks at which centres a child is followed': forbidden(THEIRS, 'GET', '/v1/children/{child}/ties', ALL),
  'a partner reads the register': forbidden(THEIRS, 'GET', '/v1/register', ALL),
  'a partner reads what was set aside': forbidden(THEIRS, 'GET', '/v1/dead-letters', ALL),
  'a partner answers on the centre’s side': forbidden(THEIRS, 'POST', '/v1/referrals/{referral}/answers', ALL, {}),
  'a partner searches the record': forbidden(THEIRS, 'GET', '/fhir/CareTeam?patient={patient}', ALL),
  'a partner asks for everything about a child': forbidden(THEIRS, 'GET', '/fhir/Patient/{patient}/$everything', ALL),
  'a partner pauses another': forbidden(THEIRS, 'POST', '/v1/partners/clsc-verdun/pause', ALL),
  'another partner answers a request by its number': {
    who: { partner: 'clsc-olivier-guimond' },
    call: ['PUT', `/fhir/Task?identifier=${IDENTIFIERS.task}|{number}`, task()],
    status: 404,
    why: 'notFound',
  },
  'a partner answers, by a number that it has worked out, what was never shown to it': {
    who: THEIRS,
    call: ['PUT', `/fhir/Task?identifier=${IDENTIFIERS.task}|{untold}`, task()],
    status: 404,
    why: 'notFound',
  },
  'another partner reads a request by its number': {
    who: { partner: 'clsc-releve' },
    call: ['GET', '/fhir/Task/{number}'],
    status: 404,
    why: 'notFound',
  },
  'another partner answers it where requests are collected': {
    who: { partner: 'clsc-releve' },
    call: ['PUT', '/fhir/Task/{number}', task()],
    status: 404,
    why: 'notFound',
  },
  'another partner names two numbers': unread(
    { partner: 'clsc-olivier-guimond' },
    ['PUT', `/fhir/Task?identifier=${IDENTIFIERS.task}|x&identifier=${IDENTIFIERS.task}|{number}`, task()],
    400,
  ),
  'an operator reads a circle with whatever scopes': forbidden({ operator: 'nuit' }, 'GET', CIRCLE, ALL),
  'an operator reads the content of what was set aside': forbidden(
    { operator: 'nuit' },
    'GET',
    '/v1/dead-letters/{exchange}/content',
    ALL,
  ),
  'an operator reads the register': forbidden({ operator: 'nuit' }, 'GET', '/v1/register', ALL),
  'an operator who may look pauses a partner': forbidden(
    { operator: 'nuit' },
    'POST',
    `/v1/partners/${PARTNER}/pause`,
    { scope: 'passerelle/operate.r' },
  ),
};

const named = (who: string, table: Readonly<Record<string, Attack>>): Readonly<Record<string, Attack>> =>
  Object.fromEntries(Object.entries(table).map(([name, attack]) => [who === '' ? name : `${who} ${name}`, attack]));

export const ATTACKS: Readonly<Record<string, Attack>> = {
  ...named('another centre', ANOTHER_CENTRE),
  ...named('a centre', CENTRES),
  ...named('somebody', SCOPES_AND_ROLES),
  ...named('', PARTNERS_AND_OPERATORS),
};
