import { type Request, Router } from 'express';
import { present } from '../../../mappings/concepts/present.ts';
import type { OpenLoopsTold, RecipientNamed } from '../../../mappings/domain/open-loops-told.ts';
import { isWatchCode } from '../../../mappings/watch/child-findings.ts';
import { openLoopFrom } from '../../../mappings/watch/open-loop.ts';
import { rulesOffTold } from '../../../mappings/watch/rules-off-told.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import type { LoopsAsked, LoopsCursor, OpenLoops, Urgency } from '../../continuity/open-loops.ts';
import type { Registry } from '../../registry.ts';
import { callerOf, centreOf } from './authenticate.ts';
import { limitAsked } from './limit-asked.ts';
import { noteAccess } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';
import type { Language } from './operation-outcome.ts';
import { queryValue, wholeUpTo } from './query-values.ts';

export interface LoopRouteDeps {
  readonly openLoops: OpenLoops;
  readonly registry: Pick<Registry, 'partner' | 'centre'>;
}

/** A screenful: a line of this list is read by a person. */
const LIMITS = { most: 100, otherwise: 50 };

/** `GET /`: what needs a person, page by page; a person's own unless they ask for the centre's. Filters name rules and urgencies, never anybody. */
export function loopRoutes({ openLoops, registry }: LoopRouteDeps): Router {
  const routes = Router();

  routes.get('/', async (req, res) => {
    const centre = centreOf(res);
    const language = languageAsked(req);
    const mine = req.query.of === 'centre' ? undefined : callerOf(res)?.professional;
    const { tasks, around, next } = await openLoops.find({
      centre,
      ...(mine !== undefined && { pivot: mine }),
      ...asked(req.query),
    });
    const scope = { centre, language, recipientNamed: (id: string) => recipientNamed(registry, id, language) };
    const loops = tasks.flatMap((task) => openLoopFrom(task, around, scope) ?? []);
    await noteAccess(res, { kind: 'findings', how: 'search-type', children: loops.map(({ child }) => child.id) });
    const told: OpenLoopsTold = {
      language,
      loops,
      ...(next !== undefined && { next: cursorText(next) }),
      ...rulesOffTold(registry.centre(centre)?.watchRules, language),
    };
    res.set('Content-Language', language).json(told);
  });

  return routes;
}

function recipientNamed(registry: LoopRouteDeps['registry'], id: string, language: Language): RecipientNamed {
  const partner = registry.partner(id);
  const telephone = partner?.telephone;
  return { id, name: partner?.name[language] ?? id, ...(telephone !== undefined && { telephone }) };
}

/** What a query asks for. Throws `malformed` for what is none: a filter with a slip in it would show everything. */
function asked(query: Request['query']): Pick<LoopsAsked, 'urgency' | 'code' | 'after' | 'limit'> {
  return {
    limit: limitAsked({ query }, LIMITS),
    ...present({
      urgency: queryValue(query, 'urgency', URGENCY, urgencyIn),
      code: queryValue(query, 'code', CODE, (text) => (isWatchCode(text) ? text : undefined)),
      after: queryValue(query, 'after', AFTER, cursorIn),
    }),
  };
}

const urgencyIn = (text: string): Urgency | undefined =>
  ([1, 2, 3] as const).find((urgency) => String(urgency) === text);

const cursorText = ({ urgency, given }: LoopsCursor): string => `${urgency}-${given}`;

const givenIn = wholeUpTo(100_000);

function cursorIn(text: string): LoopsCursor | undefined {
  const [first = '', second = '', ...rest] = text.split('-');
  const [urgency, given] = [urgencyIn(first), givenIn(second)];
  return urgency === undefined || given === undefined || rest.length > 0 ? undefined : { urgency, given };
}

const URGENCY: Bilingual = {
  fr: '« urgency » est 1 (aujourd’hui), 2 (cette semaine) ou 3 (d’avance).',
  en: '"urgency" is 1 (today), 2 (this week) or 3 (ahead of time).',
};
const CODE: Bilingual = {
  fr: '« code » est le nom d’une règle de la vigie (docs/watch.md).',
  en: '"code" is the name of a rule of the watch (docs/watch.md).',
};
const AFTER: Bilingual = {
  fr: '« after » est la valeur « next » de la page d’avant.',
  en: '"after" is the "next" value of the page before.',
};
