import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parse, YAMLParseError } from 'yaml';
import type { Incident } from '../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { bilingualCommand } from '../bilingual-command.ts';
import type { CommandDeps } from '../dead-letter-commands.ts';
import { type GatewayClient, OperateProblem } from '../gateway-client.ts';
import { incidentForm } from './incident-form.ts';
import { type IncidentLine, incidentRow, printedIncident, TEMPLATE } from './incident-words.ts';

const token = 'CENTRE_TOKEN';

/**
 * `incident template|add|list|show|close|form`: the centre’s register of confidentiality incidents, for its privacy officer, whose token
 * CENTRE_TOKEN is. The gateway keeps it; what is typed here is in a file, so that no word of it stands in a shell’s history.
 */
export function incidentCommands({ client, say }: CommandDeps): Command {
  const incident = bilingualCommand('incident')
    .alias('incidents')
    .description(
      'Le registre des incidents de confidentialité (docs/incidents.md), pour la personne responsable de la protection des renseignements personnels : CENTRE_TOKEN est son jeton à elle. / ' +
        'The register of confidentiality incidents (docs/incidents.md), for the privacy officer: CENTRE_TOKEN is a token of that person.',
    );

  incident
    .command('template')
    .description('Un fichier à remplir, pour « add ». / A file to fill in, for “add”.')
    .action(() => say(TEMPLATE[client().language]));

  incident
    .command('add')
    .argument('<file>', 'YAML ou JSON / YAML or JSON')
    .option('--revise', 'révise l’incident de ce numéro / revises the incident of that number')
    .description('Inscrit un incident, ou en révise un. / Writes an incident down, or revises one.')
    .action(async (file: string, { revise }: { readonly revise?: true }) => {
      const gateway = client();
      const written = incidentIn(file, gateway.language);
      const before = revise === true ? await lineOf(gateway, written.id) : undefined;
      const line = await put(gateway, written, before?.version);
      say(incidentRow(line, gateway.language));
    });

  incident
    .command('list')
    .description('Une ligne par incident, le dernier su d’abord. / A line for each incident, the last known first.')
    .action(async () => {
      const { call, language } = client();
      // What our own gateway answers has the shape that its OpenAPI document promises.
      const { incidents, unreadable } = (await call('GET', '/v1/incidents', { token })) as IncidentsListed;
      for (const line of incidents) say(incidentRow(line, language));
      for (const number of unreadable) say(`! ${number}  ${UNREADABLE[language]}`);
      say(TOTAL[language].replace('%', `${incidents.length + unreadable.length}`));
    });

  incident
    .command('show')
    .argument('<number>', 'son numéro ; « all » : tout le registre / its number; “all”: the whole register')
    .description('À imprimer, pour l’autorité qui le demande. / To be printed, for the authority that asks for it.')
    .action(async (number: string) => {
      const gateway = client();
      const lines =
        number === 'all'
          ? ((await gateway.call('GET', '/v1/incidents', { token })) as IncidentsListed).incidents
          : [await lineOf(gateway, number)];
      for (const line of lines) for (const text of printedIncident(line, gateway.language)) say(text);
    });

  incident
    .command('close')
    .argument('<number>', 'son numéro / its number')
    .requiredOption('--on <day>', 'quel jour (AAAA-MM-JJ) / on which day (YYYY-MM-DD)')
    .requiredOption('--by <function>', 'une fonction, pas un nom / a function, not a name')
    .description('Ferme un incident ; il reste au registre. / Closes an incident; it stays in the register.')
    .action(async (number: string, { on, by }: { readonly on: string; readonly by: string }) => {
      const gateway = client();
      const { incident: standing, version } = await lineOf(gateway, number);
      const line = await put(gateway, { ...standing, id: number, closedOn: on, closedBy: by }, version);
      say(incidentRow(line, gateway.language));
    });

  incidentForm(incident, { client, say });
  return incident;
}

interface IncidentsListed {
  readonly incidents: readonly IncidentLine[];
  readonly unreadable: readonly string[];
}

type Numbered = Incident & { readonly id: string };

async function lineOf({ call }: GatewayClient, number: string): Promise<IncidentLine> {
  // What our own gateway answers has the shape that its OpenAPI document promises.
  return (await call('GET', `/v1/incidents/${encodeURIComponent(number)}`, { token })) as IncidentLine;
}

const put = async ({ call }: GatewayClient, body: Numbered, version: number | undefined): Promise<IncidentLine> =>
  (await call('PUT', `/v1/incidents/${encodeURIComponent(body.id)}`, {
    token,
    body,
    ...(version !== undefined && { headers: { 'if-match': `W/"${version}"` } }),
  })) as IncidentLine;

/** What a file holds; the gateway judges it. Throws OperateProblem for a file that cannot be read, or has no number. */
function incidentIn(file: string, language: keyof Bilingual): Numbered {
  let content: unknown;
  try {
    // Dates stay the text that was written: FHIR’s may be a month or a year.
    content = parse(readFileSync(file, 'utf8'), { schema: 'core' });
  } catch (cause) {
    const where = cause instanceof YAMLParseError ? ` (${cause.code}, ${cause.linePos?.[0].line ?? '?'})` : '';
    throw new OperateProblem(`${NOT_READ[language].replace('%', file)}${where}`, { cause });
  }
  if (typeof content !== 'object' || content === null || !('id' in content) || typeof content.id !== 'string')
    throw new OperateProblem(NO_NUMBER[language].replace('%', file));
  // Only its number is looked at here.
  return content as Numbered;
}

const UNREADABLE: Bilingual = {
  fr: 'scellé sous une clé que la passerelle n’a pas',
  en: 'sealed under a key that the gateway does not have',
};
const TOTAL: Bilingual = { fr: 'Incidents au registre : %.', en: 'Incidents in the register: %.' };
const NOT_READ: Bilingual = { fr: 'Ce fichier ne se lit pas : %', en: 'This file cannot be read: %' };
const NO_NUMBER: Bilingual = {
  fr: '% : donnez un numéro à l’incident (id), comme INC-2026-3.',
  en: '%: give the incident a number (id), such as INC-2026-3.',
};
