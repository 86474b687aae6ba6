import { v5 as uuidFrom } from 'uuid';
import type { ConceptMapping, Identified } from '../../../mappings/concepts/concept-mapping.ts';
import { present } from '../../../mappings/concepts/present.ts';
import type { ConceptEvent } from '../../../mappings/domain/lane-events.ts';
import type { RequestKind } from '../../../mappings/domain/request-kind.ts';
import { contentHash } from '../../lanes/content-hash.ts';
import type { Registry } from '../../registry.ts';

/** What every concept has beside its own content. */
export interface AnyConcept {
  readonly id?: string;
  readonly version?: number;
  readonly centre: string;
  readonly happenedAt: string;
  /** Absent in what is no child's. */
  readonly child?: { readonly id: string };
  readonly recipient?: string;
  readonly partner?: string;
  readonly otherCentre?: string;
}

export interface ConceptEventDeps<C> {
  readonly mapping: ConceptMapping<C>;
  readonly registry: Registry;
  readonly now: () => Date;
}

/** Namespace of the exchanges and ids that are made from what was sent. */
export const IDS = '5b5d0f0e-1f42-5a0b-8a0d-3c1b6a5e9d20';

/** What its sender says of it beside it. */
interface Sent {
  readonly key?: string | undefined;
  readonly ifMatch?: number | undefined;
  /** Since when it was known, where that is not now. */
  readonly knownAt?: string | undefined;
  /** The kinds of request of which they may not know. */
  readonly hides?: readonly RequestKind[];
}

/** A concept as an event of its lane: the same key, or the same version and content, always give the same exchange. */
export function conceptEventOf<C extends AnyConcept>(
  { mapping, registry, now }: ConceptEventDeps<C>,
  concept: Identified<C>,
  { key, ifMatch, knownAt, hides = [] }: Sent,
): ConceptEvent {
  const { id, version, centre, child } = concept;
  const { id: _id, version: _version, record: _record, ...content } = { record: undefined, ...concept };
  const hash = contentHash(content);
  const exchangeId = uuidFrom(
    // What somebody may not do to what is hidden from them is not undone by another who may.
    key === undefined
      ? [`${centre}|${mapping.name}|${id}|${version}|${ifMatch}|${hash}`, ...hides].join('|')
      : `${centre}|key|${key}`,
    IDS,
  );
  const recordedAt = now().toISOString();
  const root = mapping.root(centre);
  const named = concept.recipient ?? concept.partner;
  const recipient = named === undefined ? registry.centre(concept.otherCentre ?? NO_CENTRE) : registry.partner(named);
  return {
    kind: 'concept',
    exchangeId,
    centre,
    ...(child !== undefined && { child: child.id }),
    recordedAt,
    ...present({ knownAt }),
    concept: mapping.name,
    root: { type: root.type, system: root.system, value: id },
    contentHash: hash,
    ...(version !== undefined && { version }),
    ...(ifMatch !== undefined && { ifMatch }),
    ...(hides.length > 0 && { hides }),
    bundle: mapping.toBundle(concept, {
      exchangeId,
      recordedAt,
      ...present({ knownAt }),
      contentHash: hash,
      centre: { id: centre, name: registry.centre(centre)?.name.fr ?? centre },
      ...(recipient !== undefined && { recipient: { id: recipient.id, name: recipient.name.fr } }),
    }),
  };
}

const NO_CENTRE = '';
