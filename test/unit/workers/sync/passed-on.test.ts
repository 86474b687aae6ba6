import { expect, test } from '@jest/globals';
import { isPassedOn, isReferralTask } from '../../../../mappings/domain/current-task.ts';
import type { AnswerSaid } from '../../../../mappings/domain/lane-events.ts';
import { loopOf } from '../../../../mappings/domain/loop.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { checkResource } from '../../../../profiles/check-resource.ts';
import { circleEvent, referralEvent } from '../../../builders/concept-events.ts';
import { anAnswerEvent } from '../../../builders/events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

const TO = 'Banque alimentaire du quartier';

/** A referral whose recipient has accepted, and then says more. */
async function anAcceptedReferral() {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(referralEvent());
  let exchanges = 0;
  const said = async (answer: Partial<AnswerSaid> & Pick<AnswerSaid, 'what'>, fromPartner?: string) => {
    exchanges += 1;
    const exchangeId = `00000000-0000-5000-8000-${String(exchanges).padStart(12, '0')}`;
    const event = anAnswerEvent(answer as never, {
      exchangeId,
      ...(fromPartner !== undefined && { fromPartner }),
    });
    await bench.put(event);
    return bench.outcomes.get(exchangeId);
  };
  await said({ what: 'accepted' });
  const passedOn = () => bench.record.ofType('Task').filter(isPassedOn);
  const own = () => bench.record.ofType('Task').filter(isReferralTask);
  const traces = () =>
    bench.record.ofType('Provenance').filter(({ activity }) => activity?.coding?.[0]?.code === 'passed-on');
  return { ...bench, said, passedOn, own, traces };
}

test('whom a recipient passed a request on to is a Task of its own: based on the request, part of the recipient’s', async () => {
  const { said, passedOn, own, traces, record } = await anAcceptedReferral();
  await said({ what: 'passed-on', passedOn: { to: TO }, words: 'Un panier chaque vendredi' });
  const [request] = record.ofType('ServiceRequest');
  const [task] = passedOn();
  expect(task).toMatchObject({
    status: 'requested',
    intent: 'order',
    basedOn: [{ reference: `ServiceRequest/${request?.id}`, identifier: { value: 'ref-1' } }],
    partOf: [{ reference: `Task/${own()[0]?.id}`, identifier: { system: IDENTIFIERS.task } }],
    requester: { identifier: { value: 'clsc-verdun' } },
    owner: { display: TO },
    note: [{ text: 'Un panier chaque vendredi' }],
  });
  expect(task).not.toHaveProperty('groupIdentifier');
  expect(checkResource(task).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(traces()[0]?.target.map(({ type }) => type)).toEqual(['Task', 'Task']);
});

test('however it ends there, it answers nothing here, and it is no Task of ours', async () => {
  const { said, passedOn, own, record } = await anAcceptedReferral();
  for (const status of ['accepted', 'in-progress', 'completed'] as const)
    await said({ what: 'passed-on', passedOn: { to: TO, status } });
  expect(passedOn()).toMatchObject([{ status: 'completed' }]);
  expect(own()).toMatchObject([{ status: 'accepted' }]);
  expect(loopOf(own(), record.ofType('ServiceRequest')[0])).toMatchObject({ state: 'accepted', closed: false });
  await said({ what: 'completed', happenedAt: '2026-03-20T10:00:00-04:00' });
  expect(own()).toMatchObject([{ status: 'completed' }]);
});

test('the number that the recipient gives it there keeps one thing passed on from another', async () => {
  const { said, passedOn } = await anAcceptedReferral();
  await said({ what: 'passed-on', passedOn: { to: TO, number: 'PF-1' } });
  await said({ what: 'passed-on', passedOn: { to: 'Une autre', number: 'PF-1', status: 'accepted' } });
  await said({ what: 'passed-on', passedOn: { to: TO, number: 'PF-2' } });
  expect(passedOn().map(({ owner, status }) => [owner?.display, status])).toEqual([
    ['Une autre', 'accepted'],
    [TO, 'requested'],
  ]);
});

test('a system that says it again is an echo; a person’s word is recorded', async () => {
  const { said, traces, changes } = await anAcceptedReferral();
  const again = { what: 'passed-on', channel: 'system', passedOn: { to: TO, status: 'accepted' } } as const;
  await said(again, 'clsc-verdun');
  const before = changes.length;
  expect(await said(again, 'clsc-verdun')).toMatchObject({ created: false, issues: [{ rule: 'echo' }] });
  expect([traces().length, changes.length]).toEqual([1, before]);
  await said({ ...again, channel: 'telephone' });
  expect(traces()).toHaveLength(2);
});

test.each(['declined', 'completed'] as const)(
  'after the recipient’s own end (%s) nothing is passed on any more',
  async (what) => {
    const { said, passedOn } = await anAcceptedReferral();
    await said({ what, happenedAt: '2026-03-20T10:00:00-04:00' });
    const late = await said({ what: 'passed-on', passedOn: { to: TO } });
    expect(passedOn()).toEqual([]);
    expect(late?.issues).toMatchObject([{ severity: 'warning' }]);
  },
);
