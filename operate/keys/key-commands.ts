import type { Command } from 'commander';
import { GatewayError } from '../../gateway/failures.ts';
import { fhirStore } from '../../gateway/record/fhir-store.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { everySecond } from '../backup/make-backup.ts';
import { WORDS } from '../backup/words.ts';
import { bilingualCommand } from '../bilingual-command.ts';
import { OperateProblem } from '../gateway-client.ts';
import { type OperateSettings, operateSettings, withRedis } from '../operate-settings.ts';
import { type KeyUse, keyUse, reseal } from './key-use.ts';
import type { SealedRecord } from './sealed-in-record.ts';

const HAPI_TIMEOUT_MS = 30_000;

export interface KeyCommandDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly language: () => keyof Bilingual;
  readonly say: (line: string) => void;
}

/** `keys list|reseal`: which sealing keys are still in use, and how an old one gets out of use. */
export function keyCommands({ env, language, say }: KeyCommandDeps): Command {
  const keys = bilingualCommand('keys').description(
    'Les clés de scellement : lesquelles servent encore, et resceller sous la première. REDIS_URL, HAPI_URL et SEALING_KEYS comme la passerelle. / ' +
      'The sealing keys: which are still in use, and sealing again under the first. REDIS_URL, HAPI_URL and SEALING_KEYS as the gateway has them.',
  );

  keys
    .command('list')
    .description('Par clé : combien est scellé, et où. / For each key: how much is sealed, and where.')
    .action(async () => {
      const { redisUrl, sealingKeys, record } = settings();
      await withRedis(redisUrl, WORDS[language()].noRedis, async (redis) => {
        for (const use of await ofRecord(keyUse(redis, record, sealingKeys))) say(lineOf(use, language()));
      });
    });

  keys
    .command('reseal')
    .description(
      'Rescelle sous la première clé ce qui l’est sous une autre, pendant que tout marche, une fois que passerelle et ouvriers la connaissent ; à blanc sans --do. / ' +
        'Seals again under the first key what is sealed under another, while all is running, once gateway and workers know it; a dry run without --do.',
    )
    .option('--do', 'le fait vraiment / really does it')
    .action(async ({ do: really = false }: { readonly do?: boolean }) => {
      const { redisUrl, sealingKeys, record } = settings();
      const words = WORDS[language()];
      await withRedis(redisUrl, words.noRedis, async (redis) => {
        if (really) {
          const shown = everySecond((count) => say(words.reading('', `${count}`)));
          const { done, shut } = await ofRecord(reseal(redis, record, sealingKeys, shown));
          say(RESEALED[language()].replace('%', `${done}`));
          if (shut > 0) say(SHUT[language()].replace('%', `${shut}`));
        }
        for (const use of await ofRecord(keyUse(redis, record, sealingKeys))) say(lineOf(use, language()));
        if (!really) say(DRY_RUN[language()]);
      });
    });
  return keys;

  /** What is sealed in the record counts too: without it nobody knows whether a key may go. */
  async function ofRecord<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (cause) {
      if (!(cause instanceof GatewayError)) throw cause;
      throw new OperateProblem(NO_RECORD[language()], { cause });
    }
  }

  function settings(): OperateSettings & { readonly record: SealedRecord } {
    const read = operateSettings(env);
    if (read.sealingKeys.length === 0) throw new OperateProblem(WORDS[language()].noKeys);
    return { ...read, record: fhirStore({ baseUrl: read.hapiUrl, timeoutMs: HAPI_TIMEOUT_MS }) };
  }
}

function lineOf({ keyId, standing, places, total }: KeyUse, language: keyof Bilingual): string {
  const where = Object.entries(places).map(([place, count]) => `${place} ${count}`);
  const idle = total === 0 && standing === 'opens';
  return [keyId, STANDING[idle ? 'idle' : standing][language], `${total}`, ...where].join('  ');
}

const STANDING = {
  seals: { fr: 'scelle', en: 'seals' },
  opens: { fr: 'sert encore', en: 'still in use' },
  idle: { fr: 'ne sert plus, peut partir', en: 'no longer in use, may go' },
  unknown: { fr: 'INCONNUE : rien de ce qu’elle scelle ne s’ouvre', en: 'UNKNOWN: nothing that it seals opens' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const NO_RECORD: Bilingual = {
  fr: 'HAPI ne répond pas à HAPI_URL, ou refuse : ce qui y est scellé (registre des incidents, refus de l’existence) ne se compte pas. Rien n’est dit d’une clé sans lui.',
  en: 'HAPI does not answer at HAPI_URL, or refuses: what is sealed there (register of incidents, refusals of existence) cannot be counted. Nothing is said of a key without it.',
};
const RESEALED: Bilingual = { fr: 'Rescellés : %.', en: 'Sealed again: %.' };
const SHUT: Bilingual = {
  fr: 'Restés fermés, faute de leur clé : %.',
  en: 'Left shut for want of their key: %.',
};
const DRY_RUN: Bilingual = {
  fr: 'À blanc : rien n’a été fait. Ajoutez --do.',
  en: 'A dry run: nothing was done. Add --do.',
};
