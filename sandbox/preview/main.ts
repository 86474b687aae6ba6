import { GatewayError } from '../../gateway/failures.ts';
import { type Partner, readRegistry } from '../../gateway/registry.ts';
import { bilingualCommand, languageOption } from '../../operate/bilingual-command.ts';
import { SANDBOX_REGISTRY } from '../sandbox-registry.ts';
import { previewText } from './preview-text.ts';

interface Flags {
  readonly lang: 'fr' | 'en';
  readonly registry: string;
}

const command = bilingualCommand('partner')
  .description(
    'Montre ce qu’un partenaire du registre recevrait : ce qu’il peut voir, le message dans sa langue, et ce qu’elle ne porte pas. Rien n’est envoyé. / ' +
      'Shows what a partner of the registry would get: what it may see, the message in its dialect, and what that cannot carry. Nothing is sent.',
  )
  .argument(
    '[id]',
    'partenaire ; sans lui, le registre est vérifié et résumé / partner; without one, the registry is checked and summed up',
  )
  .addOption(languageOption(process.env))
  .option(
    '--registry <file>',
    'registre (YAML) ; sinon celui du bac à sable / registry (YAML), else the sandbox’s',
    SANDBOX_REGISTRY,
  )
  .parse();
const { lang, registry: path } = command.opts<Flags>();
const [id] = command.args;

try {
  const registry = readRegistry(path);
  const partners: readonly Partner[] =
    id === undefined ? registry.partners : [registry.partner(id)].flatMap((it) => it ?? []);
  if (partners.length === 0) {
    const known = registry.partners.map((it) => it.id).join(', ');
    throw new GatewayError(
      'notFound',
      lang === 'fr' ? `partenaire inconnu : ${id}. Connus : ${known}` : `unknown partner: ${id}. Known: ${known}`,
    );
  }
  for (const partner of partners)
    for (const line of previewText(partner, { language: lang, whole: id !== undefined }))
      process.stdout.write(`${line}\n`);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
