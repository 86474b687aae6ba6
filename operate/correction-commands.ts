import type { Command } from 'commander';
import type { Bilingual } from '../profiles/codes.ts';
import { bilingualCommand } from './bilingual-command.ts';
import type { CommandDeps } from './dead-letter-commands.ts';

interface Told {
  readonly entries: readonly { readonly text: string; readonly toldBy: string }[];
  readonly toTell: number;
}

/** `corrections <child>`: who was given which version of what concerns a child, and whom a person must tell. */
export function correctionCommands({ client, say }: CommandDeps): Command {
  return bilingualCommand('corrections')
    .description(
      'À qui dire qu’une erreur au dossier d’un enfant a été corrigée ; CENTRE_TOKEN. / Whom to tell that an error in a child’s file was corrected; CENTRE_TOKEN.',
    )
    .argument('<child>', 'son numéro au centre / its number at the centre')
    .action(async (child: string) => {
      const { language, call } = client();
      const path = `/v1/corrections/_search?lang=${language}`;
      // What our own gateway answers has the shape that its OpenAPI document promises.
      const told = (await call('POST', path, { token: 'CENTRE_TOKEN', body: { child } })) as Told;
      for (const { text, toldBy } of told.entries) say(`${MARKS.get(toldBy) ?? '–'} ${text}`);
      say(TOTAL[language].replace('%', `${told.toTell}`));
    });
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ['person', '!'],
  ['gateway', '→'],
]);

const TOTAL: Bilingual = { fr: 'À dire par une personne : %.', en: 'For a person to tell: %.' };
