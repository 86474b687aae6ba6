import { EXTENSIONS, FOREIGN } from '../../domain/systems.ts';
import type { OutgoingContext, TravellingRequest, Written } from '../dialect.ts';
import { OUR_WORDS } from './answer-codes.ts';
import { conceptField } from './code-names.ts';
import { providerSegment, written } from './envelope.ts';
import { letterSegments } from './letters.ts';
import { lostWhere } from './losses.ts';
import { NOTES, type Note, noteSegments } from './notes.ts';
import { entityFrom } from './numbers.ts';
import { timestampFrom } from './timestamps.ts';
import { childSegment, withheldChildSegment } from './write-child.ts';
import { components, segment } from './write-segment.ts';

type Priority = NonNullable<fhir4.ServiceRequest['priority']>;

/** Table 0280 has three words for our three. */
const PRIORITIES: Readonly<Record<Priority, readonly [string, string]>> = {
  routine: ['R', 'Routine'],
  urgent: ['A', 'ASAP'],
  asap: ['A', 'ASAP'],
  stat: ['S', 'STAT'],
};

/** A request as REF^I12, or REF^I13 once something has left for this recipient. */
export function writeRequest(travelling: TravellingRequest, context: OutgoingContext): Written {
  const { number, task, request, child, letters } = travelling;
  const { language } = context;
  const category = categoryField(request, language);
  const code = conceptField(request.code?.coding ?? [], request.code?.text, language);
  const [reason, ...moreReasons] = request.reasonCode ?? [];
  const because = conceptField([], reason?.text, language);
  const rf1 = segment('RF1', {
    1: components('P', 'Pending', 'HL70283'),
    2: request.priority && components(...PRIORITIES[request.priority], 'HL70280'),
    3: category.field,
    6: entityFrom(number),
    7: task.authoredOn && timestampFrom(task.authoredOn),
    9: request.authoredOn && timestampFrom(request.authoredOn),
    10: because.field,
  });
  const asked = segment('OBR', {
    1: '1',
    2: entityFrom(number),
    4: code.field ?? components('request', NOTES[language].request, OUR_WORDS),
    27:
      request.occurrenceDateTime &&
      components(undefined, undefined, undefined, timestampFrom(request.occurrenceDateTime)),
  });
  const carried = letterSegments(letters);
  const losses = [
    ...lostWhere({
      'ServiceRequest.status': request.status !== 'active',
      'ServiceRequest.category': category.more,
      'ServiceRequest.code': code.left.codings,
      'ServiceRequest.code.text': code.left.text,
      'ServiceRequest.reasonCode': because.left.text || moreReasons.length > 0 || reason?.coding !== undefined,
      'ServiceRequest.extension': (request.extension ?? []).some(saysMoreThanCallFirst),
      'Task.lastModified': task.lastModified !== undefined,
    }),
    ...(child === undefined ? [] : childSegment(child).losses),
    ...carried.losses,
  ];
  return written(
    { type: 'REF', trigger: context.first ? 'I12' : 'I13', structure: 'REF_I12', answered: true },
    [
      rf1,
      providerSegment('RP', context.sender),
      providerSegment('RT', context.recipient),
      child === undefined ? withheldChildSegment(number) : childSegment(child).segment,
      asked,
      ...noteSegments(notesFor(travelling, context, { reason: because.left.text, what: code.left.text })),
      ...carried.segments,
    ],
    losses,
    context,
  );
}

/** What a person there reads, the safe contact first. */
function notesFor(
  { request, child }: TravellingRequest,
  { language, sender }: OutgoingContext,
  left: { readonly reason: boolean; readonly what: boolean },
): readonly Note[] {
  const texts = NOTES[language];
  const needsInterpreter = child?.extension?.some(
    ({ url, valueBoolean }) => url === FOREIGN.interpreterRequired && valueBoolean === true,
  );
  return [
    { kind: 'instruction', text: texts.callFirst(sender) },
    { kind: 'instruction', text: child === undefined ? texts.withheld : undefined },
    { kind: 'instruction', text: needsInterpreter ? texts.interpreter : undefined },
    { kind: 'remark', text: left.what ? request.code?.text : undefined },
    { kind: 'reason', text: left.reason ? request.reasonCode?.[0]?.text : undefined },
    { kind: 'instruction', text: texts.registration },
  ];
}

/** A safe contact through the centre, about which nothing else is said, is what the first NTE says. */
const saysMoreThanCallFirst = ({ url, extension = [] }: fhir4.Extension): boolean =>
  url !== EXTENSIONS.safeContact ||
  extension.some(({ url: part, valueCode }) => part !== 'through' || valueCode !== 'centre');

/** RF1-3: what is asked for first, the kind of request beside it. */
function categoryField({ category = [] }: fhir4.ServiceRequest, language: 'fr' | 'en') {
  const [kind, about, ...others] = category;
  const inOrder = [about, kind].flatMap((concept) => concept?.coding?.slice(0, 1) ?? []);
  const { field, left } = conceptField(inOrder, undefined, language);
  const isMore =
    others.length > 0 || category.some(({ coding = [], text }) => coding.length !== 1 || text !== undefined);
  return { field, more: left.codings || isMore };
}
