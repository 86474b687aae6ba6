import { type Command, Option } from 'commander';
import { present } from '../../mappings/concepts/present.ts';
import { REGIMES } from '../../mappings/consent/regimes.ts';
import { bilingualCommand } from '../bilingual-command.ts';
import { OperateProblem } from '../gateway-client.ts';
import {
  type AdministrationDeps,
  applyEdit,
  bothFiles,
  type EditFlags,
  validFiles,
  withFiles,
  withForReal,
} from './edit-settings.ts';
import { ADMINISTRATION_WORDS } from './words.ts';
import { withField, withItem } from './yaml-edit.ts';

interface CentreFlags extends EditFlags {
  readonly nameFr: string;
  readonly nameEn: string;
  readonly telephone: string;
  readonly fax?: string;
  readonly email?: string;
  readonly timeZone: string;
  readonly regime: string;
  readonly issuer?: string;
}

/** `centre add`: a centre in the registry, and which server may speak for it. */
export function centreCommands(deps: AdministrationDeps): Command {
  const { language, say } = deps;
  const centre = bilingualCommand('centre').description('Les centres du registre. / The centres of the registry.');
  withForReal(withFiles(centre.command('add')))
    .argument('<id>')
    .description(
      'Ajoute un centre au registre ; avec --issuer, dit aussi quel serveur d’autorisation parle de lui. / ' +
        'Adds a centre to the registry; with --issuer also says which authorization server speaks for it.',
    )
    .requiredOption('--name-fr <name>', 'nom en français / name in French')
    .requiredOption('--name-en <name>', 'nom en anglais / name in English')
    .requiredOption('--telephone <number>', 'où rappeler / where to call back')
    .option('--fax <number>', 'télécopieur / fax')
    .option('--email <address>', 'courriel / e-mail')
    .option('--time-zone <zone>', 'fuseau horaire / time zone', 'America/Toronto')
    .addOption(
      new Option('--regime <law>', 'la loi, dite par sa personne responsable / the law, said by its privacy officer')
        .choices(Object.keys(REGIMES))
        .makeOptionMandatory(),
    )
    .option('--issuer <url>', 'serveur qui parle de lui / server that speaks for it')
    .action(async (id: string, { nameFr, nameEn, issuer, forReal, ...flags }: CentreFlags) => {
      const words = ADMINISTRATION_WORDS[language()];
      const files = bothFiles(deps, flags);
      const { access, registry } = validFiles(deps, files);
      if (registry.centre(id) !== undefined) throw new OperateProblem(words.alreadyThere(id));
      const { telephone, fax, email, timeZone, regime } = flags;
      const entry = present({ id, name: { fr: nameFr, en: nameEn }, telephone, fax, email, timeZone, regime });
      const index = access.issuers.findIndex((it) => it.issuer === issuer);
      if (issuer !== undefined && index === -1) throw new OperateProblem(words.noIssuer(issuer));
      const spokenFor = access.issuers[index]?.vouchesFor.centres;
      const path = ['issuers', index, 'vouchesFor'] as const;
      const isNamed = spokenFor === undefined || spokenFor === 'all' || spokenFor.includes(id);
      if (issuer === undefined) say(words.noServer(id));
      await applyEdit(
        deps,
        files,
        present({
          registry: withItem(files.registry.text, ['centres'], entry),
          access: isNamed
            ? undefined
            : spokenFor.length === 0
              ? withField(files.access.text, path, 'centres', [id])
              : withItem(files.access.text, [...path, 'centres'], id),
        }),
        forReal === true,
      );
    });
  return centre;
}
