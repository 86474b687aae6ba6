import type { RouteDescription } from './openapi-route-description.ts';

/** Emergency access, and the second person who signs it off. */
export const BREAK_GLASS_ROUTES: readonly RouteDescription[] = [
  {
    method: 'post',
    path: '/v1/break-glass',
    operationId: 'openEmergencyAccess',
    needs: { centre: { type: 'Patient', can: 'rs', area: 'break-glass' } },
    tag: 'children',
    summary: { fr: 'Ouvrir l’accès d’urgence à un dossier', en: 'Open emergency access to a file' },
    description: {
      fr: 'Éteint tant que la personne responsable de la protection des renseignements personnels ne l’a pas allumé, et nommé qui s’en sert (403). Une heure ; inscrit au registre avant de s’ouvrir ; une deuxième personne en est avertie aussitôt et le relit (docs/break-glass.md).',
      en: 'Off until the privacy officer has turned it on, and named who uses it (403). One hour; in the register before it opens; a second person is told at once and signs it off (docs/break-glass.md).',
    },
    parameters: ['lang', 'Accept-Language'],
    body: 'break-glass-opening',
    answers: ['201-json', '400', '401', '403', '404', '413', '415', '422', '502', '503'],
    gives: 'GlassOpening',
  },
  {
    method: 'get',
    path: '/v1/break-glass',
    operationId: 'listEmergencyAccesses',
    needs: { centre: { type: 'AuditEvent', can: 'rs', area: 'break-glass-review' } },
    tag: 'register',
    summary: { fr: 'Les accès d’urgence à relire', en: 'Emergency accesses to sign off' },
    description: {
      fr: 'Qui a ouvert quel dossier, pourquoi, quand ; le plus ancien d’abord, jusqu’à ce qu’une deuxième personne l’ait relu.',
      en: 'Who opened which file, why, when; the oldest first, until a second person has signed it off.',
    },
    parameters: ['lang', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '503'],
    gives: 'GlassOpeningList',
  },
  {
    method: 'get',
    path: '/v1/break-glass/{id}',
    operationId: 'readEmergencyAccess',
    needs: { centre: { type: 'Patient', can: 'rs', area: 'break-glass' } },
    tag: 'children',
    summary: { fr: 'Ce que l’accès d’urgence ouvre', en: 'What emergency access opens' },
    description: {
      fr: 'Contact sûr, allergies, soins en cours et qui peut consentir, pour qui l’a ouvert, pendant son heure. Jamais le dossier juridique, ni ce qu’un jeune a demandé seul.',
      en: 'Safe contact, allergies, current care and who may consent, for whoever opened it, during its hour. Never the legal file, nor what a young person asked alone.',
    },
    parameters: ['id', 'lang', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '404', '502', '503'],
    gives: 'GlassSeen',
  },
  {
    method: 'post',
    path: '/v1/break-glass/{id}/sign-off',
    operationId: 'signOffEmergencyAccess',
    needs: { centre: { type: 'AuditEvent', can: 'u', area: 'break-glass-review' } },
    tag: 'register',
    summary: { fr: 'Relire un accès d’urgence', en: 'Sign an emergency access off' },
    description: {
      fr: 'Une autre personne que celle qui l’a ouvert dit s’il était justifié. S’il ne l’était pas, il se ferme aussitôt.',
      en: 'Another person than the one who opened it says whether it was justified. If it was not, it closes at once.',
    },
    parameters: ['id', 'lang', 'Accept-Language'],
    body: 'break-glass-sign-off',
    answers: ['200-json', '400', '401', '403', '404', '409', '413', '415', '422', '503'],
    gives: 'GlassOpening',
  },
];
