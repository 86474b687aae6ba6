import { ACTS } from '../../mappings/domain/referral-effect.ts';
import { REFERRAL_STATES } from '../../mappings/domain/referral-state.ts';
import { type Act, REFERRAL_TABLE, sideOf } from '../../mappings/domain/referral-table.ts';
import { REFERRAL_ACTS } from '../../profiles/codes/referral-acts.ts';

/** What no answer is, but a revision of the request. */
const REVISIONS = {
  asked: { fr: 'Demandée', en: 'Asked' },
  withdrawn: { fr: 'Retirée par le centre', en: 'Withdrawn by the centre' },
} as const;

const wordsOf = (act: Act): string => {
  const { fr, en } = act === 'asked' || act === 'withdrawn' ? REVISIONS[act] : REFERRAL_ACTS[act];
  return `\`${act}\` ${fr} / ${en}`;
};

/** The state machine as the page of the mappings shows it: a row for each act, a column for each state. */
export const stateTable = (): string => {
  const rows = (side: 'requester' | 'owner') =>
    ACTS.filter((act) => sideOf(act) === side).map(
      (act) => `| ${wordsOf(act)} | ${REFERRAL_STATES.map((state) => REFERRAL_TABLE[act][state]).join(' | ')} |`,
    );
  return [
    `| | ${REFERRAL_STATES.join(' | ')} |`,
    `|---|${REFERRAL_STATES.map(() => '---').join('|')}|`,
    `| **qui demande / the requester** |${REFERRAL_STATES.map(() => ' ').join('|')}|`,
    ...rows('requester'),
    `| **qui reçoit / the owner** |${REFERRAL_STATES.map(() => ' ').join('|')}|`,
    ...rows('owner'),
  ].join('\n');
};
