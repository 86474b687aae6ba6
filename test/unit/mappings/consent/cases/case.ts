import type { Basis, Disclosure, Giver, Invoked, Regime, Said } from '../../../../../mappings/consent/bases.ts';
import type { DenyReason, PermitReason } from '../../../../../mappings/consent/reasons.ts';
import { REGIMES } from '../../../../../mappings/consent/regimes.ts';
import type { SourceName } from '../../../../../mappings/consent/sources.ts';
import type { Bilingual } from '../../../../../profiles/codes.ts';

/** One case of the table: what is on record, what would be shown, what is decided, on which articles, and whether a lawyer has confirmed it. */
export interface Case {
  readonly what: Bilingual;
  readonly regimes: readonly Regime[];
  readonly bases: readonly Basis[];
  readonly disclosure?: Partial<Disclosure>;
  readonly at?: string;
  readonly decision: { readonly permit: PermitReason } | { readonly deny: DenyReason };
  /** The articles, by regime where they differ. */
  readonly sources: readonly SourceName[] | Partial<Readonly<Record<Regime, readonly SourceName[]>>>;
  readonly confirmed: boolean;
}

export const ALL = Object.keys(REGIMES) as readonly Regime[];
export const QUEBEC = ['qc-lrsss', 'qc-private'] as const;
export const ONTARIO = ['on-phipa', 'on-cyfsa-x'] as const;

/** The articles on who may consent for a child, or the child alone, under each law. */
export const OTHERS = {
  'qc-lrsss': ['lrsss-6'],
  'qc-private': ['p-39.1-14'],
  'on-phipa': ['phipa-consent'],
  'on-cyfsa-x': ['cyfsa-16'],
} as const satisfies Case['sources'];
export const CHILD = { ...OTHERS, 'on-cyfsa-x': ['cyfsa-capacity', 'cyfsa-16'] } as const satisfies Case['sources'];
export const TERMS = {
  'qc-lrsss': ['lrsss-6'],
  'qc-private': ['p-39.1-14'],
  'on-phipa': ['phipa-express'],
  'on-cyfsa-x': ['cyfsa-295'],
} as const satisfies Case['sources'];

export const MOTHER = { kind: 'member', id: 'mere', role: 'tap' } as const satisfies Giver;
export const FATHER = { kind: 'member', id: 'pere', role: 'tap' } as const satisfies Giver;
export const TUTOR = { kind: 'member', id: 'tutrice', role: 'tutor' } as const satisfies Giver;
export const DELEGATED = { kind: 'member', id: 'grand-mere', role: 'delegated' } as const satisfies Giver;
export const AUNT = { kind: 'member', id: 'tante' } as const satisfies Giver;
export const THE_CHILD: Giver = { kind: 'child' };

/** The moment at which the cases are decided, unless they say another: 10 March 2026 at noon in Montréal. */
export const AT = '2026-03-10T12:00:00-04:00';

/** Birth dates by age on that day. */
export const BORN = {
  aged6: '2019-05-23',
  aged13: '2012-06-01',
  aged13y364d: '2012-03-11',
  aged14today: '2012-03-10',
  aged14since30d: '2012-02-08',
  aged14since90d: '2011-12-10',
  aged15: '2010-06-01',
  aged15y364d: '2010-03-11',
  aged16today: '2010-03-10',
  aged17y364d: '2008-03-11',
  aged18today: '2008-03-10',
} as const;

/** A permission in writing to the CLSC for care, of what a request shows. */
export const permission = (by: Giver, changes: Partial<Said> = {}): Said => ({
  kind: 'said',
  ref: 'Consent/1',
  recipient: 'clsc',
  decision: 'permit',
  status: 'active',
  by,
  at: '2026-02-01',
  purpose: 'care',
  information: ['identity', 'safe-contact', 'request'],
  how: 'written',
  ...changes,
});

/** A refusal of everything to the CLSC for care. */
export const refusal = (by: Giver, changes: Partial<Said> = {}): Said =>
  permission(by, { ref: 'Consent/2', decision: 'refuse', information: 'all', ...changes });

/** A permission taken back. */
export const withdrawn = (by: Giver, at: string, changes: Partial<Said> = {}): Said =>
  permission(by, { ref: 'Consent/3', status: 'withdrawn', withdrawal: { at, by }, ...changes });

/** The agreement that stands on the request itself. */
export const agreement = (by: Giver, changes: Partial<Said> = {}): Said =>
  permission(by, { ref: 'agreement 2026-02-01', purpose: 'any', information: 'all', how: 'oral', ...changes });

export const invoked = (ground: Invoked['ground'], changes: Partial<Invoked> = {}): Invoked => ({
  kind: 'invoked',
  ref: `${ground} 1`,
  recipient: 'clsc',
  ground,
  at: '2026-03-10T11:30:00-04:00',
  until: '2026-03-10T12:30:00-04:00',
  ...changes,
});

/** A request to a CLSC about a child of six. */
export const shown = (changes: Partial<Disclosure> = {}): Disclosure => ({
  what: 'request',
  recipient: 'clsc',
  unassessedElsewhere: false,
  inHealthCare: true,
  purpose: 'care',
  information: ['identity', 'safe-contact', 'request'],
  labels: [],
  birthDate: BORN.aged6,
  timeZone: 'America/Toronto',
  ...changes,
});

/** The articles of a case under one of its laws. */
export function sourcesUnder({ sources }: Case, regime: Regime): readonly SourceName[] {
  return isList(sources) ? sources : (sources[regime] ?? []);
}

const isList = (sources: Case['sources']): sources is readonly SourceName[] => Array.isArray(sources);

/** A case as it is written: no lawyer has confirmed any of them. */
export const each = (it: Omit<Case, 'confirmed'>): Case => ({ ...it, confirmed: false });
