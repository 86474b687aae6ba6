import { type Change, given, type Mutator, replaced, taken } from './mutant.ts';
import { isObject, type JsonObject, type Place } from './places.ts';
import { profilesOf } from './profiles-of.ts';

/** Codes that each CodeSystem at hand has. */
export type CodesOf = (system: string) => readonly string[];

const ELSEWHERE = 'https://elsewhere.example/codes';

/** Codes: unknown in a known system, another of the same system, another system, another display, half of a coding. */
export const recode =
  (codesOf: CodesOf): Mutator =>
  (place) => {
    const { value, element, of } = place;
    if (of === 'list') return [];
    if (element.type === 'code' && typeof value === 'string')
      return [replaced('to a code of nobody', place, 'inconnu')];
    if (element.type === 'CodeableConcept' && isObject(value)) return concept(place, value);
    if (element.type !== 'Coding' || !isObject(value)) return [];
    const { system, code } = value;
    const others = typeof system === 'string' ? codesOf(system).filter((it) => it !== code) : [];
    return [
      ...(typeof code === 'string' ? [given('unknown in its system', place, { code: 'zzz-unknown' })] : []),
      ...spread(others, 3).map((other) => bare(`to ${other} of the same system`, place, { system, code: other })),
      bare('to another system', place, { ...value, system: ELSEWHERE }),
      bare('to a code of another kind', place, { system: 'http://hl7.org/fhir/administrative-gender', code: 'female' }),
      bare('to a kinship', place, { system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'MTH' }),
      bare('to a unit', place, { system: 'http://unitsofmeasure.org', code: 'mg' }),
      given('to another display', place, { display: 'Tout autre chose' }),
      given('to a system with a version', place, { version: '0.0.1' }),
      given('chosen by the user', place, { userSelected: true }),
      ...(system === undefined ? [] : [taken('without its system', place, 'system')]),
      ...(code === undefined ? [] : [taken('without its code', place, 'code')]),
    ];
  };

const concept = (place: Place, value: JsonObject): readonly Change[] => [
  replaced('to a text only', place, { text: 'words' }),
  replaced('to a coding elsewhere', place, { coding: [{ system: ELSEWHERE, code: 'x' }] }),
  ...(Array.isArray(value.coding)
    ? [
        given('with a coding elsewhere too', place, { coding: [...value.coding, { system: ELSEWHERE, code: 'x' }] }),
        given('with a coding elsewhere first', place, { coding: [{ system: ELSEWHERE, code: 'x' }, ...value.coding] }),
      ]
    : []),
];

const bare = (what: string, place: Place, { display: _display, ...coding }: JsonObject): Change =>
  replaced(what, place, coding);

const spread = (codes: readonly string[], count: number): readonly string[] =>
  Array.from(
    { length: Math.min(count, codes.length) },
    (_, nth) => codes[Math.floor((nth * codes.length) / count)] ?? '',
  );

const TYPES = ['Patient', 'Practitioner', 'Organization', 'Observation', 'Medication', 'Device', 'Location'];

/** References: to another type, malformed, to nothing inside, empty. */
export const reference: Mutator = (place) => {
  const { value, element, of } = place;
  if (of === 'list' || element.type !== 'Reference' || !isObject(value)) return [];
  const wrong = TYPES.filter((type) => !element.targets.includes(type) && !element.targets.includes('Resource'));
  const to = (what: string, it: string): Change => {
    const { type: _type, ...rest } = value;
    return replaced(what, place, { ...rest, reference: it });
  };
  return [
    ...wrong
      .slice(0, 2)
      .flatMap((type) => [
        to(`to a ${type}`, `${type}/1`),
        to(`to a ${type} elsewhere`, `https://elsewhere.example/fhir/${type}/1`),
      ]),
    ...wrong
      .slice(0, 1)
      .flatMap((type) => [
        to(`to a search of a ${type}`, `${type}?identifier=urn:elsewhere|1`),
        replaced(`said to be a ${type}`, place, { type, identifier: { system: ELSEWHERE, value: '1' } }),
      ]),
    ...(element.targets[0] === undefined
      ? []
      : [
          to('to the type of another case', `${element.targets[0].toLowerCase()}/1`),
          to('to a right type', `${element.targets[0]}/1`),
          to('to a search', `${element.targets[0]}?identifier=urn:elsewhere|1`),
        ]),
    to('to nothing inside', '#nobody'),
    to('to the resource itself', '#'),
    to('in words', 'pas une référence'),
    to('with a blank in its id', 'Patient/a b'),
    to('to no resource type', 'Personne/1'),
    to('without an id', 'Patient/'),
    to('to an urn of words', 'urn:uuid:pas-un-uuid'),
    to('to an urn that is not there', 'urn:uuid:6f0c6c1e-3d0a-4c8e-9a52-7a1f6f6d2b11'),
    to('to a search of nothing', 'Organization?'),
    replaced('to nothing at all', place, {}),
    replaced('to a display only', place, { display: 'words' }),
    replaced('to an identifier only', place, { identifier: { system: ELSEWHERE, value: '1' } }),
    given('with a type that is none', place, { type: 'Personne' }),
  ];
};

/** Which paths a profile of ours slices, by the profile's canonical. */
export type SlicedPaths = (profile: string) => ReadonlySet<string>;

/** Lists that a profile slices: an item less, one more, one that no slice knows, a discriminator changed. */
export const slice =
  (slicedPaths: SlicedPaths): Mutator =>
  (place, { resource }) => {
    const { value, of, path, pointer } = place;
    if (of === 'list' || !isObject(value) || !profilesOf(resource).some((it) => slicedPaths(it).has(path))) return [];
    const changed = (what: string, member: string, to: unknown): readonly Change[] =>
      member in value ? [given(what, place, { [member]: to })] : [];
    return [
      ...(of === 'item'
        ? [
            { what: 'item less', patch: [{ op: 'remove' as const, path: pointer }] },
            { what: 'item more', patch: [{ op: 'add' as const, path: pointer, value }] },
          ]
        : []),
      ...Object.keys(value).map((member) => taken(`without ${member}`, place, member)),
      ...changed('another system', 'system', 'https://elsewhere.example/ids'),
      ...changed('another url', 'url', 'https://elsewhere.example/x'),
      ...changed('another code', 'code', 'zzz'),
      ...changed('another type', 'type', { text: 'words' }),
      ...changed('another coding', 'coding', [{ system: ELSEWHERE, code: 'x' }]),
    ];
  };

const OURS = 'https://fhir.passerelle.example/StructureDefinition';
const NOTE = { url: 'https://elsewhere.example/note', valueString: 'x' };

/** Extensions: unknown, of the wrong type, in the wrong place, half, doubled, or that modify what they stand on. */
export const extension: Mutator = (place) => {
  const { value, element, of } = place;
  if (of === 'list' || !isObject(value)) return [];
  if (element.type === 'Extension') return known(place, value);
  const add = (what: string, it: JsonObject): Change => {
    const before = Array.isArray(value.extension) ? value.extension : [];
    return given(what, place, { extension: [...before, it] });
  };
  return [
    add('of somebody else', NOTE),
    add('without url', { valueString: 'x' }),
    add('with neither value nor parts', { url: NOTE.url }),
    add('with value and parts', { ...NOTE, extension: [NOTE] }),
    add('with two values', { ...NOTE, valueBoolean: true }),
    add('with a value of no type', { url: NOTE.url, value: 'x' }),
    add('of ours that is not there', { url: `${OURS}/psc-nothing`, valueString: 'x' }),
    add('of R4 where it does not belong', {
      url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
      valueBoolean: true,
    }),
    add('of R4 with another type of value', {
      url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
      valueString: 'x',
    }),
    add('of R4 that is not there', { url: 'http://hl7.org/fhir/StructureDefinition/nothing', valueString: 'x' }),
    add('with a relative url', { url: 'note', valueString: 'x' }),
    ...(element.type === element.path || element.type === 'BackboneElement'
      ? [given('that modifies, of somebody else', place, { modifierExtension: [NOTE] })]
      : [given('that modifies where none may', place, { modifierExtension: [NOTE] })]),
  ];
};

function known(place: Place, value: JsonObject): readonly Change[] {
  const values = Object.keys(value).filter((name) => name.startsWith('value'));
  return [
    taken('known, without its url', place, 'url'),
    given('known, url of somebody else', place, { url: NOTE.url }),
    given('known, url of ours that is not there', place, { url: `${OURS}/psc-nothing` }),
    ...values.flatMap((name) => [
      taken('known, without its value', place, name),
      {
        what: 'known, another type of value',
        patch: [
          { op: 'remove' as const, path: `${place.pointer}/${name}` },
          name === 'valueString'
            ? { op: 'add' as const, path: `${place.pointer}/valueInteger`, value: 3 }
            : { op: 'add' as const, path: `${place.pointer}/valueString`, value: 'x' },
        ],
      },
      given('known, with parts too', place, { extension: [NOTE] }),
    ]),
    ...(Array.isArray(value.extension)
      ? [
          given('known, with a part of somebody else', place, { extension: [...value.extension, NOTE] }),
          given('known, with a value too', place, { valueString: 'x' }),
          given('known, with a part that is not its own', place, {
            extension: [...value.extension, { url: 'nothing', valueString: 'x' }],
          }),
        ]
      : []),
  ];
}

const DIV = (inside: string, attributes = ' xmlns="http://www.w3.org/1999/xhtml"'): string =>
  `<div${attributes}>${inside}</div>`;

const NARRATIVES: readonly (readonly [what: string, text: JsonObject])[] = [
  ['right', { status: 'generated', div: DIV('<p>Texte <b>gras</b></p>') }],
  ['a script', { status: 'generated', div: DIV('<script>alert(1)</script>') }],
  ['a handler', { status: 'generated', div: DIV('<p onclick="x()">Texte</p>') }],
  ['a frame', { status: 'generated', div: DIV('<iframe src="https://elsewhere.example"></iframe>') }],
  ['a form', { status: 'generated', div: DIV('<form><input/></form>') }],
  ['a style sheet', { status: 'generated', div: DIV('<style>p{}</style><p>Texte</p>') }],
  ['a style', { status: 'generated', div: DIV('<p style="color:red">Texte</p>') }],
  ['a tag of nobody', { status: 'generated', div: DIV('<texte>x</texte>') }],
  ['an attribute of nobody', { status: 'generated', div: DIV('<p remarque="x">Texte</p>') }],
  ['not well formed', { status: 'generated', div: DIV('<p>Texte') }],
  ['tags crossed', { status: 'generated', div: DIV('<b><i>Texte</b></i>') }],
  ['an ampersand bare', { status: 'generated', div: DIV('<p>a & b</p>') }],
  ['an entity of HTML', { status: 'generated', div: DIV('<p>a&nbsp;b&eacute;</p>') }],
  ['an entity of nobody', { status: 'generated', div: DIV('<p>a&rien;b</p>') }],
  ['without its namespace', { status: 'generated', div: DIV('<p>Texte</p>', '') }],
  ['another namespace', { status: 'generated', div: DIV('<p>Texte</p>', ' xmlns="https://elsewhere.example"') }],
  ['nothing in it', { status: 'generated', div: DIV('') }],
  ['blanks in it', { status: 'generated', div: DIV('  ') }],
  ['only an image', { status: 'generated', div: DIV('<img src="#x" alt="x"/>') }],
  ['no element', { status: 'generated', div: 'Texte' }],
  ['another element', { status: 'generated', div: '<p xmlns="http://www.w3.org/1999/xhtml">Texte</p>' }],
  ['a document', { status: 'generated', div: `<!DOCTYPE html>${DIV('Texte')}` }],
  ['a processing instruction', { status: 'generated', div: `<?php x ?>${DIV('Texte')}` }],
  ['an attribute without quotes', { status: 'generated', div: DIV('<p title=x>Texte</p>') }],
  ['capitals', { status: 'generated', div: DIV('<P>Texte</P>') }],
  ['a comment', { status: 'generated', div: DIV('<!-- x --><p>Texte</p>') }],
  ['a link that runs', { status: 'generated', div: DIV('<a href="javascript:alert(1)">Texte</a>') }],
  ['a link', { status: 'generated', div: DIV('<a href="https://elsewhere.example">Texte</a>') }],
  ['an object', { status: 'generated', div: DIV('<object data="x"></object>') }],
  ['something after it', { status: 'generated', div: `${DIV('Texte')}<p>x</p>` }],
  ['without status', { div: DIV('Texte') }],
  ['status of nobody', { status: 'beau', div: DIV('Texte') }],
  ['without div', { status: 'generated' }],
];

/** Narratives that a page would show, right ones and dangerous ones. */
export const narrative: Mutator = (place) =>
  place.owner === undefined && place.element.type !== 'Bundle' && place.element.type !== 'Parameters'
    ? NARRATIVES.map(([what, text]) => given(what, place, { text }))
    : [];

/** What a resource says it follows. */
export const profile: Mutator = (place, { resource }) => {
  if (place.owner !== undefined) return [];
  const meta = isObject(resource.meta) ? resource.meta : {};
  const following = (what: string, ...profiles: readonly unknown[]): Change =>
    given(what, place, { meta: { ...meta, profile: profiles } });
  const present = profilesOf(resource);
  const type = String(resource.resourceType);
  return [
    following('one of ours that is not there', `${OURS}/psc-nothing`),
    following('one of ours too that is not there', ...present, `${OURS}/psc-nothing`),
    following('one of ours for another type', `${OURS}/${type === 'Patient' ? 'psc-goal' : 'psc-child'}`),
    following('its own base', ...present, `http://hl7.org/fhir/StructureDefinition/${type}`),
    following(
      'the base of another type',
      `http://hl7.org/fhir/StructureDefinition/${type === 'Task' ? 'Goal' : 'Task'}`,
    ),
    following('one of R4 that is not there', 'http://hl7.org/fhir/StructureDefinition/Nothing'),
    following('words', 'pas un profil'),
    following('one of somebody else', 'https://elsewhere.example/StructureDefinition/theirs'),
    ...(present.length === 0
      ? []
      : [
          following('the same, twice', ...present, ...present),
          following('the same, with its version', `${present[0]}|0.1.0`),
          following('the same, with another version', `${present[0]}|9.9.9`),
          given('none', place, { meta: {} }),
          { what: 'none, and no meta', patch: [{ op: 'remove' as const, path: '/meta' }] },
        ]),
  ];
};
