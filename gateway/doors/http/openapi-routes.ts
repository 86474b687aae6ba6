import { CONCEPT_MAPPINGS } from '../../../mappings/concepts/concept-mappings.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import { CONCEPT_NAMES, CONCEPT_PLURALS } from '../../../profiles/concept-names.ts';
import type { AnswerName } from './openapi-answers.ts';
import { BOARD_ROUTES } from './openapi-board-routes.ts';
import { BREAK_GLASS_ROUTES } from './openapi-break-glass-routes.ts';
import { CONTINUITY_ROUTES } from './openapi-continuity-routes.ts';
import { EXISTENCE_REFUSAL_ROUTES } from './openapi-existence-refusal-routes.ts';
import { FACADE_ROUTES } from './openapi-facade-routes.ts';
import { INBOUND_ROUTES } from './openapi-inbound-routes.ts';
import { INCIDENT_ROUTES } from './openapi-incident-routes.ts';
import { INDICATOR_ROUTES } from './openapi-indicator-routes.ts';
import { OPERATOR_ROUTES } from './openapi-operator-routes.ts';
import { LINK_ROUTES, PAGE_ROUTES } from './openapi-page-routes.ts';
import { PARTNER_ROUTES } from './openapi-partner-routes.ts';
import { REGISTER_ROUTES } from './openapi-register-routes.ts';
import { RETENTION_ROUTES } from './openapi-retention-routes.ts';
import type { RouteDescription } from './openapi-route-description.ts';
import { TIE_ROUTES } from './openapi-tie-routes.ts';

interface NamedConcept extends Bilingual {
  readonly concept: keyof typeof CONCEPT_PLURALS;
}

const NAMES: readonly NamedConcept[] = [
  { concept: 'care-circle', fr: 'un cercle de soins', en: 'a care circle' },
  { concept: 'shared-assessment', fr: 'une lecture commune', en: 'a shared assessment' },
  { concept: 'action-plan', fr: 'un plan d’action', en: 'an action plan' },
  { concept: 'social-prescription', fr: 'une prescription sociale', en: 'a social prescription' },
  { concept: 'legal-referral', fr: 'une référence juridique', en: 'a legal referral' },
  { concept: 'service-referral', fr: 'une référence au réseau public', en: 'a public-network referral' },
  { concept: 'contact', fr: 'un contact', en: 'a contact' },
  { concept: 'appointment', fr: 'un rendez-vous', en: 'an appointment' },
  { concept: 'consent', fr: 'un consentement ou un refus', en: 'a consent or a refusal' },
  { concept: 'outcome-evaluation', fr: 'une évaluation de ce qui a changé', en: 'an evaluation of what changed' },
  { concept: 'enrolment', fr: 'une inscription', en: 'an enrolment' },
  { concept: 'request-note', fr: 'une note sur une demande', en: 'a note about a request' },
  { concept: 'letter', fr: 'une lettre ou un rapport', en: 'a letter or a report' },
  { concept: 'resource', fr: 'une ressource du répertoire', en: 'a resource of the directory' },
  { concept: 'mother-file', fr: 'le dossier d’une femme enceinte', en: 'an expectant mother’s file' },
];

const WRITE_ANSWERS: readonly AnswerName[] = [
  '200',
  '201',
  '202',
  '400',
  '401',
  '403',
  '409',
  '410',
  '412',
  '413',
  '415',
  '422',
  '502',
  '503',
];
const READ_ANSWERS: readonly AnswerName[] = ['400', '401', '403', '404', '502', '503'];

const ACKNOWLEDGED: Bilingual = {
  fr: 'Écrit sur disque avant la réponse. La réponse attend un peu que le dossier soit à jour (Prefer: wait=N, 5 s sinon) : 201 créé, 200 révisé ou déjà là, 202 si ce n’est pas encore fait, avec l’adresse où suivre.',
  en: 'On disk before the answer. The answer waits a little for the record (Prefer: wait=N, else 5 s): 201 created, 200 revised or already there, 202 when it is not done yet, with the address to follow.',
};

/** Every route, in the order of the reference page. */
export const ROUTES: readonly RouteDescription[] = [
  ...NAMES.flatMap(conceptRoutes),
  ...BOARD_ROUTES,
  {
    method: 'get',
    path: '/v1/me',
    operationId: 'readMe',
    // Every role that there is reads this area.
    needs: { centre: { type: 'Provenance', can: 'any', area: 'exchange' }, operator: 'r' },
    tag: 'service',
    summary: { fr: 'Qui appelle, et ce que son rôle permet', en: 'Who calls, and what their role allows' },
    parameters: ['Accept-Language'],
    answers: ['200-json', '401', '403'],
    gives: 'Me',
  },
  {
    method: 'get',
    path: '/v1/resources',
    operationId: 'findResources',
    needs: { centre: { type: 'HealthcareService', can: 's', area: 'resource' } },
    tag: 'concepts',
    summary: { fr: 'Chercher une ressource au répertoire', en: 'Look for a resource in the directory' },
    description: {
      fr: 'Les ressources du centre encore offertes, par nom ; tout ce qui est demandé doit être vrai d’elles. Aucune donnée sur une personne.',
      en: 'The centre’s resources that are still offered, by name; all that is asked must hold of them. No datum about a person.',
    },
    parameters: ['kind', 'language', 'territory', 'after', 'limit', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '502', '503'],
    gives: 'ResourceList',
  },
  {
    method: 'post',
    path: '/v1/referrals/{id}/answers',
    operationId: 'noteAnswer',
    needs: { centre: { type: 'Task', can: 'u', area: 'requests' } },
    tag: 'loops',
    summary: {
      fr: 'Noter la réponse d’un partenaire ou de la famille',
      en: 'Write down a partner’s or the family’s answer',
    },
    description: {
      fr: 'Reçue par téléphone, télécopieur, courrier ou en personne. Passe par la même machine d’états que la réponse d’un système.',
      en: 'Received by telephone, fax, mail or in person. Goes through the same state machine as a system’s answer.',
    },
    parameters: ['id', 'Idempotency-Key', 'Passerelle-Known-At', 'Prefer', 'Accept-Language'],
    body: 'answer',
    answers: ['200', '201', '202', '400', '401', '403', '404', '409', '410', '413', '415', '422', '502', '503'],
  },
  {
    method: 'get',
    path: '/v1/referrals/{id}/page',
    operationId: 'printPage',
    needs: { centre: { type: 'ServiceRequest', can: 'r', area: 'requests' } },
    tag: 'loops',
    summary: { fr: 'La page à imprimer ou à télécopier', en: 'The page to print or fax' },
    description: {
      fr: 'Faite à neuf, l’accord vérifié, à chaque impression. Notez ensuite son départ.',
      en: 'Made afresh, the agreement checked, at each printing. Then write down that it left.',
    },
    parameters: ['id', 'lang', 'recipient', 'Accept-Language'],
    answers: ['200-pdf', ...READ_ANSWERS],
  },
  {
    method: 'post',
    path: '/v1/referrals/{id}/dispatches',
    operationId: 'noteDispatch',
    needs: { centre: { type: 'Task', can: 'u', area: 'requests' } },
    tag: 'loops',
    summary: { fr: 'Noter que la page est partie', en: 'Write down that the page has left' },
    parameters: ['id', 'Idempotency-Key', 'Passerelle-Known-At', 'Prefer', 'Accept-Language'],
    body: 'dispatch',
    answers: ['200', '201', '202', '400', '401', '403', '404', '409', '410', '413', '415', '422', '502', '503'],
  },
  ...LINK_ROUTES,
  ...INBOUND_ROUTES,
  {
    method: 'get',
    path: '/v1/exchanges/{exchange}',
    operationId: 'readExchange',
    needs: { centre: { type: 'Provenance', can: 'r', area: 'exchange' }, operator: 'r' },
    tag: 'loops',
    summary: { fr: 'Où en est un envoi', en: 'Where something sent stands' },
    description: {
      fr: 'Des numéros, des états et des raisons. Un centre voit les siens, avec la boucle de la demande ; qui exploite la passerelle voit où en est chacun, sans la boucle.',
      en: 'Numbers, states and reasons. A centre sees its own, with the loop of the request; whoever runs the gateway sees where each stands, without the loop.',
    },
    parameters: ['exchange', 'Accept-Language'],
    answers: ['200-json', ...READ_ANSWERS],
    gives: 'Exchange',
  },
  {
    method: 'get',
    path: '/v1/changes',
    operationId: 'readChanges',
    needs: { centre: { type: 'Provenance', can: 's', area: 'changes' } },
    tag: 'loops',
    summary: { fr: 'Ce qui a changé depuis', en: 'What changed since' },
    parameters: ['since', 'limit', 'Accept-Language'],
    answers: ['200-json', ...READ_ANSWERS],
    gives: 'ChangeList',
  },
  {
    method: 'get',
    path: '/v1/children/{id}/referrals',
    operationId: 'listReferrals',
    needs: { centre: { type: 'ServiceRequest', can: 's', area: 'requests' } },
    tag: 'children',
    summary: { fr: 'Les demandes d’un enfant et leurs boucles', en: 'A child’s requests and their loops' },
    parameters: ['id', 'Accept-Language'],
    answers: ['200-json', ...READ_ANSWERS],
    gives: 'ReferralList',
  },
  {
    method: 'get',
    path: '/v1/children/{id}/timeline',
    operationId: 'readTimeline',
    needs: { centre: { type: '*', can: 'rs', area: 'course' } },
    tag: 'children',
    summary: {
      fr: 'Le parcours d’un enfant, dans l’ordre, dans l’une ou l’autre langue',
      en: 'A child’s course, in order, in one language or the other',
    },
    description: {
      fr: 'Chaque lecture, plan, demande, réponse et résultat : quand c’est arrivé, quand on l’a su. Ce que des personnes ont écrit reste dans leurs mots.',
      en: 'Each reading, plan, request, answer and outcome: when it happened, when it was known. What people wrote stays in their words.',
    },
    parameters: ['id', 'lang', 'limit', 'Accept-Language'],
    answers: ['200-json', ...READ_ANSWERS],
    gives: 'Timeline',
  },
  {
    method: 'post',
    path: '/v1/children/_search',
    operationId: 'searchChildren',
    needs: { centre: { type: 'Patient', can: 's', area: 'children' } },
    tag: 'children',
    summary: { fr: 'Trouver un enfant du centre', en: 'Find a child of the centre' },
    parameters: ['Accept-Language'],
    body: 'child-search',
    answers: ['200-json', '400', '401', '403', '413', '415', '422', '502', '503'],
    gives: 'ChildList',
  },
  ...CONTINUITY_ROUTES,
  ...INDICATOR_ROUTES,
  ...BREAK_GLASS_ROUTES,
  ...TIE_ROUTES,
  ...REGISTER_ROUTES,
  ...RETENTION_ROUTES,
  ...INCIDENT_ROUTES,
  ...EXISTENCE_REFUSAL_ROUTES,
  ...PARTNER_ROUTES,
  ...FACADE_ROUTES,
  ...OPERATOR_ROUTES,
  ...PAGE_ROUTES,
  open('/livez', 'isAlive', '200-health', { fr: 'Le processus vit', en: 'The process is alive' }),
  open('/readyz', 'isReady', '200-health', { fr: 'Prêt à accepter', en: 'Ready to accept' }, '503-health'),
  {
    ...open('/.well-known/smart-configuration', 'readSmartConfiguration', '200-json', {
      fr: 'Où et comment demander un jeton (SMART)',
      en: 'Where and how to ask for a token (SMART)',
    }),
    gives: 'SmartConfiguration',
  },
  open('/openapi.json', 'readOpenApi', '200-openapi', { fr: 'Ce document', en: 'This document' }),
  open('/reference', 'readReference', '200-html', { fr: 'La page de référence', en: 'The reference page' }),
];

function conceptRoutes({ concept, fr, en }: NamedConcept): readonly RouteDescription[] {
  const path = `/v1/${CONCEPT_PLURALS[concept]}`;
  const name = CONCEPT_NAMES[concept];
  const { type } = CONCEPT_MAPPINGS[concept].root('');
  return [
    {
      method: 'put',
      path: `${path}/{id}`,
      operationId: `put${name}`,
      needs: { centre: { type, can: 'cu', area: concept } },
      tag: 'concepts',
      summary: { fr: `Créer ou réviser ${fr}`, en: `Create or revise ${en}` },
      description: ACKNOWLEDGED,
      parameters: ['id', 'If-Match', 'Idempotency-Key', 'Passerelle-Known-At', 'Prefer', 'Accept-Language'],
      body: concept,
      answers: WRITE_ANSWERS,
    },
    {
      method: 'get',
      path: `${path}/{id}`,
      operationId: `read${name}`,
      needs: { centre: { type, can: 'r', area: concept } },
      tag: 'concepts',
      summary: { fr: `Lire ${fr}, tel que le dossier FHIR le dit`, en: `Read ${en}, as the FHIR record says it` },
      parameters: ['id', 'Accept-Language'],
      answers: ['200-concept', ...READ_ANSWERS],
      gives: name,
    },
    {
      method: 'post',
      path,
      operationId: `post${name}`,
      needs: { centre: { type, can: 'c', area: concept } },
      tag: 'concepts',
      summary: { fr: `Créer ${fr} sans identifiant`, en: `Create ${en} without an identifier` },
      description: {
        fr: `L’identifiant et la version sont donnés par le serveur ; l’en-tête Idempotency-Key est alors obligatoire. ${ACKNOWLEDGED.fr}`,
        en: `Identifier and version are given by the server; the header Idempotency-Key is then required. ${ACKNOWLEDGED.en}`,
      },
      parameters: ['Idempotency-Key', 'Passerelle-Known-At', 'Prefer', 'Accept-Language'],
      body: concept,
      answers: WRITE_ANSWERS,
    },
  ];
}

function open(
  path: string,
  operationId: string,
  answer: AnswerName,
  summary: Bilingual,
  ...more: readonly AnswerName[]
): RouteDescription {
  return { method: 'get', path, operationId, tag: 'service', summary, answers: [answer, ...more], open: true };
}
