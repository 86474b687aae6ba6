import type { Caller } from './caller.ts';
import { type Area, roleMay } from './roles.ts';
import { grants, grantsOperation, type ScopeAsked } from './scopes.ts';

/** What a caller must have to use a route; whoever has no row here is refused. */
export interface Need {
  /** For the centre whose things they are: a scope, and a role that may where a person acts. */
  readonly centre?: ScopeAsked & { readonly area: Area };
  readonly partner?: ScopeAsked;
  /** For whoever operates the gateway: look or act. */
  readonly operator?: 'r' | 'u';
}

/** The type of a need that is the one named in the path. */
export const TYPE_IN_PATH = '{type}';

/** Whether a caller may use a route that has this need; `typeInPath` is what stands where the route has `{type}`. */
export function mayUse(caller: Caller, need: Need, typeInPath = ''): boolean {
  const { scopes = [], role } = caller;
  const asked = ({ type, can }: ScopeAsked): ScopeAsked => ({ type: type === TYPE_IN_PATH ? typeInPath : type, can });
  if (caller.kind === 'operator') return need.operator !== undefined && grantsOperation(scopes, need.operator);
  if (caller.kind === 'partner') return need.partner !== undefined && grants(scopes, asked(need.partner), false);
  if (need.centre === undefined) return false;
  const act = /[cud]/.test(need.centre.can) ? 'write' : 'read';
  return (
    grants(scopes, asked(need.centre), personActs(caller)) &&
    (role === undefined || roleMay(role, need.centre.area, act))
  );
}

/** Whether a caller’s scopes let it read a type, also where it comes along with another. */
export const mayReadType = (caller: Caller, type: string): boolean =>
  grants(caller.scopes ?? [], { type, can: 'r' }, personActs(caller));

const personActs = ({ professional, role }: Caller): boolean => professional !== undefined && role !== undefined;

/** The scopes that open a route, as they are written in a token: for the reference page and for whoever was refused. */
export const scopesOf = ({ centre, partner, operator }: Need): readonly string[] => [
  ...[centre, partner]
    .flatMap((it) => it ?? [])
    .flatMap(({ type, can }) => [`system/${type === TYPE_IN_PATH ? '*' : type}.${can === 'any' ? 'rs' : can}`])
    .filter((scope, index, all) => all.indexOf(scope) === index),
  ...(operator === undefined ? [] : [`passerelle/operate.${operator}`]),
];
