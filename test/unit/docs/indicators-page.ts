import { type Indicator, UNITS } from '../../../mappings/indicators/indicator.ts';
import { INDICATORS } from '../../../mappings/indicators/indicators.ts';
import { PROGRAMME_ROWS } from '../../../mappings/indicators/programme-rows.ts';
import { publishedFrom } from '../../../mappings/indicators/published.ts';
import type { StrataBy } from '../../../mappings/indicators/strata.ts';
import type { Unit } from '../../../mappings/indicators/unit.ts';
import type { Bilingual } from '../../../profiles/codes.ts';

const HEADS = {
  fr: '| indicateur | qui est compté | ce qui est compté ou mesuré | comment | d’où, pourquoi |\n|---|---|---|---|---|',
  en: '| indicator | who is counted | what is counted or measured | how | where from, why |\n|---|---|---|---|---|',
} as const;
const FORMULAS = {
  share: { fr: 'combien en ont la marque ÷ combien sont comptés', en: 'how many have the mark ÷ how many are counted' },
  median: { fr: 'médiane', en: 'median' },
  mean: { fr: 'somme ÷ combien sont comptés', en: 'sum ÷ how many are counted' },
} as const;

const CUTS = {
  partner: { fr: 'par partenaire si c’est allumé', en: 'by partner if that is on' },
  district: { fr: 'par secteur si c’est allumé', en: 'by district if that is on' },
} as const satisfies Readonly<Record<StrataBy, Bilingual>>;

const howOf = ({ by, unit, byProgramme, strata }: Indicator, language: keyof Bilingual): string => {
  const parts = [
    FORMULAS[by][language],
    ...(unit === 'share' ? [] : [UNITS[unit][language]]),
    byProgramme
      ? { fr: 'centre et programmes', en: 'centre and programmes' }[language]
      : { fr: 'centre seulement', en: 'centre only' }[language],
    ...(strata === undefined ? [] : [CUTS[strata][language]]),
  ];
  return parts.join(language === 'fr' ? ' ; ' : '; ');
};

const table = (language: keyof Bilingual): string =>
  [
    HEADS[language],
    ...INDICATORS.map((it) => {
      const cells = [
        `\`${it.name}\` ${it.title[language]}`,
        it.who[language],
        it.what[language],
        howOf(it, language),
        it.why[language],
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');

/** A quarter made up: what is counted, and what is then published. */
const EXAMPLE: readonly (readonly [row: Unit['row'], children: number, told: number])[] = [
  ['clsc', 20, 14],
  ['agir-tot', 9, 9],
  ['sippe', 12, 6],
  ['hospital', 3, 1],
];
const EXAMPLE_HEADS = {
  fr: '| programme | compté par la passerelle | publié |\n|---|---|---|',
  en: '| programme | counted by the gateway | published |\n|---|---|---|',
} as const;

function example(language: keyof Bilingual): string {
  const units = EXAMPLE.flatMap(([row, children, told]) =>
    Array.from(
      { length: children },
      (_, nth): Unit => ({ counted: 'endings', child: `${row}-${nth}`, row, marks: { told: nth < told } }),
    ),
  );
  const published = publishedFrom(units).find(({ name }) => name === 'loops-closed');
  if (published === undefined) throw new Error('no example');
  const { total, rows } = published;
  const of = language === 'fr' ? 'sur' : 'of';
  const hidden = { fr: 'masqué', en: 'suppressed' }[language];
  const shown = (cell: typeof total): string => (cell.suppressed ? hidden : `${cell.having} ${of} ${cell.counted}`);
  const counted = EXAMPLE.map(([row, children, told]) => {
    const cell = rows.find((it) => it.row === row)?.cell ?? { suppressed: true };
    return `| ${PROGRAMME_ROWS[row][language]} | ${told} ${of} ${children} | ${shown(cell)} |`;
  });
  const all = units.filter(({ marks }) => marks?.told).length;
  const whole = { fr: 'tout le centre', en: 'whole centre' }[language];
  return [EXAMPLE_HEADS[language], ...counted, `| ${whole} | ${all} ${of} ${units.length} | ${shown(total)} |`].join(
    '\n',
  );
}

/** docs/indicators.md, whole: its tables are the definitions themselves, its example is computed. */
export const indicatorsPage = (): string => `# Les indicateurs / Indicators

*Ce qu’un centre publie de son propre travail, par trimestre et par programme : jamais par personne du centre, jamais un classement, jamais une case où l’on reconnaîtrait un enfant. Cette page est tirée des définitions (\`mappings/indicators/\`) par \`npm run docs:indicators\`.*

*What a centre publishes of its own work, by quarter and by programme: never by worker, never a ranking, never a cell in which a child could be recognized. This page is made from the definitions (\`mappings/indicators/\`) by \`npm run docs:indicators\`.*

## En français

### Les lire

- **Au tableau**, la page *Programme* (\`/board/programme\`) : chaque indicateur dessiné, trimestre par trimestre, de tout le centre ou d’un programme (d’un partenaire ou d’un secteur, là où c’est allumé), le tableau dessous, et ce qui est compté à un geste. Les trois nombres de jours sont toujours ensemble, dans un seul dessin. Ce qui est masqué s’y lit « masqué », jamais zéro. Aucun seuil, aucun but, aucun rang n’y est tracé.
- \`GET /v1/indicators\` : tout ce qui est publié du centre, chaque définition une fois puis les nombres, trimestre par trimestre ; \`?period=2026-Q3\`, \`?programme=clsc\`, \`?indicator=loops-closed\` ne font qu’omettre. \`/v1/indicators/measures\` et \`/v1/indicators/reports\` : la même chose en FHIR (Measure \`psc-measure\`, MeasureReport \`psc-measure-report\`). \`/v1/indicators/table\` : en CSV, si la personne responsable de la protection des renseignements personnels l’a allumé (\`csvExport\`, [switches.md](switches.md)).
- Pour la personne pivot et la personne responsable de la protection des renseignements personnels, ou un programme du centre qui a la portée \`system/MeasureReport.rs\`. Chaque lecture est au registre. Un centre ne voit que les siens : aucun tableau ne réunit deux centres.
- \`INDICATORS=on\` chez les ouvriers ; éteint par défaut. Allumez-le une fois l’historique repris : les douze derniers trimestres sont alors publiés, depuis celui où le dossier commence.

### Quand

- Un trimestre est publié **une fois**, trente jours après sa fin, avec ce qu’on savait alors : une réponse notée en retard compte si elle est sue dans ces trente jours. Il n’est jamais recalculé : la différence de deux publications dirait ce qui est arrivé à un seul enfant. Ce qu’on apprend plus tard est au registre de continuité, pas ici.
- Chaque chose est comptée dans le trimestre où **son propre délai** finit (cinq jours ouvrables, P3, trente jours…) : elle y est entière, et dans un seul. Un besoin est compté dans chaque trimestre où il a des jours, avec ces jours seulement.
- Les jours sont ceux du centre, à son heure (\`timeZone\`) : une nuit où l’heure change est une nuit comme les autres. Jours ouvrables et fériés de la province, jours de classe pour une école : comme la vigie ([watch.md](watch.md)).

### Ce qui est masqué

- Une ligne n’est montrée que si derrière chaque nombre qu’elle dit (combien sont comptés, combien ont la marque, combien ne l’ont pas, combien font une moyenne) il y a **zéro enfant ou au moins cinq**. On compte des enfants, pas des demandes : six demandes d’un enfant sont un enfant.
- Ce qui est masqué ne se retrouve pas par soustraction : si le total moins les lignes montrées laissait de un à quatre enfants derrière un de ces nombres, ou une seule ligne, d’autres lignes sont masquées aussi : celles qui cachent le moins. Une ligne masquée a au moins un enfant, puisqu’un programme où rien n’est compté n’a pas de ligne : les lignes masquées ensemble ont donc assez d’enfants pour que de chacune on puisse croire qu’elle en a cinq (cinq enfants dans cinq programmes seraient un dans chacun). Si rien n’y suffit, c’est le total qui est masqué.
- Tous les indicateurs d’une même chose ont le même dénominateur et sont masqués ensemble. Deux choses différentes ne comptent pas les mêmes demandes : leurs délais finissent d’autres jours. Les trimestres ne se chevauchent pas, et il n’y a pas d’année à publier à côté. La liste des tableaux est fixe : aucune combinaison libre de filtres n’est calculée.
- En FHIR : \`data-absent-reason\` \`masked\`, sans nombre ; le profil refuse un nombre de 1 à 4.

**Exemple : boucles fermées, un trimestre inventé.**

${example('fr')}

L’hôpital est masqué : trois enfants. Seul, il se retrouverait par soustraction (44 moins 41). Agir tôt ne suffirait pas à le cacher : deux enfants seulement des deux ensemble n’ont pas la marque. Les SIPPE sont donc masqués avec lui ; ensemble ils sont quinze, sept avec la marque et huit sans.

### Par partenaire, par secteur

Éteints tous deux tant que la personne responsable de la protection des renseignements personnels du centre ne les allume pas (\`indicatorsByPartner\`, \`indicatorsByDistrict\`, [switches.md](switches.md)).

- **Par partenaire demandé** : ce qui est compté d’une demande (réponses, premiers services, fins, boucles, refus). Dans l’ordre des noms, jamais d’un nombre : ce n’est pas un classement, et un partenaire à qui l’on adresse les situations les plus lourdes répond plus tard. **Par secteur** : ce qui est compté d’un enfant (besoins, passages, réévaluations). Jamais les deux du même nombre : de trois tableaux du même nombre on peut soustraire plus que personne ne verrait. Les facteurs de protection et les prescriptions évaluées ne sont dits que de tout le centre.
- **Un secteur** est fait des trois premiers caractères du code postal de l’enfant, au jour de la publication : c’est ce que le dossier a de moins précis sous une forme qui se compare. La ville est un texte libre, où tout peut être écrit ; le territoire d’un partenaire dirait à qui l’on a demandé, pas où vivent les enfants ; et de l’adresse rien d’autre n’est lu. Sans code postal, sans adresse fixe, avec une étiquette sur le dossier, quelle qu’elle soit, ou une demande étiquetée « où se trouve la famille » ou violence, l’enfant est « non dit », et ne fait jamais une ligne à lui.
- Derrière chaque ligne, le même seuil. Ce qui est trop petit n’a pas de ligne, pas même masquée : dire qu’un secteur lointain ou une maison d’hébergement est masqué dirait qu’un enfant y est. Il est compté avec « Autres, ou non dit », qui réunit aussi tout ce dont on ne sait rien. Si cela ne suffit pas, des lignes plus grandes les rejoignent, ou rien n’est dit par partenaire ou par secteur.
- Rien ne se retrouve en soustrayant les partenaires ou les secteurs des programmes, ni l’inverse, ni par aucune suite de sommes et de différences, ni de ce qu’aucun nombre n’est négatif (un essai cherche, de petits tableaux, les bornes que tout ce qui est publié laisse à chaque case) : un programme moins les partenaires qui n’ont de demandes que là, par exemple, laisse zéro enfant ou au moins cinq. Ce que disent le centre et les programmes est le même, allumé ou non.
- Un trimestre publié pendant que c’est éteint n’en aura jamais : le calculer plus tard dirait ce qui a changé entre-temps. Éteint, ce qui fut publié n’est plus montré nulle part ; le dossier le garde, et le rallumer le montre de nouveau.

### Les définitions

${table('fr')}

**Pas encore** : refus par raison, rendez-vous manqués, part des communications avec une base valable (elle est tenue à 1 autrement : rien ne part sans base).

## In English

### Reading them

- **On the board**, the page *Programme* (\`/board/programme\`): each indicator drawn, quarter by quarter, of the whole centre or of a programme (of a partner or a district, where that is on), with the table under it, and what is counted one tap away. The three counts of days always stand together, in one plot. What is suppressed reads “suppressed”, never zero. No threshold, goal or rank is drawn.
- \`GET /v1/indicators\`: all that is published of the centre, each definition once, then the numbers, quarter by quarter; \`?period=2026-Q3\`, \`?programme=clsc\`, \`?indicator=loops-closed\` only leave out. \`/v1/indicators/measures\` and \`/v1/indicators/reports\`: the same in FHIR (Measure \`psc-measure\`, MeasureReport \`psc-measure-report\`). \`/v1/indicators/table\`: as CSV, if the privacy officer turned it on (\`csvExport\`, [switches.md](switches.md)).
- For the pivot and the privacy officer, or a program of the centre with the scope \`system/MeasureReport.rs\`. Each reading stands in the register. A centre sees its own only: no table joins two centres.
- \`INDICATORS=on\` for the workers; off by default. Turn it on once the past has been taken over: the last twelve quarters are then published, from the one in which the record begins.

### When

- A quarter is published **once**, thirty days after its end, with what was known then: an answer that was written down late counts if it is known within those thirty days. It is never computed anew: the difference of two publications would tell what happened to one child. What is learnt later is in the ledger of continuity, not here.
- Each thing is counted in the quarter in which **its own delay** ends (five working days, P3, thirty days …): it is whole there, and in one only. A need is counted in each quarter in which it has days, with those days only.
- Days are the centre’s, by its clock (\`timeZone\`): a night on which the clock changes is a night like others. Working days and holidays of the province, school days for a school: as the watch has them ([watch.md](watch.md)).

### What is suppressed

- A row is shown only if behind each number that it tells (how many are counted, how many have the mark, how many have not, how many make up an average) there are **no children or at least five**. Children are counted, not requests: six requests of one child are one child.
- What is suppressed is not found by subtraction: if the total minus the rows that are shown left one to four children behind any of these numbers, or a single row, other rows are suppressed too: those that hide the least. There is at least one child in a suppressed row, since a programme in which nothing is counted has no row: so the suppressed rows together have children enough that each may be believed to have five (five children in five programmes would be one in each). Where nothing is enough, the total is suppressed.
- All indicators of one thing have the same denominator and are suppressed together. Two different things do not count the same requests: their delays end on other days. Quarters do not overlap, and there is no year to publish beside them. The list of tables is fixed: no free combination of filters is computed.
- In FHIR: \`data-absent-reason\` \`masked\`, without a number; the profile refuses a number from 1 to 4.

**Example: loops closed, a quarter made up.**

${example('en')}

The hospital is suppressed: three children. Alone it would be found by subtraction (44 minus 41). Agir tôt would not do to hide it: only two children of both together are without the mark. So SIPPE is suppressed along with it; together they are fifteen, seven with the mark and eight without.

### By partner, by district

Both off until the centre’s privacy officer turns them on (\`indicatorsByPartner\`, \`indicatorsByDistrict\`, [switches.md](switches.md)).

- **By partner asked**: what is counted of a request (answers, first services, ends, loops, declines). In the order of names, never of a number: it is no ranking, and a partner who is asked for the heaviest situations answers later. **By district**: what is counted of a child (needs, hand-overs, reassessments). Never both of the same number: from three tables of one number more can be subtracted than anybody would see. Protective factors and evaluated prescriptions are told of the whole centre only.
- **A district** is the first three characters of the child’s postal code, on the day of publication: the least precise thing that the record has in a form that compares. The city is free text, in which anything may be written; a partner’s territory would tell who was asked, not where children live; and of the address nothing else is read. Without a postal code, without a fixed address, with any label on the file, or with a request labelled “where the family is” or violence, the child is “not said”, and never makes a row of its own.
- Behind each row, the same threshold. What is too small has no row, not even a suppressed one: to say that a far district or a shelter is suppressed would say that a child is there. It is counted with “Others, or not said”, which also holds all of which nothing is known. Where that is not enough, larger rows join them, or nothing is told by partner or district.
- Nothing is found by subtracting partners or districts from programmes, nor the other way round, nor by any run of sums and differences, nor from no number being negative (a test looks, in small tables, for the bounds that all that is published leaves to each cell): a programme minus the partners whose requests are all in it, for instance, leaves no children or at least five. What the centre and the programmes tell is the same, on or off.
- A quarter that is published while it is off never has it: to compute it later would tell what has changed since. Once off, what was published is no longer shown anywhere; the record keeps it, and turning it on again shows it again.

### Definitions

${table('en')}

**Not yet**: declines by reason, appointments missed, share of disclosures with a valid basis (it is held at 1 otherwise: nothing leaves without a basis).
`;
