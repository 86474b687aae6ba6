import type { Response } from 'express';
import type { Logger } from 'pino';
import type { Issue } from '../../../profiles/issue.ts';
import type { CollectedTask } from '../../disclosure/request-to-collect.ts';
import { failureKindOf, GatewayError } from '../../failures.ts';
import type { Partner, Registry } from '../../registry.ts';
import { partnerOf } from './authenticate.ts';

/** What is to be noted once an answer is with the partner that collects. */
export interface Receipts {
  /** Each act once the answer is there, whatever it brought. */
  whenSent(res: Response, acts: readonly (() => Promise<void>)[]): void;
  /** What the partner saw has left, if content went with the answer: with none to HEAD, nor with a 304, whoever learnt the version how. */
  leaves(res: Response, shown: readonly Pick<CollectedTask, 'left'>[]): void;
}

/** A receipt that cannot be written now waits for the next look: the log says so. */
export function receiptsOnceSent(log: Logger): Receipts {
  const whenSent: Receipts['whenSent'] = (res, acts) => {
    res.once('finish', () => {
      for (const act of acts)
        act().catch((error: unknown) => {
          log.warn({ kind: failureKindOf(error) }, 'a receipt waits for the next look');
        });
    });
  };
  return {
    whenSent,
    leaves: (res, shown) =>
      whenSent(
        res,
        shown.map((one) => async () => {
          if (bringsContent(res)) await one.left();
        }),
      ),
  };
}

const bringsContent = ({ req, statusCode }: Response): boolean => req.method !== 'HEAD' && statusCode === 200;

/** The partner that calls, if it is one that collects. Throws `forbidden`. */
export function pollerOf(res: Response, registry: Registry): Partner {
  const partner = partnerOf(res, registry);
  if (partner.transport === 'fhir-poll') return partner;
  throw new GatewayError('forbidden', `partner ${partner.id} does not collect`, { issues: [NOT_A_POLLER] });
}

/** One resource, its version as ETag. */
export function sendResource(res: Response, resource: fhir4.FhirResource): void {
  const version = resource.meta?.versionId;
  if (version !== undefined) res.set('ETag', `W/"${version}"`);
  res.type('application/fhir+json').json(resource);
}

const NOT_A_POLLER: Issue = {
  severity: 'error',
  code: 'invalid',
  expression: 'http.Authorization',
  text: {
    fr: 'Le registre dit que les demandes vous sont envoyées ; seuls les partenaires inscrits sous « fhir-poll » les relèvent ici.',
    en: 'The registry says that requests are sent to you; only partners registered as "fhir-poll" collect them here.',
  },
};
