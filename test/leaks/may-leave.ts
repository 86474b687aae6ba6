/** Who looks, and when: the kind of partner, and of a lawyer and of the page whether it has accepted. */
export const LOOKS = [
  'public-network',
  'lawyer-conflict-check',
  'lawyer-accepted',
  'community',
  'page-before-acceptance',
] as const;
export type Look = (typeof LOOKS)[number];
export const REQUESTS = ['social-prescription', 'legal-referral', 'service-referral'] as const;
export type RequestAsked = (typeof REQUESTS)[number];
export const MARKS = ['none', 'restricted', 'asked-alone'] as const;
export type Mark = (typeof MARKS)[number];

/** An extension’s references name the record’s own ids: only what they display may leave. */
const ext = (name: string) =>
  new RegExp(`^ServiceRequest\\.extension\\(${name}\\)(?!.*\\.(reference|identifier|type)\\b)`);
const REQUEST = /^ServiceRequest\.(code|priority)\b/;
const CATEGORY = /^ServiceRequest\.category\b/;
const REASON = /^ServiceRequest\.reasonCode\b/;
/** What every request’s Task says of itself: that it is to be fulfilled, and how urgent. */
const TASK = /^Task\.(code|priority)\b/;
const ALWAYS = [REQUEST, TASK, ext('psc-safe-contact')];
const LANGUAGES = [/^Patient\.communication\b/, /^Patient\.extension\(patient-interpreterRequired\)/];
const NAME = /^Patient\.name\b/;
const GIVEN = /^Patient\.name\.given$/;
const CARDS =
  /^Patient\.identifier\(ca-(qc-patient-healthcare-id|on-patient-hcn)\)\.(value|type|extension\(psc-health-card-version\))/;
const LETTER = [/^DocumentReference\.(type|description|content)\b/];
const CHECK = [ext('psc-conflict-check-name'), ext('psc-service-language')];

/** Written from fhir.md §2 and §6 and not from the lenses: what may leave of a request without a label. */
const MAY: Readonly<Record<Look, Readonly<Partial<Record<RequestAsked, readonly RegExp[]>>>>> = {
  'public-network': {
    'service-referral': [...ALWAYS, CATEGORY, REASON, NAME, /^Patient\.gender$/, ...LANGUAGES, CARDS, ...LETTER],
    'social-prescription': [...ALWAYS, CATEGORY, REASON, NAME, /^Patient\.gender$/, ...LANGUAGES, CARDS, ...LETTER],
  },
  'lawyer-conflict-check': { 'legal-referral': [...ALWAYS, ...CHECK] },
  'lawyer-accepted': {
    'legal-referral': [
      ...ALWAYS,
      ...CHECK,
      REASON,
      ext('psc-right-concerned'),
      ext('psc-child-wishes'),
      ext('psc-facts'),
      NAME,
      ...LANGUAGES,
      ...LETTER,
    ],
  },
  community: {
    'social-prescription': [...ALWAYS, CATEGORY, GIVEN, ...LANGUAGES],
    'service-referral': [...ALWAYS, GIVEN, ...LANGUAGES],
  },
  'page-before-acceptance': {
    'social-prescription': [...ALWAYS, CATEGORY, GIVEN, ...LANGUAGES],
    'service-referral': [...ALWAYS, GIVEN, ...LANGUAGES],
  },
};

/** The places whose birds may leave; undefined where nothing may. A legal referral is always restricted, and whole for its lawyer. */
export function mayLeave(look: Look, asked: RequestAsked, mark: Mark): readonly RegExp[] | undefined {
  const places = MAY[look][asked];
  if (mark !== 'restricted' || asked === 'legal-referral') return places;
  if (look !== 'public-network') return undefined;
  return places?.filter((it) => it !== REASON && !LETTER.includes(it));
}
