import fc from 'fast-check';
import type { Agreement, OtherPerson, Who } from '../../mappings/domain/concepts.ts';
import { pastMoments } from './moments.ts';
import { record } from './record.ts';
import { businessIds, directoryIds, words } from './words.ts';

/** What a concept may refer to outside itself: anything, or only what stands already. */
export interface World {
  readonly centre: fc.Arbitrary<string>;
  readonly childId: fc.Arbitrary<string>;
  /** Undefined: there is none to refer to. */
  readonly memberId: fc.Arbitrary<string> | undefined;
  readonly goalId: fc.Arbitrary<string> | undefined;
  readonly planId: fc.Arbitrary<string> | undefined;
  readonly circleId: fc.Arbitrary<string> | undefined;
  readonly assessmentId?: fc.Arbitrary<string> | undefined;
  readonly contactId?: fc.Arbitrary<string> | undefined;
  readonly recipient: fc.Arbitrary<string>;
  readonly requestId?: fc.Arbitrary<string> | undefined;
  /** An ended request that another resumes. */
  readonly replacedId?: fc.Arbitrary<string> | undefined;
  readonly appointmentId?: fc.Arbitrary<string> | undefined;
  readonly resourceId?: fc.Arbitrary<string> | undefined;
}

/** Every reference is possible, whether or not what it names exists. */
export const OPEN_WORLD: World = {
  centre: fc.constantFrom('verdun', 'vanier', 'hochelaga'),
  childId: businessIds('enf'),
  memberId: businessIds('mem'),
  goalId: businessIds('but'),
  planId: businessIds('plan'),
  circleId: businessIds('cercle'),
  requestId: businessIds('ref'),
  replacedId: businessIds('ref'),
  appointmentId: businessIds('rdv'),
  resourceId: businessIds('res'),
  assessmentId: businessIds('lecture'),
  contactId: businessIds('rencontre'),
  recipient: fc.constantFrom('clsc-verdun', 'ecole-de-musique', 'hopital', 'avocate'),
};

/** Somebody other than the child: a member if there are any, a professional, or only a name. */
export const otherPeople = ({ memberId }: World): fc.Arbitrary<OtherPerson> =>
  fc.oneof(
    record({ kind: fc.constant('professional' as const), id: directoryIds('pro'), name: words(200) }),
    record({ kind: fc.constant('person' as const), name: words(200) }),
    ...(memberId === undefined
      ? []
      : [
          record(
            { kind: fc.constant('member' as const), id: memberId, name: words(200) },
            { requiredKeys: ['kind', 'id'] },
          ),
        ]),
  );

/** Somebody: the child, or somebody else. */
export const people = (world: World): fc.Arbitrary<Who> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({ kind: 'child' } as const) },
    { weight: 3, arbitrary: otherPeople(world) },
  );

/** Who agreed, when, to which recipient. */
export const agreements = (world: World): fc.Arbitrary<Agreement> =>
  record(
    { recipient: world.recipient, by: people(world), at: pastMoments, how: fc.constantFrom('oral', 'written') },
    { requiredKeys: ['recipient', 'by', 'at'] },
  );

/** Version of a concept: sometimes given. FHIR's last one is left for the revision that may follow. */
export const versions = fc.integer({ min: 1, max: 2_147_483_646 });
