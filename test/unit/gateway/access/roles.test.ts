import { expect, test } from '@jest/globals';
import { ROLES, type Role, roleMay } from '../../../../gateway/access/roles.ts';

const roles = Object.keys(ROLES).filter((name): name is Role => Object.hasOwn(ROLES, name));

test('whoever says which child a partner speaks of may find children by name: the candidates are told by name and birth date', () => {
  const settle = roles.filter((role) => roleMay(role, 'inbound', 'read'));
  expect(settle).toContain('pivot');
  for (const role of settle) expect([role, roleMay(role, 'children', 'read')]).toEqual([role, true]);
});
