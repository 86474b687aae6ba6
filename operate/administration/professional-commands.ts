import type { Command } from 'commander';
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
import { type LeaveDeps, leaveCommand } from './leave/leave-command.ts';
import { rolesOption } from './roles-option.ts';
import { ADMINISTRATION_WORDS } from './words.ts';
import { withItem } from './yaml-edit.ts';

/** `professional add|leave`: the people of a centre, by the identifier in their tokens. */
export function professionalCommands(deps: LeaveDeps): Command {
  return bilingualCommand('professional')
    .description('Les personnes d’un centre. / The people of a centre.')
    .addCommand(addCommand(deps))
    .addCommand(leaveCommand(deps));
}

function addCommand(deps: AdministrationDeps): Command {
  const { language, say } = deps;
  return withForReal(withFiles(bilingualCommand('add')))
    .argument('<id>')
    .description(
      'Inscrit une personne d’un centre et ses rôles au fichier d’accès ; jamais son nom. / Writes a person of a centre and their roles into the access file; never their name.',
    )
    .requiredOption('--centre <id>', 'centre')
    .addOption(rolesOption().makeOptionMandatory())
    .action(
      async (
        id: string,
        {
          centre,
          roles,
          forReal,
          ...flags
        }: EditFlags & { readonly centre: string; readonly roles: readonly string[] },
      ) => {
        const words = ADMINISTRATION_WORDS[language()];
        const files = bothFiles(deps, flags);
        const { access } = validFiles(deps, files);
        if (access.professionals.some((it) => it.id === id && it.centre === centre))
          throw new OperateProblem(words.alreadyThere(id));
        const entry = { id, centre, roles };
        await applyEdit(
          deps,
          files,
          { access: withItem(files.access.text, ['professionals'], entry) },
          forReal === true,
        );
        if (!access.listedOnly.includes('professionals')) say(words.listedOnlyHint);
      },
    );
}
