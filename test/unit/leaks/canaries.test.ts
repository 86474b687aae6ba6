import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { passerelle } from '../../../mappings/dialects/passerelle.ts';
import { travellingRequest } from '../../../mappings/dialects/travelling-request.ts';
import { LENSES } from '../../../mappings/lenses/lenses.ts';
import { lookThrough } from '../../../mappings/lenses/look-through.ts';
import { childFiles } from '../../generators/child-files.ts';
import { allChannels } from '../../leaks/all-channels.ts';
import { leaksIn } from '../../leaks/leaks-in.ts';
import { LOOKS, MARKS, mayLeave, REQUESTS } from '../../leaks/may-leave.ts';
import { gatewayOver, type OneCase, type OnRecord, onRecord, singing } from '../../leaks/one-case.ts';

const ON_RECORD = LOOKS.flatMap((look) => REQUESTS.map((asked) => ({ look, asked })));
const MARKED = MARKS.flatMap((mark) => [true, false].map((agreed) => ({ mark, agreed })));
const FILES = 24;

/** Where what left sat, by channel; fails for what may not leave. */
async function leftFrom(record: OnRecord, one: OneCase): Promise<readonly string[]> {
  const places = one.agreed && one.elsewhere !== true ? mayLeave(one.look, one.asked, one.mark) : undefined;
  const channels = await allChannels(record);
  expect('error' in channels).toBe(places === undefined);
  return Object.entries(channels).flatMap(([channel, bytes]) => {
    const { heard, leaks } = leaksIn(bytes, record.birds, places);
    expect({ ...one, channel, leaks }).toEqual({ ...one, channel, leaks: [] });
    return heard.map((place) => `${channel}: ${place}`);
  });
}

test('of whatever the centre wrote about a child, each channel says to each kind of partner what it may see and not a word more', async () => {
  let cases = 0;
  const left = new Set<string>();
  await fc.assert(
    fc.asyncProperty(childFiles(), async (file) => {
      for (const at of ON_RECORD) {
        const aviary = singing(file, at);
        for (const how of MARKED) {
          cases += 1;
          const one = { ...at, ...how };
          for (const place of await leftFrom(onRecord(file, one, aviary), one)) left.add(place);
        }
      }
    }),
    // All of them, however slow the machine: how many there are is the promise.
    { numRuns: FILES, endOnFailure: true, interruptAfterTimeLimit: 290_000 },
  );
  expect(cases).toBeGreaterThanOrEqual(2_000);
  // What may leave does: a test in which nothing ever left would show nothing.
  expect([...left]).toEqual(expect.arrayContaining([...LEAVES]));
});

test('to a partner of another province that was not assessed no channel says a word, whatever was agreed', async () => {
  await fc.assert(
    fc.asyncProperty(childFiles(), async (file) => {
      for (const at of ON_RECORD) {
        const one = { ...at, mark: 'none', agreed: true, elsewhere: true } as const;
        expect(await leftFrom(onRecord(file, one, singing(file, at)), one)).toEqual([]);
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
  'paper-fr: ServiceRequest.reasonCode.text',
  'paper-en: ServiceRequest.extension(psc-facts).valueString',
  'web-page: Patient.name.given',
] as const;

const CASE: OneCase = { look: 'public-network', asked: 'service-referral', mark: 'none', agreed: true };

/** A record whose child has an address, which nobody may see, and the bird in its town. */
function withHiddenTown() {
  const [file] = fc.sample(
    childFiles().map((it) => ({
      ...it,
      circle: { ...it.circle, child: { ...it.circle.child, address: { city: 'Kahnawà:ke' } } },
    })),
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
  const places = mayLeave('public-network', 'service-referral', 'none');
  const channels = await allChannels(record);
  expect(Object.keys(PLANTED).sort()).toEqual(Object.keys(channels).sort());
  expect(bird).not.toBe('');
  for (const [channel, plant] of Object.entries(PLANTED)) {
    const bytes = channels[channel] ?? '';
    expect(leaksIn(bytes, record.birds, places).leaks).toEqual([]);
    const leaking = plant(bytes, town);
    expect(leaking).not.toBe(bytes);
    expect([channel, leaksIn(leaking, record.birds, places).leaks]).toEqual([channel, ['Patient.address.city']]);
  }
});

test('a lens that named a note, a plan or a reason in the record would be heard', async () => {
  const [file] = fc.sample(
    childFiles().map((it) => ({ ...it, service: { ...it.service, note: 'une note', plan: 'plan-1' } })),
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
    const { leaks } = leaksIn(bytes, record.birds, mayLeave('public-network', 'service-referral', 'none'));
    expect([name, leaks.some((it) => it.includes(`ServiceRequest.${name}`) || it.includes(`.${name}.`))]).toEqual([
      name,
      true,
    ]);
  }
});
