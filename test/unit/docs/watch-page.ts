import { WATCH_CODES, WATCH_RULES } from '../../../mappings/watch/child-findings.ts';
import { WATCH_FINDINGS } from '../../../profiles/codes/watch-findings.ts';
import type { Bilingual } from '../../../profiles/codes.ts';

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
      const { when, todo, urgency } = WATCH_RULES[code];
      const cells = [
        `\`${code}\` ${WATCH_FINDINGS[code][language]}`,
        when[language],
        URGENCY[urgency][language],
        todo[language],
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');

/** docs/watch.md, whole: its tables are the rules themselves. */
export const watchPage = (): string => `# La vigie / The watch

*Ce qui demande une personne : chaque jour, qui tient le fil d’un enfant lit ce qui ne va pas, depuis quand, et quoi faire. Cette page est tirée des règles (\`mappings/watch/\`) par \`npm run docs:watch\`.*

*What asks for a person: each day, whoever holds a child’s thread reads what is wrong, since when, and what to do. This page is made from the rules (\`mappings/watch/\`) by \`npm run docs:watch\`.*

## En français

- Un constat qualifie le travail, jamais l’enfant ni la famille. Un refus de la famille n’est pas un constat.
- Il s’ouvre une fois, est confié à la personne pivot du cercle (au centre, si personne ne l’est), et se ferme de lui-même une fois, quand ce n’est plus vrai. Il est gardé comme Task \`psc-watch\`, sous un numéro tiré de la règle et de ce dont il parle : une ronde refaite finit pareil.
- \`GET /v1/findings\` : une ligne par enfant, douze au plus par personne pivot, les plus pressantes d’abord ; il est dit combien d’enfants attendent. \`POST /v1/findings/{id}/snooze\` : remis à un jour, avec une raison, quatre-vingt-dix jours au plus ; il revient ce jour-là s’il est encore vrai.
- Les jours ouvrables sont ceux de la province du centre (régime \`qc-…\` ou \`on-…\`) : ni fin de semaine, ni jour férié de la loi ; le Vendredi saint et le lundi de Pâques sont tous deux libres au Québec. Pour une école, ni l’été (24 juin au 31 août) ni le temps des fêtes (23 décembre au 5 janvier). Un jour est celui du centre, à son heure.
- La ronde regarde ce qui a changé, et tout le monde à chaque nouveau jour. Elle est désactivée par défaut : \`FINDINGS=on\` chez les ouvriers. Rien d’autre ne part, sauf un numéro tiré au hasard ou un nombre de lignes, là où la personne responsable de la protection des renseignements personnels l’allume ([switches.md](switches.md)).

${table('fr')}

## In English

- A finding labels the work, never the child nor the family. A family’s refusal is no finding.
- It is opened once, given to the circle’s pivot (to the centre, where nobody is), and closes by itself once, when it is no longer so. It is kept as Task \`psc-watch\`, under a number made from the rule and what it is about: a round made again ends the same.
- \`GET /v1/findings\`: one line a child, twelve at most for each pivot, the most urgent first; how many children wait is said. \`POST /v1/findings/{id}/snooze\`: put off until a day, with a reason, ninety days at most; it comes back on that day if it is still so.
- Working days are those of the centre’s province (regime \`qc-…\` or \`on-…\`): no weekend, no holiday by law; Good Friday and Easter Monday are both off in Québec. For a school, neither summer (24 June to 31 August) nor the winter break (23 December to 5 January). A day is the centre’s, by its clock.
- The round looks at what changed, and at everybody on each new day. It is off by default: \`FINDINGS=on\` for the workers. Nothing else is sent, but for a random number or a number of lines, where the privacy officer turns that on ([switches.md](switches.md)).

${table('en')}
`;
