import { FAMILIES } from '../../../../sandbox/families/families.ts';
import type { Story } from '../../../../sandbox/families/story.ts';
import { storyCalendar } from '../../../../sandbox/families/story-calendar.ts';

/** The stories as told at a moment. */
export const storiesAt = (now: Date): readonly Story[] =>
  FAMILIES.map((storyOf) => storyOf({ calendar: storyCalendar(now), own: (name) => `${name}-test` }));
