import { INDICATORS } from '../../../mappings/indicators/indicators.ts';
import { PROGRAMME_NAMES } from '../../../mappings/indicators/programme-rows.ts';
import type { ParameterDescription } from './openapi-parameters.ts';

/** What of the published indicators is asked for. */
export const INDICATOR_PARAMETERS = {
  indicatorPeriod: {
    name: 'period',
    in: 'query',
    description: {
      fr: 'Un trimestre (2026-Q3) ; sinon tous ceux qui sont publiés.',
      en: 'One quarter (2026-Q3); else all that are published.',
    },
    schema: { type: 'string', pattern: '^(19|20|21)[0-9]{2}-Q[1-4]$' },
    example: '2026-Q3',
  },
  indicatorProgramme: {
    name: 'programme',
    in: 'query',
    description: {
      fr: 'Ce programme seulement, à côté de tout le centre.',
      en: 'This programme only, beside the whole centre.',
    },
    schema: { type: 'string', enum: [...PROGRAMME_NAMES] },
  },
  indicatorName: {
    name: 'indicator',
    in: 'query',
    description: { fr: 'Cet indicateur seulement.', en: 'This indicator only.' },
    schema: { type: 'string', enum: INDICATORS.map(({ name }) => name) },
  },
} as const satisfies Readonly<Record<string, ParameterDescription>>;
