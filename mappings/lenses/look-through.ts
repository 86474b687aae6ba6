import { v5 as uuidFrom } from 'uuid';
import { taskNumberOf } from '../domain/current-task.ts';
import { ageOn } from '../domain/dates-in-words.ts';
import { EXTENSIONS, FOREIGN, IDENTIFIERS } from '../domain/systems.ts';
import { labelsOnRequest } from './labels.ts';
import type { ChildElement, Lens, Shown } from './lenses.ts';
import { lettersPassing, narrowed, purposeOf } from './narrow.ts';

/** What the record holds of one request at one recipient. */
export interface RequestOnRecord {
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
  readonly child: fhir4.Patient;
  /** Letters that the centre wrote for this recipient, about this request. */
  readonly letters?: readonly fhir4.DocumentReference[];
}

/** The same, as one recipient may see it: under numbers that only this recipient knows. */
export interface RequestSeen {
  /** Pairwise number of the request. */
  readonly number: string;
  readonly request: fhir4.ServiceRequest;
  /** Absent when the lens shows nothing of the child. */
  readonly child?: fhir4.Patient;
  /** In whole years, for a lens that shows the age and no date. */
  readonly age?: number;
  readonly letters: readonly fhir4.DocumentReference[];
}

const PAIRWISE = '0b8c2a8e-64a4-5f6b-8b6f-4f5f0f0b9f11';

/** Number of a child at one recipient: two recipients cannot compare theirs. */
const childNumber = (child: fhir4.Patient, recipient: string): string => {
  const own = child.identifier?.find(({ system }) => system?.startsWith(IDENTIFIERS.child('')));
  return uuidFrom(`${own?.system}|${own?.value}|${recipient}`, PAIRWISE);
};

/** Of a request of which a lens shows nothing, that there is one, under its number: whoever holds the number was told as much. */
const NOTHING: Shown = { child: [], request: [], extensions: [], letters: [] };

/** What a lens shows of one request, by what it is for and the labels that bear on it; undefined when nothing passes. */
export const shownOf = (
  lens: Lens,
  { task, request, child }: Pick<RequestOnRecord, 'task' | 'request' | 'child'>,
): Shown | undefined => narrowed(lens, purposeOf(request), labelsOnRequest(request, task, child));

/**
 * Pure: builds what may be seen from nothing, element by element; nothing that the lens does not name is copied. An age is told as of the
 * given day.
 */
export function lookThrough(lens: Lens, record: RequestOnRecord, recipient: string, day?: string): RequestSeen {
  const { task, request, child, letters = [] } = record;
  const shown = shownOf(lens, record) ?? NOTHING;
  const number = taskNumberOf(task) ?? '';
  const age = shown.child.includes('age') && day !== undefined ? ageOn(day, child.birthDate) : undefined;
  const childSeen = shown.child.length === 0 ? undefined : childThrough(shown.child, child, recipient);
  return {
    number,
    request: requestThrough(shown, request, number),
    ...(childSeen !== undefined && { child: childSeen }),
    ...(age !== undefined && { age }),
    letters: lettersThrough({ ...lens, letters: shown.letters }, letters, recipient),
  };
}

/** Letters under numbers that only this recipient knows; none where the lens or their own label lets none through, and none that was taken back. */
export const lettersThrough = (
  lens: Pick<Lens, 'letters' | 'labels'>,
  letters: readonly fhir4.DocumentReference[],
  recipient: string,
): readonly fhir4.DocumentReference[] =>
  lens.letters.length === 0
    ? []
    : lettersPassing(lens, letters)
        .filter(({ status }) => status === 'current')
        .map((letter) => ({
          resourceType: 'DocumentReference',
          ...Object.fromEntries(
            lens.letters.flatMap((name) => (letter[name] === undefined ? [] : [[name, letter[name]]])),
          ),
          identifier: [{ system: IDENTIFIERS.letterForPartner, value: letterNumber(letter, recipient) }],
          status: 'current',
          content: lens.letters.includes('content') ? letter.content : [],
        }));

const letterNumber = ({ identifier = [] }: fhir4.DocumentReference, recipient: string): string =>
  uuidFrom(`${identifier[0]?.system}|${identifier[0]?.value}|${recipient}`, PAIRWISE);

function requestThrough(shown: Shown, request: fhir4.ServiceRequest, number: string): fhir4.ServiceRequest {
  const elements = Object.fromEntries(
    shown.request.flatMap((name) => (request[name] === undefined ? [] : [[name, request[name]]])),
  );
  const extension = (request.extension ?? [])
    .filter(({ url }) => shown.extensions.includes(url))
    .map(withoutReferences);
  return {
    resourceType: 'ServiceRequest',
    status: request.status,
    intent: request.intent,
    ...elements,
    identifier: [{ system: IDENTIFIERS.task, value: number }],
    subject: { type: 'Patient' },
    ...(extension.length > 0 && { extension }),
  };
}

/** Inside an extension a reference would name the record's own ids: only what it displays may pass. */
function withoutReferences(extension: fhir4.Extension): fhir4.Extension {
  const { valueReference, extension: parts, ...rest } = extension;
  return {
    ...rest,
    ...(valueReference?.display !== undefined && { valueString: valueReference.display }),
    ...(parts !== undefined && { extension: parts.map(withoutReferences) }),
  };
}

const CARD_SYSTEMS: ReadonlySet<string> = new Set([FOREIGN.nam, FOREIGN.ohip]);

function childThrough(elements: readonly ChildElement[], child: fhir4.Patient, recipient: string): fhir4.Patient {
  const may = (element: ChildElement) => elements.includes(element);
  const cards = may('health-card') ? (child.identifier ?? []).flatMap(cardOnly) : [];
  const name = may('name') ? (child.name ?? []) : may('given-name') ? (child.name ?? []).flatMap(givenOnly) : [];
  const birthDate = may('birth-date')
    ? child.birthDate
    : may('year-of-birth')
      ? child.birthDate?.slice(0, 4)
      : undefined;
  const interpreter = may('languages')
    ? (child.extension ?? []).filter(({ url }) => url === FOREIGN.interpreterRequired)
    : [];
  return {
    resourceType: 'Patient',
    identifier: [{ system: IDENTIFIERS.childForPartner, value: childNumber(child, recipient) }, ...cards],
    ...(name.length > 0 && { name }),
    ...(birthDate !== undefined && { birthDate }),
    ...(may('gender') && child.gender !== undefined && { gender: child.gender }),
    ...(may('languages') && child.communication !== undefined && { communication: child.communication }),
    ...(interpreter.length > 0 && { extension: interpreter }),
  };
}

/** The number of a card and what kind it is: who gave it out would name the record's own ids. */
function cardOnly({ system, value, type, extension }: fhir4.Identifier): readonly fhir4.Identifier[] {
  if (system === undefined || value === undefined || !CARD_SYSTEMS.has(system)) return [];
  const version = (extension ?? []).filter(({ url }) => url === EXTENSIONS.healthCardVersion);
  return [{ system, value, ...(type !== undefined && { type }), ...(version.length > 0 && { extension: version }) }];
}

/** A name in one piece cannot be split without guessing, so nothing of it passes here: the centre says it on the telephone. */
const givenOnly = ({ given }: fhir4.HumanName): readonly fhir4.HumanName[] => (given === undefined ? [] : [{ given }]);
