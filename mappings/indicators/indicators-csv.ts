import type { Bilingual } from '../../profiles/codes.ts';
import type { CellTold, IndicatorsTold, StrataTold, StratumCellTold } from '../domain/indicators-told.ts';

const HEADINGS: Readonly<Record<keyof Bilingual, readonly string[]>> = {
  fr: [
    'trimestre',
    'du',
    'au',
    'indicateur',
    'titre',
    'programme',
    'titre du programme',
    'partenaire',
    'secteur',
    'masqué',
    'comptés',
    'avec la marque',
    'valeur',
    'unité',
    'publié',
  ],
  en: [
    'quarter',
    'from',
    'to',
    'indicator',
    'title',
    'programme',
    'title of the programme',
    'partner',
    'district',
    'suppressed',
    'counted',
    'with the mark',
    'value',
    'unit',
    'published',
  ],
};

const WHOLE: Bilingual = { fr: 'tout le centre', en: 'whole centre' };

/** The same numbers as a table (RFC 4180): one line a cell; a suppressed one has no number. Numbers have a decimal point in both languages. */
export function indicatorsCsv({ definitions, quarters }: IndicatorsTold, language: keyof Bilingual): string {
  const lines = quarters.flatMap(({ period, from, to, publishedAt, indicators }) =>
    indicators.flatMap(({ name, total, programmes, strata }) => {
      const { title, unit } = definitions.find((it) => it.name === name) ?? {};
      const line = (of: RowOf, cell: CellTold) => [
        ...[period, from, to, name, title, of.programme, of.words, of.partner, of.district],
        ...[cell.suppressed ? 1 : 0, cell.counted, cell.having, cell.value, unit, publishedAt],
      ];
      return [
        line({ words: WHOLE[language] }, total),
        ...programmes.map((cell) => line({ programme: cell.programme, words: cell.title }, cell)),
        ...(strata?.rows ?? []).map((cell) => line(rowOfStratum(cell, strata?.by), cell)),
      ];
    }),
  );
  return [HEADINGS[language], ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

interface RowOf {
  readonly programme?: string;
  readonly words?: string;
  readonly partner?: string;
  readonly district?: string;
}

/** A partner by its number in the registry, since its name is not ours; all others by the words for them. */
const rowOfStratum = ({ name, title }: StratumCellTold, by: StrataTold['by'] | undefined): RowOf =>
  by === 'partner' ? { partner: name ?? title } : { district: name ?? title };

/** Quoted where it must be; all of it is our own words and numbers, so that none can be taken for a formula. */
function field(value: string | number | undefined): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
