import { REFUSALS_CODE } from '../../gateway/existence-refusals/refusals-on-record.ts';
import { INCIDENT_CODE } from '../../gateway/incidents/incident-on-record.ts';
import type { Seal } from '../../gateway/lanes/sealing.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { sealedIn } from '../../gateway/record/sealed-basic.ts';
import { EXTENSIONS } from '../../mappings/domain/systems.ts';
import { sealedAgain } from './sealed-again.ts';

export type SealedRecord = Pick<FhirStore, 'pages' | 'transaction'>;

/** A sealed line of the register of incidents, or a child’s sheet of refusals, where it lies in the record. */
interface SealedLine {
  readonly resource: fhir4.Basic;
  readonly sealed: string;
  readonly keyId: string;
  readonly place: (typeof PLACES)[number][0];
}

const PLACES = [
  ['incidents', INCIDENT_CODE],
  ['existence-refusals', REFUSALS_CODE],
] as const;

/** Everything sealed that the record holds, of every centre: lines of the registers of incidents, sheets of refusals of existence. Throws GatewayError while it is away. */
export async function* sealedLines(record: Pick<SealedRecord, 'pages'>): AsyncGenerator<SealedLine> {
  for (const [place, code] of PLACES)
    for await (const page of record.pages('Basic', { code }))
      for (const resource of page) {
        const sealed = sealedIn(resource)?.sealed;
        if (resource.resourceType === 'Basic' && sealed !== undefined)
          yield { resource, sealed, keyId: sealed.slice(0, sealed.indexOf('.')), place };
      }
}

/**
 * Seals under the first key what lies in the record under another one; who reads meanwhile opens either. An older version of a line stays under
 * the key of its day: it is history, and opens only as long as that key is kept. Gives how many were sealed again, and how many stay shut.
 */
export async function resealRecord(
  record: SealedRecord,
  seal: Seal,
  keyId: string | undefined,
): Promise<{ readonly done: number; readonly shut: number }> {
  const lines: SealedLine[] = [];
  // Read first: what is written moves the pages.
  for await (const line of sealedLines(record)) if (line.keyId !== keyId) lines.push(line);
  let [done, shut] = [0, 0];
  for (const { resource, sealed } of lines) {
    const again = sealedAgain(seal, sealed);
    if (again === undefined) shut += 1;
    else {
      await record.transaction(revisedTo(resource, again));
      done += 1;
    }
  }
  return { done, shut };
}

/** Refused where somebody revised it meanwhile, whose version is under the first key already. */
const revisedTo = (resource: fhir4.Basic, sealed: string): fhir4.Bundle<fhir4.FhirResource> => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      resource: {
        ...resource,
        extension: (resource.extension ?? []).map((it) =>
          it.url === EXTENSIONS.sealed ? { ...it, valueString: sealed } : it,
        ),
      },
      request: { method: 'PUT', url: `Basic/${resource.id}`, ifMatch: `W/"${resource.meta?.versionId}"` },
    },
  ],
});
