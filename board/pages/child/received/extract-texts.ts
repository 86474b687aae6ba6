import { inBoth } from '../../../texts/in-both.ts';

/** What is handed to a young person or a parent: the words are for whoever reviews it. */
export const extractTexts = inBoth({
  fr: {
    link: 'Un extrait à remettre à la famille',
    title: 'Extrait à remettre',
    back: 'Qui a reçu quoi',
    why: 'Qui a lu le dossier, à qui il a été communiqué\u00a0: pour le jeune ou pour un parent qui le demande. L’extrait laisse de côté ce dont son lecteur ne doit pas savoir l’existence.',
    for: 'Pour qui',
    readers: { child: 'Le jeune', parent: 'Un parent' },
    from: 'Depuis le (facultatif)',
    until: 'Jusqu’au (facultatif)',
    reviewedBy: 'Qui le relit',
    reviewedByHelp: 'Votre nom\u00a0: il sera sur la page.',
    prepare: 'Voir ce qui serait remis',
    review: 'À relire, ligne par ligne',
    warning:
      'Une personne relit, décide, et remet la page en main propre. Le programme ne sait pas ce que la famille craint\u00a0: la liste de qui a été appelé peut mettre quelqu’un en danger. Au moindre doute, ne l’imprimez pas et parlez-en à la personne responsable de la protection des renseignements personnels.',
    lines_one: '{{count}} ligne',
    lines_many: '{{count}} lignes',
    lines_other: '{{count}} lignes',
    none: 'Rien à cette période.',
    leftOut: 'Laissé de côté, pour vous seulement\u00a0: la page n’en dit rien',
    nothingLeftOut: 'Rien n’a été laissé de côté.',
    reasons: {
      legal: 'Références juridiques, et ce que le volet juridique a lu\u00a0: {{count}}',
      restricted:
        'Ce qu’une étiquette restreint, maintenant ou quand c’est parti (si tout le dossier en porte une, chaque communication)\u00a0: {{count}}',
      askedAlone: 'Ce qu’un jeune de 14 ans ou plus a consenti seul\u00a0: {{count}}',
      onlyMentioned: 'Listes où l’enfant n’est que nommé\u00a0: {{count}}',
    },
    done: 'J’ai relu chaque ligne, et la page peut être remise à cette personne.',
    page: 'Voir la page à imprimer',
    again: 'Demander autrement',
    backToReview: 'Revenir à la relecture',
    print: 'Imprimer',
    sheet: 'La page, telle qu’elle sera remise',
    sheetWhy:
      'Elle ne nomme pas l’enfant et ne dit pas ce qui manque. La voir s’inscrit au registre\u00a0: cette lecture y est.',
  },
  en: {
    link: 'An extract to hand to the family',
    title: 'Extract to hand over',
    back: 'Who received what',
    why: 'Who read the file, to whom it was disclosed: for the young person, or for a parent who asks. The extract leaves out what its reader may not know exists.',
    for: 'For whom',
    readers: { child: 'The young person', parent: 'A parent' },
    from: 'Since (optional)',
    until: 'Until (optional)',
    reviewedBy: 'Who reviews it',
    reviewedByHelp: 'Your name: it will be on the page.',
    prepare: 'See what would be handed over',
    review: 'To review, line by line',
    warning:
      'A person reviews, decides, and hands the page over in person. The program does not know what the family fears: a list of who was called can put somebody in danger. If in any doubt, do not print it, and speak to the privacy officer.',
    lines_one: '{{count}} line',
    lines_other: '{{count}} lines',
    none: 'Nothing in this period.',
    leftOut: 'Left out, for you only: the page says nothing of it',
    nothingLeftOut: 'Nothing was left out.',
    reasons: {
      legal: 'Legal referrals, and what the legal pillar read: {{count}}',
      restricted:
        'What a label restricts, now or when it left (where the whole file bears one, each disclosure): {{count}}',
      askedAlone: 'What a young person of 14 or more consented to alone: {{count}}',
      onlyMentioned: 'Lists that only name the child: {{count}}',
    },
    done: 'I have reviewed each line, and the page may be handed to this person.',
    page: 'See the page to print',
    again: 'Ask differently',
    backToReview: 'Back to the review',
    print: 'Print',
    sheet: 'The page, as it will be handed over',
    sheetWhy:
      'It does not name the child and does not say what is missing. To see it stands in the register: this reading is on it.',
  },
});
