import type { RouteDescription } from './openapi-route-description.ts';

/** Who holds each need, and what asks for somebody. */
export const CONTINUITY_ROUTES: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/v1/children/{id}/ledger',
    operationId: 'readLedger',
    needs: { centre: { type: '*', can: 'rs', area: 'ledger' } },
    tag: 'children',
    summary: {
      fr: 'Qui portait chaque besoin convenu, jour par jour',
      en: 'Who held each agreed need, day by day',
    },
    description: {
      fr: 'Chaque jour est dans un seul état. Les jours sans services (en attente, demandé, ouvert) sont toujours trois nombres, jamais un seul ; en pause et inconnu sont montrés à part. Un besoin dont la personne qui lit ne doit pas connaître un porteur n’est pas montré.',
      en: 'Each day is in one state only. Days without care (waiting, asked, open) are always three numbers, never one; paused and unknown are shown apart. A need with a holder whom the reader may not know of is not shown.',
    },
    parameters: ['id', 'asOf', 'knownAt', 'lang', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '404', '502', '503'],
    gives: 'ChildLedger',
  },
];
