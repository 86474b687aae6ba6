import { expect, test } from '@jest/globals';
import { capabilityStatement } from '../../../../../gateway/doors/http/capability-statement.ts';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import { loadCapabilityStatement } from '../../../../../profiles/load-capability-statement.ts';
import { resourceProfiles } from '../../../../builders/profile-examples.ts';

const stated = loadCapabilityStatement();
const running = capabilityStatement(stated, '2026-11-25T12:00:00.000Z');

test('a running gateway says what the package says of every gateway, and points to it', () => {
  expect(running).toMatchObject({
    kind: 'instance',
    instantiates: [stated.url],
    date: '2026-11-25T12:00:00.000Z',
    rest: stated.rest,
  });
  expect(running).not.toHaveProperty('id');
  expect(running).not.toHaveProperty('url');
});

test.each([
  ['package', stated],
  ['gateway', running],
])('what the %s states is valid FHIR', (_whose, statement) => {
  expect(checkResource(statement).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('of each type that it serves it names every profile of ours, and no other', () => {
  const resources = stated.rest?.[0]?.resource ?? [];
  expect(resources.length).toBeGreaterThan(0);
  for (const { type, supportedProfile = [] } of resources) {
    expect(supportedProfile).toEqual(
      resourceProfiles
        .filter((it) => it.type === type)
        .map(({ url }) => url)
        .sort(),
    );
  }
});
