import { afterEach, expect, test } from '@jest/globals';
import { childStandingRoutes } from '../../../../../gateway/doors/http/child-standing-routes.ts';
import type { RecordReader } from '../../../../../gateway/record/record-reader.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { circleTold, planTold } from '../../../../builders/told-events.ts';
import { toldRecord } from '../../../../builders/told-record.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

const GOALS = [{ id: 'parler', words: 'Parler', status: 'active', agreedOn: '2026-01-05' }] as const;

/** The door, on a record with a circle and two plans of which the second replaces the first. */
async function aDoor(centre = 'verdun') {
  const record = await toldRecord([
    circleTold({ on: '2026-01-05' }, {}),
    planTold({ on: '2026-01-05' }, { id: 'plan-1', goals: GOALS }),
    planTold({ on: '2026-02-05' }, { id: 'plan-2', goals: GOALS, replaces: 'plan-1' }),
  ]);
  const read: string[] = [];
  const reader: Pick<RecordReader, 'concept'> = {
    async concept(mapping, type, { value }) {
      read.push(value);
      const mapped = mapping.fromResources(
        record
          .resources()
          .filter(
            (it) =>
              it.resourceType !== type ||
              ('identifier' in it && [it.identifier].flat().some((one) => one?.value === value)),
          ),
      );
      if (!mapped.ok) throw new Error(JSON.stringify(mapped.issues));
      return { concept: mapped.value, version: 1, record: { fhir: [] } };
    },
  };
  app = await anApp(
    { '/v1/children': childStandingRoutes({ store: record, reader }) },
    { caller: { kind: 'centre', id: centre } },
  );
  return { call: app.call, read };
}

test('whoever knows the child reads its circle and the plan that stands', async () => {
  const { call } = await aDoor();
  const circle = await call('GET', '/v1/children/enf-1/care-circle');
  expect([circle.status, circle.body.child.id, circle.headers.get('etag')]).toEqual([200, 'enf-1', 'W/"1"']);
  const plan = await call('GET', '/v1/children/enf-1/action-plan');
  expect([plan.status, plan.body.id]).toEqual([200, 'plan-2']);
});

test.each(['care-circle', 'action-plan'])('of another’s child there is no %s, as of nobody', async (what) => {
  const { call, read } = await aDoor('vanier');
  const [theirs, nobodys] = [
    await call('GET', `/v1/children/enf-1/${what}`),
    await call('GET', `/v1/children/personne/${what}`),
  ];
  expect([theirs.status, theirs.body]).toEqual([404, nobodys.body]);
  expect((await call('GET', `/v1/children/a|b,c/${what}`)).status).toBe(404);
  expect(read).toEqual([]);
});
