import type { LedgerTold } from '../../mappings/domain/ledger-told.ts';
import { dayOf } from '../../mappings/ledger/day.ts';
import { ledgerTold } from '../../mappings/ledger/ledger-told.ts';
import { localDayIn } from '../../mappings/ledger/local-day.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import type { Registry } from '../registry.ts';
import { readLedgerSources } from './ledger-sources.ts';

export interface LedgerRead {
  readonly centre: string;
  readonly child: string;
  readonly language: keyof Bilingual;
  /** The last day that is counted (FHIR date); absent for today, at the centre. */
  readonly asOf?: string;
  /** As it was known then (FHIR instant); absent for what is known now. */
  readonly knownAt?: string;
  /** Whether whoever reads may know of a request. */
  readonly mayKnow: (request: fhir4.ServiceRequest) => boolean;
}

export interface LedgerReader {
  /** A child’s ledger as one reader sees it; undefined when the centre does not know the child. Throws `unavailable` while the record is away. */
  read(asked: LedgerRead): Promise<LedgerTold | undefined>;
}

export interface LedgerReaderDeps {
  readonly store: Pick<FhirStore, 'search'>;
  readonly registry: Registry;
  readonly now: () => Date;
}

export function ledgerReader({ store, registry, now }: LedgerReaderDeps): LedgerReader {
  return {
    async read({ centre, child, language, asOf, knownAt, mayKnow }) {
      const file = await readLedgerSources(store, centre, child);
      if (file === undefined) return undefined;
      const localDay = localDayIn(registry.centre(centre)?.timeZone ?? 'UTC');
      return ledgerTold(file.resources, {
        centre,
        child,
        localDay,
        asOf: asOf === undefined ? localDay(now().getTime()) : dayOf(asOf),
        ...(knownAt !== undefined && { knownAt }),
        nameOf: ({ kind, id }) =>
          (kind === 'centre' ? registry.centre(id) : registry.partner(id))?.name[language] ?? id,
        mayKnow,
      });
    },
  };
}
