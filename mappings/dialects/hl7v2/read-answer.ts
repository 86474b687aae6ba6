import { codingsOf } from '../../concepts/code-map.ts';
import { present } from '../../concepts/present.ts';
import { ANSWER_PRIORITIES, ANSWER_REASONS } from '../../domain/answer-codes.ts';
import type { AnswerSaid } from '../../domain/lane-events.ts';
import type { Issue } from '../../domain/mapped.ts';
import { REFERRAL_STATES } from '../../domain/referral-state.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../../domain/systems.ts';
import type { RequestNumber, WordsHeard } from '../dialect.ts';
import { OUR_WORDS, ownerSays, SAID_BY_STATUS, SAID_OF_CANCELLATION } from './answer-codes.ts';
import { conceptFrom } from './code-names.ts';
import { noPlace, notCarried, type Taken, unlessRead } from './not-carried.ts';
import { isOurNumber, numberFrom } from './numbers.ts';
import type { Repetition, Segment } from './parsed-message.ts';
import { answeredByIn } from './read-providers.ts';
import { besideIn } from './read-words.ts';
import { madeAt, momentIn, NO_TIME, named, type OneHeard, type Source } from './source.ts';

/** The child and the providers are those that we named. */
const TAKEN: Taken = {
  RF1: [1, 2, 6],
  PRD: [1, 2, 4, 5, 7],
  CTD: [1, 2],
  PID: [1, 2, 3, 5, 7, 8],
  OBR: [1, 2, 3, 4],
  OBX: [1, 2, 3, 4, 5, 11, 14],
  ERR: 'all',
};

/** Application acknowledgements by which a system refuses a message: that is no person's answer. */
const REFUSED: ReadonlySet<string> = new Set(['AE', 'AR', 'CE', 'CR']);

/** RRI: what the owner of a request of ours says. Our own word beside RF1-1 counts before the status, which knows four. */
export function answerHeard(source: Source): OneHeard {
  const [rf1] = named(source, 'RF1');
  const [obr] = named(source, 'OBR');
  const number = ourNumberIn([...(rf1?.field(6) ?? []), ...(rf1?.field(11) ?? []), ...(obr?.field(2) ?? [])]);
  const at = madeAt(source);
  if (rf1 === undefined || number === undefined || at === undefined) {
    const isNumberless = rf1 === undefined || number === undefined;
    return { ok: false, issues: [...(isNumberless ? [NO_NUMBER] : []), ...(at === undefined ? [NO_TIME] : [])] };
  }
  const isOurs = obr?.first(4).component(3) === OUR_WORDS;
  const happenedAt = (isOurs ? momentIn(source, obr, 7) : undefined) ?? at;
  const { words, letters, issues } = besideIn(source.segments, source.timeZone);
  const told = [...issues, ...notCarried(source.segments, isOurs ? { ...TAKEN, OBR: [1, 2, 3, 4, 7] } : TAKEN)];
  const aside = asideIn(source, rf1);
  if (aside !== undefined) {
    const note = { kind: 'note' as const, number, happenedAt, words: [aside, ...words], letters };
    return { ok: true, value: { heard: note, issues: told } };
  }
  const said = answerIn(source, rf1, happenedAt);
  if (said === undefined) return { ok: false, issues: [UNKNOWN_STATUS] };
  return {
    ok: true,
    value: {
      heard: { kind: 'answer', number, answer: said.answer, letters, words },
      issues: [...told, ...said.issues],
    },
  };
}

interface AnswerRead {
  readonly answer: AnswerSaid;
  readonly issues: readonly Issue[];
}

/** The answer itself; undefined if RF1-1 has a status that nobody knows. */
function answerIn(source: Source, rf1: Segment, happenedAt: string): AnswerRead | undefined {
  const slots = slotsIn(source);
  const what = saidIn(source, rf1, slots.said.passedOn !== undefined);
  if (what === undefined) return undefined;
  const { passedOn, ...said } = slots.said;
  const priority = ANSWER_PRIORITIES.find((code) => code === rf1.first(2).component(1).trim());
  return {
    answer: present({
      what,
      happenedAt,
      saidBy: answeredByIn(source.segments) ?? source.partner,
      recordedBy: source.partner,
      channel: 'system' as const,
      ...said,
      passedOn: what === 'passed-on' ? passedOn : undefined,
      priority,
    }),
    issues: [
      ...slots.issues,
      ...(passedOn !== undefined && what !== 'passed-on' ? [noPlace('OBX-5')] : []),
      ...unlessRead(rf1, 2, priority !== undefined),
    ],
  };
}

/** A number of ours wherever a site repeats it: under our namespace, or else in the shape of ours, or the first that there is. */
export function ourNumberIn(entities: readonly Repetition[]): RequestNumber | undefined {
  const numbers = entities.flatMap((entity) => numberFrom(entity) ?? []);
  const found = numbers.find(isOurNumber) ?? numbers.find(({ value }) => UUID.test(value)) ?? numbers[0];
  if (found === undefined) return undefined;
  const isOfOurShape = UUID.test(found.value);
  return isOfOurShape || found.system === undefined
    ? { system: IDENTIFIERS.task, value: isOfOurShape ? found.value.toLowerCase() : found.value }
    : found;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Without a status, a message that was accepted says that it arrived. */
function saidIn({ header }: Source, rf1: Segment, isPassedOn: boolean): AnswerSaid['what'] | undefined {
  const status = rf1.first(1);
  const ours = ourWordIn(rf1);
  // Passed on to nobody is not passed on.
  if (ours !== undefined && (ours !== 'passed-on' || isPassedOn)) return ours;
  const code = status.component(1).trim().toUpperCase();
  if (header.trigger === 'I14') return SAID_OF_CANCELLATION[code];
  return rf1.field(1).length === 0 ? 'acknowledged' : SAID_BY_STATUS[code];
}

const ourWordIn = (rf1: Segment): AnswerSaid['what'] | undefined =>
  rf1.first(1).component(6) === OUR_WORDS ? ownerSays(rf1.first(1).component(4)) : undefined;

type Slots = Partial<Pick<AnswerSaid, 'reason' | 'appointmentAt' | 'outcome' | 'passedOn'>>;

/** OBX under our own name: the parts of an answer that have a slot of their own. */
function slotsIn(source: Source): { readonly said: Slots; readonly issues: readonly Issue[] } {
  const slots = named(source, 'OBX').filter((obx) => obx.first(3).component(3) === OUR_WORDS);
  const slot = (name: string) => slots.find((obx) => obx.first(3).component(1) === name);
  const given = slot('reason');
  const concept = given && conceptFrom(given.first(5));
  const code = codingsOf(concept && [concept]).find(({ system }) => system === CODE_SYSTEMS.declineReason)?.code;
  const text = (name: string) => slot(name)?.first(5).text || undefined;
  const [to, state] = [text('passed-on-to'), text('passed-on-status')];
  const passedOn = present({
    to,
    number: text('passed-on-number'),
    status: REFERRAL_STATES.filter((one) => one !== 'draft').find((one) => one === state),
  });
  const said = present({
    reason: ANSWER_REASONS.find((one) => one === code),
    appointmentAt: momentIn(source, slot('appointment'), 5),
    outcome: text('outcome'),
  });
  const kept = Object.keys(said).length + (to === undefined ? 0 : Object.keys(passedOn).length);
  return {
    said: to === undefined ? said : { ...said, passedOn: { ...passedOn, to } },
    issues: kept < slots.length ? [noPlace('OBX-5')] : [],
  };
}

/** What is no answer by a person, and is for one to read: a message that their system refused, a cancellation that is confirmed or not. */
function asideIn(source: Source, rf1: Segment): WordsHeard | undefined {
  const refusal = named(source, 'MSA').find((msa) => REFUSED.has(msa.first(1).text.trim()));
  return refusal === undefined ? cancellationAnswered(source, rf1) : refused(refusal);
}

const words = (where: string, fr: string, en: string): WordsHeard => ({ where, words: `${fr} / ${en}` });

/** The system of the partner did not take a message: a person looks why. */
const refused = (msa: Segment): WordsHeard =>
  words(
    'MSA-1',
    `Le système du partenaire n’a pas pris la demande (${msa.first(1).text.trim()}). ${msa.first(3).text}`.trim(),
    `The partner’s system did not take the request (${msa.first(1).text.trim()}).`,
  );

/** RRI^I14 answers a cancellation: unless it says that the work stops, it only tells a person that it came, or that the work goes on. */
function cancellationAnswered({ header }: Source, rf1: Segment): WordsHeard | undefined {
  const code = rf1.first(1).component(1).trim().toUpperCase();
  if (header.trigger !== 'I14' || ourWordIn(rf1) !== undefined || Object.hasOwn(SAID_OF_CANCELLATION, code))
    return undefined;
  return code === 'R'
    ? words('RF1-1', 'Le partenaire n’arrête pas le travail commencé.', 'The partner does not stop the work begun.')
    : words('MSA-1', 'Le système du partenaire a reçu le retrait.', 'The partner’s system received the withdrawal.');
}

const NO_NUMBER: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'RF1-6',
  text: {
    fr: 'RF1-6 doit reprendre le numéro de notre demande, tel qu’il y était.',
    en: 'RF1-6 must repeat the number of our request, as it stood there.',
  },
};
const UNKNOWN_STATUS: Issue = {
  severity: 'error',
  code: 'code-invalid',
  expression: 'RF1-1',
  text: {
    fr: 'RF1-1 doit être un statut de la table 0283 : A, P, R ou E.',
    en: 'RF1-1 must be a status of table 0283: A, P, R or E.',
  },
};
