import type { RequestHandler } from 'express';
import type { MeTold } from '../../../mappings/domain/me-told.ts';
import type { Caller } from '../../access/caller.ts';
import { mayBeTied } from '../../access/centre-ties.ts';
import { AREAS, roleMay } from '../../access/roles.ts';
import { grantsOperation } from '../../access/scopes.ts';
import { GatewayError } from '../../failures.ts';
import type { Registry } from '../../registry.ts';
import { callerOf } from './authenticate.ts';
import { type Language, languageOf } from './operation-outcome.ts';

type Registered = Pick<Registry, 'centre' | 'centres'>;

/** `GET /v1/me`: who calls, for a program that draws what they may do. It says nothing of anybody else. */
export const meRoute =
  (registry: Registered): RequestHandler =>
  (req, res) => {
    const caller = callerOf(res);
    if (caller === undefined || caller.kind === 'partner') throw new GatewayError('notFound', 'no such route');
    res.json(meTold(caller, registry, languageOf(req)));
  };

function meTold(caller: Caller, registry: Registered, language: Language): MeTold {
  if (caller.kind === 'operator') {
    const acts = grantsOperation(caller.scopes ?? [], 'u');
    return { kind: 'operator', reads: ['exchange', 'set-aside'], writes: acts ? ['set-aside'] : [] };
  }
  const { id, professional, role } = caller;
  const centre = registry.centre(id);
  const mayTieWith = registry.centres
    .filter((other) => mayBeTied(registry, id, other.id))
    .map((other) => ({ id: other.id, name: other.name[language] }));
  // Without a role a program acts for its whole centre.
  const may = (act: 'read' | 'write') => AREAS.filter((area) => role === undefined || roleMay(role, area, act));
  return {
    kind: 'centre',
    ...(centre !== undefined && {
      centre: {
        id,
        name: centre.name[language],
        timeZone: centre.timeZone,
        ...(mayTieWith.length > 0 && { mayTieWith }),
      },
    }),
    ...(professional !== undefined && { professional }),
    ...(role !== undefined && { role }),
    reads: may('read'),
    writes: may('write'),
  };
}
