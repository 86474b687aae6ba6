import type { InboundReferral } from '../domain/concepts.ts';
import { FOREIGN } from '../domain/systems.ts';
import { present } from './present.ts';

/** The number that whoever sent a request gave it: its identifier of type `PLAC` (v2-0203, placer). */
export function senderNumberIn({ identifier = [] }: fhir4.ServiceRequest): InboundReferral['number'] | undefined {
  const placer = identifier.find(({ type }) =>
    type?.coding?.some(({ system, code }) => system === FOREIGN.identifierType && code === 'PLAC'),
  );
  return placer?.value === undefined ? undefined : present({ system: placer.system, value: placer.value });
}
