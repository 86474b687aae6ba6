import { type Change, given, type Mutator, replaced } from './mutant.ts';
import { isObject, type Place } from './places.ts';
import type { R4Members } from './r4-elements.ts';

/** Takes away one member, one item, or one item of a list with more than one. */
export const drop: Mutator = (place) => {
  const { owner, of, pointer, value, alone } = place;
  // The only item of a list goes with its list: an empty one is of another class.
  if (owner === undefined || alone) return [];
  if (of === 'item') return [{ what: 'item', patch: [{ op: 'remove', path: pointer }] }];
  const beside = `${pointer.slice(0, pointer.lastIndexOf('/'))}/_${owner.name}`;
  return [
    { what: of === 'list' ? 'list' : 'member', patch: [{ op: 'remove', path: pointer }] },
    // What a partner's form does with a field left blank.
    ...(of === 'list' && Array.isArray(value) && value.length > 1
      ? [replaced('all but the last', place, value.slice(-1))]
      : []),
    ...(typeof value === 'string'
      ? [
          {
            what: 'value, its absence explained by an extension',
            patch: [
              { op: 'remove' as const, path: pointer },
              { op: 'add' as const, path: beside, value: { extension: [ABSENT] } },
            ],
          },
        ]
      : []),
  ];
};

const ABSENT = { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' };

/** Says the same thing twice: an item again, or two where one is meant. */
export const duplicate: Mutator = (place) => {
  const { of, pointer, value, owner } = place;
  if (of === 'item') return [{ what: 'item', patch: [{ op: 'add', path: pointer, value }] }];
  if (of === 'single' && owner !== undefined) return [replaced('single as a list of two', place, [value, value])];
  return [];
};

/** Another JSON type than the one that FHIR wants there. */
export const retype: Mutator = (place) => {
  const { value, of, owner } = place;
  if (owner === undefined) return [];
  const to = (what: string, it: unknown): Change => replaced(what, place, it);
  if (Array.isArray(value)) return [to('list to its first item', value[0]), to('list to text', 'text')];
  const wrapped = of === 'single' ? [to('single to list', [value])] : [to('item to list', [value])];
  const none = of === 'single' ? [to('to null', null)] : [];
  if (isObject(value))
    return [...wrapped, ...none, to('object to text', 'text'), to('object to number', 1), to('object to true', true)];
  const scalar = [...wrapped, ...none, to('scalar to object', { value }), to('scalar to empty object', {})];
  if (typeof value === 'string') return [...scalar, to('text to number', 7), to('text to true', true)];
  return [...scalar, to(`${typeof value} to text`, String(value)), to(`${typeof value} to other text`, 'x')];
};

/** Nothing where something must be. */
export const empty: Mutator = (place) => {
  const { value, owner } = place;
  if (owner === undefined) return [];
  if (Array.isArray(value))
    return [replaced('empty list', place, []), replaced('list of an empty object', place, [{}])];
  if (isObject(value)) return [replaced('empty object', place, {})];
  return typeof value === 'string' ? [replaced('empty text', place, '')] : [];
};

/** Members that FHIR does not have there. */
export const unknown: Mutator = (place, { resource }) => {
  const { value, element, owner } = place;
  if (!isObject(value)) return typeof value === 'string' ? besidePrimitive(place) : [];
  const [name = ''] = Object.keys(value).filter((it) => it !== 'resourceType' && !it.startsWith('_'));
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return [
    given('member of nobody', place, { remarque: 'x' }),
    given('list of nobody', place, { remarques: [] }),
    given('object of nobody', place, { detail: { code: 'x' } }),
    given('comment of an older FHIR', place, { fhir_comments: ['x'] }),
    ...(name === '' ? [] : [given('name in capitals', place, { [capital]: value[name] })]),
    ...(owner === undefined ? [] : [given('resourceType inside', place, { resourceType: resource.resourceType })]),
    ...(element.type === 'Narrative' ? [] : [given('member of another type', place, { div: 'x' })]),
    ...(element.type === 'Reference'
      ? [given('resource in a reference', place, { resource: { resourceType: 'Patient' } })]
      : []),
  ];
};

/** What stands beside a primitive: `_name`. */
function besidePrimitive({ owner, of, pointer }: Place): readonly Change[] {
  if (owner === undefined || of !== 'single') return [];
  const path = `${pointer.slice(0, pointer.lastIndexOf('/'))}/_${owner.name}`;
  const beside = (what: string, value: unknown): Change => ({ what, patch: [{ op: 'add', path, value }] });
  return [
    beside('underscore with a text', 'x'),
    beside('underscore with a list', [{ id: 'x' }]),
    beside('underscore with nothing', {}),
    beside('underscore with a member of nobody', { remarque: 'x' }),
    beside('underscore with an id', { id: 'x' }),
    beside('underscore with a note', { extension: [{ url: 'https://elsewhere.example/note', valueString: 'x' }] }),
  ];
}

/** Choices: two at once, none of them, one that the element does not allow, or another that it does. */
export const choice =
  (members: (path: string) => R4Members): Mutator =>
  ({ value, pointer, owner, element }) => {
    if (element.stem === undefined || owner === undefined) return [];
    const { stem, otherTypes } = element;
    const named = (type: string): string => `${stem}${type.charAt(0).toUpperCase()}${type.slice(1)}`;
    const instead = (what: string, name: string, it: unknown): Change => ({
      what,
      patch: [
        { op: 'remove', path: pointer },
        { op: 'add', path: `${owner.pointer}/${name}`, value: it },
      ],
    });
    const foreign = Object.keys(SAMPLES).filter((type) => type !== element.type && !otherTypes.includes(type));
    const siblings = members(element.path.slice(0, element.path.lastIndexOf('.')));
    return [
      ...(siblings.has(stem) ? [] : [instead('without its type', stem, value)]),
      ...otherTypes
        .filter((type) => type in SAMPLES)
        .flatMap((type) => [
          instead(`as ${type}`, named(type), SAMPLES[type]),
          {
            what: `and ${type} too`,
            patch: [{ op: 'add' as const, path: `${owner.pointer}/${named(type)}`, value: SAMPLES[type] }],
          },
        ]),
      ...foreign.slice(0, 3).map((type) => instead(`as ${type}, which it may not be`, named(type), SAMPLES[type])),
    ];
  };

/** One right value of each type that a choice may be. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  markdown: 'words',
  boolean: true,
  string: 'words',
  integer: 3,
  decimal: 1.5,
  code: 'x',
  date: '2026-01-15',
  dateTime: '2026-01-15T10:00:00-05:00',
  time: '10:00:00',
  uri: 'https://elsewhere.example/x',
  Age: { value: 3, unit: 'a', system: 'http://unitsofmeasure.org', code: 'a' },
  Annotation: { text: 'words' },
  CodeableConcept: { text: 'words' },
  Coding: { display: 'words' },
  Identifier: { system: 'https://elsewhere.example/ids', value: '1' },
  Period: { start: '2026-01-15', end: '2026-02-15' },
  Quantity: { value: 3 },
  Range: { low: { value: 1 }, high: { value: 3 } },
  Ratio: { numerator: { value: 1 }, denominator: { value: 3 } },
  Reference: { display: 'words' },
};
