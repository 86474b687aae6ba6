import type { Bilingual } from '../../profiles/codes.ts';
import { GatewayError } from '../failures.ts';

/** Why a call has no caller, in words that help whoever wrote the client and tell nothing else. */
const REFUSALS = {
  absent: {
    fr: 'Jeton absent. Envoyez l’en-tête « Authorization: Bearer … » avec un jeton d’accès.',
    en: 'No token. Send the header "Authorization: Bearer …" with an access token.',
  },
  inAddress: {
    fr: 'Un jeton ne s’écrit jamais dans une adresse : elle reste dans des journaux. Révoquez celui-ci, et envoyez-en un dans l’en-tête Authorization.',
    en: 'A token never goes in a URL: it stays in logs. Revoke this one, and send one in the Authorization header.',
  },
  several: {
    fr: 'Un seul en-tête Authorization, avec un seul jeton.',
    en: 'One Authorization header only, with one token.',
  },
  unreadable: { fr: 'Ce n’est pas un jeton d’accès signé (JWT).', en: 'This is not a signed access token (JWT).' },
  issuer: {
    fr: 'Jeton d’un serveur d’autorisation que cette passerelle ne connaît pas.',
    en: 'A token of an authorization server that this gateway does not know.',
  },
  audience: {
    fr: 'Jeton fait pour un autre serveur (aud) : demandez-en un pour cette passerelle.',
    en: 'A token made for another server (aud): ask for one for this gateway.',
  },
  signature: { fr: 'La signature du jeton ne tient pas.', en: 'The signature of the token does not hold.' },
  expired: { fr: 'Jeton expiré : demandez-en un autre.', en: 'The token has expired: ask for another.' },
  early: {
    fr: 'Jeton qui ne vaut pas encore : vérifiez l’horloge.',
    en: 'A token that is not valid yet: check the clock.',
  },
  type: {
    fr: 'Ce n’est pas un jeton d’accès (typ : at+jwt), peut-être un jeton d’identité.',
    en: 'This is not an access token (typ: at+jwt), maybe an ID token.',
  },
  life: {
    fr: 'Jeton de trop longue durée : demandez-en un plus court.',
    en: 'The token lives too long: ask for a shorter one.',
  },
  claims: {
    fr: 'Il manque au jeton ce qui dit qui appelle : voir docs/authorization.md.',
    en: 'The token lacks what says who calls: see docs/authorization.md.',
  },
  certificate: {
    fr: 'Jeton lié à un certificat (cnf) que cet appel ne présente pas.',
    en: 'A token that is bound to a certificate (cnf) which this call does not present.',
  },
  unbound: {
    fr: 'Les jetons de ce partenaire doivent être liés à son certificat (cnf, x5t#S256).',
    en: 'The tokens of this partner must be bound to its certificate (cnf, x5t#S256).',
  },
  vouching: {
    fr: 'Ce serveur d’autorisation ne peut pas parler de ce centre, de ce partenaire ou de qui exploite.',
    en: 'This authorization server may not speak for this centre, this partner or whoever operates.',
  },
  unlisted: {
    fr: 'Ce client ou cette personne n’est pas dans la liste de qui peut appeler : demandez à qui administre la passerelle.',
    en: 'This client or this person is not in the list of who may call: ask whoever administers the gateway.',
  },
  suspended: {
    fr: 'Ce client ou cette personne n’a plus accès : demandez à qui administre la passerelle.',
    en: 'This client or this person has access no more: ask whoever administers the gateway.',
  },
  role: {
    fr: 'Ce client ou cette personne ne peut pas agir dans ce rôle, ou doit en nommer un.',
    en: 'This client or this person may not act in this role, or must name one.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Refusal = keyof typeof REFUSALS;

/** The 401 with its reason. */
export const refused = (reason: Refusal, cause?: unknown): GatewayError =>
  new GatewayError('unauthenticated', messageOf(reason), {
    cause,
    issues: [
      {
        severity: 'error',
        code: reason === 'expired' ? 'expired' : 'login',
        expression: 'http.Authorization',
        text: REFUSALS[reason],
      },
    ],
  });

/** The reason of such a 401, for the audit. */
export const refusalIn = ({ message }: GatewayError): string | undefined =>
  Object.keys(REFUSALS).find((reason) => message === messageOf(reason));

const messageOf = (reason: string): string => `token refused: ${reason}`;
