import { Command } from 'commander';
import { benchAccept } from './accept.ts';
import { benchValidate } from './validate.ts';

const BENCHES: Readonly<Record<string, (say: (line: string) => void) => Promise<void>>> = {
  accept: benchAccept,
  validate: benchValidate,
};

/** Ratios against a baseline named in the same run; absolute figures are only good for that machine and that minute. */
await new Command('bench')
  .argument('<name>', `which one: ${Object.keys(BENCHES).join(', ')}`)
  .action(async (name: string) => {
    const bench = BENCHES[name];
    if (bench === undefined) throw new Error(`no bench ${name}; there are: ${Object.keys(BENCHES).join(', ')}`);
    await bench((line) => void process.stdout.write(`${line}\n`));
  })
  .parseAsync();
