import type { Request } from 'express';
import type { Issue } from '../../../profiles/issue.ts';
import type { ListAsked, PlaceInList } from '../../disclosure/tasks-listed.ts';
import { GatewayError } from '../../failures.ts';
import type { Partner } from '../../registry.ts';
import { isInstantBound, isWithin } from './instant-bounds.ts';
import { searchOf } from './query-values.ts';
import type { TaskCursors } from './task-cursor.ts';

const COUNT_DEFAULT = 20;
const COUNT_MAX = 50;
const KNOWN: ReadonlySet<string> = new Set([
  'owner',
  'requester',
  'status',
  '_lastUpdated',
  '_count',
  '_include',
  '_sort',
  '_format',
  '_after',
]);
const INCLUDES: ReadonlySet<string> = new Set(['Task:focus', 'Task:patient']);
const STATUSES: ReadonlySet<string> = new Set([
  'requested',
  'received',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'cancelled',
  'entered-in-error',
]);

/** What a partner asks of its own Tasks. */
export interface TaskSearch extends ListAsked {
  /** Its query, as it came. */
  readonly query: string;
  /** It names an owner who is somebody else: there is nothing to find. */
  readonly isOthers: boolean;
  /** It asks for answers to its own requests, not for requests made of it. */
  readonly ofRequester: boolean;
  readonly includesRequest: boolean;
  readonly includesChild: boolean;
  /** The query of the page that begins after this one. */
  nextAfter(last: PlaceInList): string;
}

/**
 * Reads `GET /fhir/Task?…`. Throws GatewayError `malformed` that names every parameter that is not understood (FHIR’s strict handling), and for a
 * page that is no more.
 */
export function taskSearchIn(req: Request, partner: Partner, cursors: TaskCursors): TaskSearch {
  const query = searchOf(req);
  const issues = [...query].flatMap(([name, value]) => faultIn(name, value));
  if (issues.length > 0) throw new GatewayError('malformed', 'a search that is not understood', { issues });

  const includes = query.getAll('_include');
  const statuses = query.getAll('status').map((wanted) => wanted.split(','));
  const cursor = query.get('_after') ?? undefined;
  const after = cursor === undefined ? undefined : cursors.read(cursor, partner.id);
  const count = Math.min(Number(query.get('_count') ?? COUNT_DEFAULT), COUNT_MAX);
  const bounds = query.getAll('_lastUpdated');
  return {
    query: query.toString(),
    isOthers: [...query.getAll('owner'), ...query.getAll('requester')].some((named) => !isOwn(named, partner.id)),
    ofRequester: query.has('requester'),
    isSince: (ms) => bounds.every((bound) => isWithin(bound, ms)),
    includesRequest: includes.includes('Task:focus'),
    includesChild: includes.includes('Task:patient'),
    isStatus: (status) => statuses.every((wanted) => wanted.includes(status)),
    count,
    ...(after !== undefined && { after }),
    nextAfter(last) {
      const next = new URLSearchParams(query);
      next.set('_after', cursors.write(last, partner.id));
      return next.toString();
    },
  };
}

/** By its id, as a reference, or by its identifier: whoever calls is known by its token in any case. */
const isOwn = (owner: string, partner: string): boolean =>
  [partner, `Organization/${partner}`].includes(owner) || owner.endsWith(`|${partner}`);

function faultIn(name: string, value: string): readonly Issue[] {
  if (!KNOWN.has(name)) return [fault(name, 'paramètre inconnu.', 'unknown parameter.', 'not-supported')];
  if (name === '_lastUpdated' && !isInstantBound(value))
    return [
      fault(name, 'un instant FHIR, comme gt2026-02-03T10:00:00Z.', 'a FHIR instant, such as gt2026-02-03T10:00:00Z.'),
    ];
  if (name === '_count' && !/^[1-9]\d{0,3}$/.test(value))
    return [fault(name, 'un nombre entier d’au moins 1.', 'a whole number of at least 1.')];
  if (name === '_include' && !INCLUDES.has(value))
    return [fault(name, 'Task:focus ou Task:patient.', 'Task:focus or Task:patient.', 'not-supported')];
  if (name === 'status' && !value.split(',').every((status) => STATUSES.has(status)))
    return [fault(name, 'un état de Task.', 'a Task status.')];
  if (name === '_sort' && value !== '_lastUpdated')
    return [fault(name, '_lastUpdated seulement.', '_lastUpdated only.', 'not-supported')];
  return [];
}

const fault = (name: string, fr: string, en: string, code: Issue['code'] = 'value'): Issue => ({
  severity: 'error',
  code,
  expression: `http.${name}`,
  text: { fr: `${name} : ${fr}`, en: `${name}: ${en}` },
});
