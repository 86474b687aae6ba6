import { commandLine, langIn } from './command-line.ts';
import { startPartnerSandbox } from './partner-sandbox.ts';
import { problemFrom } from './problem.ts';

const args = process.argv.slice(2);
const lang = langIn(args);

try {
  const asked = commandLine(args, process.env);
  if ('help' in asked) {
    process.stdout.write(asked.help);
  } else {
    const { name } = asked.sandbox;
    const partner = await startPartnerSandbox(asked.sandbox);
    const ready = {
      fr: `${name.fr} (bac à sable, données inventées) est prêt.\n  Page : ${partner.url}\n  FHIR : ${partner.endpoint}\n`,
      en: `${name.en} (sandbox, invented data) is ready.\n  Page: ${partner.url}\n  FHIR: ${partner.endpoint}\n`,
    };
    process.stdout.write(ready[lang]);
    const stop = (): void => {
      void partner.stop().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  }
} catch (error) {
  process.stderr.write(`${startProblem(error)}\n`);
  process.exitCode = 1;
}

/** Why it could not start; the system's own reasons (a port in use, a folder not writable) as the system says them. */
function startProblem(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return problemFrom(error).text[lang];
  return lang === 'fr' ? `Démarrage impossible : ${error.message}` : `Cannot start: ${error.message}`;
}
