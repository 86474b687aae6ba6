import { expect } from '@jest/globals';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { dayOf } from '../../mappings/ledger/day.ts';
import type { WatchCode } from '../../mappings/watch/child-findings.ts';
import { taskFromFinding } from '../../mappings/watch/finding-task.ts';
import type { StackSandbox } from '../stack/stack-sandbox.ts';

interface About {
  readonly centre: string;
  readonly child: string;
  readonly request: string;
  readonly code: WatchCode;
}

/** What the watch leaves in the record, without a watch that would look at everybody else's children too. Gives its number. */
export async function foundAbout(
  sandbox: StackSandbox,
  { centre, child, request, code }: About,
): Promise<{ readonly id: string }> {
  const [focus, patient] = await Promise.all([
    taskOfRequest(sandbox, centre, request),
    sandbox.hapi(`Patient?identifier=${IDENTIFIERS.child(centre)}|${child}`),
  ]);
  const finding = taskFromFinding({ code, focus, since: dayOf('2026-11-20') }, 1, {
    centre,
    child: patient.body.entry[0].resource,
    pivot: undefined,
    now: '2026-11-21T15:00:00Z',
  });
  const written = await fetch(`${sandbox.config.hapiUrl}/Task/${finding.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(finding),
  });
  expect(written.status).toBe(201);
  return finding;
}

/** The Task of a request at its recipient, as it stands in HAPI. */
export async function taskOfRequest(sandbox: StackSandbox, centre: string, request: string): Promise<fhir4.Task> {
  const { body } = await sandbox.hapi(`Task?group-identifier=${IDENTIFIERS.request(centre)}|${request}`);
  return body.entry?.[0]?.resource;
}
