import { type RequestHandler, Router } from 'express';
import { withoutVersion } from '../../../profiles/canonical.ts';
import { checkResource } from '../../../profiles/check-resource.ts';
import { isHeldProfile, isResourceType } from '../../../profiles/held-definitions.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import { gathered } from './gathered.ts';
import { languageOf } from './operation-outcome.ts';
import { type JsonObject, validateInput } from './validate-input.ts';

export interface ValidateRouteDeps {
  readonly body: RequestHandler;
}

/**
 * `POST /fhir/{type}/$validate` (R4 operation Resource-validate): whether a resource follows R4, our profiles that it claims and those
 * asked for. 200 with an OperationOutcome whatever is found; nothing is kept. It looks at the resource alone, not at the record.
 */
export function validateRoute({ body }: ValidateRouteDeps): Router {
  const routes = Router();

  routes.post('/:type/$validate', knownType, body, (req, res) => {
    const { resource, profiles } = validateInput(req, String(req.params.type));
    const unknown = profiles.filter((it) => !isHeldProfile(it));
    if (unknown.length > 0) throw unknownProfile();
    const language = languageOf(req);
    res
      .set('Content-Language', language)
      .type('application/fhir+json')
      .json({ resourceType: 'OperationOutcome', language, issue: gathered(told(resource, profiles), language) });
  });

  return routes;
}

/** Before the body is read: nobody sends a megabyte to an address that is none. */
const knownType: RequestHandler = (req, _res, next) => {
  if (!isResourceType(String(req.params.type)))
    throw new GatewayError('notFound', 'no such resource type', { issues: [NO_SUCH_TYPE] });
  next();
};

/** The gravest first, and a verdict in words: it never says valid by silence. */
function told(resource: JsonObject, asked: readonly string[]): readonly Issue[] {
  const issues = checkResource(resource, { profiles: asked });
  const of = (severity: Issue['severity']): readonly Issue[] => issues.filter((it) => it.severity === severity);
  const [errors, warnings, notes] = [of('error'), of('warning'), of('information')];
  const verdict = errors.length > 0 ? [] : [noError(heldTo(resource, asked), notes.length > 0)];
  return [...errors, ...verdict, ...warnings, ...notes];
}

/** The profiles that it was held to, by their last words. */
function heldTo({ meta }: JsonObject, asked: readonly string[]): readonly string[] {
  const claimed: unknown = typeof meta === 'object' && meta !== null && 'profile' in meta ? meta.profile : undefined;
  const all = [...(Array.isArray(claimed) ? claimed : []), ...asked].filter((it) => typeof it === 'string');
  const held = all.filter(isHeldProfile).map((it) => withoutVersion(it).split('/').at(-1) ?? '');
  return [...new Set(held)].filter((it) => !isResourceType(it));
}

function noError(profiles: readonly string[], more: boolean): Issue {
  const [fr, en] =
    profiles.length === 0
      ? [
          'FHIR R4 seul : la ressource ne dit suivre aucun profil que nous ayons (meta.profile, ou ?profile=)',
          'FHIR R4 alone: the resource claims no profile that we hold (meta.profile, or ?profile=)',
        ]
      : [`FHIR R4 et ${profiles.join(', ')}`, `FHIR R4 and ${profiles.join(', ')}`];
  return {
    severity: 'information',
    code: 'informational',
    text: {
      fr: `Aucune erreur, selon ${fr}. Ce qui est ailleurs n’a pas été consulté : ni le dossier, ni d’autres serveurs, ni ce que disent les textes.${more ? ' Les lignes qui suivent disent quoi d’autre n’a pas été vérifié.' : ''}`,
      en: `No error, by ${en}. What is elsewhere was not consulted: neither the record, nor other servers, nor what texts say.${more ? ' The lines that follow say what else was not checked.' : ''}`,
    },
  };
}

const NO_SUCH_TYPE: Issue = {
  severity: 'error',
  code: 'not-supported',
  text: {
    fr: 'L’adresse ne nomme pas un type de ressource de FHIR R4 : POST /fhir/Patient/$validate, par exemple.',
    en: 'The address names no resource type of FHIR R4: POST /fhir/Patient/$validate, for example.',
  },
};

const unknownProfile = (): GatewayError =>
  new GatewayError('invalidInput', 'unknown profile', {
    issues: [
      {
        severity: 'error',
        code: 'not-found',
        expression: 'http.profile',
        text: {
          fr: 'Nous n’avons pas ce profil, et ne pouvons rien vérifier selon lui ; GET /fhir/metadata nomme ceux que nous avons.',
          en: 'We do not hold this profile, and can check nothing against it; GET /fhir/metadata names those that we hold.',
        },
      },
    ],
  });
