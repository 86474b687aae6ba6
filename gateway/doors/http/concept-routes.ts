import { type Request, type RequestHandler, type Response, Router } from 'express';
import { v5 as uuidFrom } from 'uuid';
import type { ConceptMapping, Identified } from '../../../mappings/concepts/concept-mapping.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { Audit } from '../../audit/audit.ts';
import { GatewayError } from '../../failures.ts';
import { contentHash } from '../../lanes/content-hash.ts';
import type { Intake } from '../../lanes/intake.ts';
import type { RecordReader } from '../../record/record-reader.ts';
import type { Registry } from '../../registry.ts';
import { answerExchange } from './answer-exchange.ts';
import { centreOf } from './authenticate.ts';
import { type AnyConcept, conceptEventOf, IDS } from './concept-event.ts';
import { knownAtStated, noteKnownStated } from './known-stated.ts';
import { throwIfMappedWrong } from './mapped-faults.ts';
import { childrenIn, noteAccess } from './note-access.ts';
import { idempotencyKeyOf, ifMatchOf, waitMsOf } from './request-headers.ts';

/** The fields that name a partner by its identifier in the registry. */
const PARTNER_FIELDS = ['recipient', 'partner'] as const;

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
    const { concept, issues } = checked(deps, req.body, id);
    if (concept.centre !== centre) throw otherCentre(centre);
    if (concept.version === undefined && key === undefined) throw keyMissing('version');
    const knownAt = knownAtStated(req, res, { happenedAt: concept.happenedAt, now: deps.now() });
    const event = conceptEventOf(deps, concept, { key, ifMatch: ifMatchOf(req), knownAt });
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
    const pending = await reader.pendingExchange(identifier);
    if (pending !== undefined) res.set('Link', `</v1/exchanges/${pending}>; rel="status"`);
    const read = await reader.concept(mapping, type, identifier);
    if (read === undefined) throw new GatewayError('notFound', `no ${mapping.name}`);
    await noteAccess(res, { kind: mapping.name, on: [{ type, identifier }], children: childrenIn(read.concept) });
    res.set('ETag', `W/"${read.version}"`).json({ ...read.concept, record: read.record });
  });

  return routes;
}

const idIn = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : undefined;

/** The body as a concept with its id, and the warnings about it. Throws `invalidInput` with everything that is wrong. */
function checked<C extends AnyConcept>(
  { check, registry }: ConceptRouteDeps<C>,
  body: unknown,
  id: string,
): { concept: Identified<C>; issues: readonly Issue[] } {
  const given = idIn(body);
  if (given !== undefined && given !== id) throw new GatewayError('invalidInput', 'two ids', { issues: [TWO_IDS] });
  const whole = typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, id } : body;
  const issues = check(whole);
  if (issues.some(({ severity }) => severity === 'error'))
    throw new GatewayError('invalidInput', 'the body is not valid', { issues });
  // The checker has just said that this is the concept.
  const concept = whole as Identified<C>;
  const unknown = PARTNER_FIELDS.filter((field) => {
    const named = concept[field];
    return named !== undefined && registry.partner(named) === undefined;
  });
  if (unknown.length > 0) {
    const unknownOnes = unknown.map((field) => unknownPartner(field, registry));
    throw new GatewayError('invalidInput', 'unknown partner', { issues: unknownOnes });
  }
  return { concept, issues };
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

const otherCentre = (centre: string): GatewayError =>
  new GatewayError('forbidden', 'another centre', {
    issues: [
      {
        severity: 'error',
        code: 'value',
        expression: 'centre',
        text: {
          fr: `Votre jeton est celui du centre « ${centre} » : « centre » doit le nommer.`,
          en: `Your token is that of the centre "${centre}": "centre" must name it.`,
        },
      },
    ],
  });

const TWO_IDS: Issue = {
  severity: 'error',
  code: 'value',
  expression: 'id',
  text: {
    fr: '« id » diffère de celui de l’adresse. Gardez le même, ou retirez-le du corps.',
    en: '"id" differs from the one in the address. Keep the same, or leave it out of the body.',
  },
};

const unknownPartner = (expression: (typeof PARTNER_FIELDS)[number], registry: Registry): Issue => ({
  severity: 'error',
  code: 'value',
  expression,
  text: {
    fr: `Ce partenaire n’est pas au registre. Connus : ${registry.partners.map(({ id }) => id).join(', ')}.`,
    en: `This partner is not in the registry. Known: ${registry.partners.map(({ id }) => id).join(', ')}.`,
  },
});
