import { v5 as uuidFrom } from 'uuid';
import { ageOn } from '../domain/dates-in-words.ts';
import { EXTENSIONS, FOREIGN, IDENTIFIERS } from '../domain/systems.ts';
import type { ChildElement, Lens } from './lenses.ts';

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

/**
 * Pure: builds what may be seen from nothing, element by element; nothing that the lens does not name is copied. An age is told as of the
 * given day.
 */
export function lookThrough(
  lens: Lens,
  { task, request, child, letters = [] }: RequestOnRecord,
  recipient: string,
  day?: string,
): RequestSeen {
  const number = task.identifier?.find(({ system }) => system === IDENTIFIERS.task)?.value ?? '';
  const age = lens.child.includes('age') && day !== undefined ? ageOn(day, child.birthDate) : undefined;
  const childSeen = lens.child.length === 0 ? undefined : childThrough(lens.child, child, recipient);
  return {
    number,
    request: requestThrough(lens, request, number),
    ...(childSeen !== undefined && { child: childSeen }),
    ...(age !== undefined && { age }),
    letters: lettersThrough(lens, letters, recipient),
  };
}

/** Letters under numbers that only this recipient knows; none where the lens lets none through, and none that was taken back. */
export const lettersThrough = (
  { letters: elements }: Pick<Lens, 'letters'>,
  letters: readonly fhir4.DocumentReference[],
  recipient: string,
): readonly fhir4.DocumentReference[] =>
  elements.length === 0
    ? []
    : letters
        .filter(({ status }) => status === 'current')
        .map((letter) => ({
          resourceType: 'DocumentReference',
          ...Object.fromEntries(elements.flatMap((name) => (letter[name] === undefined ? [] : [[name, letter[name]]]))),
          identifier: [{ system: IDENTIFIERS.letterForPartner, value: letterNumber(letter, recipient) }],
          status: 'current',
          content: elements.includes('content') ? letter.content : [],
        }));

const letterNumber = ({ identifier = [] }: fhir4.DocumentReference, recipient: string): string =>
  uuidFrom(`${identifier[0]?.system}|${identifier[0]?.value}|${recipient}`, PAIRWISE);

function requestThrough(lens: Lens, request: fhir4.ServiceRequest, number: string): fhir4.ServiceRequest {
  const elements = Object.fromEntries(
    lens.request.flatMap((name) => (request[name] === undefined ? [] : [[name, request[name]]])),
  );
  const extension = (request.extension ?? []).filter(({ url }) => lens.extensions.includes(url)).map(withoutReferences);
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
