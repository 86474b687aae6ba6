import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonObject } from '../../../profiles/load-schemas.ts';
import { FAILURES, GatewayError } from '../../failures.ts';
import type { LetterFilter } from '../../set-aside/dead-letter.ts';
import type { ReplayAsked } from '../../set-aside/replay.ts';

export const LETTER_KINDS = ['concept', 'answer', 'dispatch', 'inbound', 'delivery', 'unheard', 'unreadable'] as const;

const FAILURE_KINDS = Object.keys(FAILURES);
const ID = { type: 'string', minLength: 1, maxLength: 200 };

const FILTER: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    kind: { type: 'string', enum: [...LETTER_KINDS] },
    centre: ID,
    partner: ID,
    failure: { type: 'string', enum: FAILURE_KINDS },
  },
};

/** What `POST /v1/dead-letters/replays` takes: some ids, a filter, or all; nothing is done unless `dryRun` is said to be false. */
export const REPLAY_REQUEST: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ids: { type: 'array', minItems: 1, maxItems: 500, items: ID },
    filter: { ...FILTER, minProperties: 1 },
    all: { const: true },
    dryRun: { type: 'boolean', default: true },
    perMinute: { type: 'integer', minimum: 1, maximum: 600, default: 60 },
  },
  oneOf: [{ required: ['ids'] }, { required: ['filter'] }, { required: ['all'] }],
};

interface ReplayRequest {
  readonly ids?: readonly string[];
  readonly filter?: LetterFilter;
  readonly all?: true;
  readonly dryRun?: boolean;
  readonly perMinute?: number;
}

const ajv = () => new Ajv2020({ strict: false });

/** Reads the body of a replay. Its function throws `invalidInput` that says what it may be. */
export function replayRequestReader(): (body: unknown) => ReplayAsked {
  const isRequest = ajv().compile<ReplayRequest>(REPLAY_REQUEST);
  return (body) => {
    if (!isRequest(body)) throw notAReplay(isRequest.errors?.[0]?.instancePath ?? '');
    const { ids, filter = {}, dryRun = true, perMinute = 60 } = body;
    return { ...(ids !== undefined && { ids }), filter, dryRun, perMinute };
  };
}

/** Reads which letters a list is about, from a query. Its function throws `malformed`. */
export function letterFilterReader(): (query: unknown) => LetterFilter {
  const isFilter = ajv().compile<LetterFilter>(FILTER);
  return (query) => {
    const { limit: _limit, ...rest } = { limit: undefined, ...(typeof query === 'object' ? query : {}) };
    if (!isFilter(rest)) throw notAFilter();
    return rest;
  };
}

const notAReplay = (place: string): GatewayError =>
  new GatewayError('invalidInput', `replay request ${place}`, {
    issues: [
      {
        severity: 'error',
        code: 'value',
        ...(place !== '' && { expression: place.slice(1).replaceAll('/', '.') }),
        text: {
          fr: 'Dites quoi reprendre : « ids », « filter » (kind, centre, partner, failure) ou « all »: true, un seul des trois ; « dryRun » (true sauf avis contraire) et « perMinute » (1 à 600) au besoin.',
          en: 'Say what to replay: "ids", "filter" (kind, centre, partner, failure) or "all": true, one of the three; "dryRun" (true unless said otherwise) and "perMinute" (1 to 600) as needed.',
        },
      },
    ],
  });

const notAFilter = (): GatewayError =>
  new GatewayError('malformed', 'query of dead letters', {
    issues: [
      {
        severity: 'error',
        code: 'value',
        text: {
          fr: `Filtres permis : kind (${LETTER_KINDS.join(', ')}), centre, partner, failure, limit.`,
          en: `Filters allowed: kind (${LETTER_KINDS.join(', ')}), centre, partner, failure, limit.`,
        },
      },
    ],
  });
