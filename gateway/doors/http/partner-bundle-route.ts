import { type RequestHandler, Router } from 'express';
import { checkResource } from '../../../profiles/check-resource.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import type { Hearing } from '../../hearing/hear.ts';
import type { Registry } from '../../registry.ts';
import { throwIfFailed } from './answer-exchange.ts';
import { partnerOf } from './authenticate.ts';
import { languageOf, operationOutcome } from './operation-outcome.ts';
import { waitMsOf } from './request-headers.ts';

export interface PartnerBundleRouteDeps {
  readonly hearing: Hearing;
  readonly registry: Registry;
  readonly body: RequestHandler;
}

/**
 * `POST /fhir`: a partner's system sends a Bundle (transaction, batch or collection) in its own dialect: a request to a centre, its
 * withdrawal, or an answer. All of it is durable before it is answered, or nothing of it.
 */
export function partnerBundleRoute({ hearing, registry, body }: PartnerBundleRouteDeps): Router {
  const routes = Router();

  routes.post('/', body, async (req, res) => {
    const partner = partnerOf(res, registry);
    const bundle: unknown = req.body;
    if (!isBundle(bundle)) throw new GatewayError('invalidInput', 'not a Bundle', { issues: [NOT_A_BUNDLE] });
    // A code that a system does not have is no reason to lose a message: where we read it, the dialect warns of it.
    const faults = checkResource(bundle).filter(({ severity, rule }) => severity === 'error' && rule !== 'code');
    if (faults.length > 0) throw new GatewayError('invalidInput', 'not a valid Bundle', { issues: faults });

    const { exchanges, issues } = await hearing.hear(partner, { form: 'fhir', bundle }, waitMsOf(req));
    for (const exchange of exchanges) throwIfFailed(exchange);
    const done = exchanges.every(({ state }) => state !== 'accepted' && state !== 'waiting');
    res
      .status(done ? 200 : 202)
      .type('application/fhir+json')
      .json(operationOutcome(issues, languageOf(req)));
  });

  return routes;
}

/** The checker says the rest, just after. */
const isBundle = (body: unknown): body is fhir4.Bundle<fhir4.FhirResource> =>
  typeof body === 'object' && body !== null && 'resourceType' in body && body.resourceType === 'Bundle';

const NOT_A_BUNDLE: Issue = {
  severity: 'error',
  code: 'structure',
  expression: 'Bundle',
  text: {
    fr: 'Un Bundle est attendu ici : Task, ServiceRequest et ce qui va avec, dans une seule transaction.',
    en: 'A Bundle is expected here: Task, ServiceRequest and what goes with them, in one transaction.',
  },
};
