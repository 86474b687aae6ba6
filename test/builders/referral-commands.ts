import fc from 'fast-check';
import {
  type Heard,
  hasEnded,
  isLegalStep,
  mayDiffer,
  OWNER_ACTS,
  type OwnerAct,
  ownerAfter,
  ownerHears,
  ownerMay,
  type RequesterAct,
  requesterAfter,
  requesterHears,
  type State,
  type View,
} from '../unit/mappings/domain/reference-model.ts';
import type { OurSide, Told } from './two-sides.ts';

interface Message {
  readonly act: OwnerAct;
  readonly at: number;
  /** What the owner's Task was beside it. */
  readonly stands: State;
}

/** Both sides as the reference has them, and what is on its way between them. */
export interface Model {
  minute: number;
  /** As the requester should hold it. */
  ours: View;
  /** As the owner holds it; it has nothing before the request reaches it. */
  theirs: View | undefined;
  /** When the owner knew that it was cancelled: told, with a receipt that came back, or by its own hand. */
  cancellationToldAt: number | undefined;
  readonly onTheWay: Message[];
  readonly said: Message[];
  /** Ids of the messages that have arrived. */
  readonly heard: Set<string>;
  /** A person wrote down what the owner never said. */
  erred: boolean;
  /** Commands that ran, and names of the acts, for the count. */
  ran: number;
}

export interface Real {
  readonly side: OurSide;
  readonly clock: { minute: number };
}

export const momentOf = (minute: number): Date => new Date(Date.UTC(2026, 2, 11, 8, minute));

type Command = fc.AsyncCommand<Model, Real>;

/** Every command takes a minute. */
function command(
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check: (model: Readonly<Model>) => boolean = () => true,
): Command {
  return {
    check,
    async run(model, real) {
      model.minute += 1;
      model.ran += 1;
      real.clock.minute = model.minute;
      await run(model, real);
    },
    toString: () => name,
  };
}

const stateOf = ({ side }: Real): State => side.task().status as State;

/** Whatever happened, the Task is where the reference has it, and it went there by legal steps only. */
function holds(model: Model, real: Real, from: State, what: string): void {
  const to = stateOf(real);
  if (to !== model.ours.state) throw new Error(`${what}: the Task is ${to}, the reference says ${model.ours.state}`);
  const way = [from, ...(from === to ? [] : real.side.implied()), to] as State[];
  for (let step = 1; step < way.length; step += 1)
    if (!isLegalStep(way[step - 1] as State, way[step] as State)) throw new Error(`${what}: ${way.join(' → ')}`);
}

async function hear(model: Model, real: Real, message: Message, from: 'system' | 'person', id: string): Promise<void> {
  const before = stateOf(real);
  // A person is told what happens now, not where a Task stands.
  const said = from === 'person' ? { ...message, stands: undefined } : message;
  await real.side.answer(said.act, momentOf(said.at), from, id, besideIt(said));
  // The same message again is the same message, also when it was overtaken meanwhile.
  const next = model.heard.has(id) ? model.ours : requesterHears(model.ours, heardAs(model, said));
  model.heard.add(id);
  // It knows what it stopped itself.
  if (next.state === 'cancelled' && model.ours.state !== 'cancelled') model.cancellationToldAt = message.at;
  model.ours = next;
  holds(model, real, before, `${message.act} of minute ${message.at} by a ${from}`);
}

type Said = Omit<Message, 'stands'> & { readonly stands: State | undefined };

/** Only an appointment, an absence or the waiting list leave open where the Task stands. */
const besideIt = ({ act, stands }: Said): 'accepted' | 'in-progress' | undefined =>
  ['scheduled', 'no-show', 'waitlisted'].includes(act) && (stands === 'accepted' || stands === 'in-progress')
    ? stands
    : undefined;

const heardAs = ({ cancellationToldAt }: Model, said: Said): Heard => ({
  act: said.act,
  at: said.at,
  begun: besideIt(said) === 'in-progress',
  beforeCancellation: cancellationToldAt === undefined || said.at < cancellationToldAt,
});

const ownerActs = (act: OwnerAct): Command =>
  command(
    `owner: ${act}`,
    async (model) => {
      if (model.theirs === undefined) return;
      model.theirs = ownerAfter(model.theirs, act, model.minute);
      const message = { act, at: model.minute, stands: model.theirs.state };
      model.onTheWay.push(message);
      model.said.push(message);
    },
    ({ theirs }) => theirs !== undefined && ownerMay(theirs, act),
  );

const picked = <T>(list: readonly T[], nth: number): T => list[nth % list.length] as T;

/** Out of order, and as often as it is kept on the way. */
const arrives = (nth: number, again: boolean): Command =>
  command(
    `message ${nth} arrives${again ? ', and will again' : ''}`,
    async (model, real) => {
      const message = picked(model.onTheWay, nth);
      if (!again) model.onTheWay.splice(model.onTheWay.indexOf(message), 1);
      await hear(model, real, message, 'system', `message|${message.act}|${message.at}`);
    },
    ({ onTheWay }) => onTheWay.length > 0,
  );

const isLost = (nth: number): Command =>
  command(
    `message ${nth} is lost`,
    async (model) => void model.onTheWay.splice(nth % model.onTheWay.length, 1),
    ({ onTheWay }) => onTheWay.length > 0,
  );

const polled = (): Command =>
  command(
    'we poll the owner',
    async (model, real) => {
      const last = model.said.at(-1);
      if (last !== undefined && model.theirs !== undefined && spokeLast(model.theirs))
        await hear(model, real, last, 'system', `poll|${model.minute}`);
    },
    ({ said }) => said.length > 0,
  );

/** A Task that the requester ended says nothing of its owner any more. */
const spokeLast = (theirs: View): boolean => theirs.state !== 'entered-in-error' && theirs.at >= 0;

const telephoned = (nth: number): Command =>
  command(
    `a person writes down message ${nth}`,
    async (model, real) => {
      const message = picked(model.said, nth);
      await hear(model, real, message, 'person', `person|${model.minute}`);
    },
    ({ said }) => said.length > 0,
  );

const wrongPress = (act: OwnerAct): Command =>
  command(`a person writes down by mistake: ${act}`, async (model, real) => {
    model.erred = true;
    await hear(model, real, { act, at: model.minute, stands: 'requested' }, 'person', `wrong|${model.minute}`);
  });

const REVISION: Readonly<Partial<Record<RequesterAct, Parameters<OurSide['revise']>[0]>>> = {
  withdrawn: 'revoked',
  'consent-withdrawn': 'revoked-without-agreement',
  'entered-in-error': 'entered-in-error',
};

const requesterActs = (act: RequesterAct): Command =>
  command(`requester: ${act}`, async (model, real) => {
    const before = stateOf(real);
    const revision = REVISION[act];
    if (revision === undefined)
      await real.side.answer('family-ended', momentOf(model.minute), 'person', `family|${model.minute}`);
    else await real.side.revise(revision);
    model.ours = requesterAfter(model.ours, act);
    holds(model, real, before, act);
  });

const revised = (): Command =>
  command('requester: says more', async (model, real) => {
    const before = stateOf(real);
    await real.side.revise('reason');
    holds(model, real, before, 'a revision');
  });

const familyTold = (): Command =>
  command('requester: family told', async (model, real) => {
    const before = stateOf(real);
    await real.side.answer('family-told', momentOf(model.minute), 'person', `told|${model.minute}`);
    holds(model, real, before, 'family-told');
  });

export const sent = (lost: 'no' | 'message' | 'receipt'): Command =>
  command(`we send${lost === 'no' ? '' : `, the ${lost} is lost`}`, async (model, real) => {
    const before = stateOf(real);
    await real.side.send(lost, (told) => reaches(model, told, lost));
    holds(model, real, before, 'a delivery');
  });

function reaches(model: Model, told: Told, lost: 'no' | 'message' | 'receipt'): void {
  model.theirs = ownerHears(model.theirs, told);
  if (lost === 'no' && (told === 'cancelled' || told === 'entered-in-error')) model.cancellationToldAt ??= model.minute;
}

const anOwnerAct = fc.constantFrom(...OWNER_ACTS);
const aPlace = fc.nat(7);

/** Commands that fast-check may run in any order, as often as it likes; what happens often in a life comes often. */
export const referralCommands = (options: { readonly wrongPresses: boolean }): fc.Arbitrary<Command>[] => [
  ...often(12, anOwnerAct.map(ownerActs)),
  ...often(
    8,
    fc.tuple(aPlace, fc.boolean()).map(([nth, again]) => arrives(nth, again)),
  ),
  ...often(2, aPlace.map(isLost)),
  ...often(2, fc.constant(polled())),
  ...often(2, aPlace.map(telephoned)),
  ...often(5, fc.constantFrom('no' as const, 'no' as const, 'message' as const, 'receipt' as const).map(sent)),
  fc
    .constantFrom('withdrawn' as const, 'withdrawn' as const, 'consent-withdrawn' as const, 'family-ended' as const)
    .map(requesterActs),
  ...often(
    2,
    fc.constantFrom(
      requesterActs('entered-in-error'),
      revised(),
      revised(),
      revised(),
      revised(),
      familyTold(),
      familyTold(),
    ),
  ),
  ...(options.wrongPresses ? [anOwnerAct.map(wrongPress)] : []),
];

const often = <T>(times: number, one: T): T[] => Array.from({ length: times }, () => one);

/** Everything on its way arrives, we send what is to be told, and look at what the owner holds. Throws when the two sides then differ without a reason. */
export async function settle(
  model: Model,
  real: Real,
): Promise<'same' | 'never-left' | 'crossed' | 'pause-lost' | 'erred'> {
  const steps = [sent('no'), ...model.onTheWay.map(() => arrives(0, false)), polled(), sent('no'), polled()];
  for (const step of steps) if (step.check(model)) await step.run(model, real);
  const { ours, theirs, erred } = model;
  if (theirs === undefined) {
    if (hasEnded(ours)) return 'never-left';
    if (erred) return 'erred';
    throw new Error(`${ours.state} here, and the owner never heard of it`);
  }
  if (ours.state === theirs.state) return 'same';
  if (erred) return 'erred';
  const why = mayDiffer(ours, theirs);
  if (why === 'pause-lost' && !real.side.issues().some(({ severity }) => severity === 'warning'))
    throw new Error(`${ours.state} here, ${theirs.state} there, and nobody was told`);
  if (why === undefined) throw new Error(`${ours.state} here, ${theirs.state} there`);
  return why;
}
