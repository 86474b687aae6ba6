import { CODE_SYSTEMS, IDENTIFIERS } from '../mappings/domain/systems.ts';
import { dayOf } from '../mappings/ledger/day.ts';
import { WATCH_CODES } from '../mappings/watch/child-findings.ts';
import { taskFromFinding } from '../mappings/watch/finding-task.ts';
import type { REQUEST_KINDS } from '../profiles/codes.ts';
import { putStraight } from './put-straight.ts';

export const CENTRE = 'hochelaga';
const CODES = WATCH_CODES.slice(0, 10);
const CHILDREN_A_TRANSACTION = 20;
const SINCE = ['2026-09-01', '2026-10-05', '2026-11-03', '2026-11-20'] as const;

/**
 * At least so many open loops, straight into the record, in the form in which the sync and the watch write them: children of one centre, each
 * with a request, about which each of ten rules has found something. Gives how many.
 */
export async function seedOpenLoops(hapiUrl: string, loops: number, say: (line: string) => void): Promise<number> {
  const count = Math.ceil(loops / CODES.length);
  await putStraight(hapiUrl, [
    { resourceType: 'Organization', id: 'bench-centre', identifier: [{ system: IDENTIFIERS.centre, value: CENTRE }] },
    {
      resourceType: 'Organization',
      id: 'bench-clsc',
      identifier: [{ system: IDENTIFIERS.partner, value: 'clsc-hochelaga' }],
    },
  ]);
  for (let first = 0; first < count; first += CHILDREN_A_TRANSACTION) {
    const children = Array.from({ length: Math.min(CHILDREN_A_TRANSACTION, count - first) }, (_, nth) => first + nth);
    await putStraight(hapiUrl, children.flatMap(childWithLoops));
    if ((first + children.length) % 100 === 0) say(`  ${first + children.length} / ${count}`);
  }
  return count * CODES.length;
}

type Written = fhir4.FhirResource & { readonly id: string };

function childWithLoops(nth: number): readonly Written[] {
  const id = `bench-${nth}`;
  const child: fhir4.Patient & { id: string } = {
    resourceType: 'Patient',
    id,
    identifier: [{ system: IDENTIFIERS.child(CENTRE), value: id }],
    name: [{ given: ['Enfant'], family: `Inventé ${nth}` }],
    managingOrganization: {
      reference: 'Organization/bench-centre',
      identifier: { system: IDENTIFIERS.centre, value: CENTRE },
    },
  };
  const request: fhir4.ServiceRequest & { id: string } = {
    resourceType: 'ServiceRequest',
    id: `${id}-request`,
    identifier: [{ system: IDENTIFIERS.request(CENTRE), value: `${id}-request` }],
    status: 'active',
    intent: 'order',
    category: [{ coding: [{ system: CODE_SYSTEMS.requestKind, code: KIND }] }],
    code: { text: 'Évaluation du langage' },
    subject: { reference: `Patient/${id}` },
  };
  const task: fhir4.Task & { id: string } = {
    resourceType: 'Task',
    id: `${id}-task`,
    identifier: [{ system: IDENTIFIERS.task, value: `${id}-task` }],
    status: 'requested',
    intent: 'order',
    focus: { reference: `ServiceRequest/${request.id}` },
    for: { reference: `Patient/${id}` },
    owner: {
      reference: 'Organization/bench-clsc',
      identifier: { system: IDENTIFIERS.partner, value: 'clsc-hochelaga' },
    },
  };
  const since = dayOf(SINCE[nth % SINCE.length] ?? SINCE[0]);
  const scope = { centre: CENTRE, child, pivot: undefined, now: '2026-11-26T15:00:00Z' };
  return [
    child,
    request,
    task,
    ...CODES.map((code) => withoutProfile(taskFromFinding({ code, focus: task, since }, 1, scope))),
  ];
}

const KIND = 'service-referral' satisfies keyof typeof REQUEST_KINDS;

/** The record of a bench was not given our definitions yet when this is written. */
const withoutProfile = ({ meta: _meta, ...task }: Written): Written => task;
