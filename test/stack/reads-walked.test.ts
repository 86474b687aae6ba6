import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { mayUse, type Need } from '../../gateway/access/needs.ts';
import { ROLES, type Role } from '../../gateway/access/roles.ts';
import type { RouteDescription } from '../../gateway/doors/http/openapi-route-description.ts';
import { ROUTES } from '../../gateway/doors/http/openapi-routes.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { auditSince } from './audit-since.ts';
import { anIncident } from './concept-examples.ts';
import type { Known, WriteWalk } from './concept-walks.ts';
import { knownReads } from './known-reads.ts';
import { knownWrites } from './known-writes.ts';
import { type Answer, ownMark, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';
import { WALKS, type Walk } from './walks.ts';
import { WRITE_WALKS } from './write-walks.ts';

/**
 * Every route of the one table, on the real stack: what is unknown, another’s, or not for the caller sounds alike, read or written to, and what
 * is read is in the audit. A route that is not among the walks makes a test fail (openapi.test.ts).
 */
const OWN = 'hochelaga';
const OTHER = 'petits-renards';
const mark = ownMark();
const reads = ROUTES.filter((route): route is RouteDescription & { readonly needs: Need } => {
  return route.method === 'get' && route.needs !== undefined;
});

interface Read {
  readonly path: string;
  readonly status: number;
  /** Within which what was read is noted. */
  readonly began: string;
  readonly ended: string;
}

let issuer: LocalIssuer;
let sandbox: StackSandbox;
let known: Known;
let entries: readonly fhir4.AuditEvent[];
const done = new Map<string, Read>();
beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({ BESIDE_MAX_MS: '1000', BESIDE_LOOK_AGAIN_MS: '300' }, { tokens: async () => issuer });
  const readable = await knownReads(sandbox, OWN, mark, (person) => token({ path: () => '', person }));
  const officer = await issuer.sign({ ...issuer.claims({ centre: OTHER }), ...actingAs('privacy', OTHER) });
  known = { ...readable, hidden: await knownWrites(sandbox, OWN, OTHER, mark, ownMark(), officer) };
  const since = new Date().toISOString();
  for (const route of reads) done.set(route.operationId, await readOf(route));
  entries = await auditSince(sandbox, since);
}, 360_000);
afterAll(() => sandbox?.stop());

/** Reads what is the caller’s own, by a client that reads nothing else. */
async function readOf(route: RouteDescription): Promise<Read> {
  const walk = walkOf(route);
  const client = clientOf(route);
  const bearer = await token(walk, { client_id: client, ...(walk.by === 'operator' && { [CLAIMS.operator]: client }) });
  const path = walk.path(known);
  const began = new Date().toISOString();
  const { status } = await get(path, bearer);
  return { path, status, began, ended: new Date().toISOString() };
}

/** A person of a centre in a part of it. */
const actingAs = (role: Role, centre = OWN) => ({
  [CLAIMS.professional]: `${centre}/${role}`,
  [CLAIMS.role]: role,
});

const clientOf = ({ operationId }: RouteDescription): string => `walk-${operationId}-${mark}`;

const walkOf = ({ operationId }: RouteDescription): Walk => {
  const walk = WALKS[operationId];
  if (walk === undefined) throw new Error(`no walk for ${operationId}`);
  return walk;
};

/** The caller that this walk is made by, with other claims: another client, fewer scopes, a person with a role. */
const token = async (
  { by = 'centre', person }: Walk,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const who = by === 'centre' ? { centre: OWN } : by === 'partner' ? { partner: known.partner } : { operator: 'nuit' };
  const acting = person === undefined ? {} : { [CLAIMS.professional]: person.professional, [CLAIMS.role]: person.role };
  return issuer.sign({ ...issuer.claims(who), ...acting, ...changes });
};
const get = (path: string, bearer: string): Promise<Answer> =>
  request('GET', `${sandbox.gatewayUrl}${path}`, undefined, { authorization: `Bearer ${bearer}` });

/** What an answer says, but for when, and for the id that was asked for. */
const saidBy = ({ status, body, headers }: Answer, id: string) => ({
  status,
  body: JSON.stringify(body).replaceAll(id, 'ID'),
  headers: [...headers].filter(([name]) => !['date', 'content-length'].includes(name)),
});

/** The same path with an id of the same shape that nobody has. */
const unknownOf = (id: string): string =>
  /^[0-9a-f]{8}-[0-9a-f-]{27}/.test(id) ? id.replace(/^[0-9a-f]{8}/, '00000000') : `nobody-${mark}`;

describe.each(reads.map((route) => [`${route.path} (${route.operationId})`, route] as const))(
  'GET %s',
  (_name, route) => {
    test('gives its own, and an entry of the audit says to whom', () => {
      const walk = walkOf(route);
      const { path, status, began, ended } = done.get(route.operationId) ?? {
        path: '',
        status: 0,
        began: '',
        ended: '',
      };
      expect([path, status]).toEqual([path, 200]);
      const marker = walk.noted?.(known) ?? clientOf(route);
      const noted = entries.filter(
        (entry) => entry.recorded >= began && entry.recorded <= ended && JSON.stringify(entry).includes(marker),
      );
      expect([path, noted.length > 0]).toEqual([path, walk.unnoted === undefined]);
    });

    test('sounds the same for what is unknown, another’s, or not for the caller', async () => {
      const walk = walkOf(route);
      const path = walk.path(known);
      const none = await token(walk, { scope: 'openid' });
      if (walk.id === undefined) {
        // A list: of another’s it holds nothing.
        if (walk.by === undefined) {
          const others = await get(path, await issuer.token({ centre: OTHER }));
          expect([path, others.status]).toEqual([path, 200]);
          expect(JSON.stringify(others.body)).not.toContain(mark);
        }
        expect([path, (await get(path, none)).status]).toEqual([path, 403]);
        return;
      }
      const id = walk.id(known);
      const nobodys = unknownOf(id);
      const own = await token(walk);
      const unknown = saidBy(await get(path.replace(id, nobodys), own), nobodys);
      expect([path, unknown.status]).toEqual([path, walk.emptyIsListed === true ? 200 : 404]);
      const theirs = walk.anothers?.(known) ?? id;
      const other = walk.by === 'partner' ? own : await issuer.token({ centre: OTHER });
      if (walk.by !== 'operator') {
        const heard = saidBy(await get(path.replace(id, theirs), other), theirs);
        const nothing = walk.isOffElsewhere ? saidBy(await get(path.replace(id, nobodys), other), nobodys) : unknown;
        expect(heard).toEqual(nothing);
      }

      for (const bearer of [none, ...(await tokensOfRolesWithout(walk, route.needs))]) {
        const [mine, nobody] = [await get(path, bearer), await get(path.replace(id, nobodys), bearer)];
        expect([path, mine.status]).toEqual([path, 403]);
        expect(saidBy(mine, id)).toEqual(saidBy(nobody, nobodys));
      }
    });
  },
);

const writes = ROUTES.filter(({ method, needs }) => method !== 'get' && needs !== undefined).flatMap((route) => {
  const walks = WRITE_WALKS[route.operationId];
  if (walks === undefined) throw new Error(`no walk for ${route.operationId}`);
  return typeof walks === 'string'
    ? []
    : walks.map((walk) => [`${route.operationId} (${walk.status})`, route, walk] as const);
});

describe.each(writes)('%s', (_name, { method }, walk) => {
  test('writing to what is hidden answers as it would if it were not there, and nothing of it changes', async () => {
    const bearer = await writersToken(walk);
    const write = async (number: string): Promise<readonly object[]> => {
      const { path, body, headers = {} } = walk.call(known, number);
      const answer = await request(method.toUpperCase(), `${sandbox.gatewayUrl}${path}`, body, {
        authorization: `Bearer ${bearer}`,
        prefer: 'wait=30',
        ...headers,
      });
      // What became of it is told alike, too.
      const exchange = answer.headers.get('content-location');
      const followed = exchange === null ? [] : [await get(exchange, bearer)];
      return [answer, ...followed].map((one) => likened(one, number));
    };
    const standing = async (): Promise<unknown> =>
      walk.stands === undefined ? undefined : (await sandbox.call('GET', walk.stands(known))).body;

    const hidden = walk.hidden(known);
    const before = await standing();
    const toHidden = await write(hidden);
    const toFree = await write(walk.taken?.(known) ?? unknownOf(hidden));
    expect(toHidden[0]).toMatchObject({ status: walk.status });
    expect(toHidden).toEqual(toFree);
    expect(await standing()).toEqual(before);
  });
});

/** Whoever it is hidden from. */
async function writersToken({ by }: WriteWalk): Promise<string> {
  if (by === 'partner') return issuer.token({ partner: known.partner });
  if (by === 'another-centre') return issuer.sign({ ...issuer.claims({ centre: OTHER }), ...actingAs('pivot', OTHER) });
  return issuer.sign({ ...issuer.claims({ centre: OWN }), ...(by === 'program' ? {} : actingAs(by)) });
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g;

/** What an answer says, but for its number, when, and the ids that are new each time. */
function likened(answer: Answer, number: string) {
  const { status, body, headers } = saidBy(answer, number);
  const alike = (text: string): string =>
    text
      .replaceAll(number, 'ID')
      .replace(UUID, 'UUID')
      .replace(INSTANT, 'AT')
      .replace(/("reference":"[A-Za-z]+)\/[A-Za-z0-9-]+"/g, '$1"');
  return { status, body: alike(body), headers: headers.map(([name, value]) => [name, alike(value)]) };
}

test('of twenty incidents that two write at once, each is written once: the other is refused', async () => {
  const bearer = await issuer.sign({ ...issuer.claims({ centre: OWN }), ...actingAs('privacy') });
  const put = (number: string, people: number) =>
    request('PUT', `${sandbox.gatewayUrl}/v1/incidents/${number}`, anIncident(known.child, { people }), {
      authorization: `Bearer ${bearer}`,
    });
  for (let nth = 0; nth < 20; nth += 1) {
    const number = `COURSE-${nth}-${mark}`;
    const both = await Promise.all([put(number, 2), put(number, 3)]);
    expect([number, both.map(({ status }) => status).sort()]).toEqual([number, [201, 409]]);
    const first = both.find(({ status }) => status === 201);
    expect((await get(`/v1/incidents/${number}`, bearer)).body).toEqual(first?.body);
  }
});

/** People of the centre whose part lets them read none of this. */
async function tokensOfRolesWithout({ by = 'centre' }: Walk, needs: Need): Promise<readonly string[]> {
  if (by !== 'centre') return [];
  const roles = (Object.keys(ROLES) as Role[]).filter(
    (role) => !mayUse({ kind: 'centre', id: OWN, scopes: ALL, professional: 'quelquun', role }, needs, 'CareTeam'),
  );
  return Promise.all(
    roles.map((role) =>
      issuer.sign({ ...issuer.claims({ centre: OWN }), [CLAIMS.professional]: 'quelquun', [CLAIMS.role]: role }),
    ),
  );
}

const ALL = [{ context: 'system', type: '*', letters: 'cruds' }] as const;
