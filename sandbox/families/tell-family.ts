import type { Bilingual } from '../../profiles/codes.ts';
import { type Played, playStep, type Scene } from './play-step.ts';
import type { Step } from './story.ts';
import { StoryProblem } from './story-problem.ts';
import { standingWords, TELLING } from './telling-words.ts';

/** How a telling is printed. */
export interface Teller {
  readonly language: keyof Bilingual;
  readonly say: (line: string) => void;
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
      say(lineOf(step, await playStep(step, scene), teller));
    } catch (problem) {
      if (!(problem instanceof StoryProblem)) throw problem;
      say(`  ${dayOf(step, language)}  ${step.says[language]}`);
      say(`  ${bad(TELLING.stopped[language])} ${problem.text[language]}`);
      return false;
    }
  }
  return true;
}

function lineOf(step: Step, { call, stands, seen }: Played, { language, dim, good }: Teller): string {
  const about = [
    ...(call === undefined ? [] : [dim(call)]),
    ...(stands === undefined ? [] : [good(`→ ${standingWords(stands, language)}`)]),
    ...(seen === undefined ? [] : [dim(seen[language])]),
  ];
  return `  ${dayOf(step, language)}  ${step.says[language]}  ${about.join(' ')}`;
}

const LOCALES = { fr: 'fr-CA', en: 'en-CA' } as const;
const DAY_WIDTH = 8;

const dayOf = ({ happenedAt }: Step, language: keyof Bilingual): string =>
  new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', timeZone: 'America/Toronto' })
    .format(new Date(happenedAt))
    .padEnd(DAY_WIDTH);
