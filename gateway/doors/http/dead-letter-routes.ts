import { type RequestHandler, type Response, Router } from 'express';
import { CONCEPT_MAPPINGS } from '../../../mappings/concepts/concept-mappings.ts';
import type { LaneEvent } from '../../../mappings/domain/lane-events.ts';
import { CONCEPT_PLURALS } from '../../../profiles/concept-names.ts';
import type { Audit } from '../../audit/audit.ts';
import { GatewayError } from '../../failures.ts';
import { openEvent } from '../../lanes/lane-envelope.ts';
import type { Seal } from '../../lanes/sealing.ts';
import type { DeadLetter } from '../../set-aside/dead-letter.ts';
import type { DeadLetters } from '../../set-aside/dead-letters.ts';
import { letterReference, type ReplayAsked, type ReplayOutcome } from '../../set-aside/replay.ts';
import { centreOf, operatorOf, sightOf } from './authenticate.ts';
import { limitAsked } from './limit-asked.ts';
import { childrenIn, noteAccess, requestsOf } from './note-access.ts';
import { type Language, languageOf, outcomeIssue } from './operation-outcome.ts';
import { letterFilterReader, replayRequestReader } from './replay-request.ts';

export interface DeadLetterRouteDeps {
  readonly letters: DeadLetters;
  readonly replay: (asked: ReplayAsked, by: string) => Promise<ReplayOutcome>;
  readonly seal: Seal;
  readonly audit: Pick<Audit, 'act'>;
  readonly body: RequestHandler;
  readonly now: () => Date;
}

/**
 * What was set aside. An operator sees the transport and the reason of all of it, and puts it back; a centre sees its own, and only a centre
 * sees content, as an audited access. It is repaired by a newer version, sent to the address that each letter names.
 */
export function deadLetterRoutes({ letters, replay, seal, audit, body, now }: DeadLetterRouteDeps): Router {
  const routes = Router();
  const filterIn = letterFilterReader();
  const replayIn = replayRequestReader();

  /** A letter that the caller may be told of. Throws `notFound`: unknown and not yours look the same. */
  const letterFor = async (res: Response, id: string): Promise<DeadLetter> => {
    const { centre } = sightOf(res);
    const letter = await letters.find(id);
    if (letter === undefined || (centre !== undefined && letter.centre !== centre))
      throw new GatewayError('notFound', 'no such dead letter');
    return letter;
  };

  /** Of what nobody can open any more, none: it is closed all the same. */
  const childrenSealedIn = async (id: string): Promise<readonly string[]> => {
    const sealed = await letters.sealed(id);
    try {
      return sealed === undefined ? [] : childrenOf(openEvent(seal, sealed));
    } catch {
      return [];
    }
  };

  routes.get('/', async (req, res) => {
    const found = await letters.list({ ...filterIn(req.query), ...sightOf(res) });
    const shown = found.slice(0, limitAsked(req));
    res.json({ total: found.length, letters: shown.map((letter) => letterView(letter, languageOf(req))) });
  });

  routes.post('/replays', body, async (req, res) => {
    res.json(await replay(replayIn(req.body), operatorOf(res)));
  });

  routes.get('/:id', async (req, res) => {
    res.json(letterView(await letterFor(res, req.params.id), languageOf(req)));
  });

  routes.get('/:id/content', async (req, res) => {
    const centre = centreOf(res);
    const letter = await letterFor(res, req.params.id);
    const sealed = await letters.sealed(letter.id);
    if (sealed === undefined) throw new GatewayError('notFound', 'a delivery has no content of its own');
    const event = openEvent(seal, sealed);
    await noteAccess(res, { kind: SET_ASIDE, on: namedIn(letter, centre), children: childrenOf(event) });
    res.json({ ...letterView(letter, languageOf(req)), content: contentOf(event) });
  });

  routes.post('/:id/close', async (req, res) => {
    const letter = await letterFor(res, req.params.id);
    const { centre } = sightOf(res);
    if (centre === undefined) {
      const operator = operatorOf(res);
      const at = now().toISOString();
      await audit.act({ what: 'close', by: { operator }, on: [letterReference(letter)], at });
    } else {
      // What it held is gone then, unread.
      const children = await childrenSealedIn(letter.id);
      await noteAccess(res, { kind: SET_ASIDE, how: 'delete', why: 'closed', on: namedIn(letter, centre), children });
    }
    await letters.close(letter);
    res.json(letterView(letter, languageOf(req)));
  });

  return routes;
}

/** The word of the register. */
const SET_ASIDE = 'set-aside';

/** What was set aside, and the centre’s request that it is about, so that an extract knows of which it speaks. */
function namedIn(letter: DeadLetter, centre: string): readonly fhir4.Reference[] {
  const { kind, concept, identifier } = letter;
  const isOfRequest = kind !== 'concept' || REQUEST_CONCEPTS.has(concept);
  const requests = isOfRequest && identifier !== undefined ? requestsOf(centre, [{ id: identifier }]) : [];
  return [letterReference(letter), ...requests];
}

const REQUEST_CONCEPTS: ReadonlySet<string | undefined> = new Set([
  'social-prescription',
  'legal-referral',
  'service-referral',
]);

/** The centre’s numbers of the children whom an event names. */
function childrenOf(event: LaneEvent): readonly string[] {
  if (event.kind === 'inbound') {
    const { said } = event;
    return said.what === 'settled' && 'child' in said.settlement ? [said.settlement.child] : [];
  }
  const content = event.kind === 'concept' ? contentOf(event) : undefined;
  const inContent = typeof content === 'object' && content !== null ? childrenIn(content) : [];
  return event.child === undefined ? inContent : [event.child, ...inContent];
}

/** A letter as the API shows it: ids, the reason in the caller's language, and where its newer version is to be sent. */
function letterView({ issues, recordedAt, rounds: _rounds, ...letter }: DeadLetter, language: Language): object {
  const repair = repairAt(letter);
  return {
    ...letter,
    ...(recordedAt !== undefined && { acceptedAt: recordedAt }),
    issues: issues.map((issue) => outcomeIssue(issue, language)),
    ...(repair !== undefined && { repair }),
  };
}

function repairAt({ kind, concept, identifier }: Pick<DeadLetter, 'kind' | 'concept' | 'identifier'>) {
  if (kind === 'answer') return { method: 'POST', path: `/v1/referrals/${identifier}/answers` };
  const plural = Object.entries(CONCEPT_PLURALS).find(([name]) => name === concept)?.[1];
  return plural === undefined || identifier === undefined
    ? undefined
    : { method: 'PUT', path: `/v1/${plural}/${identifier}` };
}

/** What was sent, in the words of the API where it can be read back, so that it can be corrected and sent again; else as it was mapped. */
function contentOf(event: LaneEvent): unknown {
  if (event.kind === 'inbound') return event.said;
  if (event.kind !== 'concept') return event.kind === 'answer' ? event.answer : event.dispatch;
  const mapping = Object.values(CONCEPT_MAPPINGS).find(({ name }) => name === event.concept);
  const read = mapping?.fromResources((event.bundle.entry ?? []).flatMap(({ resource }) => resource ?? []));
  if (read?.ok !== true) return event.bundle;
  return { ...read.value, ...(event.version !== undefined && { version: event.version }) };
}
