import { createHash } from 'node:crypto';
import { v5 as uuidFrom } from 'uuid';
import { actionPlanMapping } from '../../mappings/concepts/action-plan.ts';
import { careCircleMapping } from '../../mappings/concepts/care-circle.ts';
import type { ConceptMapping, Identified } from '../../mappings/concepts/concept-mapping.ts';
import { CONCEPT_MAPPINGS } from '../../mappings/concepts/concept-mappings.ts';
import { serviceReferralMapping } from '../../mappings/concepts/service-referral.ts';
import type { CareCircle, ServiceReferral } from '../../mappings/domain/concepts.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import { type ChildFile, fileParts } from '../generators/child-files.ts';

const EXCHANGES = '4b0b5c1e-3a3f-5c0e-9b1a-5b8a9d0c7e11';

interface AnyConcept {
  readonly id?: string;
  readonly version?: number;
  readonly centre: string;
  readonly child?: { readonly id: string };
  readonly recipient?: string;
}

/** What the gateway puts in a lane for a concept: mapped, hashed, under an exchange of its own. */
export function eventOf<C extends AnyConcept>(
  mapping: ConceptMapping<C>,
  concept: Identified<C>,
  changes: Partial<Pick<ConceptEvent, 'ifMatch' | 'exchangeId' | 'recordedAt'>> = {},
): ConceptEvent {
  const { id, version, centre, child, recipient, ...content } = concept;
  const contentHash = createHash('sha256')
    .update(JSON.stringify({ child, recipient, ...content }))
    .digest('hex');
  const exchangeId = changes.exchangeId ?? uuidFrom(`${mapping.name}|${id}|${version}|${contentHash}`, EXCHANGES);
  const recordedAt = changes.recordedAt ?? '2026-03-10T16:00:00.000Z';
  return {
    kind: 'concept',
    exchangeId,
    centre,
    ...(child !== undefined && { child: child.id }),
    recordedAt,
    concept: mapping.name,
    root: { ...mapping.root(centre), value: id },
    contentHash,
    ...(version !== undefined && { version }),
    ...(changes.ifMatch !== undefined && { ifMatch: changes.ifMatch }),
    bundle: mapping.toBundle(concept, {
      exchangeId,
      recordedAt,
      contentHash,
      centre: { id: centre, name: 'Centre' },
      ...(recipient !== undefined && { recipient: { id: recipient, name: 'Partenaire' } }),
    }),
  };
}

/** The circle of a child of three. */
export const aCircle = (changes: Partial<Identified<CareCircle>> = {}): Identified<CareCircle> => ({
  id: 'cercle-1',
  version: 1,
  centre: 'verdun',
  happenedAt: '2026-03-01T10:00:00-05:00',
  child: { id: 'enf-1', name: { given: ['Mai'], family: 'Nguyễn' }, birthDate: '2023-05-04' },
  members: [{ kind: 'family', id: 'maman', name: { text: 'Lan' }, kinship: 'MTH', legalRole: 'tap' }],
  ...changes,
});

/** A referral to a CLSC that the mother agreed to. */
export const aReferral = (changes: Partial<Identified<ServiceReferral>> = {}): Identified<ServiceReferral> => ({
  id: 'ref-1',
  version: 1,
  centre: 'verdun',
  happenedAt: '2026-03-02T10:00:00-05:00',
  child: { id: 'enf-1' },
  programme: 'clsc',
  service: 'speech-therapy',
  reason: 'Peu de mots à trois ans',
  recipient: 'clsc-verdun',
  safeContact: { through: 'centre' },
  agreements: [agreedTo('clsc-verdun')],
  ...changes,
});

export const agreedTo = (recipient: string) =>
  ({ recipient, by: { kind: 'member', id: 'maman' }, at: '2026-03-01' }) as const;

export const circleEvent = (changes?: Parameters<typeof aCircle>[0], event?: Parameters<typeof eventOf>[2]) =>
  eventOf(careCircleMapping, aCircle(changes), event);
export const planEvent = () =>
  eventOf(actionPlanMapping, {
    id: 'plan-1',
    version: 1,
    centre: 'verdun',
    child: { id: 'enf-1' },
    happenedAt: '2026-03-01T11:00:00-05:00',
    goals: [{ id: 'parler', words: 'Se faire comprendre', expressedBy: { kind: 'member', id: 'maman' } }],
  });
export const referralEvent = (changes?: Parameters<typeof aReferral>[0], event?: Parameters<typeof eventOf>[2]) =>
  eventOf(serviceReferralMapping, aReferral(changes), event);

/** The events of a child's file, each after what it refers to. */
export const fileEvents = (file: ChildFile): readonly ConceptEvent[] =>
  fileParts(file).map(({ name, concept }) =>
    eventOf(CONCEPT_MAPPINGS[name] as unknown as ConceptMapping<AnyConcept>, concept),
  );

/** Later versions of each concept of a file: the second to the sixth, and one of which the lane gives the version. */
export const revisedEvents = (file: ChildFile): readonly (readonly ConceptEvent[])[] =>
  fileParts(file).map(({ name, concept }) => {
    const mapping = CONCEPT_MAPPINGS[name] as unknown as ConceptMapping<AnyConcept>;
    const { version = 1, ...unversioned } = concept;
    return [
      ...[1, 2, 3, 4, 5].map((later) => eventOf(mapping, { ...concept, version: version + later })),
      eventOf(mapping, { ...unversioned, happenedAt: '2026-03-09T10:00:00-04:00' } as typeof concept),
    ];
  });
