import { expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { isRole, ROLES, type Role, roleMay } from '../../../../../gateway/access/roles.ts';
import { isForRole, requestForRole } from '../../../../../gateway/doors/http/request-for-role.ts';
import type { FhirStore } from '../../../../../gateway/record/fhir-store.ts';
import { CODE_SYSTEMS } from '../../../../../mappings/domain/systems.ts';

const roles: readonly Role[] = Object.keys(ROLES).filter(isRole);
const KINDS = ['service-referral', 'social-prescription', 'legal-referral'] as const;

const aRequest = (kind: string | undefined): fhir4.ServiceRequest => ({
  resourceType: 'ServiceRequest',
  status: 'active',
  intent: 'order',
  subject: {},
  ...(kind !== undefined && { category: [{ coding: [{ system: CODE_SYSTEMS.requestKind, code: kind }] }] }),
});
const as = (role?: Role): Response =>
  ({
    locals: { caller: { kind: 'centre', id: 'verdun', ...(role !== undefined && { role }) } },
  }) as unknown as Response;

test('a role sees the kinds of request that it may read one by one, and no other', () => {
  for (const role of roles)
    for (const kind of KINDS)
      for (const act of ['read', 'write'] as const)
        expect([role, kind, isForRole(as(role), aRequest(kind), act)]).toEqual([role, kind, roleMay(role, kind, act)]);
});

test('a request whose kind nobody can tell is for whoever may see every kind', () => {
  for (const role of roles)
    expect([role, isForRole(as(role), aRequest(undefined), 'read')]).toEqual([role, role === 'pivot']);
  expect(isForRole(as(), aRequest(undefined), 'read')).toBe(true);
});

/** What comes of a call for one request; how often the record was asked. */
async function asked(role: Role | undefined, found: readonly fhir4.ServiceRequest[]) {
  let searches = 0;
  const store = {
    search: async () => {
      searches += 1;
      return found;
    },
  } as unknown as FhirStore;
  try {
    let through = false;
    await requestForRole(store)(
      { method: 'GET', params: { id: 'r' } } as unknown as Request<{ id: string }>,
      as(role),
      () => {
        through = true;
      },
    );
    return { through, searches };
  } catch (error) {
    return { kind: error instanceof Error && 'kind' in error ? error.kind : error, searches };
  }
}

test('a request of another kind is as one that is not there; whoever may see all is not asked about', async () => {
  expect(await asked('clinical', [aRequest('legal-referral')])).toEqual({ kind: 'notFound', searches: 1 });
  expect(await asked('clinical', [])).toEqual({ kind: 'notFound', searches: 1 });
  expect(await asked('clinical', [aRequest('service-referral')])).toEqual({ through: true, searches: 1 });
  expect(await asked('pivot', [aRequest('legal-referral')])).toEqual({ through: true, searches: 0 });
  expect(await asked(undefined, [aRequest('legal-referral')])).toEqual({ through: true, searches: 0 });
});
