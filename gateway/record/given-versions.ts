import type { GivenScope } from '../../mappings/corrections/told-before.ts';
import { isReferralTask } from '../../mappings/domain/current-task.ts';
import { letterNamed, lettersWith } from '../../mappings/domain/letters-on-task.ts';
import { gaveContent, receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { FhirStore } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';

/** What of a child’s file recipients were given as it stands no longer. */
export interface GivenVersions extends Pick<GivenScope, 'earlier'> {
  /** The letters that were corrected since, without their files: when that was known. */
  readonly letters: readonly fhir4.DocumentReference[];
}

/**
 * Reads the child in the versions that receipts name, and the letters of which another version goes along now. Nothing is read of a file of which
 * everybody has what stands. Throws GatewayError while the record is away.
 */
export async function readGivenVersions(
  store: Pick<FhirStore, 'readVersion' | 'search'>,
  centre: string,
  file: readonly fhir4.FhirResource[],
): Promise<GivenVersions> {
  const given = file.filter(isReferralTask).flatMap((task) => {
    const receipt = receiptOf(task);
    return receipt !== undefined && gaveContent(receipt) ? [{ task, receipt }] : [];
  });
  const patient = file.find((it) => it.resourceType === 'Patient');
  const versions = new Set(given.flatMap(({ receipt }) => receipt.child ?? []));
  versions.delete(patient?.meta?.versionId ?? '');
  const numbers = new Set(
    given.flatMap(({ task, receipt }) => {
      const along = lettersWith(task);
      return receipt.letters.filter((letter) => !along.includes(letter)).map((letter) => letterNamed(letter).number);
    }),
  );
  const [earlier, letters] = await Promise.all([
    Promise.all([...versions].map((version) => store.readVersion('Patient', patient?.id ?? '', version))),
    numbers.size === 0
      ? []
      : store.search('DocumentReference', {
          identifier: [...numbers].map((it) => identifierToken(IDENTIFIERS.letter(centre), it)).join(','),
          _elements: ELEMENTS,
        }),
  ]);
  return {
    earlier: new Map(
      earlier.flatMap((it) =>
        it?.resourceType === 'Patient' && it.meta?.versionId !== undefined ? [[it.meta.versionId, it] as const] : [],
      ),
    ),
    letters: letters.flatMap((it) => (it.resourceType === 'DocumentReference' ? [it] : [])),
  };
}

/** Never the file itself. */
const ELEMENTS = 'identifier,extension,date';
