import { type RequestHandler, Router } from 'express';
import { type Opening, standingOf } from '../../../mappings/break-glass/opening.ts';
import { GLASS_REASONS } from '../../../mappings/break-glass/reasons.ts';
import type { BreakGlassOpening, BreakGlassSignOff } from '../../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { GlassDesk } from '../../break-glass/glass-desk.ts';
import type { Language } from '../../registry.ts';
import { centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { centreReaderIn, noteAccess } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';

export interface BreakGlassRouteDeps {
  readonly glass: GlassDesk;
  readonly check: (act: 'break-glass-opening' | 'break-glass-sign-off', body: unknown) => readonly Issue[];
  readonly body: RequestHandler;
  readonly now: () => Date;
}

/**
 * Emergency access (docs/break-glass.md): `POST /` opens it for an hour, for whoever is named, with a reason; `GET /{id}` reads what it opens; `GET /`
 * lists what waits for a second person, who says of each, by `POST /{id}/sign-off`, whether it was justified.
 */
export function breakGlassRoutes({ glass, check, body, now }: BreakGlassRouteDeps): Router {
  const routes = Router();

  routes.post('/', body, async (req, res) => {
    const by = centreReaderIn(res);
    glass.mayOpen(by);
    const { child, reason } = checkedBody<BreakGlassOpening>(check('break-glass-opening', req.body), req.body);
    const opening = await glass.open(by, { child, reason });
    const language = languageAsked(req);
    res
      .status(201)
      .set({ Location: `/v1/break-glass/${opening.id}`, 'Content-Language': language })
      .json(told(opening, language, now()));
  });

  routes.get('/', async (req, res) => {
    const language = languageAsked(req);
    const waiting = await glass.waiting(centreOf(res));
    const children = waiting.map(({ child }) => child);
    await noteAccess(res, { kind: 'break-glass-list', how: 'search-type', children });
    res
      .set('Content-Language', language)
      .json({ language, openings: waiting.map((opening) => told(opening, language, now())) });
  });

  routes.get('/:id', async (req, res) => {
    const language = languageAsked(req);
    const { opening, seen } = await glass.look(centreReaderIn(res), String(req.params.id));
    await noteAccess(res, { kind: 'break-glass', children: [opening.child], isEmergency: true });
    const { id, until } = opening;
    res
      .set('Content-Language', language)
      .json({ id, until, language, ...seen, allergiesNote: NONE_IS_NOT_NO_ALLERGY[language] });
  });

  routes.post('/:id/sign-off', body, async (req, res) => {
    const { verdict } = checkedBody<BreakGlassSignOff>(check('break-glass-sign-off', req.body), req.body);
    const opening = await glass.sign(centreReaderIn(res), String(req.params.id), verdict);
    const language = languageAsked(req);
    res.set('Content-Language', language).json(told(opening, language, now()));
  });

  return routes;
}

const told = ({ centre: _centre, reason, ...opening }: Opening, language: Language, at: Date) => ({
  ...opening,
  reason: { code: reason, text: GLASS_REASONS[reason][language] },
  isOpen: standingOf({ centre: _centre, reason, ...opening }, at) === 'open',
});

const NONE_IS_NOT_NO_ALLERGY: Bilingual = {
  fr: 'Seulement ce qui est noté à ce dossier : une allergie qui n’y est pas peut exister. Demandez à l’enfant, à la famille ou à qui le soigne.',
  en: 'Only what is noted in this record: an allergy that is not there may exist. Ask the child, the family or whoever cares for them.',
};
