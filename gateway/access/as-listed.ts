import { hasCome, nowAt } from '../../mappings/consent/moments.ts';
import type { Registry } from '../registry.ts';
import type { AccessSettings, ListedClient, ListedProfessional } from './access-settings.ts';
import type { Caller } from './caller.ts';
import { refused } from './refused.ts';
import { type Scope, scopesIn, scopesInBoth } from './scopes.ts';

/** A caller cut to what the access file lets its client and its person do, at this moment. Throws `unauthenticated` with the reason. */
export type AsListed = (caller: Caller, issuer: string) => Caller;

/**
 * The lists of the access file only ever take away: what an authorization server says of a client or a person is cut to what stands there, and
 * ends when it says so, also for tokens that live on.
 */
export function asListed(
  { clients, professionals, listedOnly }: AccessSettings,
  registry: Registry,
  now: () => Date,
): AsListed {
  const clientBy = new Map(
    clients.map((row) => [nameOf(row.issuer, row.id), { row, scopes: row.scopes && scopesIn(row.scopes.join(' ')) }]),
  );
  const professionalBy = new Map(professionals.map((row) => [nameOf(row.centre, row.id), row]));

  const stillIn = ({ suspendedFrom }: ListedClient | ListedProfessional, centre: string | undefined): void => {
    if (suspendedFrom === undefined) return;
    const timeZone = (centre === undefined ? undefined : registry.centre(centre)?.timeZone) ?? 'UTC';
    if (hasCome(suspendedFrom, nowAt(now(), timeZone))) throw refused('suspended');
  };

  return (caller, issuer) => {
    const client = clientBy.get(nameOf(issuer, caller.client ?? ''));
    if (client === undefined && listedOnly.includes('clients')) throw refused('unlisted');
    const narrowed = client === undefined ? caller : asClient(caller, client);
    if (client !== undefined) stillIn(client.row, client.row.centre);
    if (caller.kind !== 'centre' || caller.professional === undefined) return narrowed;

    const person = professionalBy.get(nameOf(caller.id, caller.professional));
    if (person === undefined && listedOnly.includes('professionals')) throw refused('unlisted');
    if (person === undefined) return narrowed;
    stillIn(person, person.centre);
    if (person.roles !== undefined && (caller.role === undefined || !person.roles.includes(caller.role)))
      throw refused('role');
    return narrowed;
  };
}

function asClient(
  caller: Caller,
  { row, scopes }: { readonly row: ListedClient; readonly scopes: readonly Scope[] | undefined },
): Caller {
  if (row[caller.kind] !== caller.id) throw refused('vouching');
  if (row.roles !== undefined && (caller.role === undefined || !row.roles.includes(caller.role))) throw refused('role');
  return scopes === undefined ? caller : { ...caller, scopes: scopesInBoth(caller.scopes ?? [], scopes) };
}

/** Neither part holds a line break. */
const nameOf = (one: string, other: string): string => `${one}\n${other}`;
