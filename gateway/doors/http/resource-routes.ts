import { type Request, Router } from 'express';
import { present } from '../../../mappings/concepts/present.ts';
import type { ResourceKind } from '../../../mappings/domain/concepts.ts';
import { RESOURCE_KINDS } from '../../../profiles/codes/directory.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import { isBusinessIdentifier, isLanguageTag } from '../../../profiles/formats.ts';
import type { ResourceCursor, ResourceDirectory } from '../../record/resource-directory.ts';
import { centreOf } from './authenticate.ts';
import { limitAsked } from './limit-asked.ts';
import { onlyParameters, queryValue } from './query-values.ts';

const PARAMETERS = ['kind', 'language', 'territory', 'after', 'limit'];

/** `GET ?kind=&language=&territory=`: the resources that a centre's directory has for a need. No datum about a person stands there, so it may be asked in a URL. */
export function resourceRoutes(directory: ResourceDirectory): Router {
  const routes = Router();

  routes.get('/', async (req, res) => {
    const { filter, page } = asked(req.query);
    const { resources, last } = await directory.find(centreOf(res), filter, page);
    res.json({ resources, ...(last !== undefined && { next: cursorText(last) }) });
  });

  return routes;
}

/** What a query asks for. Throws `malformed` for a parameter that is not one, or that we do not know: a filter with a slip in it would find everything. */
function asked(query: Request['query']) {
  onlyParameters(query, PARAMETERS);
  return {
    filter: present({
      kind: queryValue(query, 'kind', KIND, kindIn),
      language: queryValue(query, 'language', LANGUAGE, (it) => (isLanguageTag(it) ? it : undefined)),
      territory: queryValue(query, 'territory', TERRITORY, (it) => (isBusinessIdentifier(it) ? it : undefined)),
    }),
    page: {
      limit: limitAsked({ query }),
      ...present({ after: queryValue(query, 'after', AFTER, cursorIn) }),
    },
  };
}

const isKind = (text: string): text is ResourceKind => Object.hasOwn(RESOURCE_KINDS, text);
const kindIn = (text: string): ResourceKind | undefined => (isKind(text) ? text : undefined);

const cursorText = ({ name, id }: ResourceCursor): string =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url');

function cursorIn(text: string): ResourceCursor | undefined {
  try {
    const [name, id]: readonly unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof name === 'string' && typeof id === 'string' ? { name, id } : undefined;
  } catch {
    // Whatever cannot be read is no cursor of ours.
    return undefined;
  }
}

const KIND: Bilingual = {
  fr: `« kind » est l’une de ces sortes : ${Object.keys(RESOURCE_KINDS).join(', ')}.`,
  en: `"kind" is one of these: ${Object.keys(RESOURCE_KINDS).join(', ')}.`,
};

const LANGUAGE: Bilingual = {
  fr: '« language » est une étiquette de langue : fr, en, fr-CA, ht, iu.',
  en: '"language" is a language tag: fr, en, fr-CA, ht, iu.',
};

const TERRITORY: Bilingual = {
  fr: '« territory » est l’identifiant d’un territoire, comme dans le répertoire du centre.',
  en: '"territory" is the identifier of a territory, as in the centre’s directory.',
};

const AFTER: Bilingual = {
  fr: '« after » est la valeur « next » de la réponse précédente.',
  en: '"after" is the "next" value of the answer before.',
};
