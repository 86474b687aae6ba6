import type { Registry } from '../../gateway/registry.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { type Bilingual, PROTECTIVE_FACTORS } from '../../profiles/codes.ts';
import type { PartnerSandbox } from '../partners/partner-sandbox.ts';
import { judgeChild, judgeLoop, type LoopFound } from './judge-loop.ts';
import { readPartnerLog } from './read-partner-log.ts';
import { type RatedFactor, type RecordReader, token } from './read-record.ts';
import type { ExpectedLoop, Story } from './story.ts';
import type { Teller } from './tell-family.ts';
import { TELLING, WHY_WORDS } from './telling-words.ts';
import { textTable } from './text-table.ts';

export interface LoopsDeps {
  readonly record: RecordReader;
  readonly partners: ReadonlyMap<string, PartnerSandbox>;
  readonly registry: Registry;
  readonly hapiUrl: string;
}

/** One loop of a story, what the two places say of it, and in what that differs from the story. */
interface Judged {
  readonly story: Story;
  readonly expected: ExpectedLoop;
  readonly found: LoopFound;
  readonly problems: readonly Bilingual[];
}

/** Reads every loop back from HAPI and from the partners' logs and tells them as a table, with links. True when all are as expected. */
export async function tellLoops(stories: readonly Story[], deps: LoopsDeps, teller: Teller): Promise<boolean> {
  const { language, say, bold, bad, good } = teller;
  const judged: Judged[] = [];
  const ofChildren: Bilingual[] = [];
  for (const story of stories) {
    for (const expected of story.loops) judged.push(await judgedLoop(story, expected, deps));
    const { centre, child, loops } = story;
    ofChildren.push(...judgeChild(child.givenName, loops.length, await deps.record.child(centre, child.id)));
  }
  say('');
  say(bold(TELLING.loops[language]));
  const [head = '', line = '', ...rows] = textTable([
    TELLING.columns[language],
    ...judged.map((one) => rowOf(one, deps, language)),
  ]);
  for (const row of [head, line]) say(`  ${row}`);
  for (const [index, { expected, found, problems }] of judged.entries()) {
    const row = rows[index] ?? '';
    say(`  ${problems.length === 0 ? row : bad(row)}`);
    if (expected.ratings !== undefined) say(`      ${ratedWords(found.record.ratings, language)}`);
    for (const problem of problems) say(bad(`      ${problem[language]}`));
  }
  for (const problem of ofChildren) say(bad(`  ${problem[language]}`));
  const allWell = ofChildren.length === 0 && judged.every(({ problems }) => problems.length === 0);
  say(allWell ? good(TELLING.allAsExpected[language]) : bad(TELLING.someNot[language]));

  say('');
  say(bold(TELLING.lookInRecord[language]));
  for (const story of stories) {
    say(`  ${story.child.givenName}`);
    say(`    ${deps.hapiUrl}/Patient?identifier=${token(IDENTIFIERS.child(story.centre), story.child.id)}`);
    for (const { found } of judged.filter((one) => one.story === story)) {
      for (const link of linksOf(found)) say(`    ${deps.hapiUrl}/${link}`);
    }
  }
  return allWell;
}

async function judgedLoop(story: Story, expected: ExpectedLoop, deps: LoopsDeps): Promise<Judged> {
  const record = await deps.record.loop(story.centre, expected.request);
  const atPartners = new Map(
    record.recipients.flatMap(({ id, number }) => {
      const partner = deps.partners.get(id);
      const request = partner === undefined ? undefined : readPartnerLog(partner, number);
      return request === undefined ? [] : [[id, request] as const];
    }),
  );
  const found = { record, atPartners };
  return { story, expected, found, problems: judgeLoop(expected, found) };
}

function rowOf({ story, expected, found, problems }: Judged, deps: LoopsDeps, language: keyof Bilingual) {
  const { loop, recipients } = found.record;
  const each = (tell: (recipient: (typeof recipients)[number]) => string): string => recipients.map(tell).join(' → ');
  const atPartner = (id: string): string =>
    deps.partners.has(id) ? (found.atPartners.get(id)?.status ?? '—') : TELLING.paper[language];
  return [
    story.child.givenName,
    expected.title[language],
    each(({ id }) => deps.registry.partner(id)?.name[language].replace(/ \(.*\)$/, '') ?? id),
    each(({ status }) => status),
    each(({ id }) => atPartner(id)),
    WHY_WORDS[loop.why][language],
    problems.length === 0 ? TELLING.asExpected[language] : TELLING.notAsExpected[language],
  ];
}

/** How far it went, in the words of those who rated: `Sentiment d’appartenance 2 → 4`. */
const ratedWords = (rated: readonly RatedFactor[], language: keyof Bilingual): string =>
  rated.map((one) => `${factorWords(one.factor, language)} ${one.before ?? '—'} → ${one.after ?? '—'}`).join(' · ');

const factorWords = (code: string, language: keyof Bilingual): string =>
  Object.entries(PROTECTIVE_FACTORS).find(([factor]) => factor === code)?.[1][language] ?? code;

/** The request, who has it, and who did what when. */
const linksOf = ({ record: { requests, recipients } }: LoopFound): readonly string[] => [
  ...requests,
  ...recipients.flatMap(({ task }) => [task, `Provenance?target=${task}`]),
];
