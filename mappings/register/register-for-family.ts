import type {
  FamilyReader,
  FileRefused,
  HiddenRequests,
  LeftOutReason,
  RegisterEntry,
  RegisterExtractTold,
} from '../domain/register-told.ts';
import { basisIn } from './register-entry.ts';
import type { THINGS } from './register-words.ts';

export interface FamilyRegister extends Pick<RegisterExtractTold, 'leftOut'> {
  readonly entries: readonly RegisterEntry[];
}

/**
 * What of one child’s register may be given: without what its reader may not know exists. That a legal request exists, or that somebody of the
 * legal pillar looked; all about a request that a label restricts, now or when it left, and whatever was disclosed of a file that bears one;
 * and, for a parent, all about a request that a young person of 14 or more asked alone: also that it was cancelled, and a cancellation of which
 * nothing says how it began. An entry that speaks of other children too is theirs as well. What somebody is refused the existence of is left out
 * whatever else holds; of a whole file that is refused, only that this very extract was made is told, as of a child of whom nothing is there.
 */
export function registerForFamily(
  entries: readonly RegisterEntry[],
  child: string,
  reader: FamilyReader,
  requests: HiddenRequests,
  file?: FileRefused,
): FamilyRegister {
  const about = (those: readonly RegisterEntry[]): readonly string[] => those.flatMap((it) => it.about);
  const hidden: HiddenRequests = {
    ...requests,
    alone: new Set([...requests.alone, ...about(entries.filter(({ askedAlone }) => askedAlone))]),
    restricted: new Set([...requests.restricted, ...about(entries.filter(({ restricted }) => restricted))]),
  };
  const leftOut = { legal: 0, restricted: 0, askedAlone: 0, onlyMentioned: 0, refused: 0 };
  const kept: RegisterEntry[] = [];
  for (const entry of entries) {
    const reason = whyNot(entry, child, reader, hidden, file);
    if (reason === undefined) kept.push(generalized(entry, child));
    else leftOut[reason] += 1;
  }
  return { entries: kept, leftOut };
}

function whyNot(
  entry: RegisterEntry,
  child: string,
  reader: FamilyReader,
  hidden: HiddenRequests,
  file: FileRefused | undefined,
): LeftOutReason | undefined {
  if (!entry.children.includes(child)) return 'onlyMentioned';
  // A search and a list of who may be meant name children whose file nobody opened.
  if (entry.act === 'searched' && entry.children.length > 1) return 'onlyMentioned';
  if (file?.isOwnMaking(entry) === false || isRefused(entry, hidden)) return 'refused';
  if (entry.what === 'legal-referral' || entry.byRole === LEGAL_PILLAR) return 'legal';
  if (isRestricted(entry, hidden)) return 'restricted';
  if (reader === 'parent' && isAskedAlone(entry, hidden)) return 'askedAlone';
  return undefined;
}

/** A role of the centre’s people (docs/authorization.md). */
const LEGAL_PILLAR = 'legal';

/** Also that whoever decides about refusals looked: to a reader whom one concerns it would say that there is something. */
const isRefused = ({ what, about }: RegisterEntry, { refused }: HiddenRequests): boolean =>
  about.some((it) => refused.has(it)) || (refused.size > 0 && OF_REFUSALS.has(what));

const OF_REFUSALS: ReadonlySet<string> = new Set([
  'existence-refusals',
  'existence-refusal-written',
  'existence-refusal-revoked',
] satisfies readonly (keyof typeof THINGS)[]);

const isRestricted = (entry: RegisterEntry, { restricted, isFileRestricted }: HiddenRequests): boolean =>
  entry.restricted || (isFileRestricted && entry.act === 'disclosed') || entry.about.some((it) => restricted.has(it));

const isAskedAlone = (entry: RegisterEntry, { alone, unknown }: HiddenRequests): boolean =>
  entry.askedAlone ||
  entry.about.some((it) => alone.has(it)) ||
  (isCancellation(entry) && (entry.about.length === 0 || entry.about.some((it) => unknown.has(it))));

/** It leaves whatever anybody agreed to, so that its basis does not tell how what it cancels had left. */
export const isCancellation = ({ basis }: RegisterEntry): boolean =>
  basis !== undefined && basisIn(basis).reason === 'bare-cancellation';

/** That the centre read the file is told, not which part of it nor with which app: either may be what its reader may not know exists. */
const generalized = ({ by: { client: _client, ...by }, ...entry }: RegisterEntry, child: string): RegisterEntry => ({
  ...entry,
  by,
  children: [child],
  ...(entry.act !== 'disclosed' && { act: 'read', what: 'file' }),
});
