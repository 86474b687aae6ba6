import { isObject } from './checker-runtime/generated-checkers.ts';
import { checkAlone } from './checker-runtime/resources.ts';
import { ALONE, Walk } from './checker-runtime/walk.ts';
import { GENERATED } from './generated-checkers.ts';
import type { Issue } from './issue.ts';

interface CheckOptions {
  /** Canonicals of profiles to hold the resource to, besides those that it claims. */
  readonly profiles?: readonly string[];
}

/**
 * What is wrong with a FHIR R4 resource in JSON, by R4’s own definitions, by each profile of meta.profile that we hold, and by those
 * asked for; each resource of a Bundle, and each contained one, by its own. Errors and warnings, each with the FHIRPath of the
 * element, the rule, and a text in both languages that never repeats a value; and as `information` what could not be checked.
 * Never throws. Agrees with HL7’s validator as test/stack/oracle shows.
 */
export function checkResource(resource: unknown, { profiles = NONE }: CheckOptions = {}): readonly Issue[] {
  const walk = new Walk(GENERATED);
  if (!isObject(resource)) {
    walk.report('object');
    return walk.issues;
  }
  const type = typeof resource.resourceType === 'string' && GENERATED.resources.has(resource.resourceType);
  walk.enter(type ? String(resource.resourceType) : 'Resource', ALONE);
  walk.resource = resource;
  walk.root = resource;
  checkAlone(resource, profiles, walk);
  return walk.issues;
}

const NONE: readonly string[] = [];
