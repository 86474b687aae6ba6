import type { RouteDescription } from './openapi-route-description.ts';

/** How long files are kept, and their destruction: the centre’s privacy officer. */
export const RETENTION_ROUTES: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/v1/retention',
    operationId: 'readRetention',
    needs: { centre: { type: 'Patient', can: 'rs', area: 'retention' } },
    tag: 'register',
    summary: { fr: 'Les dossiers dont la durée est passée', en: 'Files whose retention is over' },
    description: {
      fr: 'Combien de temps le centre garde ses dossiers, selon quelle règle, confirmée ou non ; et ceux dont la durée est passée, les plus anciens d’abord. Rien n’est jamais détruit tout seul.',
      en: 'How long the centre keeps its files, by which rule, confirmed or not; and those whose time is over, the oldest first. Nothing is ever destroyed by itself.',
    },
    parameters: ['limit', 'lang', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '502', '503'],
    gives: 'Retention',
  },
  {
    method: 'post',
    path: '/v1/retention/destructions',
    operationId: 'destroyFile',
    needs: { centre: { type: 'Patient', can: 'd', area: 'retention' } },
    tag: 'register',
    summary: { fr: 'Détruire un dossier', en: 'Destroy a file' },
    description: {
      fr: 'Celui d’un enfant, ou celui d’une femme enceinte. À blanc tant que `really` n’est pas dit. Refusé (409) tant qu’une boucle est ouverte, qu’une base court, que l’enfant est suivi ou que la durée n’est pas passée, à moins de `force` avec une raison. Tout part : HAPI avec ses versions, Redis ; il reste le registre et une marque, par numéros. Ce qui arrive ensuite pour ce dossier est refusé (410).',
      en: 'A child’s, or that of an expectant mother. A dry run unless it says `really`. Refused (409) while a loop is open, a basis runs, the child is followed or the retention is not over, unless `force` with a reason. All of it goes: HAPI with its versions, Redis; the register and a mark stay, by numbers. What then comes for that file is refused (410).',
    },
    parameters: ['lang', 'Accept-Language'],
    body: 'destruction',
    answers: ['200-json', '400', '401', '403', '404', '409', '413', '415', '422', '502', '503'],
    gives: 'DestructionTold',
  },
];
