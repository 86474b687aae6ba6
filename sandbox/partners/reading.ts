/**
 * Every value at a path of a resource, through arrays, as FHIRPath would find them.
 * What we are sent may not have the shape that R4 promises: nothing here throws on it.
 */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  let found = [value];
  for (const name of path.split('.')) {
    found = found.flatMap((one) => (typeof one === 'object' && one !== null ? [Reflect.get(one, name)].flat() : []));
  }
  return found.filter((one) => one !== undefined && one !== null);
}

/** The texts at a path; numbers and booleans as written. */
export const textsAt = (value: unknown, path: string): readonly string[] =>
  valuesAt(value, path)
    .filter((one) => ['string', 'number', 'boolean'].includes(typeof one))
    .map(String)
    .filter((text) => text.trim() !== '');

/** A person's first name as given: the text, else given names then family name. */
export function personName(resource: unknown): string | undefined {
  const [name] = valuesAt(resource, 'name');
  const [text] = textsAt(name, 'text');
  const parts = [...textsAt(name, 'given'), ...textsAt(name, 'family')];
  return text ?? (parts.length > 0 ? parts.join(' ') : undefined);
}

/** The words of a CodeableConcept: its text, else displays, else codes. */
export function conceptWords(concept: unknown): readonly string[] {
  for (const path of ['text', 'coding.display', 'coding.code']) {
    const words = textsAt(concept, path);
    if (words.length > 0) return words;
  }
  return [];
}

/** What is asked, in the requester's words: the service, why, and notes. */
export function requestWords(request: unknown): readonly string[] {
  return [
    ...valuesAt(request, 'code').flatMap(conceptWords),
    ...valuesAt(request, 'orderDetail').flatMap(conceptWords),
    ...valuesAt(request, 'reasonCode').flatMap(conceptWords),
    ...textsAt(request, 'note.text'),
    ...textsAt(request, 'patientInstruction'),
  ];
}

/** One line of a thing shown to a person. */
export interface Line {
  readonly label: string;
  readonly text: string;
}

/** An extension and those inside it, as lines; the last part of each url is the label, since we know no profile here. */
export function extensionLines(extension: unknown): readonly Line[] {
  const [url = ''] = textsAt(extension, 'url');
  const label = url.slice(url.lastIndexOf('/') + 1);
  const inside = valuesAt(extension, 'extension').flatMap(extensionLines);
  const own =
    typeof extension === 'object' && extension !== null
      ? Object.entries(extension).filter(([name]) => name.startsWith('value'))
      : [];
  return [...own.map(([, value]) => ({ label, text: leavesOf(value).join(' · ') })), ...inside];
}

/** All the texts inside a value, in order; of a code, what people read. */
function leavesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value === 'object' && value !== null) {
    const words = [conceptWords(value), textsAt(value, 'display'), textsAt(value, 'code')].find(
      ({ length }) => length > 0,
    );
    return words ?? Object.values(value).flatMap(leavesOf);
  }
  return value === undefined || value === null ? [] : [String(value)];
}
