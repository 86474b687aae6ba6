import type { Request, Response } from 'express';
import type { LaneEvent } from '../../../mappings/domain/lane-events.ts';
import { FORMATS } from '../../../profiles/formats.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { momentSpan } from '../../../profiles/moment-span.ts';
import { grantsStatingKnown, STATE_KNOWN_SCOPE } from '../../access/scopes.ts';
import type { Audit } from '../../audit/audit.ts';
import { GatewayError } from '../../failures.ts';
import { callerOf } from './authenticate.ts';

export const KNOWN_AT_HEADER = 'Passerelle-Known-At';

/**
 * Since when the caller says that it was known (`Passerelle-Known-At`), as an instant in UTC; undefined when it does not say: since now. A
 * program takes over so what was written down elsewhere; a person who acts now knows now, whatever the scopes.
 * Throws `forbidden` without the scope, `malformed` for what is no instant, `invalidInput` for one that is ahead or before it happened.
 */
export function knownAtStated(
  req: Request,
  res: Response,
  { happenedAt, now }: { readonly happenedAt: string; readonly now: Date },
): string | undefined {
  const header = req.get(KNOWN_AT_HEADER);
  if (header === undefined) return undefined;
  const { scopes = [], professional, role } = callerOf(res) ?? {};
  if (!grantsStatingKnown(scopes) || professional !== undefined || role !== undefined) {
    res.set('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${STATE_KNOWN_SCOPE}"`);
    throw wrong('forbidden', 'forbidden', NOT_YOURS_TO_SAY);
  }
  if (!FORMATS['fhir-instant'](header)) throw wrong('malformed', 'value', NO_INSTANT);
  const atMs = Date.parse(header);
  if (atMs > now.getTime()) throw wrong('invalidInput', 'invariant', AHEAD);
  if (atMs < momentSpan(happenedAt).startMs) throw wrong('invalidInput', 'invariant', BEFORE);
  return new Date(atMs).toISOString();
}

/** Writes in the audit, before the event is, that a centre’s program said since when it was known. Throws `unavailable`: then nothing is written. */
export async function noteKnownStated(audit: Pick<Audit, 'act'>, event: LaneEvent): Promise<void> {
  const { exchangeId, centre, recordedAt, knownAt } = event;
  if (knownAt === undefined) return;
  await audit.act({
    what: 'state-known',
    by: { centre },
    on: [{ identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${exchangeId}` } }],
    at: recordedAt,
  });
}

const wrong = (kind: 'forbidden' | 'malformed' | 'invalidInput', code: Issue['code'], text: Issue['text']) =>
  new GatewayError(kind, `header ${KNOWN_AT_HEADER}`, {
    issues: [{ severity: 'error', code, expression: `http.${KNOWN_AT_HEADER}`, text }],
  });

const NOT_YOURS_TO_SAY = {
  fr: `Dire depuis quand on savait est réservé à un programme du centre qui a la portée ${STATE_KNOWN_SCOPE}. Retirez ${KNOWN_AT_HEADER} : ce sera su à partir de maintenant.`,
  en: `Saying since when something was known is for a program of the centre that has the scope ${STATE_KNOWN_SCOPE}. Leave out ${KNOWN_AT_HEADER}: it will be known from now on.`,
};

const NO_INSTANT = {
  fr: `${KNOWN_AT_HEADER} doit être un instant, avec l’heure et le décalage, comme 2026-09-18T14:05:00-04:00.`,
  en: `${KNOWN_AT_HEADER} must be an instant, with time and offset, like 2026-09-18T14:05:00-04:00.`,
};

const AHEAD = {
  fr: `${KNOWN_AT_HEADER} est dans le futur ; écrivez depuis quand on le savait.`,
  en: `${KNOWN_AT_HEADER} is in the future; write since when it was known.`,
};

const BEFORE = {
  fr: `${KNOWN_AT_HEADER} est avant happenedAt : on ne sait pas ce qui n’est pas encore arrivé. Corrigez l’un des deux.`,
  en: `${KNOWN_AT_HEADER} is before happenedAt: nobody knows what has not happened yet. Correct one of the two.`,
};
