import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { errors } from 'oidc-provider';
import { stringify } from 'yaml';
import { closeServer } from '../../gateway/process/close-server.ts';
import type { Registry } from '../../gateway/registry.ts';
import { clientToken } from '../../operate/client-token.ts';
import {
  centreClient,
  claimsOfPerson,
  clientKeys,
  OPERATOR_CLIENT,
  pastClient,
  type SandboxClient,
  sandboxClients,
  sandboxPeople,
} from './sandbox-clients.ts';
import { signInPage } from './sign-in-page.ts';
import { BOARD_CLIENT, type TokenSource, type Who } from './token-source.ts';

export interface AuthorizationServer extends TokenSource {
  readonly issuer: string;
  /** `<client>.json`, each with a private key made for this run. */
  readonly clientsFolder: string;
}

export interface AuthorizationServerOptions {
  readonly registry: Registry;
  /** Where the file goes that says whom the gateway is to believe. */
  readonly folder: string;
  /** Where the clients’ files go, with their private keys; beside it if absent. */
  readonly clientsFolder?: string;
  readonly port?: number;
  readonly host?: string;
  /** How others reach it, where that is not this machine. */
  readonly publicUrl?: string;
}

const AUDIENCE = 'https://passerelle.sandbox/';
/** What the board asks for: a person's role closes what is not theirs, and only an operator's token opens operation. */
const BOARD_SCOPE = 'openid user/*.cruds passerelle/operate.ru';
const TOKEN_LIFE_SECONDS = 300;
const ALG = 'ES256';

/**
 * A real authorization server for the sandbox (`oidc-provider`): SMART Backend Services for programs, authorization code with PKCE for people.
 * Keys and clients are made at each start; no secret outlives it.
 */
export async function startAuthorizationServer(options: AuthorizationServerOptions): Promise<AuthorizationServer> {
  const { registry, folder, clientsFolder = join(folder, 'clients'), port = 0, host = '127.0.0.1' } = options;
  let listener: RequestListener = (_req, res) => void res.writeHead(503).end();
  const server = createServer((req, res) => listener(req, res));
  server.listen(port, host);
  await once(server, 'listening');
  const issuer = options.publicUrl ?? `http://127.0.0.1:${portOf(server)}`;

  const clients = await Promise.all(
    sandboxClients(registry).map(async (client) => ({
      client,
      ...(await clientKeys(client, { issuer, resource: AUDIENCE })),
    })),
  );
  const provider = new Provider(issuer, await configuration(registry, clients));
  listener = signInPage(provider, registry);

  await mkdir(clientsFolder, { recursive: true });
  for (const { client, file } of clients)
    if (client.claims !== undefined)
      await writeFile(join(clientsFolder, `${client.id}.json`), JSON.stringify(file), { mode: 0o600 });
  await writeFile(join(folder, 'access.yaml'), accessFile(issuer));

  const tokens = new Map(clients.map(({ client, file }) => [client.id, clientToken(() => file)]));
  return {
    issuer,
    clientsFolder,
    settings: { ACCESS_PATH: join(folder, 'access.yaml') },
    async token(who) {
      return (await tokens.get(clientOf(who))?.()) ?? '';
    },
    stop: () => closeServer(server),
  };
}

function clientOf(who: Who): string {
  if ('centre' in who) return who.past === true ? pastClient(who.centre) : centreClient(who.centre);
  return 'partner' in who ? who.partner : OPERATOR_CLIENT;
}

type Prepared = Pick<Awaited<ReturnType<typeof clientKeys>>, 'publicKey'> & { readonly client: SandboxClient };

async function configuration(
  registry: Registry,
  clients: readonly Prepared[],
): Promise<NonNullable<ConstructorParameters<typeof Provider>[1]>> {
  const { privateKey } = await generateKeyPair(ALG, { extractable: true });
  const people = new Map(sandboxPeople(registry).map((person) => [person.id, person]));
  const claims = new Map(clients.map(({ client }) => [client.id, client.claims]));
  const scopes = [...new Set(clients.flatMap(({ client }) => client.scope.split(' ')))];
  return {
    clients: clients.map(clientMetadata),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: ALG, kid: randomUUID(), use: 'sig' }] },
    clientDefaults: { id_token_signed_response_alg: ALG },
    enabledJWA: { clientAuthSigningAlgValues: ['ES384', 'RS384'], idTokenSigningAlgValues: [ALG] },
    clientAuthMethods: ['private_key_jwt', 'none'],
    responseTypes: ['code'],
    scopes,
    claims: { openid: ['sub'] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: TOKEN_LIFE_SECONDS,
      ClientCredentials: TOKEN_LIFE_SECONDS,
      IdToken: TOKEN_LIFE_SECONDS,
      AuthorizationCode: 60,
      Interaction: 600,
      Session: 3_600,
      Grant: 3_600,
      RefreshToken: 3_600,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== AUDIENCE) throw new errors.InvalidTarget();
          return {
            scope: scopes.join(' '),
            audience: AUDIENCE,
            accessTokenFormat: 'jwt',
            accessTokenTTL: TOKEN_LIFE_SECONDS,
            jwt: { sign: { alg: ALG } },
          };
        },
      },
    },
    // The board renews its tokens in the browser, which asks whether it may.
    clientBasedCORS: (_ctx, origin, client) => client.clientId === BOARD_CLIENT && isOnThisMachine(origin),
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => (people.has(id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined),
    extraTokenClaims: (_ctx, token) => {
      const person = 'accountId' in token ? people.get(token.accountId) : undefined;
      if (person !== undefined) return claimsOfPerson(person);
      const { sub: _sub, client_id: _client, scope: _scope, ...own } = claims.get(token.clientId ?? '') ?? {};
      return own;
    },
    // The sandbox’s own programs need no page that asks whether they may.
    async loadExistingGrant(ctx) {
      const { client, session, params } = ctx.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      // What the client may ask was checked before: it gets what it asks.
      const scope = String(params?.scope ?? '');
      grant.addOIDCScope(scope);
      grant.addResourceScope(AUDIENCE, scope);
      await grant.save();
      return grant;
    },
  };
}

function clientMetadata({ client: { id, scope, claims, backTo }, publicKey }: Prepared) {
  const common = { client_id: id, scope };
  if (claims !== undefined)
    return {
      ...common,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      token_endpoint_auth_method: 'private_key_jwt' as const,
      jwks: { keys: [publicKey] },
    };
  return {
    ...common,
    // A program on somebody’s machine: any port of the loopback (RFC 8252 §7.3).
    application_type: 'native' as const,
    grant_types: ['authorization_code', ...(backTo === undefined ? [] : ['refresh_token'])],
    response_types: ['code' as const],
    redirect_uris:
      backTo === undefined ? ['http://127.0.0.1/callback'] : LOOPBACK.map((host) => `http://${host}${backTo}`),
    token_endpoint_auth_method: 'none' as const,
  };
}

const LOOPBACK = ['127.0.0.1', 'localhost'];
const isOnThisMachine = (origin: string): boolean => LOOPBACK.includes(new URL(origin).hostname);

const accessFile = (issuer: string): string =>
  stringify({
    audience: AUDIENCE,
    tokenLifeMaxSeconds: TOKEN_LIFE_SECONDS,
    issuers: [
      {
        issuer,
        keys: `${issuer}/jwks`,
        plainHttp: true,
        algorithms: [ALG],
        vouchesFor: { centres: 'all', partners: 'all', operators: true },
        endpoints: { token: `${issuer}/token`, authorization: `${issuer}/auth` },
        board: { client: BOARD_CLIENT, scope: BOARD_SCOPE },
      },
    ],
  });

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
