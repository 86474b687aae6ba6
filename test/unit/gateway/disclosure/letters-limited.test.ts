import { expect, test } from '@jest/globals';
import type { Disclosure } from '../../../../gateway/audit/disclosure-event.ts';
import { answersToTell } from '../../../../gateway/disclosure/answers-to-tell.ts';
import { type Disclosable, disclosures } from '../../../../gateway/disclosure/disclosure.ts';
import type { HeldDisclosure } from '../../../../gateway/lanes/holds.ts';
import type { PartnerProvince, Registry } from '../../../../gateway/registry.ts';
import { letterMapping } from '../../../../mappings/concepts/letter.ts';
import type { CareCircle, Consent, Letter } from '../../../../mappings/domain/concepts.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { consentEvent } from '../../../builders/a-consent.ts';
import { aPartner, aRegistry } from '../../../builders/a-registry.ts';
import { aCircle, agreedTo, circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { anAnswerEvent } from '../../../builders/events.ts';
import { asked, SENDER, settledAs } from '../../../builders/inbound-events.ts';
import { type SyncBench, syncBench } from '../../../builders/sync-bench.ts';

const REQUEST = ['identity', 'safe-contact', 'request'] as const;
const audit = { disclosure: async () => undefined, mayHaveLeft: async () => false };
const now = () => new Date('2026-03-10T12:00:00Z');

/** What the mother said of this recipient. */
const said = (changes: Partial<Consent>) => consentEvent({ information: REQUEST, ...changes });
const letter = (kind: Letter['kind'], changes: Partial<Letter> = {}) =>
  eventOf(letterMapping, {
    id: 'lettre-1',
    version: 1,
    centre: 'verdun',
    happenedAt: '2026-03-02',
    child: { id: 'enf-1' },
    request: 'ref-1',
    recipient: 'clsc-verdun',
    title: 'Rapport',
    contentType: 'text/plain',
    content: Buffer.from('Bonjour').toString('base64'),
    ...(kind !== undefined && { kind }),
    ...changes,
  });
const numberOf = ({ record }: SyncBench): string =>
  record.ofType('Task')[0]?.identifier?.find(({ system }) => system === IDENTIFIERS.task)?.value ?? '';

type FileLabels = CareCircle['child']['labels'];
const fileUnder = (labels: FileLabels) =>
  circleEvent({ child: { ...aCircle().child, ...(labels !== undefined && { labels }) } });

/** How many letters the CLSC is shown with a request that these agreements and consents open, and what the register is told. */
async function shownWith(
  letters: readonly ReturnType<typeof letter>[],
  agreements: Parameters<typeof referralEvent>[0],
  { consents = [], labels }: { readonly consents?: readonly Partial<Consent>[]; readonly labels?: FileLabels } = {},
) {
  const bench = syncBench();
  await bench.put(fileUnder(labels));
  for (const [nth, consent] of consents.entries()) await bench.put(said({ id: `cons-${nth}`, ...consent }));
  await bench.put(referralEvent(agreements));
  for (const it of letters) expect(await bench.put(it)).toBe('synced');
  const told: Disclosure[] = [];
  const { read, disclose } = disclosures({
    store: bench.record,
    registry: aRegistry(),
    audit: { ...audit, disclosure: async (it) => void told.push(it) },
    holds: { bearOn: async () => false },
    now,
  });
  const seen = await disclose((await read(numberOf(bench))) as Disclosable, 'fhir-rest');
  return { letters: seen.letters.length, told: told[0] };
}

const BY_THE_CHILD = { agreements: [{ ...agreedTo('clsc-verdun'), by: { kind: 'child' } }] } as const;

const lettersShown = async (
  kind: Letter['kind'],
  consents: readonly Partial<Consent>[],
  agreements: Parameters<typeof referralEvent>[0] = BY_THE_CHILD,
): Promise<number> => (await shownWith([letter(kind)], agreements, { consents })).letters;

test('with a request goes the letter of which the consent names what it tells; else the request goes without it', async () => {
  expect(await lettersShown('consult-note', [{}])).toBe(0);
  expect(await lettersShown('consult-note', [{ information: [...REQUEST, 'health'] }])).toBe(1);
  expect(await lettersShown('discharge-summary', [{ information: [...REQUEST, 'health'] }])).toBe(0);
  // Nobody said what it is: it may tell anything.
  expect(await lettersShown(undefined, [{ information: [...REQUEST, 'health', 'psychosocial'] }])).toBe(0);
});

test('who agreed to the request itself agreed to its letters, unless what they tell was refused', async () => {
  expect(await lettersShown('consult-note', [], {})).toBe(1);
  const refusal = { decision: 'refuse', information: ['health'] } as const;
  expect(await lettersShown('consult-note', [refusal], {})).toBe(0);
  expect(await lettersShown('consult-note', [{ ...refusal, information: ['school'] }], {})).toBe(1);
});

/** How many go with the centre’s answer to what the hospital asked; what is said is said of the hospital. */
async function lettersAnswered(
  consents: readonly Partial<Consent>[],
  held: boolean | ((about: HeldDisclosure) => Promise<boolean>) = false,
  province: PartnerProvince = 'QC',
  { labels, ofLetter }: { readonly labels?: FileLabels; readonly ofLetter?: Letter['labels'] } = {},
): Promise<number> {
  const bench = syncBench();
  await bench.put(fileUnder(labels));
  for (const [nth, consent] of consents.entries())
    await bench.put(said({ id: `cons-${nth}`, recipient: SENDER, ...consent }));
  await bench.put(asked('in-1', { childSaid: { birthDate: '2018-01-12' } }));
  await bench.put(settledAs('in-1', { child: 'enf-1' }));
  const under = ofLetter === undefined ? {} : { labels: ofLetter };
  expect(await bench.put(letter('consult-note', { request: 'in-1', recipient: SENDER, ...under }))).toBe('synced');
  const known = aRegistry();
  const hospital = aPartner({ id: SENDER, kind: 'hospital', province });
  const registry: Registry = { ...known, partner: (id) => (id === SENDER ? hospital : known.partner(id)) };
  const holds = { bearOn: typeof held === 'boolean' ? async () => held : held };
  const { read } = answersToTell({ store: bench.record, registry, audit, holds, now });
  return (await read(numberOf(bench)))?.documents.length ?? -1;
}

test('with an answer goes its letter, unless what was said of whoever asked leaves out, refuses or takes back what it tells', async () => {
  expect(await lettersAnswered([])).toBe(1);
  expect(await lettersAnswered([{ recipient: 'clsc-verdun' }])).toBe(1);
  expect(await lettersAnswered([{}])).toBe(0);
  expect(await lettersAnswered([{ information: ['health'] }])).toBe(1);
  expect(await lettersAnswered([{ information: ['health'], purpose: 'coordination' }])).toBe(1);
  expect(await lettersAnswered([{ decision: 'refuse', information: ['health'] }])).toBe(0);
  const taken = { status: 'withdrawn', withdrawal: { at: '2026-03-09', by: { kind: 'member', id: 'maman' } } } as const;
  expect(await lettersAnswered([{ information: ['health'] }, { ...taken, information: ['health'] }])).toBe(0);
});

test('with an answer to a partner of another province that was not assessed goes no letter, whatever was said of it', async () => {
  expect(await lettersAnswered([], false, 'ON')).toBe(0);
  expect(await lettersAnswered([{ information: ['health'] }], false, 'ON')).toBe(0);
});

test.each([
  ['QC', { priority: 'P2', appointmentAt: '2026-04-02T09:00:00-04:00' }, false],
  ['ON', {}, true],
] as const)(
  'whoever asked from %s is told where its request stands; when and how urgently only where the centre may send it',
  async (province, beside, withheld) => {
    const bench = syncBench();
    await bench.put(circleEvent());
    await bench.put(asked('in-1', { childSaid: { birthDate: '2018-01-12' } }));
    await bench.put(settledAs('in-1', { child: 'enf-1' }));
    const said = { what: 'scheduled', priority: 'P2', appointmentAt: '2026-04-02T09:00:00-04:00' } as const;
    await bench.put(anAnswerEvent(said, { request: 'in-1' }));
    const known = aRegistry();
    const hospital = aPartner({ id: SENDER, kind: 'hospital', province });
    const registry: Registry = { ...known, partner: (id) => (id === SENDER ? hospital : known.partner(id)) };
    const holds = { bearOn: async () => false };
    const told = await answersToTell({ store: bench.record, registry, audit, holds, now }).read(numberOf(bench));
    const { priority, appointmentAt, what } = told?.answer?.answer ?? {};
    expect([what, told?.withheld]).toEqual(['scheduled', withheld]);
    expect({ ...(priority && { priority }), ...(appointmentAt && { appointmentAt }) }).toEqual(beside);
  },
);

test('while something that was acknowledged may close it and is not on record, no letter goes with an answer', async () => {
  await expect(lettersAnswered([], true)).rejects.toMatchObject({ kind: 'held' });
});

test('a letter that a young person asked alone does not leave on their mother’s word, beside a request to which she agreed', async () => {
  const { letters, told } = await shownWith([letter('consult-note', { labels: ['asked-alone'] })], {});
  expect([letters, told?.letters]).toEqual([0, undefined]);
});

test('the register names the letters that left, and not one that its label kept', async () => {
  const other = letter('consult-note', { id: 'lettre-2', labels: ['restricted'] });
  const { letters, told } = await shownWith([letter('consult-note'), other], {});
  expect([letters, told?.letters?.length, told?.restricted]).toEqual([1, 1, false]);
});

test('of a child whose file bears a label the register’s entry is restricted, so that its extract for the family leaves it out', async () => {
  expect((await shownWith([], {})).told?.restricted).toBe(false);
  expect((await shownWith([], {}, { labels: ['whereabouts'] })).told?.restricted).toBe(true);
});

test('no letter goes with an answer under a label of its own or of the child’s file, whatever the family said', async () => {
  const health = [{ information: ['health'] }] as const;
  expect(await lettersAnswered(health, false, 'QC', {})).toBe(1);
  expect(await lettersAnswered(health, false, 'QC', { ofLetter: ['mental-health'] })).toBe(0);
  expect(await lettersAnswered(health, false, 'QC', { labels: ['restricted'] })).toBe(0);
});

test('whatever step of a reading of an answer comes between the taking back of its letter and its sync, the letter does not go', async () => {
  for (const beforeStep of [0, 1, 2, 3]) {
    const bench = syncBench();
    await bench.put(circleEvent());
    await bench.put(asked('in-1', { childSaid: { birthDate: '2018-01-12' } }));
    await bench.put(settledAs('in-1', { child: 'enf-1' }));
    await bench.put(letter('consult-note', { request: 'in-1', recipient: SENDER }));
    const known = aRegistry();
    const hospital = aPartner({ id: SENDER, kind: 'hospital' });
    const registry: Registry = { ...known, partner: (id) => (id === SENDER ? hospital : known.partner(id)) };
    let step = 0;
    let isHeld = true;
    const next = async (): Promise<void> => {
      step += 1;
      if (step - 1 !== beforeStep) return;
      const takenBack = { request: 'in-1', recipient: SENDER, version: 2, status: 'entered-in-error' } as const;
      expect(await bench.put(letter('consult-note', takenBack))).toBe('synced');
      isHeld = false;
    };
    const holds = {
      bearOn: async () => {
        await next();
        return isHeld;
      },
    };
    const store = {
      ...bench.record,
      search: async (...asks: Parameters<typeof bench.record.search>) => {
        await next();
        return bench.record.search(...asks);
      },
    };
    const number = numberOf(bench);
    const told = await answersToTell({ store, registry, audit, holds, now })
      .read(number)
      .catch((error: unknown) => error);
    if (told instanceof Error) expect(told).toMatchObject({ kind: 'held' });
    else expect(told).toMatchObject({ documents: [] });
  }
});

test('a hold on a letter is looked for by the letters that the record has go with a request, or with an answer', async () => {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(referralEvent());
  await bench.put(letter('consult-note'));
  const isHeld = async ({ letters = [] }: HeldDisclosure) => letters.includes('lettre-1');
  const holds = { bearOn: isHeld };
  const { read, disclose } = disclosures({ store: bench.record, registry: aRegistry(), audit, holds, now });
  const request = (await read(numberOf(bench))) as Disclosable;
  await expect(disclose(request, 'fhir-rest')).rejects.toMatchObject({ kind: 'held' });
  await expect(lettersAnswered([], isHeld)).rejects.toMatchObject({ kind: 'held' });
});
