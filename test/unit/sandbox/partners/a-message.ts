/** Messages as the gateway writes them, built by hand from the wire contract: no code of ours makes them. */
export const TASK_SYSTEM = 'https://fhir.passerelle.example/NamingSystem/request-at-partner';

export interface MessageWords {
  readonly message?: string;
  readonly task?: string;
  readonly status?: fhir4.Task['status'];
  readonly childName?: string;
  readonly reason?: string;
}

const conditional = (type: string, system: string, value: string) => ({
  method: 'PUT' as const,
  url: `${type}?identifier=${encodeURIComponent(`${system}|${value}`)}`,
});

const messageIdentifier = (value: string) => ({
  system: 'https://fhir.passerelle.example/NamingSystem/message',
  value,
});

/** Task, request, the minimum about the child, and the organization that asks. */
export function aMessage(words: MessageWords = {}): fhir4.Bundle<fhir4.FhirResource> {
  const { message = 'm-1', task = 'r-1', status = 'requested' } = words;
  const { childName = 'Théo Nguyễn', reason = 'Retard de langage' } = words;
  const request = 'urn:uuid:0f6d0a55-8a6e-4b86-9a0c-000000000001';
  const child = 'urn:uuid:0f6d0a55-8a6e-4b86-9a0c-000000000002';
  const centre = 'urn:uuid:0f6d0a55-8a6e-4b86-9a0c-000000000003';
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    identifier: messageIdentifier(message),
    entry: [
      {
        fullUrl: 'urn:uuid:0f6d0a55-8a6e-4b86-9a0c-000000000000',
        resource: {
          resourceType: 'Task',
          identifier: [{ system: TASK_SYSTEM, value: task }],
          status,
          intent: 'order',
          focus: { reference: request },
          for: { reference: child },
        },
        request: conditional('Task', TASK_SYSTEM, task),
      },
      {
        fullUrl: request,
        resource: {
          resourceType: 'ServiceRequest',
          identifier: [{ system: 'urn:example:request', value: task }],
          status: 'active',
          intent: 'order',
          priority: 'urgent',
          subject: { reference: child },
          requester: { reference: centre },
          code: { text: 'Orthophonie' },
          reasonCode: [{ text: reason }],
          extension: [
            {
              url: 'https://fhir.passerelle.example/StructureDefinition/psc-safe-contact',
              extension: [
                { url: 'person', valueString: 'Grand-mère' },
                { url: 'mustNot', valueString: 'Ne pas laisser de message' },
              ],
            },
            {
              url: 'https://fhir.passerelle.example/StructureDefinition/psc-barrier',
              valueCodeableConcept: { text: 'Transport' },
            },
          ],
        },
        request: conditional('ServiceRequest', 'urn:example:request', task),
      },
      {
        fullUrl: child,
        resource: {
          resourceType: 'Patient',
          identifier: [{ system: 'urn:example:child', value: `c-${task}` }],
          name: [{ text: childName }],
          birthDate: '2019-05',
        },
        request: conditional('Patient', 'urn:example:child', `c-${task}`),
      },
      {
        fullUrl: centre,
        resource: {
          resourceType: 'Organization',
          identifier: [{ system: 'urn:example:centre', value: 'verdun' }],
          name: 'Centre de Verdun',
        },
        request: conditional('Organization', 'urn:example:centre', 'verdun'),
      },
    ],
  };
}

/** The bare cancellation: the number, "cancelled", and nothing about the child. */
export function aCancellation({
  message = 'm-cancel',
  task = 'r-1',
}: MessageWords = {}): fhir4.Bundle<fhir4.FhirResource> {
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    identifier: messageIdentifier(message),
    entry: [
      {
        fullUrl: 'urn:uuid:0f6d0a55-8a6e-4b86-9a0c-000000000000',
        resource: {
          resourceType: 'Task',
          identifier: [{ system: TASK_SYSTEM, value: task }],
          status: 'cancelled',
          intent: 'order',
        },
        request: conditional('Task', TASK_SYSTEM, task),
      },
    ],
  };
}
