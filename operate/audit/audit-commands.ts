import type { KeyObject } from 'node:crypto';
import type { Command } from 'commander';
import type { Redis } from 'ioredis';
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
import { endOfChain } from './end-of-chain.ts';
import { type Verified, verifyAudit } from './verify-audit.ts';
import { AUDIT_WORDS } from './words.ts';

export interface AuditCommandDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly language: () => keyof Bilingual;
  readonly say: (line: string) => void;
}

interface VerifyFlags {
  readonly key?: readonly string[];
  readonly checkpoints?: string;
}

interface CheckpointFlags {
  readonly key?: string;
  readonly checkpoints?: string;
  readonly chain?: string;
}

const RECORD_TIMEOUT_MS = 60_000;

/** `audit verify|checkpoint`: whether every entry of the register is there as it was written, and signing where it stands. */
export function auditCommands({ env, language, say }: AuditCommandDeps): Command {
  const audit = bilingualCommand('audit').description(
    'Le registre des accès et des communications. REDIS_URL, HAPI_URL, AUDIT_SIGNING_KEY et AUDIT_CHECKPOINTS comme les ouvriers. / ' +
      'The register of accesses and disclosures. REDIS_URL, HAPI_URL, AUDIT_SIGNING_KEY and AUDIT_CHECKPOINTS as the workers have them.',
  );
  const folderOf = ({ checkpoints }: Pick<VerifyFlags, 'checkpoints'>): string =>
    checkpoints ?? (env.AUDIT_CHECKPOINTS || SETTINGS.AUDIT_CHECKPOINTS);
  const keyAt = (path: string, read: (path: string) => KeyObject): KeyObject => {
    try {
      return read(path);
    } catch (cause) {
      throw new OperateProblem(AUDIT_WORDS[language()].badKey(path), { cause });
    }
  };
  const withFolder = (command: Command): Command =>
    command.option('--checkpoints <dir>', 'dossier au lieu de AUDIT_CHECKPOINTS / folder instead of AUDIT_CHECKPOINTS');
  const verified = (redis: Redis, folder: string, publicKeys: readonly KeyObject[]): Promise<Verified> => {
    const { hapiUrl } = operateSettings(env);
    return verifyAudit({
      redis,
      store: fhirStore({ baseUrl: hapiUrl, timeoutMs: RECORD_TIMEOUT_MS }),
      folder,
      publicKeys,
      now: () => new Date(),
      progress: everySecond((entries) => say(AUDIT_WORDS[language()].looked(entries))),
    }).catch((cause: unknown) => {
      if (!(cause instanceof GatewayError)) throw cause;
      throw new OperateProblem(WORDS[language()].noRecord(hapiUrl), { cause });
    });
  };
  const onRedis = <T>(work: (redis: Redis) => Promise<T>): Promise<T> =>
    withRedis(operateSettings(env).redisUrl, WORDS[language()].noRedis, work);

  withFolder(audit.command('verify'))
    .option(
      '--key <pem...>',
      'clés (PEM) au lieu de AUDIT_SIGNING_KEY : toutes celles qui ont signé / keys (PEM) instead of AUDIT_SIGNING_KEY: all that have signed',
    )
    .description(
      'Dit si une entrée a été retirée, changée, ajoutée ou coupée, et laquelle ; code de sortie 1 alors. La clé publique suffit. / ' +
        'Says whether an entry was removed, altered, inserted or cut off, and which; exit code 1 then. The public key is enough.',
    )
    .action(async (flags: VerifyFlags) => {
      const words = AUDIT_WORDS[language()];
      const paths = flags.key ?? (env.AUDIT_SIGNING_KEY ? [env.AUDIT_SIGNING_KEY] : []);
      const publicKeys = paths.map((path) => keyAt(path, verifyingKeyAt));
      if (publicKeys.length === 0) say(words.noKey);
      const found = await onRedis((redis) => verified(redis, folderOf(flags), publicKeys));
      for (const chain of found.chains) say(words.chain(chain));
      if (publicKeys.length > 0) say(words.checkpoints(found.checkpoints, found.lastCheckpoint));
      for (const doubt of found.doubts) say(words.doubt(doubt));
      if (found.doubts.length > 0) throw new OperateProblem(words.broken(found.doubts.length));
      say(words.whole(found.entries));
    });

  withFolder(audit.command('checkpoint'))
    .option('--key <pem>', 'clé (PEM) au lieu de AUDIT_SIGNING_KEY / key (PEM) instead of AUDIT_SIGNING_KEY')
    .option(
      '--chain <name>',
      'signer la fin de cette chaîne, qui n’est plus écrite (docs/audit.md) / sign the end of this chain, which is written no more (docs/audit.md)',
    )
    .description(
      'Signe maintenant où en est la chaîne, comme les ouvriers chaque jour. / Signs now where the chain stands, as the workers do each day.',
    )
    .action(async (flags: CheckpointFlags) => {
      const words = AUDIT_WORDS[language()];
      const path = flags.key ?? env.AUDIT_SIGNING_KEY ?? '';
      const privateKey = keyAt(path, signingKeyAt);
      const folder = folderOf(flags);
      await onRedis(async (redis) => {
        const { chain } = flags;
        const ended = chain && (await endOfChain(chain, privateKey, (keys) => verified(redis, folder, keys)));
        if (chain && !ended) throw new OperateProblem(words.noSuchChain(chain));
        const made = await makeCheckpoint({
          redis,
          privateKey,
          folder,
          now: () => new Date(),
          ...(ended && { ended }),
        }).catch((cause: unknown) => {
          if (!(cause instanceof GatewayError)) throw cause;
          throw new OperateProblem(words.noHead, { cause });
        });
        say(made === undefined ? words.nothing : words.made(made.file, made.checkpoint.head.n));
      });
    });
  return audit;
}
