import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { AnswerSaid } from '../../../mappings/domain/lane-events.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { decidedAtOf, decidedJustNow } from '../../disclosure/decided-just-now.ts';
import type { Disclosable, Disclosures } from '../../disclosure/disclosure.ts';
import { GatewayError } from '../../failures.ts';
import type { PageCodes } from '../../partner-page/codes.ts';
import { type PageLink, type PageLinks, tokenHash } from '../../partner-page/links.ts';
import type { PageAccess } from '../../partner-page/page-access.ts';
import type { PageLimits } from '../../partner-page/page-limits.ts';
import type { PageQueue } from '../../partner-page/page-queue.ts';
import type { PendingAnswers } from '../../partner-page/pending-answers.ts';
import type { PageSessions } from '../../partner-page/sessions.ts';
import type { Replicas } from '../../redis/replicas.ts';
import { answerIn, answersPossible, missingIn } from './page-answers.ts';
import { pageView, pendingView } from './page-view.ts';

export interface PageActDeps {
  readonly links: PageLinks;
  readonly codes: PageCodes;
  readonly sessions: PageSessions;
  readonly pending: PendingAnswers;
  readonly access: PageAccess;
  readonly limits: PageLimits;
  readonly queue: PageQueue;
  readonly replicas: Replicas;
  readonly disclose: Disclosures['disclose'];
  readonly check: (answer: unknown) => readonly Issue[];
  readonly body: RequestHandler;
  /** How long an answer can be corrected. */
  readonly correctableMs: number;
  readonly now: () => Date;
  readonly newId: () => string;
}

/**
 * What a person does on the page. Whoever has not given the code learns nothing: whatever is wrong, the answer is the same, and a code is
 * said to be sent whether or not there is anything to open.
 */
export function pageActs(deps: PageActDeps): Router {
  const { links, codes, sessions, pending, access, limits, queue, check, body, now } = deps;
  const routes = Router();

  routes.use(async (req, _res, next) => {
    if (req.method === 'POST') await limits('address', req.ip ?? '');
    next();
  });

  routes.post('/codes', body, async (req, res) => {
    const link = tokenHash(textIn(req.body, 'token'));
    await limits('code', link);
    await limits('codeInADay', link);
    await queue.sendCode(link);
    res.status(202).json({});
  });

  routes.post('/sessions', body, async (req, res) => {
    const token = textIn(req.body, 'token');
    await limits('tryInADay', tokenHash(token));
    const link = await links.find(token);
    const right = await codes.spend(tokenHash(token), textIn(req.body, 'code'));
    if (link === undefined || !right) throw nothingToOpen();
    res.json(await sessions.open(link));
  });

  routes.post('/request', async (req, res) => {
    const { view } = await decidedJustNow(async () => {
      const { link, disclosable } = await opened(deps, req);
      // Basis, lens and audit, each time that it is shown.
      const seen = await disclosed(deps, disclosable);
      const moment = { pending: await pending.of(link.task), correctableMs: deps.correctableMs, at: now() };
      return { view: pageView(seen, disclosable, moment), ...decidedAtOf(disclosable) };
    }, now);
    res.json(view);
  });

  routes.post('/answers', body, async (req, res) => {
    const { link, disclosable } = await opened(deps, req);
    const answer = checked(check, req.body, disclosable, now().toISOString());
    const id = deps.newId();
    const dueAt = new Date(now().getTime() + deps.correctableMs).toISOString();
    const copied = deps.replicas.begin();
    // The clock first: an answer that nobody would apply is worse than a clock that finds none.
    await queue.applyAnswer(link.task, id, deps.correctableMs);
    const held = await pending.hold(link.task, { id, answer, dueAt });
    if (!held) throw tooLate();
    await copied();
    res.json({ pending: pendingView({ id, answer, dueAt }) });
  });

  routes.post('/answers/withdrawal', async (req, res) => {
    const { link } = await opened(deps, req);
    if (!(await pending.withdraw(link.task))) throw tooLate();
    res.json({});
  });

  routes.post('/sessions/end', async (req, res: Response) => {
    await sessions.end(sessionIn(req));
    res.json({});
  });

  return routes;

  async function opened(
    { sessions: live }: PageActDeps,
    req: Request,
  ): Promise<{ readonly link: PageLink; readonly disclosable: Disclosable }> {
    const link = await live.linkOf(sessionIn(req));
    const disclosable = link && (await access(link));
    if (link === undefined || disclosable === undefined) throw nothingToOpen();
    return { link, disclosable };
  }
}

/** Without a basis nothing is shown, and the page does not say why. */
async function disclosed({ disclose }: PageActDeps, disclosable: Disclosable): ReturnType<Disclosures['disclose']> {
  try {
    return await disclose(disclosable, 'web-page');
  } catch (error) {
    throw error instanceof GatewayError && (error.kind === 'noBasis' || error.kind === 'held')
      ? nothingToOpen()
      : error;
  }
}

function checked(check: PageActDeps['check'], body: unknown, { task, partner }: Disclosable, at: string): AnswerSaid {
  const { what, answer } = answerIn(body, { at, partner: partner.id });
  const meant = answersPossible(task).find((it) => it === what);
  if (meant === undefined) throw notNow();
  const missing = missingIn(meant, answer);
  const issues = missing === undefined ? check(answer) : [fillIn(missing)];
  if (issues.some(({ severity }) => severity === 'error'))
    throw new GatewayError('invalidInput', 'not a valid answer', { issues });
  // The schema has just said that it is one.
  return { ...(answer as unknown as AnswerSaid), channel: 'web-page' };
}

const sessionIn = (req: Request): string => /^Bearer ([\w-]{20,64})$/.exec(req.get('authorization') ?? '')?.[1] ?? '';

/** A text of the body, cut to what a token or a code may be. */
function textIn(body: unknown, name: string): string {
  const value: unknown = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {})).get(name);
  return typeof value === 'string' ? value.slice(0, 128) : '';
}

const refusal =
  (kind: 'forbidden' | 'invalidInput' | 'versionConflict', code: Issue['code'], text: Issue['text']) =>
  (): GatewayError =>
    new GatewayError(kind, 'partner page', { issues: [{ severity: 'error', code, text }] });

const nothingToOpen = refusal('forbidden', 'forbidden', {
  fr: 'Ce code n’ouvre rien. Vérifiez-le ou demandez-en un autre\u202f; sinon, appelez le numéro du message reçu.',
  en: 'This code opens nothing. Check it or ask for another one; otherwise call the number in the message you received.',
});

const tooLate = refusal('versionConflict', 'conflict', {
  fr: 'Votre réponse vient d’être transmise\u00a0: elle ne peut plus être corrigée ici. Appelez le centre.',
  en: 'Your answer has just been passed on: it can no longer be corrected here. Call the centre.',
});

const notNow = refusal('invalidInput', 'business-rule', {
  fr: 'Cette réponse n’est pas possible où en est la demande. Rouvrez la page pour voir où elle en est.',
  en: 'This answer is not possible where the request stands. Open the page again to see where it stands.',
});

const fillIn = (field: string): Issue => ({
  severity: 'error',
  code: 'required',
  expression: `Answer.${field}`,
  text: { fr: 'À remplir.', en: 'To be filled in.' },
});
