import { createHmac, createPrivateKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK } from 'jose';
import type { LocalIssuer } from '../../sandbox/access/local-issuer.ts';

/** What somebody sends who has no token that holds. */
export interface TokenAttack {
  /** As raw pairs, so that one may come twice. */
  readonly headers: readonly string[];
  /** What is added to the address. */
  readonly query?: string;
  readonly body?: string;
}

export const bearer = (token: string): TokenAttack => ({ headers: ['Authorization', `Bearer ${token}`] });

const MINUTE = 60;
const raw = (text: string): string => Buffer.from(text).toString('base64url');
const part = (value: object): string => raw(JSON.stringify(value));
const seconds = (): number => Math.floor(Date.now() / 1_000);

/** What somebody tries to be taken for a centre that is in the registry (`verdun` unless said otherwise), and how it comes. */
export function tokenAttacks(
  issuer: LocalIssuer,
  centre = 'verdun',
): Readonly<Record<string, () => TokenAttack | Promise<TokenAttack>>> {
  const CENTRE = { centre };
  const claims = (changes: Readonly<Record<string, unknown>>) => issuer.sign({ ...issuer.claims(CENTRE), ...changes });
  const without = (name: string) => {
    const { [name]: _dropped, ...rest } = issuer.claims(CENTRE) as Record<string, unknown>;
    return issuer.sign(rest);
  };
  /** With the issuer's own key, over a header and claims that jose would not write. */
  const signedAs = async (header: object, claimsText = JSON.stringify(issuer.claims(CENTRE))): Promise<string> => {
    const key = createPrivateKey({
      key: JSON.parse(await readFile(join(issuer.folder, 'private.json'), 'utf8')),
      format: 'jwk',
    });
    const text = `${part(header)}.${raw(claimsText)}`;
    return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  const asKey = async (jwk: JWK) => {
    const key = await importJWK(jwk, 'ES256', { extractable: true });
    if (key instanceof Uint8Array) throw new Error('a secret');
    return key;
  };
  const publicKey = async () => {
    const { keys } = JSON.parse(await readFile(join(issuer.folder, 'keys.json'), 'utf8'));

    return {
      jwk: keys[0],
      pem: await exportSPKI(await asKey(keys[0])),
    };
  };
  /** Signed with what everybody has, as if it were a secret. */
  const confused = (secret: string | Buffer): string => {
    const text = `${part({ alg: 'HS256', typ: 'at+jwt', kid: 'local' })}.${part(issuer.claims(CENTRE))}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const changed = (token: string, at: 0 | 1, value: object): string =>
    token
      .split('.')
      .map((it, index) => (index === at ? part(value) : it))
      .join('.');

  return {
    'no header': () => ({ headers: [] }),
    'an empty header': () => ({ headers: ['Authorization', ''] }),
    'a scheme alone': () => ({ headers: ['Authorization', 'Bearer'] }),
    'another scheme': async () => ({ headers: ['Authorization', `Basic ${await issuer.token(CENTRE)}`] }),
    'a token without its scheme': async () => ({ headers: ['Authorization', await issuer.token(CENTRE)] }),
    'a token after something': async () => ({ headers: ['Authorization', `x Bearer ${await issuer.token(CENTRE)}`] }),
    'a token and more': async () => ({ headers: ['Authorization', `Bearer ${await issuer.token(CENTRE)} x`] }),
    'two tokens in one header': async () => {
      const token = await issuer.token(CENTRE);
      return { headers: ['Authorization', `Bearer ${token}, Bearer ${token}`] };
    },
    'the header twice': async () => {
      const value = `Bearer ${await issuer.token(CENTRE)}`;
      return { headers: ['Authorization', value, 'Authorization', value] };
    },
    'the header twice, in another case, the first of them empty': async () => ({
      headers: ['authorization', '', 'AUTHORIZATION', `Bearer ${await issuer.token(CENTRE)}`],
    }),
    'a token without end': () => bearer(`${'a'.repeat(4_097)}.b.c`),
    'a header of twelve kilobytes': () => bearer('a'.repeat(12_000)),
    'the token in the address': async () => ({ headers: [], query: `?access_token=${await issuer.token(CENTRE)}` }),
    'the token in the header and in the address': async () => {
      const token = await issuer.token(CENTRE);
      return { ...bearer(token), query: `?access_token=${token}` };
    },
    'the token in the address, its name in percent': async () => ({
      headers: [],
      query: `?%61ccess_token=${await issuer.token(CENTRE)}`,
    }),
    'the token in the address, in capitals': async () => ({
      headers: [],
      query: `?ACCESS_TOKEN=${await issuer.token(CENTRE)}`,
    }),
    'the token in a form': async () => ({
      headers: ['Content-Type', 'application/x-www-form-urlencoded'],
      body: `access_token=${await issuer.token(CENTRE)}`,
    }),
    'the token in headers of proxies': async () => {
      const token = await issuer.token(CENTRE);
      return { headers: ['X-Forwarded-Access-Token', token, 'Proxy-Authorization', `Bearer ${token}`] };
    },
    'the token in a cookie': async () => ({ headers: ['Cookie', `access_token=${await issuer.token(CENTRE)}`] }),
    'a word': () => bearer('jeton-inconnu'),
    'three words': () => bearer('a.b.c'),
    'the id of a centre': () => bearer('verdun'),
    'no signature, alg none': () => bearer(`${part({ alg: 'none', typ: 'at+jwt' })}.${part(issuer.claims(CENTRE))}.`),
    'alg NONE, in another case': () =>
      bearer(`${part({ alg: 'nOnE', typ: 'at+jwt' })}.${part(issuer.claims(CENTRE))}.`),
    'alg none over a good signature': async () =>
      bearer(changed(await issuer.token(CENTRE), 0, { alg: 'none', typ: 'at+jwt', kid: 'local' })),
    'the public key as an HS256 secret, as PEM': async () => bearer(confused((await publicKey()).pem)),
    'the public key as an HS256 secret, as JWK': async () => bearer(confused(JSON.stringify((await publicKey()).jwk))),
    'an empty HS256 secret': () => bearer(confused(Buffer.alloc(0))),
    'no alg': async () => bearer(changed(await issuer.token(CENTRE), 0, { typ: 'at+jwt', kid: 'local' })),
    'an algorithm that is not allowed': async () => {
      const { privateKey } = await generateKeyPair('RS512');
      return bearer(await issuer.sign(issuer.claims(CENTRE), { alg: 'RS512' }, privateKey));
    },
    'another key under the same kid': async () => {
      const { privateKey } = await generateKeyPair('ES256');
      return bearer(await issuer.sign(issuer.claims(CENTRE), {}, privateKey));
    },
    'another key that the header brings along': async () => {
      const { privateKey, publicKey: own } = await generateKeyPair('ES256', { extractable: true });
      const jwk = await exportJWK(own);
      return bearer(await issuer.sign(issuer.claims(CENTRE), { jwk } as never, privateKey));
    },
    'another key at an address that the header names': async () => {
      const { privateKey } = await generateKeyPair('ES256');
      return bearer(await issuer.sign(issuer.claims(CENTRE), { jku: 'http://127.0.0.1:9/jwks', kid: 'x' }, privateKey));
    },
    'another key behind a certificate at an address that the header names': async () => {
      const { privateKey } = await generateKeyPair('ES256');
      return bearer(await issuer.sign(issuer.claims(CENTRE), { x5u: 'http://127.0.0.1:9/x5', kid: 'x' }, privateKey));
    },
    'another key behind a certificate that the header brings along': async () => {
      const { privateKey } = await generateKeyPair('ES256');
      return bearer(await issuer.sign(issuer.claims(CENTRE), { x5c: ['MIIB'] }, privateKey));
    },
    'a kid that is an address': async () =>
      bearer(await issuer.sign(issuer.claims(CENTRE), { kid: 'http://127.0.0.1:9/jwks' })),
    'a kid by a name of every object': async () =>
      bearer(await issuer.sign(issuer.claims(CENTRE), { kid: '__proto__' })),
    'a kid that is a list': async () => bearer(await issuer.sign(issuer.claims(CENTRE), { kid: ['local'] } as never)),
    'an unknown kid': async () => bearer(await issuer.sign(issuer.claims(CENTRE), { kid: 'other' })),
    'a kid that is a path': async () => bearer(await issuer.sign(issuer.claims(CENTRE), { kid: '../../../dev/null' })),
    'an extension that must be understood': async () =>
      bearer(await signedAs({ alg: 'ES256', typ: 'at+jwt', kid: 'local', crit: ['x'], x: 1 })),
    'extensions that must be understood, none': async () =>
      bearer(await signedAs({ alg: 'ES256', typ: 'at+jwt', kid: 'local', crit: [] })),
    'claims that are not encoded': async () =>
      bearer(await signedAs({ alg: 'ES256', typ: 'at+jwt', kid: 'local', crit: ['b64'], b64: false })),
    'claims that are encrypted, in five parts': () => bearer('e30.e30.e30.e30.e30'),
    'a token in a token': async () =>
      bearer(await claims({ token: await issuer.token({ centre: 'vanier' }), aud: 'x' })),
    'claims a thousand deep': () => bearer(`${part({ alg: 'ES256', typ: 'at+jwt' })}.${raw('['.repeat(1_000))}.x`),
    'claims a thousand deep, and whole': () =>
      bearer(`${part({ alg: 'ES256' })}.${raw(`{"iss":${'['.repeat(1_000)}${']'.repeat(1_000)}}`)}.x`),
    'claims that are no object': () => bearer(`${part({ alg: 'ES256' })}.${raw('"verdun"')}.x`),
    'a claim twice': async () => {
      const { aud, ...rest } = issuer.claims(CENTRE);
      const text = JSON.stringify(rest).replace(
        '{',
        `{"aud":${JSON.stringify(aud)},"aud":"https://elsewhere.example",`,
      );
      return bearer(await signedAs({ alg: 'ES256', typ: 'at+jwt', kid: 'local' }, text));
    },
    'claims that were changed': async () =>
      bearer(changed(await issuer.token(CENTRE), 1, { ...issuer.claims(CENTRE), passerelle_centre: 'elsewhere' })),
    'a signature cut short': async () => bearer((await issuer.token(CENTRE)).slice(0, -2)),
    'another issuer': async () => bearer(await claims({ iss: 'https://elsewhere.example' })),
    'the issuer with a slash more': async () => bearer(await claims({ iss: `${issuer.issuer}/` })),
    'no issuer': async () => bearer(await without('iss')),
    'another audience': async () => bearer(await claims({ aud: 'https://elsewhere.example' })),
    'audiences that are all others': async () =>
      bearer(await claims({ aud: ['https://elsewhere.example', `${issuer.audience}x`] })),
    'an audience that is no text': async () => bearer(await claims({ aud: { 0: issuer.audience } as never })),
    'the audience in capitals': async () => bearer(await claims({ aud: issuer.audience.toUpperCase() })),
    'no audience': async () => bearer(await without('aud')),
    'an audience that begins like ours': async () => bearer(await claims({ aud: `${issuer.audience}x` })),
    expired: async () => bearer(await claims({ iat: seconds() - 10 * MINUTE, exp: seconds() - 5 * MINUTE })),
    'without end': async () => bearer(await without('exp')),
    'longer than a token may live': async () => bearer(await claims({ exp: seconds() + 3_601 })),
    'from long ago, and not expired': async () =>
      bearer(await claims({ iat: seconds() - 7_200, exp: seconds() + MINUTE })),
    'not yet valid': async () => bearer(await claims({ nbf: seconds() + 5 * MINUTE })),
    'made in the future': async () =>
      bearer(await claims({ iat: seconds() + 5 * MINUTE, exp: seconds() + 10 * MINUTE })),
    'an end beyond all numbers': async () => {
      const text = JSON.stringify({ ...issuer.claims(CENTRE), exp: 0 }).replace('"exp":0', '"exp":1e400');
      return bearer(await signedAs({ alg: 'ES256', typ: 'at+jwt', kid: 'local' }, text));
    },
    'without the moment at which it was made': async () => bearer(await without('iat')),
    'a clock half a minute and more behind': async () =>
      bearer(await claims({ iat: seconds() - 5 * MINUTE, exp: seconds() - 32 })),
    'a clock half a minute and more ahead': async () => bearer(await claims({ nbf: seconds() + 45 })),
    'times that are texts': async () => bearer(await claims({ exp: `${seconds() + MINUTE}` })),
    'an ID token': async () => bearer(await issuer.sign(issuer.claims(CENTRE), { typ: 'JWT' })),
    'no type': async () => bearer(await issuer.sign(issuer.claims(CENTRE), { typ: undefined } as never)),
    'no id of its own': async () => bearer(await without('jti')),
    'no client': async () => bearer(await without('client_id')),
    'no subject': async () => bearer(await without('sub')),
    'a client that would break a log line': async () => bearer(await claims({ client_id: 'a\nb' })),
    'nobody named': async () => bearer(await without('passerelle_centre')),
    'a centre and a partner at once': async () => bearer(await claims({ passerelle_partner: 'clsc-verdun' })),
    'a centre and operation at once': async () => bearer(await claims({ passerelle_operator: 'nuit' })),
    'a centre that is not in the registry': async () => bearer(await claims({ passerelle_centre: 'ailleurs' })),
    'several centres': async () => bearer(await claims({ passerelle_centre: ['verdun', 'vanier'] })),
    'a centre in capitals': async () => bearer(await claims({ passerelle_centre: centre.toUpperCase() })),
    'a claim in capitals': async () => {
      const { passerelle_centre: id, ...rest } = issuer.claims(CENTRE) as Record<string, unknown>;
      return bearer(await issuer.sign({ ...rest, Passerelle_Centre: id }));
    },
    'a centre by a name of every object': async () => bearer(await claims({ passerelle_centre: '__proto__' })),
    'a partner that has left the registry': async () =>
      bearer(await issuer.token({ partner: 'clsc-qui-n-est-plus-la' })),
    'a role that is none': async () => bearer(await claims({ passerelle_role: 'director' })),
    'a role by a name of every object': async () => bearer(await claims({ passerelle_role: 'constructor' })),
    'scopes as a list': async () => bearer(await claims({ scope: ['system/*.cruds'] })),
  };
}
