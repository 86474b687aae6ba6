import type { Registry } from '../gateway/registry.ts';
import type { Bilingual } from '../profiles/codes.ts';
import { centreClient, sandboxPeople } from './access/sandbox-clients.ts';
import { shownAddress } from './launcher/shown-address.ts';
import type { Sandbox } from './start-sandbox.ts';

/** A call to try, ready for a terminal. */
export interface CallToTry {
  readonly centre: string;
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly body?: object;
}

/** Where everything of a running sandbox is: addresses, how to get a token, calls to try. */
export function whereToLook(
  { gatewayUrl, mllpUrl, stack, registry, partners }: Sandbox,
  {
    language,
    logFile,
    calls,
  }: { readonly language: keyof Bilingual; readonly logFile: string; readonly calls: readonly CallToTry[] },
): readonly string[] {
  const words = WORDS[language];
  const rows: readonly (readonly [string, string])[] = [
    [words.gateway, gatewayUrl],
    [words.board, `${gatewayUrl}/board/`],
    ...(mllpUrl === undefined ? [] : [[words.mllp, mllpUrl] as const]),
    [words.reference, `${gatewayUrl}/reference?lang=${language}`],
    [words.record, shownAddress(stack.hapi.url)],
    [words.log, logFile],
  ];
  const pages = registry.partners.flatMap(({ id, name }) => {
    const url = partners.get(id)?.url;
    return url === undefined ? [] : [[name[language], url] as const];
  });
  return [
    ...inColumns(rows),
    words.people,
    ...peopleByCentre(registry),
    words.tokens,
    ...registry.centres.map(({ id }) => `  ${tokenLine(id)}`),
    `  ${TOKEN_COMMAND} --list`,
    words.partners,
    ...inColumns(pages),
    words.try,
    ...calls.map((call) => `  ${curlLine(gatewayUrl, call, language)}`),
  ];
}

/** Where somebody who has just started a population looks first: the most has gone by since the addresses were said. */
export function whereTheBoardIs(
  { gatewayUrl, registry }: Pick<Sandbox, 'gatewayUrl' | 'registry'>,
  language: keyof Bilingual,
): string {
  const person = sandboxPeople(registry).find(({ at }) => at?.role === 'pivot')?.id ?? '';
  return `${WORDS[language].board}  ${gatewayUrl}/board/  ${WORDS[language].enter(person)}`;
}

/** `hochelaga/pivot`, …: a line for each centre. */
const peopleByCentre = (registry: Pick<Registry, 'centres'>): readonly string[] =>
  registry.centres.map((centre) =>
    sandboxPeople(registry)
      .filter(({ at }) => at?.centre === centre.id)
      .map(({ id }) => `  ${id}`)
      .join(''),
  );

/** In single quotes nothing is special to a shell but the single quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const TOKEN_COMMAND = 'npm run --silent token --';

/** What a shell replaces by an access token of a centre's program. */
const tokenLine = (centre: string): string => `${TOKEN_COMMAND} --as ${centreClient(centre)}`;

/** One line for a shell. */
export function curlLine(url: string, { centre, method, path, body }: CallToTry, language: keyof Bilingual): string {
  const sent = body === undefined ? '' : ` -H 'Content-Type: application/json' -d ${quoted(JSON.stringify(body))}`;
  const verb = method === 'GET' ? '' : ` -X ${method}`;
  const speaks = language === 'fr' ? '' : ` -H 'Accept-Language: ${language}'`;
  return `curl -s${verb} -H "Authorization: Bearer $(${tokenLine(centre)})"${speaks}${sent} ${quoted(`${url}${path}`)}`;
}

function inColumns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
}

const WORDS = {
  fr: {
    gateway: 'Passerelle',
    board: 'Tableau, dans un navigateur',
    enter: (person: string) => `(entrez comme ${person}, sans mot de passe, puis « Voir celles de tout le centre »)`,
    people: 'Qui peut entrer au tableau, sans mot de passe : ces personnes inventées, et « exploitation »',
    mllp: 'HL7 v2 (MLLP)',
    reference: 'Référence de l’API',
    record: 'HAPI FHIR',
    log: 'Journal de la passerelle',
    tokens: 'Un jeton d’accès de cinq minutes : le programme d’un centre, ou la liste de tous',
    partners: 'Partenaires : des doublures, avec une page où répondre à leur place',
    try: 'À essayer',
  },
  en: {
    gateway: 'Gateway',
    board: 'Board, in a browser',
    enter: (person: string) => `(sign in as ${person}, without a password, then "See those of the whole centre")`,
    people: 'Who can sign in to the board, without a password: these invented people, and "exploitation"',
    mllp: 'HL7 v2 (MLLP)',
    reference: 'API reference',
    record: 'HAPI FHIR',
    log: 'Log of the gateway',
    tokens: 'An access token of five minutes: a centre’s program, or the list of all',
    partners: 'Partners: stand-ins, each with a page on which to answer in their place',
    try: 'To try',
  },
} as const;
