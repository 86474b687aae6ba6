import type { Issue } from '../../domain/mapped.ts';
import { notCarried, picked } from './not-carried.ts';

const LETTER_ELEMENTS = [
  'identifier',
  'status',
  'docStatus',
  'type',
  'category',
  'date',
  'description',
  'securityLabel',
  'content',
  // Whom it is about and what it goes with are said by the message itself.
  'subject',
  'context',
] as const satisfies readonly (keyof fhir4.DocumentReference)[];

/** Letters and reports that came along, without their references into the message. */
export function lettersIn(resources: readonly fhir4.FhirResource[]): {
  readonly letters: readonly fhir4.DocumentReference[];
  readonly issues: readonly Issue[];
} {
  const read = resources.flatMap((resource) => {
    if (resource.resourceType !== 'DocumentReference') return [];
    const { picked: elements, issues } = picked(resource, LETTER_ELEMENTS);
    const { subject: _subject, context: _context, ...letter } = elements;
    const absent = resource.content.some(({ attachment }) => attachment.data === undefined);
    return [
      {
        letter: { ...letter, status: resource.status, content: resource.content },
        issues: [...issues, ...(absent ? [notCarried('DocumentReference.content.attachment.url')] : [])],
      },
    ];
  });
  return { letters: read.map(({ letter }) => letter), issues: read.flatMap(({ issues }) => issues) };
}
