import type { Command } from 'commander';
import { dayAt } from '../../../mappings/domain/dates-in-words.ts';
import { isFhirDate } from '../../../profiles/calendar.ts';
import { bilingualCommand } from '../../bilingual-command.ts';
import { type GatewayClient, OperateProblem } from '../../gateway-client.ts';
import {
  type AdministrationDeps,
  applyEdit,
  type BothFiles,
  bothFiles,
  type EditFlags,
  validFiles,
  withFiles,
  withForReal,
} from '../edit-settings.ts';
import { withField, withItem } from '../yaml-edit.ts';
import { type ChildHandedOver, handOverChildren } from './hand-over-children.ts';
import { type SuccessorOf, successorsFrom } from './successors.ts';
import { LEAVE_WORDS } from './words.ts';

export interface LeaveDeps extends AdministrationDeps {
  readonly client: () => GatewayClient;
  readonly now: () => Date;
}

interface LeaveFlags extends EditFlags {
  readonly centre: string;
  readonly from: string;
  readonly to?: string;
  readonly toName?: string;
  readonly handOver?: string;
}

/** A child is left without anybody to take over, or the day has not come: a person must see to it. */
const SOMETHING_LEFT = 3;

/** `professional leave`: their tokens are refused from a date on, and the children whose pivot they are pass to somebody else. */
export function leaveCommand(deps: LeaveDeps): Command {
  const { language, say, client, now } = deps;
  return withForReal(withFiles(bilingualCommand('leave')))
    .argument('<id>')
    .description(
      'Une personne s’en va : ses jetons sont refusés à partir d’une date, et la relève est écrite au cercle de chaque enfant ; code de sortie 3 s’il reste un enfant sans relève. Demande CENTRE_CLIENT ou CENTRE_TOKEN, programme du centre ou rôle pivot. / ' +
        'A person leaves: their tokens are refused from a date on, and who takes over is written in each child’s circle; exit code 3 if a child is left without anybody. Needs CENTRE_CLIENT or CENTRE_TOKEN, the centre’s program or the pivot role.',
    )
    .requiredOption('--centre <id>', 'centre')
    .requiredOption('--from <date>', 'premier jour sans elle / first day without them')
    .option('--to <id>', 'qui prend la relève de tous les autres enfants / who takes over all the other children')
    .option(
      '--to-name <name>',
      'son nom, si le répertoire ne la connaît pas / their name, where the directory does not know them',
    )
    .option('--hand-over <csv>', 'relève par enfant : enfant, relève, nom / successor by child: child, successor, name')
    .action(async (id: string, flags: LeaveFlags) => {
      const words = LEAVE_WORDS[language()];
      const { centre, from, to, toName, handOver, forReal } = flags;
      const files = bothFiles(deps, flags);
      const { access, registry } = validFiles(deps, files);
      const timeZone = registry.centre(centre)?.timeZone;
      if (timeZone === undefined) throw new OperateProblem(words.noCentre(centre));
      if (!isFhirDate(from) || from.length !== '2026-12-01'.length) throw new OperateProblem(words.badDate);
      if (to === id) throw new OperateProblem(words.toThemselves);
      const others = to === undefined ? {} : { others: { id: to, ...(toName !== undefined && { name: toName }) } };
      const named = successorsFrom({ ...others, ...(handOver !== undefined && { file: handOver }) }, language());
      const gone = new Set(
        access.professionals.filter((it) => it.centre === centre && it.suspendedFrom !== undefined).map((it) => it.id),
      );
      const successorOf: SuccessorOf = (child) => {
        const successor = named(child);
        if (successor !== undefined && gone.has(successor.id)) throw new OperateProblem(words.hasLeft(successor.id));
        return successor;
      };

      await suspend(deps, files, { id, centre, from }, forReal === true);

      const hasCome = from <= dayAt(now(), timeZone);
      const children = await handOverChildren(
        {
          gateway: client(),
          tell: (child) => say(toldOf(child, words, forReal === true && hasCome)),
          unknownSuccessor: words.unknownSuccessor,
          refused: words.refused,
        },
        { centre, professional: id, from, timeZone, successorOf, forReal: forReal === true && hasCome },
      );
      const alone = children.filter(({ outcome }) => outcome === 'no-successor');
      say(words.total(children.length, alone.length));
      if (alone.length > 0)
        throw new OperateProblem(words.alone(alone.map(({ child }) => child)), { exitCode: SOMETHING_LEFT });
      if (forReal === true && !hasCome && children.length > 0)
        throw new OperateProblem(words.notYet(from), { exitCode: SOMETHING_LEFT });
    });
}

/** Writes from when on their tokens are refused, in their entry or in a new one. */
async function suspend(
  deps: LeaveDeps,
  files: BothFiles,
  { id, centre, from }: { readonly id: string; readonly centre: string; readonly from: string },
  forReal: boolean,
): Promise<void> {
  const { professionals } = validFiles(deps, files).access;
  const index = professionals.findIndex((it) => it.id === id && it.centre === centre);
  const text = files.access.text;
  const access =
    index === -1
      ? withItem(text, ['professionals'], { id, centre, suspendedFrom: from })
      : withField(text, ['professionals', index], 'suspendedFrom', from);
  const isWritten = professionals[index]?.suspendedFrom === from;
  await applyEdit(deps, files, isWritten ? {} : { access }, forReal);
}

function toldOf(
  { child, outcome, wasPivot, successor }: ChildHandedOver,
  words: (typeof LEAVE_WORDS)['fr'],
  isDone: boolean,
): string {
  if (outcome === 'no-successor') return words.noSuccessor(child);
  return wasPivot ? words.pivot(child, successor ?? '', isDone) : words.member(child, isDone);
}
