import type { RouteDescription } from './openapi-route-description.ts';

/** The register of confidentiality incidents: the centre’s privacy officer. */
export const INCIDENT_ROUTES: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/v1/incidents',
    operationId: 'listIncidents',
    needs: { centre: { type: 'Basic', can: 'rs', area: 'incidents' } },
    tag: 'register',
    summary: { fr: 'Le registre des incidents de confidentialité', en: 'The register of confidentiality incidents' },
    parameters: ['Accept-Language'],
    answers: ['200-json', '400', '401', '403', '502', '503'],
    gives: 'IncidentList',
  },
  {
    method: 'get',
    path: '/v1/incidents/{id}',
    operationId: 'readIncident',
    needs: { centre: { type: 'Basic', can: 'r', area: 'incidents' } },
    tag: 'register',
    summary: { fr: 'Un incident de confidentialité', en: 'A confidentiality incident' },
    parameters: ['id', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '404', '502', '503'],
    gives: 'IncidentOnRecord',
  },
  {
    method: 'put',
    path: '/v1/incidents/{id}',
    operationId: 'writeIncident',
    needs: { centre: { type: 'Basic', can: 'cu', area: 'incidents' } },
    tag: 'register',
    summary: { fr: 'Inscrire ou réviser un incident', en: 'Write down or revise an incident' },
    description: {
      fr: 'Par une personne dans le rôle privacy. Une ligne nouvelle, ou la version que nomme `If-Match` ; le même contenu ne change rien. Scellée au dossier, jamais effacée ici ; des numéros de dossier, jamais un nom.',
      en: 'By a person in the role privacy. A new line, or the version that `If-Match` names; the same content changes nothing. Sealed in the record, never erased here; numbers of files, never a name.',
    },
    parameters: ['id', 'If-Match', 'Accept-Language'],
    body: 'incident',
    answers: ['200-json', '201-json', '400', '401', '403', '404', '409', '412', '413', '415', '422', '502', '503'],
    gives: 'IncidentOnRecord',
  },
];
