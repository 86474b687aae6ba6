import type { AccessSettings } from '../../access/access-settings.ts';
import { scopesOf } from '../../access/needs.ts';
import { STATE_KNOWN_SCOPE } from '../../access/scopes.ts';
import type { RouteDescription } from './openapi-route-description.ts';

/**
 * `/.well-known/smart-configuration` (SMART App Launch 2.2, “Conformance”): what is true of this gateway and of the first issuer whose
 * endpoints are set. The gateway gives no token itself; whatever only the issuer knows is asked of it.
 */
export function smartConfiguration({ issuers }: AccessSettings, routes: readonly RouteDescription[]): object {
  const { issuer, endpoints, keys } = issuers.find((it) => it.endpoints.token !== undefined) ?? {};
  const { token, authorization } = endpoints ?? {};
  const scopes = routes.flatMap(({ needs }) => (needs === undefined ? [] : scopesOf(needs)));
  return {
    ...(issuer !== undefined && { issuer }),
    ...(keys !== undefined && 'url' in keys && { jwks_uri: keys.url.href }),
    ...(token !== undefined && {
      token_endpoint: token,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
    ...(authorization !== undefined && {
      authorization_endpoint: authorization,
      response_types_supported: ['code'],
    }),
    grant_types_supported: [
      ...(authorization === undefined ? [] : ['authorization_code']),
      ...(token === undefined ? [] : ['client_credentials']),
    ],
    code_challenge_methods_supported: authorization === undefined ? [] : ['S256'],
    scopes_supported: [...new Set([...scopes, ...scopesForPeople(routes), STATE_KNOWN_SCOPE])].sort(),
    capabilities: [
      ...(token === undefined ? [] : ['client-confidential-asymmetric']),
      ...(authorization === undefined ? [] : ['launch-standalone', 'permission-user']),
      'permission-v2',
    ],
  };
}

/** A person of the centre asks the same with `user/`. */
export const scopesForPeople = (routes: readonly RouteDescription[]): readonly string[] => [
  ...new Set(
    routes.flatMap(({ needs }) =>
      needs?.centre === undefined
        ? []
        : scopesOf({ centre: needs.centre }).map((scope) => scope.replace('system/', 'user/')),
    ),
  ),
];
