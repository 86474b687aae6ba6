import type { Bilingual } from '../../profiles/codes.ts';
import { type Played, playStep, type Scene } from './play-step.ts';
import type { Step } from './story.ts';
import { StoryProblem } from './story-problem.ts';
import { standingWords, TELLING } from './telling-words.ts';

/** How a telling is printed. */
export interface Teller {
  readonly language: keyof Bilingual;
  readonly say: (line: string) => void;
  /** Width of the terminal; absent where lines are not to be broken. */
  readonly columns?: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** Tells one family, a line for each act as it happens. True when every step went as told; false when it stopped at one. */
export async function tellFamily(scene: Scene, teller: Teller): Promise<boolean> {
  const { story } = scene;
  const { language, say, bold, bad } = teller;
  say('');
  say(bold(story.title[language]));
  say(story.intro[language]);
  for (const step of story.steps) {
    try {
      for (const line of linesOf(step, await playStep(step, scene), teller)) say(line);
    } catch (problem) {
      if (!(problem instanceof StoryProblem)) throw problem;
      say(`  ${dayOf(step, language)}  ${step.says[language]}`);
      say(`  ${bad(TELLING.stopped[language])} ${problem.text[language]}`);
      return false;
    }
  }
  return true;
}

/** On one line; where the terminal is narrow, what was called and what came of it on a second one. */
function linesOf(step: Step, { call, stands, seen }: Played, teller: Teller): readonly string[] {
  const { language, dim, good, columns } = teller;
  const said = `  ${dayOf(step, language)}  ${step.says[language]}`;
  const about = [
    ...(call === undefined ? [] : [{ text: call, paint: dim }]),
    ...(stands === undefined ? [] : [{ text: `→ ${standingWords(stands, language)}`, paint: good }]),
    ...(seen === undefined ? [] : [{ text: seen[language], paint: dim }]),
  ];
  const painted = about.map(({ text, paint }) => paint(text)).join(' ');
  const length = `${said}  ${about.map(({ text }) => text).join(' ')}`.length;
  return columns === undefined || length <= columns ? [`${said}  ${painted}`] : [said, `${INDENT}${painted}`];
}

const LOCALES = { fr: 'fr-CA', en: 'en-CA' } as const;
const DAY_WIDTH = 8;
const INDENT = ' '.repeat(DAY_WIDTH + 4);

const dayOf = ({ happenedAt }: Step, language: keyof Bilingual): string =>
  new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', timeZone: 'America/Toronto' })
    .format(new Date(happenedAt))
    .padEnd(DAY_WIDTH);
