import { inBoth } from '../../texts/in-both.ts';

export const loopsTexts = inBoth({
  fr: {
    title: 'Boucles ouvertes',
    empty: 'Rien ne demande une personne aujourd’hui.',
  },
  en: {
    title: 'Open loops',
    empty: 'Nothing asks for a person today.',
  },
});
