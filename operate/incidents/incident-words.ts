import type { Incident } from '../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../profiles/codes.ts';

/** A line of the register, as the gateway gives it. */
export interface IncidentLine {
  readonly version: number;
  readonly writtenAt: string;
  readonly keptUntil: string;
  readonly incident: Incident & { readonly id: string };
}

type Language = keyof Bilingual;

/** One line, with no word of what happened: number, when it was known, how many, the risk, who was told, and whether it is closed. */
export function incidentRow({ version, incident }: IncidentLine, language: Language): string {
  const { id, knownOn, people, peopleAbout, seriousRisk, notices = [], noNoticeBecause, closedOn } = incident;
  const words = ROW[language];
  const told = notices.length > 0 ? `${words.told} ${notices.length}` : '';
  const toTell = seriousRisk && notices.length === 0 && noNoticeBecause === undefined ? words.toTell : '';
  return [
    ...[id, `v${version}`, knownOn, `${peopleAbout === true ? '≈ ' : ''}${people} ${words.people}`],
    ...[seriousRisk ? words.serious : words.notSerious, told, toTell],
    closedOn === undefined ? words.open : `${words.closed} ${closedOn}`,
  ]
    .filter(Boolean)
    .join('  ');
}

/** A whole line in Markdown, in the order of the regulation (A-2.1, r. 3.1, s. 7, r. 1, s. 15), to be printed. */
export function printedIncident({ incident, version, writtenAt, keptUntil }: IncidentLine, language: Language) {
  const words = PRINTED[language];
  const {
    happenedFrom,
    happenedUntil,
    happenedAbout,
    people,
    peopleAbout,
    notices = [],
    closedOn,
    closedBy,
  } = incident;
  const when = [happenedFrom, happenedUntil].filter((it) => it !== undefined).join(' → ');
  const rows: readonly (readonly [string, string])[] = [
    [words.information, incident.information],
    [words.circumstances, incident.circumstances],
    [words.happened, about(when, happenedAbout, language)],
    [words.known, incident.knownOn],
    [words.people, about(`${people}`, peopleAbout, language)],
    [words.files, (incident.files ?? []).join(', ') || '–'],
    [words.risk, `${incident.seriousRisk ? words.yes : words.no}. ${incident.riskBecause}`],
    [
      words.notices,
      notices.map(({ to, on, because }) => [words.to[to], on, because].filter(Boolean).join(', ')).join('; ') ||
        (incident.noNoticeBecause ?? '–'),
    ],
    [words.measures, incident.measures],
    [words.entries, (incident.entries ?? []).join(', ') || '–'],
    [words.closed, closedOn === undefined ? '–' : `${closedOn}, ${closedBy ?? ''}`],
    [words.kept, keptUntil],
  ];
  return [
    `# ${words.title} ${incident.id}`,
    '',
    `${words.version} ${version}, ${writtenAt}`,
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([name, text]) => `| ${name} | ${cell(text)} |`),
    '',
  ];
}

const about = (text: string, isAbout: true | undefined, language: Language): string =>
  isAbout === true ? `${text} (${PRINTED[language].about})` : text;

/** A cell holds one line, and no bar. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\r?\n/g, '<br>');

const ROW = {
  fr: {
    people: 'personne(s)',
    serious: 'risque sérieux',
    notSerious: 'risque non sérieux',
    told: 'avis :',
    toTell: 'À AVISER',
    open: 'ouvert',
    closed: 'fermé le',
  },
  en: {
    people: 'person(s)',
    serious: 'serious risk',
    notSerious: 'no serious risk',
    told: 'notices:',
    toTell: 'TO BE NOTIFIED',
    open: 'open',
    closed: 'closed on',
  },
} as const;

const PRINTED = {
  fr: {
    title: 'Incident de confidentialité',
    version: 'Version',
    information: '1. Renseignements visés',
    circumstances: '2. Circonstances',
    happened: '3. Quand',
    known: '4. Su le',
    people: '5. Personnes concernées',
    files: 'Dossiers, par numéro',
    risk: '6. Risque de préjudice sérieux',
    notices: '7. Avis, et quel jour',
    measures: '8. Mesures',
    entries: 'Entrées du registre des accès',
    closed: 'Fermé',
    kept: 'À garder au moins jusqu’au',
    about: 'à peu près',
    yes: 'Oui',
    no: 'Non',
    to: {
      commission: 'Commission d’accès à l’information',
      minister: 'ministre',
      ipc: 'CIPVP de l’Ontario',
      people: 'personnes concernées',
      partner: 'partenaire',
      public: 'avis public',
    },
  },
  en: {
    title: 'Confidentiality incident',
    version: 'Version',
    information: '1. Information concerned',
    circumstances: '2. Circumstances',
    happened: '3. When',
    known: '4. Known on',
    people: '5. People concerned',
    files: 'Files, by number',
    risk: '6. Risk of serious injury',
    notices: '7. Notices, and on which day',
    measures: '8. Measures',
    entries: 'Entries of the register of accesses',
    closed: 'Closed',
    kept: 'To be kept at least until',
    about: 'about',
    yes: 'Yes',
    no: 'No',
    to: {
      commission: 'Commission d’accès à l’information',
      minister: 'minister',
      ipc: 'IPC of Ontario',
      people: 'those concerned',
      partner: 'partner',
      public: 'public notice',
    },
  },
} as const;

/** To be filled in and given to `incident add`. */
export const TEMPLATE = {
  fr: `# Un incident de confidentialité. Des numéros de dossier, jamais un nom. Effacez ensuite ce fichier.
id: INC-2026-1
happenedFrom: "2026-11-03"      # ou un mois, une année
# happenedUntil: "2026-11-04"   # si c’est une période
# happenedAbout: true           # si ce n’est qu’une approximation
knownOn: "2026-11-04"
information: Quels renseignements, ou pourquoi on ne peut les décrire
circumstances: Ce qui s’est passé, en bref
people: 2
# peopleAbout: true
# files: [numéro-1, numéro-2]
seriousRisk: true
riskBecause: Sensibilité, usages malveillants possibles, conséquences craintes, probabilité
# notices:                      # commission, minister, ipc, people, partner, public (dites pourquoi : because)
#   - { to: people, on: "2026-11-04" }
# noNoticeBecause: Pourquoi personne n’est avisé
measures: Ce qui est fait pour diminuer le risque, et pour que cela n’arrive plus
# entries: [numéro d’AuditEvent]`,
  en: `# A confidentiality incident. Numbers of files, never a name. Erase this file afterwards.
id: INC-2026-1
happenedFrom: "2026-11-03"      # or a month, a year
# happenedUntil: "2026-11-04"   # if it is a period
# happenedAbout: true           # if it is only an approximation
knownOn: "2026-11-04"
information: Which information, or why it cannot be described
circumstances: What happened, in brief
people: 2
# peopleAbout: true
# files: [number-1, number-2]
seriousRisk: true
riskBecause: Sensitivity, possible ill-intentioned uses, consequences feared, likelihood
# notices:                      # commission, minister, ipc, people, partner, public (say why: because)
#   - { to: people, on: "2026-11-04" }
# noNoticeBecause: Why nobody is notified
measures: What is done to reduce the risk, and so that it does not happen again
# entries: [number of an AuditEvent]`,
} as const satisfies Bilingual;
