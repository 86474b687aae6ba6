import { inBoth } from './in-both.ts';

/** What stands around every page, and the states that every page has. */
export const shellTexts = inBoth({
  fr: {
    name: 'Passerelle',
    title: '{{page}} — Passerelle',
    skip: 'Aller au contenu',
    navigation: 'Pages',
    otherLanguage: 'English',
    nav: {
      loops: 'Boucles ouvertes',
    },
    signIn: {
      title: 'Le tableau de Passerelle',
      why: 'Les boucles ouvertes, les besoins et le cercle de chaque enfant de votre centre.',
      act: 'Entrer',
      ended: 'Votre session est terminée. Rien de ce qui était envoyé n’est perdu.',
      none: 'Aucun serveur d’autorisation n’est prévu pour ce tableau : dans le fichier de ACCESS_PATH, il y faut « board » (docs/authorization.md).',
      failed: 'L’entrée a échoué. Essayez encore.',
      out: 'Sortir',
    },
    roles: {
      pivot: 'Personne pivot',
      clinical: 'Personnel clinique',
      legal: 'Volet juridique',
      reception: 'Accueil',
      privacy: 'Protection des renseignements personnels',
    },
    operator: 'Exploitation',
    form: {
      sending: 'Un instant…',
      close: 'Fermer sans noter',
      incomplete: 'Il manque quelque chose : voyez les champs ci-dessus.',
    },
    states: {
      loading: 'Un instant…',
      retry: 'Essayer encore',
      forbidden: 'Votre rôle ne permet pas cela.',
      noPermission: 'Cette page n’est pas pour votre rôle',
      noPermissionWhy:
        'Votre rôle au centre n’ouvre pas cette page. Qui coordonne le centre peut vous dire qui la voit.',
      notFound: 'Rien ici',
      notFoundWhy: 'Cette adresse ne mène à rien, ou ce qu’elle montrait n’est plus là.',
      offline: 'La passerelle ne répond pas. Vérifiez le réseau ; rien n’est perdu.',
      unavailable: 'Le dossier ne répond pas en ce moment. Ce qui a été noté est gardé.',
      tooMany: 'Trop de demandes à la fois. Attendez une minute.',
      conflict: 'Quelqu’un d’autre a changé ceci entre-temps. Relisez, puis recommencez.',
      broken: 'Quelque chose n’a pas fonctionné ici. Rien n’a été changé.',
    },
  },
  en: {
    name: 'Passerelle',
    title: '{{page}} — Passerelle',
    skip: 'Skip to content',
    navigation: 'Pages',
    otherLanguage: 'Français',
    nav: {
      loops: 'Open loops',
    },
    signIn: {
      title: 'The Passerelle board',
      why: 'The open loops, the needs and the circle of each child of your centre.',
      act: 'Sign in',
      ended: 'Your session has ended. Nothing that was sent is lost.',
      none: 'No authorization server is set for this board: the file of ACCESS_PATH needs "board" (docs/authorization.md).',
      failed: 'Signing in did not work. Try again.',
      out: 'Sign out',
    },
    roles: {
      pivot: 'Pivot',
      clinical: 'Clinical staff',
      legal: 'Legal pillar',
      reception: 'Reception',
      privacy: 'Privacy officer',
    },
    operator: 'Operation',
    form: {
      sending: 'One moment…',
      close: 'Close without writing',
      incomplete: 'Something is missing: see the fields above.',
    },
    states: {
      loading: 'One moment…',
      retry: 'Try again',
      forbidden: 'Your role does not allow this.',
      noPermission: 'This page is not for your role',
      noPermissionWhy:
        'Your role at the centre does not open this page. Whoever coordinates the centre can tell you who sees it.',
      notFound: 'Nothing here',
      notFoundWhy: 'This address leads nowhere, or what it showed is no longer there.',
      offline: 'The gateway does not answer. Check the network; nothing is lost.',
      unavailable: 'The record does not answer right now. What was written down is kept.',
      tooMany: 'Too many requests at once. Wait a minute.',
      conflict: 'Somebody else changed this meanwhile. Read it again, then start over.',
      broken: 'Something did not work here. Nothing was changed.',
    },
  },
});
