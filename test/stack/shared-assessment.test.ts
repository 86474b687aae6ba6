import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, aPlan } from './concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox();
});
afterAll(() => sandbox.stop());

const put = (path: string, body: object) => sandbox.call('PUT', path, { body, headers: { prefer: 'wait=30' } });

/** What the gateway gives back, without what the server adds. */
async function kept(path: string): Promise<unknown> {
  const { status, body } = await sandbox.call('GET', path);
  const { record, ...concept } = body;
  return status === 200 && record.fhir.length > 0 ? concept : { status };
}

test('the readings of a child’s course follow each other, and none erases what another said', async () => {
  const child = id('child');
  const shared = { version: 1, centre: 'hochelaga', child: { id: child } };
  const meeting = {
    ...shared,
    id: id('meeting'),
    happenedAt: '2026-11-20T10:30:00-05:00',
    kind: 'meeting',
    participants: [{ kind: 'member', id: 'maman' }],
  };
  const first = {
    ...shared,
    id: id('first'),
    happenedAt: '2026-05-20',
    kind: 'orientation',
    present: [{ kind: 'child' }, { kind: 'member', id: 'maman' }, { kind: 'person', name: 'La voisine' }],
    strengths: [{ id: 'chant', words: 'Elle chante', factor: 'self-confidence' }],
    domains: [
      { domain: 'development', words: 'Peu de mots', observations: [{ area: 'language', words: 'Cinq mots' }] },
      { domain: 'school', observations: [{ id: 'prenom', aspect: 'readiness', words: 'Reconnaît son prénom' }] },
    ],
    stresses: [
      { id: 'logement', class: 'crowded-home', words: 'Une chambre pour quatre', since: '2024' },
      { words: 'Les nuits courtes' },
    ],
    positions: [
      { who: { kind: 'member', id: 'maman' }, position: 'sees-it-otherwise', words: 'Elle parle à la maison' },
    ],
  };
  const second = {
    ...shared,
    id: id('second'),
    happenedAt: '2026-11-20T10:30:00-05:00',
    previous: first.id,
    meeting: meeting.id,
    author: { kind: 'professional', id: `pivot-${child}`, name: "Dre Hélène d'Arcy-Côté" },
    changedSince: 'Un nouveau logement',
    stresses: [
      { id: 'logement', class: 'unsound-home', words: 'Il reste de l’humidité', known: true, trend: 'reduced' },
    ],
  };
  const plan = aPlan(id('plan'), child, {
    assessment: second.id,
    rights: [{ article: 27 }, { words: 'Vivre au sec' }],
    strengths: [{ id: 'chant', words: 'Elle chante' }],
  });

  // The plan and the second reading come first: they wait for what they name.
  await put(`/v1/care-circles/${id('circle')}`, aCircle(id('circle'), child));
  const early = await sandbox.call('PUT', `/v1/action-plans/${id('plan')}`, { body: plan });
  expect(early.status).toBe(202);
  const followUp = await sandbox.call('PUT', `/v1/shared-assessments/${second.id}`, { body: second });
  expect(followUp.status).toBe(202);
  expect((await put(`/v1/shared-assessments/${first.id}`, first)).status).toBe(201);
  expect((await put(`/v1/contacts/${meeting.id}`, meeting)).status).toBe(201);
  for (const { body } of [early, followUp])
    await eventually(
      () => sandbox.call('GET', `/v1/exchanges/${body.id}`),
      (exchange) => exchange.body.state === 'synced',
    );

  expect(await kept(`/v1/shared-assessments/${first.id}`)).toEqual(first);
  expect(await kept(`/v1/shared-assessments/${second.id}`)).toEqual(second);
  expect(await kept(`/v1/action-plans/${id('plan')}`)).toEqual(plan);

  const ofChild = `subject:Patient.identifier=https://fhir.passerelle.example/NamingSystem/child/hochelaga|${child}`;
  const { body: conditions } = await sandbox.hapi(`Condition?${ofChild}`);
  expect(conditions.entry.map(({ resource }: { resource: fhir4.Condition }) => resource.code?.text).sort()).toEqual([
    'Il reste de l’humidité',
    'Les nuits courtes',
  ]);
});
