import { type Request, type Response, Router } from 'express';
import { present } from '../../../mappings/concepts/present.ts';
import { INDICATORS } from '../../../mappings/indicators/indicators.ts';
import { indicatorsCsv } from '../../../mappings/indicators/indicators-csv.ts';
import { indicatorsTold } from '../../../mappings/indicators/indicators-told.ts';
import { isProgrammeRow, PROGRAMME_NAMES, type ProgrammeRow } from '../../../mappings/indicators/programme-rows.ts';
import { type Quarter, quarterNamed } from '../../../mappings/indicators/quarter.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { isOn } from '../../access/switches.ts';
import {
  measuresBundle,
  type PublishedIndicators,
  type PublishedReport,
  reportsBundle,
} from '../../continuity/published-indicators.ts';
import { GatewayError } from '../../failures.ts';
import type { Registry } from '../../registry.ts';
import { centreOf } from './authenticate.ts';
import { noteAccess } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';
import { onlyParameters, queryValue } from './query-values.ts';

export interface IndicatorRouteDeps {
  readonly indicators: PublishedIndicators;
  readonly registry: Pick<Registry, 'centre' | 'partner'>;
}

const PARAMETERS = ['period', 'programme', 'indicator', 'lang'];

/**
 * What is published of a centre’s own indicators: `GET /` to show, `GET /measures` and `GET /reports` in FHIR, `GET /table` as CSV where the
 * centre’s privacy officer turned that on. Filters only leave out what is published anyhow: nothing is computed for them.
 */
export function indicatorRoutes({ indicators, registry }: IndicatorRouteDeps): Router {
  const routes = Router();

  const asked = async (req: Request, res: Response) => {
    const filters = filtersIn(req);
    await noteAccess(res, { kind: 'indicators', how: 'search-type' });
    const { quarter, indicator } = filters;
    const found = await indicators.of(centreOf(res), present({ quarter, indicator }));
    return { ...filters, found };
  };
  const toldIn = (language: 'fr' | 'en', { found, programme, indicator }: Filters & Found) =>
    indicatorsTold(
      found.map(({ read }) => read),
      { language, partnerName: (id) => registry.partner(id)?.name, ...present({ programme, indicator }) },
    );

  routes.get('/', async (req, res) => {
    const language = languageAsked(req);
    const told = toldIn(language, await asked(req, res));
    res.set('Content-Language', language).json({ language, ...told });
  });

  routes.get('/measures', async (_req, res) => {
    await noteAccess(res, { kind: 'indicators', how: 'search-type' });
    res.type('application/fhir+json').json(measuresBundle());
  });

  routes.get('/reports', async (req, res) => {
    const { found } = await asked(req, res);
    res.type('application/fhir+json').json(reportsBundle(found));
  });

  routes.get('/table', async (req, res) => {
    if (!isOn(registry.centre(centreOf(res)), 'csvExport'))
      throw new GatewayError('forbidden', 'CSV export is off', { issues: [OFF] });
    const language = languageAsked(req);
    const text = indicatorsCsv(toldIn(language, await asked(req, res)), language);
    res.set('Content-Language', language).attachment(FILE_NAMES[language]).type('text/csv').send(text);
  });

  return routes;
}

const FILE_NAMES = { fr: 'indicateurs.csv', en: 'indicators.csv' } as const;

interface Filters {
  readonly quarter?: Quarter;
  readonly programme?: ProgrammeRow;
  readonly indicator?: string;
}

interface Found {
  readonly found: readonly PublishedReport[];
}

/** Throws `malformed` for what cannot be asked: a filter with a slip in it would show something else than was meant. */
function filtersIn({ query }: Pick<Request, 'query'>): Filters {
  onlyParameters(query, PARAMETERS);
  return present({
    quarter: queryValue(query, 'period', PERIOD, quarterNamed),
    programme: queryValue(query, 'programme', PROGRAMME, (text) => (isProgrammeRow(text) ? text : undefined)),
    indicator: queryValue(query, 'indicator', INDICATOR, (text) => INDICATORS.find(({ name }) => name === text)?.name),
  });
}

const PERIOD: Issue['text'] = {
  fr: 'Un trimestre s’écrit 2026-Q3 : rien d’autre n’est publié.',
  en: 'A quarter is written 2026-Q3: nothing else is published.',
};
const PROGRAMME: Issue['text'] = {
  fr: `Un programme parmi : ${PROGRAMME_NAMES.join(', ')}.`,
  en: `A programme among: ${PROGRAMME_NAMES.join(', ')}.`,
};
const INDICATOR: Issue['text'] = {
  fr: `Un indicateur parmi : ${INDICATORS.map(({ name }) => name).join(', ')}.`,
  en: `An indicator among: ${INDICATORS.map(({ name }) => name).join(', ')}.`,
};

const OFF: Issue = {
  severity: 'error',
  code: 'business-rule',
  text: {
    fr: 'Votre centre ne permet pas l’export en CSV. Pour le permettre, la personne responsable de la protection des renseignements personnels du centre le décide, et qui exploite la passerelle écrit qui l’a décidé et quand à l’entrée du centre dans le registre : « csvExport: { by: …, since: … } ».',
    en: 'Your centre does not allow the export as CSV. To allow it, the centre’s privacy officer decides so, and whoever runs the gateway writes who decided so and when in the centre’s entry of the registry: "csvExport: { by: …, since: … }".',
  },
};
