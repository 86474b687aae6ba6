import { inBoth } from '../../../texts/in-both.ts';

/** What a family reads of its plan. */
export const planTexts = inBoth({
  fr: {
    link: 'Le plan, à imprimer',
    title: 'Le plan de {{name}}',
    none: 'Aucun plan ne vaut pour le moment.',
    print: 'Imprimer',
    understood: 'Ce que nous avons compris ensemble',
    goals: 'Ce que nous voulons',
    saidBy: 'dit par {{name}}',
    forWhen: 'pour\u00a0: {{day}}',
    reached: 'C’est atteint.',
    done: 'c’est fait',
    doings: 'Qui fait quoi',
    otherDoings: 'Nous ferons aussi',
    rights: 'Les droits de l’enfant',
    article: 'article {{article}} de la Convention relative aux droits de l’enfant',
    meetAgain: 'On se revoit pour en parler\u00a0: {{day}}.',
    agreedOn: 'Convenu ensemble\u00a0: {{day}}',
    somebody: 'quelqu’un du cercle',
    leftToLookAt_one:
      'Un engagement n’est pas imprimé\u00a0: qui l’avait pris a quitté le cercle. Revoyez le plan ensemble.',
    leftToLookAt_many:
      '{{count}} engagements ne sont pas imprimés\u00a0: qui les avait pris a quitté le cercle. Revoyez le plan ensemble.',
    leftToLookAt_other:
      '{{count}} engagements ne sont pas imprimés\u00a0: qui les avait pris a quitté le cercle. Revoyez le plan ensemble.',
    services: {
      medical: 'L’équipe médicale du centre',
      psychosocial: 'L’équipe psychosociale du centre',
      legal: 'L’équipe juridique du centre',
      'mind-body': 'L’équipe corps et esprit du centre',
      specialized: 'Un service spécialisé du centre',
      educational: 'L’équipe éducative du centre',
      'mentoring-community': 'Le mentorat et la communauté',
      external: 'Un service hors du centre',
    },
  },
  en: {
    link: 'The plan, to print',
    title: 'The plan of {{name}}',
    none: 'No plan stands for now.',
    print: 'Print',
    understood: 'What we understood together',
    goals: 'What we want',
    saidBy: 'said by {{name}}',
    forWhen: 'for {{day}}',
    reached: 'We got there.',
    done: 'done',
    doings: 'Who does what',
    otherDoings: 'We will also',
    rights: 'The child’s rights',
    article: 'article {{article}} of the Convention on the Rights of the Child',
    meetAgain: 'We meet again to talk about it: {{day}}.',
    agreedOn: 'Agreed together: {{day}}',
    somebody: 'somebody of the circle',
    leftToLookAt_one:
      'One commitment is not printed: whoever took it on has left the circle. Look at the plan together again.',
    leftToLookAt_other:
      '{{count}} commitments are not printed: whoever took them on has left the circle. Look at the plan together again.',
    services: {
      medical: 'The centre’s medical team',
      psychosocial: 'The centre’s psychosocial team',
      legal: 'The centre’s legal team',
      'mind-body': 'The centre’s mind-body team',
      specialized: 'A specialized service of the centre',
      educational: 'The centre’s educational team',
      'mentoring-community': 'Mentoring and community',
      external: 'A service outside the centre',
    },
  },
});
