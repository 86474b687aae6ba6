import type { Issue } from '../../domain/mapped.ts';
import type { Incoming } from './incoming-message.ts';
import { notCarried } from './not-carried.ts';

/** Types that are read wherever they stand: who is named, and letters. */
const READ_ANYWHERE: ReadonlySet<string> = new Set([
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'HealthcareService',
  'DocumentReference',
]);

/** Whole resources that nothing here reads, each type said once. */
export function unreadResources(
  { resources }: Pick<Incoming, 'resources'>,
  isRead: (resource: fhir4.FhirResource) => boolean,
): readonly Issue[] {
  const unread = resources.filter((one) => !isRead(one) && !READ_ANYWHERE.has(one.resourceType));
  return [...new Set(unread.map(({ resourceType }) => resourceType))].map(notCarried);
}
