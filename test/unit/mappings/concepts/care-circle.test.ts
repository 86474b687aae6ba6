import { expect, test } from '@jest/globals';
import { careCircleMapping } from '../../../../mappings/concepts/care-circle.ts';
import type { CareCircle, Member } from '../../../../mappings/domain/concepts.ts';
import { aCircle, CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const stored = (circle: Partial<CareCircle>) => resourcesOf(careCircleMapping.toBundle(aCircle(circle), CONTEXT));
const patientOf = (circle: Partial<CareCircle>) =>
  stored(circle).flatMap((it) => (it.resourceType === 'Patient' ? [it] : []))[0];
const teamOf = (circle: Partial<CareCircle>) =>
  stored(circle).flatMap((it) => (it.resourceType === 'CareTeam' ? [it] : []))[0];
const back = (circle: Partial<CareCircle>) => careCircleMapping.fromResources(stored(circle));

const GRANDMOTHER: Member = { kind: 'family', id: 'mamie', name: { text: 'Mamie Ghislaine' }, kinship: 'GRMTH' };
const WORKER: Member = { kind: 'professional', id: 'ts-7', name: 'Ève d’Arcy-Côté, T.S.', pillar: 'social-work' };

test.each<[string, Partial<CareCircle>]>([
  ['a newborn without a given name', { child: { id: 'b-1', name: { family: 'Tremblay' }, birthDate: '2026-03' } }],
  ['a person with one name', { child: { id: 'b-2', name: { text: "Konwatsi'tsiaiénni" } } }],
  [
    'a teenager of fifteen',
    { child: { id: 'b-3', name: { given: ['Zoé'], family: "d'Arcy-Côté" }, birthDate: '2011-02-28' } },
  ],
  [
    'a child without a fixed address',
    { child: { id: 'b-4', name: { given: ['Kaya'] }, address: { noFixedAddress: true } } },
  ],
  [
    'a child in a foster family, with the mother still around',
    {
      members: [
        { kind: 'family', id: 'accueil', name: { family: 'Gagnon' }, kinship: 'PRNFOST', legalRole: 'delegated' },
        {
          kind: 'family',
          id: 'mere',
          name: { given: ['Thị Hương'], family: 'Nguyễn' },
          kinship: 'MTH',
          legalRole: 'tap',
        },
        { kind: 'community', name: { text: 'Le voisin du 2e' }, kinship: 'NBOR' },
      ],
      pivot: 'mere',
    },
  ],
  ['a pivot whom the circle does not list', { members: [GRANDMOTHER], pivot: 'ts-9' }],
  ['a circle of the child alone', {}],
  [
    'a professional who is in the circle twice',
    { members: [WORKER, { ...WORKER, period: { start: '2026' } }], pivot: 'ts-7' },
  ],
])('%s comes back as it went', (_, circle) => {
  expect(back(circle)).toEqual({ ok: true, value: aCircle(circle) });
});

test('a child without a card is a Patient like any other: nothing says that one is missing', () => {
  const without = patientOf({});
  const withCard = patientOf({ child: { ...aCircle().child, cards: [{ kind: 'nam', number: 'NGUL20051712' }] } });
  expect(without?.identifier).toEqual([withCard?.identifier?.[0]]);
  expect({ ...withCard, identifier: without?.identifier }).toEqual(without);
});

test('cards keep their order, the kind of number and the version code', () => {
  const cards = [
    { kind: 'ohip', number: '1234567897', versionCode: 'AB' },
    { kind: 'nam', number: 'NGUL20051712' },
  ] as const;
  const patient = patientOf({ child: { ...aCircle().child, cards } });
  expect(patient?.identifier?.slice(1)).toMatchObject([
    {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'JHN' }] },
      system: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn',
      value: '1234567897',
      extension: [{ valueString: 'AB' }],
    },
    { system: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id', value: 'NGUL20051712' },
  ]);
  expect(back({ child: { ...aCircle().child, cards } })).toMatchObject({ ok: true, value: { child: { cards } } });
});

test('only the first language is the preferred one', () => {
  const patient = patientOf({ child: { ...aCircle().child, languages: ['vi', 'fr'] } });
  expect(patient?.communication?.map(({ preferred }) => preferred)).toEqual([true, undefined]);
});

test('a child known to two centres has two records with nothing in common', () => {
  const identifiers = (centre: string) =>
    careCircleMapping
      .toBundle(
        { ...aCircle({ members: [GRANDMOTHER] }), centre },
        { ...CONTEXT, centre: { id: centre, name: centre } },
      )
      .entry?.filter(({ request }) => request?.method === 'PUT' && request.url.includes('?'))
      .map(({ fullUrl }) => fullUrl) ?? [];
  const [verdun, vanier] = [identifiers('verdun'), identifiers('vanier')];
  expect(verdun).toHaveLength(3);
  expect(verdun.filter((url) => vanier.includes(url))).toEqual([]);
});

test('what the circle says of a professional comes back even when the directory has other words', () => {
  const members: Member[] = [
    {
      ...WORKER,
      kind: 'professional',
      organization: { id: 'clsc', name: 'CLSC' },
      languages: ['fr', 'iu'],
      telecom: [{ system: 'phone', value: '514 555-0100' }],
    },
    { kind: 'institution', id: 'ecole', name: 'École des Découvreurs', role: 'école' },
  ];
  const resources = stored({ members }).map((resource): fhir4.FhirResource => {
    if (resource.resourceType === 'Practitioner') return { ...resource, name: [{ text: 'Somebody else’s words' }] };
    return resource.resourceType === 'Organization' ? { ...resource, name: 'Another name' } : resource;
  });
  expect(careCircleMapping.fromResources(resources)).toEqual({ ok: true, value: aCircle({ members }) });
});

test('directory entries are made only if missing, and never written over', () => {
  const requests =
    careCircleMapping.toBundle(
      aCircle({ members: [WORKER, { kind: 'institution', id: 'ecole', name: 'École' }] }),
      CONTEXT,
    ).entry ?? [];
  const ways = requests.map(({ resource, request }) => [
    resource?.resourceType,
    request?.method,
    request?.ifNoneExist !== undefined,
  ]);
  expect(ways).toEqual([
    ['CareTeam', 'PUT', false],
    ['Patient', 'PUT', false],
    ['Practitioner', 'POST', true],
    ['PractitionerRole', 'POST', true],
    ['Organization', 'POST', true],
    ['Organization', 'POST', true],
    ['Provenance', 'PUT', false],
  ]);
});

test('the child comes first in the team, and the pivot is marked once', () => {
  const team = teamOf({ members: [GRANDMOTHER, WORKER], pivot: 'ts-7' });
  expect(team?.participant?.[0]?.member).toMatchObject({ type: 'Patient', identifier: { value: 'enf-1' } });
  const pivots = team?.participant?.filter(({ role }) => role?.some(({ coding }) => coding?.[0]?.code === 'pivot'));
  expect(pivots?.map(({ member }) => member?.display)).toEqual(['Ève d’Arcy-Côté, T.S.']);
});

test('a member without an id keeps the same resource when the list is in another order', () => {
  const neighbour: Member = { kind: 'community', name: { text: 'La voisine' } };
  const coach: Member = { kind: 'community', name: { text: 'Coach Karim' } };
  const urls = (members: readonly Member[]) =>
    new Map(
      careCircleMapping
        .toBundle(aCircle({ members }), CONTEXT)
        .entry?.flatMap(({ fullUrl, resource }) =>
          resource?.resourceType === 'RelatedPerson' ? [[resource.name?.[0]?.text, fullUrl]] : [],
        ),
    );
  expect(urls([coach, neighbour])).toEqual(urls([neighbour, coach]));
  expect(new Set(urls([coach, neighbour]).values()).size).toBe(2);
  expect(teamOf({ members: [coach, { ...coach }] })?.participant).toHaveLength(3);
  expect(
    stored({ members: [coach, { ...coach }] }).filter(({ resourceType }) => resourceType === 'RelatedPerson'),
  ).toHaveLength(2);
});

test('every reason is told when a team cannot be read', () => {
  const broken = stored({ members: [GRANDMOTHER, WORKER] })
    .filter(({ resourceType }) => resourceType !== 'RelatedPerson')
    .map((resource): fhir4.FhirResource => {
      if (resource.resourceType === 'Patient') return { ...resource, gender: 'autre' as 'other' };
      if (resource.resourceType !== 'CareTeam') return resource;
      return {
        ...resource,
        status: 'on leave' as 'active',
        participant: [...(resource.participant ?? []), { member: { reference: 'Group/1' } }],
      };
    });
  const mapped = careCircleMapping.fromResources(broken);
  expect(mapped).toMatchObject({
    ok: false,
    issues: expect.arrayContaining([
      expect.objectContaining({ code: 'value', expression: 'Patient.gender' }),
      expect.objectContaining({ code: 'value', expression: 'CareTeam.status' }),
      expect.objectContaining({ code: 'not-found', expression: 'CareTeam.participant.member' }),
      expect.objectContaining({
        code: 'required',
        expression: expect.stringContaining('CareTeam.participant.extension'),
      }),
    ]),
  });
  for (const { text } of mapped.ok ? [] : mapped.issues)
    expect([text.fr, text.en].every((words) => words.length > 0)).toBe(true);
});
