import type { Request, Response } from 'express';
import { GatewayError } from '../../failures.ts';
import type { Exchange } from '../../lanes/exchanges.ts';
import { isNotFree } from '../../lanes/numbers.ts';
import { type Language, languageOf, outcomeIssue } from './operation-outcome.ts';

/** An exchange as the API shows it: ids and states, issues in the caller's language. */
export const exchangeView = (exchange: Exchange, language: Language): object => {
  const { id, kind, concept, identifier, version, state, acceptedAt, syncedAt, fhir, issues } = exchange;
  return {
    id,
    kind,
    ...(concept !== undefined && { concept }),
    identifier,
    ...(version !== undefined && { version }),
    state,
    acceptedAt,
    ...(syncedAt !== undefined && { syncedAt }),
    fhir: fhir ?? [],
    issues: (issues ?? []).map((issue) => outcomeIssue(issue, language)),
  };
};

/**
 * Answers with what became of an accepted event (design.md §2.1): 201 created, 200 revised or superseded, 202 while it is on its way.
 * Throws GatewayError when it failed for good in time.
 */
export function answerExchange(req: Request, res: Response, exchange: Exchange, location: string): void {
  const status = `/v1/exchanges/${exchange.id}`;
  // Refused by the lane, a number that is not free sounds as one that is refused at the door, where there is no exchange.
  if (!isNotFree(exchange.issues ?? [])) res.set('Content-Location', status);
  throwIfFailed(exchange);
  const body = exchangeView(exchange, languageOf(req));
  if (exchange.state === 'accepted' || exchange.state === 'waiting') {
    res
      .status(202)
      .set({ Location: status, Link: `<${status}>; rel="status"`, 'Retry-After': '1' })
      .json(body);
    return;
  }
  if (exchange.version !== undefined) res.set('ETag', `W/"${exchange.version}"`);
  if (exchange.state === 'synced' && exchange.created === true) res.status(201).set('Location', location);
  res.json(body);
}

/** Throws GatewayError when the event failed for good in time: refused, or set aside. */
export function throwIfFailed({ id, state, failure, issues }: Exchange): void {
  if (state === 'refused' || state === 'parked')
    throw new GatewayError(failure ?? 'invalidInput', `exchange ${id} is ${state}`, { issues: issues ?? [] });
}
