import type { Letter } from '../domain/concepts.ts';
import type { LetterHeard } from '../domain/lane-events.ts';
import type { Identified } from './concept-mapping.ts';
import { uuidOf } from './identity.ts';
import { sha1Of } from './letter-attachment.ts';

/** What a letter came about, and from whom. */
export interface CameAbout {
  readonly centre: string;
  /** Absent as long as nobody has recognized the child. */
  readonly child?: { readonly id: string };
  readonly request: string;
  readonly partner: string;
}

/** A letter from a partner as the centre keeps it. Its number is made from whom it came from, the request and its bytes: the same letter again is the same. */
export const letterFrom = (
  letter: LetterHeard,
  { centre, child, request, partner }: CameAbout,
): Identified<Letter> & { readonly content: string } => ({
  id: uuidOf('letter', centre, partner, request, sha1Of(Buffer.from(letter.content, 'base64'))),
  version: 1,
  centre,
  ...(child !== undefined && { child }),
  request,
  partner,
  ...letter,
});
