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
  {
    method: 'get',
    path: '/v1/findings',
    operationId: 'listFindings',
    needs: { centre: { type: 'Task', can: 'rs', area: 'watch' } },
    tag: 'loops',
    summary: {
      fr: 'Ce qui demande une personne aujourd’hui',
      en: 'What asks for a person today',
    },
    description: {
      fr: 'Une ligne par enfant, douze au plus par personne qui tient le fil, les plus pressantes d’abord : ce qui ne va pas, depuis quand, quoi faire. Une personne voit les siennes, sauf si elle demande celles du centre. Un constat se ferme de lui-même (docs/watch.md).',
      en: 'One line a child, twelve at most for each person who holds the thread, the most urgent first: what is wrong, since when, what to do. A person sees their own, unless they ask for those of the centre. A finding closes by itself (docs/watch.md).',
    },
    parameters: ['findingsOf', 'lang', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '502', '503'],
    gives: 'FindingList',
  },
  {
    method: 'get',
    path: '/v1/loops',
    operationId: 'listLoops',
    needs: { centre: { type: 'Task', can: 'rs', area: 'watch' } },
    tag: 'loops',
    summary: {
      fr: 'Les boucles ouvertes, page par page',
      en: 'Open loops, page by page',
    },
    description: {
      fr: 'Les constats ouverts de la vigie, les plus pressants d’abord puis les plus anciens, avec l’enfant, la demande et son destinataire, pour agir aussitôt. Une personne voit les siennes, sauf si elle demande celles du centre.',
      en: 'The open findings of the watch, the most urgent first, then the oldest, with the child, the request and its recipient, to act at once. A person sees their own, unless they ask for those of the centre.',
    },
    parameters: ['findingsOf', 'urgency', 'code', 'loopsAfter', 'loopsLimit', 'lang', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '502', '503'],
    gives: 'OpenLoopList',
  },
  {
    method: 'post',
    path: '/v1/findings/{id}/snooze',
    operationId: 'snoozeFinding',
    needs: { centre: { type: 'Task', can: 'u', area: 'watch' } },
    tag: 'loops',
    summary: { fr: 'Remettre un constat à plus tard, avec une raison', en: 'Put a finding off, with a reason' },
    parameters: ['id', 'Accept-Language'],
    body: 'finding-snooze',
    answers: ['200-json', '400', '401', '403', '404', '409', '413', '415', '422', '502', '503'],
    gives: 'FindingSnoozed',
  },
];
