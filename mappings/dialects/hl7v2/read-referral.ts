import { present, several } from '../../concepts/present.ts';
import { safeContactExtension } from '../../concepts/safe-contact.ts';
import type { Issue, Mapped } from '../../domain/mapped.ts';
import { FOREIGN } from '../../domain/systems.ts';
import type { Heard, RequestNumber } from '../dialect.ts';
import { OUR_WORDS } from './answer-codes.ts';
import { conceptFrom } from './code-names.ts';
import type { Header } from './header.ts';
import { noPlace, notCarried, type Taken } from './not-carried.ts';
import { numberFrom } from './numbers.ts';
import type { Segment } from './parsed-message.ts';
import { childFrom, kinWords } from './read-child.ts';
import { askedByIn, otherProviders } from './read-providers.ts';
import { besideIn, whereIn, wordsAt } from './read-words.ts';
import { threadFrom } from './thread.ts';
import { momentFrom } from './timestamps.ts';
import { IN_ERROR } from './write-cancellation.ts';

/** A message from which what is never kept by position is gone. */
export interface Source {
  readonly header: Header;
  readonly segments: readonly Segment[];
  readonly partner: string;
  readonly timeZone: string;
}

export type OneHeard = Mapped<{ readonly heard: Heard; readonly issues: readonly Issue[] }>;

const TAKEN: Taken = {
  RF1: [1, 2, 3, 6, 7, 9, 10],
  PRD: [1, 2, 4, 5, 7],
  CTD: [1, 2, 5],
  PID: [1, 2, 3, 5, 7, 8, 11, 13, 14, 15],
  NK1: [1, 2, 3, 5],
  OBR: [1, 2, 4, 27],
  OBX: [1, 2, 3, 4, 5, 11, 14],
  DG1: [1, 2, 3, 4, 6],
  TQ1: [1, 7],
};

/** Of what only names a request, the child and the providers are those of the request itself. */
const TAKEN_OF_A_NUMBER: Taken = {
  RF1: [1, 6, 7],
  PRD: 'all',
  CTD: 'all',
  PID: [1, 2, 3, 5, 7, 8],
  OBR: [1, 2, 4],
};

/** REF: I12 asks, I13 asks anew, I14 takes back, I15 asks where it stands. */
export function referralHeard(source: Source): OneHeard {
  const { header, segments, timeZone } = source;
  const [rf1, ...more] = segments.filter(({ name }) => name === 'RF1');
  const number = rf1 && numberFrom(rf1.first(6));
  const at = momentFrom(header.at, timeZone);
  if (rf1 === undefined || number === undefined || at === undefined || more.length > 0) {
    return {
      ok: false,
      issues: [
        ...(more.length > 0 ? [SEVERAL] : []),
        ...(number === undefined ? [NO_NUMBER] : []),
        ...(at === undefined ? [NO_TIME] : []),
      ],
    };
  }
  if (header.trigger === 'I15') {
    const issues = notCarried(segments, { ...TAKEN_OF_A_NUMBER, NTE: [] });
    return { ok: true, value: { heard: { kind: 'status-asked', number }, issues } };
  }
  return header.trigger === 'I14' ? cancellationHeard(source, rf1, number, at) : requestHeard(source, rf1, number, at);
}

function cancellationHeard({ segments, timeZone }: Source, rf1: Segment, number: RequestNumber, at: string): OneHeard {
  const { words, issues } = besideIn(segments, timeZone);
  const isInError = rf1.first(1).component(4) === IN_ERROR[0];
  return {
    ok: true,
    value: {
      heard: {
        kind: 'cancellation',
        number,
        state: isInError ? 'entered-in-error' : 'cancelled',
        accepted: false,
        happenedAt: momentFrom(rf1.first(7).component(1), timeZone) ?? at,
        words,
      },
      issues: [...issues, ...notCarried(segments, TAKEN_OF_A_NUMBER)],
    },
  };
}

function requestHeard(source: Source, rf1: Segment, number: RequestNumber, at: string): OneHeard {
  const { header, segments, timeZone } = source;
  const named = (name: string) => segments.filter((one) => one.name === name);
  const [pid, ...otherChildren] = named('PID');
  if (otherChildren.length > 0) return { ok: false, issues: [SEVERAL] };
  const [asked, ...otherAsked] = named('OBR');
  const about = pid === undefined ? undefined : childFrom(pid, number);
  const beside = besideIn(segments, timeZone);
  const when = (segment: Segment | undefined, field: number, component = 1) =>
    segment && momentFrom(segment.first(field).component(component), timeZone);
  const occurrence = when(asked, 27, 4) ?? when(named('TQ1')[0], 7);
  const reasons = rf1.field(10).map((ce) => conceptFrom(ce)?.text ?? '');
  const reason = reasons.filter((text) => text !== '').join('\n');
  const priority = PRIORITIES[rf1.first(2).component(1).trim().toUpperCase()];
  const authoredOn = when(rf1, 9) ?? when(rf1, 7) ?? at;
  const request: fhir4.ServiceRequest = present({
    resourceType: 'ServiceRequest',
    identifier: [number],
    status: 'active',
    intent: 'order',
    category: several(categoriesOf(rf1)),
    priority,
    code: asked && codeOf(asked),
    subject: { type: 'Patient' },
    occurrenceDateTime: occurrence,
    authoredOn,
    reasonCode: reason === '' ? undefined : [{ text: reason }],
    extension: [safeContactExtension({ through: 'centre' })],
  });
  const task: fhir4.Task = present({
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: FOREIGN.taskCode, code: 'fulfill' }] },
    priority,
    authoredOn: when(rf1, 7) ?? authoredOn,
    lastModified: at,
  });
  const unread = (segment: Segment | undefined, field: number, isRead: boolean): readonly Issue[] =>
    segment !== undefined && segment.field(field).length > 0 && !isRead ? [noPlace(`${segment.name}-${field}`)] : [];
  return {
    ok: true,
    value: {
      heard: present({
        kind: 'request' as const,
        request: present({ number, task, request, child: about?.child, letters: beside.letters }),
        askedBy: askedByIn(segments, header.sender.facility[0] ?? ''),
        words: [
          ...beside.words,
          ...(about?.words ?? []),
          ...named('NK1').flatMap(kinWords),
          ...otherProviders(segments),
          ...otherAsked.flatMap((obr) => wordsAt(whereIn(obr, 4), [conceptFrom(obr.first(4))?.text ?? ''])),
          ...named('DG1').flatMap(diagnosisWords),
        ],
        thread: threadFrom(header.controlId, rf1, pid),
      }),
      issues: [
        ...(about?.issues ?? []),
        ...beside.issues,
        ...unread(rf1, 1, /^P?$/i.test(rf1.first(1).component(1).trim())),
        ...unread(rf1, 2, priority !== undefined),
        ...unread(rf1, 7, when(rf1, 7) !== undefined),
        ...unread(rf1, 9, when(rf1, 9) !== undefined),
        ...unread(
          rf1,
          10,
          reasons.every((text) => text !== ''),
        ),
        ...unread(asked, 4, request.code !== undefined || (asked !== undefined && isUnnamed(asked))),
        ...unread(asked, 27, when(asked, 27, 4) !== undefined),
        ...(named('DG1').some((dg1) => dg1.first(3).component(1) !== '') ? [noPlace('DG1-3')] : []),
        ...notCarried(segments, TAKEN),
      ],
    },
  };
}

/** What we write in OBR-4, which has to hold something, of a request whose service has no name. */
const isUnnamed = (obr: Segment): boolean => obr.first(4).component(3) === OUR_WORDS;
const codeOf = (obr: Segment) => (isUnnamed(obr) ? undefined : conceptFrom(obr.first(4)));

type Priority = NonNullable<fhir4.ServiceRequest['priority']>;

/** Table 0280; ours has no word between urgent and immediate. */
const PRIORITIES: Readonly<Record<string, Priority>> = { R: 'routine', A: 'urgent', S: 'stat' };

/** RF1-3: the kind of request is written second, and comes first. */
function categoriesOf(rf1: Segment): readonly fhir4.CodeableConcept[] {
  const said = conceptFrom(rf1.first(3));
  const codings = (said?.coding ?? []).toReversed().map((coding) => ({ coding: [coding] }));
  return said?.text === undefined ? codings : [...codings, { text: said.text }];
}

/** What a diagnosis says in words; its code is listed, and not kept. */
const diagnosisWords = (dg1: Segment) =>
  wordsAt(whereIn(dg1, 3), [dg1.first(3).component(2) || dg1.first(4).text || dg1.first(3).component(5)]);

const NO_NUMBER: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'RF1-6',
  text: {
    fr: 'RF1-6 doit porter le numéro de la demande, jamais vide : c’est lui que la réponse reprendra.',
    en: 'RF1-6 must hold the number of the request, never empty: the answer will repeat it.',
  },
};
export const NO_TIME: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'MSH-7',
  text: {
    fr: 'MSH-7 doit dire quand le message a été fait : AAAAMMJJHHMMSS, avec le décalage horaire.',
    en: 'MSH-7 must say when the message was made: YYYYMMDDHHMMSS, with its offset.',
  },
};
const SEVERAL: Issue = {
  severity: 'error',
  code: 'structure',
  expression: 'RF1',
  text: {
    fr: 'Un message porte une seule demande, pour un seul enfant (un RF1, un PID).',
    en: 'A message holds one request, for one child (one RF1, one PID).',
  },
};
