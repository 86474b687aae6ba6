import { buildBoard } from './build-board.ts';

await buildBoard((line) => void process.stderr.write(`${line}\n`));
