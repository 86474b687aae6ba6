import { EXTENSIONS, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import type { Entry } from './bundle-entry.ts';
import type { MappingContext } from './concept-mapping.ts';
import { extension } from './extension.ts';
import { present, several } from './present.ts';
import { referenceInside } from './reference.ts';

/** Who did it, when it happened. */
interface Act {
  readonly happenedAt: string;
  /** The person who asked or wrote, or else the centre. */
  readonly agent: fhir4.Reference;
}

/** The trace of one exchange: its target is all that the concept writes, under the exchange's own id, so that a retry adds none. */
export function provenanceEntry(
  written: readonly Entry[],
  { happenedAt, agent }: Act,
  { exchangeId, recordedAt, knownAt = recordedAt }: MappingContext,
): Entry {
  return {
    identity: { type: 'Provenance', system: IDENTIFIERS.exchange, value: exchangeId },
    how: 'put-by-id',
    resource: {
      resourceType: 'Provenance',
      meta: { profile: [PROFILES.trace] },
      id: exchangeId,
      target: written
        .filter(({ how }) => how === 'put')
        .map(({ identity, resource }) => ({
          ...referenceInside(identity),
          ...present({ extension: several(extension(EXTENSIONS.statusSaid, 'valueCode', statusSaid(resource))) }),
        })),
      occurredDateTime: happenedAt,
      recorded: knownAt,
      agent: [{ who: agent }],
    },
  };
}

/** The status that a writing gives what is counted over time; the record holds only the last one. Requests have Tasks, and their own traces. */
function statusSaid(resource: fhir4.FhirResource): string | undefined {
  switch (resource.resourceType) {
    case 'Goal':
      return resource.lifecycleStatus;
    case 'CarePlan':
    case 'Encounter':
    case 'Appointment':
    case 'EpisodeOfCare':
      return resource.status;
    case 'ServiceRequest':
      return resource.intent === 'plan' ? resource.status : undefined;
    default:
      return undefined;
  }
}

/** Of a trace: whether it made what it left, or revised it. */
export const activityOf = (revises: boolean): fhir4.CodeableConcept => ({
  coding: [
    revises
      ? { system: FOREIGN.dataOperation, code: 'UPDATE', display: 'revise' }
      : { system: FOREIGN.dataOperation, code: 'CREATE', display: 'create' },
  ],
});
