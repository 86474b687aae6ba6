import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bilingualCommand, languageOption } from '../../operate/bilingual-command.ts';
import { localDateTime } from '../../sandbox/partners/local-time.ts';
import { POPULATION_PARTNERS, seedSandbox } from '../../sandbox/population/seed-sandbox.ts';
import { type RunningSandbox, runSandbox } from '../../sandbox/run-sandbox.ts';
import { aBrowser } from '../browser/a-browser.ts';
import { picturesIn } from './pictures-in.ts';

const FOLDER = fileURLToPath(new URL('../../docs/board', import.meta.url));
const CHILDREN = 40;
const SEED = 1;

interface Flags {
  readonly lang: 'fr' | 'en';
  readonly at?: string;
}

const { lang: language, at } = bilingualCommand('pictures')
  .description(
    'Refait les images du tableau (docs/board), à partir de familles inventées racontées à un bac à sable. / ' +
      'Makes the pictures of the board anew (docs/board), from invented families told to a sandbox.',
  )
  .addOption(languageOption(process.env))
  .option(
    '--at <url>',
    'un bac à sable qui tourne déjà, avec des enfants (npm run sandbox -- --children 40) / a sandbox that runs already, with children',
  )
  .parse()
  .opts<Flags>();

const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (at === undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-pictures-'));
  process.exit(await runSandbox({ language, say, folder, morePartnersPath: POPULATION_PARTNERS }, tellAndTake));
}
await takeAll(at);

async function tellAndTake({ sandbox, signal }: RunningSandbox): Promise<number> {
  const to = localDateTime(new Date()).slice(0, 10);
  if (!(await seedSandbox(sandbox, { children: CHILDREN, seed: SEED, to, language, say, signal }))) return 1;
  await takeAll(sandbox.gatewayUrl);
  return 0;
}

async function takeAll(gatewayUrl: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const browser = await aBrowser();
  try {
    for (const shown of ['fr', 'en'] as const)
      for await (const file of picturesIn(browser, { gatewayUrl, language: shown, folder: FOLDER })) say(file);
  } finally {
    await browser.close();
  }
}
