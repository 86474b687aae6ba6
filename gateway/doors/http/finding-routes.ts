import { type RequestHandler, Router } from 'express';
import type { FindingSnooze } from '../../../mappings/domain/concepts.ts';
import { dayOf } from '../../../mappings/ledger/day.ts';
import { localDayIn } from '../../../mappings/ledger/local-day.ts';
import { rulesOffTold } from '../../../mappings/watch/rules-off-told.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { FindingsDesk } from '../../continuity/findings-desk.ts';
import { GatewayError } from '../../failures.ts';
import type { Registry } from '../../registry.ts';
import { callerOf, centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { noteAccess } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';

export interface FindingRouteDeps {
  readonly findings: FindingsDesk;
  readonly check: (body: unknown) => readonly Issue[];
  readonly registry: Pick<Registry, 'centre'>;
  readonly body: RequestHandler;
  readonly now: () => Date;
}

const SNOOZE_DAYS_MAX = 90;

/** What asks for a person today: `GET /`, for whoever calls (a pivot sees their own, a program the whole centre), and `POST /{id}/snooze`. */
export function findingRoutes({ findings, check, registry, body, now }: FindingRouteDeps): Router {
  const routes = Router();

  routes.get('/', async (req, res) => {
    const centre = centreOf(res);
    const language = languageAsked(req);
    const mine = req.query.of === 'centre' ? undefined : callerOf(res)?.professional;
    const pivots = (await findings.list({ centre, language })).filter(
      ({ pivot }) => mine === undefined || pivot === mine,
    );
    const children = pivots.flatMap(({ lines }) => lines.map(({ child }) => child));
    await noteAccess(res, { kind: 'findings', how: 'search-type', children });
    res
      .set('Content-Language', language)
      .json({ language, pivots, ...rulesOffTold(registry.centre(centre)?.watchRules, language) });
  });

  routes.post('/:id/snooze', body, async (req, res) => {
    const centre = centreOf(res);
    const { until, reason } = checkedBody<FindingSnooze>(check(req.body), req.body);
    const days = dayOf(until) - localDayIn(registry.centre(centre)?.timeZone ?? 'UTC')(now().getTime());
    if (!(days > 0 && days <= SNOOZE_DAYS_MAX))
      throw new GatewayError('invalidInput', 'not a day to come', { issues: [TOO_FAR] });
    const id = String(req.params.id);
    const child = await findings.childOf(centre, id);
    await noteAccess(res, { kind: 'finding', children: [child] });
    const { professional, client } = callerOf(res) ?? {};
    await findings.snooze(centre, id, until, { reason, by: professional ?? client ?? centre });
    res.json({ id, until });
  });

  return routes;
}

const TOO_FAR: Issue = {
  severity: 'error',
  code: 'business-rule',
  expression: 'until',
  text: {
    fr: `« until » est un jour à venir, dans ${SNOOZE_DAYS_MAX} jours au plus.`,
    en: `"until" is a day to come, in ${SNOOZE_DAYS_MAX} days at most.`,
  },
};
