import type { RequestHandler } from 'express';
import { mayUse, type Need, scopesOf } from '../../access/needs.ts';
import { GatewayError } from '../../failures.ts';
import { routeTemplates } from '../../tracing/route-templates.ts';
import { callerOf } from './authenticate.ts';
import type { RouteDescription } from './openapi-route-description.ts';

/**
 * Lets a caller through to a route whose need it meets. The table is that of the reference page: a route that is not described there, or
 * without a need, answers nobody (404). Throws `forbidden` for whoever lacks what is needed.
 */
export function routeGuard(routes: readonly RouteDescription[]): RequestHandler {
  const tables = new Map(
    METHODS.map((method) => {
      const described = routes.filter((route) => route.method === method && route.needs !== undefined);
      const needs = new Map(described.map(({ path, needs }) => [path, needs]));
      return [method.toUpperCase(), { needs, templateOf: routeTemplates([...needs.keys()]) }];
    }),
  );
  return (req, res, next) => {
    const table = tables.get(req.method === 'HEAD' ? 'GET' : req.method);
    const template = table?.templateOf(req.path);
    const need = template === undefined ? undefined : table?.needs.get(template);
    const caller = callerOf(res);
    if (template === undefined || need === undefined || caller === undefined)
      throw new GatewayError('notFound', 'no such route');
    const typeInPath = req.path.split('/')[template.split('/').indexOf('{type}')];
    if (!mayUse(caller, need, typeInPath)) {
      const scope = scopesOf(need).join(' ');
      res.set('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${scope}"`);
      throw new GatewayError('forbidden', 'scope, role or kind of caller', { issues: [notEnough(need)] });
    }
    next();
  };
}

const METHODS = ['get', 'put', 'post', 'delete'] as const satisfies readonly RouteDescription['method'][];

const notEnough = (need: Need) =>
  ({
    severity: 'error',
    code: 'forbidden',
    expression: 'http.Authorization',
    text: {
      fr: `Ce jeton ne donne pas accès à cette adresse : il y faut ${scopesOf(need).join(' ou ')} (ou user/…), et un rôle qui le permet.`,
      en: `This token does not give access to this address: it takes ${scopesOf(need).join(' or ')} (or user/…), and a role that allows it.`,
    },
  }) as const;
