import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { passerelle } from '../../../mappings/dialects/passerelle.ts';
import { travellingRequest } from '../../../mappings/dialects/travelling-request.ts';
import { LENSES } from '../../../mappings/lenses/lenses.ts';
import { lookThrough } from '../../../mappings/lenses/look-through.ts';
import { type ChildFile, childFiles } from '../../generators/child-files.ts';
import { allChannels } from '../../leaks/all-channels.ts';
import { eachLabel, labelled, labelsPut } from '../../leaks/labels-put.ts';
import { leaksIn } from '../../leaks/leaks-in.ts';
import { lensAllows } from '../../leaks/lens-allows.ts';
import { mayBySpecification, mayLeave } from '../../leaks/may-leave.ts';
import { gatewayOver, type OneCase, type OnRecord, onRecord, singing } from '../../leaks/one-case.ts';
import { BASES, LOOKS, REQUESTS } from '../../leaks/places.ts';

const ON_RECORD = LOOKS.flatMap((look) => REQUESTS.map((asked) => ({ look, asked })));
const FILES = 16;
/** Of every label wherever it can be put, how many each file is tried with: all of them come by turns, at each partner and of each request. */
const BY_TURNS = 2;

/** Where what left sat, by channel; fails for what may not leave. */
async function leftFrom(record: OnRecord, file: ChildFile, one: OneCase): Promise<readonly string[]> {
  const labels = labelsPut(file, one.asked);
  const places = one.elsewhere === true ? undefined : mayLeave({ ...one, labels });
  const channels = await allChannels(record);
  const told = { ...one, ...labels };
  expect({ ...told, nothing: 'error' in channels }).toEqual({ ...told, nothing: places === undefined });
  return Object.entries(channels).flatMap(([channel, bytes]) => {
    const { heard, leaks } = leaksIn(bytes, record.birds, places);
    expect({ ...told, channel, leaks }).toEqual({ ...told, channel, leaks: [] });
    return heard.map((place) => `${channel}: ${place}`);
  });
}

test('the table of lenses lets out of each request to each kind of partner, under each label, what fhir.md says', () => {
  const sorted = (places: ReadonlySet<string> | undefined) => places && [...places].sort();
  for (const { look, asked } of ON_RECORD) {
    const under = eachLabel(asked).flatMap((one) =>
      eachLabel(asked).map(({ letter, file }) => ({
        ...one,
        letter: [...one.letter, ...letter],
        file: [...one.file, ...file],
      })),
    );
    const may = under.map((labels) => [labels, sorted(lensAllows(look, asked, labels))]);
    const specified = under.map((labels) => [labels, sorted(mayBySpecification(look, asked, labels))]);
    expect({ look, asked, may }).toEqual({ look, asked, may: specified });
  }
});

test('of whatever the centre wrote about a child, under whatever labels, each channel says to each kind of partner what it may see and not a word more', async () => {
  let cases = 0;
  let files = 0;
  const left = new Set<string>();
  const tried = new Set<string>();
  await fc.assert(
    fc.asyncProperty(childFiles(), async (file) => {
      for (const at of ON_RECORD) {
        const all = eachLabel(at.asked);
        const turns = Array.from({ length: BY_TURNS }, (_none, nth) => (files * BY_TURNS + nth) % all.length);
        for (const turn of turns) tried.add(`${at.look} ${at.asked} ${turn}`);
        // As it was generated, with several labels or none, and under one label alone.
        const under = [
          file,
          ...turns.flatMap((turn) => all.slice(turn, turn + 1)).map((it) => labelled(file, at.asked, it)),
        ];
        for (const labels of under) {
          const aviary = singing(labels, at);
          for (const basis of BASES) {
            cases += 1;
            const one = { ...at, basis };
            for (const place of await leftFrom(onRecord(labels, one, aviary), labels, one)) left.add(place);
          }
        }
      }
      files += 1;
    }),
    // All of them, however slow the machine: how many there are is the promise.
    { numRuns: FILES, endOnFailure: true, interruptAfterTimeLimit: 290_000 },
  );
  expect(cases).toBeGreaterThanOrEqual(2_000);
  expect(tried.size).toBe(ON_RECORD.reduce((sum, { asked }) => sum + eachLabel(asked).length, 0));
  // What may leave does: a test in which nothing ever left would show nothing.
  expect([...left]).toEqual(expect.arrayContaining([...LEAVES]));
});

test('to a partner of another province that was not assessed no channel says a word, whatever was agreed', async () => {
  await fc.assert(
    fc.asyncProperty(childFiles(), async (file) => {
      for (const at of ON_RECORD) {
        const one = { ...at, basis: 'own', elsewhere: true } as const;
        expect(await leftFrom(onRecord(file, one, singing(file, at)), file, one)).toEqual([]);
      }
    }),
    { numRuns: 4 },
  );
});

const LEAVES = [
  'passerelle: ServiceRequest.reasonCode.text',
  'passerelle: DocumentReference.content.attachment.data',
  'gravity: Patient.name.given',
  'bser: ServiceRequest.reasonCode.text',
  'ca-erec: Patient.name.family',
  'hl7v2: DocumentReference.content.attachment.data',
  'hl7v2: Patient.name.given',
  'poll: ServiceRequest.reasonCode.text',
  'everything: ServiceRequest.reasonCode.text',
  'everything: DocumentReference.content.attachment.data',
  'history: Patient.name.given',
  'history: DocumentReference.content.attachment.data',
  'paper-fr: ServiceRequest.reasonCode.text',
  'paper-en: ServiceRequest.extension(psc-facts).valueString',
  'web-page: Patient.name.given',
] as const;

const CASE: OneCase = { look: 'public-network', asked: 'service-referral', basis: 'own' };
const UNLABELLED = { request: [], file: [], letter: [] } as const;
const CASE_MAY = mayLeave({ ...CASE, labels: UNLABELLED });

const withoutLabels = (file: ChildFile): ChildFile => labelled(file, CASE.asked, UNLABELLED);

/** A record whose child has an address, which nobody may see, and the bird in its town. */
function withHiddenTown() {
  const [file] = fc.sample(
    childFiles()
      .map((it) => ({
        ...it,
        circle: { ...it.circle, child: { ...it.circle.child, address: { city: 'Kahnawà:ke' } } },
      }))
      .map(withoutLabels),
    { numRuns: 1, seed: 1 },
  );
  if (file === undefined) throw new Error('no file');
  const record = onRecord(file, CASE, singing(file, CASE));
  const child = record.resources.find((it) => it.resourceType === 'Patient');
  const town = child?.address?.[0]?.city ?? '';
  return { record, town, bird: /zq\d+q/.exec(town)?.[0] ?? '' };
}

const hex = (text: string): string => Buffer.from(text).toString('hex');
const MEMBER = (name: string, said: string) => (bytes: string) =>
  bytes.replace('"resourceType"', `${JSON.stringify(name)}:${JSON.stringify(said)},"resourceType"`);

/** One leak for each channel, in a form that its format would give it. */
const PLANTED: Readonly<Record<string, (bytes: string, town: string) => string>> = {
  passerelle: (bytes, town) => MEMBER('display', town)(bytes),
  gravity: (bytes, town) =>
    MEMBER('div', `<div>${[...town].map((it) => `&#x${it.codePointAt(0)?.toString(16)};`).join('')}</div>`)(bytes),
  bser: (bytes, town) => MEMBER('data', Buffer.from(`<xml>${town}</xml>`).toString('base64'))(bytes),
  'ca-erec': (bytes, town) => MEMBER('url', `https://x.example/${encodeURIComponent(town)}`)(bytes),
  hl7v2: (bytes, town) => `${bytes}\rNTE|1||\\X${hex(town)}\\\r`,
  poll: (bytes, town) => MEMBER('reference', `Location?address=${encodeURIComponent(town.toUpperCase())}`)(bytes),
  everything: (bytes, town) => MEMBER('fullUrl', `Patient/${encodeURIComponent(town)}/$everything`)(bytes),
  history: (bytes, town) => MEMBER('etag', `W/"${Buffer.from(town).toString('base64')}"`)(bytes),
  'paper-fr': (bytes, town) => bytes.replace(/"heading":"/, `"heading":"${town.normalize('NFD').replaceAll('"', '')}`),
  'paper-en': (bytes, town) =>
    bytes.replace(
      /"heading":"/,
      `"heading":"${[...town].map((it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}`,
    ),
  'web-page': (bytes, town) =>
    bytes.replace(
      /"number":"/,
      `"number":"data:text/plain;base64,${Buffer.from(encodeURIComponent(town)).toString('base64url')}`,
    ),
};

test('a leak planted in any channel, in the form that its format gives it, is heard', async () => {
  const { record, town, bird } = withHiddenTown();
  const channels = await allChannels(record);
  expect(Object.keys(PLANTED).sort()).toEqual(Object.keys(channels).sort());
  expect(bird).not.toBe('');
  for (const [channel, plant] of Object.entries(PLANTED)) {
    const bytes = channels[channel] ?? '';
    expect(leaksIn(bytes, record.birds, CASE_MAY).leaks).toEqual([]);
    const leaking = plant(bytes, town);
    expect(leaking).not.toBe(bytes);
    expect([channel, leaksIn(leaking, record.birds, CASE_MAY).leaks]).toEqual([channel, ['Patient.address.city']]);
  }
});

test('a lens that named a note, a plan or a reason in the record would be heard', async () => {
  const [file] = fc.sample(
    childFiles().map((it) => withoutLabels({ ...it, service: { ...it.service, note: 'une note', plan: 'plan-1' } })),
    { numRuns: 1, seed: 2 },
  );
  if (file === undefined) throw new Error('no file');
  const record = onRecord(file, CASE, singing(file, CASE));
  const disclosable = await gatewayOver(record).disclosures.read(record.number);
  if (disclosable === undefined) throw new Error('nothing to disclose');
  const lens = LENSES['public-network'];
  for (const name of ['note', 'basedOn', 'performer'] as const) {
    const leaky = { ...lens, request: [...lens.request, name] };
    const seen = lookThrough(leaky as unknown as typeof lens, disclosable, 'un-clsc');
    const bytes = JSON.stringify([
      seen.request,
      passerelle.writeRequest(travellingRequest(disclosable.task, seen, []), {
        messageId: 'm',
        at: '2026-03-10T12:00:00Z',
        sender: { id: 'verdun', name: 'Centre' },
        recipient: { id: 'un-clsc', name: 'CLSC' },
        language: 'fr',
        first: true,
      }),
    ]);
    const { leaks } = leaksIn(bytes, record.birds, CASE_MAY);
    expect([name, leaks.some((it) => it.includes(`ServiceRequest.${name}`) || it.includes(`.${name}.`))]).toEqual([
      name,
      true,
    ]);
  }
});
