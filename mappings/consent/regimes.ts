import { GROUNDS_BY_REGIME } from '../../profiles/grounds-by-regime.ts';
import type { Member } from '../domain/concepts.ts';
import type { Ground, Regime } from './bases.ts';
import type { SourceName } from './sources.ts';

type LegalRole = NonNullable<Extract<Member, { readonly kind: 'family' }>['legalRole']>;

/** Who may consent to a disclosure under one law, as a privacy officer can read it. */
export interface RegimeRules {
  /** From this age the child consents alone; 0 where the law looks at capacity and not at age. */
  readonly childFrom: number;
  /** Until this age others may consent for the child. */
  readonly othersUntil: number;
  /** In which capacity others may. */
  readonly others: readonly LegalRole[];
  /** Days that a request under way goes on with its recipient after the others’ consent no longer opens anything. */
  readonly graceDays: number;
  /** Whether a recipient outside health care needs a consent of which is written how it was expressed. */
  readonly express: boolean;
  readonly sources: Readonly<
    Record<'child' | 'others' | 'delegated' | 'disagree' | 'adult' | 'terms' | 'elsewhere', readonly SourceName[]>
  > & {
    readonly grounds: Readonly<Record<Ground, readonly SourceName[]>>;
  };
}

/** From this age nobody else consents for a person. */
export const MAJORITY = 18;

const ONTARIO = {
  childFrom: 0,
  othersUntil: 16,
  others: ['tap', 'tutor', 'delegated'],
  graceDays: 0,
  express: true,
} as const satisfies Omit<RegimeRules, 'sources'>;

/** The four laws (fhir.md §6). Which one applies is the centre’s configuration, set by its privacy officer. */
export const REGIMES = {
  'qc-lrsss': {
    childFrom: 14,
    othersUntil: 14,
    others: ['tap', 'tutor'],
    graceDays: 90,
    express: false,
    sources: {
      child: ['lrsss-6'],
      others: ['lrsss-6'],
      delegated: ['lrsss-6', 'ccq-199.1'],
      disagree: ['ccq-600'],
      adult: ['qc-majority'],
      terms: ['lrsss-6'],
      elsewhere: ['lrsss-elsewhere'],
      grounds: GROUNDS_BY_REGIME['qc-lrsss'],
    },
  },
  'qc-private': {
    childFrom: 14,
    othersUntil: MAJORITY,
    others: ['tap', 'tutor'],
    graceDays: 0,
    express: false,
    sources: {
      child: ['p-39.1-14'],
      others: ['p-39.1-14'],
      delegated: ['p-39.1-14', 'ccq-199.1'],
      disagree: ['ccq-600'],
      adult: ['qc-majority'],
      terms: ['p-39.1-14'],
      elsewhere: ['p-39.1-17'],
      grounds: GROUNDS_BY_REGIME['qc-private'],
    },
  },
  'on-phipa': {
    ...ONTARIO,
    sources: {
      child: ['phipa-consent'],
      others: ['phipa-consent'],
      delegated: ['phipa-consent'],
      disagree: ['phipa-parents'],
      adult: ['phipa-consent'],
      terms: ['phipa-express'],
      elsewhere: ['phipa-50'],
      grounds: GROUNDS_BY_REGIME['on-phipa'],
    },
  },
  'on-cyfsa-x': {
    ...ONTARIO,
    sources: {
      child: ['cyfsa-capacity', 'cyfsa-16'],
      others: ['cyfsa-16'],
      delegated: ['cyfsa-16', 'cyfsa-over-16'],
      disagree: ['cyfsa-parents'],
      adult: ['cyfsa-over-16'],
      terms: ['cyfsa-295'],
      elsewhere: [],
      grounds: GROUNDS_BY_REGIME['on-cyfsa-x'],
    },
  },
} as const satisfies Readonly<Record<Regime, RegimeRules>>;
