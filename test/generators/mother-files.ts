import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { MotherFile } from '../../mappings/domain/concepts.ts';
import { partialDates, pastMoments } from './moments.ts';
import { record } from './record.ts';
import { safeContacts } from './requests.ts';
import { businessIds, languages, personNames, some, words } from './words.ts';
import { OPEN_WORLD, versions, type World } from './world.ts';

/** An expectant mother's file: open with or without a date, or closed with nothing more said. */
export const motherFiles = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<MotherFile>> =>
  record(
    {
      id: businessIds('dossier'),
      version: versions,
      centre: world.centre,
      happenedAt: pastMoments,
      name: personNames,
      birthDate: partialDates,
      languages: some(languages, 3),
      interpreterRequired: fc.boolean(),
      safeContact: safeContacts,
      agreement: record(
        { at: pastMoments, how: fc.constantFrom('oral', 'written'), recordedBy: words(200) },
        { requiredKeys: ['at'] },
      ),
      expectedOn: partialDates,
      ...(world.memberId !== undefined && {
        children: some(record({ child: world.childId, member: world.memberId }), 2),
      }),
      closed: fc.constant(true as const),
    },
    { requiredKeys: ['id', 'centre', 'happenedAt', 'name', 'agreement'] },
  ).map(({ expectedOn, ...file }) =>
    expectedOn === undefined || file.closed === true ? file : { ...file, expectedOn },
  );
