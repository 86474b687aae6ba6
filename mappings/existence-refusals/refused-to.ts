import type { Bilingual } from '../../profiles/codes.ts';
import type { RefusalStanding } from '../domain/register-told.ts';
import { REFUSAL_BASES } from './bases.ts';
import { type AskedFor, isAgainst, type RecordedRefusal, standsOn } from './refusal.ts';

interface Refused {
  /** Numbers of the requests that whoever asks may not know of. */
  readonly refused: readonly string[];
  readonly isFileRefused: boolean;
  /** Every one that stands for the child, for the person who prepares what is asked: the others too may be in the room. */
  readonly refusals: readonly RefusalStanding[];
}

/** What somebody may not know of, by the decisions that stand on a day at the centre. */
export function refusedTo(
  asked: AskedFor,
  decided: readonly RecordedRefusal[],
  { today, language }: { readonly today: string; readonly language: keyof Bilingual },
): Refused {
  const standing = decided.filter((it) => standsOn(it, today));
  const against = standing.filter((it) => isAgainst(it, asked));
  return {
    refused: against.flatMap(({ requests = [] }) => requests),
    isFileRefused: against.some(({ requests }) => requests === undefined),
    refusals: standing.map((it) => ({
      id: it.id,
      member: it.member,
      ...(it.until !== undefined && { until: it.until }),
      applies: against.includes(it),
      text: inWords(it, language),
    })),
  };
}

/** Names whom it is about and nothing of what is refused but the numbers. */
function inWords({ member, requests, basis, until, decidedBy }: RecordedRefusal, language: keyof Bilingual): string {
  const base = REFUSAL_BASES[basis][language];
  if (language === 'fr')
    return `Ne dites rien à ${member} : ${requests === undefined ? 'que le dossier existe' : `que ces demandes existent (${requests.join(', ')})`} lui est refusé ${until === undefined ? 'jusqu’à révocation' : `jusqu’au ${until} compris`}. Base : ${base}. Décidé par ${decidedBy}.`;
  return `Tell ${member} nothing: ${requests === undefined ? 'that the file exists' : `that these requests exist (${requests.join(', ')})`} is refused to them ${until === undefined ? 'until it is revoked' : `until ${until} included`}. Basis: ${base}. Decided by ${decidedBy}.`;
}
