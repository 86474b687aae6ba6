import type { Command } from 'commander';
import type { Bilingual } from '../profiles/codes.ts';
import { bilingualCommand } from './bilingual-command.ts';
import type { CommandDeps } from './dead-letter-commands.ts';

interface State {
  readonly id: string;
  readonly paused: boolean;
  readonly leftAlone: boolean;
  readonly waiting: number;
  readonly setAside: number;
}

/** `partner list|pause|resume`: the kill switch of deliveries to one partner. */
export function partnerCommands({ client, say }: CommandDeps): Command {
  const partner = bilingualCommand('partner').description(
    'Les envois à un partenaire : voir, suspendre, rétablir. / Deliveries to a partner: look, pause, resume.',
  );
  const token = 'ADMIN_TOKEN';
  const tell = (state: State): void => {
    const { id, waiting, setAside } = state;
    const { language } = client();
    const how = HOW[state.paused ? 'paused' : state.leftAlone ? 'leftAlone' : 'open'][language];
    say(
      language === 'fr'
        ? `${id} : ${how}, ${waiting} en attente, ${setAside} mis de côté`
        : `${id}: ${how}, ${waiting} waiting, ${setAside} set aside`,
    );
  };

  partner
    .command('list')
    .description('Tous. / All of them.')
    .action(async () => {
      // What our own gateway answers has the shape that its OpenAPI document promises.
      const { partners } = (await client().call('GET', '/v1/partners', { token })) as {
        readonly partners: readonly State[];
      };
      for (const state of partners) tell(state);
    });
  for (const [to, words] of [
    ['pause', 'Plus rien ne part vers lui ; ce qui attend est gardé. / Nothing leaves for it; what waits is kept.'],
    ['resume', 'Les envois reprennent. / Deliveries go on.'],
  ] as const)
    partner
      .command(to)
      .argument('<id>')
      .description(words)
      .action(async (id: string) => {
        tell((await client().call('POST', `/v1/partners/${encodeURIComponent(id)}/${to}`, { token })) as State);
      });
  return partner;
}

const HOW = {
  paused: { fr: 'suspendu', en: 'paused' },
  leftAlone: { fr: 'ne répond pas', en: 'not answering' },
  open: { fr: 'ouvert', en: 'open' },
} as const satisfies Readonly<Record<string, Bilingual>>;
