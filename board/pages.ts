import type { ComponentType } from 'react';
import type { shellTexts } from './texts/shell-texts.ts';

/** A page of the board. What it shows is asked of the API, under the person's own scopes and role. */
export interface BoardPage {
  /** Below `/board/`; ids may stand in it, never a name or a word about anybody. */
  readonly path: string;
  /** Its line in the navigation; absent for what is reached from another page. */
  readonly nav?: `nav.${keyof typeof shellTexts.fr.nav}`;
  /** What of the roles' areas (docs/authorization.md) it reads: the navigation shows it to whoever may. */
  readonly area: string;
  readonly load: () => Promise<ComponentType>;
}

/** Every page, in the order of the navigation; the first that a person may read is where they arrive. */
export const PAGES: readonly BoardPage[] = [
  {
    path: 'loops',
    nav: 'nav.loops',
    area: 'watch',
    load: async () => (await import('./pages/loops/loops-page.tsx')).LoopsPage,
  },
  {
    path: 'children',
    nav: 'nav.child',
    area: 'children',
    load: async () => (await import('./pages/child/find-child-page.tsx')).FindChildPage,
  },
  {
    path: 'children/:child',
    area: 'care-circle',
    load: async () => (await import('./pages/child/child-page.tsx')).ChildPage,
  },
  {
    path: 'children/:child/plan',
    area: 'action-plan',
    load: async () => (await import('./pages/child/family-plan-page.tsx')).FamilyPlanPage,
  },
  {
    path: 'children/:child/labels',
    area: 'care-circle',
    load: async () => (await import('./pages/child/file-labels-page.tsx')).FileLabelsPage,
  },
  {
    path: 'children/:child/ties',
    area: 'ties',
    load: async () => (await import('./pages/child/ties/ties-page.tsx')).TiesPage,
  },
  {
    path: 'children/:child/received',
    area: 'register',
    load: async () => (await import('./pages/child/received-page.tsx')).ReceivedPage,
  },
  {
    path: 'children/:child/received/extract',
    area: 'register',
    load: async () => (await import('./pages/child/received/extract-page.tsx')).ExtractPage,
  },
  {
    path: 'children/:child/received/refusals',
    area: 'existence-refusals',
    load: async () => (await import('./pages/child/refusals/refusals-page.tsx')).RefusalsPage,
  },
  {
    path: 'new-request',
    nav: 'nav.newRequest',
    area: 'requests',
    load: async () => (await import('./pages/new-request/choose-child-page.tsx')).ChooseChildPage,
  },
  {
    path: 'children/:child/new-request',
    area: 'requests',
    load: async () => (await import('./pages/new-request/new-request-page.tsx')).NewRequestPage,
  },
  {
    path: 'programme',
    nav: 'nav.programme',
    area: 'indicators',
    load: async () => (await import('./pages/programme/programme-page.tsx')).ProgrammePage,
  },
  {
    path: 'partners',
    nav: 'nav.partners',
    area: 'resource',
    load: async () => (await import('./pages/partners/partners-page.tsx')).PartnersPage,
  },
  {
    path: 'exchanges',
    nav: 'nav.exchanges',
    area: 'set-aside',
    load: async () => (await import('./pages/exchanges/exchanges-page.tsx')).ExchangesPage,
  },
];
