/** An extension’s references name the record’s own ids: only what they display may leave. */
const ext = (name: string) =>
  new RegExp(`^ServiceRequest\\.extension\\(${name}\\)(?!.*\\.(reference|identifier|type)\\b)`);

/** Where in a record a bird may sit that something may let out, by the names that both tables of what may leave use. */
export const PLACES = {
  'request: status': /^ServiceRequest\.status\b/,
  'request: intent': /^ServiceRequest\.intent\b/,
  'request: what': /^ServiceRequest\.code\b/,
  'request: when': /^ServiceRequest\.authoredOn\b/,
  'request: urgency': /^ServiceRequest\.priority\b/,
  'request: kind, programme': /^ServiceRequest\.category\b/,
  'request: reason': /^ServiceRequest\.reasonCode\b/,
  'request: date that binds': /^ServiceRequest\.occurrenceDateTime\b/,
  'request: safe contact': ext('psc-safe-contact'),
  'request: names for the conflict check': ext('psc-conflict-check-name'),
  'request: language of the service': ext('psc-service-language'),
  'request: rights': ext('psc-right-concerned'),
  'request: child’s wishes': ext('psc-child-wishes'),
  'request: facts': ext('psc-facts'),
  /** What every request’s Task says of itself: that it is to be fulfilled, and how urgent. */
  task: /^Task\.(code|priority)\b/,
  'child: name': /^Patient\.name\b/,
  'child: given name': /^Patient\.name\.given$/,
  'child: birth date, or what is made of it': /^Patient\.birthDate\b/,
  'child: gender': /^Patient\.gender$/,
  'child: languages': /^Patient\.(communication\b|extension\(patient-interpreterRequired\))/,
  'child: cards':
    /^Patient\.identifier\(ca-(qc-patient-healthcare-id|on-patient-hcn)\)\.(value|type|extension\(psc-health-card-version\))/,
  'letter: what': /^DocumentReference\.type\b/,
  'letter: title': /^DocumentReference\.description\b/,
  'letter: file': /^DocumentReference\.content\b/,
} as const satisfies Readonly<Record<string, RegExp>>;
export type Place = keyof typeof PLACES;

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
/** Who agreed that the partner have it: nobody, the child, or who decides for them. */
export const BASES = ['none', 'own', 'parent'] as const;
export type BasisSaid = (typeof BASES)[number];
