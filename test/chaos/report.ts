import type { DoneFault, FaultKind } from './faults.ts';
import { FAULT_KINDS, faultKinds } from './faults.ts';
import type { History, PartnerSeen } from './history.ts';
import type { Verdict } from './judge-history.ts';
import type { Law } from './laws/breach.ts';
import type { Counts } from './schedule.ts';

/** Where, when and of what a run was. */
export interface Circumstances {
  readonly seed: number;
  readonly minutes: number;
  readonly gateways: number;
  readonly workers: number;
  readonly commit: string;
  /** FHIR instant. */
  readonly date: string;
  readonly machine: string;
  readonly settings: Readonly<Record<string, string>>;
}

const LAWS: Readonly<Record<Law, { readonly fr: string; readonly en: string }>> = {
  lost: { fr: 'perdus', en: 'lost' },
  twice: { fr: 'effets en double', en: 'duplicate effects' },
  order: { fr: 'hors d’ordre', en: 'out of order' },
  illegal: { fr: 'passages interdits', en: 'illegal transitions' },
  unexplained: { fr: 'sans explication', en: 'unexplained' },
};

const BREACHES_SHOWN_MAX = 200;

/** The report of one run, in Markdown, French and English side by side: the same is printed and kept. */
export function reportOf(history: History, verdict: Verdict, counts: Counts, run: Circumstances): string {
  const breaches = Object.values(verdict.breaches).flat();
  return [
    `# Chaos, graine / seed ${run.seed}: ${verdict.passed ? 'réussi / passed' : 'ÉCHEC / FAILED'}`,
    '',
    ...tableOf(
      ['', ''],
      [
        ['date', run.date],
        ['commit', run.commit],
        ['machine', run.machine],
        ['durée de la charge / length of the load', `${run.minutes} min`],
        ['passerelles, ouvriers / gateways, workers', `${run.gateways}, ${run.workers}; 1 Redis, 1 HAPI`],
        [
          'réglages / settings',
          Object.entries(run.settings)
            .map(([name, value]) => `\`${name}=${value}\``)
            .join(' '),
        ],
      ],
    ),
    '',
    '## Verdict',
    '',
    ...tableOf(
      ['', 'compté / counted', 'permis / allowed'],
      (Object.keys(LAWS) as Law[]).map((law) => [
        `${LAWS[law].fr} / ${LAWS[law].en}`,
        String(verdict.breaches[law].length),
        '0',
      ]),
    ),
    '',
    ...tableOf(['', 'atteint / reached', 'promis / promised'], promised(verdict, counts)),
    '',
    quietWords(history),
    ...verdict.shortfalls.map((it) => `- **n’a pas atteint / did not reach**: ${it}`),
    ...breaches.slice(0, BREACHES_SHOWN_MAX).map(({ law, about, says }) => `- **${law}** ${about}: ${says}`),
    '',
    '## Ce qui s’est passé / What happened',
    '',
    ...tableOf(['', ''], happened(history)),
    '',
    ...tableOf(
      ['partenaire / partner', 'par / by', 'demandes / requests', 'messages', 'réponses / answers'],
      history.partners.map(partnerRow),
    ),
    '',
    '## Pannes / Faults',
    '',
    ...tableOf(['sorte / kind', '', 'faites / done'], kindRows(history.faults)),
    '',
    ...tableOf(
      ['s', 'sorte / kind', 'no', 'durée / lasted (s)'],
      [...history.faults].sort((a, b) => a.beganMs - b.beganMs).map(faultRow),
    ),
    '',
  ].join('\n');
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)];
}

function promised({ reached }: Verdict, counts: Counts): readonly (readonly string[])[] {
  const { least, most } = counts.recordKilled;
  return [
    ['versions acquittées / acknowledged versions', String(reached.acknowledged), `≥ ${counts.acknowledged}`],
    ['pannes / faults', String(reached.faults), `≥ ${counts.faults}`],
    ['sortes de pannes / kinds of faults', String(reached.kinds), `≥ ${counts.kinds}`],
    ['HAPI tué / HAPI killed', String(reached.recordKilled), least === most ? String(least) : `${least}–${most}`],
  ];
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);

const quietWords = ({ quiet }: History): string =>
  quiet.reached
    ? `Au repos ${seconds(quiet.afterMs)} s après la dernière panne. / At rest ${seconds(quiet.afterMs)} s after the last fault.`
    : `**Jamais au repos / never at rest**: ${quiet.waitsFor.join(', ')}`;

function happened({ sent, exchanges, letters, poison, record }: History): readonly (readonly string[])[] {
  const acknowledgements = sent.flatMap(({ acknowledged }) => acknowledged);
  const states = new Map<string, number>();
  for (const { state } of exchanges) states.set(state, (states.get(state) ?? 0) + 1);
  return [
    ['versions envoyées / versions sent', String(sent.length)],
    ['acquittements, redites comprises / acknowledgements, repeats included', String(acknowledgements.length)],
    ['échanges / exchanges', [...states].map(([state, count]) => `${count} ${state}`).join(', ')],
    [
      'enfants, demandes dans HAPI / children, requests in HAPI',
      `${Object.keys(record.children).length}, ${record.tasks.length}`,
    ],
    [
      'messages empoisonnés / poison messages',
      String(poison.length + sent.filter(({ orphan }) => orphan === true).length),
    ],
    ['mis de côté avec une raison / set aside with a reason', String(letters.length)],
  ];
}

const partnerRow = ({ id, manner, received, cases }: PartnerSeen): readonly string[] => [
  id,
  manner,
  String(cases.length),
  String(received.length),
  String(cases.reduce((sum, { answers }) => sum + answers.length, 0)),
];

function kindRows(faults: readonly DoneFault[]): readonly (readonly string[])[] {
  const done = (kind: FaultKind) => faults.filter((it) => it.kind === kind && it.failed === undefined).length;
  return faultKinds
    .filter((kind) => done(kind) > 0)
    .map((kind) => [kind, `${FAULT_KINDS[kind].words.fr} / ${FAULT_KINDS[kind].words.en}`, String(done(kind))]);
}

const faultRow = ({ kind, which, beganMs, endedMs, failed }: DoneFault): readonly string[] => [
  seconds(beganMs),
  kind,
  String(which),
  failed === undefined ? seconds(endedMs - beganMs) : `— (${failed})`,
];
