import { type Request, type RequestHandler, type Response, Router } from 'express';
import { v5 as uuidFrom } from 'uuid';
import { present } from '../../../mappings/concepts/present.ts';
import { paperPage } from '../../../mappings/dialects/paper.ts';
import type { Answer, Dispatch } from '../../../mappings/domain/concepts.ts';
import { isUnderWay, partnerIn, taskNumberOf } from '../../../mappings/domain/current-task.ts';
import type { LaneEvent } from '../../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { Audit } from '../../audit/audit.ts';
import { decidedAtOf, decidedJustNow } from '../../disclosure/decided-just-now.ts';
import type { Disclosable, Disclosures } from '../../disclosure/disclosure.ts';
import { GatewayError } from '../../failures.ts';
import { contentHash } from '../../lanes/content-hash.ts';
import type { Intake } from '../../lanes/intake.ts';
import { renderPaperPage } from '../../paper/render-paper-page.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import { identifierToken } from '../../record/identifier-token.ts';
import type { RequestFinder } from '../../record/request-finder.ts';
import { answerExchange } from './answer-exchange.ts';
import { centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { knownAtStated, noteKnownStated } from './known-stated.ts';
import { noteAccess, requestsOf } from './note-access.ts';
import { idempotencyKeyOf, waitMsOf } from './request-headers.ts';

export interface ReferralRouteDeps {
  readonly check: (act: 'answer' | 'dispatch', body: unknown) => readonly Issue[];
  readonly intake: Intake;
  readonly finder: RequestFinder;
  readonly disclosures: Disclosures;
  readonly store: FhirStore;
  readonly audit: Pick<Audit, 'act'>;
  readonly body: RequestHandler;
  readonly now: () => Date;
}

const ACTS = '2f1e5a90-3c67-5d6a-9d57-7e2b0c3f4a18';

/** What a person of the centre does about a request: write down an answer, print the page, write down that it left. */
export function referralRoutes(deps: ReferralRouteDeps): Router {
  const { check, intake, finder, disclosures, store, audit, body, now } = deps;
  const routes = Router();

  const act = async (req: Request, res: Response, kind: 'answer' | 'dispatch'): Promise<void> => {
    const centre = centreOf(res);
    const request = String(req.params.id);
    const issues = check(kind, req.body);
    const { happenedAt } = checkedBody<Answer | Dispatch>(issues, req.body);
    const child = await finder.childOf(centre, request);
    if (child === undefined) throw new GatewayError('notFound', 'no such request');
    const knownAt = knownAtStated(req, res, { happenedAt, now: now() });
    const key = idempotencyKeyOf(req);
    const hash = contentHash([request, kind, req.body]);
    const about = {
      exchangeId: uuidFrom(key === undefined ? `${centre}|${hash}` : `${centre}|key|${key}`, ACTS),
      centre,
      child,
      request,
      recordedAt: now().toISOString(),
      ...present({ knownAt }),
    };
    const event = eventOf(kind, about, req.body);
    await noteKnownStated(audit, event);
    const exchange = await intake.accept({
      event,
      identifier: request,
      issues,
      waitMs: waitMsOf(req),
      ...(key !== undefined && { idempotency: { key, contentHash: hash } }),
    });
    answerExchange(req, res, exchange, `/v1/exchanges/${exchange.id}`);
  };

  routes.post('/:id/answers', body, (req, res) => act(req, res, 'answer'));
  routes.post('/:id/dispatches', body, (req, res) => act(req, res, 'dispatch'));

  routes.get('/:id/page', async (req, res) => {
    const centre = centreOf(res);
    const number = await numberToPrint(store, centre, String(req.params.id), textOf(req.query.recipient));
    const asked = textOf(req.query.lang);
    const { childId, requestId } = await toPrint(disclosures, number);
    await noteAccess(res, { kind: 'page', on: requestsOf(centre, [{ id: requestId }]), children: [childId] });
    const { pdf, name, language } = await decidedJustNow(async () => {
      const disclosable = await toPrint(disclosures, number);
      const { partner } = disclosable;
      const language = asked === 'fr' || asked === 'en' ? asked : partner.language;
      const seen = await disclosures.disclose(disclosable, 'paper');
      const page = paperPage(seen, { language, preparedAt: now(), centre: disclosable.centre, partner });
      return { pdf: await renderPaperPage(page), name: disclosable.number, language, ...decidedAtOf(disclosable) };
    }, now);
    res
      .set({
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="${name}.pdf"`,
        'Content-Language': language,
        'Cache-Control': 'no-store',
      })
      .end(pdf);
  });

  return routes;
}

/** What is under way at a recipient and may be printed for it. Throws `notFound`. */
async function toPrint({ read }: Pick<Disclosures, 'read'>, number: string | undefined): Promise<Disclosable> {
  const disclosable = number === undefined ? undefined : await read(number);
  if (disclosable === undefined) throw new GatewayError('notFound', 'nothing to print');
  if (disclosable.stage === 'cancellation') throw new GatewayError('notFound', 'a cancelled request is not printed');
  return disclosable;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The body was checked by its schema just before. */
function eventOf(
  kind: 'answer' | 'dispatch',
  about: Omit<LaneEvent & { kind: 'answer' }, 'kind' | 'answer'>,
  body: unknown,
): LaneEvent {
  if (kind === 'answer') return { kind, ...about, answer: body as Answer };
  const dispatch = body as Dispatch;
  return { kind, ...about, dispatch, ...(dispatch.recipient !== undefined && { recipient: dispatch.recipient }) };
}

/** The pairwise number under which the request is at its recipient: the one named, else the only one not ended. */
async function numberToPrint(
  store: FhirStore,
  centre: string,
  request: string,
  recipient: string | undefined,
): Promise<string | undefined> {
  const found = await store.search('Task', {
    'group-identifier': identifierToken(IDENTIFIERS.request(centre), request),
  });
  const tasks = found.filter((resource) => resource.resourceType === 'Task');
  const named = recipient === undefined ? tasks : tasks.filter(({ owner }) => partnerIn(owner) === recipient);
  const current = named.find(isUnderWay) ?? named.at(-1);
  return current && taskNumberOf(current);
}
