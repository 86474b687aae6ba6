import type { KeyObject } from 'node:crypto';
import type { Command } from 'commander';
import { makeCheckpoint } from '../../gateway/audit/make-checkpoint.ts';
import { signingKeyAt, verifyingKeyAt } from '../../gateway/audit/signing-key.ts';
import { SETTINGS } from '../../gateway/config.ts';
import { GatewayError } from '../../gateway/failures.ts';
import { fhirStore } from '../../gateway/record/fhir-store.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { everySecond } from '../backup/make-backup.ts';
import { WORDS } from '../backup/words.ts';
import { bilingualCommand } from '../bilingual-command.ts';
import { OperateProblem } from '../gateway-client.ts';
import { operateSettings, withRedis } from '../operate-settings.ts';
import { verifyAudit } from './verify-audit.ts';
import { AUDIT_WORDS } from './words.ts';

export interface AuditCommandDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly language: () => keyof Bilingual;
  readonly say: (line: string) => void;
}

interface Flags {
  readonly key?: string;
  readonly checkpoints?: string;
}

const RECORD_TIMEOUT_MS = 60_000;

/** `audit verify|checkpoint`: whether every entry of the register is there as it was written, and signing where it stands. */
export function auditCommands({ env, language, say }: AuditCommandDeps): Command {
  const audit = bilingualCommand('audit').description(
    'Le registre des accès et des communications. REDIS_URL, HAPI_URL, AUDIT_SIGNING_KEY et AUDIT_CHECKPOINTS comme les ouvriers. / ' +
      'The register of accesses and disclosures. REDIS_URL, HAPI_URL, AUDIT_SIGNING_KEY and AUDIT_CHECKPOINTS as the workers have them.',
  );
  const folderOf = ({ checkpoints }: Flags): string =>
    checkpoints ?? (env.AUDIT_CHECKPOINTS || SETTINGS.AUDIT_CHECKPOINTS);
  const keyAt = (path: string, read: (path: string) => KeyObject): KeyObject => {
    try {
      return read(path);
    } catch (cause) {
      throw new OperateProblem(AUDIT_WORDS[language()].badKey(path), { cause });
    }
  };
  const withKeyAndFolder = (command: Command): Command =>
    command
      .option('--key <pem>', 'clé (PEM) au lieu de AUDIT_SIGNING_KEY / key (PEM) instead of AUDIT_SIGNING_KEY')
      .option('--checkpoints <dir>', 'dossier au lieu de AUDIT_CHECKPOINTS / folder instead of AUDIT_CHECKPOINTS');

  withKeyAndFolder(audit.command('verify'))
    .description(
      'Dit si une entrée a été retirée, changée, ajoutée ou coupée, et laquelle ; code de sortie 1 alors. La clé publique suffit. / ' +
        'Says whether an entry was removed, altered, inserted or cut off, and which; exit code 1 then. The public key is enough.',
    )
    .action(async (flags: Flags) => {
      const words = AUDIT_WORDS[language()];
      const { redisUrl, hapiUrl } = operateSettings(env);
      const path = flags.key ?? env.AUDIT_SIGNING_KEY ?? '';
      const publicKey = path === '' ? undefined : keyAt(path, verifyingKeyAt);
      if (publicKey === undefined) say(words.noKey);
      const verified = await withRedis(redisUrl, WORDS[language()].noRedis, (redis) =>
        verifyAudit({
          redis,
          store: fhirStore({ baseUrl: hapiUrl, timeoutMs: RECORD_TIMEOUT_MS }),
          folder: folderOf(flags),
          ...(publicKey !== undefined && { publicKey }),
          progress: everySecond((entries) => say(words.looked(entries))),
        }).catch((cause: unknown) => {
          if (!(cause instanceof GatewayError)) throw cause;
          throw new OperateProblem(WORDS[language()].noRecord(hapiUrl), { cause });
        }),
      );
      for (const chain of verified.chains) say(words.chain(chain));
      if (publicKey !== undefined) say(words.checkpoints(verified.checkpoints, verified.lastCheckpoint));
      for (const doubt of verified.doubts) say(words.doubt(doubt));
      if (verified.doubts.length > 0) throw new OperateProblem(words.broken(verified.doubts.length));
      say(words.whole(verified.entries));
    });

  withKeyAndFolder(audit.command('checkpoint'))
    .description(
      'Signe maintenant où en est la chaîne, comme les ouvriers chaque jour. / Signs now where the chain stands, as the workers do each day.',
    )
    .action(async (flags: Flags) => {
      const words = AUDIT_WORDS[language()];
      const path = flags.key ?? env.AUDIT_SIGNING_KEY ?? '';
      const privateKey = keyAt(path, signingKeyAt);
      const folder = folderOf(flags);
      await withRedis(operateSettings(env).redisUrl, WORDS[language()].noRedis, async (redis) => {
        const made = await makeCheckpoint({ redis, privateKey, folder, now: () => new Date() });
        say(made === undefined ? words.nothing : words.made(made.file, made.checkpoint.head.n));
      });
    });
  return audit;
}
