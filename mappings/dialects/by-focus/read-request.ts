import { FOREIGN, IDENTIFIERS } from '../../domain/systems.ts';
import type { PartyCard, RequestNumber, WordsHeard } from '../dialect.ts';
import { fault, picked } from '../messaging/not-carried.ts';
import { partyIn } from '../messaging/party-in.ts';
import { requestIn } from '../messaging/request-in.ts';
import { conceptText, wordsAt } from '../messaging/words-in.ts';
import { taskElements } from '../travelling-request.ts';
import { lettersOf } from './letters-of.ts';
import type { OpenedBundle } from './opened-bundle.ts';
import { categoriesIn, codeIn } from './request-codes.ts';
import { heardOf, type TaskRead } from './task-read.ts';
import { threadOf } from './thread.ts';

const READ = [
  'identifier',
  'status',
  'businessStatus',
  'intent',
  'code',
  'priority',
  'authoredOn',
  'lastModified',
  'focus',
  'for',
  'requester',
  'owner',
  'description',
  'note',
  'groupIdentifier',
] as const satisfies readonly (keyof fhir4.Task)[];

/** A request that a partner makes of a centre: its Task, and the request in its focus. */
export function requestOf(task: fhir4.Task, number: RequestNumber, opened: OpenedBundle): TaskRead {
  const focus = opened.at(task.focus, task);
  if (focus?.resourceType !== 'ServiceRequest') return { ok: false, issues: [NO_REQUEST] };
  const asked = requestIn(numbered(focus, number), {
    at: opened.at,
    resources: [...besideTasks(opened), ...lettersOf(task, opened)],
  });
  if (!asked.ok) return asked;
  const { heard, issues } = asked.value;
  const { code, category, _occurrenceDateTime: _unknown, ...request } = heard.request.request;
  const [codeLeft, categoriesLeft] = [codeIn(code), categoriesIn(category)];
  const centre = centreIn(task, focus, opened);
  const askedBy: PartyCard | undefined = partyIn(task.requester, opened) ?? heard.askedBy;
  return heardOf(
    {
      ...heard,
      request: {
        ...heard.request,
        number,
        task: taskElements(task),
        request: {
          ...request,
          ...(codeLeft !== undefined && { code: codeLeft }),
          ...(categoriesLeft !== undefined && { category: categoriesLeft }),
          identifier: [{ ...number }],
        },
      },
      ...(centre !== undefined && { centre }),
      ...(askedBy !== undefined && { askedBy }),
      words: [
        ...wordsAt('Task.description', [task.description]),
        ...wordsAt(
          'Task.note',
          (task.note ?? []).map(({ text }) => text),
        ),
        ...prohibited(focus),
        ...heard.words,
      ],
      thread: threadOf(task),
    },
    [...picked(task, READ).issues, ...issues],
  );
}

/** What came along: not the letters, nor the Tasks, nor the requests and children that they are about, which are read with them. */
function besideTasks({ tasks, resources, at }: OpenedBundle): readonly fhir4.FhirResource[] {
  const read = new Set<fhir4.FhirResource | undefined>(
    tasks.flatMap((task) => {
      const focus = at(task.focus, task);
      const subject = focus?.resourceType === 'ServiceRequest' ? at(focus.subject, focus) : undefined;
      return [task, focus, subject, at(task.for, task)];
    }),
  );
  return resources.filter((resource) => !read.has(resource) && resource.resourceType !== 'DocumentReference');
}

/** A request whose own number is its Task’s: many peers number the Task alone. */
const numbered = (request: fhir4.ServiceRequest, { system, value }: RequestNumber): fhir4.ServiceRequest =>
  request.identifier === undefined
    ? { ...request, identifier: [{ ...(system !== undefined && { system }), value }] }
    : request;

/** Gravity’s code that nobody may reach the family: where it came without words, a person must read it all the same. */
const prohibited = ({ orderDetail = [] }: fhir4.ServiceRequest): readonly WordsHeard[] =>
  orderDetail.some((detail) => conceptText(detail) === undefined && isProhibition(detail))
    ? [{ where: 'ServiceRequest.orderDetail', words: 'Contacting Subject Prohibited' }]
    : [];

const isProhibition = ({ coding = [] }: fhir4.CodeableConcept): boolean =>
  coding.some(({ system, code }) => system === FOREIGN.gravity && code === 'contacting-subject-prohibited');

/** The centre that is asked, where the message names one of ours: by its identifier, or by an organization that comes along. */
function centreIn(task: fhir4.Task, request: fhir4.ServiceRequest, { at }: OpenedBundle): string | undefined {
  const numbers = [task.owner, ...(request.performer ?? [])].flatMap((reference) => {
    const target = at(reference);
    return [
      ...(reference?.identifier === undefined ? [] : [reference.identifier]),
      ...(target?.resourceType === 'Organization' ? (target.identifier ?? []) : []),
    ];
  });
  return numbers.find(({ system }) => system === IDENTIFIERS.centre)?.value;
}

const NO_REQUEST = fault(
  'Task.focus',
  'ne mène à aucun ServiceRequest de ce message ; joignez-le.',
  'leads to no ServiceRequest of this message; include it.',
  'not-found',
);
