import { type RequestHandler, Router } from 'express';
import { type ToldBefore, toldBefore } from '../../../mappings/corrections/told-before.ts';
import type { CorrectionSearch } from '../../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { givenThrough } from '../../disclosure/given-through.ts';
import { GatewayError } from '../../failures.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import { readGivenVersions } from '../../record/given-versions.ts';
import type { Registry } from '../../registry.ts';
import { readChildFile } from '../../retention/child-file.ts';
import { centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { noteAccess } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';

export interface CorrectionRouteDeps {
  readonly store: FhirStore;
  readonly registry: Registry;
  readonly check: (body: unknown) => readonly Issue[];
  readonly body: RequestHandler;
}

/** `POST /_search`: who was given which version of what concerns a child, and who must be told that it was corrected, by whom. */
export function correctionRoutes({ store, registry, check, body }: CorrectionRouteDeps): Router {
  const routes = Router();

  routes.post('/_search', body, async (req, res) => {
    const { child } = checkedBody<CorrectionSearch>(check(req.body), req.body);
    const centre = centreOf(res);
    const language = languageAsked(req);
    await noteAccess(res, { kind: 'corrections', how: 'search-type', children: [child] });
    const file = await readChildFile(store, centre, child);
    if (file === undefined) throw new GatewayError('notFound', 'no file of this number');
    const { earlier } = await readGivenVersions(store, centre, file.resources);
    const entries = toldBefore(file.resources, { centre, earlier, ...givenThrough(registry) }).map((entry) => ({
      ...entry,
      text: lineOf(entry, registry.partner(entry.recipient)?.name[language] ?? entry.recipient, language),
    }));
    const toTell = entries.filter(({ toldBy }) => toldBy === 'person').length;
    res.set('Content-Language', language).json({ language, entries, toTell });
  });

  return routes;
}

function lineOf({ request, given, revised, toldBy }: ToldBefore, partner: string, language: keyof Bilingual): string {
  const what = revised.map((it) => REVISED[it][language]).join(', ');
  const day = given.at.slice(0, 10);
  if (language === 'fr')
    return {
      nobody: `${partner} a ce qui tient (demande ${request}, version ${given.version}, ${day}).`,
      gateway: `${partner} a reçu la version ${given.version} de la demande ${request} le ${day} ; la nouvelle part toute seule.`,
      person: `À dire à ${partner} : ${what} a été corrigé depuis le ${day} (demande ${request}). Dites-le, puis notez-le : POST /v1/referrals/${request}/dispatches.`,
    }[toldBy];
  return {
    nobody: `${partner} has what stands (request ${request}, version ${given.version}, ${day}).`,
    gateway: `${partner} was given version ${given.version} of request ${request} on ${day}; the new one leaves by itself.`,
    person: `Tell ${partner}: ${what} was corrected since ${day} (request ${request}). Say it, then write it down: POST /v1/referrals/${request}/dispatches.`,
  }[toldBy];
}

const REVISED = {
  request: { fr: 'la demande', en: 'the request' },
  circle: { fr: 'ce qui est montré de l’enfant', en: 'what is shown of the child' },
  'maybe-circle': { fr: 'peut-être ce qui est montré de l’enfant', en: 'what is shown of the child, perhaps' },
  letter: { fr: 'une lettre', en: 'a letter' },
} as const satisfies Readonly<Record<string, Bilingual>>;
