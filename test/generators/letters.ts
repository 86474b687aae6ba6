import fc from 'fast-check';
import { pastInstants } from './moments.ts';
import { record } from './record.ts';
import { words } from './words.ts';

const attachments = record(
  {
    contentType: fc.constantFrom('text/plain', 'application/pdf'),
    data: fc.uint8Array({ minLength: 1, maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('base64')),
    title: words(100),
  },
  { requiredKeys: ['contentType', 'data'] },
);

/** A letter or a report that goes with a request or an answer, without any reference. */
export const letters: fc.Arbitrary<fhir4.DocumentReference> = record(
  {
    resourceType: fc.constant('DocumentReference' as const),
    identifier: fc.uuid().map((value) => [{ system: 'https://fhir.passerelle.example/NamingSystem/letter', value }]),
    status: fc.constant('current' as const),
    type: words(100).map((text) => ({ text })),
    date: pastInstants,
    description: words(200),
    content: attachments.map((attachment) => [{ attachment }]),
  },
  { requiredKeys: ['resourceType', 'status', 'content'] },
);
