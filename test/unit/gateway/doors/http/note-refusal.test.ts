import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import express from 'express';
import { refused } from '../../../../../gateway/access/refused.ts';
import type { Refused } from '../../../../../gateway/audit/refusal-book.ts';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { errorAnswer } from '../../../../../gateway/doors/http/error-answer.ts';
import { noteRefusalIn, refusalNoted } from '../../../../../gateway/doors/http/note-refusal.ts';
import { ROUTES } from '../../../../../gateway/doors/http/openapi-routes.ts';
import { type FailureKind, GatewayError } from '../../../../../gateway/failures.ts';
import { quietLog } from '../../../../builders/quiet-log.ts';

/** Asks where everything fails in one way; gives the status and what was noted. */
async function asked(
  error: unknown,
  { caller, path = '/v1/changes', from = '203.0.113.77', method = 'GET' }: Partial<Asked> = {},
): Promise<{ readonly status: number; readonly noted: readonly Refused[] }> {
  const noted: Refused[] = [];
  const app = express().set('trust proxy', 'loopback').set('query parser', 'simple');
  app.use((_req, res) => {
    res.locals.caller = caller;
    throw error;
  });
  app.use(refusalNoted(noteRefusalIn({ note: async (it) => void noted.push(it) }, ROUTES)), errorAnswer(quietLog()));
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { 'x-forwarded-for': from } });
  server.close();
  server.closeAllConnections();
  return { status, noted };
}

interface Asked {
  readonly caller: Caller | undefined;
  readonly path: string;
  readonly from: string;
  readonly method: string;
}

const CALLER: Caller = { kind: 'centre', id: 'verdun', client: 'appli', professional: 'ts-julie', role: 'clinical' };
const ID = '5f1d2c3b-4a59-5e68-8776-95a4b3c2d1e0';

test('a stranger is noted by network and reason, and never by the token or the whole address', async () => {
  const { status, noted } = await asked(refused('signature'));
  expect(status).toBe(401);
  expect(noted).toEqual([{ by: { network: '203.0.113.0/24' }, why: 'signature', route: 'GET /v1/changes' }]);
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::7', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['::ffff:198.51.100.9', '198.51.100.0/24'],
])('of %s only the network %s is kept', async (from, network) => {
  expect((await asked(refused('expired'), { from })).noted).toMatchObject([{ by: { network } }]);
});

test.each<[FailureKind, number]>([
  ['forbidden', 403],
  ['noBasis', 403],
  ['notFound', 404],
])(
  'a known caller who meets %s is noted by whom their token names, and by a UUID alone of what they asked for',
  async (kind, expected) => {
    const path = `/v1/exchanges/${ID}`;
    const { status, noted } = await asked(new GatewayError(kind, 'no'), { caller: CALLER, path });
    expect(status).toBe(expected);
    expect(noted).toEqual([
      {
        by: { of: { centre: 'verdun' }, client: 'appli', professional: 'ts-julie', role: 'clinical' },
        why: kind,
        route: 'GET /v1/exchanges/{exchange}',
        on: ID,
      },
    ]);
  },
);

test.each<[FailureKind, number]>([
  ['malformed', 400],
  ['tooLarge', 413],
  ['unsupportedMediaType', 415],
  ['invalidInput', 422],
])(
  'what a known caller sends that is %s is noted too, and counted apart from what they may not ask',
  async (why, expected) => {
    const { status, noted } = await asked(new GatewayError(why, 'no'), { caller: CALLER, method: 'PUT' });
    expect(status).toBe(expected);
    expect(noted).toMatchObject([{ by: { client: 'appli' }, why, unread: true, route: 'PUT /v1/changes' }]);
  },
);

test('what else stands in an address is not kept: it may be a name or a card', async () => {
  for (const path of ['/v1/care-circles/TREM12345678', '/Lan.Nguyen?name=Lan', `/v1/exchanges/x${ID}`]) {
    const { noted } = await asked(new GatewayError('notFound', 'no'), { caller: CALLER, path });
    expect(noted).toHaveLength(1);
    expect(JSON.stringify(noted)).not.toMatch(/TREM|Lan|5f1d2c3b/);
  }
});

test.each<[string, unknown, Caller | undefined]>([
  ['a stranger who asks for an open page that is not there', new GatewayError('notFound', 'no'), undefined],
  ['what a stranger sends that cannot be read', new GatewayError('malformed', 'no'), undefined],
  ['what is at odds with what stands', new GatewayError('versionConflict', 'no'), CALLER],
  ['what is wrong with us', new Error('no'), CALLER],
  ['what must be asked again later', new GatewayError('unavailable', 'no'), CALLER],
])('%s is no refusal', async (_what, error, caller) => {
  expect((await asked(error, { caller })).noted).toEqual([]);
});
