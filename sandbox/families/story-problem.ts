import type { Bilingual } from '../../profiles/codes.ts';

/** A step that did not go as told: the story stops there, and says why in both languages. */
export class StoryProblem extends Error {
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.name = 'StoryProblem';
    this.text = text;
  }
}
