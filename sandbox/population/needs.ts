import { COMMUNITY_NEEDS } from './community-needs.ts';
import type { Need } from './need.ts';
import { NETWORK_NEEDS } from './network-needs.ts';

/** What a lawyer-mediator is asked for. */
const LEGAL_NEEDS: readonly Need[] = [
  {
    name: 'logement',
    ages: [0, 17],
    category: 'rights',
    saidBy: 'parent',
    words: {
      fr: 'Rester dans notre logement, et qu’il soit réparé.',
      en: 'To stay in our home, and have it repaired.',
    },
    asked: { kind: 'legal', mandate: 'mediation', article: 27 },
    what: { fr: 'Médiation avec le propriétaire', en: 'Mediation with the landlord' },
    reason: { fr: 'Des réparations demandées depuis longtemps.', en: 'Repairs asked for a long time ago.' },
    outcome: { fr: 'Entente signée ; les réparations sont faites.', en: 'Agreement signed; the repairs are done.' },
    season: 'all-year',
    lasts: [30, 90],
    partners: { qc: ['clinique-juridique-des-quartiers'], on: ['clinique-juridique-des-quartiers-vanier'] },
  },
  {
    name: 'ecole',
    ages: [6, 17],
    category: 'rights',
    saidBy: 'child',
    words: { fr: 'Qu’on m’écoute à l’école.', en: 'To be listened to at school.' },
    asked: { kind: 'legal', mandate: 'information', article: 12 },
    what: { fr: 'Accompagnement aux rencontres avec l’école', en: 'Going along to the meetings with the school' },
    reason: {
      fr: 'Une décision à l’école a été prise sans lui.',
      en: 'A decision at school was made without the child.',
    },
    outcome: { fr: 'A dit son mot ; le plan d’intervention a changé.', en: 'Had a say; the individual plan changed.' },
    season: 'all-year',
    lasts: [20, 60],
    partners: { qc: ['clinique-juridique-des-quartiers'], on: ['clinique-juridique-des-quartiers-vanier'] },
  },
];

/** Every need that the stories know. */
export const NEEDS: readonly Need[] = [...NETWORK_NEEDS, ...COMMUNITY_NEEDS, ...LEGAL_NEEDS];
