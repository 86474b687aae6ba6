import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChildFile } from '../../generators/child-files.ts';
import { childFiles } from '../../generators/child-files.ts';
import { allChannels } from '../../leaks/all-channels.ts';
import { labelled } from '../../leaks/labels-put.ts';
import { type OneCase, onRecord, recordOf } from '../../leaks/one-case.ts';
import { LOOKS, REQUESTS } from '../../leaks/places.ts';
import { DIFFERENCES, twinsFor } from '../../leaks/twins.ts';

const AT = LOOKS.flatMap((look) => REQUESTS.map((asked) => ({ look, asked })));
const FILES = 3;
const NO_LABEL = { request: [], file: [], letter: [] } as const;

const seenIn = (file: ChildFile, one: OneCase, without: (it: fhir4.FhirResource) => boolean = () => false) =>
  allChannels(onRecord(file, one, { resources: recordOf(file, one).filter((it) => !without(it)), birds: new Map() }));

test('two files that differ only in what somebody may not see give that partner the same bytes by every channel', async () => {
  let pairs = 0;
  const compared = new Set<string>();
  await fc.assert(
    fc.asyncProperty(childFiles(), childFiles(), fc.boolean(), async (drawn, stranger, isLabelled) => {
      for (const { look, asked } of AT) {
        // Under whatever labels were drawn, or none.
        const file = isLabelled ? drawn : labelled(drawn, asked, NO_LABEL);
        for (const { differ, one, other } of twinsFor(look, asked, file, stranger)) {
          pairs += 1;
          const as: OneCase = { look, asked, basis: 'own' };
          const [first, second] = [await seenIn(one, as), await seenIn(other, as)];
          expect({ differ, ...as, seen: second }).toEqual({ differ, ...as, seen: first });
          if (!('error' in first)) compared.add(differ);
        }
      }
    }),
    // All of them, however slow the machine: how many there are is the promise.
    { numRuns: FILES, endOnFailure: true, interruptAfterTimeLimit: 290_000 },
  );
  expect(pairs).toBeGreaterThanOrEqual(500);
  // Each difference was looked for where something was shown, and not only where nothing is.
  expect([...compared].sort()).toEqual(DIFFERENCES.flatMap(({ differ, hidesAll }) => (hidesAll ? [] : differ)).sort());
});

test('a file with a legal referral and one without give anybody but its lawyer the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(childFiles(), async (file) => {
      for (const { look, asked } of AT) {
        if (asked === 'legal-referral') continue;
        const as: OneCase = { look, asked, basis: 'own' };
        const isLegal = (it: fhir4.FhirResource) =>
          it.meta?.security?.some(({ code }) => code === 'PSC-RESTRICTED') === true;
        expect(await seenIn(file, as, isLegal)).toEqual(await seenIn(file, as));
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

test('a request with a letter that its label keeps, and one without a letter, give the public network the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(childFiles(), async (file) => {
      for (const asked of ['service-referral', 'social-prescription'] as const) {
        const as: OneCase = { look: 'public-network', asked, basis: 'own' };
        const isLetter = (it: fhir4.FhirResource) => it.resourceType === 'DocumentReference';
        const under = (letter: readonly 'violence'[]) => labelled(file, asked, { ...NO_LABEL, letter });
        const without = await seenIn(under([]), as, isLetter);
        expect(await seenIn(under(['violence']), as)).toEqual(without);
        expect(await seenIn(under([]), as)).not.toEqual(without);
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

test('twins who differ in what may be seen are told apart: the comparison sees a difference', async () => {
  const [file] = fc.sample(childFiles(), { numRuns: 1, seed: 5 });
  if (file === undefined) throw new Error('no file');
  const as: OneCase = { look: 'public-network', asked: 'service-referral', basis: 'own' };
  const named = (given: string): ChildFile => ({
    ...file,
    circle: { ...file.circle, child: { ...file.circle.child, name: { given: [given] } } },
  });
  const [one, other] = [await seenIn(named('Zoé'), as), await seenIn(named('Mai'), as)];
  for (const [channel, bytes] of Object.entries(one))
    if (channel !== 'web-page' || bytes !== '') expect([channel, other[channel] === bytes]).toEqual([channel, false]);
});
