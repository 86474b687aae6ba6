import type { RouteDescription } from './openapi-route-description.ts';

/** What partners’ systems and integrators call. */
export const PARTNER_ROUTES: readonly RouteDescription[] = [
  {
    method: 'put',
    path: '/fhir/Task',
    operationId: 'partnerAnswer',
    tag: 'partners',
    summary: { fr: 'La réponse d’un partenaire, par son système', en: 'A partner’s answer, from its system' },
    description: {
      fr: 'Mise à jour conditionnelle FHIR R4 : la tâche reçue, avec son nouvel état.',
      en: 'FHIR R4 conditional update: the Task received, with its new status.',
    },
    parameters: ['identifier', 'Prefer', 'Accept-Language'],
    body: 'partner-task',
    answers: ['200-fhir', '202', '400', '401', '403', '404', '409', '413', '415', '422', '502', '503'],
  },
  {
    method: 'post',
    path: '/fhir',
    operationId: 'partnerBundle',
    tag: 'partners',
    summary: {
      fr: 'Une demande d’un partenaire, son retrait ou une réponse, par son système',
      en: 'A partner’s request, its withdrawal or an answer, from its system',
    },
    description: {
      fr: 'Bundle FHIR R4 (transaction, batch ou collection) dans la langue que le registre donne à ce partenaire. Tout est durable avant d’être accepté, ou rien.',
      en: 'FHIR R4 Bundle (transaction, batch or collection) in the dialect that the registry gives this partner. All of it is durable before it is accepted, or nothing.',
    },
    parameters: ['Prefer', 'Accept-Language'],
    body: 'fhir-resource',
    answers: ['200-fhir', '202', '400', '401', '403', '404', '409', '413', '415', '422', '502', '503'],
  },
  {
    method: 'post',
    path: '/fhir/$process-message',
    operationId: 'processMessage',
    tag: 'partners',
    summary: {
      fr: 'Un message FHIR d’un partenaire : demande, révision, retrait, réponse ou question',
      en: 'A FHIR message of a partner: request, revision, withdrawal, answer or question',
    },
    description: {
      fr: 'Opération R4 process-message, dans la langue que le registre donne à ce partenaire (CA:eReC, BaRS). La réponse est un message : MessageHeader.response dit ok, transient-error (renvoyez le même) ou fatal-error, avec un OperationOutcome. « ok » veut dire durable ; le même MessageHeader.id reçoit la même réponse.',
      en: 'R4 operation process-message, in the dialect that the registry gives this partner (CA:eReC, BaRS). The answer is a message: MessageHeader.response says ok, transient-error (send the same again) or fatal-error, with an OperationOutcome. "ok" means durable; the same MessageHeader.id gets the same answer.',
    },
    parameters: ['Prefer', 'Accept-Language'],
    body: 'fhir-resource',
    answers: ['200-fhir', '202', '400', '401', '403', '404', '409', '413', '415', '422', '502', '503'],
  },
  {
    method: 'post',
    path: '/fhir/{type}/$validate',
    operationId: 'validateResource',
    tag: 'partners',
    summary: {
      fr: 'Une ressource FHIR est-elle valide, selon R4 et nos profils ?',
      en: 'Is a FHIR resource valid, by R4 and our profiles?',
    },
    description: {
      fr: 'Opération R4 Resource-validate. 200 quel que soit le verdict, qui nomme chaque élément fautif et ce qui n’a pas été vérifié. La ressource, ou des Parameters qui la contiennent ; rien n’est gardé.',
      en: 'R4 operation Resource-validate. 200 whatever the verdict, which names each wrong element and what was not checked. The resource, or Parameters that hold it; nothing is kept.',
    },
    parameters: ['type', 'profile', 'mode', 'Accept-Language'],
    body: 'fhir-resource',
    answers: ['200-outcome', '400', '401', '404', '413', '415', '422'],
  },
  {
    method: 'get',
    path: '/fhir/metadata',
    operationId: 'readCapabilities',
    tag: 'partners',
    summary: { fr: 'Ce que la façade FHIR sait faire', en: 'What the FHIR facade can do' },
    answers: ['200-fhir'],
    open: true,
  },
];
