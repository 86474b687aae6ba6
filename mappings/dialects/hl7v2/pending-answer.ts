import { isNeverKept } from './never-kept.ts';
import { type Repetition, type Segment, segmentsOf } from './parsed-message.ts';
import { components, repetitions, segment, subcomponents, type Writable } from './write-segment.ts';

const PENDING = components('P', 'Pending', 'HL70283');
/** New and modified referrals wait for a person; a cancellation or a question is only received. */
const WAITING: ReadonlySet<string> = new Set(['I12', 'I13']);

/**
 * What follows MSA in the RRI that answers a referral at once: RF1 pending under the sender's number, and the PRD and PID that the structure requires, as far as
 * the sender's own words are needed to know them: roles, names, identifiers. Undefined if the referral does not have them: then a mere ACK will do.
 */
export function pendingAnswer(referral: string): readonly string[] | undefined {
  const read = segmentsOf(referral);
  if (!read.ok) return undefined;
  const named = (name: string) => read.value.filter((one) => one.name === name);
  const [msh] = named('MSH');
  const [rf1] = named('RF1');
  const [pid] = named('PID');
  const providers = named('PRD');
  if (msh === undefined || rf1 === undefined || pid === undefined || providers.length === 0) return undefined;
  const trigger = msh.first(9).component(2);
  return [
    segment('RF1', {
      1: WAITING.has(trigger) ? PENDING : undefined,
      6: again(rf1.first(6)),
    }),
    ...providers.map((prd) =>
      segment('PRD', { 1: again(prd.first(1)), 2: again(prd.first(2)), 7: repetitions(prd.field(7).map(again)) }),
    ),
    segment('PID', { 3: repetitions(identifiersOf(pid)), 5: again(pid.first(5)) }),
  ];
}

const identifiersOf = (pid: Segment): readonly Writable[] =>
  pid
    .field(3)
    .filter((identifier) => !isNeverKept(identifier))
    .map((identifier) =>
      components(
        identifier.component(1),
        undefined,
        undefined,
        subcomponents(...[1, 2, 3].map((sub) => identifier.subcomponent(4, sub))),
        identifier.component(5),
      ),
    );

const COMPONENTS_MAX = 7;

/** A field as it came, in our delimiters. */
const again = (field: Repetition): Writable =>
  components(
    ...Array.from({ length: COMPONENTS_MAX }, (_, nth) =>
      subcomponents(...[1, 2, 3].map((sub) => field.subcomponent(nth + 1, sub))),
    ),
  );
