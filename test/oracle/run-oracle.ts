import { Command, Option } from 'commander';
import { startStack } from '../../sandbox/launcher/start-stack.ts';
import { hapiValidator } from './hapi-validator.ts';
import { agreementTable, failuresOf, judge } from './judge.ts';
import { askOracle } from './oracle.ts';
import { ourValidator } from './our-validator.ts';
import { readReviewed } from './read-reviewed.ts';

interface Flags {
  readonly mutants: number;
  readonly concepts: number;
  readonly seed: number;
}

const { mutants, concepts, seed } = new Command('oracle')
  .description(
    'Compare notre vérificateur à celui de HL7 (HAPI $validate) sur des mutants. / Compares our checker with HL7’s (HAPI $validate) on mutants.',
  )
  .addOption(new Option('--mutants <n>', 'mutants').argParser(Number).default(10_000))
  .addOption(new Option('--concepts <n>', 'concepts').argParser(Number).default(1_000))
  .addOption(new Option('--seed <n>', 'graine / seed').argParser(Number).default(1))
  .parse()
  .opts<Flags>();

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const stack = await startStack({ say, language: 'en', fullJit: true });
try {
  const reviewed = readReviewed();
  const hl7 = hapiValidator(stack.hapi.url);
  const judgement = judge(await askOracle({ hl7, ours: ourValidator, mutants, concepts, seed, say }), reviewed);
  // What one seed does not meet another may: only the test, whose seed is fixed, holds an entry to be of use.
  const failures = failuresOf({ ...judgement, stale: [] });
  say(`\n${agreementTable(judgement, reviewed)}\n`);
  for (const failure of failures) say(failure);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  await stack.stop();
}
