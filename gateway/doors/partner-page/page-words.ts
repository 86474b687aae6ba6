import { type Bilingual, BUSINESS_STATUSES, DECLINE_REASONS } from '../../../profiles/codes.ts';
import { PAGE_ANSWERS, PAGE_REASONS } from './page-answers.ts';

const ANSWERS: Readonly<Record<keyof typeof PAGE_ANSWERS, Bilingual>> = {
  accepted: { fr: 'Oui, nous acceptons', en: 'Yes, we accept' },
  scheduled: { fr: 'Un rendez-vous est fixé', en: 'An appointment is set' },
  waitlisted: { fr: 'C’est mis en liste d’attente', en: 'It is on the waiting list' },
  started: { fr: 'C’est commencé', en: 'It has started' },
  'no-show': { fr: 'Le rendez-vous n’a pas eu lieu', en: 'The appointment did not take place' },
  'awaiting-information': { fr: 'Il nous manque un renseignement', en: 'We need to know something first' },
  completed: { fr: 'C’est fait', en: 'It is done' },
  declined: { fr: 'Non, nous ne pouvons pas', en: 'No, we cannot' },
  failed: { fr: 'Cela n’a pas pu se faire', en: 'It could not be done' },
};

/** Every word of the page that is not a request's own. */
export const PAGE_WORDS = {
  fr: {
    title: 'Page sécurisée',
    other: 'English',
    start: {
      heading: 'Une demande vous attend',
      text: 'Pour l’ouvrir, demandez un code à six chiffres. Il sera envoyé au téléphone que votre organisme a inscrit, et à aucun autre.',
      send: 'Envoyez-moi le code',
      have: 'J’ai déjà un code',
    },
    code: {
      heading: 'Entrez le code',
      text: 'S’il y a une demande à ouvrir, un code vient de partir par texto. Il vaut dix minutes et sert une seule fois.',
      ready: 'Le code reçu par texto vaut dix minutes et sert une seule fois.',
      label: 'Code à six chiffres',
      open: 'Ouvrir',
      again: 'Envoyer un autre code',
      six: 'Le code a six chiffres.',
    },
    nothing: {
      heading: 'Rien à ouvrir ici',
      text: 'Ouvrez cette page par le lien du message que vous avez reçu. Tout peut aussi se faire par téléphone, au numéro de ce message.',
    },
    ended: {
      heading: 'La page est refermée',
      text: 'Pour la rouvrir, demandez un nouveau code. Tout peut aussi se faire par téléphone, au numéro du message reçu.',
    },
    noScript:
      'Cette page a besoin de JavaScript, qui est désactivé ici. Appelez le numéro du message que vous avez reçu\u00a0: tout peut se faire par téléphone.',
    request: {
      from: 'De la part de',
      call: 'Une question\u00a0? Appelez le centre\u00a0:',
      number: 'Numéro à donner au téléphone\u00a0:',
      mustNot: 'Ne pas\u00a0:',
      standing: 'Où en est la demande',
      waiting: 'Elle attend votre réponse.',
      more: 'Vous en verrez plus une fois la demande acceptée.',
      close: 'Refermer la page',
    },
    answer: {
      heading: 'Votre réponse',
      next: 'Donner des nouvelles',
      what: 'Que répondez-vous\u00a0?',
      saidBy: 'Votre nom',
      reason: 'Pourquoi',
      choose: 'Choisissez',
      appointmentAt: 'Date et heure du rendez-vous',
      outcome: 'Ce que cela a donné, en quelques mots',
      words: 'Un mot au centre',
      optional: 'facultatif',
      note: 'N’écrivez que ce que le centre doit savoir pour la suite.',
      send: 'Répondre',
      correctable: 'Vous pourrez la corriger pendant {minutes} min.',
      required: 'À remplir.',
      chooseOne: 'Choisissez une réponse.',
    },
    pending: {
      heading: 'C’est noté',
      due: 'À {time}, votre réponse sera transmise au centre. D’ici là, vous pouvez la corriger ou la reprendre.',
      correct: 'Corriger',
      withdraw: 'Reprendre ma réponse',
      withdrawn: 'Votre réponse est reprise\u00a0: rien n’a été transmis.',
      passed: 'Votre réponse est transmise au centre.',
    },
    trouble: 'La page n’a pas pu joindre le serveur. Vérifiez votre connexion, puis réessayez.',
  },
  en: {
    title: 'Secure page',
    other: 'Français',
    start: {
      heading: 'A request is waiting for you',
      text: 'To open it, ask for a six-digit code. It will be sent to the telephone that your organization registered, and to no other.',
      send: 'Send me the code',
      have: 'I already have a code',
    },
    code: {
      heading: 'Enter the code',
      text: 'If there is a request to open, a code has just left by text message. It is good for ten minutes, once.',
      ready: 'The code that you received by text message is good for ten minutes, once.',
      label: 'Six-digit code',
      open: 'Open',
      again: 'Send another code',
      six: 'The code has six digits.',
    },
    nothing: {
      heading: 'Nothing to open here',
      text: 'Open this page by the link in the message you received. Everything can also be done by telephone, at the number in that message.',
    },
    ended: {
      heading: 'The page is closed',
      text: 'To open it again, ask for a new code. Everything can also be done by telephone, at the number in the message you received.',
    },
    noScript:
      'This page needs JavaScript, which is turned off here. Call the number in the message you received: everything can be done by telephone.',
    request: {
      from: 'From',
      call: 'A question? Call the centre:',
      number: 'Number to give on the telephone:',
      mustNot: 'Do not:',
      standing: 'Where the request stands',
      waiting: 'It is waiting for your answer.',
      more: 'You will see more once the request is accepted.',
      close: 'Close the page',
    },
    answer: {
      heading: 'Your answer',
      next: 'Give news',
      what: 'What do you answer?',
      saidBy: 'Your name',
      reason: 'Why',
      choose: 'Choose',
      appointmentAt: 'Date and time of the appointment',
      outcome: 'What came of it, in a few words',
      words: 'A word to the centre',
      optional: 'optional',
      note: 'Write only what the centre needs to know for what comes next.',
      send: 'Answer',
      correctable: 'You can correct it for {minutes} min.',
      required: 'To be filled in.',
      chooseOne: 'Choose an answer.',
    },
    pending: {
      heading: 'Noted',
      due: 'At {time} your answer will be passed on to the centre. Until then you can correct it or take it back.',
      correct: 'Correct it',
      withdraw: 'Take my answer back',
      withdrawn: 'Your answer is taken back: nothing was passed on.',
      passed: 'Your answer has been passed on to the centre.',
    },
    trouble: 'The page could not reach the server. Check your connection, then try again.',
  },
} as const;

/** The same, with the words of the codes: what the page's script reads. */
export const pageWords = (): object =>
  Object.fromEntries(
    (['fr', 'en'] as const).map((language) => [
      language,
      {
        ...PAGE_WORDS[language],
        answers: Object.entries(PAGE_ANSWERS).map(([what, fields]) => ({
          what,
          fields,
          label: ANSWERS[what as keyof typeof ANSWERS][language],
          standing: BUSINESS_STATUSES[what as keyof typeof ANSWERS][language],
        })),
        reasons: PAGE_REASONS.map((reason) => ({ reason, label: DECLINE_REASONS[reason][language] })),
      },
    ]),
  );
