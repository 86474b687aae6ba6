import { DECLINE_REASONS, PRIORITIES } from '../acts.ts';
import { isLetter } from '../letter-document.ts';
import { textsAt } from '../reading.ts';
import { idOf, type Site, type Thread } from './site.ts';
import { escaped, line, message, parts, v2Time } from './v2-text.ts';

/** Codes of table 0283, and beside them the words that hospital and gateway have agreed on (mappings/README.md). */
const STATUSES: Readonly<Record<string, readonly [string, string]>> = {
  acknowledged: ['P', 'Pending'],
  'awaiting-information': ['P', 'Pending'],
  accepted: ['A', 'Accepted'],
  waitlisted: ['A', 'Accepted'],
  scheduled: ['A', 'Accepted'],
  started: ['A', 'Accepted'],
  completed: ['A', 'Accepted'],
  declined: ['R', 'Rejected'],
  failed: ['E', 'Expired'],
};

const WORDS = '99PAN';

/** What a kept answer says, as its message: an appointment made or missed is a SIU, everything else an RRI. */
export function answerMessage(task: fhir4.Task, site: Site, thread: Thread): string {
  const [business] = textsAt(task, 'businessStatus.coding.code');
  const what = business ?? SAID_BY_STATUS[task.status] ?? 'acknowledged';
  const head = { ...site, centre: thread.centre, id: idOf(task), at: task.lastModified ?? '' };
  const number = parts(task.identifier?.[0]?.value, task.identifier?.[0]?.system);
  if (what === 'scheduled' || what === 'no-show')
    return message(
      { ...head, type: `SIU^${what === 'no-show' ? 'S26' : 'S12'}^SIU_S12` },
      appointment(task, what, number),
    );
  return message({ ...head, type: 'RRI^I12^RRI_I12' }, [
    line('MSA', { 1: 'AA', 2: thread.messageId }),
    ...answer(task, what, number, site),
  ]);
}

const SAID_BY_STATUS: Readonly<Record<string, string>> = { 'in-progress': 'started', failed: 'failed' };

function answer(task: fhir4.Task, what: string, number: string, site: Site): readonly string[] {
  const [status = 'P', words = 'Pending'] = STATUSES[what] ?? [];
  const [by] = [...textsAt(task, 'note.authorString'), ...textsAt(task, 'owner.display')];
  const [priority] = textsAt(task, 'extension.valueCode').filter((code) => Object.hasOwn(PRIORITIES, code));
  const [reason] = textsAt(task, 'statusReason.coding.code').filter((code) => Object.hasOwn(DECLINE_REASONS, code));
  const [outcome] = textsAt(task, 'output.valueString');
  const slots = [
    reason === undefined
      ? undefined
      : {
          2: 'CE',
          3: parts('reason', 'Motif', WORDS),
          5: parts(reason, ...textsAt(task, 'statusReason.coding.display'), '99PDR'),
        },
    outcome === undefined ? undefined : { 2: 'TX', 3: parts('outcome', 'Résultat', WORDS), 5: escaped(outcome) },
  ].filter((slot) => slot !== undefined);
  return [
    line('RF1', {
      1: parts(status, words, 'HL70283', what, undefined, WORDS),
      2: priority && parts(priority, priority, '99PRP'),
      6: number,
    }),
    line('PRD', { 1: parts('RT', 'Referred to Provider', 'HL70286'), 2: parts(site.name), 7: parts(site.facility) }),
    ...(by === undefined ? [] : [line('CTD', { 1: parts('CP', 'Contact person', 'HL70131'), 2: parts(by) })]),
    line('PID', { 1: '1', 3: number, 5: '^^^^^^U' }),
    line('OBR', { 1: '1', 2: number, 4: parts('answer', 'Réponse', WORDS), 7: v2Time(task.lastModified ?? '') }),
    ...wordsOf(task, what).map((text, index) => line('NTE', { 1: String(index + 1), 3: escaped(text) })),
    ...[...slots, ...lettersOf(task)].map((slot, index) => line('OBX', { 1: String(index + 1), 11: 'F', ...slot })),
  ];
}

/** A letter as encapsulated data: its kind is that of table 0191, its bytes in Base64. */
const lettersOf = ({ contained = [] }: fhir4.Task) =>
  contained.filter(isLetter).map(({ description, content: [part] }) => ({
    2: 'ED',
    3: parts(undefined, description),
    5: `^TEXT^plain^Base64^${part?.attachment.data ?? ''}`,
    14: v2Time(part?.attachment.creation ?? ''),
  }));

/** What has no place of its own is said in notes, as people there do. */
function wordsOf(task: fhir4.Task, what: string): readonly string[] {
  const business = what === 'waitlisted' ? textsAt(task, 'businessStatus.text') : [];
  const coded = textsAt(task, 'statusReason.coding.display');
  const reasons = textsAt(task, 'statusReason.text').filter((text) => !coded.includes(text));
  return [...reasons, ...business, ...textsAt(task, 'note.text')];
}

const FILLER_STATUSES = { scheduled: 'Booked', 'no-show': 'Noshow' } as const;

function appointment(task: fhir4.Task, what: 'scheduled' | 'no-show', number: string): readonly string[] {
  const [at] = textsAt(task, 'output.valueDateTime');
  const [by] = [...textsAt(task, 'note.authorString'), ...textsAt(task, 'owner.display')];
  return [
    line('SCH', {
      1: number,
      6: parts(what, undefined, WORDS),
      11: at && `^^^${v2Time(at)}`,
      16: by && `^${escaped(by)}`,
      25: parts(FILLER_STATUSES[what], undefined, 'HL70278'),
      26: number,
    }),
    ...(at === undefined ? [] : [line('TQ1', { 1: '1', 7: v2Time(at) })]),
    ...textsAt(task, 'note.text').map((text, index) => line('NTE', { 1: String(index + 1), 3: escaped(text) })),
    line('PID', { 1: '1', 3: number, 5: '^^^^^^U' }),
    line('RGS', { 1: '1' }),
  ];
}
