import type { Bilingual } from '../../profiles/codes.ts';
import type { Indicator } from './indicator.ts';

const NEEDS: Pick<Indicator, 'counted' | 'byProgramme' | 'strata' | 'who' | 'by'> = {
  counted: 'needs',
  byProgramme: true,
  strata: 'district',
  by: 'mean',
  who: {
    fr: 'Besoins convenus qui avaient au moins un jour dans le trimestre ; la ligne est celle de la première demande faite à un partenaire.',
    en: 'Agreed needs that had at least one day in the quarter; the row is that of the first request made of a partner.',
  },
};

const LEDGER: Bilingual = {
  fr: 'Registre de continuité (docs/ledger.md). Toujours les trois nombres, jamais une seule note. Les jours du trimestre seulement : un besoin encore là compte jusqu’à la fin du trimestre.',
  en: 'Ledger of continuity (docs/ledger.md). Always the three counts, never one score. Days of the quarter only: a need that is still there counts until the quarter ends.',
};

const daysOf = (of: 'waiting' | 'asked' | 'open', title: Bilingual, state: Bilingual): Indicator => ({
  ...NEEDS,
  name: `days-${of}`,
  title,
  of,
  unit: 'days',
  better: 'decrease',
  what: {
    fr: `Jours ${state.fr}, dans le trimestre, divisés par le nombre de besoins.`,
    en: `Days ${state.en}, in the quarter, over the number of needs.`,
  },
  why: LEDGER,
});

/** Indicators of needs, by the ledger of continuity, and of readings. */
export const CONTINUITY_INDICATORS: readonly Indicator[] = [
  daysOf(
    'waiting',
    { fr: 'Jours en attente', en: 'Days waiting' },
    { fr: 'où quelqu’un l’avait accepté et n’avait pas commencé', en: 'on which somebody had accepted and not begun' },
  ),
  daysOf(
    'asked',
    { fr: 'Jours demandés, sans réponse', en: 'Days asked, without an answer' },
    { fr: 'où une demande était partie, sans réponse connue', en: 'on which a request had left, with no answer known' },
  ),
  daysOf(
    'open',
    { fr: 'Jours que personne ne portait', en: 'Days that nobody held' },
    {
      fr: 'où personne ne le portait et aucune demande n’était en cours',
      en: 'on which nobody held it and no request was under way',
    },
  ),
  {
    ...NEEDS,
    name: 'changes-of-person',
    title: { fr: 'Changements de personne', en: 'Changes of person' },
    of: 'changes',
    unit: 'changes',
    better: 'decrease',
    what: {
      fr: 'Fois, dans le trimestre, où une autre personne que la précédente a rencontré l’enfant pour ce besoin, là où les personnes sont connues ; divisées par le nombre de besoins.',
      en: 'Times, in the quarter, that another person than the one before met the child for this need, where persons are known; over the number of needs.',
    },
    why: {
      fr: 'Registre de continuité. Il n’est jamais dit de qui il s’agit.',
      en: 'Ledger of continuity. It is never said who it was.',
    },
  },
  {
    name: 'joint-hand-overs',
    title: { fr: 'Passages conjoints', en: 'Joint hand-overs' },
    counted: 'hand-overs',
    by: 'share',
    of: 'joint',
    unit: 'share',
    better: 'increase',
    byProgramme: true,
    strata: 'district',
    who: {
      fr: 'Passages d’un porteur à un autre, trente jours avant un jour du trimestre.',
      en: 'Hand-overs from one holder to another, thirty days before a day of the quarter.',
    },
    what: {
      fr: 'Un contact des deux, ou de l’un avec la famille et le suivant, est noté à trente jours près.',
      en: 'A contact of both, or of one with the family and the next, is recorded within thirty days.',
    },
    why: { fr: 'Registre de continuité (docs/ledger.md).', en: 'Ledger of continuity (docs/ledger.md).' },
  },
  {
    name: 'reassessed-in-time',
    title: { fr: 'Réévaluations à temps', en: 'Reassessments on time' },
    counted: 'readings',
    by: 'share',
    of: 'again',
    unit: 'share',
    better: 'increase',
    byProgramme: false,
    strata: 'district',
    who: {
      fr: 'Lectures communes dont les six mois ont pris fin dans le trimestre, pendant qu’un plan courait.',
      en: 'Shared assessments whose six months ended in the quarter, while a plan stood.',
    },
    what: {
      fr: 'Une autre lecture, ou un plan qui en remplace un autre, est venue dans les six mois.',
      en: 'Another reading, or a plan that replaces another, came within the six months.',
    },
    why: {
      fr: 'Une lecture se relit le long de la vie de l’enfant ; un plan seulement modifié n’a pas été relu.',
      en: 'A reading is read again along the child’s life; a plan that was only edited was not.',
    },
  },
];
