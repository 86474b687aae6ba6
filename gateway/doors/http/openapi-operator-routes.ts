import type { JsonObject } from '../../../profiles/load-schemas.ts';
import { ALERTS } from '../../operations/alerts.ts';
import type { AnswerName } from './openapi-answers.ts';
import type { RouteDescription } from './openapi-route-description.ts';
import { LETTER_KINDS, REPLAY_REQUEST } from './replay-request.ts';

const READ: readonly AnswerName[] = ['400', '401', '403', '404', '503'];

/** What those who run the gateway call, with a scope `passerelle/operate`; a centre sees what was set aside of its own. */
export const OPERATOR_ROUTES: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/v1/dead-letters',
    operationId: 'listDeadLetters',
    needs: { centre: { type: 'Task', can: 's', area: 'set-aside' }, operator: 'r' },
    tag: 'operation',
    summary: { fr: 'Ce qui a été mis de côté, et pourquoi', en: 'What was set aside, and why' },
    description: {
      fr: 'Événements que le dossier n’a pas acceptés, envois qui n’ont pas abouti. Des identifiants et la raison, jamais de contenu. Un centre voit les siens ; qui exploite la passerelle les voit tous.',
      en: 'Events that the record did not accept, deliveries that did not succeed. Identifiers and the reason, never content. A centre sees its own; whoever runs the gateway sees all.',
    },
    parameters: ['letterKind', 'letterCentre', 'letterPartner', 'failure', 'limit', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '503'],
    gives: 'DeadLetterList',
  },
  {
    method: 'get',
    path: '/v1/dead-letters/{letter}',
    operationId: 'readDeadLetter',
    needs: { centre: { type: 'Task', can: 'r', area: 'set-aside' }, operator: 'r' },
    tag: 'operation',
    summary: { fr: 'L’un d’eux', en: 'One of them' },
    parameters: ['letter', 'Accept-Language'],
    answers: ['200-json', ...READ],
    gives: 'DeadLetter',
  },
  {
    method: 'get',
    path: '/v1/dead-letters/{letter}/content',
    operationId: 'readDeadLetterContent',
    needs: { centre: { type: 'Task', can: 'r', area: 'set-aside' } },
    tag: 'operation',
    summary: { fr: 'Son contenu, pour son centre seulement', en: 'Its content, for its centre only' },
    description: {
      fr: 'Un accès inscrit au registre d’audit avant la réponse. Corrigez, montez la version, et envoyez à l’adresse que nomme « repair » : la version plus récente le remplace.',
      en: 'An access written to the audit trail before the answer. Correct it, raise its version, and send it to the address that "repair" names: the newer version takes its place.',
    },
    parameters: ['letter', 'Accept-Language'],
    answers: ['200-json', ...READ, '502'],
    gives: 'DeadLetterContent',
  },
  {
    method: 'post',
    path: '/v1/dead-letters/{letter}/close',
    operationId: 'closeDeadLetter',
    needs: { centre: { type: 'Task', can: 'u', area: 'set-aside' }, operator: 'u' },
    tag: 'operation',
    summary: { fr: 'Le fermer : une personne s’en est occupée', en: 'Close it: a person has dealt with it' },
    description: { fr: 'Inscrit au registre d’audit.', en: 'Written to the audit trail.' },
    parameters: ['letter', 'Accept-Language'],
    answers: ['200-json', ...READ, '502'],
    gives: 'DeadLetter',
  },
  {
    method: 'post',
    path: '/v1/dead-letters/replays',
    operationId: 'replayDeadLetters',
    needs: { operator: 'u' },
    tag: 'operation',
    summary: { fr: 'Les reprendre : un, plusieurs ou tous', en: 'Replay them: one, several or all' },
    description: {
      fr: 'À blanc, sauf « dryRun »: false. À un débit borné ; un événement revient à la fin de sa file, et ne compte que si rien de plus récent n’est passé. Inscrit au registre d’audit.',
      en: 'A dry run, unless "dryRun": false. At a bounded rate; an event comes back at the end of its lane, and counts only if nothing newer has passed. Written to the audit trail.',
    },
    parameters: ['Accept-Language'],
    body: 'replay-request',
    answers: ['200-json', '400', '401', '403', '413', '415', '422', '502', '503'],
    gives: 'ReplayOutcome',
  },
  {
    method: 'get',
    path: '/v1/alerts',
    operationId: 'listAlerts',
    needs: { operator: 'r' },
    tag: 'operation',
    summary: { fr: 'Ce dont il faut avertir quelqu’un', en: 'What somebody must be told of' },
    description: {
      fr: 'Les alertes ouvertes, et les dernières qui se sont fermées. Chacune s’ouvre une fois et se ferme une fois, quel que soit le nombre de processus.',
      en: 'The alerts that are open, and the last that closed. Each opens once and closes once, however many processes run.',
    },
    parameters: ['Accept-Language'],
    answers: ['200-json', '401', '403', '503'],
    gives: 'AlertList',
  },
  {
    method: 'get',
    path: '/v1/partners',
    operationId: 'listPartners',
    needs: { operator: 'r' },
    tag: 'operation',
    summary: { fr: 'Où en sont les envois à chaque partenaire', en: 'How deliveries to each partner stand' },
    parameters: ['Accept-Language'],
    answers: ['200-json', '401', '403', '503'],
    gives: 'PartnerList',
  },
  ...(['pause', 'resume'] as const).map(
    (to): RouteDescription => ({
      method: 'post',
      path: `/v1/partners/{partner}/${to}`,
      operationId: `${to}Partner`,
      needs: { operator: 'u' },
      tag: 'operation',
      summary:
        to === 'pause'
          ? { fr: 'Ne plus rien envoyer à un partenaire', en: 'Send nothing more to a partner' }
          : { fr: 'Lui envoyer de nouveau', en: 'Send to it again' },
      description: { fr: 'Inscrit au registre d’audit.', en: 'Written to the audit trail.' },
      parameters: ['partner', 'Accept-Language'],
      answers: ['200-json', '401', '403', '404', '502', '503'],
      gives: 'PartnerState',
    }),
  ),
];

const TEXT = { type: 'string' };
const YES_OR_NO = { type: 'boolean' };
const COUNT = { type: 'integer', minimum: 0 };
const INSTANT = { type: 'string', format: 'fhir-instant' };
const ISSUES = { type: 'array', items: { $ref: '#/components/schemas/OutcomeIssue' } };

const LETTER: JsonObject = {
  type: 'object',
  required: ['id', 'kind', 'failure', 'issues', 'since'],
  properties: {
    id: TEXT,
    kind: { type: 'string', enum: [...LETTER_KINDS] },
    centre: TEXT,
    concept: TEXT,
    identifier: TEXT,
    version: COUNT,
    lane: COUNT,
    partner: TEXT,
    task: TEXT,
    about: { type: 'string', enum: ['answer'] },
    failure: TEXT,
    issues: ISSUES,
    since: TEXT,
    acceptedAt: INSTANT,
    replays: { type: 'object', required: ['count', 'last'], properties: { count: COUNT, last: INSTANT } },
    repair: { type: 'object', required: ['method', 'path'], properties: { method: TEXT, path: TEXT } },
  },
};

const STATE: JsonObject = {
  type: 'object',
  required: ['id', 'paused', 'leftAlone', 'waiting', 'setAside'],
  properties: { id: TEXT, paused: YES_OR_NO, leftAlone: YES_OR_NO, waiting: COUNT, setAside: COUNT },
};

const ALERT: JsonObject = {
  type: 'object',
  required: ['alert', 'of', 'since', 'text'],
  properties: {
    alert: { type: 'string', enum: Object.keys(ALERTS) },
    of: TEXT,
    since: INSTANT,
    until: INSTANT,
    text: TEXT,
  },
};

/** Components of these routes alone. */
export const OPERATOR_SCHEMAS: JsonObject = {
  DeadLetter: LETTER,
  DeadLetterList: {
    type: 'object',
    required: ['total', 'letters'],
    properties: { total: COUNT, letters: { type: 'array', items: { $ref: '#/components/schemas/DeadLetter' } } },
  },
  DeadLetterContent: {
    allOf: [{ $ref: '#/components/schemas/DeadLetter' }, { type: 'object', required: ['content'] }],
  },
  ReplayRequest: REPLAY_REQUEST,
  ReplayOutcome: {
    type: 'object',
    required: ['dryRun', 'replays', 'left'],
    properties: {
      dryRun: { type: 'boolean' },
      left: COUNT,
      replays: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'kind'],
          properties: {
            id: TEXT,
            kind: TEXT,
            at: INSTANT,
            why: { type: 'string', enum: ['unreadable', 'gone', 'no-partner'] },
          },
        },
      },
    },
  },
  Alert: ALERT,
  AlertList: {
    type: 'object',
    required: ['open', 'closed'],
    properties: {
      open: { type: 'array', items: { $ref: '#/components/schemas/Alert' } },
      closed: { type: 'array', items: { $ref: '#/components/schemas/Alert' } },
    },
  },
  PartnerState: STATE,
  PartnerList: {
    type: 'object',
    required: ['partners'],
    properties: { partners: { type: 'array', items: { $ref: '#/components/schemas/PartnerState' } } },
  },
};

/** What a replay is asked with. */
export const REPLAY_EXAMPLES = {
  dryRun: { filter: { kind: 'delivery', partner: 'clsc-verdun' } },
  replay: { filter: { kind: 'delivery', partner: 'clsc-verdun' }, dryRun: false, perMinute: 30 },
} as const;
