import { v5 as uuidFrom } from 'uuid';
import type { TravellingAnswer } from '../../mappings/dialects/dialect.ts';
import { bareAnswer, travellingAnswer } from '../../mappings/dialects/travelling-answer.ts';
import { senderOf, taskNumberOf } from '../../mappings/domain/current-task.ts';
import { lettersWith } from '../../mappings/domain/letters-on-task.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { LENSES } from '../../mappings/lenses/lenses.ts';
import { lettersThrough } from '../../mappings/lenses/look-through.ts';
import { isClosedElsewhere } from '../access/other-provinces.ts';
import type { Audit } from '../audit/audit.ts';
import { isRestricted } from '../audit/disclosure-event.ts';
import { GatewayError } from '../failures.ts';
import type { Holds } from '../lanes/holds.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { Centre, Partner, Registry } from '../registry.ts';
import type { Decided } from './decided-just-now.ts';
import { alongside, lensOfWhole } from './disclosure.ts';
import { lettersWithAnswer } from './letters-with-answer.ts';

/** The centre's answer to one inbound referral, as the record holds it. */
export interface AnswerToTell extends Required<Decided> {
  readonly task: fhir4.Task;
  readonly number: string;
  readonly centre: Centre;
  /** Who asked. */
  readonly partner: Partner;
  /** Business identifier of the referral at the centre. */
  readonly referral: string;
  /** Absent where nobody recognized the child. */
  readonly child?: string;
  /** Which of the centre's answers it is; 0 when there is none. */
  readonly version: number;
  /** Whoever asked is in another province that the centre has not assessed: it is told where its request stands, and the rest of the answer stays. */
  readonly withheld: boolean;
  /** Letters that were to go with it, as receipts name them; and where the record holds those that may. */
  readonly going: readonly string[];
  readonly documents: readonly string[];
  /** A label restricts something of it. */
  readonly restricted: boolean;
  /** What of it may leave; absent when there is nothing to say. */
  readonly answer?: TravellingAnswer;
}

export interface AnswersToTell {
  /** Reads the answer that the Task of this number holds; undefined when the record does not know it. Throws GatewayError `held`. */
  read(number: string): Promise<AnswerToTell | undefined>;
  /** The same of what a partner asked, which is given no letter with it: what holds a letter holds nothing of this. Another’s is not looked at either. */
  readWithoutLetters(number: string, sender: string): Promise<AnswerToTell | undefined>;
  /** The same of several, in one question for them all: those that the record knows. */
  readAllWithoutLetters(numbers: readonly string[], sender: string): Promise<readonly AnswerToTell[]>;
  /** Writes down that it leaves, before it does: whoever asked is told on the basis of its own request. */
  disclose(told: AnswerToTell, channel: string, why: string): Promise<void>;
}

export interface AnswersToTellDeps {
  readonly store: FhirStore;
  readonly registry: Registry;
  readonly audit: Pick<Audit, 'disclosure'>;
  readonly holds: Pick<Holds, 'bearOn'>;
  readonly now: () => Date;
}

/** Told as whatever a dialect could not carry. */
export const ANSWER_STAYS = {
  severity: 'warning',
  code: 'not-supported',
  expression: 'Task.output',
  text: {
    fr: 'Qui demandait est dans une autre province que le centre n’a pas évaluée : seul l’état de sa demande est parti. Dites-lui le reste autrement, ou voyez otherProvinces (docs/switches.md).',
    en: 'Whoever asked is in another province that the centre has not assessed: only where its request stands has left. Tell the rest in another way, or see otherProvinces (docs/switches.md).',
  },
} as const satisfies Issue;

/** A Task that somebody asked, with what was asked, and when it was read. */
interface Standing {
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
  /** Whom it is about, where the record knows. */
  readonly child: fhir4.FhirResource | undefined;
  readonly number: string;
  readonly decidedAt: Date;
}

const wordsIn = (told: TravellingAnswer | undefined): number => Object.keys(told?.answer ?? {}).length;

const ANSWERS = '1a9c5f60-7a1b-5f0e-8a55-6d2d0c7e3b94';

export function answersToTell({ store, registry, audit, holds, now }: AnswersToTellDeps): AnswersToTell {
  const readAll = async (numbers: readonly string[], sender: string | undefined): Promise<readonly AnswerToTell[]> => {
    // Before anything is looked at: what is acknowledged from now on may not be in what is read.
    const decidedAt = now();
    const found = await store.search('Task', {
      identifier: numbers.map((number) => identifierToken(IDENTIFIERS.task, number)).join(','),
      ...(sender !== undefined && {
        'requester:Organization.identifier': identifierToken(IDENTIFIERS.partner, sender),
      }),
      _include: ['Task:focus', 'Task:patient'],
    });
    const requests = new Map<string, fhir4.ServiceRequest>(
      found.flatMap((it) => (it.resourceType === 'ServiceRequest' ? [[`ServiceRequest/${it.id}`, it] as const] : [])),
    );
    const told = await Promise.all(
      found.map(async (task) => {
        const number = task.resourceType === 'Task' ? taskNumberOf(task) : undefined;
        const request = task.resourceType === 'Task' ? requests.get(task.focus?.reference ?? '') : undefined;
        if (task.resourceType !== 'Task' || number === undefined || request === undefined) return undefined;
        const child = found.find((it) => `${it.resourceType}/${it.id}` === task.for?.reference);
        return toldOf({ task, request, child, number, decidedAt }, sender === undefined);
      }),
    );
    return told.flatMap((one) => one ?? []);
  };

  const toldOf = async (
    { task, request, child: file, number, decidedAt }: Standing,
    isWithLetters: boolean,
  ): Promise<AnswerToTell | undefined> => {
    // What somebody else owns is a request of the centre's, and no answer.
    if (task.owner?.identifier?.system !== IDENTIFIERS.centre) return undefined;
    const centre = registry.centre(task.owner.identifier.value ?? '');
    const partner = registry.partner(senderOf(task) ?? '');
    if (centre === undefined || partner === undefined)
      throw new GatewayError('internal', `task ${number} names a centre or partner that the registry does not have`);
    const { language } = partner;
    const lens = lensOfWhole(partner);
    const isClosed = isClosedElsewhere(centre, partner);
    const hasLetters = isWithLetters && !isClosed && LENSES[lens].letters.length > 0;
    const about = { task, request, centre, partner, lens: LENSES[lens] };
    const along = hasLetters ? await lettersWithAnswer({ store, holds, now }, about) : [];
    const letters = lettersThrough(LENSES[lens], along, partner.id);
    const whole = travellingAnswer({ task, request, centre: centre.name[language], language, letters });
    const answer = isClosed && whole !== undefined ? bareAnswer(whole) : whole;
    const child = task.for?.identifier?.value;
    return {
      task,
      number,
      decidedAt,
      centre,
      partner,
      referral: task.groupIdentifier?.value ?? '',
      version: revisionOf(task).version,
      withheld: wordsIn(answer) < wordsIn(whole),
      going: lettersWith(task),
      documents: along.map(({ id }) => `DocumentReference/${id}`),
      restricted: isRestricted([request, task, ...(file === undefined ? [] : [file]), ...along]),
      ...(child !== undefined && { child }),
      ...(answer !== undefined && { answer }),
    };
  };

  return {
    read: async (number) => (await readAll([number], undefined))[0],
    readWithoutLetters: async (number, sender) => (await readAll([number], sender))[0],
    readAllWithoutLetters: async (numbers, sender) => (numbers.length === 0 ? [] : readAll(numbers, sender)),

    disclose: ({ task, number, centre, partner, child, version, going, documents, restricted }, channel, why) =>
      audit.disclosure({
        id: uuidFrom(`${number}|${version}|${channel}|${why}${alongside(going)}`, ANSWERS),
        centre: centre.id,
        recipient: partner.id,
        request: `Task/${task.id}`,
        ...(child !== undefined && { child }),
        kind: 'answer',
        channel,
        restricted,
        ...(documents.length > 0 && { letters: documents }),
        lens: 'answer',
        basis: 'request of the recipient',
        at: now().toISOString(),
      }),
  };
}
