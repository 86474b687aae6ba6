import type { Bilingual } from '../../../profiles/codes.ts';

/** What `professional leave` says; of children their ids alone. */
export interface LeaveWords {
  readonly noCentre: (centre: string) => string;
  readonly badDate: string;
  readonly toThemselves: string;
  readonly hasLeft: (id: string) => string;
  readonly pivot: (child: string, successor: string, isDone: boolean) => string;
  readonly member: (child: string, isDone: boolean) => string;
  readonly noSuccessor: (child: string) => string;
  readonly total: (children: number, alone: number) => string;
  readonly alone: (children: readonly string[]) => string;
  readonly notYet: (from: string) => string;
  readonly unknownSuccessor: (id: string) => string;
  readonly refused: (circle: string, words: string) => string;
}

export const LEAVE_WORDS: Readonly<Record<keyof Bilingual, LeaveWords>> = {
  fr: {
    noCentre: (centre) => `${centre} n’est pas un centre du registre.`,
    badDate: '--from : une date qui existe, AAAA-MM-JJ.',
    toThemselves: 'La relève est une autre personne que celle qui s’en va.',
    hasLeft: (id) => `${id} s’en va aussi (suspendedFrom) : nommez une autre relève.`,
    pivot: (child, successor, isDone) =>
      isDone ? `${child} : son pivot est maintenant ${successor}` : `${child} : son pivot serait ${successor}`,
    member: (child, isDone) =>
      isDone
        ? `${child} : la personne n’est plus de son cercle ; son pivot reste`
        : `${child} : la personne quitterait son cercle ; son pivot reste`,
    noSuccessor: (child) => `${child} : SANS RELÈVE, rien n’y est changé`,
    total: (children, alone) => `Enfants : ${children}, dont ${alone} sans relève.`,
    alone: (children) =>
      `Sans relève : ${children.join(', ')}. Nommez quelqu’un (--to, ou --hand-over) et recommencez : ce qui est fait n’est pas refait.`,
    notYet: (from) =>
      `La relève n’est pas encore écrite : un cercle dit ce qui est. Relancez la même commande le ${from} ou après.`,
    unknownSuccessor: (id) => `Le répertoire ne connaît pas ${id} : donnez son nom (--to-name, ou la colonne « nom »).`,
    refused: (circle, words) =>
      `Le cercle ${circle} n’a pas été révisé : ${words}\nRecommencez : ce qui est fait n’est pas refait.`,
  },
  en: {
    noCentre: (centre) => `${centre} is not a centre of the registry.`,
    badDate: '--from: a date that exists, YYYY-MM-DD.',
    toThemselves: 'Whoever takes over is somebody else than who leaves.',
    hasLeft: (id) => `${id} leaves too (suspendedFrom): name somebody else.`,
    pivot: (child, successor, isDone) =>
      isDone ? `${child}: the pivot is now ${successor}` : `${child}: the pivot would be ${successor}`,
    member: (child, isDone) =>
      isDone
        ? `${child}: the person is of the circle no more; the pivot stays`
        : `${child}: the person would leave the circle; the pivot stays`,
    noSuccessor: (child) => `${child}: NOBODY TAKES OVER, nothing is changed there`,
    total: (children, alone) => `Children: ${children}, of whom ${alone} without anybody to take over.`,
    alone: (children) =>
      `Nobody takes over: ${children.join(', ')}. Name somebody (--to, or --hand-over) and do it again: what is done is not done again.`,
    notYet: (from) =>
      `The hand-over is not written yet: a circle says what is. Run the same command on ${from} or after.`,
    unknownSuccessor: (id) => `The directory does not know ${id}: give their name (--to-name, or the column "name").`,
    refused: (circle, words) =>
      `The circle ${circle} was not revised: ${words}\nDo it again: what is done is not done again.`,
  },
};
