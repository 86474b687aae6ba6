import { v5 as uuidFrom } from 'uuid';
import { toldToPartner } from '../../mappings/concepts/answer-warnings.ts';
import type { Heard, Message, RequestNumber, WordsHeard } from '../../mappings/dialects/dialect.ts';
import { readerOf } from '../../mappings/dialects/dialects.ts';
import { lettersHeard } from '../../mappings/dialects/letters-heard.ts';
import type { AnswerEvent, LaneEvent, SaidOfInbound } from '../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Issue } from '../../profiles/issue.ts';
import { GatewayError } from '../failures.ts';
import { contentHash } from '../lanes/content-hash.ts';
import type { Exchange } from '../lanes/exchanges.ts';
import type { Intake } from '../lanes/intake.ts';
import type { RequestFinder } from '../record/request-finder.ts';
import { NO_REPLICAS, type Replicas } from '../redis/replicas.ts';
import type { Partner, Registry } from '../registry.ts';
import { DESTROYED } from '../retention/destroyed.ts';
import type { InboundHearing } from './hear-inbound.ts';
import { letterEvent, letterPlaceIn } from './letter-event.ts';
import { notYetHappened } from './not-yet-happened.ts';
import type { WordsDesk, WordsWaiting } from './words-desk.ts';

/** What became of a partner's message: durable, each thing that it says an exchange of its own. */
export interface HeardOutcome {
  /** The sender's own id of the message; empty where its dialect has none. */
  readonly messageId: string;
  readonly exchanges: readonly Exchange[];
  /** What could not be carried, what is never kept, and what the sync had to say in time. */
  readonly issues: readonly Issue[];
}

export interface Hearing {
  /**
   * Reads a message in the partner's dialect and makes all that it says durable, or nothing of it; when this returns, it may be
   * acknowledged. The same message again changes nothing. Waits up to `waitMs` milliseconds for the sync.
   * Throws GatewayError: `invalidInput` with everything that is wrong, `notFound` for a number that is not this partner's, `unavailable`.
   */
  hear(partner: Partner, message: Message, waitMs: number): Promise<HeardOutcome>;
}

export interface HearingDeps {
  readonly intake: Intake;
  readonly finder: Pick<RequestFinder, 'toldUnder'>;
  readonly inbound: InboundHearing;
  readonly words: WordsDesk;
  /** Who must have the words beside Redis itself; nobody when absent. */
  readonly replicas?: Replicas;
  readonly registry: Registry;
  readonly now: () => Date;
}

/** One thing said, and what it comes to: events of a lane, words for a person to read, or both. */
interface Taken {
  /** The request that it is about, by the centre's own number. */
  readonly identifier: string;
  readonly centre: string;
  readonly events: readonly LaneEvent[];
  readonly issues: readonly Issue[];
  readonly words: readonly WordsHeard[];
}

const HEARD = '7d1c3f52-0a6e-5a86-9c1d-1b5f8e4a6c33';

export function hearing({
  intake,
  finder,
  inbound,
  words,
  registry,
  replicas = NO_REPLICAS,
  now,
}: HearingDeps): Hearing {
  /** What we asked of this partner under that number; unknown, not yours and never shown to you are alike. */
  const ours = async (partner: Partner, { system = IDENTIFIERS.task, value }: RequestNumber) =>
    system === IDENTIFIERS.task ? finder.toldUnder(value, partner.id) : undefined;

  const answered = async (partner: Partner, said: AnswerHeard, exchangeId: string): Promise<Taken> => {
    const facts = await ours(partner, said.number);
    if (facts === undefined) throw nothingOfYours();
    const { centre, child, request } = facts;
    const { letters, issues } = lettersIn(partner, said.letters, said.answer.happenedAt);
    const event: AnswerEvent = {
      kind: 'answer',
      exchangeId,
      centre,
      child,
      request,
      fromPartner: partner.id,
      recordedAt: now().toISOString(),
      answer: said.answer,
      ...(letters.length > 0 && { letters }),
    };
    return { identifier: request, centre, events: [event], issues, words: said.words };
  };

  /** What a partner says of a request that exists: its own, or, if it is only words, ours. */
  const saidLater = async (
    partner: Partner,
    said: SaidLater,
    exchangeId: string,
    messageId: string,
  ): Promise<Taken> => {
    const facts = await ours(partner, said.number);
    if (facts !== undefined) {
      if (said.kind !== 'note') throw new GatewayError('invalidInput', `a ${said.kind}`, { issues: [ANSWERS_ONLY] });
      const { letters, issues } = lettersIn(partner, said.letters, said.happenedAt);
      const events = letters.map((letter) => letterEvent({ ...facts, registry, now }, letter));
      return { identifier: facts.request, centre: facts.centre, events, issues, words: said.words };
    }
    const known = await inbound.find(partner, said.number);
    if (known === undefined) throw nothingOfYours();
    const about = { identifier: known.referral, centre: known.centre, issues: [] };
    if (said.kind === 'note') {
      const { letters, issues } = lettersIn(partner, said.letters, said.happenedAt);
      const came = { what: 'letters', letters } as const;
      const events = letters.length === 0 ? [] : [inbound.saidOf(partner, known, came, exchangeId)];
      return { ...about, events, issues, words: said.words };
    }
    const what: SaidOfInbound =
      said.kind === 'status-asked'
        ? { what: 'status-asked', messageId }
        : {
            what: 'taken-back',
            state: said.state,
            ...(said.happenedAt !== undefined && { happenedAt: said.happenedAt }),
          };
    return {
      ...about,
      events: [inbound.saidOf(partner, known, what, exchangeId)],
      words: said.kind === 'cancellation' ? said.words : [],
    };
  };

  /** What one thing said is about, before anything is written. Throws `notFound`, `invalidInput`. */
  const taken = async (partner: Partner, messageId: string, said: Heard): Promise<Taken> => {
    const exchangeId = uuidFrom(`${partner.id}|${messageId}|${contentHash(said)}`, HEARD);
    switch (said.kind) {
      case 'answer':
        return answered(partner, said, exchangeId);
      case 'request': {
        const { event, issues } = await inbound.asked(partner, said, exchangeId);
        return { identifier: event.referral, centre: event.centre, events: [event], issues, words: said.words };
      }
      default:
        return saidLater(partner, said, exchangeId, messageId);
    }
  };

  return {
    async hear(partner, message, waitMs) {
      const read = readerOf(partner.dialect)?.read(message, { partner: partner.id });
      if (read === undefined) throw new GatewayError('forbidden', `partner ${partner.id} has no system`);
      if (!read.ok)
        throw new GatewayError('invalidInput', 'a message that says nothing we can read', { issues: read.issues });

      const { messageId, heard, issues } = read.value;
      const tooEarly = heard.flatMap((said) => notYetHappened(said, partner, now()));
      if (tooEarly.length > 0) throw new GatewayError('invalidInput', 'said to happen later', { issues: tooEarly });
      const all = await Promise.all(heard.map((said) => taken(partner, messageId, said)));
      const copied = replicas.begin();
      await words.keepWaiting(
        all.flatMap((one) => waitingWords(one, `${partner.id}|${messageId}`, partner, now().toISOString())),
      );
      await copied();
      const exchanges: Exchange[] = [];
      for (const { events, identifier, issues: own } of all) {
        const found = [...issues, ...own];
        for (const event of events)
          exchanges.push(forPartner(await intake.accept({ event, identifier, issues: found, waitMs }), found));
      }
      const told = exchanges.flatMap((exchange) => exchange.issues ?? []);
      const unqueued = all.flatMap((one) => (one.events.length === 0 ? one.issues : []));
      return { messageId, exchanges, issues: [...(exchanges.length === 0 ? issues : told), ...unqueued] };
    },
  };
}

/**
 * What became of it, as its sender may be told: what was found in its own message, and of the rest what is written for a partner. What the record
 * waits for, and why, is by the centre’s own numbers.
 */
function forPartner({ issues: all = [], ...exchange }: Exchange, found: readonly Issue[]): Exchange {
  const told = [...found, ...toldToPartner(all), ...all.filter(({ code }) => code === DESTROYED.code)];
  const isFailed = exchange.state === 'refused' || exchange.state === 'parked';
  return { ...exchange, issues: isFailed && !told.some(isError) ? [...told, NOT_TAKEN] : told };
}

const isError = ({ severity }: Issue): boolean => severity === 'error';

const NOT_TAKEN: Issue = {
  severity: 'error',
  code: 'processing',
  text: {
    fr: 'Le centre n’a pas pu inscrire ceci : une personne y regarde. Appelez-le si c’est pressé.',
    en: 'The centre could not record this: a person is looking at it. Call them if it is urgent.',
  },
};

type AnswerHeard = Extract<Heard, { readonly kind: 'answer' }>;
type SaidLater = Exclude<Heard, { readonly kind: 'answer' | 'request' }>;

/** The letters of a message as they can be kept; a v2 message has its files in OBX-5. */
const lettersIn = ({ dialect }: Partner, letters: readonly fhir4.DocumentReference[], happenedAt: string) =>
  lettersHeard(letters, { happenedAt, placeOf: letterPlaceIn(dialect) });

/** Made from the message, the place and the words: the same message again makes no second ones. */
const waitingWords = (
  { identifier, centre, words }: Taken,
  message: string,
  partner: Partner,
  heardAt: string,
): readonly WordsWaiting[] =>
  words.map(({ where, words: said }) => ({
    id: uuidFrom(`${message}|${identifier}|${where}|${said}`, HEARD),
    centre,
    from: partner.id,
    request: identifier,
    where,
    words: said,
    heardAt,
  }));

const nothingOfYours = (): GatewayError => new GatewayError('notFound', 'no such task');

const ANSWERS_ONLY: Issue = {
  severity: 'error',
  code: 'not-supported',
  expression: 'Task.status',
  text: {
    fr: 'Ce statut n’est pas une réponse. Le destinataire peut dire : received, accepted, rejected, in-progress, on-hold, completed ou failed.',
    en: 'This status is not an answer. The owner may say: received, accepted, rejected, in-progress, on-hold, completed or failed.',
  },
};
