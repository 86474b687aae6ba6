import {
  FILE_RETENTION,
  KEPT_KINDS,
  RETENTION_SOURCES,
  type RetentionSource,
} from '../../../mappings/retention/retention-rules.ts';
import { AGAINST } from '../../../mappings/retention/stands-against.ts';

type Language = 'fr' | 'en';

const WORDS = {
  fr: {
    regime: [
      'régime',
      'années après la dernière inscription',
      'jamais avant',
      'd’où elle vient',
      'confirmée par un avocat',
    ],
    age: (years: number) => `18 + ${years} ans`,
    no: 'non',
    kind: ['ce qui est gardé', 'où', 'jusqu’à quand'],
    against: ['ce qui s’y oppose', 'peut être forcé'],
    yes: 'oui',
    source: ['source', 'lue'],
    known: {
      official: 'dans un texte officiel',
      secondary: 'chez quelqu’un d’autre : à vérifier',
      recalled: 'pas lue : à vérifier',
      policy: 'règle à nous',
    },
  },
  en: {
    regime: ['regime', 'years after the last entry', 'never before', 'where it comes from', 'confirmed by a lawyer'],
    age: (years: number) => `18 + ${years} years`,
    no: 'no',
    kind: ['what is kept', 'where', 'until when'],
    against: ['what stands against it', 'can be forced'],
    yes: 'yes',
    source: ['source', 'read'],
    known: {
      official: 'in an official text',
      secondary: 'in somebody else’s account: to be checked',
      recalled: 'not read: to be checked',
      policy: 'a rule of ours',
    },
  },
} as const;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The tables of docs/retention.md, in one language. */
export function retentionTables(language: Language): readonly string[] {
  const words = WORDS[language];
  return [
    table(
      words.regime,
      Object.entries(FILE_RETENTION).map(([regime, { years, afterMajority, sources }]) => [
        `\`${regime}\``,
        String(years),
        afterMajority === undefined ? '–' : words.age(afterMajority),
        sources.map((name) => RETENTION_SOURCES[name][language]).join(' ; '),
        words.no,
      ]),
    ),
    table(
      words.source,
      Object.values<RetentionSource>(RETENTION_SOURCES).map((source) => [
        source[language],
        source.read === undefined ? words.known[source.known] : `${words.known[source.known]} (<${source.read}>)`,
      ]),
    ),
    table(
      words.kind,
      Object.values(KEPT_KINDS).map(({ where, until, ...kind }) => [kind[language], where[language], until[language]]),
    ),
    table(
      words.against,
      Object.values(AGAINST).map(({ forced, ...text }) => [text[language], forced ? words.yes : words.no]),
    ),
  ];
}
