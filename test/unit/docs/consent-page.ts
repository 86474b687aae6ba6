import { DENY_REASONS, PERMIT_REASONS } from '../../../mappings/consent/reasons.ts';
import { REGIMES } from '../../../mappings/consent/regimes.ts';
import { SOURCES, type Source, type SourceName } from '../../../mappings/consent/sources.ts';
import { CONSENT_REGIMES } from '../../../profiles/codes/consent.ts';
import { type Bilingual, LEGAL_ROLES } from '../../../profiles/codes.ts';
import { codesOf } from '../../generators/codes.ts';
import { type Case, sourcesUnder } from '../mappings/consent/cases/case.ts';
import { DECISION_TABLE } from '../mappings/consent/cases/decision-table.ts';

type Language = keyof Bilingual;

const REASONS: Readonly<Record<string, Bilingual>> = { ...PERMIT_REASONS, ...DENY_REASONS };

const WORDS = {
  fr: {
    case: 'cas',
    laws: 'loi',
    decided: 'décision',
    rests: 'repose sur',
    confirmed: 'confirmé par un juriste',
    yes: 'oui',
    no: 'non',
    permit: 'montré',
    deny: 'rien ne part',
    regime: 'loi (nom dans le registre)',
    alone: 'le jeune consent seul',
    others: 'd’autres consentent pour lui',
    from: (age: number) => (age === 0 ? 'à tout âge, s’il en est capable' : `dès ${age} ans`),
    until: (age: number) => `jusqu’à ${age} ans`,
    grace: 'une demande en cours continue',
    days: (days: number) => (days === 0 ? 'non' : `${days} jours`),
    source: 'source',
    read: 'lu',
    known: {
      official: 'dans un texte officiel',
      secondary: 'chez quelqu’un d’autre : à vérifier',
      recalled: 'pas lu en entier : à vérifier',
      policy: 'règle à nous',
    },
  },
  en: {
    case: 'case',
    laws: 'law',
    decided: 'decision',
    rests: 'rests on',
    confirmed: 'confirmed by a lawyer',
    yes: 'yes',
    no: 'no',
    permit: 'shown',
    deny: 'nothing leaves',
    regime: 'law (name in the registry)',
    alone: 'the young person consents alone',
    others: 'others consent for them',
    from: (age: number) => (age === 0 ? 'at any age, if capable' : `from ${age}`),
    until: (age: number) => `until ${age}`,
    grace: 'a request under way goes on',
    days: (days: number) => (days === 0 ? 'no' : `${days} days`),
    source: 'source',
    read: 'read',
    known: {
      official: 'in an official text',
      secondary: 'in somebody else’s account: to be checked',
      recalled: 'not read in full: to be checked',
      policy: 'a rule of ours',
    },
  },
} as const;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The tables of docs/consent.md in one language, made from what decides. */
export function consentTables(language: Language): string {
  const words = WORDS[language];
  const cases = DECISION_TABLE.map(
    ({ about, cases: all }) =>
      `#### ${about[language]}\n\n${table(
        [words.case, words.laws, words.decided, words.rests, words.confirmed],
        all.map((it) => caseRow(it, language)),
      )}`,
  );
  return [regimesTable(language), ...cases, sourcesTable(language)].join('\n\n');
}

function caseRow(it: Case, language: Language): readonly string[] {
  const words = WORDS[language];
  const [verdict, reason] =
    'permit' in it.decision ? [words.permit, it.decision.permit] : [words.deny, it.decision.deny];
  const said = REASONS[reason]?.[language] ?? '';
  const articles = [...new Set(it.regimes.flatMap((regime) => sourcesUnder(it, regime)))];
  return [
    it.what[language],
    it.regimes.map((regime) => `\`${regime}\``).join(' '),
    `**${verdict}** \`${reason}\`: ${said}`,
    articles.map((name) => SOURCES[name][language]).join(language === 'fr' ? ' ; ' : '; '),
    it.confirmed ? words.yes : words.no,
  ];
}

function regimesTable(language: Language): string {
  const words = WORDS[language];
  return table(
    [words.regime, words.alone, words.others, words.grace],
    codesOf(REGIMES).map((regime) => {
      const { childFrom, othersUntil, others, graceDays } = REGIMES[regime];
      const who = others.map((role) => LEGAL_ROLES[role][language].toLowerCase()).join(', ');
      return [
        `${CONSENT_REGIMES[regime][language]} (\`${regime}\`)`,
        words.from(childFrom),
        `${who}, ${words.until(othersUntil)}`,
        words.days(graceDays),
      ];
    }),
  );
}

function sourcesTable(language: Language): string {
  const words = WORDS[language];
  return table(
    [words.source, words.read],
    codesOf(SOURCES).map((name) => {
      const source: Source = SOURCES[name satisfies SourceName];
      const where = source.read === undefined ? '' : ` (<${source.read}>)`;
      return [source[language], `${words.known[source.known]}${where}`];
    }),
  );
}

const block = (language: Language) => new RegExp(`(<!-- tables:${language} -->\\n)[\\s\\S]*?(\\n<!-- /tables -->)`);

/** The page with its tables made anew; what stands around them is written by hand. */
export const withTables = (page: string): string =>
  (['fr', 'en'] as const).reduce(
    (text, language) =>
      text.replace(
        block(language),
        (_all, before: string, after: string) => `${before}\n${consentTables(language)}\n${after}`,
      ),
    page,
  );
