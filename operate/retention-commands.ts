import { type Command, Option } from 'commander';
import type { Bilingual } from '../profiles/codes.ts';
import { bilingualCommand } from './bilingual-command.ts';
import type { CommandDeps } from './dead-letter-commands.ts';

interface Listed {
  readonly term: {
    readonly years: number;
    readonly afterMajority?: number;
    readonly rule: string;
    readonly by?: string;
    readonly since?: string;
    readonly confirmed: boolean;
  };
  readonly files: readonly {
    readonly child?: string;
    readonly motherFile?: string;
    readonly lastEntry: string;
    readonly due?: string;
  }[];
  readonly due: number;
  readonly all: number;
  readonly destroyed: number;
}

interface Told {
  readonly record: Readonly<Record<string, number>>;
  readonly queue: Readonly<Record<string, number>>;
  readonly against: readonly { readonly against: string; readonly forced: boolean; readonly text: string }[];
  readonly refused: boolean;
  readonly begun: boolean;
  readonly lastEntry?: string;
  readonly due?: string;
  readonly agesOut: readonly string[];
}

interface Flags {
  readonly why: string;
  readonly decision: string;
  readonly motherFile?: true;
  readonly force?: true;
  readonly do?: true;
}

const token = 'CENTRE_TOKEN';

/** `retention list|destroy`: files whose time is over, and their destruction; a dry run without `--do`. */
export function retentionCommands({ client, say }: CommandDeps): Command {
  const retention = bilingualCommand('retention').description(
    'La conservation des dossiers, pour la personne responsable de la protection des renseignements personnels : CENTRE_TOKEN est son jeton à elle. / ' +
      'How long files are kept, for the privacy officer: CENTRE_TOKEN is a token of that person.',
  );

  retention
    .command('list')
    .description(
      'La durée, et les dossiers pour lesquels elle est passée. / The term, and the files for which it is over.',
    )
    .option('--limit <n>', 'combien au plus / how many at most', '100')
    .action(async ({ limit }: { readonly limit: string }) => {
      const { language, call } = client();
      // What our own gateway answers has the shape that its OpenAPI document promises.
      const path = `/v1/retention?${new URLSearchParams({ limit, lang: language })}`;
      const listed = (await call('GET', path, { token })) as Listed;
      say(termLine(listed.term, language));
      for (const { child, motherFile, lastEntry, due } of listed.files)
        say(`${child ?? `${motherFile} ${HERS[language]}`}  ${lastEntry}  ${due ?? UNKNOWN[language]}`);
      say(TOTAL[language](listed));
    });

  retention
    .command('destroy')
    .argument('<file>', 'son numéro au centre / its number at the centre')
    .description(
      'Détruit un dossier pour de bon ; à blanc sans --do. / Destroys a file for good; a dry run without --do.',
    )
    .addOption(
      new Option('--why <why>', 'pourquoi / why')
        .choices(['retention-over', 'asked', 'order', 'error'])
        .makeOptionMandatory(),
    )
    .requiredOption(
      '--decision <number>',
      'numéro sous lequel la décision est écrite, jamais un nom / number under which the decision is written, never a name',
    )
    .option('--mother-file', 'c’est le dossier d’une femme enceinte / it is the file of an expectant mother')
    .option('--force', 'malgré ce qui s’y oppose / despite what stands against it')
    .option('--do', 'le fait vraiment / really does it')
    .action(async (file: string, { why, decision, motherFile, force, do: really }: Flags) => {
      const { language, call } = client();
      const owner = motherFile === true ? { motherFile: file } : { child: file };
      const body = { ...owner, why, decision, ...(force && { force }), ...(really && { really }) };
      const path = `/v1/retention/destructions?lang=${language}`;
      const told = (await call('POST', path, { token, body })) as Told;
      if (told.begun) say(BEGUN[language]);
      if (told.lastEntry !== undefined)
        say(`${LAST_ENTRY[language]} ${told.lastEntry}  →  ${told.due ?? UNKNOWN[language]}`);
      say(`HAPI: ${counted(told.record)}`);
      say(`Redis: ${counted(told.queue)}`);
      for (const { text, forced } of told.against) say(`! ${text}${forced ? '' : ` ${NOT_FORCED[language]}`}`);
      for (const line of told.agesOut) say(`– ${line}`);
      if (really === true) say(DONE[language]);
      else say(told.refused ? WOULD_BE_REFUSED[language] : DRY_RUN[language]);
    });
  return retention;
}

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || '–';

function termLine(
  { years, afterMajority, rule, by, since, confirmed }: Listed['term'],
  language: keyof Bilingual,
): string {
  const whose = by === undefined ? NOBODY[language] : `${by}, ${since}`;
  const age = afterMajority === undefined ? '' : ` ; 18 + ${afterMajority}`;
  return `${TERM[language]} ${years}${age} (${rule} – ${whose} – ${(confirmed ? CONFIRMED : NOT_CONFIRMED)[language]})`;
}

const HERS: Bilingual = { fr: '(femme enceinte)', en: '(expectant mother)' };
const TERM: Bilingual = { fr: 'Années gardées :', en: 'Years kept:' };
const NOBODY: Bilingual = { fr: 'personne au centre ne l’a encore dite', en: 'nobody at the centre has said it yet' };
const CONFIRMED: Bilingual = { fr: 'confirmée par un avocat', en: 'confirmed by a lawyer' };
const NOT_CONFIRMED: Bilingual = { fr: 'aucun avocat ne l’a confirmée', en: 'no lawyer has confirmed it' };
const UNKNOWN: Bilingual = { fr: 'date de naissance inconnue', en: 'birth date not known' };
const LAST_ENTRY: Bilingual = { fr: 'Dernière inscription', en: 'Last entry' };
const NOT_FORCED: Bilingual = { fr: 'Ne peut pas être forcé.', en: 'It cannot be forced.' };
const BEGUN: Bilingual = {
  fr: 'Une destruction de ce dossier avait commencé : elle est à finir.',
  en: 'A destruction of this file had begun: it is to be finished.',
};
const DONE: Bilingual = { fr: 'Détruit, et inscrit au registre.', en: 'Destroyed, and in the register.' };
const DRY_RUN: Bilingual = {
  fr: 'À blanc : rien n’a été fait. Ajoutez --do.',
  en: 'A dry run: nothing was done. Add --do.',
};
const WOULD_BE_REFUSED: Bilingual = {
  fr: 'À blanc : ce serait refusé ainsi. Réglez ce qui s’y oppose, ou --force avec une autre raison que retention-over.',
  en: 'A dry run: it would be refused so. Settle what stands against it, or --force with another reason than retention-over.',
};
const TOTAL = {
  fr: ({ files, due, all, destroyed }: Listed) =>
    `Montrés : ${files.length}/${due}. Dossiers du centre : ${all}. Déjà détruits : ${destroyed}.`,
  en: ({ files, due, all, destroyed }: Listed) =>
    `Shown: ${files.length}/${due}. Files of the centre: ${all}. Destroyed already: ${destroyed}.`,
} as const;
