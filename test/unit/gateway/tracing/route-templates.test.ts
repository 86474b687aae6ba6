import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ROUTES } from '../../../../gateway/doors/http/openapi-routes.ts';
import { routeTemplates } from '../../../../gateway/tracing/route-templates.ts';

const PATHS = ROUTES.map(({ path }) => path);
const template = routeTemplates(PATHS);

test('a path of the API is told by its template, whatever stands in its braces', () => {
  const part = fc
    .stringMatching(/^[\w.~%-]{1,30}$/)
    .filter((it) => !PATHS.some((path) => path.split('/').includes(it)));
  fc.assert(
    fc.property(fc.constantFrom(...PATHS), part, (path, value) => {
      expect(template(path.replace(/\{[^}]+\}/g, value))).toBe(path);
    }),
  );
});

test('any other path has no template, since it may hold anything', () => {
  for (const path of [
    '/',
    '/v1',
    '/v1/care-circles/',
    '/fhir/Patient/',
    '/fhir//x',
    '/v1/nobody-knows/Mai',
    '/v1/care-circles/a/b/c/d',
    '/Nguyen',
  ])
    expect(template(path)).toBeUndefined();
});

test('a fixed part goes before braces', () => {
  expect(routeTemplates(['/a/{id}', '/a/search'])('/a/search')).toBe('/a/search');
});
