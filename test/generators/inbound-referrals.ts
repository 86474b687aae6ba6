import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { ChildSaid, InboundReferral } from '../../mappings/domain/concepts.ts';
import { healthCards } from './health-cards.ts';
import { moments, partialDates, pastMoments } from './moments.ts';
import { record } from './record.ts';
import { safeContacts } from './requests.ts';
import { businessIds, languages, personNames, some, words } from './words.ts';
import { OPEN_WORLD, versions, type World } from './world.ts';

/** What a sender may say of a child: something at least. */
export const childrenSaid: fc.Arbitrary<ChildSaid> = record(
  {
    name: personNames,
    birthDate: partialDates,
    gender: fc.constantFrom('male', 'female', 'other', 'unknown'),
    cards: some(healthCards, 2),
    languages: fc.uniqueArray(languages, { minLength: 1, maxLength: 3 }),
    interpreterRequired: fc.boolean(),
  },
  { requiredKeys: [] },
).filter((said) => Object.keys(said).length > 0);

const codes = fc.constantFrom(
  { system: 'http://snomed.info/sct', code: '306174003' },
  { system: 'urn:oid:2.16.840.1.113883.3.239.99', code: 'SLP 2' },
);

/** What a partner asks, of a child that is recognized or not; the sender's number may come without a system. */
export const inboundReferrals = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<InboundReferral>> =>
  record(
    {
      id: businessIds('recue'),
      version: versions,
      centre: world.centre,
      happenedAt: pastMoments,
      askedAt: pastMoments,
      child: record({ id: world.childId }),
      childSaid: childrenSaid,
      sender: world.recipient,
      number: record(
        { system: fc.constant('urn:oid:2.16.840.1.113883.3.239.99'), value: fc.constantFrom('REF-1', 'ER 2026/118') },
        { requiredKeys: ['value'] },
      ),
      thread: words(4000),
      askedBy: record({ name: words(200), telephone: fc.constant('514 555-0199') }, { requiredKeys: ['name'] }),
      status: fc.constantFrom('active', 'revoked', 'entered-in-error'),
      what: words(1000),
      codes: fc.uniqueArray(codes, { minLength: 1, maxLength: 2 }),
      reason: words(4000),
      urgency: fc.constantFrom('routine', 'urgent', 'immediate'),
      neededBy: moments,
      safeContact: safeContacts,
    },
    { requiredKeys: ['id', 'centre', 'happenedAt', 'askedAt', 'sender', 'number', 'safeContact'] },
  ).map(({ childSaid, ...referral }) =>
    referral.child !== undefined || childSaid === undefined ? referral : { ...referral, childSaid },
  );
