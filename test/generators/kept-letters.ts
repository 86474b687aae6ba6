import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { Letter } from '../../mappings/domain/concepts.ts';
import { pastMoments } from './moments.ts';
import { record } from './record.ts';
import { sensitivityLabels } from './sensitivity-labels.ts';
import { businessIds, words } from './words.ts';
import { OPEN_WORLD, people, versions, type World } from './world.ts';

const KINDS = [
  'letter',
  'referral-note',
  'consult-note',
  'progress-note',
  'episode-summary',
  'discharge-summary',
] as const;

const tails = fc.uint8Array({ maxLength: 80 });

const begun = (contentType: Letter['contentType'], beginning: readonly number[]) =>
  tails.map((tail) => ({ contentType, content: Buffer.from([...beginning, ...tail]).toString('base64') }));

/** Small files that are what they say they are. */
export const letterFiles: fc.Arbitrary<Pick<Letter, 'contentType'> & { readonly content: string }> = fc.oneof(
  begun('application/pdf', [...Buffer.from('%PDF-1.7\n')]),
  begun('image/jpeg', [0xff, 0xd8, 0xff, 0xe0]),
  begun('image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  begun('image/tiff', [0x49, 0x49, 0x2a, 0x00]),
  words(200).map((text) => ({ contentType: 'text/plain' as const, content: Buffer.from(text).toString('base64') })),
);

const common = (world: World) => ({
  id: businessIds('lettre'),
  version: versions,
  centre: world.centre,
  happenedAt: pastMoments,
  request: world.requestId ?? businessIds('ref'),
  kind: fc.constantFrom(...KINDS),
  title: words(200),
  labels: sensitivityLabels,
});

/** Letters of the centre, which leave or stay; `requestId` of the world must be given. */
export const sentLetters = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<Letter>> =>
  fc
    .tuple(
      record(
        {
          ...common(world),
          child: record({ id: world.childId }),
          status: fc.constantFrom('current' as const, 'entered-in-error' as const),
          recipient: world.recipient,
          by: people(world),
        },
        { requiredKeys: ['id', 'centre', 'happenedAt', 'request', 'child'] },
      ),
      letterFiles,
    )
    .map(([letter, file]) => ({ ...letter, ...file }));

/** Letters that a partner sent: of a child, or of one whom nobody has recognized yet; nothing need be left of one that was taken back. */
const receivedLetters = (world: World): fc.Arbitrary<Identified<Letter>> =>
  fc
    .tuple(
      record(
        { ...common(world), child: record({ id: world.childId }), partner: world.recipient },
        { requiredKeys: ['id', 'centre', 'happenedAt', 'request', 'partner'] },
      ),
      letterFiles,
      fc.constantFrom('kept', 'taken-back', 'emptied'),
    )
    .map(([letter, { contentType, content }, standing]) => {
      if (standing === 'kept') return { ...letter, contentType, content };
      const takenBack = { ...letter, status: 'entered-in-error' as const, contentType };
      return standing === 'emptied' ? takenBack : { ...takenBack, content };
    });

/** Any letter that is kept. */
export const keptLetters = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<Letter>> =>
  fc.oneof(sentLetters(world), receivedLetters(world));
