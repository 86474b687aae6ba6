import fc from 'fast-check';
import type { MappingContext } from '../../mappings/concepts/concept-mapping.ts';
import { record } from './record.ts';
import { words } from './words.ts';

const known = record({
  exchangeId: fc.uuid(),
  recordedAt: fc
    .date({ min: new Date('2006-01-01'), max: new Date('2032-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  contentHash: fc.stringMatching(/^[0-9a-f]{64}$/),
  centreName: words(200),
  recipientName: words(200),
});

/** What the gateway knows beside a concept of this centre and recipient. */
export const mappingContexts = ({
  centre,
  recipient,
  partner = recipient,
}: {
  readonly centre: string;
  readonly recipient?: string;
  readonly partner?: string;
}): fc.Arbitrary<MappingContext> =>
  known.map(({ centreName, recipientName, ...rest }) => ({
    ...rest,
    centre: { id: centre, name: centreName },
    ...(partner === undefined ? {} : { recipient: { id: partner, name: recipientName } }),
  }));
