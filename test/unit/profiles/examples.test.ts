import { describe, expect, test } from '@jest/globals';
import { checkResource } from '../../../profiles/check-resource.ts';
import { invalidExamples, resourceProfiles, validExamples } from '../../builders/profile-examples.ts';

const invalid = invalidExamples();

describe.each(resourceProfiles.map(({ url }) => url))('%s', (profile) => {
  test('has at least two valid examples and three invalid ones', () => {
    expect(validExamples.filter((it) => it.profile === profile).length).toBeGreaterThanOrEqual(2);
    expect(invalid.filter((it) => it.profile === profile).length).toBeGreaterThanOrEqual(3);
  });

  test('its invalid examples differ from the valid ones and from each other, and name the issue that they raise', () => {
    const wrong = invalid.filter((it) => it.profile === profile);
    const all = [...wrong, ...validExamples.filter((it) => it.profile === profile)];
    expect(new Set(all.map(({ resource }) => JSON.stringify(resource))).size).toBe(all.length);
    expect(new Set(wrong.map(({ name }) => name)).size).toBe(wrong.length);
    for (const { resource, raises } of wrong) {
      expect(['structure', 'required', 'value', 'invariant', 'code-invalid', 'not-found']).toContain(raises.code);
      expect(
        raises.expression === resource.resourceType || raises.expression.startsWith(`${resource.resourceType}.`),
      ).toBe(true);
      expect(raises.rule).toMatch(/^[a-z0-9-]+$/);
    }
  });
});

describe('our checker', () => {
  const errors = (resource: unknown) => checkResource(resource).filter(({ severity }) => severity === 'error');

  test.each(validExamples.map(({ id, resource }) => [id, resource] as const))('accepts %s', (_id, resource) => {
    expect(errors(resource)).toEqual([]);
  });

  test.each(invalid.map((it) => [it.profile.split('/').at(-1), it.name, it] as const))(
    'finds in %s %s what is labelled',
    (_profile, _name, { resource, raises }) => {
      const found = errors(resource).map(({ rule, code, expression }) => ({ rule, code, expression }));
      expect(found).toContainEqual(raises);
    },
  );
});

test('every valid example says which profile of ours it follows', () => {
  const profiles = resourceProfiles.map(({ url }) => url);
  for (const { id, profile } of validExamples)
    expect({ id, known: profiles.includes(profile) }).toEqual({ id, known: true });
});
