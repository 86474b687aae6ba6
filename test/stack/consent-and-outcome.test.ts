import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCircle, aReferral } from './concept-examples.ts';
import { eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const own = ownIds();
const child = own('enf');
const prescription = own('presc');
const happenedAt = '2026-11-20T14:00:00-05:00';
const about = { centre: 'hochelaga', child: { id: child }, happenedAt };
const witness = { kind: 'professional', id: `pivot-${child}`, name: "Dre Hélène d'Arcy-Côté" };

const consent = {
  ...about,
  id: own('cons'),
  version: 1,
  by: { kind: 'member', id: 'maman' },
  decision: 'permit',
  recipient: 'clsc-hochelaga',
  purpose: 'care',
  information: ['identity', 'development'],
  period: { start: '2026-11-20', end: '2027-11' },
  regime: 'qc-private',
  how: 'oral',
  said: { words: '« Oui, pour l’orthophonie. »', language: 'fr' },
  witness,
};
const refusal = {
  ...about,
  id: own('refus'),
  version: 1,
  by: { kind: 'member', id: 'maman' },
  decision: 'refuse',
  purpose: 'school-support',
  regime: 'qc-private',
};
const rated = { factor: 'belonging', rating: 2, by: { kind: 'member', id: 'maman' }, at: '2026-11-20' };
const evaluation = (id: string, changes: object) => ({
  ...about,
  id: own(id),
  version: 1,
  request: prescription,
  ratings: [rated, { factor: 'equity', rating: 3, by: witness }],
  ...changes,
});

let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox();
  await kept('care-circles', aCircle(own('cercle'), child));
  await kept('social-prescriptions', {
    ...about,
    id: prescription,
    version: 1,
    kind: 'arts-music',
    safeContact: { through: 'centre' },
    ratingsBefore: [rated],
  });
});
afterAll(() => sandbox.stop());

async function kept(plural: string, concept: object, status = 201): Promise<void> {
  const { id } = concept as { id: string };
  const answer = await sandbox.call('PUT', `/v1/${plural}/${id}`, { body: concept, headers: { prefer: 'wait=30' } });
  expect([answer.status, answer.body.issues ?? answer.body.issue]).toEqual([status, expect.anything()]);
}

/** The concept as the record holds it, each resource behind it valid for HL7's validator. */
async function readBack(plural: string, id: string): Promise<object> {
  const { status, body } = await sandbox.call('GET', `/v1/${plural}/${id}`);
  expect(status).toBe(200);
  const { record, ...concept } = body;
  for (const { reference } of record.fhir) {
    const { body: resource } = await sandbox.hapi(reference);
    const { body: outcome } = await request(
      'POST',
      `${sandbox.stack.hapi.url}/${resource.resourceType}/$validate`,
      resource,
      { 'content-type': 'application/fhir+json' },
    );
    const errors = outcome.issue.filter(({ severity }: { severity: string }) => /error|fatal/.test(severity));
    expect([reference, errors]).toEqual([reference, []]);
  }
  return concept;
}

const observationsOn = async (id: string): Promise<number> => {
  const token = encodeURIComponent(`https://fhir.passerelle.example/NamingSystem/request/hochelaga|${id}`);
  const { body } = await sandbox.hapi(`Observation?based-on:ServiceRequest.identifier=${token}&_summary=count`);
  return body.total;
};

describe('a consent, through the API into HAPI', () => {
  test('comes back as it was sent, its words and its witness with it', async () => {
    await kept('consents', consent);
    expect(await readBack('consents', consent.id)).toEqual(consent);
  });

  test('is taken back by a revision that keeps when it was given', async () => {
    const withdrawal = { at: '2026-11-21', by: { kind: 'member', id: 'maman' }, how: 'oral', words: 'plus maintenant' };
    const withdrawn = { ...consent, version: 2, status: 'withdrawn', withdrawal };
    await kept('consents', withdrawn, 200);
    expect(await readBack('consents', consent.id)).toEqual(withdrawn);
  });

  test('that is a refusal comes back as one', async () => {
    await kept('consents', refusal);
    expect(await readBack('consents', refusal.id)).toEqual(refusal);
  });

  test('waits for the person who gives it, whom the record does not know yet', async () => {
    const stranger = { ...consent, id: own('attend'), by: { kind: 'member', id: own('inconnue') } };
    const { status } = await sandbox.call('PUT', `/v1/consents/${stranger.id}`, {
      body: stranger,
      headers: { prefer: 'wait=1' },
    });
    expect(status).toBe(202);
  });
});

describe('what a professional invokes, where nobody consents', () => {
  const pro = { kind: 'professional', id: `pivot-${child}`, name: "Dre Hélène d'Arcy-Côté" };
  const emergency = {
    ...about,
    id: own('urgence'),
    version: 1,
    by: pro,
    decision: 'permit',
    recipient: 'clsc-hochelaga',
    purpose: 'care',
    information: ['identity', 'safe-contact', 'request'],
    period: { end: new Date(Date.now() + 3_600_000).toISOString() },
    regime: 'qc-private',
    ground: { what: 'emergency', provision: 'p-39.1-18.1' },
  };
  /** Decided by a professional: an agreement of theirs opens nothing by itself. */
  const askedFor = (name: string) =>
    aReferral(own(name), child, { agreements: [{ recipient: 'clsc-hochelaga', by: pro, at: '2026-11-20' }] });
  const stateOf = async (name: string) =>
    (await sandbox.call('GET', `/v1/service-referrals/${own(name)}`)).body.record.deliveries[0].state;

  test('lets a request leave that no family agreed to, and nothing before it is recorded', async () => {
    await kept('service-referrals', askedFor('sans-base'));
    await eventually(
      () => stateOf('sans-base'),
      (state) => state === 'no-basis',
    );
    await kept('consents', emergency);
    expect(await readBack('consents', emergency.id)).toEqual(emergency);
    await kept('service-referrals', askedFor('urgente'));
    await eventually(
      () => stateOf('urgente'),
      (state) => state === 'sent',
    );
  });

  test('is refused on a provision that the law does not know for it, by somebody of the family, or without an end', async () => {
    for (const [wrong, field] of [
      [{ ground: { what: 'emergency', provision: 'phipa-40' } }, 'Consent.ground.provision'],
      [{ by: { kind: 'member', id: 'maman' } }, 'Consent.by'],
      [{ period: undefined }, 'Consent.period.end'],
    ] as const) {
      const id = own('refusee');
      const { status, body } = await sandbox.call('PUT', `/v1/consents/${id}`, {
        body: { ...emergency, id, ...wrong },
      });
      expect([status, body.issue[0].expression]).toEqual([422, [field]]);
    }
  });

  test('ended before its time, ends what left on it, and the family is still to be told', async () => {
    const withdrawal = { at: new Date().toISOString(), by: pro };
    await kept('consents', { ...emergency, version: 2, status: 'withdrawn', withdrawal }, 200);
    const { loop } = (await sandbox.call('GET', `/v1/service-referrals/${own('urgente')}`)).body.record;
    expect(loop).toEqual({ state: 'cancelled', closed: false, why: 'family-not-told' });
  });
});

describe('an evaluation of what a service changed', () => {
  test('corrects the rating that came with the request, and does not double it', async () => {
    const before = evaluation('avant', { moment: 'before', about: 'child' });
    await kept('outcome-evaluations', before);
    expect(await readBack('outcome-evaluations', before.id)).toEqual(before);
    // The evaluation itself, the rating that both say, and the one that is new.
    expect(await observationsOn(prescription)).toBe(3);
    const { body } = await sandbox.call('GET', `/v1/social-prescriptions/${prescription}`);
    expect(body.ratingsBefore).toEqual([rated]);
  });

  test.each(['family', 'community'])(
    'of the %s comes back without a name of theirs',
    async (whom) => {
      const after = evaluation(whom, { moment: 'after', about: whom, note: 'Six mois plus tard' });
      await kept('outcome-evaluations', after);
      expect(await readBack('outcome-evaluations', after.id)).toEqual(after);
      const token = encodeURIComponent(`https://fhir.passerelle.example/NamingSystem/group/hochelaga|${child}:${whom}`);
      const { body } = await sandbox.hapi(`Group?identifier=${token}`);
      expect(body.entry).toHaveLength(1);
      expect(body.entry[0].resource).not.toHaveProperty('name');
    },
    60_000,
  );
});

test('the child’s timeline tells of the consent and of what changed, also in the family', async () => {
  const { body } = await sandbox.call('GET', `/v1/children/${child}/timeline`);
  const told = body.entries.map(({ concept, id, ratings }: Told) => [concept, id, ratings?.length ?? 0]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['consent', consent.id, 0],
      ['consent', refusal.id, 0],
      ['outcome-evaluation', own('avant'), 2],
      ['outcome-evaluation', own('family'), 2],
      ['outcome-evaluation', own('community'), 2],
    ]),
  );
});

interface Told {
  readonly concept: string;
  readonly id: string;
  readonly ratings?: readonly unknown[];
}
