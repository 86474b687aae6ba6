import type { Command } from 'commander';
import type { Bilingual } from '../../profiles/codes.ts';
import type { CommandDeps } from '../dead-letter-commands.ts';
import type { GatewayClient } from '../gateway-client.ts';

/** A line of the register, as far as it is looked at here. */
interface Line {
  readonly id: string;
  readonly act: string;
  readonly what: string;
  readonly by: { readonly kind: string; readonly id: string; readonly professional?: string };
  readonly recipient?: string;
  readonly children: readonly string[];
}

interface Flags {
  readonly from?: string;
  readonly until?: string;
  readonly child?: string;
  readonly partner?: string;
  readonly person?: string;
}

const PAGE = 500;
const IDS_SHOWN = 50;

/** `incident form`: a line of the register of incidents to fill in, with what the register of accesses knows of it. */
export function incidentForm(incident: Command, { client, say }: CommandDeps): void {
  incident
    .command('form')
    .description(
      'Écrit un formulaire à remplir sur papier, avec ce que le registre des accès en sait. / Writes a form to fill in on paper, with what the register of accesses knows of it.',
    )
    .option('--from <day>', 'depuis ce jour / since this day')
    .option('--until <day>', 'jusqu’à ce jour / until this day')
    .option('--child <id>', 'un enfant, par son numéro / one child, by its number')
    .option('--partner <id>', 'seulement ce qu’un partenaire a lu ou reçu / only what a partner read or was given')
    .option('--person <id>', 'seulement ce qu’une personne du centre a lu / only what somebody at the centre read')
    .action(async (flags: Flags) => {
      const gateway = client();
      const lines = (await registerLines(gateway, flags)).filter((line) => concerns(line, flags));
      for (const line of formOf(lines, flags, gateway.language)) say(line);
    });
}

/** All of the period, page after page. */
async function registerLines({ call }: GatewayClient, { from, until, child }: Flags): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const period = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  for (let after: string | undefined; ; ) {
    const cursor = after === undefined ? {} : { after };
    const query = new URLSearchParams({ ...period, ...cursor, limit: `${PAGE}` });
    // A child stands in no address.
    const answer =
      child === undefined
        ? await call('GET', `/v1/register?${query}`, { token: 'CENTRE_TOKEN' })
        : await call('POST', '/v1/register/_search', {
            token: 'CENTRE_TOKEN',
            body: { child, ...period, ...cursor, limit: PAGE },
          });
    // What our own gateway answers has the shape that its OpenAPI document promises.
    const { entries, next } = answer as { readonly entries: readonly Line[]; readonly next?: string };
    lines.push(...entries);
    if (next === undefined) return lines;
    after = next;
  }
}

const concerns = ({ by, recipient }: Line, { partner, person }: Flags): boolean =>
  (partner === undefined || recipient === partner || (by.kind === 'partner' && by.id === partner)) &&
  (person === undefined || by.professional === person);

function formOf(lines: readonly Line[], flags: Flags, language: keyof Bilingual): readonly string[] {
  const words = WORDS[language];
  const counted = (texts: readonly string[]): string => {
    const counts = new Map<string, number>();
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    return [...counts].map(([text, count]) => `${text} (${count})`).join(', ') || '–';
  };
  const children = new Set(lines.flatMap((line) => line.children));
  const ids = lines.slice(0, IDS_SHOWN).map(({ id }) => `AuditEvent/${id}`);
  const more = lines.length > ids.length ? ` … (${lines.length})` : '';
  const whom = lines.map(({ by, recipient }) => recipient ?? [by.id, by.professional].filter(Boolean).join(' '));
  return [
    words.title,
    '',
    `| ${words.field} | ${words.answer} |`,
    '|---|---|',
    `| ${words.period} | ${flags.from ?? '…'} → ${flags.until ?? '…'} |`,
    `| ${words.things} | ${counted(lines.map(({ act, what }) => `${act} ${what}`))} |`,
    `| ${words.whom} | ${counted(whom)} |`,
    `| ${words.children} | ${children.size} |`,
    `| ${words.entries} | ${ids.join(', ')}${more} |`,
    ...words.toFill.map((field) => `| ${field} | ✍ |`),
  ];
}

const WORDS = {
  fr: {
    title: '# Incident de confidentialité n° ✍',
    field: 'champ',
    answer: 'réponse',
    period: 'période regardée au registre des accès',
    things: 'ce qui y a été lu ou communiqué',
    whom: 'par ou à qui',
    children: 'enfants nommés par ces entrées',
    entries: 'entrées du registre des accès',
    toFill: [
      'jour où on l’a su, jour ou période où c’est arrivé',
      'ce qui s’est passé, en deux phrases, sans nom',
      'sortes de renseignements : identité, santé, psychosocial, juridique, contact sûr, autre',
      'combien de personnes en tout, dont combien d’enfants',
      'risque de préjudice sérieux : oui ou non, et pourquoi',
      'qui a été avisé, quel jour (autorité, personnes, partenaires) ; sinon pourquoi',
      'mesures prises',
      'fermé le, par qui (fonction)',
    ],
  },
  en: {
    title: '# Confidentiality incident no. ✍',
    field: 'field',
    answer: 'answer',
    period: 'period looked at in the register of accesses',
    things: 'what was read or disclosed in it',
    whom: 'by or to whom',
    children: 'children named by these entries',
    entries: 'entries of the register of accesses',
    toFill: [
      'day on which it was known, day or period in which it happened',
      'what happened, in two sentences, without a name',
      'kinds of information: identity, health, psychosocial, legal, safe contact, other',
      'how many people in all, how many of them children',
      'risk of serious injury: yes or no, and why',
      'who was notified, on which day (authority, people, partners); if nobody, why',
      'measures taken',
      'closed on, by whom (function)',
    ],
  },
} as const;
