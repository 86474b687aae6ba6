import type { Who } from '../../mappings/domain/concepts.ts';
import type { StoryOf } from './story.ts';

const WORKER: Who = { kind: 'professional', id: 'ts-marie-eve-charlebois', name: 'Marie-Ève Charlebois' };
const GRANDMOTHER: Who = { kind: 'member', id: 'grand-mere', name: 'Joséphine Ndayishimiye' };
const CHILD: Who = { kind: 'child' };

/** Vanier, Ottawa: ten years old, prescribed an orchestra with his grandmother, on paper and by telephone, rated before and after. */
export const vanier: StoryOf = ({ calendar: { at, day, born }, own }) => {
  const child = own('vanier-1108');
  const prescription = own('orchestre-1108');

  return {
    title: { fr: 'Vanier, Ottawa', en: 'Vanier, Ottawa' },
    intro: {
      fr: 'Thierry a dix ans. Il vit avec sa grand-mère, tape des rythmes sur toutes les tables, et passe ses soirées seul.',
      en: 'Thierry is ten. He lives with his grandmother, drums on every table, and spends his evenings alone.',
    },
    centre: 'carrefour-vanier',
    child: { id: child, givenName: 'Thierry' },
    steps: [
      {
        happenedAt: at(-15, 'mon', '16:00'),
        says: {
          fr: 'Marie-Ève, travailleuse sociale, note le cercle de Thierry, avec sa carte OHIP (un numéro d’essai).',
          en: 'Marie-Ève, social worker, writes down Thierry’s circle, with his OHIP card (a test number).',
        },
        act: 'write',
        concept: {
          plural: 'care-circles',
          id: own('cercle-1108'),
          body: {
            version: 1,
            child: {
              id: child,
              name: { given: ['Thierry'], family: 'Ndayishimiye' },
              birthDate: born(10, 5),
              gender: 'male',
              cards: [{ kind: 'ohip', number: '1234567897' }],
              languages: ['fr', 'rn'],
            },
            members: [
              {
                kind: 'family',
                id: 'grand-mere',
                name: { given: ['Joséphine'], family: 'Ndayishimiye' },
                kinship: 'GRMTH',
                legalRole: 'tutor',
                languages: ['rn', 'fr'],
              },
              {
                kind: 'community',
                id: 'mentore',
                name: { given: ['Elisapie'], family: 'Nowdluk' },
                kinship: 'FRND',
                role: 'mentore du club de devoirs',
              },
              {
                kind: 'professional',
                id: 'ts-marie-eve-charlebois',
                name: 'Marie-Ève Charlebois',
                role: 'travailleuse sociale',
                pillar: 'social-work',
              },
            ],
            pivot: 'ts-marie-eve-charlebois',
          },
        },
      },
      {
        happenedAt: at(-14, 'wed', '15:30'),
        says: {
          fr: 'Avec Thierry et sa grand-mère, elle prescrit un orchestre ; ils disent où ils en sont aujourd’hui.',
          en: 'With Thierry and his grandmother she prescribes an orchestra; they say where things are today.',
        },
        act: 'write',
        concept: {
          plural: 'social-prescriptions',
          id: prescription,
          body: {
            version: 1,
            child: { id: child },
            kind: 'arts-music',
            what: 'Orchestre des jeunes, deux soirs par semaine, instrument prêté',
            reason: 'Il demande à jouer avec d’autres ; le rythme l’apaise et il y brille.',
            requester: WORKER,
            recipient: 'orchestre-vanier',
            coProducers: [CHILD, GRANDMOTHER],
            safeContact: {
              through: 'person',
              person: 'Joséphine, la grand-mère',
              means: 'telephone',
              number: '613 555-0163',
              when: 'en semaine après 17 h',
              language: 'fr',
              mustNot: ['Ne laissez pas de message sur le répondeur.'],
            },
            agreements: [{ recipient: 'orchestre-vanier', by: GRANDMOTHER, at: day(-14, 'wed'), how: 'oral' }],
            barriers: [
              {
                kind: 'economic',
                words: 'Un instrument coûte trop cher',
                liftedBy: 'Instrument prêté par l’orchestre',
              },
              {
                kind: 'geographic',
                words: 'Pas d’autobus le soir',
                liftedBy: 'Retour en voiture',
                who: { kind: 'member', id: 'mentore', name: 'Elisapie Nowdluk' },
              },
            ],
            ratingsBefore: [
              {
                factor: 'belonging',
                rating: 2,
                words: 'Je suis souvent tout seul après l’école.',
                by: CHILD,
                at: day(-14, 'wed'),
              },
              { factor: 'self-confidence', rating: 2, by: GRANDMOTHER, at: day(-14, 'wed') },
            ],
          },
        },
        stands: 'to-print',
      },
      {
        happenedAt: at(-14, 'thu', '09:00'),
        says: {
          fr: 'L’orchestre n’a pas de système : la page s’imprime, avec ce qu’il peut voir et rien de plus.',
          en: 'The orchestra has no system: the page is printed, with what it may see and nothing more.',
        },
        act: 'print',
        request: prescription,
      },
      {
        happenedAt: at(-14, 'thu', '09:15'),
        says: { fr: 'Marie-Ève la télécopie, et le note.', en: 'Marie-Ève faxes it, and writes that down.' },
        act: 'dispatch',
        request: prescription,
        body: { how: 'fax', recordedBy: 'Marie-Ève Charlebois' },
        stands: 'sent',
      },
      {
        happenedAt: at(-13, 'tue', '18:05'),
        says: {
          fr: 'L’orchestre téléphone : il y a une place pour Thierry, au pupitre des percussions.',
          en: 'The orchestra telephones: there is a place for Thierry, in the percussion section.',
        },
        act: 'note-answer',
        request: prescription,
        body: {
          what: 'accepted',
          saidBy: 'Samir Haddad, coordonnateur de l’orchestre',
          recordedBy: 'Marie-Ève Charlebois',
          channel: 'telephone',
        },
        stands: 'accepted',
      },
      {
        happenedAt: at(-12, 'mon', '18:30'),
        says: {
          fr: 'Première répétition ; Elisapie le ramène à la maison.',
          en: 'First rehearsal; Elisapie drives him home.',
        },
        act: 'note-answer',
        request: prescription,
        body: {
          what: 'started',
          saidBy: 'Samir Haddad, coordonnateur de l’orchestre',
          recordedBy: 'Marie-Ève Charlebois',
          channel: 'telephone',
        },
        stands: 'started',
      },
      {
        happenedAt: at(-2, 'fri', '20:00'),
        says: {
          fr: 'Thierry a joué au concert. Lui et sa grand-mère disent où ils en sont maintenant.',
          en: 'Thierry played in the concert. He and his grandmother say where things are now.',
        },
        act: 'note-answer',
        request: prescription,
        body: {
          what: 'completed',
          saidBy: 'Samir Haddad, coordonnateur de l’orchestre',
          recordedBy: 'Marie-Ève Charlebois',
          channel: 'telephone',
          outcome: 'A joué au concert ; revient la saison prochaine.',
          ratings: [
            { factor: 'belonging', rating: 4, words: 'J’ai des amis au pupitre.', by: CHILD, at: day(-2, 'fri') },
            { factor: 'self-confidence', rating: 5, by: GRANDMOTHER, at: day(-2, 'fri') },
          ],
        },
        stands: 'completed',
      },
      {
        happenedAt: at(-1, 'wed', '17:30'),
        says: {
          fr: 'Marie-Ève en reparle avec eux autour d’un thé : la boucle est fermée.',
          en: 'Marie-Ève talks it over with them around a cup of tea: the loop is closed.',
        },
        act: 'note-answer',
        request: prescription,
        body: {
          what: 'family-told',
          saidBy: 'Joséphine Ndayishimiye',
          recordedBy: 'Marie-Ève Charlebois',
          channel: 'in-person',
        },
        stands: 'family-told',
      },
    ],
    loops: [
      {
        request: prescription,
        title: { fr: 'Orchestre (prescription sociale)', en: 'Orchestra (social prescription)' },
        state: 'completed',
        closed: true,
        why: 'family-told',
        recipients: [{ id: 'orchestre-vanier', status: 'completed', how: 'fax' }],
        ratings: [
          { factor: 'belonging', before: 2, after: 4 },
          { factor: 'self-confidence', before: 2, after: 5 },
        ],
      },
    ],
  };
};
