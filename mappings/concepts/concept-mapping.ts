import type { Mapped } from '../domain/mapped.ts';

/** Who stands in the registry under an identifier: a centre or a partner. */
export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
}

/** What the gateway knows beside the concept itself; handed in, since a mapping has no clock and no registry. */
export interface MappingContext {
  /** UUID of the exchange; Provenance has it as its id, so that a retry adds none. */
  readonly exchangeId: string;
  /** When the gateway learnt of it: FHIR instant. */
  readonly recordedAt: string;
  /** Since when it was known, where that is not since then. */
  readonly knownAt?: string;
  /** SHA-256 of the concept's content, without id, version and record: hex. */
  readonly contentHash: string;
  readonly centre: DirectoryEntry;
  /** The partner named as `recipient` or as `partner`, or the centre named as `otherCentre`, from the registry; absent when the concept names none. */
  readonly recipient?: DirectoryEntry;
}

/** A concept as the gateway hands it to its mapping: it has its business identifier; a version only if the sender gave one. */
export type Identified<C> = C & { readonly id: string; readonly version?: number };

/** A resource found by its business identifier. */
export interface Root {
  readonly type: fhir4.FhirResource['resourceType'];
  readonly system: string;
}

/**
 * One concept of the centre and its two ways: `fromResources(toBundle(x)) = x`.
 *
 * The Bundle is a valid FHIR transaction. Its first entry is the root. Each entry has a deterministic `urn:uuid` fullUrl and a request:
 * `PUT Type?identifier=system|value` for what the concept says, `POST` + `ifNoneExist` for what it only refers to and that may be missing
 * (centre, partner, professional, institution), `PUT Provenance/{exchangeId}` for the trace. A reference to a resource of the same Bundle has `reference`
 * (urn:uuid) and `identifier`; a reference to one that is not in the Bundle has `type` and `identifier` only, and the sync resolves it.
 */
export interface ConceptMapping<C> {
  /** `care-circle`; the plural stands in URLs. */
  readonly name: string;
  readonly root: (centre: string) => Root;
  readonly toBundle: (concept: Identified<C>, context: MappingContext) => fhir4.Bundle<fhir4.FhirResource>;
  /** `resources`: the root, everything it refers to, and what is `basedOn` or `focus`ed on it, in any order, references by server id or urn. */
  readonly fromResources: (resources: readonly fhir4.FhirResource[]) => Mapped<Identified<C>>;
}
