import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ROUTES } from '../../../../../gateway/doors/http/openapi-routes.ts';
import { pathsTold } from '../../../../../gateway/doors/http/path-told.ts';

const told = pathsTold(ROUTES.map(({ path }) => path));
const ID = '7d5b6e1c-0a55-4a3f-9a40-2f8e2f3f9c11';

test('the log holds the address as it is described, and ids of ours', () => {
  expect(told(`/fhir/Task/${ID}?x=1`)).toBe(`/fhir/Task/${ID}`);
  expect(told('/v1/care-circles/zoe-tremblay')).toBe('/v1/care-circles/{id}');
  expect(told('/v1/changes?since=3')).toBe('/v1/changes');
});

test('nothing that somebody writes into an address comes into the log', () => {
  const anywhere = fc.constantFrom(
    (it: string) => `/fhir/Patient/${it}`,
    (it: string) => `/fhir/Patient;name=${it}`,
    (it: string) => `/v1/${it}`,
    (it: string) => `/${it}`,
    (it: string) => it,
    (it: string) => `/v1/care-circles/${it}/${it}?${it}#${it}`,
    (it: string) => `/board/${it}`,
  );
  fc.assert(
    fc.property(anywhere, (at) => {
      expect(told(at('CANARI-Tremblay'))).not.toContain('CANARI');
    }),
  );
});
