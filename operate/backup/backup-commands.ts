import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Bilingual } from '../../profiles/codes.ts';
import { bilingualCommand } from '../bilingual-command.ts';
import { OperateProblem } from '../gateway-client.ts';
import { operateSettings, releaseOf, withRedis } from '../operate-settings.ts';
import { everySecond, makeBackup } from './make-backup.ts';
import { markMissing, missingFromRecord } from './missing.ts';
import { checkFiles, openBackup, readManifest } from './open-backup.ts';
import { recordStore } from './record-store.ts';
import { redo } from './redo.ts';
import { nobodyElse, type RestoreAsked, restoreBackup } from './restore-backup.ts';
import { WORDS, type Words } from './words.ts';

export interface BackupCommandDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly language: () => keyof Bilingual;
  readonly say: (line: string) => void;
}

const DAY_SECONDS = 86_400;
const PASSPHRASE_MIN = 16;

/** `backup`, `backup-check`, `restore`, `redo`, `missing`: the queue, the record and the sealing keys, kept together and put back. */
export function backupCommands(deps: BackupCommandDeps): readonly Command[] {
  return [backupCommand(deps), checkCommand(deps), restoreCommand(deps), redoCommand(deps), missingCommand(deps)];
}

function backupCommand({ env, language, say }: BackupCommandDeps): Command {
  return bilingualCommand('backup')
    .argument('<folder>', 'où la mettre / where to put it')
    .description(
      'Sauvegarde ensemble la file (Redis), le dossier (HAPI) et les clés de scellement, chiffrés, pendant que tout marche. ' +
        'Dans l’environnement : REDIS_URL, HAPI_URL, SEALING_KEYS comme la passerelle ; RECORD_DATABASE_URL ; BACKUP_PASSPHRASE_FILE ou BACKUP_PASSPHRASE. / ' +
        'Backs up the queue (Redis), the record (HAPI) and the sealing keys together, encrypted, while all is running. ' +
        'In the environment: REDIS_URL, HAPI_URL, SEALING_KEYS as the gateway has them; RECORD_DATABASE_URL; BACKUP_PASSPHRASE_FILE or BACKUP_PASSPHRASE.',
    )
    .action(async (folder: string) => {
      const words = WORDS[language()];
      const { redisUrl, ...settings } = operateSettings(env);
      const passphrase = passphraseFrom(env, words);
      const record = recordStore({ url: env.RECORD_DATABASE_URL, hapiUrl: settings.hapiUrl, env, words });
      await withRedis(redisUrl, words.noRedis, (redis) =>
        makeBackup(resolve(folder), {
          ...settings,
          redis,
          record,
          passphrase,
          release: releaseOf(),
          words,
          say,
          now: () => new Date(),
        }),
      );
    });
}

function checkCommand({ env, language, say }: BackupCommandDeps): Command {
  return bilingualCommand('backup-check')
    .argument('<backup>', 'le dossier d’une sauvegarde / the folder of a backup')
    .description(
      'Dit ce qu’est une sauvegarde et si elle est entière ; avec la phrase secrète, l’ouvre jusqu’au bout. / ' +
        'Says what a backup is and whether it is whole; with the passphrase, opens it to its end.',
    )
    .action(async (path: string) => {
      const words = WORDS[language()];
      const manifest = await readManifest(path, words);
      const { protection: _protection, seal: _seal, ...told } = manifest;
      say(JSON.stringify(told, undefined, 2));
      if (env.BACKUP_PASSPHRASE_FILE || env.BACKUP_PASSPHRASE)
        await openBackup(path, passphraseFrom(env, words), words, say);
      else await checkFiles(path, manifest, words, say);
    });
}

interface RestoreFlags {
  readonly only?: NonNullable<RestoreAsked['only']>;
  readonly keysTo?: string;
  readonly replace?: boolean;
  readonly do?: boolean;
}

function restoreCommand({ env, language, say }: BackupCommandDeps): Command {
  return bilingualCommand('restore')
    .argument('<backup>', 'le dossier d’une sauvegarde / the folder of a backup')
    .description(
      'Restaure une sauvegarde, passerelle, ouvriers et HAPI arrêtés ; à blanc sans --do. Le dossier restauré seul : ce qui y est entré depuis est remis en file. / ' +
        'Restores a backup, gateway, workers and HAPI stopped; a dry run without --do. The record restored alone: what went into it since is queued again.',
    )
    .addOption(new Option('--only <part>', 'l’un des deux / one of the two').choices(['queue', 'record']))
    .option('--keys-to <file>', 'où écrire les clés de scellement / where to write the sealing keys')
    .option('--replace', 'efface d’abord ce que Redis contient / first erases what Redis holds')
    .option('--do', 'le fait vraiment / really does it')
    .action(async (path: string, { only, keysTo, replace = false, do: really = false }: RestoreFlags) => {
      const words = WORDS[language()];
      const { redisUrl, hapiUrl, sealingKeys } = operateSettings(env);
      const passphrase = passphraseFrom(env, words);
      const record = () => recordStore({ url: env.RECORD_DATABASE_URL, hapiUrl, env, words });
      const asked = { replace, really, ...(only !== undefined && { only }), ...(keysTo !== undefined && { keysTo }) };
      await withRedis(redisUrl, words.noRedis, (redis) =>
        restoreBackup(path, asked, {
          redis,
          record,
          hapiUrl,
          sealingKeys,
          passphrase,
          words,
          say,
          now: () => new Date(),
        }),
      );
    });
}

function redoCommand({ env, language, say }: BackupCommandDeps): Command {
  return bilingualCommand('redo')
    .description(
      'Après un dossier restauré par d’autres moyens : remet en tête de leurs files, dans l’ordre, les événements mis au dossier depuis l’instant de sa sauvegarde (gardés 26 heures), passerelle et ouvriers arrêtés. / ' +
        'After a record restored by other means: puts the events that went into the record since the moment of its backup back at the head of their lanes, in order (kept for 26 hours), gateway and workers stopped.',
    )
    .requiredOption('--since <instant>', 'instant / instant: 2026-11-26T03:00:00Z')
    .action(async ({ since }: { readonly since: string }) => {
      const words = WORDS[language()];
      const moment = new Date(since);
      if (Number.isNaN(moment.getTime())) throw new OperateProblem(`--since: 2026-11-26T03:00:00Z`);
      await withRedis(operateSettings(env).redisUrl, words.noRedis, async (redis) => {
        await nobodyElse(redis, words);
        say(words.redone(await redo(redis, moment, words), since));
        say(words.thenMissing);
      });
    });
}

function missingCommand({ env, language, say }: BackupCommandDeps): Command {
  return bilingualCommand('missing')
    .description(
      'Ce que la file dit au dossier et que le dossier n’a pas, comme après un dossier restauré plus ancien ; les files vides. / ' +
        'What the queue says is in the record and the record does not have, as after an older record was restored; once the lanes are empty.',
    )
    .option('--do', 'le dit dans leurs échanges / says so in their exchanges')
    .action(async ({ do: really = false }: { readonly do?: boolean }) => {
      const words = WORDS[language()];
      const { redisUrl, hapiUrl } = operateSettings(env);
      const keptForSeconds = Number(env.KEPT_FOR_DAYS || 30) * DAY_SECONDS;
      const progress = everySecond((looked) => say(words.reading('exchanges', `${looked}`)));
      await withRedis(redisUrl, words.noRedis, async (redis) => {
        const { looked, missing } = await missingFromRecord({ redis, hapiUrl, keptForSeconds, words, progress });
        for (const { id, centre, kind, concept, identifier, version, syncedAt } of missing)
          say([syncedAt, id, centre, concept ?? kind, identifier, version].map((it) => it ?? '–').join('  '));
        if (missing.length === 0) return say(words.nothingMissing(looked));
        say(words.missing(missing.length));
        if (really) await markMissing(redis, missing, keptForSeconds);
        say(really ? words.marked : words.notMarked);
      });
    });
}

function passphraseFrom(env: NodeJS.ProcessEnv, words: Words): string {
  const { BACKUP_PASSPHRASE_FILE: file, BACKUP_PASSPHRASE: given } = env;
  const passphrase = file ? inFile(file) : given;
  if (!passphrase) throw new OperateProblem(words.noPassphrase);
  if (passphrase.length < PASSPHRASE_MIN) throw new OperateProblem(words.shortPassphrase);
  return passphrase;
}

/** Without the end of its line, which an editor adds. */
function inFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    throw new OperateProblem(`${file} : ${error instanceof Error ? error.message : String(error)}`);
  }
}
