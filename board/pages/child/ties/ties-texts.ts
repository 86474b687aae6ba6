import { inBoth } from '../../../texts/in-both.ts';

/** That a child is followed at two centres: said by a person at each, and nothing else passes between them. */
export const tiesTexts = inBoth({
  fr: {
    link: 'Aussi suivi ailleurs',
    title: 'Aussi suivi à un autre centre',
    why: 'Chaque centre le dit de son côté, avec l’accord inscrit à son propre dossier. Chacun lit alors quel est l’autre centre et depuis quand\u00a0; rien d’autre ne s’ouvre. Ouvrir cette page s’inscrit au registre.',
    off: 'Aucun lien n’est permis à votre centre. La personne responsable de la protection des renseignements personnels de chacun des deux centres le décide, et nomme l’autre.',
    none: 'Aucun lien pour cet enfant.',
    since: 'les deux centres le disent depuis le {{day}}',
    waiting: 'l’autre centre ne l’a pas encore dit\u00a0; le code sert jusqu’au {{day}}',
    say: 'Le dire le premier',
    sayAbout:
      'Un consentement de l’enfant ou de sa famille qui nomme l’autre centre doit être inscrit ici. Vous recevrez un code à remettre à une personne de l’autre centre, ou à la famille. La passerelle n’en dit rien à l’autre centre.',
    sayNow: 'Recevoir un code',
    confirm: 'J’ai reçu un code',
    confirmAbout: 'Un consentement de l’enfant ou de sa famille qui nomme l’autre centre doit aussi être inscrit ici.',
    confirmNow: 'Le dire à notre tour',
    other: 'L’autre centre',
    choose: 'Choisissez',
    code: 'Le code',
    codeHelp: 'Seize lettres et chiffres, par groupes de quatre.',
    codeOnce: 'Le code, montré une seule fois',
    codeFor:
      'Remettez-le vous-même à une personne de ce centre, ou à la famille\u00a0: {{centre}}. Il sert une fois, jusqu’au {{day}}.',
    end: 'Défaire le lien',
    endAbout:
      'Il prend fin aussitôt pour les deux centres, dit par un seul ou par les deux. L’autre centre\u00a0: {{centre}}.',
  },
  en: {
    link: 'Also followed elsewhere',
    title: 'Also followed at another centre',
    why: 'Each centre says so on its own side, with the agreement in its own record. Each then reads which the other centre is and since when; nothing else opens. To open this page stands in the register.',
    off: 'No tie is allowed at your centre. The privacy officer of each of the two centres decides so, and names the other.',
    none: 'No tie for this child.',
    since: 'both centres say so since {{day}}',
    waiting: 'the other centre has not said so yet; the code serves until {{day}}',
    say: 'Say so first',
    sayAbout:
      'A consent of the child or their family that names the other centre must be on record here. You will receive a code to hand over to a person of the other centre, or to the family. The gateway says nothing of it to the other centre.',
    sayNow: 'Receive a code',
    confirm: 'I was given a code',
    confirmAbout: 'A consent of the child or their family that names the other centre must be on record here too.',
    confirmNow: 'Say so in turn',
    other: 'The other centre',
    choose: 'Choose',
    code: 'The code',
    codeHelp: 'Sixteen letters and digits, in groups of four.',
    codeOnce: 'The code, shown once',
    codeFor:
      'Hand it over yourself to a person of that centre, or to the family: {{centre}}. It serves once, until {{day}}.',
    end: 'End the tie',
    endAbout: 'It ends at once for both centres, whether one or both said so. The other centre: {{centre}}.',
  },
});
