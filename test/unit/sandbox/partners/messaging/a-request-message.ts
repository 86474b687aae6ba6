/** CA:eReC messages written by hand from the guide: no code of ours makes them. */
export const NUMBERS = 'https://fhir.passerelle.example/NamingSystem/task';

export interface RequestWords {
  readonly message?: string;
  readonly event?: string;
  readonly number?: string;
  readonly status?: fhir4.ServiceRequest['status'];
  readonly reason?: string;
}

export function aRequestMessage(words: RequestWords = {}): fhir4.Bundle<fhir4.FhirResource> {
  const { message = 'm-1', event = 'add-service-request', number = 'r-1', status = 'active' } = words;
  const { reason = 'Few words at three' } = words;
  const bare = status === 'revoked';
  return {
    resourceType: 'Bundle',
    type: 'message',
    timestamp: '2026-11-25T10:00:00.000Z',
    entry: [
      {
        fullUrl: `urn:uuid:${message}`,
        resource: {
          resourceType: 'MessageHeader',
          id: message,
          eventCoding: { system: 'https://ehealthontario.ca/fhir/CodeSystem/message-event-code', code: event },
          source: { endpoint: 'https://fhir.passerelle.example/centre' },
          focus: [{ reference: 'urn:uuid:request' }],
        },
      },
      {
        fullUrl: 'urn:uuid:request',
        resource: {
          resourceType: 'ServiceRequest',
          identifier: [{ system: NUMBERS, value: number }],
          status,
          intent: 'order',
          subject: bare ? { display: 'withheld' } : { reference: 'urn:uuid:child' },
          ...(bare ? {} : { code: { text: 'Speech therapy' }, reasonCode: [{ text: reason }] }),
        },
      },
      ...(bare
        ? []
        : [
            {
              fullUrl: 'urn:uuid:child',
              resource: {
                resourceType: 'Patient' as const,
                name: [{ text: 'Théo Nguyễn' }],
                birthDate: '2019-05',
              },
            },
          ]),
    ],
  };
}
