import type { ALL_TEXTS } from './all-texts.ts';

// Keys are those of the French texts: one that is not there fails tsc.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: { readonly [N in keyof typeof ALL_TEXTS]: (typeof ALL_TEXTS)[N]['fr'] };
  }
}
