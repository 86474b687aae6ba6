import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { requestNoteMapping } from '../../../mappings/concepts/request-note.ts';
import type { RequestNote, WordsSettlement } from '../../../mappings/domain/concepts.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import type { WordsDecision, WordsDesk, WordsWaiting } from '../../hearing/words-desk.ts';
import type { Intake } from '../../lanes/intake.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import type { RequestFinder } from '../../record/request-finder.ts';
import type { Registry } from '../../registry.ts';
import { throwIfFailed } from './answer-exchange.ts';
import { centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { conceptEventOf } from './concept-event.ts';
import { limitAsked } from './limit-asked.ts';
import { noteAccess, requestsOf } from './note-access.ts';
import { numbersKnown } from './request-for-role.ts';
import { waitMsOf } from './request-headers.ts';

export interface WordsRouteDeps {
  readonly check: (settlement: unknown) => readonly Issue[];
  readonly words: WordsDesk;
  readonly intake: Intake;
  readonly finder: RequestFinder;
  readonly store: Pick<FhirStore, 'search'>;
  readonly registry: Registry;
  readonly body: RequestHandler;
  readonly now: () => Date;
  readonly log: Logger;
}

/** Free text that partners sent: a person reads it before it stands in any record, and may leave things out. */
export function wordsRoutes(deps: WordsRouteDeps): Router {
  const { words, store, body } = deps;
  const routes = Router();

  routes.get('/', async (req, res) => {
    const limit = limitAsked(req);
    const centre = centreOf(res);
    const all = await words.waiting(centre);
    const isKnown = await numbersKnown(
      store,
      res,
      all.map(({ request }) => request),
    );
    const waiting = all.filter(({ request }) => isKnown(request));
    const shown = waiting.slice(0, limit).map(({ id, from, request, where, words: said, heardAt }) => ({
      id,
      from,
      request,
      where,
      words: said,
      heardAt,
    }));
    await noteAccess(res, {
      kind: 'words',
      how: 'search-type',
      on: requestsOf(
        centre,
        shown.map(({ request }) => ({ id: request })),
      ),
    });
    res.json({ words: shown, more: waiting.length > limit });
  });

  routes.post('/:id', body, (req, res) => settle(deps, req, res));
  return routes;
}

/** Kept as a note about the request, in the child's lane; or dropped, and only the id is written in the log. The same decision again changes nothing. */
async function settle(deps: WordsRouteDeps, req: Request, res: Response): Promise<void> {
  const { check, words, store, log } = deps;
  const centre = centreOf(res);
  const id = String(req.params.id);
  const said = checkedBody<WordsSettlement>(check(req.body), req.body);
  const decision: WordsDecision = said.keep === true ? 'kept' : 'dropped';
  const one = await words.find(centre, id);
  const before = one === undefined ? await words.decidedOf(centre, id) : undefined;
  const about = (one ?? before)?.request ?? '';
  const isKnown = await numbersKnown(store, res, [about]);
  // About a request of which the caller may not know, they are as if they were not there.
  if (!isKnown(about)) throw new GatewayError('notFound', 'no such words for this role');
  if (one === undefined) return again(res, id, decision, before?.decision);
  if (decision === 'kept') await keep(deps, one, said, waitMsOf(req));
  await words.settle(one, decision);
  log.info({ words: id, decision }, 'words settled');
  tell(res, id, decision);
}

/** Whatever was said of it before is not on the desk any more. */
function again(res: Response, id: string, decision: WordsDecision, before: WordsDecision | undefined): void {
  if (before === undefined) throw new GatewayError('notFound', 'no such words');
  if (before !== decision) throw new GatewayError('versionConflict', 'decided otherwise', { issues: [DECIDED] });
  tell(res, id, decision);
}

const tell = (res: Response, id: string, decision: WordsDecision): void => {
  res.json({ id, decision, ...(decision === 'kept' && { note: id }) });
};

/** Throws `versionConflict` while nobody has said which child it is about: a note stands in a child's record. */
async function keep(
  { intake, finder, registry, now }: WordsRouteDeps,
  one: WordsWaiting,
  said: WordsSettlement,
  waitMs: number,
): Promise<void> {
  const { id, centre, request, from, heardAt } = one;
  const child = await finder.childOf(centre, request);
  if (child === undefined) throw new GatewayError('versionConflict', 'no child yet', { issues: [SETTLE_FIRST] });
  const note: RequestNote & { readonly id: string; readonly version: number } = {
    id,
    version: 1,
    centre,
    child: { id: child },
    happenedAt: heardAt,
    request,
    recipient: from,
    sender: { kind: 'person', name: registry.partner(from)?.name.fr ?? from },
    to: [{ kind: 'person', name: said.decidedBy }],
    words: said.words ?? one.words,
  };
  const event = conceptEventOf({ mapping: requestNoteMapping, registry, now }, note, {});
  throwIfFailed(await intake.accept({ event, identifier: id, issues: [], waitMs }));
}

const SETTLE_FIRST: Issue = {
  severity: 'error',
  code: 'business-rule',
  expression: 'WordsSettlement.keep',
  text: {
    fr: 'Dites d’abord de quel enfant il s’agit (POST /v1/matches/{id}) : une note se garde au dossier d’un enfant.',
    en: 'First say which child it is (POST /v1/matches/{id}): a note is kept in a child’s record.',
  },
};

const DECIDED: Issue = {
  severity: 'error',
  code: 'conflict',
  expression: 'WordsSettlement',
  text: {
    fr: 'Une personne en a déjà décidé autrement. Ce qui est gardé se corrige par la note ; ce qui est retiré ne revient pas.',
    en: 'A person has already decided otherwise. What was kept is corrected by the note; what was dropped does not come back.',
  },
};
