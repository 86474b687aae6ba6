import { MATCH_REASONS } from '../../../profiles/codes/matching.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import type { Resembled } from './resembling.ts';

/** What `load` says: lines and local ids, no word of what a family told. */
export interface LoadWords {
  readonly whichFormat: string;
  readonly fault: (line: number, child: string | undefined, text: string) => string;
  readonly resembles: (line: number, child: string, others: readonly Resembled[]) => string;
  readonly more: (count: number, report: string) => string;
  readonly looking: (done: number, of: number) => string;
  readonly sending: (done: number, of: number) => string;
  readonly summary: (
    counts: Readonly<Record<'lines' | 'ready' | 'loaded' | 'faulty' | 'resembles' | 'follows', number>>,
  ) => string;
  readonly offline: string;
  readonly dryRun: string;
  readonly refused: (line: number, child: string | undefined, words: string) => string;
  readonly done: (counts: Readonly<Record<'loaded' | 'on-its-way' | 'refused', number>>) => string;
  readonly report: (path: string) => string;
  readonly left: string;
  readonly tooBusy: string;
}

const reasons = ({ because }: Resembled, language: keyof Bilingual): string =>
  because.map((reason) => MATCH_REASONS[reason][language]).join(', ');

export const LOAD_WORDS: Readonly<Record<keyof Bilingual, LoadWords>> = {
  fr: {
    whichFormat:
      'Le nom du fichier dit sa forme : .csv ou .tsv (un tableau), .ndjson ou .jsonl (un concept par ligne).',
    fault: (line, child, text) => `ligne ${line}  ${child ?? '–'}  ${text}`,
    resembles: (line, child, others) =>
      `ligne ${line}  ${child}  ressemble à ${others.map((it) => `${it.child}${it.line === undefined ? ' (déjà à la passerelle)' : ` (ligne ${it.line})`} : ${reasons(it, 'fr')}`).join(' ; ')}`,
    more: (count, report) => `… et ${count} autres, dans ${report}`,
    looking: (done, of) => `cherché dans la passerelle : ${done}/${of}`,
    sending: (done, of) => `envoyé : ${done}/${of}`,
    summary: ({ lines, ready, loaded, faulty, resembles, follows }) =>
      `Lignes : ${lines}. Prêtes : ${ready}. Déjà chargées : ${loaded}. Fautives : ${faulty}. Doubles possibles : ${resembles}. Retenues avec leur enfant : ${follows}.`,
    offline: 'Sans regarder la passerelle : les doubles avec elle ne sont pas cherchés.',
    dryRun: 'À blanc : rien n’a été envoyé. Ajoutez --for-real.',
    refused: (line, child, words) => `ligne ${line}  ${child ?? '–'}  REFUSÉE : ${words}`,
    done: (counts) =>
      `Chargées : ${counts.loaded}. Acceptées, pas encore au dossier : ${counts['on-its-way']}. Refusées : ${counts.refused}.`,
    report: (path) => `Rapport, à ne montrer qu’à qui s’en occupe : ${path}`,
    left: 'Il reste des lignes dont une personne doit s’occuper. Corrigez-les, ou nommez par --distinct les enfants qui ne sont pas des doubles, et recommencez : ce qui est chargé n’est pas renvoyé.',
    tooBusy: 'La passerelle a trop à faire. Recommencez plus tard : le chargement reprend où il en est.',
  },
  en: {
    whichFormat: 'The file’s name says its form: .csv or .tsv (a table), .ndjson or .jsonl (one concept a line).',
    fault: (line, child, text) => `line ${line}  ${child ?? '–'}  ${text}`,
    resembles: (line, child, others) =>
      `line ${line}  ${child}  resembles ${others.map((it) => `${it.child}${it.line === undefined ? ' (already at the gateway)' : ` (line ${it.line})`}: ${reasons(it, 'en')}`).join('; ')}`,
    more: (count, report) => `… and ${count} more, in ${report}`,
    looking: (done, of) => `looked for at the gateway: ${done}/${of}`,
    sending: (done, of) => `sent: ${done}/${of}`,
    summary: ({ lines, ready, loaded, faulty, resembles, follows }) =>
      `Lines: ${lines}. Ready: ${ready}. Loaded already: ${loaded}. Faulty: ${faulty}. Potential duplicates: ${resembles}. Held back with their child: ${follows}.`,
    offline: 'Without looking at the gateway: duplicates with it are not looked for.',
    dryRun: 'A dry run: nothing was sent. Add --for-real.',
    refused: (line, child, words) => `line ${line}  ${child ?? '–'}  REFUSED: ${words}`,
    done: (counts) =>
      `Loaded: ${counts.loaded}. Accepted, not in the record yet: ${counts['on-its-way']}. Refused: ${counts.refused}.`,
    report: (path) => `Report, to be shown only to who deals with it: ${path}`,
    left: 'Lines are left that a person must see to. Correct them, or name by --distinct the children who are no duplicates, and do it again: what is loaded is not sent again.',
    tooBusy: 'The gateway has too much to do. Do it again later: the load goes on from where it is.',
  },
};
