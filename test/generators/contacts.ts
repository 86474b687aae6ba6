import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { Contact } from '../../mappings/domain/concepts.ts';
import { CONTACT_KINDS, CONTACT_SETTINGS } from '../../profiles/codes/contacts.ts';
import { codesOf } from './codes.ts';
import { pastMoments, periods } from './moments.ts';
import { record } from './record.ts';
import { businessIds, some, words } from './words.ts';
import { OPEN_WORLD, otherPeople, versions, type World } from './world.ts';

const handOvers = (world: World) => {
  const somebody = otherPeople(world);
  return fc.oneof(record({ from: somebody, to: somebody }), record({ from: somebody }), record({ to: somebody }));
};

/** A contact; only a hand-over says who passes the thread to whom, and only a cancelled one why. */
export const contacts = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<Contact>> =>
  record(
    {
      id: businessIds('contact'),
      version: versions,
      centre: world.centre,
      happenedAt: pastMoments,
      child: record({ id: world.childId }),
      status: fc.constantFrom('planned', 'in-progress', 'finished', 'cancelled', 'entered-in-error'),
      statusReason: words(1000),
      kind: fc.constantFrom(...codesOf(CONTACT_KINDS)),
      setting: fc.constantFrom(...codesOf(CONTACT_SETTINGS)),
      where: words(200),
      period: periods,
      about: words(1000),
      childPresent: fc.boolean(),
      participants: some(otherPeople(world), 5),
      handOver: handOvers(world),
      ...(world.requestId === undefined ? {} : { request: world.requestId }),
      ...(world.appointmentId === undefined ? {} : { appointment: world.appointmentId }),
      note: words(10_000),
    },
    { requiredKeys: ['id', 'centre', 'happenedAt', 'child', 'kind'] },
  ).map(({ handOver, statusReason, ...contact }) => ({
    ...contact,
    ...(contact.kind === 'hand-over' && handOver !== undefined && { handOver }),
    ...(contact.status === 'cancelled' && statusReason !== undefined && { statusReason }),
  }));
