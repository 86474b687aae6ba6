import { type Command, InvalidArgumentError } from 'commander';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import { conceptChecker } from '../../../profiles/check-concept.ts';
import { everySecond } from '../../backup/make-backup.ts';
import { bilingualCommand } from '../../bilingual-command.ts';
import { type GatewayClient, OperateProblem } from '../../gateway-client.ts';
import { foundInPages } from '../bundle-pages.ts';
import type { AdministrationDeps } from '../edit-settings.ts';
import { readText } from '../read-table.ts';
import { openJournal, writeReport } from './journal.ts';
import { type JudgedLine, judgeLines } from './judge-lines.ts';
import { paced } from './paced.ts';
import { type LoadLine, readLines } from './read-lines.ts';
import { type ChildSearch, type InGateway, resemblingInGateway } from './resembling.ts';
import { type SentLine, sendLines } from './send-lines.ts';
import { LOAD_WORDS, type LoadWords } from './words.ts';

export interface LoadDeps extends Pick<AdministrationDeps, 'language' | 'say'> {
  readonly client: () => GatewayClient;
  readonly now: () => Date;
}

interface LoadFlags {
  readonly centre: string;
  readonly forReal?: true;
  readonly distinct: readonly string[];
  readonly offline?: true;
  readonly perSecond: number;
}

/** A row is wrong, or a person must say whether it is a duplicate. */
const SOMETHING_LEFT = 3;
/** The others stand in the report. */
const TOLD_MAX = 50;
const PER_SECOND = 40;

/** `load FILE`: a centre’s existing children, and whatever else it knows of them, through the ordinary API. */
export function loadCommand(deps: LoadDeps): Command {
  const { language, client } = deps;
  return bilingualCommand('load')
    .argument('<file>')
    .description(
      'Charge les enfants qu’un centre suit déjà : un tableau (CSV) ou un concept par ligne (NDJSON) ; à blanc sans --for-real. Demande CENTRE_CLIENT ou CENTRE_TOKEN ; code de sortie 3 s’il reste une ligne dont une personne doit s’occuper. / ' +
        'Loads the children whom a centre sees already: a table (CSV) or one concept a line (NDJSON); a dry run without --for-real. Needs CENTRE_CLIENT or CENTRE_TOKEN; exit code 3 if a line is left that a person must see to.',
    )
    .requiredOption('--centre <id>', 'centre')
    .option('--for-real', 'envoie vraiment / really sends')
    .option(
      '--distinct <ids...>',
      'enfants dont une personne a dit que ce ne sont pas des doubles / children of whom a person said that they are no duplicates',
      [],
    )
    .option('--offline', 'à blanc, sans regarder la passerelle / a dry run, without looking at the gateway')
    .option('--per-second <n>', 'appels par seconde, de 1 à 500 / calls a second, 1 to 500', rateFrom, PER_SECOND)
    .action(async (file: string, flags: LoadFlags) => {
      const words = LOAD_WORDS[language()];
      const isOffline = flags.offline === true && flags.forReal !== true;
      const gateway = isOffline ? undefined : paced(client(), flags.perSecond);
      const check = conceptChecker({ now: deps.now });
      const lines = readLines(readText(file, language()), isTable(file, words), {
        centre: flags.centre,
        check,
        language: language(),
      });
      const journal = openJournal(`${file}.loaded.ndjson`);
      const judged = await judgeLines(lines, {
        centre: flags.centre,
        isLoaded: ({ key }) => key !== undefined && journal.has(key),
        distinct: new Set(flags.distinct),
        inGateway: lookIn(gateway, deps, flags.centre, lines.length, words),
      });
      const sent: SentLine[] = [];
      tellJudged(judged, file, deps, words);
      try {
        if (flags.forReal === true && gateway !== undefined) {
          const ready = judged.filter(({ state }) => state === 'ready').map(({ line }) => line);
          const progress = everySecond((done) => deps.say(words.sending(done, ready.length)));
          const tell = (one: SentLine): void => {
            sent.push(one);
            progress(sent.length);
          };
          await sendLines({ gateway, journal, tell, tooBusy: words.tooBusy }, ready);
          tellSent(sent, deps, words);
        }
      } finally {
        writeReport(reportOf(file), reportRows(judged, sent));
        deps.say(words.report(reportOf(file)));
      }
      if (gateway === undefined) deps.say(words.offline);
      if (flags.forReal !== true) deps.say(words.dryRun);
      if (isLeft(judged, sent)) throw new OperateProblem(words.left, { exitCode: SOMETHING_LEFT });
    });
}

const reportOf = (file: string): string => `${file}.report.ndjson`;

function isTable(file: string, words: LoadWords): boolean {
  if (/\.(csv|tsv)$/i.test(file)) return true;
  if (/\.(ndjson|jsonl)$/i.test(file)) return false;
  throw new OperateProblem(words.whichFormat);
}

/** Among the gateway’s children, through its facade: each look is an access like another, and stands in the register. */
function lookIn(
  gateway: GatewayClient | undefined,
  { say }: LoadDeps,
  centre: string,
  of: number,
  words: LoadWords,
): (line: LoadLine) => Promise<InGateway> {
  if (gateway === undefined) return async () => ({ resembled: [], isTaken: false });
  const progress = everySecond((count) => say(words.looking(count, of)));
  const search: ChildSearch = {
    search: (type, params) => foundInPages(gateway, 'POST', `/fhir/${type}/_search`, formOf(params)),
  };
  let done = 0;
  return async ({ says }) => {
    done += 1;
    progress(done);
    if (says === undefined) return { resembled: [], isTaken: false };
    return resemblingInGateway(search, centre, says, `${IDENTIFIERS.child(centre)}|${says.id}`);
  };
}

/** The facade gives a centre its own children only: what narrows to a centre goes without saying, and is not asked. */
function formOf(params: Parameters<ChildSearch['search']>[1]): URLSearchParams {
  const { 'organization.identifier': _own, ...asked } = params;
  return new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  );
}

function tellJudged(judged: readonly JudgedLine[], file: string, { say, language }: LoadDeps, words: LoadWords): void {
  const told = judged.flatMap(({ line, faults, resembled, state }) => [
    ...faults.map(({ text }) => words.fault(line.line, line.child, text[language()])),
    ...(state === 'resembles' ? [words.resembles(line.line, line.child ?? '–', resembled)] : []),
  ]);
  for (const text of told.slice(0, TOLD_MAX)) say(text);
  if (told.length > TOLD_MAX) say(words.more(told.length - TOLD_MAX, reportOf(file)));
  const count = (state: JudgedLine['state']): number => judged.filter((it) => it.state === state).length;
  say(
    words.summary({
      lines: judged.length,
      ready: count('ready'),
      loaded: count('loaded'),
      faulty: count('faulty'),
      resembles: count('resembles'),
      follows: count('follows'),
    }),
  );
}

function tellSent(sent: readonly SentLine[], { say }: LoadDeps, words: LoadWords): void {
  const refused = sent.filter(({ outcome }) => outcome === 'refused');
  for (const { line, words: why = '' } of refused.slice(0, TOLD_MAX)) say(words.refused(line.line, line.child, why));
  const count = (outcome: SentLine['outcome']): number => sent.filter((it) => it.outcome === outcome).length;
  say(words.done({ loaded: count('loaded'), 'on-its-way': count('on-its-way'), refused: count('refused') }));
}

const isLeft = (judged: readonly JudgedLine[], sent: readonly SentLine[]): boolean =>
  judged.some(({ state }) => state !== 'ready' && state !== 'loaded') ||
  sent.some(({ outcome }) => outcome !== 'loaded');

function reportRows(judged: readonly JudgedLine[], sent: readonly SentLine[]): readonly object[] {
  const outcomes = new Map(sent.map(({ line, outcome, words }) => [line.line, { outcome, words }]));
  return judged.map(({ line, state, faults, resembled }) => ({
    line: line.line,
    ...(line.child !== undefined && { child: line.child }),
    ...(line.concept !== undefined && { concept: line.concept }),
    state: outcomes.get(line.line)?.outcome ?? state,
    ...(faults.length > 0 && { faults }),
    ...(resembled.length > 0 && { resembled }),
    ...(outcomes.get(line.line)?.words !== undefined && { refused: outcomes.get(line.line)?.words }),
  }));
}

function rateFrom(text: string): number {
  const rate = Number(text);
  if (Number.isInteger(rate) && rate >= 1 && rate <= 500) return rate;
  throw new InvalidArgumentError('1–500');
}
