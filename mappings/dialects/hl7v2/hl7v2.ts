import type { Issue, Mapped } from '../../domain/mapped.ts';
import type { Dialect, HeardMessage, IncomingContext, Message } from '../dialect.ts';
import { type Header, headerOf } from './header.ts';
import { withoutForbidden } from './never-kept.ts';
import { segmentsOf } from './parsed-message.ts';
import { answerHeard } from './read-answer.ts';
import { APPOINTMENT_EVENTS, appointmentHeard } from './read-appointment.ts';
import { referralHeard } from './read-referral.ts';
import type { OneHeard, Source } from './source.ts';
import { writeAnswer } from './write-answer.ts';
import { writeCancellation } from './write-cancellation.ts';
import { writeRequest } from './write-request.ts';

/**
 * HL7 v2: REF and RRI of I12 to I15, SIU of S12, S15 and S26. Written in 2.5.1, read from 2.3.1 on. Its losses stand in `mappings/README.md`; no public
 * Québec profile of REF exists, so this is HL7's own standard and a first agreement with a site, not its last.
 */
export const hl7v2: Dialect = { writeRequest, writeCancellation, writeAnswer, read };

const VERSIONS: ReadonlySet<string> = new Set(['2.3.1', '2.4', '2.5', '2.5.1']);

const REFERRAL_EVENTS: ReadonlySet<string> = new Set(['I12', 'I13', 'I14', 'I15']);

/** What reads each type of message, and of which events. */
const READERS: Readonly<
  Record<string, { readonly reads: (source: Source) => OneHeard; readonly events: ReadonlySet<string> }>
> = {
  REF: { reads: referralHeard, events: REFERRAL_EVENTS },
  RRI: { reads: answerHeard, events: REFERRAL_EVENTS },
  SIU: { reads: appointmentHeard, events: new Set(Object.keys(APPOINTMENT_EVENTS)) },
};

/** Of every centre that we know, in Québec and in Ontario. */
const TIME_ZONE = 'America/Toronto';

function read(message: Message, { partner, timeZone = TIME_ZONE }: IncomingContext): Mapped<HeardMessage> {
  if (message.form !== 'hl7v2') return { ok: false, issues: [NOT_HL7] };
  const header = headerOf(message.text);
  if (!header.ok) return header;
  const unfit = unfitFor(header.value);
  const reader = READERS[header.value.type];
  if (reader === undefined || unfit.length > 0) return { ok: false, issues: unfit };
  const parsed = segmentsOf(message.text);
  if (!parsed.ok) return parsed;
  if (parsed.value.some(({ name }) => name === 'DSC' || name === 'ADD')) return { ok: false, issues: [IN_PIECES] };
  const { segments, issues } = withoutForbidden(parsed.value);
  const said = reader.reads({ header: header.value, segments, partner, timeZone });
  if (!said.ok) return { ok: false, issues: [...said.issues, ...issues] };
  return {
    ok: true,
    value: {
      messageId: header.value.controlId,
      heard: [said.value.heard],
      issues: [...issues, ...said.value.issues],
    },
  };
}

/** Why a message with this header is not for us: its type, its event, its version. */
function unfitFor({ type, trigger, version, processingId, continuation }: Header): readonly Issue[] {
  const reader = READERS[type];
  return [
    ...(type === 'ACK' ? [NOT_AN_ANSWER] : reader === undefined ? [UNKNOWN_TYPE] : []),
    ...(reader !== undefined && !reader.events.has(trigger) ? [UNKNOWN_EVENT] : []),
    ...(VERSIONS.has(version) ? [] : [UNKNOWN_VERSION]),
    ...(processingId === '' || processingId === 'P' ? [] : [FOR_TRAINING]),
    ...(continuation === '' ? [] : [IN_PIECES]),
  ];
}

const unsupported = (expression: string, fr: string, en: string): Issue => ({
  severity: 'error',
  code: 'not-supported',
  expression,
  text: { fr, en },
});

const NOT_HL7 = unsupported('MSH', 'Un message HL7 v2 est attendu ici.', 'An HL7 v2 message is expected here.');
const NOT_AN_ANSWER = unsupported(
  'MSH-9.1',
  'Un ACK dit qu’un message est arrivé ; ce n’est pas une réponse à une demande. La réponse est un RRI.',
  'An ACK says that a message arrived; it is not an answer to a request. The answer is an RRI.',
);
const UNKNOWN_TYPE = unsupported(
  'MSH-9.1',
  'Ce type de message n’est pas lu ici. Sont lus : REF et RRI (I12 à I15), SIU (S12 à S15, S26).',
  'This type of message is not read here. Those read are: REF and RRI (I12 to I15), SIU (S12 to S15, S26).',
);
const UNKNOWN_EVENT = unsupported(
  'MSH-9.2',
  'Cet événement n’est pas lu ici. Sont lus : REF et RRI I12 à I15, SIU S12 à S15 et S26.',
  'This event is not read here. Those read are: REF and RRI I12 to I15, SIU S12 to S15 and S26.',
);
const UNKNOWN_VERSION = unsupported(
  'MSH-12',
  'Cette version n’est pas lue ici. Sont lues : 2.3.1, 2.4, 2.5 et 2.5.1.',
  'This version is not read here. Those read are: 2.3.1, 2.4, 2.5 and 2.5.1.',
);
const FOR_TRAINING = unsupported(
  'MSH-11',
  'Ce message est d’essai (MSH-11 : T ou D) ; un vrai enfant n’en dépend pas, il n’est pas gardé. Pour une vraie demande, ou dans un bac à sable, écrivez P.',
  'This message is for training or debugging (MSH-11: T or D); no real child depends on it, and it is not kept. For a real request, or in a sandbox, write P.',
);
const IN_PIECES = unsupported(
  'MSH-14',
  'Ce message est un morceau d’un autre (MSH-14, DSC ou ADD). Envoyez-le en entier.',
  'This message is a piece of another (MSH-14, DSC or ADD). Send it whole.',
);
