import type { RouteDescription } from './openapi-route-description.ts';

const NEEDS = { centre: { type: 'MeasureReport', can: 'rs', area: 'indicators' } } as const;
const FILTERS = ['indicatorPeriod', 'indicatorProgramme', 'indicatorName'] as const;

/** What is published of a centre’s own indicators, for its pivot and its privacy officer: aggregates only. */
export const INDICATOR_ROUTES: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/v1/indicators',
    operationId: 'readIndicators',
    needs: NEEDS,
    tag: 'indicators',
    summary: { fr: 'Les indicateurs publiés du centre', en: 'The centre’s published indicators' },
    description: {
      fr: 'Par trimestre (le plus récent d’abord), pour tout le centre et par programme. Un trimestre est publié une fois, trente jours après sa fin. Une case où il y a de un à quatre enfants, ou d’où on pourrait les soustraire, est masquée. Par partenaire ou par secteur aussi, là où c’est allumé (docs/indicators.md). Un filtre ne fait qu’omettre ce qui est publié de toute façon.',
      en: 'By quarter (the most recent first), for the whole centre and by programme. A quarter is published once, thirty days after its end. A cell in which there are one to four children, or from which they could be subtracted, is suppressed. By partner or district too, where that is on (docs/indicators.md). A filter only leaves out what is published anyhow.',
    },
    parameters: [...FILTERS, 'lang', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '502', '503'],
    gives: 'IndicatorList',
  },
  {
    method: 'get',
    path: '/v1/indicators/measures',
    operationId: 'readMeasures',
    needs: NEEDS,
    tag: 'indicators',
    summary: { fr: 'Leurs définitions, en FHIR (Measure)', en: 'Their definitions, in FHIR (Measure)' },
    answers: ['200-fhir', '401', '403', '503'],
  },
  {
    method: 'get',
    path: '/v1/indicators/reports',
    operationId: 'readMeasureReports',
    needs: NEEDS,
    tag: 'indicators',
    summary: { fr: 'Ce qui est publié, en FHIR (MeasureReport)', en: 'What is published, in FHIR (MeasureReport)' },
    parameters: [...FILTERS, 'Accept-Language'],
    answers: ['200-fhir', '400', '401', '403', '502', '503'],
  },
  {
    method: 'get',
    path: '/v1/indicators/table',
    operationId: 'readIndicatorTable',
    needs: NEEDS,
    tag: 'indicators',
    summary: { fr: 'Ce qui est publié, en CSV', en: 'What is published, as CSV' },
    description: {
      fr: 'Éteint tant que la personne responsable de la protection des renseignements personnels du centre ne l’allume pas (docs/switches.md).',
      en: 'Off until the centre’s privacy officer turns it on (docs/switches.md).',
    },
    parameters: [...FILTERS, 'lang', 'Accept-Language'],
    answers: ['200-csv', '400', '401', '403', '502', '503'],
  },
];
