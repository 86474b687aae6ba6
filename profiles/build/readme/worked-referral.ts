import { isObject, type JsonObject } from './minimal-example.ts';

/** The three minima that a referral is made of. */
export interface ReferralParts {
  readonly child: JsonObject;
  readonly request: JsonObject;
  readonly task: JsonObject;
}

const FULL_URLS = {
  child: 'urn:uuid:2f6f0b5e-8d1c-4a55-9a39-5d0f6f6b1c01',
  request: 'urn:uuid:2f6f0b5e-8d1c-4a55-9a39-5d0f6f6b1c02',
  task: 'urn:uuid:2f6f0b5e-8d1c-4a55-9a39-5d0f6f6b1c03',
} as const;

/** A whole minimal referral: the minima of the tables, about one child and one request, who refer to each other by number. */
export function workedReferral({ child, request, task }: ReferralParts): JsonObject {
  const subject = object(request.subject);
  const [number] = list(request.identifier);
  const { system, value } = object(number);
  const parts: Readonly<Record<keyof ReferralParts, JsonObject>> = {
    child: { ...child, identifier: [object(subject.identifier)], managingOrganization: task.requester ?? {} },
    request: { ...request, status: 'active' },
    task: {
      ...task,
      status: 'requested',
      groupIdentifier: { system: system ?? '', value: value ?? '' },
      focus: { type: 'ServiceRequest', identifier: { system: system ?? '', value: value ?? '' } },
      for: subject,
    },
  };
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { fullUrl: FULL_URLS.child, resource: parts.child },
      { fullUrl: FULL_URLS.request, resource: parts.request },
      { fullUrl: FULL_URLS.task, resource: parts.task },
    ],
  };
}

const object = (value: JsonObject[string] | undefined): JsonObject => (isObject(value) ? value : {});

const list = (value: JsonObject[string] | undefined): readonly JsonObject[string][] =>
  Array.isArray(value) ? value : [];
