import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type GlassSeen, throughTheGlass } from '../../../../mappings/break-glass/through-the-glass.ts';
import { nowAt } from '../../../../mappings/consent/moments.ts';
import { requestKindOf } from '../../../../mappings/domain/request-kind.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { type ChildFile, childFiles } from '../../../generators/child-files.ts';
import { withBirds } from '../../../leaks/birds.ts';
import { recordOf } from '../../../leaks/one-case.ts';

const NOW = nowAt(new Date('2026-11-26T15:00:00Z'), 'America/Toronto');
const scopeOf = ({ circle }: ChildFile) => ({ centre: circle.centre, child: circle.child.id, now: NOW });
const seenOf = (resources: readonly fhir4.FhirResource[], file: ChildFile): GlassSeen =>
  throughTheGlass(resources, scopeOf(file));

/** How a request is kept from being read: it is the young person’s own, or restricted, in each way in which the record says so. */
const HIDING = {
  'asked by the child alone': (it: fhir4.ServiceRequest) => ({
    ...it,
    requester: { ...it.subject, type: 'Patient' },
    extension: (it.extension ?? []).filter(({ url }) => url !== EXTENSIONS.agreement),
  }),
  'labelled as asked alone': (it: fhir4.ServiceRequest) => labelled(it, { system: FOREIGN.actCode, code: 'ADOL' }),
  restricted: (it: fhir4.ServiceRequest) => labelled(it, { system: FOREIGN.confidentiality, code: 'R' }),
  'under a label that nobody knows': (it: fhir4.ServiceRequest) =>
    labelled(it, { system: 'https://elsewhere.example/labels', code: 'X' }),
} as const;
type Hidden = keyof typeof HIDING;
const HIDDEN = Object.keys(HIDING) as readonly Hidden[];

const labelled = <T extends fhir4.FhirResource>(it: T, coding: fhir4.Coding): T => ({
  ...it,
  meta: { ...it.meta, security: [...(it.meta?.security ?? []), coding] },
});

/** The file with all its requests but the legal one hidden in this way, or none. */
const recordWith = (file: ChildFile, hidden: Hidden | undefined): readonly fhir4.FhirResource[] =>
  recordOf(file, { look: 'public-network', asked: 'service-referral' }).map((it) =>
    hidden !== undefined && it.resourceType === 'ServiceRequest' && requestKindOf(it) !== 'legal-referral'
      ? HIDING[hidden](it)
      : it,
  );

/** Written from the issue and not from the table: of what, and where in it, anything may be told. */
const MAY_TELL: Readonly<Partial<Record<fhir4.FhirResource['resourceType'], readonly RegExp[]>>> = {
  Patient: [/^Patient\.(name|communication)\b/],
  ServiceRequest: [
    /^ServiceRequest\.extension\(psc-safe-contact\)/,
    /^ServiceRequest\.performer\.(display$|identifier\b)/,
  ],
  EpisodeOfCare: [/^EpisodeOfCare\.managingOrganization\.(display$|identifier\b)/],
  CareTeam: [/^CareTeam\.participant\.(role\.text|member\.display|extension\(psc-participant\)\.extension\(telecom\))/],
  RelatedPerson: [/^RelatedPerson\.(name|communication)\b/],
};

/** On which the meaning of the rest depends: which kind, programme, legal role, pillar it is. */
const MEANING = [
  /^ServiceRequest\.category\.coding\((request-kind|programme)\)\.code$/,
  /^ServiceRequest\.code\.coding\(network-service\)\.code$/,
  /^EpisodeOfCare\.type\.coding\((programme|centre-programme)\)\.code$/,
  /\((circle-role|v3-RoleCode)\)\.code$/,
  /\(psc-participant\)\.extension\(kind\)\.valueCode$/,
  /\(psc-safe-contact\)\.extension\((through|means|language)\)\.valueCode$/,
  /\.language\.coding\(urn:ietf:bcp:47\)\.code$/,
];
const OPEN: ReadonlySet<string | undefined> = new Set(['service-referral', 'social-prescription']);
const RUNS = 60;
const BIRD = /zq\d{5}q[eé]/g;
const birdsIn = (value: unknown): ReadonlySet<string> =>
  new Set((JSON.stringify(value).match(BIRD) ?? []).map((it) => it.replace('é', 'e')));

test('of all that a file says, only what is named ever passes: never a word of the legal file, nor of what a young person asked alone', () => {
  let told = 0;
  fc.assert(
    fc.property(childFiles(), fc.constantFrom(undefined, ...HIDDEN), (file, hidden) => {
      const keep = (place: string, text: string): boolean =>
        text === file.circle.centre || text === file.circle.child.id || MEANING.some((it) => it.test(place));
      const { resources, birds } = withBirds(recordWith(file, hidden), keep);
      const homes = new Map<string, fhir4.FhirResource[]>();
      for (const resource of resources)
        for (const bird of birdsIn(resource)) homes.set(bird, [...(homes.get(bird) ?? []), resource]);
      for (const bird of birdsIn(seenOf(resources, file))) {
        told += 1;
        const places = birds.get(bird) ?? [];
        // A number stands in several resources alike: one of them must be open, and tell it there.
        const open = (homes.get(bird) ?? []).filter(
          (it) => it.resourceType !== 'ServiceRequest' || (hidden === undefined && OPEN.has(requestKindOf(it))),
        );
        const may = open.flatMap(({ resourceType }) => MAY_TELL[resourceType] ?? []);
        expect([places, places.some((place) => may.some((it) => it.test(place)))]).toEqual([places, true]);
      }
    }),
    { numRuns: RUNS },
  );
  // The child’s name at least, in each.
  expect(told).toBeGreaterThanOrEqual(RUNS);
});

test('a file with a legal referral, or with what a young person asked alone, and the same file without, look the same', () => {
  let differed = 0;
  fc.assert(
    fc.property(childFiles(), fc.constantFrom(undefined, ...HIDDEN), (file, hidden) => {
      const whole = recordWith(file, hidden);
      const secret = whole.filter(
        (it) =>
          it.resourceType === 'ServiceRequest' &&
          (hidden !== undefined || requestKindOf(it) === 'legal-referral') &&
          requestKindOf(it) !== undefined,
      );
      const places = new Set(secret.map(({ resourceType, id }) => `${resourceType}/${id}`));
      const hangsOn = (it: fhir4.FhirResource): boolean => [...places].some((place) => hasReference(it, place));
      const without = whole.filter((it) => !secret.includes(it) && !hangsOn(it));
      if (without.length < whole.length) differed += 1;
      expect(seenOf(whole, file)).toEqual(seenOf(without, file));
    }),
    { numRuns: RUNS },
  );
  expect(differed).toBe(RUNS);
});

const hasReference = (node: unknown, place: string): boolean =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).some(([name, it]) => (name === 'reference' ? it === place : hasReference(it, place)))
    : false;

test('of a child whose own file bears a label, and of another centre’s child, the number alone is told', () => {
  fc.assert(
    fc.property(childFiles(), (file) => {
      const whole = recordWith(file, undefined);
      const nothing = { child: { id: file.circle.child.id }, safeContacts: [], allergies: [], mayConsent: [] };
      const restricted = whole.map((it) =>
        it.resourceType === 'Patient' ? labelled(it, { system: FOREIGN.confidentiality, code: 'V' }) : it,
      );
      expect(seenOf(restricted, file)).toMatchObject(nothing);
      expect(throughTheGlass(whole, { ...scopeOf(file), centre: 'un-autre' })).toMatchObject(nothing);
    }),
    { numRuns: 10 },
  );
});

const centre = 'verdun';
const number = (system: string, value: string): fhir4.Reference => ({ identifier: { system, value } });
const ofChild = { reference: 'Patient/p1' };
const PATIENT: fhir4.Patient = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ system: IDENTIFIERS.child(centre), value: 'enf-1' }],
  name: [{ given: ['Nina'], family: 'Invention' }],
  birthDate: '2015-04-02',
};
const looked = (...resources: readonly fhir4.FhirResource[]): GlassSeen =>
  throughTheGlass([PATIENT, ...resources], { centre, child: 'enf-1', now: NOW });

const kinship = (role: string, period?: fhir4.Period): fhir4.RelatedPerson => ({
  resourceType: 'RelatedPerson',
  patient: ofChild,
  name: [{ text: `Personne ${role}` }],
  relationship: [{ coding: [{ system: CODE_SYSTEMS.circleRole, code: role }] }],
  telecom: [{ system: 'phone', value: '514 555-0166' }],
  address: [{ text: '12, rue Inventée' }],
  ...(period !== undefined && { period }),
});

test('who may consent is told with their role and their time, and never how to reach them but through the safe contact', () => {
  const { mayConsent } = looked(
    kinship('tap'),
    kinship('tutor', { end: '2026-11-25' }),
    kinship('delegated', { start: '2026-11-26', end: '2026-11-26' }),
    kinship('voisin'),
    { ...kinship('tap'), active: false },
  );
  expect(mayConsent).toEqual([
    { name: { text: 'Personne tap' }, legalRole: 'tap' },
    { name: { text: 'Personne delegated' }, legalRole: 'delegated', from: '2026-11-26', until: '2026-11-26' },
  ]);
});

test('an allergy is told as it is noted, one that was refuted as such; what was written by mistake, and notes, are not', () => {
  const allergy = (substance: string, verification: string): fhir4.AllergyIntolerance => ({
    resourceType: 'AllergyIntolerance',
    patient: ofChild,
    code: { text: substance },
    criticality: 'high',
    reaction: [{ manifestation: [{ text: 'Anaphylaxie' }], description: 'Chez son père' }],
    verificationStatus: { coding: [{ code: verification }] },
    note: [{ text: 'Dit par la voisine' }],
    recordedDate: '2026-02-01',
  });
  const { allergies } = looked(
    allergy('Arachide', 'confirmed'),
    allergy('Lait', 'refuted'),
    allergy('Blé', 'entered-in-error'),
    labelled(allergy('Latex', 'confirmed'), { system: FOREIGN.confidentiality, code: 'R' }),
  );
  const told = { reactions: ['Anaphylaxie'], criticality: 'high', notedOn: '2026-02-01' };
  expect(allergies).toEqual([
    { substance: 'Arachide', ...told, verification: 'confirmed' },
    { substance: 'Lait', ...told, verification: 'refuted' },
  ]);
});

const request = (id: string, kind: string, more: Partial<fhir4.ServiceRequest> = {}): fhir4.ServiceRequest => ({
  resourceType: 'ServiceRequest',
  id,
  identifier: [{ system: IDENTIFIERS.request(centre), value: id }],
  status: 'active',
  intent: 'order',
  subject: ofChild,
  authoredOn: '2026-10-01',
  category: [
    { coding: [{ system: CODE_SYSTEMS.requestKind, code: kind }] },
    { coding: [{ system: CODE_SYSTEMS.programme, code: 'clsc' }] },
  ],
  code: { coding: [{ system: CODE_SYSTEMS.networkService, code: 'speech-therapy' }], text: 'Mots libres' },
  performer: [{ ...number(IDENTIFIERS.partner, 'clsc-verdun'), display: 'CLSC de Verdun' }],
  extension: [{ url: EXTENSIONS.safeContact, extension: [{ url: 'through', valueCode: 'centre' }] }],
  ...more,
});
const task = (of: string, status: fhir4.Task['status']): fhir4.Task => ({
  resourceType: 'Task',
  status,
  intent: 'order',
  focus: { reference: `ServiceRequest/${of}` },
});

test('care that was asked is told while it is under way; what is not care, has ended or was refused is not; a safe contact is told once', () => {
  const programme = (code: string) => ({
    category: [
      { coding: [{ system: CODE_SYSTEMS.requestKind, code: 'service-referral' }] },
      { coding: [{ system: CODE_SYSTEMS.programme, code }] },
    ],
  });
  const service = (code: string) => ({ code: { coding: [{ system: CODE_SYSTEMS.networkService, code }] } });
  const { care, safeContacts } = looked(
    request('asked', 'service-referral'),
    request('accepted', 'service-referral', { authoredOn: '2026-10-05' }),
    task('accepted', 'accepted'),
    request('refused', 'service-referral'),
    task('refused', 'rejected'),
    request('done', 'service-referral', { status: 'completed' }),
    request('neglect', 'service-referral', programme('neglect-programme')),
    request('sippe', 'service-referral', programme('sippe')),
    request('housing', 'service-referral', service('housing')),
    request('music', 'social-prescription'),
    request('legal', 'legal-referral'),
    request('new', 'a-kind-to-come'),
    request('mistake', 'service-referral', { status: 'entered-in-error' }),
  );
  const told = { programme: 'clsc', service: 'speech-therapy', with: 'CLSC de Verdun' };
  expect(care.requests).toEqual([
    { ...told, state: 'asked', askedOn: '2026-10-01' },
    { ...told, state: 'accepted', askedOn: '2026-10-05' },
  ]);
  expect(safeContacts).toEqual([{ contact: { through: 'centre' }, saidOn: '2026-10-05' }]);
});

test('follow-up that came of a request which does not pass is not told, nor of one that nobody can find', () => {
  const followUp = (from: string | undefined): fhir4.EpisodeOfCare => ({
    resourceType: 'EpisodeOfCare',
    status: 'active',
    patient: ofChild,
    type: [{ coding: [{ system: CODE_SYSTEMS.programme, code: 'clsc' }], text: `de ${from}` }],
    ...(from !== undefined && { referralRequest: [number(IDENTIFIERS.request(centre), from)] }),
  });
  const requests = [request('open', 'service-referral'), request('legal', 'legal-referral')];
  const { care } = looked(...requests, ...[undefined, 'open', 'legal', 'nowhere'].map(followUp));
  expect(care.enrolments).toEqual([1, 2].map(() => ({ programme: 'clsc', state: 'under-way' })));
});

test('of the circle those who care are told; nobody of the legal pillar, of the family or of the neighbourhood, whoever holds the thread', () => {
  const participant = (name: string, kind: string, roles: readonly string[]): fhir4.CareTeamParticipant => ({
    extension: [{ url: EXTENSIONS.participant, extension: [{ url: 'kind', valueCode: kind }] }],
    role: roles.map((code) => ({ coding: [{ system: CODE_SYSTEMS.circleRole, code }] })),
    member: { display: name },
  });
  const { care } = looked({
    resourceType: 'CareTeam',
    status: 'active',
    participant: [
      participant('Dre Inventée', 'professional', ['medicine']),
      participant('Pivot', 'professional', ['pivot']),
      participant('Avocate', 'professional', ['law']),
      participant('Avocate pivot', 'professional', ['law', 'pivot']),
      participant('École', 'institution', ['child-family-community']),
      participant('Sans pilier', 'professional', []),
      participant('Tante', 'family', ['medicine']),
      { ...participant('Partie', 'professional', ['medicine']), period: { end: '2026-11-01' } },
    ],
  });
  expect(care.people).toEqual([
    { name: 'Dre Inventée', pillar: 'medicine' },
    { name: 'Pivot', pivot: true },
  ]);
});
