import { expect, test } from '@jest/globals';
import { ALL_TEXTS, LANGUAGES } from '../../../../board/texts/all-texts.ts';
import type { TextTree } from '../../../../board/texts/in-both.ts';
import { CONCEPT_WORDS } from '../../../../mappings/timeline/timeline-words.ts';
import { WATCH_RULES } from '../../../../mappings/watch/child-findings.ts';
import type { WatchRule } from '../../../../mappings/watch/watch-rule.ts';
import { APPOINTMENT_STATUSES } from '../../../../profiles/codes/contacts.ts';
import { REFERRAL_ACTS } from '../../../../profiles/codes/referral-acts.ts';
import { WATCH_FINDINGS } from '../../../../profiles/codes/watch-findings.ts';
import type { Bilingual } from '../../../../profiles/codes.ts';

const leaves = (tree: TextTree): readonly string[] =>
  Object.values(tree).flatMap((it) => (typeof it === 'string' ? [it] : leaves(it)));
const both = (tables: readonly Readonly<Record<string, Bilingual>>[]): readonly Bilingual[] =>
  tables.flatMap((table) => Object.values(table));

const rules: readonly WatchRule[] = Object.values(WATCH_RULES);
const WATCH = [...both([WATCH_FINDINGS]), ...rules.map(({ todo }) => todo)];
/** Everything that stands beside a child’s name, on the board or in what it is told. */
const BESIDE_A_NAME = [
  ...both([REFERRAL_ACTS, APPOINTMENT_STATUSES]),
  ...WATCH,
  ...Object.values(CONCEPT_WORDS).flatMap(({ created, revised }) => [created, revised]),
];
const said = [
  ...Object.values(ALL_TEXTS).flatMap((texts) => LANGUAGES.flatMap((language) => leaves(texts[language]))),
  ...BESIDE_A_NAME.flatMap(({ fr, en }) => [fr, en]),
];

/** Words that count or judge people: who did not come, who does not cooperate, whose family is a case. */
const JUDGING =
  /manqué|absen(?:ce|t)|missed|no.show|did not attend|défaut de|collabor|coopér|complian|adhér|à risque|at.risk|vulnérab|vulnerab|défavoris|deprived|dysfonction|problématique|problem famil|signalement|négligen(?!ce)|négligent|suspect|incapable|échec|failed to/i;

test('nothing that stands beside a child’s name counts or names an appointment that was missed, nor labels a family', () => {
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter((text) => JUDGING.test(text))).toEqual([]);
});

test('what the watch says is typeset as the board is, and names the request, the need or the day, never whoever it stands beside', () => {
  const texts = WATCH.map(({ fr }) => fr);
  expect(texts.filter((text) => /[^\u00a0\u202f][:;!?»]|«[^\u00a0\u202f]|'/.test(text))).toEqual([]);
  // Alone under a name, a past participle would be said of the child.
  const alone = both([WATCH_FINDINGS]).filter(
    ({ fr, en }) =>
      /^(?:Refusé|Prescrit|Annulé|Perdu|Retiré)/.test(fr) || /^(?:Declined|Prescribed|Cancelled|Lost)/.test(en),
  );
  expect(alone).toEqual([]);
});
