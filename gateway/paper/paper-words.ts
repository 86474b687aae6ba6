import type { PaperPage } from '../../mappings/domain/paper-page.ts';

/** The few words that the page says by itself; everything else comes in with the page. */
export interface PaperWords {
  readonly locale: string;
  readonly request: string;
  readonly prepared: string;
  readonly to: string;
  readonly telephone: string;
  readonly fax: string;
  readonly mustNot: string;
  readonly onlyPage: string;
  /** Said when a text was cut or rows left out. */
  readonly continues: (telephone: string) => string;
  /** Said inside the safe-contact box when what it says was cut: nobody may act on half an instruction. */
  readonly callFirst: (telephone: string) => string;
  /** Said when a character could not be printed. */
  readonly unprintable: (telephone: string) => string;
}

/** The no-break spaces are the ones that Québec typography wants before a colon. */
export const PAPER_WORDS = {
  fr: {
    locale: 'fr-CA',
    request: 'Demande nº',
    prepared: 'Préparée :',
    to: 'À :',
    telephone: 'Tél.',
    fax: 'Téléc.',
    mustNot: 'Ne pas :',
    onlyPage: 'Page 1 de 1',
    continues: (telephone) =>
      `Le texte continue : ce qui suit chaque […] ne tient pas sur cette page. Pour la suite, appeler le centre : ${telephone}`,
    callFirst: (telephone) =>
      `Consignes incomplètes ici : appeler d’abord le centre (${telephone}), avant de joindre qui que ce soit.`,
    unprintable: (telephone) =>
      `Chaque □ remplace un caractère que cette page ne peut pas imprimer. Pour le connaître, appeler le centre : ${telephone}`,
  },
  en: {
    locale: 'en-CA',
    request: 'Request no.',
    prepared: 'Prepared:',
    to: 'To:',
    telephone: 'Tel.',
    fax: 'Fax',
    mustNot: 'Do not:',
    onlyPage: 'Page 1 of 1',
    continues: (telephone) =>
      `The text continues: what follows each […] does not fit on this page. For the rest, call the centre: ${telephone}`,
    callFirst: (telephone) =>
      `Instructions incomplete here: call the centre first (${telephone}), before contacting anyone.`,
    unprintable: (telephone) =>
      `Each □ stands for a character that this page cannot print. To know it, call the centre: ${telephone}`,
  },
} as const satisfies Record<PaperPage['language'], PaperWords>;
