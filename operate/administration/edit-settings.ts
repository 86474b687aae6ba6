import type { Command } from 'commander';
import type { AccessSettings } from '../../gateway/access/access-settings.ts';
import { SETTINGS } from '../../gateway/config.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { OperateProblem } from '../gateway-client.ts';
import { changedLines } from './changed-lines.ts';
import { type Checked, checkSettings, type Finding } from './check-settings.ts';
import { readSettings, type SettingsFile, writeSettings } from './settings-file.ts';
import { ADMINISTRATION_WORDS, type AdministrationWords } from './words.ts';

export interface AdministrationDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly language: () => keyof Bilingual;
  readonly say: (line: string) => void;
  /** What is dated is compared with it. */
  readonly now?: () => Date;
}

export interface FileFlags {
  readonly access?: string;
  readonly registry?: string;
}

export interface EditFlags extends FileFlags {
  readonly forReal?: true;
}

export interface BothFiles {
  readonly access: SettingsFile;
  readonly registry: SettingsFile;
}

export const withFiles = (command: Command): Command =>
  command
    .option('--access <yaml>', 'fichier d’accès au lieu de ACCESS_PATH / access file instead of ACCESS_PATH')
    .option('--registry <yaml>', 'registre au lieu de REGISTRY_PATH / registry instead of REGISTRY_PATH');

export const withForReal = (command: Command): Command =>
  command.option('--for-real', 'le fait vraiment ; à blanc sans / really does it; a dry run without');

/** The files that are named, or those of the gateway’s own settings. Throws OperateProblem when they cannot be read. */
export function bothFiles({ env, language }: AdministrationDeps, { access, registry }: FileFlags): BothFiles {
  const { cannotRead } = ADMINISTRATION_WORDS[language()];
  return {
    access: readSettings(access ?? (env.ACCESS_PATH || SETTINGS.ACCESS_PATH), cannotRead),
    registry: readSettings(registry ?? (env.REGISTRY_PATH || SETTINGS.REGISTRY_PATH), cannotRead),
  };
}

/** What a command writes of these files, and what it says of it. */
export interface Edit {
  readonly access?: string;
  readonly registry?: string;
  /** It takes access away: what was wrong before it, elsewhere, is told and does not stand in its way. */
  readonly closes?: true;
}

/**
 * Shows what would change; then, if the files are valid so and it is for real, writes it and says whether a restart is needed. Throws
 * OperateProblem when they would not be valid, or somebody else changed them meanwhile.
 */
export async function applyEdit(
  { language, say, now }: Pick<AdministrationDeps, 'language' | 'say' | 'now'>,
  files: BothFiles,
  edit: Edit,
  forReal: boolean,
): Promise<void> {
  const words = ADMINISTRATION_WORDS[language()];
  const after = {
    access: { ...files.access, text: edit.access ?? files.access.text },
    registry: { ...files.registry, text: edit.registry ?? files.registry.text },
  };
  const changes = (['registry', 'access'] as const).filter((name) => after[name].text !== files[name].text);
  if (changes.length === 0) return say(words.nothingToChange);
  for (const name of changes) {
    say(files[name].path);
    for (const line of changedLines(files[name].text, after[name].text)) say(line);
  }
  const { findings } = checkSettings(after, now?.());
  for (const finding of findings) say(findingTold(finding, words, language()));
  const before = edit.closes === true ? new Set(checkSettings(files, now?.()).findings.map(sameOf)) : NOTHING_BEFORE;
  const isWrong = findings.some((it) => it.severity === 'error' && !before.has(sameOf(it)));
  if (isWrong) throw new OperateProblem(words.wouldBeWrong);
  if (!forReal) return say(words.dryRun);
  for (const name of changes) {
    await writeSettings(files[name], after[name].text, words.changedMeanwhile);
    say(words.written(files[name].path));
    say(name === 'access' ? words.takenUp : words.restart);
  }
}

const NOTHING_BEFORE: ReadonlySet<string> = new Set();

/** An edit moves lines. */
const sameOf = ({ file, path, text }: Finding): string => JSON.stringify([file, path, text.en]);

export const findingTold = (
  { severity, file, line, path, text }: Finding,
  words: AdministrationWords,
  language: keyof Bilingual,
): string => words.finding(severity, file, line, path, text[language]);

/** Both files where each is valid by itself. Throws OperateProblem with what is wrong. */
export function validFiles(
  deps: Pick<AdministrationDeps, 'language' | 'now'>,
  files: BothFiles,
): Required<Pick<Checked, 'access' | 'registry'>> {
  const checked = checkSettings(files, deps.now?.());
  const { access, registry } = checked;
  if (access !== undefined && registry !== undefined) return { access, registry };
  throw wrongFiles(deps, checked);
}

/** The access file where it is valid by itself, whatever the registry is. Throws OperateProblem with what is wrong. */
export function validAccess(deps: Pick<AdministrationDeps, 'language' | 'now'>, files: BothFiles): AccessSettings {
  const checked = checkSettings(files, deps.now?.());
  if (checked.access === undefined) throw wrongFiles(deps, checked);
  return checked.access;
}

function wrongFiles({ language }: Pick<AdministrationDeps, 'language'>, { findings }: Checked): OperateProblem {
  const words = ADMINISTRATION_WORDS[language()];
  const wrong = findings.filter(({ severity }) => severity === 'error');
  return new OperateProblem(wrong.map((finding) => findingTold(finding, words, language())).join('\n'));
}
