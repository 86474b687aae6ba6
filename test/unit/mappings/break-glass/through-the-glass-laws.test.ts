import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type GlassSeen, throughTheGlass } from '../../../../mappings/break-glass/through-the-glass.ts';
import { nowAt } from '../../../../mappings/consent/moments.ts';
import type { SensitivityLabel } from '../../../../mappings/domain/concepts.ts';
import { requestKindOf } from '../../../../mappings/domain/request-kind.ts';
import { EXTENSIONS } from '../../../../mappings/domain/systems.ts';
import { type ChildFile, childFiles } from '../../../generators/child-files.ts';
import { everyLabel, fileLabels } from '../../../generators/sensitivity-labels.ts';
import { withBirds } from '../../../leaks/birds.ts';
import { labelled } from '../../../leaks/labels-put.ts';
import { recordOf } from '../../../leaks/one-case.ts';

const NOW = nowAt(new Date('2026-11-26T15:00:00Z'), 'America/Toronto');
const scopeOf = ({ circle }: ChildFile) => ({ centre: circle.centre, child: circle.child.id, now: NOW });
const seenOf = (resources: readonly fhir4.FhirResource[], file: ChildFile): GlassSeen =>
  throughTheGlass(resources, scopeOf(file));

/** How a request is kept from being read beside the labels of the centre: it is the young person’s own, or bears what somebody else put. */
const HIDING = {
  'asked by the child alone': (it: fhir4.ServiceRequest) => ({
    ...it,
    requester: { ...it.subject, type: 'Patient' },
    extension: (it.extension ?? []).filter(({ url }) => url !== EXTENSIONS.agreement),
  }),
  'under a label that nobody knows': (it: fhir4.ServiceRequest) =>
    withLabel(it, { system: 'https://elsewhere.example/labels', code: 'X' }),
} as const;
type Hidden = keyof typeof HIDING;
const HIDDEN = Object.keys(HIDING) as readonly Hidden[];

const withLabel = <T extends fhir4.FhirResource>(it: T, coding: fhir4.Coding): T => ({
  ...it,
  meta: { ...it.meta, security: [...(it.meta?.security ?? []), coding] },
});

/** Of a file, one of which every label can be put on its requests, or on all of it; or what was drawn. */
const UNDER = ['drawn', 'none', ...everyLabel] as const;
const filesUnder = fc.tuple(childFiles(), fc.constantFrom(...UNDER), fc.boolean()).map(([file, under, isWhole]) => {
  if (under === 'drawn') return file;
  const labels = under === 'none' ? [] : [under];
  const whole = isWhole && under !== 'asked-alone' ? labels : [];
  const request = isWhole ? [] : labels;
  return labelled(labelled(file, 'service-referral', { request, file: whole, letter: [] }), 'social-prescription', {
    request,
    file: whole,
    letter: [],
  });
});

/** Whether the centre’s labels keep a request from being read, by what was sent and not by what is on record. */
const isLabelled = ({ circle, prescription, service }: ChildFile, { identifier = [] }: fhir4.ServiceRequest): boolean =>
  circle.child.labels !== undefined ||
  [prescription, service].some(
    ({ id, labels }) => labels !== undefined && identifier.some(({ value }) => value === id),
  );

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
  /\.meta\.security\(.+\)\.code$/,
];
const OPEN: ReadonlySet<string | undefined> = new Set(['service-referral', 'social-prescription']);
const RUNS = 60;
const BIRD = /zq\d{5}q[eé]/g;
const birdsIn = (value: unknown): ReadonlySet<string> =>
  new Set((JSON.stringify(value).match(BIRD) ?? []).map((it) => it.replace('é', 'e')));

test('of all that a file says, only what is named ever passes: never a word of the legal file, of what a label restricts, nor of what a young person asked alone', () => {
  let told = 0;
  fc.assert(
    fc.property(filesUnder, fc.constantFrom(undefined, ...HIDDEN), (file, hidden) => {
      const keep = (place: string, text: string): boolean =>
        text === file.circle.centre || text === file.circle.child.id || MEANING.some((it) => it.test(place));
      const sent = recordWith(file, hidden);
      const { resources, birds } = withBirds(sent, keep);
      const isOpen = (it: fhir4.FhirResource): boolean =>
        it.resourceType !== 'ServiceRequest' ||
        (hidden === undefined && OPEN.has(requestKindOf(it)) && !isLabelled(file, it));
      const homes = new Map<string, fhir4.FhirResource[]>();
      // A number stands in several resources alike: one of them must be open, and tell it there.
      for (const [nth, resource] of resources.entries())
        if (isOpen(sent[nth] ?? resource))
          for (const bird of birdsIn(resource)) homes.set(bird, [...(homes.get(bird) ?? []), resource]);
      const heard = birdsIn(seenOf(resources, file));
      if (file.circle.child.labels !== undefined) expect([...heard]).toEqual([]);
      if (heard.size > 0) told += 1;
      for (const bird of heard) {
        const places = birds.get(bird) ?? [];
        const may = (homes.get(bird) ?? []).flatMap(({ resourceType }) => MAY_TELL[resourceType] ?? []);
        expect([places, places.some((place) => may.some((it) => it.test(place)))]).toEqual([places, true]);
      }
    }),
    { numRuns: RUNS },
  );
  // The child’s name at least, in each whose whole file bears none.
  expect(told).toBeGreaterThanOrEqual(RUNS / 4);
});

test('a file with a legal referral, with what a label restricts or what a young person asked alone, and the same file without, look the same', () => {
  let differed = 0;
  fc.assert(
    fc.property(filesUnder, fc.constantFrom(undefined, ...HIDDEN), (file, hidden) => {
      const whole = recordWith(file, hidden);
      const secret = whole.filter(
        (it) =>
          it.resourceType === 'ServiceRequest' &&
          (hidden !== undefined || requestKindOf(it) === 'legal-referral' || isLabelled(file, it)) &&
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
    fc.property(childFiles(), fileLabels, (file, labels) => {
      const nothing = {
        child: { id: file.circle.child.id },
        safeContacts: [],
        allergies: [],
        care: { people: [], enrolments: [], requests: [] },
        mayConsent: [],
      };
      const under = (put: readonly SensitivityLabel[]) =>
        labelled(file, 'service-referral', { request: [], file: put, letter: [] });
      expect(seenOf(recordWith(under(labels), undefined), file)).toEqual(nothing);
      const open = recordWith(under([]), undefined);
      expect(seenOf(open, file)).not.toEqual(nothing);
      expect(throughTheGlass(open, { ...scopeOf(file), centre: 'un-autre' })).toEqual(nothing);
    }),
    { numRuns: 20 },
  );
});
