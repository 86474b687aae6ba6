import { exportJWK, generateKeyPair, type JWK, type JWTPayload } from 'jose';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { ROLES, type Role } from '../../gateway/access/roles.ts';
import { ROUTES } from '../../gateway/doors/http/openapi-routes.ts';
import { scopesForPeople } from '../../gateway/doors/http/smart-configuration.ts';
import type { Registry } from '../../gateway/registry.ts';
import type { AccessClient } from '../../operate/client-token.ts';
import { claimsOf } from './local-issuer.ts';
import { BOARD_CLIENT, SCOPES } from './token-source.ts';

/** A program of the sandbox, as the authorization server knows it. */
export interface SandboxClient {
  readonly id: string;
  readonly scope: string;
  /** What a token that it gets for itself says of whom it calls for; absent where a person must sign in. */
  readonly claims?: JWTPayload;
  readonly centre?: string;
  /** Where it may send a person back to, below its own address. */
  readonly backTo?: string;
}

/** An invented person who signs in: `hochelaga/pivot`; or whoever operates the gateway. */
export interface SandboxPerson {
  readonly id: string;
  /** Absent for an operator. */
  readonly at?: { readonly centre: string; readonly role: Role };
}

export const centreClient = (centre: string): string => `clinique-${centre}`;
/** Takes over what was written down elsewhere before. */
export const pastClient = (centre: string): string => `reprise-${centre}`;
export const OPERATOR_CLIENT = 'exploitation';
const OPERATOR = 'bac-a-sable';

/**
 * Ready clients: of each centre its program, the one that takes over its past, its app for people, its auditor and its privacy officer; each partner;
 * operation; the board.
 */
export const sandboxClients = ({ centres, partners }: Registry): readonly SandboxClient[] => [
  ...centres.flatMap(({ id: centre }) => [
    { id: centreClient(centre), scope: SCOPES.centre, claims: claimsOf({ centre }) },
    { id: pastClient(centre), scope: SCOPES.past, claims: claimsOf({ centre, past: true }) },
    { id: `appli-${centre}`, scope: PEOPLES_SCOPE, centre },
    { id: `audit-${centre}`, scope: 'system/*.rs', claims: asPrivacyOfficer(centre) },
    // A person signs in elsewhere; here a command stands for one who is invented, so that what they alone may do can be tried.
    { id: `responsable-${centre}`, scope: 'user/*.cruds', claims: asPrivacyOfficer(centre) },
  ]),
  ...partners.map(({ id }) => ({ id, scope: SCOPES.partner, claims: claimsOf({ partner: id }) })),
  { id: OPERATOR_CLIENT, scope: SCOPES.operator, claims: claimsOf({ operator: OPERATOR }) },
  { id: BOARD_CLIENT, scope: `${PEOPLES_SCOPE} ${SCOPES.operator}`, backTo: '/board/signed-in' },
];

const asPrivacyOfficer = (centre: string): JWTPayload => ({
  ...claimsOf({ centre }),
  [CLAIMS.role]: 'privacy',
  [CLAIMS.professional]: `${centre}/privacy`,
});

/** All, or what one address needs: an app that asks for less gets less. */
const PEOPLES_SCOPE = ['openid', 'user/*.cruds', ...scopesForPeople(ROUTES)].join(' ');

/** Who holds the thread in the invented families of the demo. */
const PIVOTS = [
  ['hochelaga', 'coord-yasmine-belkacem'],
  ['carrefour-vanier', 'ts-marie-eve-charlebois'],
  ['petits-renards', 'inf-aissatou-diallo'],
] as const;

/** One person of each role at each centre, the pivots of the demo's families, and one who operates. */
export const sandboxPeople = ({ centres }: Pick<Registry, 'centres'>): readonly SandboxPerson[] => [
  ...centres.flatMap(({ id: centre }) =>
    rolesOf(ROLES).map((role) => ({ id: `${centre}/${role}`, at: { centre, role } })),
  ),
  ...PIVOTS.filter(([centre]) => centres.some(({ id }) => id === centre)).map(([centre, id]) => ({
    id,
    at: { centre, role: 'pivot' as const },
  })),
  { id: OPERATOR_CLIENT },
];

/** Whom a program may be used by: a centre's app by its people, the board by everybody. */
export const peopleOf = (client: string, people: readonly SandboxPerson[]): readonly SandboxPerson[] =>
  people.filter(({ at }) => client === BOARD_CLIENT || (at !== undefined && client === `appli-${at.centre}`));

/** What is said of a person in a token. */
export const claimsOfPerson = ({ id, at }: SandboxPerson): JWTPayload =>
  at === undefined
    ? { [CLAIMS.operator]: OPERATOR }
    : { [CLAIMS.centre]: at.centre, [CLAIMS.professional]: id, [CLAIMS.role]: at.role };

/** A key pair made now, for a client that proves itself: what it keeps, what the server is given. */
export async function clientKeys(
  client: SandboxClient,
  server: { readonly issuer: string; readonly resource: string },
): Promise<{ readonly file: AccessClient; readonly publicKey: JWK }> {
  const { publicKey, privateKey } = await generateKeyPair(KEY_ALG, { extractable: true });
  const named = { alg: KEY_ALG, kid: client.id };
  return {
    file: { ...server, clientId: client.id, scope: client.scope, key: { ...(await exportJWK(privateKey)), ...named } },
    publicKey: { ...(await exportJWK(publicKey)), ...named, use: 'sig' },
  };
}

const KEY_ALG = 'ES384';

function rolesOf<R extends string>(roles: Readonly<Record<R, unknown>>): readonly R[] {
  return Object.keys(roles).filter((name): name is R => Object.hasOwn(roles, name));
}
