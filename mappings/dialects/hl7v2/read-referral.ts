import type { Issue } from '../../domain/mapped.ts';
import { notCarried, type Taken } from './not-carried.ts';
import { numberFrom } from './numbers.ts';
import { type Asked, requestHeard } from './read-request.ts';
import { besideIn } from './read-words.ts';
import { madeAt, momentIn, NO_TIME, named, type OneHeard, type Source } from './source.ts';
import { WHY } from './write-cancellation.ts';

/** Of what only names a request, the child and the providers are those of the request itself. */
const TAKEN: Taken = {
  RF1: [1, 6, 7],
  PRD: 'all',
  CTD: 'all',
  PID: [1, 2, 3, 5, 7, 8],
  OBR: [1, 2, 4],
};

/** REF: I12 asks, I13 asks anew, I14 takes back, I15 asks where it stands. */
export function referralHeard(source: Source): OneHeard {
  const [rf1, ...otherRequests] = named(source, 'RF1');
  const [, ...otherChildren] = named(source, 'PID');
  const number = rf1 && numberFrom(rf1.first(6));
  const at = madeAt(source);
  const isSeveral = otherRequests.length > 0 || otherChildren.length > 0;
  if (rf1 === undefined || number === undefined || at === undefined || isSeveral) {
    const issues = [
      ...(isSeveral ? [SEVERAL] : []),
      ...(number === undefined ? [NO_NUMBER] : []),
      ...(at === undefined ? [NO_TIME] : []),
    ];
    return { ok: false, issues };
  }
  const asked = { rf1, number, at };
  switch (source.header.trigger) {
    case 'I14':
      return cancellationHeard(source, asked);
    case 'I15': {
      const issues = notCarried(source.segments, { ...TAKEN, NTE: [] });
      return { ok: true, value: { heard: { kind: 'status-asked', number }, issues } };
    }
    default:
      return requestHeard(source, asked);
  }
}

function cancellationHeard(source: Source, { rf1, number, at }: Asked): OneHeard {
  const { words, issues } = besideIn(source.segments, source.timeZone);
  const why = rf1.first(1).component(4);
  return {
    ok: true,
    value: {
      heard: {
        kind: 'cancellation',
        number,
        state: why === WHY.inError ? 'entered-in-error' : 'cancelled',
        accepted: why === WHY.stop,
        happenedAt: momentIn(source, rf1, 7) ?? at,
        words,
      },
      issues: [...issues, ...notCarried(source.segments, TAKEN)],
    },
  };
}

const NO_NUMBER: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'RF1-6',
  text: {
    fr: 'RF1-6 doit porter le numéro de la demande, jamais vide : c’est lui que la réponse reprendra.',
    en: 'RF1-6 must hold the number of the request, never empty: the answer will repeat it.',
  },
};
const SEVERAL: Issue = {
  severity: 'error',
  code: 'structure',
  expression: 'RF1',
  text: {
    fr: 'Un message porte une seule demande, pour un seul enfant (un RF1, un PID).',
    en: 'A message holds one request, for one child (one RF1, one PID).',
  },
};
