import type { Command } from 'commander';
import { bilingualCommand } from '../bilingual-command.ts';
import { OperateProblem } from '../gateway-client.ts';
import { checkSettings } from './check-settings.ts';
import {
  type AdministrationDeps,
  bothFiles,
  type FileFlags,
  findingTold,
  validFiles,
  withFiles,
} from './edit-settings.ts';
import { whoMayWhat } from './who-may-what.ts';
import { ADMINISTRATION_WORDS } from './words.ts';

/** `access check|list`: the access file and the registry, before they are put in place and as a privacy officer reads them. */
export function accessCommands(deps: AdministrationDeps): Command {
  const { language, say } = deps;
  const access = bilingualCommand('access').description(
    'Qui peut entrer : le fichier d’accès et le registre. / Who may come in: the access file and the registry.',
  );

  withFiles(access.command('check'))
    .description(
      'Vérifie les deux fichiers avant de les mettre en place, par ligne et par champ ; code de sortie 1 s’il y a une erreur. / ' +
        'Checks both files before they are put in place, by line and field; exit code 1 if there is an error.',
    )
    .action((flags: FileFlags) => {
      const words = ADMINISTRATION_WORDS[language()];
      const { findings } = checkSettings(bothFiles(deps, flags), deps.now?.());
      for (const finding of findings) say(findingTold(finding, words, language()));
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      if (errors > 0) throw new OperateProblem(words.wrong(errors));
      if (findings.length === 0) say(words.allWell);
    });

  withFiles(access.command('list'))
    .description(
      'Dit en mots simples qui peut quoi : centres, clients, personnes, partenaires. / Says in plain words who may do what: centres, clients, people, partners.',
    )
    .action((flags: FileFlags) => {
      const valid = validFiles(deps, bothFiles(deps, flags));
      for (const line of whoMayWhat(valid.access, valid.registry, language())) say(line);
    });
  return access;
}
