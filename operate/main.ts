import { OperateProblem } from './gateway-client.ts';
import { operateCommand } from './operate-command.ts';

try {
  await operateCommand({
    env: process.env,
    say: (line) => void process.stdout.write(`${line}\n`),
  }).parseAsync();
} catch (error) {
  if (!(error instanceof OperateProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
