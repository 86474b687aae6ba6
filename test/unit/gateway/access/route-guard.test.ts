import { expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import type { Caller } from '../../../../gateway/access/caller.ts';
import { mayUse, scopesOf } from '../../../../gateway/access/needs.ts';
import { AREAS, ROLES, type Role, roleMay } from '../../../../gateway/access/roles.ts';
import { scopesIn } from '../../../../gateway/access/scopes.ts';
import type { RouteDescription } from '../../../../gateway/doors/http/openapi-route-description.ts';
import { ROUTES } from '../../../../gateway/doors/http/openapi-routes.ts';
import { routeGuard } from '../../../../gateway/doors/http/route-guard.ts';
import { GatewayError } from '../../../../gateway/failures.ts';

const guarded = ROUTES.filter(({ open }) => open !== true);
const guard = routeGuard(ROUTES);
const KINDS = ['centre', 'partner', 'operator'] as const;
const roles = Object.keys(ROLES) as Role[];

const pathOf = (path: string): string => path.replaceAll('{type}', 'Goal').replaceAll(/\{\w+\}/g, 'x-1');

/** What the guard does with a call: lets it through, or the kind of its failure. */
function asked(method: string, path: string, caller: Caller | undefined): string {
  try {
    let through = 'nothing';
    const res = { locals: { caller }, set: () => undefined } as unknown as Response;
    guard({ method, path } as Request, res, () => {
      through = 'through';
    });
    return through;
  } catch (error) {
    return error instanceof GatewayError ? error.kind : String(error);
  }
}
const at = ({ method, path }: RouteDescription, caller?: Caller): string =>
  asked(method.toUpperCase(), pathOf(path), caller);
const callerWith = (kind: (typeof KINDS)[number], scope: string, more: Partial<Caller> = {}): Caller =>
  ({ kind, id: 'it', client: 'c', scopes: scopesIn(scope), ...more }) as Caller;
const nameOf = ({ method, path }: RouteDescription): string => `${method} ${path}`;

test('every route says who may use it, or that it is open', () => {
  expect(guarded.filter(({ needs }) => needs === undefined).map(nameOf)).toEqual([]);
  expect(ROUTES.filter(({ open, needs }) => open === true && needs !== undefined)).toEqual([]);
  for (const { needs } of guarded) expect(Object.keys(needs ?? {}).length).toBeGreaterThan(0);
});

test.each(KINDS)('a %s without scopes is refused at every route', (kind) => {
  for (const route of guarded)
    expect([nameOf(route), at(route, callerWith(kind, ''))]).toEqual([nameOf(route), 'forbidden']);
});

test('nobody is let through anywhere', () => {
  for (const route of guarded) expect([nameOf(route), at(route)]).toEqual([nameOf(route), 'notFound']);
});

test('an address with a slash more is nobody’s, whoever asks: it would be served as the one without', () => {
  const every = 'system/*.cruds user/*.cruds passerelle/operate.ru';
  for (const route of guarded)
    for (const kind of KINDS) {
      const method = route.method.toUpperCase();
      for (const path of [`${pathOf(route.path)}/`, pathOf(route.path).replace(/\/([^/]*)$/, '//$1')])
        expect([method, path, asked(method, path, callerWith(kind, every))]).toEqual([method, path, 'notFound']);
    }
});

test('each route opens with exactly the scopes that it names, and with no fewer', () => {
  for (const route of guarded) {
    for (const kind of KINDS) {
      const own = route.needs?.[kind];
      if (own === undefined) continue;
      const scopes = scopesOf({ [kind]: own });
      expect([nameOf(route), kind, at(route, callerWith(kind, scopes.join(' ')))]).toEqual([
        nameOf(route),
        kind,
        'through',
      ]);
      const [scope = ''] = scopes;
      const [type, letters = ''] = scope.split('.');
      const named = typeof own === 'object' && own.can === 'any' ? [] : [...letters];
      for (const letter of named) {
        const fewer = [...'cruds'].filter((it) => it !== letter).join('');
        const others = kind === 'operator' ? `${type}.${letter === 'r' ? 'u' : 'r'}` : `${type}.${fewer}`;
        expect([nameOf(route), kind, at(route, callerWith(kind, others))]).toEqual([nameOf(route), kind, 'forbidden']);
      }
    }
  }
});

test.each([
  ['centre', 'system/*.cruds user/*.cruds passerelle/operate.ru'],
  ['partner', 'system/*.cruds user/*.cruds passerelle/operate.ru'],
  ['operator', 'system/*.cruds user/*.cruds passerelle/operate.ru'],
] as const)('a %s with every scope there is gets to its own routes and to no other’s', (kind, every) => {
  for (const route of guarded)
    expect([nameOf(route), at(route, callerWith(kind, every))]).toEqual([
      nameOf(route),
      route.needs?.[kind] === undefined ? 'forbidden' : 'through',
    ]);
});

test('scopes of a person count only where a person acts, in a role that may', () => {
  for (const route of guarded) {
    const need = route.needs?.centre;
    if (need === undefined) continue;
    expect([nameOf(route), at(route, callerWith('centre', 'user/*.cruds'))]).toEqual([nameOf(route), 'forbidden']);
    for (const role of roles) {
      const person = callerWith('centre', 'user/*.cruds', { professional: 'p', role });
      const may = roleMay(role, need.area, /[cud]/.test(need.can) ? 'write' : 'read');
      expect([nameOf(route), role, at(route, person)]).toEqual([nameOf(route), role, may ? 'through' : 'forbidden']);
    }
  }
});

test('a role cuts what a program may that names one, however wide its scopes', () => {
  const route = ROUTES.find(({ operationId }) => operationId === 'readLegalReferral');
  const clinical = callerWith('centre', 'system/*.cruds', { role: 'clinical' });
  expect(route && at(route, clinical)).toBe('forbidden');
});

test('clinical staff are at no list that tells of a legal referral; the legal pillar at none that holds clinical notes', () => {
  const open = (role: Role, act: 'read' | 'write') => AREAS.filter((area) => roleMay(role, area, act));
  for (const area of ['legal-referral', 'changes', 'record', 'set-aside'] as const)
    expect([area, roleMay('clinical', area, 'read'), roleMay('reception', area, 'read')]).toEqual([area, false, false]);
  for (const area of ['shared-assessment', 'action-plan', 'contact', 'outcome-evaluation', 'course', 'record'] as const)
    expect([area, roleMay('legal', area, 'read')]).toEqual([area, false]);
  expect(open('privacy', 'write')).toEqual([
    'retention',
    'incidents',
    'existence-refusals',
    'break-glass-review',
    'ties',
  ]);
});

test.each([
  'system/*.*',
  'system/*.read',
  'system/*.write',
  'patient/*.cruds',
  'system/Task.sr',
  'system/Task.rs?status=draft',
  'SYSTEM/*.cruds',
  'system/.cruds',
  'system/*.',
  'system/*',
  'passerelle/*.ru',
  '*/*.cruds',
  'system/*.cruds\u00a0',
])('%j grants nothing', (scope) => {
  expect(scopesIn(scope)).toEqual([]);
  for (const kind of KINDS)
    for (const { needs } of guarded) expect(mayUse(callerWith(kind, scope), needs ?? {}, 'Task')).toBe(false);
});

test('a type opens its own routes and no other’s', () => {
  const caller = callerWith('centre', 'system/CareTeam.cruds');
  const through = guarded.filter((route) => at(route, caller) === 'through').map(nameOf);
  expect(through).toEqual([
    'put /v1/care-circles/{id}',
    'get /v1/care-circles/{id}',
    'post /v1/care-circles',
    'post /v1/care-circles/_preview',
    'get /v1/children/{id}/care-circle',
  ]);
});

test.each([
  ['another case', 'GET', '/V1/care-circles/x'],
  ['a slash more', 'GET', '/v1/care-circles/x/'],
  ['two slashes', 'GET', '//v1/care-circles/x'],
  ['an encoded letter', 'GET', '/%76%31/care-circles/x'],
  ['a step up', 'GET', '/v1/children/../care-circles/x'],
  ['a method that is not there', 'DELETE', '/v1/care-circles/x'],
  ['a method that nobody knows', 'TRACE', '/v1/care-circles/x'],
  ['a route that is not described', 'GET', '/v1/everything'],
  ['what is described as open', 'GET', '/livez'],
])('%s answers nobody', (_what, method, path) => {
  for (const kind of KINDS)
    expect(asked(method, path, callerWith(kind, 'system/*.cruds passerelle/operate.ru'))).toBe('notFound');
});

test('HEAD needs what GET needs', () => {
  expect(asked('HEAD', '/v1/care-circles/x', callerWith('centre', 'system/CareTeam.r'))).toBe('through');
  expect(asked('HEAD', '/v1/care-circles/x', callerWith('centre', 'system/CareTeam.c'))).toBe('forbidden');
});
