import { v5 as uuidFrom } from 'uuid';
import type { Issue } from '../../domain/mapped.ts';
import { IDENTIFIERS } from '../../domain/systems.ts';
import type { Written } from '../dialect.ts';

type Entry = fhir4.BundleEntry<fhir4.FhirResource>;

const FULL_URLS = '2f6d5a34-9d0e-5b0b-8f0e-6c1a3f7b9d52';

/** How a message names one of its resources: the same when it is sent again. */
export const urlIn = (messageId: string, part: string): string =>
  `urn:uuid:${uuidFrom(`${part}|${messageId}`, FULL_URLS)}`;

/** A transaction for the other side’s server. Twice is harmless: every write names an identifier or an id. */
export const transaction = (messageId: string, entry: readonly Entry[], lost: readonly Issue[]): Written => ({
  message: {
    form: 'fhir',
    bundle: {
      resourceType: 'Bundle',
      type: 'transaction',
      identifier: { system: IDENTIFIERS.message, value: messageId },
      entry: [...entry],
    },
  },
  lost,
});

/** Takes the place of what stands there under this identifier. */
export const put = (
  fullUrl: string,
  resource: fhir4.FhirResource,
  identifier: fhir4.Identifier | undefined,
): Entry => ({
  fullUrl,
  resource,
  request: { method: 'PUT', url: `${resource.resourceType}?${condition(identifier)}` },
});

/** Takes the place of what stands there under this id, which the other side gave. */
export const putById = (fullUrl: string, resource: fhir4.FhirResource, id: string): Entry => ({
  fullUrl,
  resource: { ...resource, id },
  request: { method: 'PUT', url: `${resource.resourceType}/${id}` },
});

/** Leaves what stands there: once a Task is with its owner, its state is the owner’s to write. */
export const createOnce = (
  fullUrl: string,
  resource: fhir4.FhirResource,
  identifier: fhir4.Identifier | undefined,
): Entry => ({
  fullUrl,
  resource,
  request: { method: 'POST', url: resource.resourceType, ifNoneExist: condition(identifier) },
});

/** A number without a system is looked for among those without one. */
const condition = (identifier: fhir4.Identifier | undefined): string =>
  `identifier=${encodeURIComponent(`${identifier?.system ?? ''}|${identifier?.value ?? ''}`)}`;

/** A reference inside the message, with the identifier beside it, for servers that give ids of their own. */
export function named(
  reference: string,
  { resourceType: type, identifier }: fhir4.ServiceRequest | fhir4.Patient | fhir4.Task,
): fhir4.Reference {
  const own = identifier?.[0];
  return { reference, type, ...(own !== undefined && { identifier: own }) };
}
