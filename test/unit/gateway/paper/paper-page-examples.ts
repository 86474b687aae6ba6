import type { PaperPage } from '../../../../mappings/domain/paper-page.ts';

/** A three-year-old of Hochelaga, referred to the SIPPE team. Invented, as everyone here. */
export const sippeReferral: PaperPage = {
  language: 'fr',
  requestNumber: 'SIPPE-2025-0417',
  title: 'Demande de services : SIPPE',
  preparedAt: '2025-03-12T09:40:00-04:00',
  preparedAtText: '12 mars 2025 à 9 h 40',
  centre: {
    name: "Centre de pédiatrie sociale d'Hochelaga",
    telephone: '514 555-0123',
    fax: '514 555-0124',
    address: '1600, rue Aylwin, Montréal (Québec) H1W 3C2',
  },
  recipient: { name: 'Équipe SIPPE, CLSC de Hochelaga-Maisonneuve', telephone: '514 555-0180', fax: '514 555-0181' },
  safeContact: {
    heading: 'Contact sécuritaire',
    lines: [
      'Thi Hồng Nguyễn, mère : 514 555-0147 (cellulaire personnel)',
      'Du lundi au vendredi, entre 9 h et 11 h 30',
      'Langue : vietnamien, un peu de français. Interprète nécessaire.',
    ],
    mustNot: ['laisser de message vocal ni de texto', 'envoyer de courrier à la maison'],
  },
  callBack: 'Rappeler le centre : 514 555-0123',
  sections: [
    {
      heading: "L'enfant",
      rows: [
        { label: 'Nom', text: "Minh-Anh Nguyễn d'Arcy-Côté" },
        { label: 'Âge', text: '3 ans (née le 2 février 2022)' },
        { label: 'Langue de la famille', text: 'Vietnamien' },
        { label: 'Vit avec', text: 'Sa mère et son petit frère de 5 mois' },
      ],
    },
    {
      heading: 'La demande',
      rows: [
        { label: 'Programme', text: 'Services intégrés en périnatalité et pour la petite enfance (SIPPE)' },
        { label: 'Priorité', text: 'Urgente : avant le 30 mars 2025' },
        {
          label: 'Raison',
          text: "La mère est seule depuis janvier, fatiguée, et souhaite qu'une intervenante vienne à la maison. Le logement est humide et sera quitté d'ici l'été. Minh-Anh parle peu en dehors de la maison.",
        },
        {
          label: 'Ce que la famille souhaite',
          text: 'Des visites à domicile, et connaître d’autres mères du quartier.',
        },
        {
          label: 'Forces',
          text: "Lien très fort entre la mère et l'enfant; une tante présente les fins de semaine; aime les livres.",
        },
      ],
    },
    {
      heading: 'Accord de la famille',
      rows: [{ label: 'Accord', text: 'Mme Nguyễn, le 10 mars 2025, pour cette demande à cette équipe.' }],
    },
  ],
  answerHeading: 'Votre réponse (par téléphone ou par télécopieur)',
  answers: [
    'Accepté',
    "Liste d'attente",
    'Refusé : complet',
    'Refusé : hors territoire',
    'Refusé : autre raison',
    'Information manquante',
  ],
  answerLines: ['Nom', 'Date', 'Remarque'],
  confidentiality:
    "Confidentiel. Ces renseignements ne servent qu'à répondre à cette demande. Si cette page vous est parvenue par erreur, appelez le centre et détruisez-la.",
};

/** A ten-year-old of Vanier, prescribed an orchestra. */
export const orchestraPrescription: PaperPage = {
  language: 'en',
  requestNumber: 'P-10482',
  title: 'Social prescription',
  preparedAt: '2025-04-02T15:05:00-04:00',
  preparedAtText: 'April 2, 2025 at 3:05 p.m.',
  centre: { name: 'Vanier Social Pediatric Hub', telephone: '613 555-0110', fax: '613 555-0111' },
  recipient: { name: 'OrKidstra, community music school', telephone: '613 555-0162' },
  safeContact: {
    heading: 'Safe contact',
    lines: [
      "Call his grandmother, Marie-Ève Konwatsi'tsiaiénni: 613 555-0133",
      'After 4 p.m., any day',
      'Language: French',
    ],
    mustNot: ['call the school'],
  },
  callBack: 'Call the centre back: 613 555-0110',
  sections: [
    {
      heading: 'The child',
      rows: [
        { label: 'First name', text: 'Élie' },
        { label: 'Age', text: '10 years' },
        { label: 'Language', text: 'French' },
      ],
    },
    {
      heading: 'The prescription',
      rows: [
        { label: 'Activity', text: 'Orchestra programme, violin or percussion, from September' },
        { label: 'Why', text: 'To belong to a group, and to play what he already taps on every table.' },
        { label: 'Barriers', text: 'Bus fare; an instrument on loan.' },
        { label: 'In his own words', text: '“I want to play loud with other people.”' },
      ],
    },
  ],
  answerHeading: 'Your answer (by telephone or fax)',
  answers: ['Accepted', 'Waiting list', 'Declined'],
  answerLines: ['Name', 'Date', 'Remarks'],
  confidentiality:
    'Confidential. This information serves only to answer this request. If you received this page in error, call the centre and destroy it.',
};

const sentence =
  "La famille a raconté, lors de la rencontre du plan d'action, ce qui pèse et ce qui aide : le logement, l'école, les nuits courtes, la grand-mère qui garde les petits. ";

/** More than a page holds, in every part that a person writes. */
export const endlessReferral: PaperPage = {
  ...sippeReferral,
  requestNumber: 'SIPPE-2025-0417-0000-4c1f-9d1e-5b7a',
  title:
    'Demande de services intégrés en périnatalité et pour la petite enfance à domicile, suivi conjoint avec le centre',
  centre: {
    ...sippeReferral.centre,
    name: "Centre de pédiatrie sociale en communauté d'Hochelaga-Maisonneuve et de Mercier-Ouest",
  },
  safeContact: {
    ...sippeReferral.safeContact,
    lines: [...sippeReferral.safeContact.lines, sentence.repeat(2)],
    mustNot: [...sippeReferral.safeContact.mustNot, `parler à quiconque d'autre. ${sentence}`],
  },
  sections: [
    ...sippeReferral.sections,
    {
      heading: 'Évaluation partagée',
      rows: [
        { label: 'Développement', text: sentence.repeat(12) },
        { label: 'Santé', text: sentence.repeat(3) },
        { label: 'Vie de famille et de quartier, milieu de garde', text: sentence.repeat(30) },
        { label: 'Droits', text: `Article 27\nArticle 12\n${sentence.repeat(8)}` },
      ],
    },
  ],
};
