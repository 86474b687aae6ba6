import { mayClose } from '../../mappings/consent/may-close.ts';
import type { CirclePreviewTold } from '../../mappings/domain/circle-preview-told.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import type { Registry } from '../registry.ts';
import { askedHidden, closedBy, readAsked } from './closed-by.ts';
import { mayBeShown } from './disclosure.ts';
import { endNamed } from './ends-under-label.ts';

export interface CirclePreviewDeps {
  readonly store: Pick<FhirStore, 'search'>;
  readonly registry: Pick<Registry, 'centre' | 'partner'>;
}

/** What a version of a child’s circle, as an event that nobody put in a lane, would do. */
export type PreviewCircle = (event: ConceptEvent) => Promise<CirclePreviewTold>;

/** A dry run of a label on a child’s whole file: what the sync would end, by the same rule, as far as whoever asks may know of it; nothing is written. */
export function circlePreviews({ store, registry }: CirclePreviewDeps): PreviewCircle {
  const shows = mayBeShown(registry);
  return async (event) => {
    if (mayClose(event)?.what !== 'file') return { ends: [] };
    const closed = closedBy(event, await readAsked(store, event), shows);
    const hidden = askedHidden(event, closed);
    return { ends: closed.filter((it) => !hidden.includes(it)).map(({ task }) => endNamed(task)) };
  };
}
