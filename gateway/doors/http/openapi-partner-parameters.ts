import type { ParameterDescription } from './openapi-parameters.ts';

/** What a partner asks with for the requests addressed to it, and its own. */
export const PARTNER_PARAMETERS = {
  pairwise: {
    name: 'id',
    in: 'path',
    required: true,
    description: {
      fr: 'Numéro que ce partenaire seul connaît, celui de la tâche.',
      en: 'Number that this partner alone knows, the Task’s.',
    },
    schema: { type: 'string', pattern: '^[A-Za-z0-9.-]{1,64}$' },
  },
  letterNumber: {
    name: 'id',
    in: 'path',
    required: true,
    description: {
      fr: 'Numéro de la tâche, un point, et le début de celui de la lettre.',
      en: 'Number of the Task, a dot, and the beginning of the letter’s.',
    },
    schema: { type: 'string', pattern: '^[A-Za-z0-9.-]{1,64}$' },
  },
  owner: {
    in: 'query',
    description: {
      fr: 'Le partenaire lui-même ; ce qui est à un autre n’est pas trouvé.',
      en: 'The partner itself; what is another’s is not found.',
    },
    schema: { type: 'string', maxLength: 200 },
  },
  requester: {
    in: 'query',
    description: {
      fr: 'Le partenaire lui-même : les réponses du centre à ses propres demandes, au lieu de celles qu’on lui fait.',
      en: 'The partner itself: the centre’s answers to its own requests, instead of those made of it.',
    },
    schema: { type: 'string', maxLength: 200 },
  },
  _lastUpdated: {
    in: 'query',
    description: {
      fr: 'Autres à vos yeux depuis : gt, ge, lt ou le, puis un instant. Avec gt, le plus grand meta.lastUpdated que vous avez reçu.',
      en: 'Other than before, as you see them, since: gt, ge, lt or le, then an instant. With gt, the greatest meta.lastUpdated that you received.',
    },
    schema: { type: 'string', maxLength: 40 },
    example: 'gt2026-02-03T10:00:00Z',
  },
  taskStatus: {
    name: 'status',
    in: 'query',
    description: { fr: 'États de Task, séparés par des virgules.', en: 'Task statuses, separated by commas.' },
    schema: { type: 'string', maxLength: 200 },
  },
  _include: {
    in: 'query',
    description: {
      fr: 'Joindre la demande, l’enfant, là où le centre le permet (partnerIncludes) ; ailleurs, la tâche vient seule.',
      en: 'Include the request, the child, where the centre lets it (partnerIncludes); elsewhere the Task comes alone.',
    },
    schema: { type: 'string', enum: ['Task:focus', 'Task:patient'] },
  },
  _count: {
    in: 'query',
    description: { fr: 'Tâches par page, 50 au plus.', en: 'Tasks per page, 50 at most.' },
    schema: { type: 'integer', minimum: 1, maximum: 50, default: 20 },
  },
  identifier: {
    in: 'query',
    required: true,
    description: {
      fr: 'Identifiant de la tâche, comme reçu : système|valeur.',
      en: 'Identifier of the Task, as received: system|value.',
    },
    schema: { type: 'string', pattern: '^[^|]+\\|[^|]+$' },
  },
} as const satisfies Readonly<Record<string, ParameterDescription>>;
