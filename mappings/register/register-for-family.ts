import type { FamilyReader, LeftOutReason, RegisterEntry, RegisterExtractTold } from '../domain/register-told.ts';
import { basisIn } from './register-entry.ts';

export interface FamilyRegister extends Pick<RegisterExtractTold, 'leftOut'> {
  readonly entries: readonly RegisterEntry[];
}

/**
 * What of one child’s register may be given: without what its reader may not know exists. That a legal request exists, what a label restricts,
 * and, for a parent, what a young person of 14 or more consented to alone. An entry that speaks of other children too is theirs as well.
 */
export function registerForFamily(
  entries: readonly RegisterEntry[],
  child: string,
  reader: FamilyReader,
): FamilyRegister {
  const leftOut = { legal: 0, restricted: 0, askedAlone: 0, onlyMentioned: 0 };
  const kept: RegisterEntry[] = [];
  for (const entry of entries) {
    const reason = whyNot(entry, child, reader);
    if (reason === undefined) kept.push(generalized(entry, child));
    else leftOut[reason] += 1;
  }
  return { entries: kept, leftOut };
}

function whyNot(entry: RegisterEntry, child: string, reader: FamilyReader): LeftOutReason | undefined {
  if (!entry.children.includes(child)) return 'onlyMentioned';
  // A search and a list of who may be meant name children whose file nobody opened.
  if (entry.act === 'searched' && entry.children.length > 1) return 'onlyMentioned';
  if (entry.what === 'legal-referral') return 'legal';
  if (entry.restricted) return 'restricted';
  if (reader === 'parent' && isOwn(entry)) return 'askedAlone';
  return undefined;
}

const isOwn = ({ basis }: RegisterEntry): boolean => basis !== undefined && basisIn(basis).reason === 'own-consent';

/** That the centre read the file is told, not which part of it: a part may be what its reader may not know exists. */
const generalized = (entry: RegisterEntry, child: string): RegisterEntry => ({
  ...entry,
  children: [child],
  ...(entry.act !== 'disclosed' && { act: 'read', what: 'file' }),
});
