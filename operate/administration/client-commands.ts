import type { Command } from 'commander';
import { present } from '../../mappings/concepts/present.ts';
import { bilingualCommand } from '../bilingual-command.ts';
import { OperateProblem } from '../gateway-client.ts';
import {
  type AdministrationDeps,
  applyEdit,
  bothFiles,
  type EditFlags,
  validAccess,
  validFiles,
  withFiles,
  withForReal,
} from './edit-settings.ts';
import { rolesOption } from './roles-option.ts';
import { ADMINISTRATION_WORDS } from './words.ts';
import { withField, withItem } from './yaml-edit.ts';

interface ClientFlags extends EditFlags {
  readonly issuer: string;
  readonly centre?: string;
  readonly partner?: string;
  readonly operator?: string;
  readonly scopes: string;
  readonly roles?: readonly string[];
}

/** `client add|suspend`: a program that calls, and the most that it may do. */
export function clientCommands(deps: AdministrationDeps): Command {
  const { language, say } = deps;
  const client = bilingualCommand('client').description(
    'Les programmes qui appellent, et le plus qu’ils peuvent faire. / The programs that call, and the most that they may do.',
  );
  withForReal(withFiles(client.command('add')))
    .argument('<id>')
    .description(
      'Inscrit un client au fichier d’accès ; ses portées et ses rôles y sont un plafond. / Writes a client into the access file; its scopes and roles there are a ceiling.',
    )
    .requiredOption('--issuer <url>', 'serveur qui lui donne ses jetons / server that gives it tokens')
    .option('--centre <id>', 'centre')
    .option('--partner <id>', 'partenaire / partner')
    .option('--operator <id>', 'exploitation / operation')
    .requiredOption('--scopes <scopes>', 'portées SMART v2, entre guillemets / SMART v2 scopes, in quotes')
    .addOption(rolesOption())
    .action(
      async (id: string, { issuer, centre, partner, operator, scopes, roles, forReal, ...flags }: ClientFlags) => {
        const words = ADMINISTRATION_WORDS[language()];
        const files = bothFiles(deps, flags);
        const { access } = validFiles(deps, files);
        if ([centre, partner, operator].filter((it) => it !== undefined).length !== 1)
          throw new OperateProblem(words.whose);
        if (access.clients.some((it) => it.id === id && it.issuer === issuer))
          throw new OperateProblem(words.alreadyThere(id));
        const entry = present({
          id,
          issuer,
          centre,
          partner,
          operator,
          scopes: scopes.split(/\s+/).filter(Boolean),
          roles,
        });
        await applyEdit(deps, files, { access: withItem(files.access.text, ['clients'], entry) }, forReal === true);
        say(words.clientKey);
        if (!access.listedOnly.includes('clients')) say(words.listedOnlyHint);
      },
    );

  withForReal(withFiles(client.command('suspend')))
    .argument('<id>')
    .description(
      'N’admet plus un client à partir d’un moment, même avec un jeton qui vit encore. / Lets a client in no more from a moment on, even with a token that still lives.',
    )
    .requiredOption('--issuer <url>', 'serveur qui lui donne ses jetons / server that gives it tokens')
    .requiredOption('--from <moment>', 'date, ou date et heure avec décalage / date, or date and time with offset')
    .action(
      async (
        id: string,
        { issuer, from, forReal, ...flags }: EditFlags & { readonly issuer: string; readonly from: string },
      ) => {
        const files = bothFiles(deps, flags);
        const access = validAccess(deps, files);
        const index = access.clients.findIndex((it) => it.id === id && it.issuer === issuer);
        if (index === -1) throw new OperateProblem(ADMINISTRATION_WORDS[language()].notThere(id));
        const after = withField(files.access.text, ['clients', index], 'suspendedFrom', from);
        await applyEdit(deps, files, { access: after, closes: true }, forReal === true);
      },
    );
  return client;
}
