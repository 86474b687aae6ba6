import { expect, test } from '@jest/globals';
import type { Response } from 'express';
import fc from 'fast-check';
import { childrenShown } from '../../../../gateway/facade/children-shown.ts';
import { type Giving, notedGiving } from '../../../../gateway/facade/noted-giving.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';

const CENTRE = 'verdun';
const ACCESS = { centre: CENTRE, how: 'search-type', type: 'Patient', on: [] } as const;
const RES = {} as Response;
const MINUTE_MS = 60_000;

const aChild = (id: string, number = `enf-${id}`): fhir4.Patient => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: IDENTIFIERS.child(CENTRE), value: number }],
});

type Asked = Pick<Giving<unknown>, 'itself' | 'child'>;
type Found = readonly fhir4.FhirResource[] | undefined;

/** What happens, in order; a record that gives what it is told to, when it is told to, and an audit that writes when it may. */
function aDesk({ note = async () => undefined }: { readonly note?: () => Promise<void> } = {}) {
  const happened: string[] = [];
  let at = 0;
  const noted = notedGiving({
    noteAccess: async ({ children }) => {
      happened.push(`noting ${children}`);
      await note();
      happened.push(`noted ${children}`);
    },
    shown: childrenShown(() => new Date(at)),
  });
  return {
    happened,
    pass: (ms: number) => {
      at += ms;
    },
    ask: async (asked: Asked, record: () => Promise<Found>, reader = 'app') => {
      happened.splice(0);
      const look = async (): Promise<Found> => {
        happened.push('asked');
        const found = await record();
        happened.push('found');
        return found;
      };
      const given = await noted(reader, { access: ACCESS, ...asked, look, given: (it) => it }, RES);
      happened.push('given');
      return given;
    },
  };
}

const itself = { itself: 'Patient/1' };
const giving =
  (...found: readonly fhir4.FhirResource[]) =>
  async (): Promise<Found> =>
    found;

/** Resolves when it is told to. */
function aGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** All that can happen without waiting has then happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('who was never shown is noted once found; who was, while the record still looks', async () => {
  const { ask, happened } = aDesk();
  await ask(itself, giving(aChild('1')));
  expect(happened).toEqual(['asked', 'found', 'noting enf-1', 'noted enf-1', 'given']);
  await ask(itself, giving(aChild('1')));
  expect(happened).toEqual(['noting enf-1', 'asked', 'noted enf-1', 'found', 'given']);
});

test.each(['the record', 'the audit'])(
  'nothing is given before both are there, when %s is the slower',
  async (slower) => {
    const gate = aGate();
    let isSlow = false;
    const { ask, happened } = aDesk({
      note: async () => (isSlow && slower === 'the audit' ? gate.opened : undefined),
    });
    await ask(itself, giving(aChild('1')));
    isSlow = true;
    const asking = ask(itself, async () => {
      if (slower === 'the record') await gate.opened;
      return [aChild('1')];
    });
    await settled();
    expect(happened).toContain(slower === 'the audit' ? 'found' : 'noted enf-1');
    expect(happened).not.toContain('given');
    gate.open();
    expect(await asking).toEqual([aChild('1')]);
  },
);

test('what the audit cannot write is not given, foreseen or not', async () => {
  let isAway = false;
  const { ask, happened } = aDesk({
    note: async () => {
      if (isAway) throw new GatewayError('unavailable', 'no audit');
    },
  });
  await ask(itself, giving(aChild('1')));
  isAway = true;
  for (const asked of [itself, {}]) {
    await expect(ask(asked, giving(aChild('1')))).rejects.toMatchObject({ kind: 'unavailable' });
    expect(happened).not.toContain('given');
  }
});

test('a child of whom something is asked is foreseen; a sister whom it names has an entry of her own', async () => {
  const { ask, happened } = aDesk();
  await ask({}, giving(aChild('1')));
  const plan = { ...aChild('p'), resourceType: 'CarePlan' } as unknown as fhir4.CarePlan;
  const named = { ...plan, identifier: [...(aChild('1').identifier ?? []), ...(aChild('2').identifier ?? [])] };
  await ask({ child: 'Patient/1' }, giving(named));
  expect(happened).toEqual(['noting enf-1', 'asked', 'noted enf-1', 'found', 'noting enf-2', 'noted enf-2', 'given']);
});

test('nobody is foreseen for another reader, after an hour, once the record failed, or once it is not there', async () => {
  const { ask, happened, pass } = aDesk();
  const foresees = async (reader?: string): Promise<boolean> => {
    await ask(itself, giving(aChild('1')), reader);
    return happened[0] !== 'asked';
  };
  await foresees();
  expect(await foresees()).toBe(true);
  expect(await foresees('another app')).toBe(false);
  pass(60 * MINUTE_MS);
  expect([await foresees(), await foresees()]).toEqual([false, true]);
  const failing = ask(itself, async () => {
    throw new GatewayError('unavailable', 'away');
  });
  await expect(failing).rejects.toThrow('away');
  expect([await foresees(), await foresees()]).toEqual([false, true]);
  for (const nothing of [undefined, []]) {
    await ask(itself, async () => nothing);
    expect([await foresees(), await foresees()]).toEqual([false, true]);
  }
});

test('a list of nobody is an access all the same', async () => {
  const { ask, happened } = aDesk();
  await ask({}, giving());
  expect(happened).toEqual(['asked', 'found', 'noting ', 'noted ', 'given']);
});

const askings = fc.array(
  fc.record({
    reader: fc.constantFrom('a', 'b'),
    asked: fc.constantFrom<Asked>({}, { itself: 'Patient/1' }, { itself: 'Patient/2' }, { child: 'Patient/1' }),
    // Numbers change hands: what was foreseen may be wrong.
    found: fc.array(fc.record({ id: fc.constantFrom('1', '2', '3'), number: fc.constantFrom('x', 'y', 'z') }), {
      maxLength: 4,
    }),
    isAway: fc.boolean(),
  }),
  { maxLength: 12 },
);

test('whatever is asked in whatever order, each child who is given was noted once, and nobody else but who was asked for', async () => {
  await fc.assert(
    fc.asyncProperty(askings, async (all) => {
      const { ask, happened } = aDesk();
      const shownAs = new Map<string, readonly string[]>();
      for (const { reader, asked, found, isAway } of all) {
        const record = async (): Promise<Found> => {
          if (isAway) throw new GatewayError('unavailable', 'away');
          return found.map(({ id, number }) => aChild(id, number));
        };
        const given = await ask(asked, record, reader).catch(() => undefined);
        const noted = happened.flatMap((it) => (it.startsWith('noted ') ? it.slice(6).split(',') : [])).filter(Boolean);
        expect(noted).toHaveLength(new Set(noted).size);
        if (given !== undefined) expect(noted).toEqual(expect.arrayContaining(found.map(({ number }) => number)));
        const allowed = [...found.map(({ number }) => number), ...(shownAs.get(placeIn(reader, asked)) ?? [])];
        expect(allowed).toEqual(expect.arrayContaining(noted));
        if (given !== undefined)
          for (const { id, number } of found) shownAs.set(placeIn(reader, { itself: `Patient/${id}` }), [number]);
      }
    }),
  );
});

const placeIn = (reader: string, asked: Asked): string => `${reader} ${asked.itself ?? asked.child}`;
