import { type Request, type RequestHandler, type Response, Router } from 'express';
import { v5 as uuidFrom } from 'uuid';
import { inboundReferralMapping } from '../../../mappings/concepts/inbound-referral.ts';
import { present } from '../../../mappings/concepts/present.ts';
import type { Answer } from '../../../mappings/domain/concepts.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import { contentHash } from '../../lanes/content-hash.ts';
import type { Intake } from '../../lanes/intake.ts';
import type { InboundReader, InboundStage } from '../../record/inbound-reader.ts';
import type { RecordReader } from '../../record/record-reader.ts';
import { answerExchange } from './answer-exchange.ts';
import { centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { limitAsked } from './limit-asked.ts';
import { childrenIn, noteAccess, requestsOf } from './note-access.ts';
import { idempotencyKeyOf, waitMsOf } from './request-headers.ts';

export interface InboundRouteDeps {
  readonly check: (answer: unknown) => readonly Issue[];
  readonly intake: Intake;
  readonly inboundReader: InboundReader;
  readonly reader: RecordReader;
  readonly body: RequestHandler;
  readonly now: () => Date;
}

const ACTS = '5e0f4a1c-9d2b-5c37-8f6a-1b7c2d3e4f50';
const STAGES: readonly InboundStage[] = ['to-match', 'to-answer', 'under-way', 'ended'];

/** What partners ask of the centre: the list, each one, and the centre's answer, which goes back in the sender's language. */
export function inboundRoutes(deps: InboundRouteDeps): Router {
  const { inboundReader, reader } = deps;
  const routes = Router();

  routes.get('/', async (req, res) => {
    const limit = limitAsked(req);
    const centre = centreOf(res);
    const found = await inboundReader.list(
      centre,
      present({ stage: stageAsked(req.query.stage), sender: textOf(req.query.sender) }),
    );
    const referrals = found.slice(0, limit);
    await noteAccess(res, {
      kind: 'inbound-referral',
      how: 'search-type',
      on: requestsOf(centre, referrals),
      children: referrals.map(({ child }) => child?.id),
    });
    res.json({ referrals, more: found.length > limit });
  });

  routes.get('/:id', async (req, res) => {
    const identifier = { system: IDENTIFIERS.request(centreOf(res)), value: String(req.params.id) };
    const read = await reader.concept(inboundReferralMapping, 'ServiceRequest', identifier);
    if (read === undefined) throw new GatewayError('notFound', 'no inbound referral');
    await noteAccess(res, {
      kind: 'inbound-referral',
      on: [{ type: 'ServiceRequest', identifier }],
      children: childrenIn(read.concept),
    });
    res.set('ETag', `W/"${read.version}"`).json({ ...read.concept, record: read.record });
  });

  routes.post('/:id/answers', deps.body, (req, res) => answer(deps, req, res));
  return routes;
}

/** Durable before it is answered; the state machine takes it in the child's lane, then it leaves for whoever asked. */
async function answer(
  { check, intake, inboundReader, now }: InboundRouteDeps,
  req: Request,
  res: Response,
): Promise<void> {
  const centre = centreOf(res);
  const id = String(req.params.id);
  const issues = check(req.body);
  const said = checkedBody<Answer>(issues, req.body);
  // A request of ours has a number of the same kind: here it is as if it were not there.
  const referral = await inboundReader.find(centre, id);
  if (referral === undefined) throw new GatewayError('notFound', 'no inbound referral');
  const child = referral.child?.id;
  if (child === undefined)
    throw new GatewayError('versionConflict', 'nobody said which child it is', { issues: [SETTLE_FIRST] });
  const key = idempotencyKeyOf(req);
  const hash = contentHash([id, 'inbound-answer', said]);
  const exchange = await intake.accept({
    event: {
      kind: 'answer',
      exchangeId: uuidFrom(key === undefined ? `${centre}|${hash}` : `${centre}|key|${key}`, ACTS),
      centre,
      child,
      request: id,
      recordedAt: now().toISOString(),
      answer: said,
    },
    identifier: id,
    issues,
    waitMs: waitMsOf(req),
    ...(key !== undefined && { idempotency: { key, contentHash: hash } }),
  });
  answerExchange(req, res, exchange, `/v1/exchanges/${exchange.id}`);
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function stageAsked(value: unknown): InboundStage | undefined {
  if (value === undefined) return undefined;
  const stage = STAGES.find((known) => known === value);
  if (stage === undefined) throw new GatewayError('malformed', 'query stage', { issues: [UNKNOWN_STAGE] });
  return stage;
}

const UNKNOWN_STAGE: Issue = {
  severity: 'error',
  code: 'value',
  expression: 'http.stage',
  text: { fr: `« stage » est l’un de ${STAGES.join(', ')}.`, en: `"stage" is one of ${STAGES.join(', ')}.` },
};

const SETTLE_FIRST: Issue = {
  severity: 'error',
  code: 'business-rule',
  expression: 'child',
  text: {
    fr: 'Dites d’abord de quel enfant il s’agit, ou que la demande n’est pas pour vous : POST /v1/matches/{id}.',
    en: 'First say which child it is, or that the referral is not for you: POST /v1/matches/{id}.',
  },
};
