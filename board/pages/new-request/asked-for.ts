import type { LegalReferral, ServiceReferral, SocialPrescription } from '../../../mappings/domain/concepts.ts';
import type { PartnerTold } from '../../../mappings/domain/partner-told.ts';

type Kind = SocialPrescription['kind'];
type Mandate = LegalReferral['mandate'];
type Programme = ServiceReferral['programme'];
type Service = NonNullable<ServiceReferral['service']>;

/** One thing that can be asked for, under the name that its words have, and what the API calls it. */
export type AskedFor =
  | {
      readonly key: NetworkKey;
      readonly concept: 'service-referral';
      readonly programme: Programme;
      readonly service?: Service;
    }
  | { readonly key: Kind; readonly concept: 'social-prescription'; readonly kind: Kind }
  | { readonly key: Mandate; readonly concept: 'legal-referral'; readonly mandate: Mandate };

type Concept = AskedFor['concept'];

/** What the address of each kind of request is called. */
export const PLURALS = {
  'social-prescription': 'social-prescriptions',
  'service-referral': 'service-referrals',
  'legal-referral': 'legal-referrals',
} as const satisfies Readonly<Record<Concept, string>>;

const KINDS = [
  'arts-music',
  'sport',
  'play',
  'mentoring',
  'recreation',
  'food-aid',
  'respite',
  'learning',
] as const satisfies readonly Kind[];

/** Of the public network: a programme, and where one is named, its service. */
const NETWORK = {
  'clsc.speech-therapy': { programme: 'clsc', service: 'speech-therapy' },
  'clsc.occupational-therapy': { programme: 'clsc', service: 'occupational-therapy' },
  'clsc.psychology': { programme: 'clsc', service: 'psychology' },
  'clsc.social-work': { programme: 'clsc', service: 'social-work' },
  'clsc.family-therapy': { programme: 'clsc', service: 'family-therapy' },
  'clsc.education': { programme: 'clsc', service: 'education' },
  'clsc.housing': { programme: 'clsc', service: 'housing' },
  'clsc.needs-assessment': { programme: 'clsc', service: 'needs-assessment' },
  'clsc.other': { programme: 'clsc' },
  sippe: { programme: 'sippe' },
  'agir-tot': { programme: 'agir-tot' },
  'neglect-programme': { programme: 'neglect-programme' },
  'hospital.paediatrics': { programme: 'hospital', service: 'paediatrics' },
  'hospital.other': { programme: 'hospital' },
  specialist: { programme: 'specialist' },
} as const satisfies Readonly<Record<string, { readonly programme: Programme; readonly service?: Service }>>;

type NetworkKey = keyof typeof NETWORK;
const isNetworkKey = (key: string): key is NetworkKey => Object.hasOwn(NETWORK, key);

const MANDATES = [
  'mediation',
  'information',
  'representation',
  'protective-measure',
] as const satisfies readonly Mandate[];

/** All that can be asked for: in the neighbourhood first, then of the public network, then for the child’s rights. */
export const ASKED_FOR: readonly AskedFor[] = [
  ...KINDS.map((kind) => ({ key: kind, concept: 'social-prescription', kind }) as const),
  ...Object.keys(NETWORK)
    .filter(isNetworkKey)
    .map((key) => ({ key, concept: 'service-referral', ...NETWORK[key] }) as const),
  ...MANDATES.map((mandate) => ({ key: mandate, concept: 'legal-referral', mandate }) as const),
];

export const askedForOf = (key: string): AskedFor | undefined => ASKED_FOR.find((it) => it.key === key);

/** Whether a partner is one to ask this of: a matter of its lens, and of the programmes that it has. */
export function isFor(asked: AskedFor, { lens, programmes }: Pick<PartnerTold, 'lens' | 'programmes'>): boolean {
  if (asked.concept === 'legal-referral') return lens === 'lawyer';
  if (asked.concept === 'social-prescription') return lens === 'community';
  return lens === 'public-network' && (programmes?.includes(asked.programme) ?? false);
}
