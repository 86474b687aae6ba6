import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { Appointment, AppointmentPerson } from '../../mappings/domain/concepts.ts';
import { APPOINTMENT_ANSWERS } from '../../profiles/codes/contacts.ts';
import { surelyBefore } from '../../profiles/moment-span.ts';
import { codesOf } from './codes.ts';
import { instants, pastInstants, pastMoments } from './moments.ts';
import { record } from './record.ts';
import { businessIds, some, words } from './words.ts';
import { OPEN_WORLD, otherPeople, versions, type World } from './world.ts';

const answers = fc.constantFrom(...codesOf(APPOINTMENT_ANSWERS));

const persons = (world: World): fc.Arbitrary<AppointmentPerson> =>
  record({ who: otherPeople(world), answer: answers }, { requiredKeys: ['who'] });

/** Start and end, in their order. */
const timesFrom = (instant: fc.Arbitrary<string>) =>
  fc
    .tuple(instant, instant)
    .map(([one, other]) => (surelyBefore(other, one) ? { start: other, end: one } : { start: one, end: other }));

/** What may be said of an appointment with such times, or with none. */
const standings = fc.oneof(
  record({ status: fc.constantFrom('proposed', 'waitlist') }),
  record({ status: fc.constant('cancelled' as const), statusReason: words(1000) }, { requiredKeys: ['status'] }),
  timesFrom(instants).chain((times) =>
    fc.oneof(
      fc.constant(times),
      record({
        ...constants(times),
        status: fc.constantFrom('proposed', 'pending', 'booked', 'waitlist', 'entered-in-error'),
      }),
      record(
        { ...constants(times), status: fc.constant('cancelled' as const), statusReason: words(1000) },
        { requiredKeys: ['start', 'end', 'status'] },
      ),
    ),
  ),
  timesFrom(pastInstants).chain((times) =>
    fc.oneof(
      record({ ...constants(times), status: fc.constantFrom('arrived', 'fulfilled') }),
      record(
        { ...constants(times), status: fc.constant('no-show' as const), statusReason: words(1000) },
        { requiredKeys: ['start', 'end', 'status'] },
      ),
    ),
  ),
  fc.constant({}),
);

function constants({ start, end }: { readonly start: string; readonly end: string }) {
  return { start: fc.constant(start), end: fc.constant(end) };
}

/** An appointment whose status, times and reason agree. */
export const appointments = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<Appointment>> =>
  fc
    .tuple(
      record(
        {
          id: businessIds('rdv'),
          version: versions,
          centre: world.centre,
          happenedAt: pastMoments,
          child: record({ id: world.childId }),
          what: words(1000),
          where: words(500),
          familyAnswer: answers,
          accompaniedBy: some(persons(world), 3),
          partner: world.recipient,
          partnerAnswer: answers,
          ...(world.resourceId === undefined ? {} : { resource: world.resourceId }),
          receivedBy: some(persons(world), 3),
          ...(world.requestId === undefined ? {} : { request: world.requestId }),
          note: words(4000),
        },
        { requiredKeys: ['id', 'centre', 'happenedAt', 'child'] },
      ),
      standings,
    )
    .map(([{ partnerAnswer, ...appointment }, standing]) => ({
      ...appointment,
      ...standing,
      ...(appointment.partner !== undefined && partnerAnswer !== undefined && { partnerAnswer }),
    }));
