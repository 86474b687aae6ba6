import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { RequestNote } from '../../mappings/domain/concepts.ts';
import { pastMoments } from './moments.ts';
import { record } from './record.ts';
import { businessIds, some, words } from './words.ts';
import { OPEN_WORLD, people, versions, type World } from './world.ts';

/** A note about a request; `requestId` of the world must be given, since a note is always about one. */
export const requestNotes = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<RequestNote>> =>
  record(
    {
      id: businessIds('note'),
      version: versions,
      centre: world.centre,
      happenedAt: pastMoments,
      child: record({ id: world.childId }),
      status: fc.constantFrom('completed', 'entered-in-error'),
      request: world.requestId ?? businessIds('ref'),
      recipient: world.recipient,
      sender: people(world),
      to: some(people(world), 3),
      words: words(10_000),
    },
    { requiredKeys: ['id', 'centre', 'happenedAt', 'child', 'request', 'words'] },
  );
