import { CODE_SYSTEMS, centreOf, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { isWatchCode, WATCH_RULES, type WatchCode } from '../../mappings/watch/child-findings.ts';
import { isFindingTask, isOpenFinding } from '../../mappings/watch/finding-task.ts';
import type { WatchRule } from '../../mappings/watch/watch-rule.ts';
import type { FhirStore, SearchParams } from '../record/fhir-store.ts';
import { identifierToken, isIdentifierValue } from '../record/identifier-token.ts';

export type Urgency = WatchRule['urgency'];

export interface LoopsAsked {
  readonly centre: string;
  /** Those of one person only, by the centre’s number. */
  readonly pivot?: string;
  readonly urgency?: Urgency;
  readonly code?: WatchCode;
  readonly after?: LoopsCursor;
  readonly limit: number;
}

/** Where the list goes on: among those of an urgency, after so many. */
export interface LoopsCursor {
  readonly urgency: Urgency;
  readonly given: number;
}

export interface LoopsFound {
  readonly tasks: readonly fhir4.Task[];
  /** What they are about: children, requests, needs. */
  readonly around: readonly fhir4.FhirResource[];
  readonly next?: LoopsCursor;
}

export interface OpenLoops {
  /** A page of what is open at a centre, the most urgent first, then the oldest. Throws `unavailable` while the record is away. */
  find(asked: LoopsAsked): Promise<LoopsFound>;
}

const URGENCIES = [1, 2, 3] as const satisfies readonly Urgency[];
const OPEN = 'requested,in-progress';

/** The record sorts and cuts: of thousands of open findings only a page is read. */
export function openLoops(store: Pick<FhirStore, 'pages'>): OpenLoops {
  return {
    async find({ limit, after, ...asked }) {
      const tasks: fhir4.Task[] = [];
      const around: fhir4.FhirResource[] = [];
      // Whoever is called otherwise than any professional in the record holds no thread there.
      if (asked.pivot !== undefined && !isIdentifierValue(asked.pivot)) return { tasks, around };
      for (const urgency of URGENCIES) {
        if (urgency < (after?.urgency ?? 1) || urgency !== (asked.urgency ?? urgency)) continue;
        const codes = codesOf(urgency, asked.code);
        if (codes.length === 0) continue;
        const given = urgency === after?.urgency ? after.given : 0;
        const room = limit - tasks.length;
        const page = await pageOf(store, { ...asked, codes, given, count: room + 1 });
        tasks.push(...page.tasks.slice(0, room));
        around.push(...page.around);
        if (page.tasks.length > room) return { tasks, around, next: { urgency, given: given + room } };
      }
      return { tasks, around };
    },
  };
}

interface PageAsked extends Pick<LoopsAsked, 'centre' | 'pivot'> {
  readonly codes: readonly WatchCode[];
  readonly given: number;
  readonly count: number;
}

async function pageOf(store: Pick<FhirStore, 'pages'>, asked: PageAsked): Promise<Omit<LoopsFound, 'next'>> {
  const [tasks, around]: [fhir4.Task[], fhir4.FhirResource[]] = [[], []];
  for await (const page of store.pages('Task', paramsOf(asked))) {
    for (const resource of page) {
      const isOne = isFindingTask(resource) && isOpenFinding(resource) && isOf(resource, asked.centre);
      if (isOne) tasks.push(resource);
      else around.push(resource);
    }
    // What follows is asked for by the next call.
    if (tasks.length >= asked.count) break;
  }
  return { tasks: tasks.slice(0, asked.count), around };
}

const paramsOf = ({ centre, pivot, codes, given, count }: PageAsked): SearchParams => ({
  identifier: `${IDENTIFIERS.watch}|`,
  status: OPEN,
  code: codes.map((code) => `${CODE_SYSTEMS.watchFinding}|${code}`).join(','),
  ...(pivot === undefined
    ? { 'patient:Patient.organization:Organization.identifier': identifierToken(IDENTIFIERS.centre, centre) }
    : { 'owner:PractitionerRole.identifier': identifierToken(IDENTIFIERS.professionalRole(centre), pivot) }),
  _sort: 'period,_id',
  _count: `${count}`,
  _offset: `${given}`,
  _include: ['Task:patient', 'Task:focus'],
  '_include:iterate': 'Task:focus',
});

/** By the child whom it is about: each centre has its own record of a child. */
const isOf = (task: fhir4.Task, centre: string): boolean =>
  centreOf(task.for?.identifier?.system, IDENTIFIERS.child) === centre;

function codesOf(urgency: Urgency, asked: WatchCode | undefined): readonly WatchCode[] {
  return Object.keys(WATCH_RULES)
    .filter(isWatchCode)
    .filter((code) => WATCH_RULES[code].urgency === urgency && code === (asked ?? code));
}
