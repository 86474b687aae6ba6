import type { RouteDescription } from './openapi-route-description.ts';

const READ_ANSWERS = ['400', '401', '403', '404', '502', '503'] as const;

/** What partners ask of the centre, whom they speak of, and what they add in words. */
export const INBOUND_ROUTES: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/v1/inbound-referrals',
    operationId: 'listInboundReferrals',
    tag: 'loops',
    summary: { fr: 'Les demandes que des partenaires font au centre', en: 'What partners ask of the centre' },
    parameters: ['stage', 'sender', 'limit', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '502', '503'],
    gives: 'InboundReferralList',
  },
  {
    method: 'get',
    path: '/v1/inbound-referrals/{id}',
    operationId: 'readInboundReferral',
    tag: 'loops',
    summary: {
      fr: 'Lire une demande reçue, telle que le dossier FHIR la dit',
      en: 'Read an inbound referral, as the FHIR record says it',
    },
    parameters: ['id', 'Accept-Language'],
    answers: ['200-concept', ...READ_ANSWERS],
    gives: 'InboundReferral',
  },
  {
    method: 'post',
    path: '/v1/inbound-referrals/{id}/answers',
    operationId: 'answerInboundReferral',
    tag: 'loops',
    summary: { fr: 'Répondre à une demande reçue', en: 'Answer an inbound referral' },
    description: {
      fr: 'Part vers l’expéditeur, dans sa langue : l’état, la raison, la priorité, le rendez-vous, et le résultat (outcome). Les mots (words) restent au centre, sauf pour demander un renseignement ; la raison d’une famille ne sort pas.',
      en: 'Leaves for the sender, in its language: the status, reason, priority, appointment and outcome. The words stay at the centre, but to ask for information; a family’s reason does not leave.',
    },
    parameters: ['id', 'Idempotency-Key', 'Prefer', 'Accept-Language'],
    body: 'answer',
    answers: ['200', '201', '202', '400', '401', '403', '404', '409', '413', '415', '422', '502', '503'],
  },
  {
    method: 'get',
    path: '/v1/matches',
    operationId: 'listMatches',
    tag: 'loops',
    summary: {
      fr: 'Les demandes reçues dont une personne doit dire de quel enfant il s’agit',
      en: 'The inbound referrals of which a person must say which child they are about',
    },
    description: {
      fr: 'Une carte, une date de naissance et un nom qui concordent tous reconnaissent un enfant ; tout le reste attend une personne, et rien n’est fusionné.',
      en: 'A card, a birth date and a name that all agree recognize a child; everything else waits for a person, and nothing is merged.',
    },
    parameters: ['limit', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '502', '503'],
    gives: 'MatchList',
  },
  {
    method: 'post',
    path: '/v1/matches/{id}',
    operationId: 'settleMatch',
    tag: 'loops',
    summary: { fr: 'Dire de quel enfant il s’agit', en: 'Say which child it is' },
    parameters: ['id', 'Idempotency-Key', 'Prefer', 'Accept-Language'],
    body: 'match-settlement',
    answers: ['200', '201', '202', '400', '401', '403', '404', '409', '413', '415', '422', '502', '503'],
  },
  {
    method: 'get',
    path: '/v1/words',
    operationId: 'listWords',
    tag: 'loops',
    summary: { fr: 'Les mots de partenaires qu’une personne n’a pas lus', en: 'Partners’ words that nobody has read' },
    parameters: ['limit', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '503'],
    gives: 'WordsList',
  },
  {
    method: 'post',
    path: '/v1/words/{words}',
    operationId: 'settleWords',
    tag: 'loops',
    summary: { fr: 'Garder ces mots, ou les retirer', en: 'Keep these words, or drop them' },
    description: {
      fr: 'Gardés, ils deviennent une note sur la demande, que seul le centre voit. Retirés, il n’en reste que le numéro au journal.',
      en: 'Kept, they become a note about the request, which only the centre sees. Dropped, only their number is left in the log.',
    },
    parameters: ['words', 'Prefer', 'Accept-Language'],
    body: 'words-settlement',
    answers: ['200-json', '400', '401', '403', '404', '409', '413', '415', '422', '502', '503'],
    gives: 'WordsSettled',
  },
];
