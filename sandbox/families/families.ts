import { hochelaga } from './hochelaga.ts';
import type { StoryOf } from './story.ts';
import { vanier } from './vanier.ts';
import { verdun } from './verdun.ts';

/** The invented families, in the order in which they are told. */
export const FAMILIES: readonly StoryOf[] = [verdun, vanier, hochelaga];
