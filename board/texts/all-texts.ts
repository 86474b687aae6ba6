import { findChildTexts } from '../find-child/find-child-texts.ts';
import { labelsTexts } from '../labels/labels-texts.ts';
import { childTexts } from '../pages/child/child-texts.ts';
import { exchangesTexts } from '../pages/exchanges/exchanges-texts.ts';
import { loopsTexts } from '../pages/loops/loops-texts.ts';
import { newRequestTexts } from '../pages/new-request/new-request-texts.ts';
import { partnersTexts } from '../pages/partners/partners-texts.ts';
import { programmeTexts } from '../pages/programme/programme-texts.ts';
import { shellTexts } from './shell-texts.ts';

/** The texts of the board, by namespace: `useTranslation('loops')` then `t('title')`. A new page adds its line. */
export const ALL_TEXTS = {
  shell: shellTexts,
  loops: loopsTexts,
  child: childTexts,
  findChild: findChildTexts,
  newRequest: newRequestTexts,
  programme: programmeTexts,
  partners: partnersTexts,
  exchanges: exchangesTexts,
  labels: labelsTexts,
} as const;

export type Namespace = keyof typeof ALL_TEXTS;
export type Language = 'fr' | 'en';

/** The languages of the board, French first. */
export const LANGUAGES = ['fr', 'en'] as const satisfies readonly Language[];
