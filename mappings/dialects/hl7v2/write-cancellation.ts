import type { OutgoingContext, TravellingCancellation, Written } from '../dialect.ts';
import { providerSegment, written } from './envelope.ts';
import { lostWhere } from './losses.ts';
import { NOTES, noteSegments } from './notes.ts';
import { entityFrom } from './numbers.ts';
import { timestampFrom } from './timestamps.ts';
import { withheldChildSegment } from './write-child.ts';
import { components, segment } from './write-segment.ts';

/** In the second triple of RF1-1: that the request should never have been. */
export const IN_ERROR = ['entered-in-error', 'HL7TaskStatus', '99PTS'] as const;

/** A request taken back, as REF^I14: its number and that it is withdrawn, nothing else (fhir.md §6). */
export function writeCancellation(
  { number, state, accepted, happenedAt }: TravellingCancellation,
  context: OutgoingContext,
): Written {
  const status =
    state === 'entered-in-error'
      ? components('E', 'Expired', 'HL70283', ...IN_ERROR)
      : components('E', 'Expired', 'HL70283');
  return written(
    { type: 'REF', trigger: 'I14', structure: 'REF_I12', answered: true },
    [
      segment('RF1', { 1: status, 6: entityFrom(number), 7: happenedAt && timestampFrom(happenedAt) }),
      providerSegment('RP', context.sender),
      providerSegment('RT', context.recipient),
      withheldChildSegment(number),
      ...noteSegments([{ kind: 'remark', text: NOTES[context.language].withdrawn }]),
    ],
    lostWhere({ 'Cancellation.accepted': accepted }),
    context,
  );
}
