import { rulesOff, WATCH_CODES, WATCH_RULES } from '../../../mappings/watch/child-findings.ts';
import { LINES_A_DAY } from '../../../mappings/watch/findings-told.ts';
import type { WatchRule } from '../../../mappings/watch/watch-rule.ts';
import { WATCH_FINDINGS } from '../../../profiles/codes/watch-findings.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import type { Measured } from '../../watch-budget/measured.ts';

const URGENCY = {
  1: { fr: 'aujourd’hui', en: 'today' },
  2: { fr: 'cette semaine', en: 'this week' },
  3: { fr: 'd’avance', en: 'ahead of time' },
} as const;

const HEADS = {
  fr: '| constat | quand | pressant | quoi faire |\n|---|---|---|---|',
  en: '| finding | when | urgency | what to do |\n|---|---|---|---|',
} as const;

/** The table of rules, in one language. */
const table = (language: keyof Bilingual): string =>
  [
    HEADS[language],
    ...WATCH_CODES.map((code) => {
      const { when, todo, urgency, offBecause }: WatchRule = WATCH_RULES[code];
      const off = offBecause === undefined ? '' : ` **(${OFF[language]} ${offBecause[language]})**`;
      const cells = [
        `\`${code}\` ${WATCH_FINDINGS[code][language]}${off}`,
        when[language],
        URGENCY[urgency][language],
        todo[language],
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');

const OFF = { fr: 'désactivée si le centre ne l’active pas :', en: 'off unless the centre turns it on:' } as const;

const BUDGET_HEADS = {
  fr: '| constat | ouverts | lignes où il est | au plus | lignes qu’il est seul à faire |\n|---|---|---|---|---|',
  en: '| finding | opened | lines in which it stands | at most | lines that only it makes |\n|---|---|---|---|---|',
} as const;

/** What was measured, in one language. */
function budget(measured: Measured, language: keyof Bilingual): string {
  const number = new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 2 });
  const rows = measured.rules.map(({ code, opened, standing, standingMost, alone }) =>
    [`| \`${code}\``, ...[opened, standing, standingMost, alone].map((it) => number.format(it))].join(' | '),
  );
  return [
    BUDGET_SAID[language](measured, (it) => number.format(it)),
    '',
    BUDGET_HEADS[language],
    ...rows.map((row) => `${row} |`),
  ].join('\n');
}

const offNames = rulesOff()
  .map((code) => `\`${code}\``)
  .join(', ');
const offSaid: Bilingual = {
  fr: `Une règle qui fait dépasser ${LINES_A_DAY} lignes est désactivée par défaut, et le dit plus haut : ${offNames === '' ? 'aucune ne le fait, toutes sont actives' : offNames}.`,
  en: `A rule that makes it more than ${LINES_A_DAY} lines is off by default, and says so above: ${offNames === '' ? 'none does, all are on' : offNames}.`,
};

const BUDGET_SAID: Readonly<Record<keyof Bilingual, (it: Measured, said: (value: number) => string) => string>> = {
  fr: ({ measuredOn, children, seed, pivots, from, to, pivotDays, mean, most, overBudget, newMean, newMost }, said) =>
    `Compté le ${measuredOn}, sans serveur, par les règles elles-mêmes sur la population du bac à sable ([population.md](population.md) : graine ${seed}, ${children} enfants, ${pivots} personnes pivots), chaque jour ouvrable du ${from} au ${to}, soit ${said(pivotDays)} jours de pivot. Sans couper à ${LINES_A_DAY}, une personne pivot y lirait **${said(mean)} lignes par jour en moyenne, ${said(most)} au plus**, dont ${said(newMean)} nouvelles (${said(newMost)} au plus) ; ${overBudget === 0 ? 'aucun jour de pivot ne dépasse' : `${said(overBudget)} jours de pivot dépassent`} ${LINES_A_DAY}. ${offSaid.fr} Ce sont des histoires inventées, où une chose est restée en plan pour un enfant sur quatre : chez vous, regardez \`waiting\`, qui dit combien d’enfants attendent un autre jour.`,
  en: ({ measuredOn, children, seed, pivots, from, to, pivotDays, mean, most, overBudget, newMean, newMost }, said) =>
    `Counted on ${measuredOn}, without a server, by the rules themselves over the population of the sandbox ([population.md](population.md): seed ${seed}, ${children} children, ${pivots} pivots), on each working day from ${from} to ${to}, ${said(pivotDays)} pivot days in all. Without the cut at ${LINES_A_DAY}, a pivot would read **${said(mean)} lines a day on average, ${said(most)} at most**, ${said(newMean)} of them new (${said(newMost)} at most); ${overBudget === 0 ? 'no pivot day has' : `${said(overBudget)} pivot days have`} more than ${LINES_A_DAY}. ${offSaid.en} These are invented stories, in which one thing was left undone for one child in four: at your centre, look at \`waiting\`, which says how many children wait for another day.`,
};

/** docs/watch.md, whole: its tables are the rules themselves, and what was measured with them. */
export const watchPage = (measured: Measured): string => `# La vigie / The watch

*Ce qui demande une personne : chaque jour, qui tient le fil d’un enfant lit ce qui ne va pas, depuis quand, et quoi faire. Cette page est tirée des règles (\`mappings/watch/\`) par \`npm run docs:watch\`.*

*What asks for a person: each day, whoever holds a child’s thread reads what is wrong, since when, and what to do. This page is made from the rules (\`mappings/watch/\`) by \`npm run docs:watch\`.*

## En français

- Un constat qualifie le travail, jamais l’enfant ni la famille. Un refus de la famille n’est pas un constat.
- Il s’ouvre une fois, est confié à la personne pivot du cercle (au centre, si personne ne l’est), et se ferme de lui-même une fois, quand ce n’est plus vrai. Il est gardé comme Task \`psc-watch\`, sous un numéro tiré de la règle et de ce dont il parle : une ronde refaite finit pareil.
- \`GET /v1/findings\` : une ligne par enfant, douze au plus par personne pivot, les plus pressantes d’abord ; il est dit combien d’enfants attendent. \`POST /v1/findings/{id}/snooze\` : remis à un jour, avec une raison, quatre-vingt-dix jours au plus, et qui l’a remis reste écrit à côté ; il revient ce jour-là s’il est encore vrai.
- Les jours ouvrables sont ceux de la province du centre (régime \`qc-…\` ou \`on-…\`) : ni fin de semaine, ni jour férié de la loi ; le Vendredi saint et le lundi de Pâques sont tous deux libres au Québec. Pour une école, ni l’été (24 juin au 31 août) ni le temps des fêtes (23 décembre au 5 janvier). Un jour est celui du centre, à son heure.
- La ronde regarde ce qui a changé, et tout le monde à chaque nouveau jour. Elle est désactivée par défaut : \`FINDINGS=on\` chez les ouvriers.
- Rien d’autre ne part, sauf si la personne responsable de la protection des renseignements personnels du centre l’allume ([switches.md](switches.md)) : voyez *Avis et courriel*.

${table('fr')}

### Douze lignes par jour

${budget(measured, 'fr')}

\`npm run watch:budget -- --children ${measured.children}\` recompte (quelques minutes) ; \`npm run docs:watch\` récrit cette page.

### Activer, désactiver une règle

\`\`\`yaml
watchRules: { off: [not-evaluated] }
\`\`\`

Dans l’entrée du centre au registre : \`off\` désactive des règles, \`on\` active celles qui sont désactivées par défaut. À la ronde suivante, une règle désactivée n’ouvre plus rien et ce qu’elle avait ouvert se ferme. Qui lit le sait : \`off\` dans \`GET /v1/findings\` et \`GET /v1/loops\`, une ligne au tableau.

### Avis et courriel

\`\`\`yaml
watchWebhook: { by: Responsable de la protection des renseignements personnels, since: 2026-11-26 }
watchMail: { by: Responsable de la protection des renseignements personnels, since: 2026-11-26 }
watchTo:
  webhook: { url: https://votre-systeme.example/vigie, secret: VIGIE_SECRET }
  email: equipe@votre-centre.example
\`\`\`

- **Avis** : après une ronde où quelque chose a changé au centre, \`POST\` à cette adresse, avec \`{"id": "…"}\` et rien d’autre. Ce numéro est tiré au hasard : il ne dit ni de qui, ni de quoi, ni combien ; votre système lit ensuite \`GET /v1/findings\` avec son propre jeton. Il est signé selon [Standard Webhooks](https://www.standardwebhooks.com/) (\`webhook-id\`, \`webhook-timestamp\`, \`webhook-signature\`, HMAC-SHA256) avec le secret (\`whsec_\` et 24 octets ou plus en base64) que porte la variable nommée. En https seulement, à cette adresse seulement, aucune redirection n’est suivie ; sans réponse, ou à 429 ou 5xx, il est renvoyé sous le même numéro pendant un peu plus d’une journée. Il peut arriver deux fois.
- **Courriel** : chaque jour ouvrable, à partir de 8 h au centre, le nombre de lignes qui attendent, et rien d’autre ; aucun si rien n’attend. Par \`SMTP_URL\` et \`MAIL_FROM\`. Dans le doute, il n’est pas renvoyé.
- Chaque essai est une entrée d’audit (\`tell-webhook\`, \`tell-mail\`), écrite avant l’envoi : sans elle, rien ne part.

## In English

- A finding labels the work, never the child nor the family. A family’s refusal is no finding.
- It is opened once, given to the circle’s pivot (to the centre, where nobody is), and closes by itself once, when it is no longer so. It is kept as Task \`psc-watch\`, under a number made from the rule and what it is about: a round made again ends the same.
- \`GET /v1/findings\`: one line a child, twelve at most for each pivot, the most urgent first; how many children wait is said. \`POST /v1/findings/{id}/snooze\`: put off until a day, with a reason, ninety days at most, and who put it off stays written beside it; it comes back on that day if it is still so.
- Working days are those of the centre’s province (regime \`qc-…\` or \`on-…\`): no weekend, no holiday by law; Good Friday and Easter Monday are both off in Québec. For a school, neither summer (24 June to 31 August) nor the winter break (23 December to 5 January). A day is the centre’s, by its clock.
- The round looks at what changed, and at everybody on each new day. It is off by default: \`FINDINGS=on\` for the workers.
- Nothing else is sent, unless the centre’s privacy officer turns it on ([switches.md](switches.md)): see *Notice and e-mail*.

${table('en')}

### Twelve lines a day

${budget(measured, 'en')}

\`npm run watch:budget -- --children ${measured.children}\` counts again (some minutes); \`npm run docs:watch\` writes this page again.

### Turning a rule on or off

\`\`\`yaml
watchRules: { off: [not-evaluated] }
\`\`\`

In the centre’s entry of the registry: \`off\` turns rules off, \`on\` turns on those that are off by default. At the next round a rule that is off opens nothing more, and what it had opened closes. Whoever reads is told: \`off\` in \`GET /v1/findings\` and \`GET /v1/loops\`, one line on the board.

### Notice and e-mail

\`\`\`yaml
watchWebhook: { by: Privacy officer, since: 2026-11-26 }
watchMail: { by: Privacy officer, since: 2026-11-26 }
watchTo:
  webhook: { url: https://your-system.example/watch, secret: WATCH_SECRET }
  email: team@your-centre.example
\`\`\`

- **Notice**: after a round in which something changed at the centre, \`POST\` to that address, with \`{"id": "…"}\` and nothing else. The number is drawn at random: it says neither of whom, nor of what, nor how much; your system then reads \`GET /v1/findings\` with a token of its own. It is signed as [Standard Webhooks](https://www.standardwebhooks.com/) says (\`webhook-id\`, \`webhook-timestamp\`, \`webhook-signature\`, HMAC-SHA256) with the secret (\`whsec_\` and 24 bytes or more in base64) that the named variable holds. By https only, to that address only, no redirection is followed; without an answer, or at 429 or 5xx, it is sent again under the same number for a little more than a day. It may come twice.
- **E-mail**: each working day, from 8 at the centre on, how many lines wait, and nothing else; none where nothing waits. By \`SMTP_URL\` and \`MAIL_FROM\`. In doubt it is not sent again.
- Each try is an entry of the audit (\`tell-webhook\`, \`tell-mail\`), written before it leaves: without it nothing does.
`;
