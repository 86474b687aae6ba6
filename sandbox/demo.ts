import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { bilingualCommand, languageOption } from '../operate/bilingual-command.ts';
import { FAMILIES } from './families/families.ts';
import { gatewayClient } from './families/gateway-client.ts';
import { recordReader } from './families/read-record.ts';
import { storyCalendar } from './families/story-calendar.ts';
import { type Teller, tellFamily } from './families/tell-family.ts';
import { tellLoops } from './families/tell-loops.ts';
import { TELLING } from './families/telling-words.ts';
import { type RunningSandbox, runSandbox, untilEnd } from './run-sandbox.ts';
import { type CallToTry, whereToLook } from './where-to-look.ts';

interface Flags {
  readonly lang: 'fr' | 'en';
  readonly exit?: true;
}

const { lang: language, exit = false } = bilingualCommand('demo')
  .description(
    'Trois familles inventées, par la vraie API, sur un vrai HAPI FHIR ; puis tout reste en marche jusqu’à Ctrl-C. / ' +
      'Three invented families, through the real API, on a real HAPI FHIR; then everything stays up until Ctrl-C.',
  )
  .addOption(languageOption(process.env))
  .option(
    '--exit',
    'tout arrêter à la fin : code 0 si toutes les boucles sont comme prévu, 1 sinon / stop everything at the end: exit code 0 if every loop is as expected, else 1',
  )
  .parse()
  .opts<Flags>();

/** A step of a busy machine may take long; what is slower than this is broken. */
const STEP_WITHIN_MS = 90_000;

const { bold, dim, green, red } = picocolors.createColors(process.stdout.isTTY === true && picocolors.isColorSupported);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { columns } = process.stdout;
const teller: Teller = { language, say, bold, dim, good: green, bad: red, ...(columns > 0 && { columns }) };

const folder = await mkdtemp(join(tmpdir(), 'passerelle-demo-'));
process.exit(await runSandbox({ language, say: (line) => say(dim(line)), folder }, tellAll));

async function tellAll({ sandbox, logFile, signal }: RunningSandbox): Promise<number> {
  const { gatewayUrl, stack, partners, registry, centreToken } = sandbox;
  const pages = join(folder, 'pages');
  await mkdir(pages);
  const startedAt = new Date();
  // A record that was given, or kept, may hold these families from an earlier telling.
  const mark = Math.floor(startedAt.getTime() / 1_000).toString(36);
  const telling = { calendar: storyCalendar(startedAt), own: (name: string) => `${name}-${mark}` };
  const stories = FAMILIES.map((storyOf) => storyOf(telling));

  say('');
  say(TELLING.dates[language]);
  let toldWhole = true;
  for (const story of stories) {
    const token = () => centreToken(story.centre);
    const gateway = gatewayClient({ url: gatewayUrl, token, language, withinMs: STEP_WITHIN_MS, signal });
    const scene = { story, gateway, partners, registry, pages, withinMs: STEP_WITHIN_MS, signal, requests: new Map() };
    toldWhole = (await tellFamily(scene, teller)) && toldWhole;
  }
  const record = recordReader(stack.hapi.url, signal);
  const allAsExpected = await tellLoops(stories, { record, partners, registry, hapiUrl: stack.hapi.url }, teller);

  say('');
  say(`${bold(TELLING.pages[language])}  ${pages}`);
  const [first] = stories;
  const calls = ['referrals', 'timeline'].map(
    (list): CallToTry => ({
      centre: first?.centre ?? '',
      method: 'GET',
      path: `/v1/children/${first?.child.id ?? ''}/${list}`,
    }),
  );
  for (const line of whereToLook(sandbox, { language, logFile, calls })) say(line);
  if (!exit) {
    say('');
    say(bold(TELLING.stays[language]));
    await untilEnd(signal);
  }
  return toldWhole && allAsExpected ? 0 : 1;
}
