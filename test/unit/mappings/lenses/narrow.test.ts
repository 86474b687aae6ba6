import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { securityFrom } from '../../../../mappings/concepts/sensitivity-labels.ts';
import type { Label } from '../../../../mappings/consent/bases.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { labelsOf, labelsOnRequest } from '../../../../mappings/lenses/labels.ts';
import { LENSES, type Lens, type LensName } from '../../../../mappings/lenses/lenses.ts';
import { lettersThrough, lookThrough, shownOf } from '../../../../mappings/lenses/look-through.ts';
import { lettersPassing, narrowed } from '../../../../mappings/lenses/narrow.ts';
import { CONSENT_PURPOSES } from '../../../../profiles/codes/consent.ts';
import { LABELS as CENTRES_LABELS } from '../../../../profiles/codes/labels.ts';
import { aPatient } from '../../../builders/a-patient.ts';
import { aServiceRequest, ofKind } from '../../../builders/a-service-request.ts';
import { aTask } from '../../../builders/a-task.ts';
import { codesOf } from '../../../generators/codes.ts';

const LABELS = ['restricted', 'asked-alone'] as const satisfies readonly Label[];
const lensNames = fc.constantFrom(...codesOf(LENSES));
const purposes = fc.constantFrom(...codesOf(CONSENT_PURPOSES));
const labels = fc.subarray([...LABELS]);
const marked = (system: string | undefined, code: string | undefined): fhir4.Meta => ({
  security: [{ ...(system !== undefined && { system }), ...(code !== undefined && { code }) }],
});

describe('a lens, narrowed', () => {
  test('by a purpose and labels shows nothing that the lens itself does not, and another label never more', () => {
    fc.assert(
      fc.property(lensNames, purposes, labels, fc.constantFrom(...LABELS), (name, purpose, under, more) => {
        const lens: Lens = LENSES[name];
        const shown = narrowed(lens, purpose, under);
        const stricter = narrowed(lens, purpose, [...under, more]);
        for (const list of ['child', 'request', 'extensions', 'letters'] as const) {
          expect(lens[list]).toEqual(expect.arrayContaining([...(shown?.[list] ?? [])]));
          expect(shown?.[list] ?? []).toEqual(expect.arrayContaining([...(stricter?.[list] ?? [])]));
        }
      }),
    );
  });

  test('for a purpose that is not known shows nothing, whoever looks', () => {
    for (const lens of Object.values(LENSES)) expect(narrowed(lens, undefined, [])).toBeUndefined();
  });

  // Written from fhir.md §2 and §6, and not from the lenses.
  test.each([
    ['public-network', 'rights-support'],
    ['community', 'rights-support'],
    ['page-before-acceptance', 'rights-support'],
    ['lawyer-conflict-check', 'care'],
    ['lawyer-conflict-check', 'community-support'],
    ['lawyer-accepted', 'care'],
    ['lawyer-accepted', 'community-support'],
  ] as const)('%s sees nothing of what is for %s', (name, purpose) => {
    expect(narrowed(LENSES[name], purpose, [])).toBeUndefined();
  });

  // Nothing of the centre’s is for them yet: what a partner asked itself is answered, and never shown back.
  test.each(['coordination', 'school-support'] as const)('nobody sees anything of what is for %s', (purpose) => {
    for (const lens of Object.values(LENSES)) expect(narrowed(lens, purpose, [])).toBeUndefined();
  });

  test('names, in the words of a consent, each kind of information that it shows', () => {
    const facts: readonly string[] = [EXTENSIONS.rightConcerned, EXTENSIONS.childWishes, EXTENSIONS.facts];
    for (const { child, request, extensions, information } of Object.values<Lens>(LENSES)) {
      const shown = new Set<string>([
        ...(child.length > 0 ? ['identity'] : []),
        ...(request.length > 0 ? ['request'] : []),
        ...(extensions.includes(EXTENSIONS.safeContact) ? ['safe-contact'] : []),
        ...(extensions.some((url) => facts.includes(url)) ? ['rights'] : []),
      ]);
      expect([...information].sort()).toEqual([...shown].sort());
    }
  });

  test('on the page, before acceptance, gives an age and nothing of a date: neither day, month nor year', () => {
    const record = { task: aTask(), request: aServiceRequest(ofKind('social-prescription')), child: aPatient() };
    const seen = lookThrough(LENSES['page-before-acceptance'], record, 'maison', '2026-03-10');
    expect([seen.age, seen.child?.birthDate]).toEqual([6, undefined]);
    expect(JSON.stringify(seen.child)).not.toContain('2019');
    for (const name of ['public-network', 'lawyer-accepted', 'community'] as const)
      expect(LENSES[name].child).not.toContain('age');
  });

  test.each(['community', 'page-before-acceptance'] as const)('%s sees nothing that is restricted', (name) => {
    for (const purpose of codesOf(CONSENT_PURPOSES))
      expect(narrowed(LENSES[name], purpose, ['restricted'])).toBeUndefined();
  });

  test('before acceptance the page shows a community resource nothing that its own lens would not, but for the age in the place of the year', () => {
    const [before, after]: readonly [Lens, Lens] = [LENSES['page-before-acceptance'], LENSES.community];
    for (const purpose of codesOf(CONSENT_PURPOSES)) {
      const [first, then] = [narrowed(before, purpose, []), narrowed(after, purpose, [])];
      expect(then?.request ?? []).toEqual(expect.arrayContaining([...(first?.request ?? [])]));
      expect([...(then?.child ?? []), 'age']).toEqual(expect.arrayContaining([...(first?.child ?? [])]));
    }
  });
});

test('a label that is not known restricts; what is ordinary does not', () => {
  const codes = fc.constantFrom('SDV', 'VIO', 'PSY', 'R', 'V', 'PSC-RESTRICTED', 'X', '', undefined);
  const systems = fc.constantFrom(
    FOREIGN.actCode,
    FOREIGN.confidentiality,
    CODE_SYSTEMS.sensitivity,
    'urn:x',
    undefined,
  );
  fc.assert(
    fc.property(systems, codes, (system, code) => {
      expect(labelsOf({ meta: marked(system, code) })).toEqual(['restricted']);
    }),
  );
  for (const code of ['U', 'L', 'M', 'N'])
    expect(labelsOf({ meta: marked(FOREIGN.confidentiality, code) })).toEqual([]);
  expect(labelsOf({ meta: marked(FOREIGN.actCode, 'ADOL') })).toEqual(['asked-alone']);
  expect(labelsOf({})).toEqual([]);
});

const RESTRICTED = { security: [{ system: FOREIGN.confidentiality, code: 'R' }] };

test('what is restricted goes to the public network without its reason; a label on the child’s file or the Task weighs as one on the request', () => {
  const parts = { task: aTask(), request: aServiceRequest(), child: aPatient() };
  expect(JSON.stringify(lookThrough(LENSES['public-network'], parts, 'clsc'))).toContain('Peu de mots');
  for (const part of ['task', 'request', 'child'] as const) {
    const restricted = { ...parts, [part]: { ...parts[part], meta: RESTRICTED } };
    expect(labelsOnRequest(restricted.request, restricted.task, restricted.child)).toEqual(['restricted']);
    expect(JSON.stringify(lookThrough(LENSES['public-network'], restricted, 'clsc'))).not.toMatch(
      /Peu de mots|PSC|meta/,
    );
  }
});

test('a request that a lens shows nothing of stays one with a number and nothing else', () => {
  const record = { task: aTask(), request: aServiceRequest(ofKind('legal-referral')), child: aPatient() };
  for (const name of ['public-network', 'community', 'page-before-acceptance'] satisfies LensName[]) {
    const { child, age, request, letters } = lookThrough(LENSES[name], record, 'clsc', '2026-03-10');
    expect([child, age, letters]).toEqual([undefined, undefined, []]);
    expect(Object.keys(request).sort()).toEqual(['identifier', 'intent', 'resourceType', 'status', 'subject']);
  }
});

test('a restricted letter does not go to the public network, though the request that it is about does', () => {
  const letter: fhir4.DocumentReference = {
    resourceType: 'DocumentReference',
    status: 'current',
    content: [{ attachment: { data: 'TGV0dHJl' } }],
  };
  const letters = [letter, { ...letter, meta: RESTRICTED }];
  expect(lettersThrough(LENSES['public-network'], letters, 'clsc')).toHaveLength(1);
  expect(lettersPassing(LENSES['lawyer-accepted'], letters)).toHaveLength(2);
});

test('what the child asks, and nobody but the child agreed to, is asked alone; what somebody else asks, or agreed to as well, is not', () => {
  const child = { type: 'Patient', identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' } };
  const mother = { type: 'RelatedPerson', identifier: { system: IDENTIFIERS.member('verdun'), value: 'enf-1:maman' } };
  const agreement = (by: fhir4.Reference): fhir4.Extension => ({
    url: EXTENSIONS.agreement,
    extension: [
      { url: 'recipient', valueIdentifier: { system: IDENTIFIERS.partner, value: 'clsc-verdun' } },
      { url: 'by', valueReference: by },
      { url: 'at', valueDateTime: '2026-03-01' },
    ],
  });
  for (const requester of [child, mother])
    for (const agreed of [[], [child], [mother], [child, mother], [mother, child]]) {
      const isAlone = requester === child && !agreed.includes(mother);
      const request = aServiceRequest({ requester, extension: agreed.map(agreement) });
      expect(labelsOnRequest(request)).toEqual(isAlone ? ['asked-alone'] : []);
    }
});

test('what a partner asked itself is shown to nobody: it is answered', () => {
  const request = aServiceRequest(ofKind('inbound-referral'));
  for (const lens of Object.values(LENSES))
    expect(shownOf(lens, { task: aTask(), request, child: aPatient() })).toBeUndefined();
});

describe('a label that a centre puts,', () => {
  const marks = codesOf(CENTRES_LABELS);
  const under = (label: (typeof marks)[number], part: 'request' | 'child') => {
    const parts = { task: aTask(), request: aServiceRequest(), child: aPatient() };
    const security = securityFrom([label]);
    return { ...parts, [part]: { ...parts[part], meta: security === undefined ? {} : { security } } };
  };
  const places = marks.flatMap((label) => [[label, 'request'] as const, [label, 'child'] as const]);

  test.each(places.filter(([label]) => label !== 'asked-alone'))(
    '%s, on the %s: the community and the page before acceptance see nothing, the network no reason',
    (label, part) => {
      const record = under(label, part);
      for (const name of ['community', 'page-before-acceptance'] as const)
        expect(shownOf(LENSES[name], record)).toBeUndefined();
      expect(JSON.stringify(lookThrough(LENSES['public-network'], record, 'clsc'))).not.toContain('Peu de mots');
    },
  );

  test.each(places)('%s, on the %s, is itself in no lens', (label, part) => {
    for (const name of codesOf(LENSES)) {
      const seen = lookThrough(LENSES[name], under(label, part), 'clsc', '2026-03-10');
      expect(JSON.stringify(seen)).not.toMatch(/"(?:meta|security)"|v3-ActCode|v3-Confidentiality/);
    }
  });

  test('asked-alone, is shown as without it: who may let it be shown is another question', () => {
    const [record, without] = [
      under('asked-alone', 'request'),
      { task: aTask(), request: aServiceRequest(), child: aPatient() },
    ];
    expect(labelsOnRequest(record.request)).toEqual(['asked-alone']);
    for (const lens of Object.values(LENSES)) expect(shownOf(lens, record)).toEqual(shownOf(lens, without));
  });
});
