import { expect, test } from '@jest/globals';
import { disclosures } from '../../../../gateway/disclosure/disclosure.ts';
import { outgoingContext } from '../../../../gateway/disclosure/outgoing-context.ts';
import { requestPreviews } from '../../../../gateway/disclosure/request-preview.ts';
import type { Partner } from '../../../../gateway/registry.ts';
import { CONCEPT_MAPPINGS } from '../../../../mappings/concepts/concept-mappings.ts';
import { dialectOf } from '../../../../mappings/dialects/dialects.ts';
import { paperPage } from '../../../../mappings/dialects/paper.ts';
import { travellingRequest } from '../../../../mappings/dialects/travelling-request.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aCentre, aPagePartner, aPaperPartner, aPartner, aV2Partner } from '../../../builders/a-registry.ts';
import { aCircle, agreedTo, aReferral, circleEvent, eventOf } from '../../../builders/concept-events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

const AT = new Date('2026-03-10T15:00:00Z');
const CENTRE = aCentre();
const CHILD = {
  ...aCircle().child,
  gender: 'female',
  languages: ['vi', 'fr'],
  interpreterRequired: true,
  cards: [{ kind: 'nam', number: 'NGUM23550412' }],
} as const;
const CORE = {
  id: 'demande-1',
  version: 1,
  centre: 'verdun',
  happenedAt: '2026-03-10T10:00:00-04:00',
  child: { id: 'enf-1' },
  reason: 'Canari de la raison',
  urgency: 'urgent',
  safeContact: { through: 'person', person: 'Tante Canari', number: '514 555-0177', mustNot: ['Laisser un message'] },
  note: 'Canari de la note',
} as const;

const REQUESTS = {
  'public-network': (to: string) =>
    eventOf(CONCEPT_MAPPINGS['service-referral'], {
      ...CORE,
      programme: 'clsc',
      service: 'speech-therapy',
      what: 'Canari du service',
      recipient: to,
      agreements: [agreedTo(to)],
    }),
  community: (to: string) =>
    eventOf(CONCEPT_MAPPINGS['social-prescription'], {
      ...CORE,
      kind: 'arts-music',
      what: 'Canari du violon',
      recipient: to,
      agreements: [agreedTo(to)],
    }),
  lawyer: (to: string) =>
    eventOf(CONCEPT_MAPPINGS['legal-referral'], {
      ...CORE,
      mandate: 'mediation',
      facts: 'Canari des faits',
      conflictCheckNames: ['Canari du nom'],
      recipient: to,
      agreements: [agreedTo(to)],
    }),
} as const;

const PARTNERS: readonly Partner[] = [
  aPartner(),
  aPartner({ id: 'avocate', lens: 'lawyer', language: 'en' }),
  aPartner({ id: 'plateforme', lens: 'community', dialect: 'gravity' }),
  aV2Partner(),
  aPaperPartner(),
  aPaperPartner({ id: 'orchestre', lens: 'community' }),
  aPagePartner(),
];

async function aPreview(partner: Partner, { held = false, changes = {} }: { held?: boolean; changes?: object } = {}) {
  const { record, put } = syncBench();
  await put(circleEvent({ child: CHILD }));
  const registry = {
    centres: [CENTRE],
    partners: PARTNERS,
    centre: () => CENTRE,
    partner: (id: string) => PARTNERS.find((it) => it.id === id),
  };
  const holds = { bearOn: async () => held };
  const audited: unknown[] = [];
  const audit = { disclosure: async (it: unknown) => void audited.push(it), mayHaveLeft: async () => false };
  const shown = disclosures({ store: record, registry, audit, holds, now: () => AT });
  const preview = requestPreviews({ store: record, holds, disclosures: shown, now: () => AT });
  const event = REQUESTS[partner.lens](partner.id);
  const unsent = {
    centre: CENTRE,
    partner,
    childId: 'enf-1',
    requestId: 'demande-1',
    bundle: event.bundle,
    ...changes,
  };
  return { preview: () => preview(unsent), put, event, record, shown, audited };
}

/** The Task’s own number of the only request in a record. */
const numberIn = (resources: readonly fhir4.FhirResource[]): string =>
  resources
    .flatMap((it) => (it.resourceType === 'Task' ? (it.identifier ?? []) : []))
    .find(({ system }) => system === IDENTIFIERS.task)?.value ?? '';

test.each(PARTNERS.map((partner) => [partner.id, partner] as const))(
  'what is previewed for %s is, word for word, what it sees once it is sent',
  async (_id, partner) => {
    const { preview, put, event, record, shown } = await aPreview(partner);
    const before = await preview();
    await put(event);
    const disclosable = await shown.read(numberIn(await record.search('Task', {})));
    if (disclosable === undefined) throw new Error('nothing was sent');
    const seen = await shown.disclose(disclosable, partner.transport);
    const page = paperPage(seen, { language: partner.language, preparedAt: AT, centre: CENTRE, partner });
    const [first] = before?.views ?? [];
    expect(first?.when).toBe('first');
    const rows = (first?.page.sections ?? []).flatMap((section) => section.rows);
    expect(rows.filter(({ label }) => !['Genre', 'Gender'].includes(label))).toEqual(
      page.sections.flatMap((section) => section.rows),
    );
    expect({ ...first?.page, sections: [] }).toEqual({ ...page, sections: [] });
    expect(before?.missing).toEqual([]);
  },
);

test.each(PARTNERS.filter(({ dialect }) => dialect !== 'paper').map((partner) => [partner.id, partner] as const))(
  'no word leaves for %s that its preview does not show',
  async (_id, partner) => {
    const { preview, put, event, record, shown } = await aPreview(partner);
    const page = JSON.stringify((await preview())?.views[0]?.page);
    await put(event);
    const disclosable = await shown.read(numberIn(await record.search('Task', {})));
    if (disclosable === undefined) throw new Error('nothing was sent');
    const seen = await shown.disclose(disclosable, partner.transport);
    const context = outgoingContext(disclosable, { messageId: 'm', at: AT.toISOString() });
    const message = dialectOf(partner.dialect)?.writeRequest(travellingRequest(disclosable.task, seen, []), context);
    const sent = JSON.stringify(message?.message);
    const words = ['Canari de la raison', 'Canari du service', 'Canari du violon', 'Canari des faits', 'Canari du nom'];
    const more = ['Tante Canari', '514 555-0177', 'Laisser un message', 'Nguyễn', '2023-05-04', 'NGUM23550412'];
    const leaving = [...words, ...more].filter((word) => sent.includes(word));
    expect(leaving.length).toBeGreaterThan(0);
    expect(leaving.filter((word) => !page.includes(word))).toEqual([]);
    expect(page).not.toContain('Canari de la note');
    expect(/female|\|F\|/.test(sent)).toBe(/féminin|"female"/.test(page));
  },
);

test('a lawyer is first shown the names, and the facts only once the mandate is accepted', async () => {
  const { preview } = await aPreview(aPartner({ id: 'avocate', lens: 'lawyer', language: 'en' }));
  const views = (await preview())?.views ?? [];
  expect(views.map(({ when }) => when)).toEqual(['first', 'once-accepted']);
  expect(JSON.stringify(views[0])).not.toMatch(/Canari des faits|Mai/);
  expect(JSON.stringify(views[1])).toMatch(/Canari des faits/);
});

test('a preview writes nothing and discloses nothing', async () => {
  const { preview, record, audited } = await aPreview(aPartner());
  const before = JSON.stringify(await record.search('Patient', {}));
  await preview();
  expect([audited, await record.search('Task', {}), JSON.stringify(await record.search('Patient', {}))]).toEqual([
    [],
    [],
    before,
  ]);
});

test('it says when nobody agreed, when the record waits for a consent, and when the child is not known', async () => {
  const bundle = eventOf(CONCEPT_MAPPINGS['service-referral'], aReferral({ agreements: [] })).bundle;
  const unagreed = await (await aPreview(aPartner(), { changes: { bundle } })).preview();
  expect(unagreed?.missing).toMatchObject([{ severity: 'warning', expression: 'agreements' }]);
  expect(unagreed?.views).toHaveLength(1);
  const held = await (await aPreview(aPartner(), { held: true })).preview();
  expect(held?.missing.map(({ text }) => text.en).join()).toMatch(/has just arrived/);
  expect(await (await aPreview(aPartner(), { changes: { childId: 'inconnue' } })).preview()).toBeUndefined();
});

test('of a legal referral a clinic’s lens shows nothing, and the preview says so', async () => {
  const { bundle } = REQUESTS.lawyer('clsc-verdun');
  const preview = await (await aPreview(aPartner(), { changes: { bundle } })).preview();
  expect(preview?.views).toEqual([]);
  expect(preview?.missing).toMatchObject([{ expression: 'recipient' }]);
});
