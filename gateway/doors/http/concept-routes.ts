import { type Request, type RequestHandler, type Response, Router } from 'express';
import { v5 as uuidFrom } from 'uuid';
import type { ConceptMapping } from '../../../mappings/concepts/concept-mapping.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { Audit } from '../../audit/audit.ts';
import { GatewayError } from '../../failures.ts';
import { contentHash } from '../../lanes/content-hash.ts';
import type { Intake } from '../../lanes/intake.ts';
import type { RecordReader } from '../../record/record-reader.ts';
import type { Registry } from '../../registry.ts';
import { answerExchange } from './answer-exchange.ts';
import { centreOf } from './authenticate.ts';
import { checkedConcept, idIn } from './checked-concept.ts';
import { type AnyConcept, conceptEventOf, IDS } from './concept-event.ts';
import { knownAtStated, noteKnownStated } from './known-stated.ts';
import { throwIfMappedWrong } from './mapped-faults.ts';
import { childrenIn, noteAccess } from './note-access.ts';
import { kindsHiddenFrom } from './request-for-role.ts';
import { idempotencyKeyOf, ifMatchOf, waitMsOf } from './request-headers.ts';

export interface ConceptRouteDeps<C extends AnyConcept> {
  readonly mapping: ConceptMapping<C>;
  /** Plural in URLs: `care-circles`. */
  readonly plural: string;
  /** All that is wrong or to be told about a body. */
  readonly check: (body: unknown) => readonly Issue[];
  readonly intake: Intake;
  readonly reader: RecordReader;
  readonly registry: Registry;
  readonly audit: Pick<Audit, 'act'>;
  readonly body: RequestHandler;
  readonly now: () => Date;
}

/** `PUT /{id}`, `POST /` and `GET /{id}` of one concept: durable before it is answered. */
export function conceptRoutes<C extends AnyConcept>(deps: ConceptRouteDeps<C>): Router {
  const { mapping, plural, reader } = deps;
  const routes = Router();

  const write = async (req: Request, res: Response, idInPath: string | undefined): Promise<void> => {
    const centre = centreOf(res);
    const key = idempotencyKeyOf(req);
    const id =
      idInPath ?? idIn(req.body) ?? (key === undefined ? undefined : uuidFrom(`${centre}|${mapping.name}|${key}`, IDS));
    if (id === undefined) throw keyMissing('id');
    const { concept, issues } = checkedConcept<C>(deps, req.body, { id, centre });
    if (concept.version === undefined && key === undefined) throw keyMissing('version');
    const knownAt = knownAtStated(req, res, { happenedAt: concept.happenedAt, now: deps.now() });
    const hides = kindsHiddenFrom(res, mapping.root(centre).type);
    const event = conceptEventOf(deps, concept, { key, ifMatch: ifMatchOf(req), knownAt, hides });
    throwIfMappedWrong(event.bundle);
    await noteKnownStated(deps.audit, event);
    const exchange = await deps.intake.accept({
      event,
      identifier: id,
      issues,
      waitMs: waitMsOf(req),
      ...(key !== undefined && { idempotency: { key, contentHash: contentHash({ ...concept, path: req.path }) } }),
    });
    answerExchange(req, res, exchange, `/v1/${plural}/${id}`);
  };

  routes.put('/:id', deps.body, (req, res) => write(req, res, String(req.params.id)));
  routes.post('/', deps.body, (req, res) => write(req, res, undefined));

  routes.get('/:id', async (req, res) => {
    const { type, system } = mapping.root(centreOf(res));
    const identifier = { system, value: String(req.params.id) };
    const hides = kindsHiddenFrom(res, type);
    const pending = await reader.pendingExchange(identifier);
    const read = await reader.concept(mapping, type, identifier, hides);
    // What waits may be about what is hidden: it is told with what is seen, or to whom nothing is hidden.
    if (pending !== undefined && (read !== undefined || hides.length === 0))
      res.set('Link', `</v1/exchanges/${pending}>; rel="status"`);
    if (read === undefined) throw new GatewayError('notFound', `no ${mapping.name}`);
    await noteAccess(res, { kind: mapping.name, on: [{ type, identifier }], children: childrenIn(read.concept) });
    res.set('ETag', `W/"${read.version}"`).json({ ...read.concept, record: read.record });
  });

  return routes;
}

const keyMissing = (field: 'id' | 'version'): GatewayError =>
  new GatewayError('invalidInput', `no ${field} and no key`, {
    issues: [
      {
        severity: 'error',
        code: 'required',
        expression: field,
        text: {
          fr: `Sans « ${field} », envoyez un en-tête Idempotency-Key : sans lui, un renvoi créerait un double.`,
          en: `Without "${field}", send an Idempotency-Key header: without it, sending again would make a duplicate.`,
        },
      },
    ],
  });
