import { hochelagaRecords, LEGAL_FACTS } from './hochelaga-records.ts';
import type { Step, StoryOf } from './story.ts';

/** Hochelaga: three years old; SIPPE on paper, a lawyer-mediator, and a CLSC that declines, after which a person asks the next one. */
export const hochelaga: StoryOf = (telling) => {
  const { at } = telling.calendar;
  const { child, circle, sippe, legal, clsc, clscRevised } = hochelagaRecords(telling);
  const told = (request: string, time: string, fr: string, en: string): Step => ({
    happenedAt: at(-1, 'thu', time),
    says: { fr, en },
    act: 'note-answer',
    request,
    body: {
      what: 'family-told',
      saidBy: 'Mélisande Côté',
      recordedBy: 'Yasmine Belkacem',
      channel: 'in-person',
      ...(request === clsc.id && { recipient: 'clsc-olivier-guimond' }),
    },
    stands: 'family-told',
  });

  return {
    title: { fr: 'Hochelaga', en: 'Hochelaga' },
    intro: {
      fr: 'Léonie a trois ans. Son logement la fait tousser ; ses parents tiennent bon, et une tante leur fait une place.',
      en: 'Léonie is three. Her home makes her cough; her parents hold on, and an aunt makes room for them.',
    },
    centre: 'hochelaga',
    child: { id: child, givenName: 'Léonie' },
    steps: [
      {
        happenedAt: at(-9, 'tue', '09:30'),
        says: {
          fr: 'Yasmine, la coordonnatrice, note le cercle de Léonie avec la Dre Deer.',
          en: 'Yasmine, the coordinator, writes down Léonie’s circle with Dr. Deer.',
        },
        act: 'write',
        concept: circle,
      },
      {
        happenedAt: at(-9, 'wed', '10:00'),
        says: {
          fr: 'Une demande pour l’infirmière SIPPE, qui n’a pas de système.',
          en: 'A request for the SIPPE nurse, who has no system.',
        },
        act: 'write',
        concept: sippe,
        stands: 'to-print',
      },
      {
        happenedAt: at(-9, 'wed', '10:05'),
        says: { fr: 'Yasmine imprime la page…', en: 'Yasmine prints the page…' },
        act: 'print',
        request: sippe.id,
      },
      {
        happenedAt: at(-9, 'wed', '10:10'),
        says: { fr: '… la télécopie, et le note.', en: '… faxes it, and writes that down.' },
        act: 'dispatch',
        request: sippe.id,
        body: { how: 'fax', recordedBy: 'Yasmine Belkacem' },
        stands: 'sent',
      },
      {
        happenedAt: at(-9, 'wed', '11:00'),
        says: {
          fr: 'Une demande à l’avocate-médiatrice : le droit au logement (CIDE 27) et à être entendue (12) ; une audience est fixée.',
          en: 'A request to the lawyer-mediator: the rights to housing (UNCRC 27) and to be heard (12); a hearing is set.',
        },
        act: 'write',
        concept: legal,
        stands: 'sent',
      },
      {
        happenedAt: at(-9, 'wed', '11:30'),
        says: {
          fr: 'Et une demande au CLSC Hochelaga, pour accompagner la famille.',
          en: 'And a request to the Hochelaga CLSC, to support the family.',
        },
        act: 'write',
        concept: clsc,
        stands: 'sent',
      },
      {
        happenedAt: at(-9, 'thu', '14:20'),
        says: {
          fr: 'L’avocate vérifie qu’elle n’est en conflit avec personne, et accepte.',
          en: 'The lawyer checks that she has no conflict with anybody, and accepts.',
        },
        act: 'partner-answers',
        request: legal.id,
        answer: { act: 'accept', by: 'Me Sofia Papadakis' },
        stands: 'accepted',
      },
      {
        happenedAt: at(-9, 'thu', '14:21'),
        says: {
          fr: 'Alors seulement partent le nom de Léonie, ce qu’elle souhaite et les faits.',
          en: 'Only then do Léonie’s name, her wishes and the facts leave.',
        },
        act: 'compare-messages',
        request: legal.id,
        words: ['Léonie', ...Object.values(LEGAL_FACTS)],
      },
      {
        happenedAt: at(-9, 'fri', '10:45'),
        says: {
          fr: 'Le CLSC Hochelaga décline : chez la tante, c’est le territoire d’un autre.',
          en: 'The Hochelaga CLSC declines: the aunt lives in another one’s territory.',
        },
        act: 'partner-answers',
        request: clsc.id,
        answer: { act: 'decline', reason: 'out-of-territory', text: 'Adresse hors de notre territoire.' },
        stands: 'declined',
      },
      {
        happenedAt: at(-9, 'fri', '10:46'),
        says: {
          fr: 'Le registre propose le suivant à la coordonnatrice ; rien ne part tout seul.',
          en: 'The registry proposes the next one to the coordinator; nothing leaves by itself.',
        },
        act: 'look-at-proposal',
        request: clsc.id,
        proposed: 'clsc-olivier-guimond',
      },
      {
        happenedAt: at(-8, 'mon', '09:20'),
        says: {
          fr: 'Yasmine en parle avec la mère, qui est d’accord : la demande, version 2, part vers le CLSC Olivier-Guimond.',
          en: 'Yasmine talks with the mother, who agrees: the request, version 2, leaves for the Olivier-Guimond CLSC.',
        },
        act: 'write',
        concept: clscRevised,
        stands: 'sent',
      },
      {
        happenedAt: at(-8, 'tue', '13:15'),
        says: { fr: 'Le CLSC Olivier-Guimond accepte, en P3.', en: 'The Olivier-Guimond CLSC accepts, as P3.' },
        act: 'partner-answers',
        request: clsc.id,
        answer: { act: 'accept', priority: 'P3', by: 'Mireille Bacon, accueil' },
        stands: 'accepted',
      },
      {
        happenedAt: at(-8, 'tue', '15:50'),
        says: { fr: 'L’infirmière SIPPE téléphone : elle accepte.', en: 'The SIPPE nurse telephones: she accepts.' },
        act: 'note-answer',
        request: sippe.id,
        body: {
          what: 'accepted',
          saidBy: 'Josée Latulippe, infirmière',
          recordedBy: 'Yasmine Belkacem',
          channel: 'telephone',
        },
        stands: 'accepted',
      },
      {
        happenedAt: at(-7, 'mon', '13:30'),
        says: {
          fr: 'L’avocate rencontre la famille ; Léonie dessine sa chambre.',
          en: 'The lawyer meets the family; Léonie draws her bedroom.',
        },
        act: 'partner-answers',
        request: legal.id,
        answer: { act: 'start', by: 'Me Sofia Papadakis' },
        stands: 'started',
      },
      {
        happenedAt: at(-6, 'wed', '10:00'),
        says: {
          fr: 'Le CLSC fait sa première visite chez la tante.',
          en: 'The CLSC makes its first visit at the aunt’s.',
        },
        act: 'partner-answers',
        request: clsc.id,
        answer: { act: 'start' },
        stands: 'started',
      },
      {
        happenedAt: at(-3, 'thu', '16:00'),
        says: {
          fr: 'L’avocate ferme le mandat, sans rien en dire de plus : c’est à elle d’en décider.',
          en: 'The lawyer closes the mandate, and says no more of it: that is hers to decide.',
        },
        act: 'partner-answers',
        request: legal.id,
        answer: { act: 'complete' },
        stands: 'completed',
      },
      {
        happenedAt: at(-2, 'tue', '11:10'),
        says: {
          fr: 'L’infirmière SIPPE téléphone : les visites sont faites, la toux est passée.',
          en: 'The SIPPE nurse telephones: the visits are done, the cough is gone.',
        },
        act: 'note-answer',
        request: sippe.id,
        body: {
          what: 'completed',
          saidBy: 'Josée Latulippe, infirmière',
          recordedBy: 'Yasmine Belkacem',
          channel: 'telephone',
          outcome: 'Quatre visites ; la toux est passée, les parents dorment mieux.',
        },
        stands: 'completed',
      },
      {
        happenedAt: at(-2, 'thu', '15:00'),
        says: {
          fr: 'Le CLSC a terminé ; la famille est réinstallée.',
          en: 'The CLSC has finished; the family is settled again.',
        },
        act: 'partner-answers',
        request: clsc.id,
        answer: { act: 'complete', outcome: 'Famille réinstallée ; elle sait où rappeler.' },
        stands: 'completed',
      },
      told(
        sippe.id,
        '09:00',
        'Yasmine revoit la famille : la boucle SIPPE est fermée…',
        'Yasmine sees the family again: the SIPPE loop is closed…',
      ),
      told(legal.id, '09:10', '… celle de l’avocate-médiatrice aussi…', '… the lawyer-mediator’s too…'),
      told(clsc.id, '09:20', '… et celle du CLSC.', '… and the CLSC’s.'),
    ],
    loops: [
      {
        request: sippe.id,
        title: { fr: 'Infirmière SIPPE', en: 'SIPPE nurse' },
        state: 'completed',
        closed: true,
        why: 'family-told',
        recipients: [{ id: 'sippe-hochelaga', status: 'completed', how: 'fax' }],
      },
      {
        request: legal.id,
        title: { fr: 'Logement : avocate-médiatrice', en: 'Housing: lawyer-mediator' },
        state: 'completed',
        closed: true,
        why: 'family-told',
        recipients: [{ id: 'avocate-mediatrice', status: 'completed', how: 'system', messages: 2 }],
      },
      {
        request: clsc.id,
        title: { fr: 'Accompagnement familial', en: 'Family support' },
        state: 'completed',
        closed: true,
        why: 'family-told',
        recipients: [
          { id: 'clsc-hochelaga', status: 'rejected', how: 'system', messages: 1 },
          { id: 'clsc-olivier-guimond', status: 'completed', how: 'system', messages: 1 },
        ],
      },
    ],
  };
};
