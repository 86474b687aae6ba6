import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EXTENSIONS, IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { aCollectingDoor, aTaskToCollect, COLLECTS, numberOf } from '../../../../builders/a-collecting-door.ts';
import { anAgreementWith, aRevision, aSafeContact } from '../../../../builders/a-service-request.ts';
import { aReceipt, saying } from '../../../../builders/a-task.ts';
import type { AnApp } from '../../../../builders/an-app.ts';

const opened: AnApp[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.stop();
});

const TASKS = [0, 1, 2] as const;
const OVERLAP_MS = 120_000;

/** Three requests at a partner that collects, and what becomes of them while it polls. */
async function aPoller() {
  let isHeld = false;
  let pass = (_ms: number): void => undefined;
  const door = await aCollectingDoor(
    TASKS.flatMap((nth) => aTaskToCollect(nth)),
    {
      held: () => isHeld,
      onClock: (moments) => {
        pass = moments.pass;
      },
    },
  );
  opened.push(door.app);
  const { call } = door.app;
  let since = 'gt2026-01-01T00:00:00Z';
  let nth = 0;
  const task = async (which: number, change: (was: fhir4.Task) => Partial<fhir4.Task>): Promise<void> => {
    nth += 1;
    const was = await door.read('Task', `task-${which}`);
    if (was?.resourceType !== 'Task') throw new Error('no Task');
    await door.put({ ...was, ...change(was), id: `task-${which}` });
  };
  /** A revision writes the request and its Task. */
  const request = async (
    which: number,
    change: (was: fhir4.ServiceRequest) => Partial<fhir4.ServiceRequest>,
  ): Promise<void> => {
    nth += 1;
    const was = await door.read('ServiceRequest', `request-${which}`);
    if (was?.resourceType !== 'ServiceRequest') throw new Error('no request');
    const agreed = (was.extension ?? []).filter(({ url }) => url === EXTENSIONS.agreement);
    const extension = [aRevision(4 + nth), aSafeContact(), ...agreed];
    await door.put({ ...was, extension, ...change(was), id: `request-${which}` });
    await task(which, () => ({ lastModified: `2026-03-11T09:00:${String(nth % 60).padStart(2, '0')}Z` }));
  };

  return {
    ...door,
    task,
    request,
    pass: (ms: number) => pass(ms),
    hold: (is: boolean) => {
      isHeld = is;
    },
    nth: () => nth,

    /** What is new to it since it asked last, as partners ask: since the newest moment that it saw, page by page. */
    async poll(count = 2): Promise<readonly number[]> {
      const told: number[] = [];
      let newest = '';
      let next: string | undefined = `/fhir/Task?_lastUpdated=${since}&_count=${count}`;
      while (next !== undefined) {
        const { body } = await call('GET', next);
        for (const { resource } of body.entry ?? []) {
          told.push(TASKS.findIndex((one) => numberOf(one) === resource.id));
          expect(resource.lastModified).toBe(resource.meta.lastUpdated);
          expect(newest < resource.meta.lastUpdated).toBe(true);
          newest = resource.meta.lastUpdated;
        }
        const link = body.link.find(({ relation }: fhir4.BundleLink) => relation === 'next')?.url;
        next = link?.replace(/^https?:\/\/[^/]+/, '');
      }
      if (newest !== '') since = `gt${newest}`;
      return told;
    },

    /** All that it reads of one, to the byte, with its headers but for the hour at which it asks. */
    async bytes(which: number): Promise<string> {
      const paths = ['Task', 'ServiceRequest', 'Patient'].map((type) => `/fhir/${type}/${numberOf(which)}`);
      const answers = await Promise.all(paths.map((path) => call('GET', path)));
      const said = answers.map(({ status, headers, text }) => [
        status,
        [...headers].filter(([name]) => name !== 'date'),
        text,
      ]);
      return JSON.stringify(said);
    },
  };
}
type Poller = Awaited<ReturnType<typeof aPoller>>;
type Change = (poller: Poller, which: number) => Promise<void>;

/** What a partner may not know of, as the record is left by it. */
const HIDDEN: Readonly<Record<string, Change>> = {
  'an internal note on the request': (it, which) => it.request(which, () => ({ note: [{ text: `mot ${it.nth()}` }] })),
  'an agreement about somebody else': (it, which) =>
    it.request(which, ({ extension = [] }) => ({
      extension: [
        ...extension.filter(({ url }) => url === EXTENSIONS.agreement).slice(0, 1),
        aRevision(200 + it.nth()),
        aSafeContact(),
        anAgreementWith('autre'),
      ],
    })),
  'a receipt of ours': (it, which) =>
    it.task(which, ({ extension = [] }) => ({
      extension: [...extension.filter(({ url }) => url !== EXTENSIONS.delivery), aReceipt({ version: it.nth() + 1 })],
      lastModified: '2026-03-12T09:00:00Z',
    })),
  'that the family was told': (it, which) => it.task(which, () => ({ businessStatus: saying('family-told') })),
  'a letter that stays': (it, which) =>
    it.task(which, ({ extension = [] }) => ({
      extension: [...extension, { url: EXTENSIONS.letterAlong, valueString: `lettre-${it.nth()}|1` }],
    })),
  'the Task written again': (it, which) => it.task(which, () => ({})),
};
const VISIBLE: Readonly<Record<string, Change>> = {
  'the reason of the request': (it, which) => it.request(which, () => ({ reasonCode: [{ text: `mots ${it.nth()}` }] })),
  'how urgent it is': (it, which) => it.request(which, () => ({ priority: it.nth() % 2 === 0 ? 'urgent' : 'asap' })),
  'where it stands': (it, which) =>
    it.task(which, ({ status }) => ({ status: status === 'accepted' ? 'in-progress' : 'accepted' })),
  'that its agreement is there again': async (it, which) => {
    const without = ({ extension = [] }: fhir4.ServiceRequest) =>
      extension.filter(({ url }) => url !== EXTENSIONS.agreement);
    await it.request(which, (was) => ({ extension: without(was) }));
    expect(await it.poll()).not.toContain(which);
    // A consent, and nothing of the Task: nothing in the record says that it changed for this partner.
    const request = await it.read('ServiceRequest', `request-${which}`);
    if (request?.resourceType !== 'ServiceRequest') throw new Error('no request');
    await it.put({ ...request, id: `request-${which}`, extension: [...without(request), anAgreementWith(COLLECTS)] });
  },
};
const KINDS = [...Object.keys(HIDDEN), ...Object.keys(VISIBLE)];

test.each(Object.entries(HIDDEN))(
  'a partner that polls is not told again because of %s, and what it reads is the same to the byte: version, ETag and moments too',
  async (_what, change) => {
    const poller = await aPoller();
    expect(await poller.poll()).toEqual([0, 1, 2]);
    const before = await Promise.all(TASKS.map(poller.bytes));
    for (let times = 0; times < 2; times += 1) {
      await change(poller, 1);
      poller.pass(1_000);
      expect(await poller.poll()).toEqual([]);
    }
    expect(await Promise.all(TASKS.map(poller.bytes))).toEqual(before);
  },
);

test.each(Object.entries(VISIBLE))('a partner that polls is told again of %s, once', async (_what, change) => {
  const poller = await aPoller();
  await poller.poll();
  const [before] = await Promise.all([poller.bytes(1)]);
  await change(poller, 1);
  expect(await poller.poll()).toEqual([1]);
  expect(await poller.poll()).toEqual([]);
  expect(await poller.bytes(1)).not.toBe(before);
});

test('whatever changes between two polls, a partner is told of each Task of which it sees something new, and of no other', async () => {
  const step = fc.record({ which: fc.constantFrom(...TASKS), kind: fc.constantFrom(...KINDS) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ steps: fc.array(step, { maxLength: 3 }), reads: fc.boolean(), ms: fc.nat(2 * OVERLAP_MS) }),
        {
          maxLength: 5,
        },
      ),
      async (polls) => {
        const poller = await aPoller();
        await poller.poll();
        for (const { steps, reads, ms } of polls) {
          poller.pass(ms);
          const seen = await Promise.all(TASKS.map(poller.bytes));
          // What the agreement’s change tells on its way is left to its own test.
          for (const { which, kind } of steps)
            if (kind !== 'that its agreement is there again') await (HIDDEN[kind] ?? VISIBLE[kind])?.(poller, which);
          // Reading one by its number takes nothing from the next list.
          if (reads) await poller.bytes(0);
          const now = await Promise.all([...TASKS].reverse().map(poller.bytes));
          const differ = TASKS.filter((which) => now[TASKS.length - 1 - which] !== seen[which]);
          expect([...(await poller.poll(1))].sort()).toEqual(differ);
        }
        await poller.app.stop();
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);

test('what is held back while a partner polls is told once it is held no more, though nothing of it changed since', async () => {
  const poller = await aPoller();
  await poller.poll();
  await poller.request(1, () => ({ reasonCode: [{ text: 'autre' }] }));
  poller.hold(true);
  expect(await poller.poll()).toEqual([]);
  poller.pass(10 * OVERLAP_MS);
  expect(await poller.poll()).toEqual([]);
  poller.hold(false);
  expect(await poller.poll()).toContain(1);
});

test('where Redis was lost a partner is told of everything again, never of too little', async () => {
  const poller = await aPoller();
  await poller.poll();
  await poller.request(1, () => ({ reasonCode: [{ text: 'autre' }] }));
  poller.pass(10 * OVERLAP_MS);
  poller.loseRedis();
  expect([...(await poller.poll())].sort()).toEqual([0, 1, 2]);
  expect(await poller.poll()).toEqual([]);
});

test('a revision in which a partner sees nothing new is given to it all the same, once it has read the request as it stands', async () => {
  const poller = await aPoller();
  await poller.poll();
  await poller.app.call('GET', `/fhir/ServiceRequest/${numberOf(1)}`);
  await poller.request(1, () => ({ note: [{ text: 'un mot' }] }));
  await poller.request(2, () => ({ note: [{ text: 'un mot' }] }));
  expect(await poller.poll()).toEqual([]);
  // The second was never read: nothing of it has left.
  expect(poller.accepted.map(({ event, identifier }) => [identifier, 'version' in event ? event.version : 0])).toEqual([
    ['ref-1', 4],
    ['ref-1', 4 + 1],
  ]);
});

test('a change that shows only beside the Task is told within a few polls', async () => {
  const letter = (status: 'current' | 'entered-in-error'): fhir4.DocumentReference & { id: string } => ({
    resourceType: 'DocumentReference',
    id: 'letter-1',
    extension: [aRevision(1)],
    identifier: [{ system: IDENTIFIERS.letter('verdun'), value: 'lettre-1' }],
    status,
    subject: { identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' } },
    content: [{ attachment: { contentType: 'text/plain', data: 'Qm9uam91cg==' } }],
    context: { related: [{ reference: 'Task/task-1' }] },
  });
  const poller = await aPoller();
  await poller.put(letter('entered-in-error'));
  await poller.task(1, () => ({ extension: [{ url: EXTENSIONS.letterAlong, valueString: 'lettre-1|1' }] }));
  await poller.poll();
  poller.pass(OVERLAP_MS);
  expect(await poller.poll()).toEqual([]);
  await poller.put(letter('current'));
  poller.pass(OVERLAP_MS);
  expect(await poller.poll()).toEqual([1]);
});
