import { present, several } from '../../concepts/present.ts';
import { safeContactExtension } from '../../concepts/safe-contact.ts';
import type { Issue } from '../../domain/mapped.ts';
import { FOREIGN } from '../../domain/systems.ts';
import type { RequestNumber, WordsHeard } from '../dialect.ts';
import { OUR_WORDS } from './answer-codes.ts';
import { conceptFrom, conceptInWords, isWhole } from './code-names.ts';
import { noPlace, notCarried, type Taken, unlessRead } from './not-carried.ts';
import type { Segment } from './parsed-message.ts';
import { childFrom, kinWords } from './read-child.ts';
import { askedByIn, otherProviders } from './read-providers.ts';
import { besideIn, whereIn, wordsAt } from './read-words.ts';
import { momentIn, named, type OneHeard, type Source } from './source.ts';
import { threadFrom } from './thread.ts';

/** What every referral has: its RF1, its number, when it was made. */
export interface Asked {
  readonly rf1: Segment;
  readonly number: RequestNumber;
  readonly at: string;
}

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

/** A request for one child, with all that is said beside it. */
export function requestHeard(source: Source, asked: Asked): OneHeard {
  const { header, segments, timeZone } = source;
  const { rf1, number } = asked;
  const [pid] = named(source, 'PID');
  const about = pid === undefined ? undefined : childFrom(pid, number);
  const { words, letters, issues } = besideIn(segments, timeZone);
  const request = serviceRequestFrom(source, asked);
  return {
    ok: true,
    value: {
      heard: present({
        kind: 'request' as const,
        // MSH-6: the centre is the facility that is to receive it, as it is the one that sends what we write.
        centre: header.receiver.facility[0]?.trim() || undefined,
        request: present({ number, task: taskFrom(source, asked, request), request, child: about?.child, letters }),
        askedBy: askedByIn(segments, header.sender.facility[0] ?? ''),
        words: [...words, ...(about?.words ?? []), ...wordsElsewhere(source)],
        thread: threadFrom(header.controlId, rf1, pid),
      }),
      issues: [
        ...(about?.issues ?? []),
        ...issues,
        ...unreadIn(source, asked, request),
        ...notCarried(segments, TAKEN),
      ],
    },
  };
}

function serviceRequestFrom(source: Source, { rf1, number, at }: Asked): fhir4.ServiceRequest {
  const [obr] = named(source, 'OBR');
  const [tq1] = named(source, 'TQ1');
  const reasons = rf1.field(10).flatMap((ce) => conceptFrom(ce)?.text ?? []);
  return present({
    resourceType: 'ServiceRequest',
    identifier: [number],
    status: 'active',
    intent: 'order',
    category: several(categoriesOf(rf1)),
    priority: PRIORITIES[rf1.first(2).component(1).trim().toUpperCase()],
    code: obr && (isUnnamed(obr) ? undefined : conceptFrom(obr.first(4))),
    subject: { type: 'Patient' },
    occurrenceDateTime: momentIn(source, obr, 27, 4) ?? momentIn(source, tq1, 7),
    authoredOn: momentIn(source, rf1, 9) ?? momentIn(source, rf1, 7) ?? at,
    reasonCode: reasons.length === 0 ? undefined : [{ text: reasons.join('\n') }],
    // v2 has no place for a safe contact: until somebody says more, it is through the centre.
    extension: [safeContactExtension({ through: 'centre' })],
  });
}

const taskFrom = (source: Source, { rf1, at }: Asked, { priority, authoredOn }: fhir4.ServiceRequest): fhir4.Task =>
  present({
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: FOREIGN.taskCode, code: 'fulfill' }] },
    priority,
    authoredOn: momentIn(source, rf1, 7) ?? authoredOn,
    lastModified: at,
  });

/** Who else is named, what else is asked, what is found: for a person to read. */
const wordsElsewhere = (source: Source): readonly WordsHeard[] => [
  ...named(source, 'NK1').flatMap(kinWords),
  ...otherProviders(source.segments),
  ...named(source, 'OBR')
    .slice(1)
    .flatMap((obr) => wordsAt(whereIn(obr, 4), [conceptInWords(obr.first(4))])),
  ...named(source, 'DG1').flatMap(diagnosisWords),
];

/** Fields that are taken, and say here what cannot be. */
function unreadIn(source: Source, { rf1, number }: Asked, request: fhir4.ServiceRequest): readonly Issue[] {
  const [obr] = named(source, 'OBR');
  const [tq1] = named(source, 'TQ1');
  const isOnlyText = rf1.field(10).every((ce) => ce.component(1) === '' && ce.component(4) === '');
  const when = momentIn(source, tq1, 7);
  return [
    ...unlessRead(rf1, 1, /^P?$/i.test(rf1.first(1).component(1).trim())),
    ...unlessRead(rf1, 2, request.priority !== undefined),
    ...unlessRead(rf1, 3, isWhole(rf1.first(3))),
    ...unlessRead(rf1, 7, momentIn(source, rf1, 7) !== undefined),
    ...unlessRead(rf1, 9, momentIn(source, rf1, 9) !== undefined),
    ...unlessRead(rf1, 10, isOnlyText),
    ...unlessRead(obr, 2, obr?.first(2).component(1).trim() === number.value),
    ...unlessRead(obr, 4, obr !== undefined && (isUnnamed(obr) || isWhole(obr.first(4)))),
    ...unlessRead(obr, 27, momentIn(source, obr, 27, 4) !== undefined),
    ...unlessRead(tq1, 7, when !== undefined && when === request.occurrenceDateTime),
    ...(named(source, 'DG1').some((dg1) => dg1.first(3).component(1) !== '') ? [noPlace('DG1-3')] : []),
  ];
}

/** What we write in OBR-4, which has to hold something, of a request whose service has no name. */
const isUnnamed = (obr: Segment): boolean => obr.first(4).component(3) === OUR_WORDS;

type Priority = NonNullable<fhir4.ServiceRequest['priority']>;

/** Table 0280; ours has no word between urgent and immediate. */
const PRIORITIES: Readonly<Record<string, Priority>> = { R: 'routine', A: 'urgent', S: 'stat' };

/** RF1-3: the kind of request is written second, and comes first; the text is that of what is written first. */
function categoriesOf(rf1: Segment): readonly fhir4.CodeableConcept[] {
  const { coding = [], text } = conceptFrom(rf1.first(3)) ?? {};
  const [about, ...kind] = coding;
  const first = present({ coding: about && [about], text });
  return [...kind.map((one) => ({ coding: [one] })), ...(Object.keys(first).length === 0 ? [] : [first])];
}

/** What a diagnosis says in words; its code is listed, and not kept. */
const diagnosisWords = (dg1: Segment): readonly WordsHeard[] =>
  wordsAt(whereIn(dg1, 3), [dg1.first(3).component(2) || dg1.first(4).text || dg1.first(3).component(5)]);
