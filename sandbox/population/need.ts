import type { ActionPlan, LegalReferral, ServiceReferral, SocialPrescription } from '../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../profiles/codes.ts';

type Goal = NonNullable<ActionPlan['goals']>[number];

/** What is asked of a partner for a need. */
export type Asked =
  | {
      readonly kind: 'service';
      readonly programme: 'clsc' | 'agir-tot' | 'sippe' | 'hospital';
      readonly service: NonNullable<ServiceReferral['service']>;
    }
  | { readonly kind: 'social'; readonly prescription: SocialPrescription['kind'] }
  | { readonly kind: 'legal'; readonly mandate: LegalReferral['mandate']; readonly article: number };

/** A need as families say it, and where it is met. */
export interface Need {
  readonly name: string;
  /** First and last year of age. */
  readonly ages: readonly [number, number];
  readonly category: NonNullable<Goal['category']>;
  readonly saidBy: 'child' | 'parent';
  /** The goal, in their words. */
  readonly words: Bilingual;
  readonly asked: Asked;
  readonly what: Bilingual;
  readonly reason: Bilingual;
  /** How it ended well. */
  readonly outcome: Bilingual;
  /** When it is offered: all year, in the school year, or in the summer. */
  readonly season: 'all-year' | 'school-year' | 'summer';
  /** Days from the first contact to the end. */
  readonly lasts: readonly [number, number];
  /** In each province who is asked, then who is asked next; nobody where it does not exist. */
  readonly partners: { readonly qc: readonly string[]; readonly on: readonly string[] };
}
