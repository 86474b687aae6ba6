import type { RouteDescription } from './openapi-route-description.ts';

/** Who may not know that information about a child exists: decisions of people, for the pivot and the privacy officer. */
export const EXISTENCE_REFUSAL_ROUTES: readonly RouteDescription[] = [
  {
    method: 'post',
    path: '/v1/existence-refusals',
    operationId: 'recordExistenceRefusal',
    needs: { centre: { type: 'Basic', can: 'cu', area: 'existence-refusals' } },
    tag: 'register',
    summary: { fr: 'Inscrire un refus de l’existence', en: 'Record a refusal of existence' },
    description: {
      fr: 'Éteint tant que la personne responsable de la protection des renseignements personnels ne l’a pas allumé (403). Par une personne : quelqu’un du cercle ne doit pas savoir que le dossier, ou ces demandes, existent. La même décision, tant qu’elle n’est pas révoquée, ne change rien (200). Scellée au dossier (docs/existence-refusals.md).',
      en: 'Off until the privacy officer has turned it on (403). By a person: somebody of the circle may not know that the file, or these requests, exist. The same decision, while it is not revoked, changes nothing (200). Sealed in the record (docs/existence-refusals.md).',
    },
    parameters: ['lang', 'Accept-Language'],
    body: 'existence-refusal',
    answers: ['200-json', '201-json', '400', '401', '403', '404', '413', '415', '422', '502', '503'],
    gives: 'ExistenceRefusalOnRecord',
  },
  {
    method: 'post',
    path: '/v1/existence-refusals/_search',
    operationId: 'searchExistenceRefusals',
    needs: { centre: { type: 'Basic', can: 'rs', area: 'existence-refusals' } },
    tag: 'register',
    summary: { fr: 'Les refus de l’existence d’un enfant', en: 'The refusals of existence about a child' },
    description: {
      fr: 'Tous, ceux qui ont pris fin aussi, et si chacun est en vigueur aujourd’hui ; aussi à un centre qui les a éteints, où ils protègent encore.',
      en: 'All of them, those that ended too, and whether each stands today; also at a centre that has turned them off, where they still protect.',
    },
    parameters: ['lang', 'Accept-Language'],
    body: 'existence-refusal-search',
    answers: ['200-json', '400', '401', '403', '413', '415', '422', '502', '503'],
    gives: 'ExistenceRefusalList',
  },
  {
    method: 'post',
    path: '/v1/existence-refusals/{id}/revoke',
    operationId: 'revokeExistenceRefusal',
    needs: { centre: { type: 'Basic', can: 'u', area: 'existence-refusals' } },
    tag: 'register',
    summary: { fr: 'Mettre fin à un refus de l’existence', en: 'End a refusal of existence' },
    description: {
      fr: 'Par une personne, dès maintenant. La décision et sa fin restent ; le premier mot demeure.',
      en: 'By a person, from now on. The decision and its end stay; the first word stands.',
    },
    parameters: ['id', 'lang', 'Accept-Language'],
    body: 'existence-refusal-revocation',
    answers: ['200-json', '400', '401', '403', '404', '413', '415', '422', '502', '503'],
    gives: 'ExistenceRefusalOnRecord',
  },
];
