import { type Request, type RequestHandler, type Response, Router } from 'express';
import { v5 as uuidFrom } from 'uuid';
import { present } from '../../../mappings/concepts/present.ts';
import type { MatchSettlement } from '../../../mappings/domain/concepts.ts';
import type { InboundEvent, Settlement } from '../../../mappings/domain/lane-events.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import { contentHash } from '../../lanes/content-hash.ts';
import type { Intake } from '../../lanes/intake.ts';
import type { InboundReader } from '../../record/inbound-reader.ts';
import type { Registry } from '../../registry.ts';
import { answerExchange } from './answer-exchange.ts';
import { centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { limitAsked } from './limit-asked.ts';
import { noteAccess, requestsOf } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';
import { idempotencyKeyOf, waitMsOf } from './request-headers.ts';

export interface MatchRouteDeps {
  readonly check: (settlement: unknown) => readonly Issue[];
  readonly intake: Intake;
  readonly inboundReader: InboundReader;
  readonly registry: Registry;
  readonly body: RequestHandler;
  readonly now: () => Date;
}

const SETTLEMENTS = '0c4d8e7a-6b1f-5a2e-9c3d-7f8e9a0b1c2d';

/** Referrals of which a person must say which child of the centre they are about: nothing is merged by itself. */
export function matchRoutes(deps: MatchRouteDeps): Router {
  const { inboundReader, registry, body } = deps;
  const routes = Router();

  routes.get('/', async (req, res) => {
    const centre = centreOf(res);
    const language = languageAsked(req);
    const matches = await inboundReader.matches(centre, limitAsked(req));
    await noteAccess(res, {
      kind: 'match',
      how: 'search-type',
      on: requestsOf(centre, matches),
      children: matches.flatMap(({ candidates }) => candidates.map(({ child }) => child)),
    });
    const nameOf = (sender: string) => registry.partner(sender)?.name[language] ?? sender;
    const told = matches.map((match) => ({ ...match, senderName: nameOf(match.sender) }));
    res.set('Content-Language', language).json({ matches: told });
  });

  routes.post('/:id', body, (req, res) => settle(deps, req, res));
  return routes;
}

/** Durable before it is answered; twice is once; who decided stands in the trace. */
async function settle(deps: MatchRouteDeps, req: Request, res: Response): Promise<void> {
  const { check, intake, inboundReader } = deps;
  const centre = centreOf(res);
  const id = String(req.params.id);
  const issues = check(req.body);
  const said = checkedBody<MatchSettlement>(issues, req.body);
  const referral = await inboundReader.find(centre, id);
  if (referral === undefined) throw new GatewayError('notFound', 'no such referral');
  if (said.child !== undefined && !(await inboundReader.hasChild(centre, said.child)))
    throw new GatewayError('invalidInput', 'no such child', { issues: [NO_SUCH_CHILD] });

  const key = idempotencyKeyOf(req);
  const hash = contentHash([id, said]);
  const exchangeId = uuidFrom(key === undefined ? `${centre}|${hash}` : `${centre}|key|${key}`, SETTLEMENTS);
  const exchange = await intake.accept({
    event: eventOf(deps, { centre, id, sender: referral.sender, exchangeId }, said),
    identifier: id,
    issues,
    waitMs: waitMsOf(req),
    ...(key !== undefined && { idempotency: { key, contentHash: hash } }),
  });
  answerExchange(req, res, exchange, `/v1/inbound-referrals/${id}`);
}

interface About {
  readonly centre: string;
  readonly id: string;
  readonly sender: string;
  readonly exchangeId: string;
}

const eventOf = (
  { registry, now }: MatchRouteDeps,
  { centre, id, sender, exchangeId }: About,
  said: MatchSettlement,
): InboundEvent => ({
  kind: 'inbound',
  exchangeId,
  centre,
  recordedAt: now().toISOString(),
  sender,
  referral: id,
  names: {
    centre: registry.centre(centre)?.name.fr ?? centre,
    sender: registry.partner(sender)?.name.fr ?? sender,
  },
  said: {
    what: 'settled',
    settlement: settlementOf(said),
    decidedBy: said.decidedBy,
    happenedAt: said.happenedAt ?? now().toISOString(),
  },
});

/** The check has said that there is exactly one of the three. */
function settlementOf({ child, notForUs, words }: MatchSettlement): Settlement {
  if (child !== undefined) return { child };
  return notForUs === undefined ? { newChild: true } : present({ notForUs, words });
}

const NO_SUCH_CHILD: Issue = {
  severity: 'error',
  code: 'not-found',
  expression: 'MatchSettlement.child',
  text: {
    fr: 'Le centre n’a pas d’enfant de cet identifiant. Cherchez-le (POST /v1/children/_search), ou dites newChild.',
    en: 'The centre has no child of this identifier. Look for it (POST /v1/children/_search), or say newChild.',
  },
};
