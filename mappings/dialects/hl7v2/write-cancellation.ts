import type { OutgoingContext, TravellingCancellation, Written } from '../dialect.ts';
import { providerSegment, written } from './envelope.ts';
import { lostWhere } from './losses.ts';
import { NOTES, noteSegments } from './notes.ts';
import { entityFrom } from './numbers.ts';
import { timestampFrom } from './timestamps.ts';
import { withheldChildSegment } from './write-child.ts';
import { components, segment } from './write-segment.ts';

/** In the second triple of RF1-1: that the request should never have been, or that work accepted is to stop (task-code `abort`). */
export const WHY = { inError: 'entered-in-error', stop: 'abort' } as const;
const WHY_SYSTEM = '99PTS';

/** A request taken back, as REF^I14: its number and that it is withdrawn, nothing else (fhir.md §6). */
export function writeCancellation(
  { number, state, accepted, happenedAt }: TravellingCancellation,
  context: OutgoingContext,
): Written {
  const isInError = state === 'entered-in-error';
  const why = isInError ? WHY.inError : accepted ? WHY.stop : undefined;
  const words = NOTES[context.language];
  return written(
    { type: 'REF', trigger: 'I14', structure: 'REF_I12', answered: true },
    [
      segment('RF1', {
        1: components('E', 'Expired', 'HL70283', why, undefined, why && WHY_SYSTEM),
        6: entityFrom(number),
        7: happenedAt && timestampFrom(happenedAt),
      }),
      providerSegment('RP', context.sender),
      providerSegment('RT', context.recipient),
      withheldChildSegment(number),
      ...noteSegments([{ kind: 'remark', text: why === WHY.stop ? words.stop : words.withdrawn }]),
    ],
    lostWhere({ 'Cancellation.accepted': isInError && accepted }),
    context,
  );
}
