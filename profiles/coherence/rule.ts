import type { DISCLOSURE_GROUNDS } from '../codes/consent.ts';
import type { Bilingual } from '../codes.ts';
import type { Issue } from '../issue.ts';

interface Period {
  readonly start?: string;
  readonly end?: string;
}

interface Identified {
  readonly id?: string;
}

interface ReadDomain {
  readonly domain: string;
  readonly observations?: readonly (Identified & { readonly observedOn?: string; readonly how?: string })[];
}

/** The fields of the concepts that must agree with each other; the schema has already said that they have these types. */
export interface Coherent {
  readonly id?: string;
  readonly happenedAt: string;
  readonly status?: string;
  readonly period?: Period;
  readonly child?: {
    readonly birthDate?: string;
    readonly gender?: string;
    readonly cards?: readonly { readonly kind: string; readonly number: string }[];
  };
  readonly members?: readonly (Identified & { readonly kind: string; readonly period?: Period })[];
  readonly pivot?: string;
  readonly strengths?: readonly Identified[];
  /** In a plan, goals; in a request, the identifiers of goals. */
  readonly goals?: readonly (Identified | string)[];
  readonly actions?: readonly Identified[];
  /** What sort of contact. */
  readonly kind?: string;
  readonly handOver?: object;
  readonly statusReason?: string;
  readonly start?: string;
  readonly end?: string;
  readonly partner?: string;
  readonly partnerAnswer?: string;
  readonly previous?: string;
  readonly domains?: readonly ReadDomain[];
  readonly stresses?: readonly (Identified & { readonly known?: true; readonly since?: string })[];
  readonly endedBecause?: string;
  readonly history?: readonly { readonly status: string; readonly period: Period }[];
  readonly recipient?: string;
  readonly centre?: string;
  readonly otherCentre?: string;
  readonly agreements?: readonly { readonly recipient: string; readonly at: string }[];
  readonly decision?: string;
  readonly information?: readonly string[];
  readonly purpose?: string;
  /** Who consents, or invokes a ground. */
  readonly by?: { readonly kind?: string };
  readonly regime?: string;
  readonly ground?: { readonly what: keyof typeof DISCLOSURE_GROUNDS; readonly provision: string };
  readonly how?: string;
  readonly said?: object;
  readonly witness?: object;
  /** Of an incident. */
  readonly happenedFrom?: string;
  readonly happenedUntil?: string;
  readonly knownOn?: string;
  readonly closedOn?: string;
  readonly seriousRisk?: boolean;
  readonly notices?: readonly { readonly to: string; readonly on: string; readonly because?: string }[];
  readonly noNoticeBecause?: string;
  /** Of a refusal of existence. */
  readonly from?: string;
  readonly until?: string;
  readonly withdrawal?: { readonly at: string; readonly by?: { readonly kind?: string } };
  readonly places?: readonly Identified[];
  readonly eligibility?: { readonly ageFrom?: number; readonly ageTo?: number };
  readonly hours?: readonly { readonly allDay?: boolean; readonly from?: string; readonly to?: string }[];
  readonly closures?: readonly { readonly period?: Period }[];
  /** An expectant mother's own. */
  readonly agreement?: { readonly at: string };
  readonly expectedOn?: string;
  readonly closed?: boolean;
  /** What a sender says of a child that nobody has recognized yet. */
  readonly childSaid?: object;
  readonly newChild?: true;
  readonly notForUs?: string;
  readonly keep?: true;
  readonly drop?: true;
  readonly words?: string;
  /** A letter's file. */
  readonly contentType?: string;
  readonly content?: string;
}

/** One rule: what it finds in a body, elements written below the concept (`.members[2].id`). */
export type CoherenceRule = (body: Coherent, now: Date | undefined) => readonly Finding[];

export interface Finding {
  readonly severity: Issue['severity'];
  readonly code: Issue['code'];
  readonly element: string;
  readonly text: Bilingual;
}

/** What breaks a rule. */
export const invariant = (element: string, text: Bilingual): Finding => ({
  severity: 'error',
  code: 'invariant',
  element,
  text,
});
