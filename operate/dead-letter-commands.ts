import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Bilingual } from '../profiles/codes.ts';
import { bilingualCommand } from './bilingual-command.ts';
import { type GatewayClient, OperateProblem } from './gateway-client.ts';

/** What the gateway says of a letter, as far as it is told here. */
interface Letter {
  readonly id: string;
  readonly kind: string;
  readonly centre?: string;
  readonly concept?: string;
  readonly identifier?: string;
  readonly partner?: string;
  readonly lane?: number;
  readonly since: string;
  readonly issues: readonly { readonly details: { readonly text: string } }[];
  readonly repair?: { readonly method: string; readonly path: string };
}

interface Filter {
  readonly kind?: string;
  readonly centre?: string;
  readonly partner?: string;
  readonly failure?: string;
}

export interface CommandDeps {
  /** Made when a command runs: its language is an option. */
  readonly client: () => GatewayClient;
  readonly say: (line: string) => void;
}

/** `dead-letters list|show|repair|replay|close`: what was set aside, and what a person does with it. */
export function deadLetterCommands({ client, say }: CommandDeps): Command {
  const letters = bilingualCommand('dead-letters').description(
    'Ce qui a été mis de côté : événements et envois. / What was set aside: events and deliveries.',
  );

  filtered(letters.command('list'))
    .description('Les montre, sans contenu. / Shows them, without content.')
    .option('--limit <n>', 'combien au plus / how many at most', '100')
    .action(async ({ limit, ...filter }: Filter & { readonly limit: string }) => {
      const gateway = client();
      const query = new URLSearchParams({ ...filter, limit });
      const found = await gateway.call('GET', `/v1/dead-letters?${query}`, { token: 'ADMIN_TOKEN' });
      // What our own gateway answers has the shape that its OpenAPI document promises.
      const { total, letters: shown } = found as { readonly total: number; readonly letters: readonly Letter[] };
      for (const letter of shown) say(lineOf(letter));
      say(TOTAL[gateway.language].replace('%', `${shown.length}/${total}`));
    });

  letters
    .command('show')
    .argument('<id>')
    .description('Montre l’un d’eux. / Shows one of them.')
    .option(
      '--content',
      'avec son contenu, accès audité ; demande CENTRE_TOKEN / with its content, an audited access; needs CENTRE_TOKEN',
    )
    .action(async (id: string, { content }: { readonly content?: true }) => {
      const path = `/v1/dead-letters/${encodeURIComponent(id)}`;
      const found =
        content === true
          ? await client().call('GET', `${path}/content`, { token: 'CENTRE_TOKEN' })
          : await client().call('GET', path, { token: 'ADMIN_TOKEN' });
      say(JSON.stringify(found, undefined, 2));
    });

  letters
    .command('repair')
    .argument('<id>')
    .description(
      'Envoie le contenu corrigé, comme version plus récente ; demande CENTRE_TOKEN. / Sends the corrected content, as a newer version; needs CENTRE_TOKEN.',
    )
    .requiredOption('--file <json>', 'contenu corrigé / corrected content')
    .action(async (id: string, { file }: { readonly file: string }) => {
      say(JSON.stringify(await repair(client(), id, jsonIn(file)), undefined, 2));
    });

  filtered(letters.command('replay'))
    .argument('[ids...]')
    .description(
      'Les remet là d’où ils viennent ; à blanc sans --do. / Puts them back where they came from; a dry run without --do.',
    )
    .option('--all', 'tous / all of them')
    .option('--do', 'le fait vraiment / really does it')
    .option('--per-minute <n>', 'débit, de 1 à 600 / rate, 1 to 600', rateFrom, 60)
    .action(async (ids: readonly string[], options: Filter & ReplayOptions) => {
      const gateway = client();
      const body = replayBody(ids, options, gateway.language);
      say(
        JSON.stringify(await gateway.call('POST', '/v1/dead-letters/replays', { token: 'ADMIN_TOKEN', body }), null, 2),
      );
      if (options.do !== true) say(DRY_RUN[gateway.language]);
    });

  letters
    .command('close')
    .argument('<id>')
    .description('Le ferme : une personne s’en est occupée. / Closes it: a person has dealt with it.')
    .action(async (id: string) => {
      const path = `/v1/dead-letters/${encodeURIComponent(id)}/close`;
      say(lineOf((await client().call('POST', path, { token: 'ADMIN_TOKEN' })) as Letter));
    });

  return letters;
}

interface ReplayOptions {
  readonly all?: true;
  readonly do?: true;
  readonly perMinute: number;
}

function replayBody(
  ids: readonly string[],
  { all, do: really, perMinute, ...filter }: Filter & ReplayOptions,
  language: keyof Bilingual,
): object {
  const said = [ids.length > 0 && { ids }, Object.keys(filter).length > 0 && { filter }, all && { all }].filter(
    Boolean,
  );
  if (said.length !== 1) throw new OperateProblem(WHICH[language]);
  return { ...Object.assign({}, ...said), dryRun: really !== true, perMinute };
}

/** A concept's letter is closed by the newer version itself, once it is in the record; an answer has no version, so it is closed here. */
async function repair(gateway: GatewayClient, id: string, body: unknown): Promise<unknown> {
  const token = 'CENTRE_TOKEN';
  const path = `/v1/dead-letters/${encodeURIComponent(id)}`;
  const letter = (await gateway.call('GET', path, { token })) as Letter;
  if (letter.repair === undefined) throw new OperateProblem(NO_REPAIR[gateway.language]);
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16);
  const answer = await gateway.call(letter.repair.method, letter.repair.path, {
    token,
    body,
    headers: { 'idempotency-key': `repair-${id}-${hash}` },
  });
  if (letter.kind === 'answer') await gateway.call('POST', `${path}/close`, { token });
  return answer;
}

const filtered = (command: Command): Command =>
  command
    .addOption(
      new Option('--kind <kind>', 'sorte / kind').choices([
        'concept',
        'answer',
        'dispatch',
        'inbound',
        'delivery',
        'unheard',
        'unreadable',
      ]),
    )
    .option('--centre <id>', 'centre')
    .option('--partner <id>', 'partenaire / partner')
    .option('--failure <kind>', 'sorte de raison / kind of reason');

const lineOf = ({ id, kind, concept, centre, identifier, partner, lane, since, issues }: Letter): string =>
  [
    since,
    id,
    concept ?? kind,
    centre ?? '–',
    identifier ?? '–',
    partner ?? (lane === undefined ? '–' : `lane ${lane}`),
    issues.map(({ details }) => details.text).join(' '),
  ].join('  ');

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OperateProblem(`${file} : ${error instanceof Error ? error.message : String(error)}`);
  }
}

function rateFrom(text: string): number {
  const rate = Number(text);
  if (Number.isInteger(rate) && rate >= 1 && rate <= 600) return rate;
  throw new InvalidArgumentError('1–600');
}

const TOTAL: Bilingual = { fr: 'Montrés : %.', en: 'Shown: %.' };
const DRY_RUN: Bilingual = {
  fr: 'À blanc : rien n’a été fait. Ajoutez --do.',
  en: 'A dry run: nothing was done. Add --do.',
};
const WHICH: Bilingual = {
  fr: 'Dites lesquels : des identifiants, ou un filtre (--kind, --centre, --partner, --failure), ou --all.',
  en: 'Say which: identifiers, or a filter (--kind, --centre, --partner, --failure), or --all.',
};
const NO_REPAIR: Bilingual = {
  fr: 'Ce qui n’a pas de contenu à soi ne se corrige pas ici : envoyez une nouvelle version de la demande, ou reprenez-le.',
  en: 'What has no content of its own is not repaired here: send a new version of the request, or replay it.',
};
