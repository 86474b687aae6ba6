import type { Who } from '../../mappings/domain/concepts.ts';
import type { StoryOf } from './story.ts';

const NURSE: Who = { kind: 'professional', id: 'inf-aissatou-diallo', name: 'Aïssatou Diallo' };
const MOTHER: Who = { kind: 'member', id: 'maman', name: 'Nguyễn Thị Hạnh' };

/** Verdun, Les Petits Renards: six years old, seen at the mobile clinic, referred to the CLSC, wait-listed, then served. */
export const verdun: StoryOf = ({ calendar: { at, day, born }, own }) => {
  const child = own('verdun-0417');
  const circle = own('cercle-0417');
  const plan = own('plan-0417');
  const referral = own('clsc-0417');

  return {
    title: { fr: 'Verdun, Les Petits Renards', en: 'Verdun, Les Petits Renards' },
    intro: {
      fr: 'Mai Linh a six ans. On la rencontre à la clinique mobile ; aucune carte n’est notée, et rien ne dit pourquoi.',
      en: 'Mai Linh is six. She is met at the mobile clinic; no card is recorded, and nothing says why.',
    },
    centre: 'petits-renards',
    child: { id: child, givenName: 'Mai Linh' },
    steps: [
      {
        happenedAt: at(-12, 'tue', '10:30'),
        says: {
          fr: 'Aïssatou, infirmière de la clinique mobile, note le cercle de Mai Linh.',
          en: 'Aïssatou, nurse of the mobile clinic, writes down Mai Linh’s circle.',
        },
        act: 'write',
        concept: {
          plural: 'care-circles',
          id: circle,
          body: {
            version: 1,
            child: {
              id: child,
              name: { given: ['Mai Linh'], family: 'Nguyễn-Tremblay' },
              birthDate: born(6, 4),
              languages: ['vi', 'fr'],
              interpreterRequired: true,
            },
            members: [
              {
                kind: 'family',
                id: 'maman',
                name: { given: ['Thị Hạnh'], family: 'Nguyễn' },
                kinship: 'MTH',
                legalRole: 'tap',
                languages: ['vi'],
              },
              {
                kind: 'community',
                id: 'voisine',
                name: { text: 'Madame Rosa' },
                kinship: 'NBOR',
                role: 'voisine, traduit au besoin',
              },
              {
                kind: 'professional',
                id: 'inf-aissatou-diallo',
                name: 'Aïssatou Diallo',
                role: 'infirmière de la clinique mobile',
                pillar: 'medicine',
              },
              { kind: 'institution', id: 'ecole-de-la-berge', name: 'École de la Berge', role: 'première année' },
            ],
            pivot: 'inf-aissatou-diallo',
          },
        },
      },
      {
        happenedAt: at(-11, 'mon', '14:00'),
        says: {
          fr: 'Ensemble, ils conviennent d’un plan : « Je veux que les autres me comprennent. »',
          en: 'Together they agree on a plan: “I want the others to understand me.”',
        },
        act: 'write',
        concept: {
          plural: 'action-plans',
          id: plan,
          body: {
            version: 1,
            child: { id: child },
            author: NURSE,
            contributors: [{ kind: 'child' }, MOTHER],
            circle,
            understoodTogether:
              'Mai Linh comprend beaucoup et parle peu, dans ses deux langues. À la maison, elle chante.',
            strengths: [{ words: 'Elle chante et retient toutes les chansons.', factor: 'self-confidence' }],
            goals: [
              {
                id: 'but-parler',
                words: 'Je veux que les autres me comprennent.',
                expressedBy: { kind: 'child' },
                category: 'development',
                status: 'active',
                agreedOn: day(-11, 'mon'),
              },
            ],
            actions: [
              {
                kind: 'commitment',
                what: 'Aller à l’heure du conte le samedi',
                who: { kind: 'member', id: 'voisine', name: 'Madame Rosa' },
                goals: ['but-parler'],
              },
              {
                kind: 'centre-service',
                service: 'psychosocial',
                what: 'Groupe de jeux du mercredi',
                goals: ['but-parler'],
              },
            ],
          },
        },
      },
      {
        happenedAt: at(-11, 'mon', '15:00'),
        says: {
          fr: 'Sa mère est d’accord : la demande d’orthophonie part vers le CLSC.',
          en: 'Her mother agrees: the request for speech therapy leaves for the CLSC.',
        },
        act: 'write',
        concept: {
          plural: 'service-referrals',
          id: referral,
          body: {
            version: 1,
            child: { id: child },
            programme: 'clsc',
            service: 'speech-therapy',
            what: 'Évaluation du langage, avec interprète',
            reason: 'Parle peu dans ses deux langues ; comprend bien ; audition vérifiée au centre.',
            requester: NURSE,
            recipient: 'clsc-verdun',
            plan,
            goals: ['but-parler'],
            safeContact: {
              through: 'centre',
              language: 'vi',
              interpreter: true,
              mustNot: ['N’envoyez pas de lettre à la maison.'],
            },
            agreements: [{ recipient: 'clsc-verdun', by: MOTHER, at: day(-11, 'mon'), how: 'oral' }],
          },
        },
        stands: 'sent',
      },
      {
        happenedAt: at(-11, 'tue', '09:10'),
        says: { fr: 'Le CLSC accuse réception.', en: 'The CLSC acknowledges it.' },
        act: 'partner-answers',
        request: referral,
        answer: { act: 'acknowledge', by: 'Accueil du CLSC' },
        stands: 'acknowledged',
      },
      {
        happenedAt: at(-11, 'thu', '13:40'),
        says: { fr: 'Il accepte, avec sa propre priorité : P3.', en: 'It accepts, with a priority of its own: P3.' },
        act: 'partner-answers',
        request: referral,
        answer: { act: 'accept', priority: 'P3', by: 'Nathalie Ouellet, accueil' },
        stands: 'accepted',
      },
      {
        happenedAt: at(-11, 'thu', '13:45'),
        says: {
          fr: 'Il faut attendre : Mai Linh est en liste d’attente.',
          en: 'There is a wait: Mai Linh is on the waiting list.',
        },
        act: 'partner-answers',
        request: referral,
        answer: { act: 'waitlist', until: day(-7, 'wed') },
        stands: 'waitlisted',
      },
      {
        happenedAt: at(-9, 'mon', '11:00'),
        says: { fr: 'Une place se libère : le rendez-vous est fixé.', en: 'A place opens: the appointment is set.' },
        act: 'partner-answers',
        request: referral,
        answer: { act: 'schedule', at: at(-7, 'tue', '14:00'), note: 'L’interprète est réservée.' },
        stands: 'scheduled',
      },
      {
        happenedAt: at(-7, 'tue', '15:10'),
        says: {
          fr: 'Première rencontre avec l’orthophoniste, sa mère et l’interprète.',
          en: 'First meeting with the speech therapist, her mother and the interpreter.',
        },
        act: 'partner-answers',
        request: referral,
        answer: { act: 'start', by: 'Gabriel Saint-Fleur, orthophoniste' },
        stands: 'started',
      },
      {
        happenedAt: at(-2, 'wed', '16:20'),
        says: {
          fr: 'Le CLSC a terminé ; il dit ce qui aide, en mots simples.',
          en: 'The CLSC has finished; it says what helps, in plain words.',
        },
        act: 'partner-answers',
        request: referral,
        answer: {
          act: 'complete',
          outcome:
            'Six rencontres. Mai Linh raconte des histoires courtes ; des idées de jeux sont remises à la famille et à l’école.',
        },
        stands: 'completed',
      },
      {
        happenedAt: at(-1, 'tue', '17:30'),
        says: {
          fr: 'Aïssatou en parle avec Mai Linh et sa mère : la boucle est fermée.',
          en: 'Aïssatou talks it over with Mai Linh and her mother: the loop is closed.',
        },
        act: 'note-answer',
        request: referral,
        body: { what: 'family-told', saidBy: 'Nguyễn Thị Hạnh', recordedBy: 'Aïssatou Diallo', channel: 'in-person' },
        stands: 'family-told',
      },
    ],
    loops: [
      {
        request: referral,
        title: { fr: 'Orthophonie au CLSC', en: 'Speech therapy at the CLSC' },
        state: 'completed',
        closed: true,
        why: 'family-told',
        recipients: [{ id: 'clsc-verdun', status: 'completed', how: 'system', messages: 1 }],
      },
    ],
  };
};
