import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import type { Regime } from '../../../../mappings/consent/bases.ts';
import {
  isLegalReferralKnown,
  type LegalReferralsOnRecord,
  mayLegalReferralBeKnown,
} from '../../../../mappings/consent/legal-referral-known.ts';
import { REGIMES } from '../../../../mappings/consent/regimes.ts';
import type { Consent, LegalReferral } from '../../../../mappings/domain/concepts.ts';
import { LETS_LEGAL_REFERRAL_BE_KNOWN, taggedWithKinds } from '../../../../mappings/domain/kinds-tagged.ts';
import { FOREIGN } from '../../../../mappings/domain/systems.ts';
import { ofKind } from '../../../builders/a-service-request.ts';
import { circleTold, legalTold } from '../../../builders/told-events.ts';
import { toldRecord } from '../../../builders/told-record.ts';
import { codesOf } from '../../../generators/codes.ts';
import { letsLegalReferralBeKnown, saidConsents } from '../../../generators/consents.ts';
import { OPEN_WORLD } from '../../../generators/world.ts';

const AT = new Date('2026-11-26T15:00:00Z');
const regimes = codesOf(REGIMES);

/** The mother lets clinical staff know, unless it says otherwise. */
const yes = (changes: Partial<Identified<Consent>> = {}): Identified<Consent> => ({
  id: 'savoir',
  version: 1,
  centre: 'verdun',
  child: { id: 'enf-1' },
  happenedAt: '2026-11-20',
  by: { kind: 'member', id: 'maman' },
  decision: 'permit',
  purpose: 'rights-support',
  information: ['legal-referral-exists'],
  regime: 'qc-lrsss',
  how: 'written',
  ...changes,
});

/** What the record holds of a child with a legal referral, or with what it says instead. */
async function onRecord(
  {
    birthDate = '2020-03-01',
    legal = {},
  }: { readonly birthDate?: string | undefined; readonly legal?: Partial<LegalReferral> | undefined },
  consents: readonly Identified<Consent>[],
  regime: Regime = 'qc-lrsss',
): Promise<LegalReferralsOnRecord> {
  const { child } = { child: { id: 'enf-1', name: { text: 'Mai' }, ...(birthDate !== '' && { birthDate }) } };
  const record = await toldRecord([
    circleTold({ on: '2026-11-01' }, { child }),
    legalTold({ on: '2026-11-02' }, { id: 'droit', ...legal }),
  ]);
  const [patient] = record.ofType('Patient');
  if (patient === undefined) throw new Error('no child');
  return {
    centre: 'verdun',
    regime,
    timeZone: 'America/Toronto',
    child: patient,
    requests: record.ofType('ServiceRequest'),
    tasks: record.ofType('Task'),
    people: record.ofType('RelatedPerson'),
    consents: consents.flatMap(consentResource),
    isHeld: () => false,
  };
}

function consentResource(consent: Identified<Consent>): readonly fhir4.Consent[] {
  const { entry = [] } = consentMapping.toBundle(consent, {
    exchangeId: '7f1f8c0e-3b7a-4c9e-8a52-2b8a9d0c7e10',
    recordedAt: '2026-11-20T12:00:00.000Z',
    contentHash: 'h',
    centre: { id: 'verdun', name: 'Centre' },
  });
  return entry.flatMap(({ resource }) => (resource?.resourceType === 'Consent' ? [resource] : []));
}

const known = async (file: Parameters<typeof onRecord>[0], consents: readonly Identified<Consent>[], regime?: Regime) =>
  isLegalReferralKnown(
    await onRecord(
      file,
      consents.map((it) => ({ ...it, regime: regime ?? it.regime })),
      regime,
    ),
    AT,
  );

const TEEN = { birthDate: '2011-11-26' };
const BY_CHILD = { by: { kind: 'child' } } as const;

test.each<[string, Parameters<typeof onRecord>[0], readonly Identified<Consent>[], boolean]>([
  ['nobody said anything', {}, [], false],
  ['the mother of a child of six lets it be known', {}, [yes()], true],
  ['nothing is under way any more', { legal: { status: 'completed' } }, [yes()], false],
  ['it was written down in error', { legal: { status: 'entered-in-error' } }, [yes()], false],
  ['the mother was asked and has not answered', {}, [yes({ status: 'proposed' })], false],
  ['its time is over', {}, [yes({ period: { end: '2026-11-25' } })], false],
  ['its time has not come', {}, [yes({ period: { start: '2026-12-01' } })], false],
  ['she took it back', {}, [yes({ status: 'withdrawn', withdrawal: { at: '2026-11-25' } })], false],
  ['she refused', {}, [yes({ decision: 'refuse' })], false],
  [
    'she lets it be known, and the child says no',
    {},
    [yes(), yes({ id: 'non', ...BY_CHILD, decision: 'refuse' })],
    false,
  ],
  ['she lets a partner know of rights', {}, [yes({ recipient: 'clsc-verdun', information: ['rights'] })], false],
  ['she lets the centre know of the rest', {}, [yes({ purpose: 'care', information: ['rights', 'request'] })], false],
  ['she lets the centre know of rights, not of that', {}, [yes({ information: ['rights'] })], false],
  [
    'somebody of the circle without a legal role lets it be known',
    {},
    [yes({ by: { kind: 'member', id: 'voisine' } })],
    false,
  ],
  ['the mother of a young person of 15', TEEN, [yes()], false],
  ['the young person of 15', TEEN, [yes(BY_CHILD)], true],
  ['the young person of 15, whose mother refuses', TEEN, [yes(BY_CHILD), yes({ id: 'non', decision: 'refuse' })], true],
  ['the child of six alone', {}, [yes(BY_CHILD)], false],
  [
    'the mother, of what the child asked alone',
    { legal: { requester: { kind: 'child' }, agreements: [] } },
    [yes()],
    false,
  ],
  ['the mother, of a child whose birth date is not known', { birthDate: '' }, [yes()], false],
])('that there is a legal referral: %s', async (_who, file, consents, told) => {
  expect(await known(file, consents)).toBe(told);
  if (told) expect(mayLegalReferralBeKnown(await onRecord(file, consents), AT)).toBe(true);
});

test.each(regimes)(
  'from 14 only the young person lets it be known, and before that others may, under %s',
  async (regime) => {
    expect(await known(TEEN, [yes()], regime)).toBe(false);
    expect(await known(TEEN, [yes(BY_CHILD)], regime)).toBe(true);
    expect(await known({}, [yes()], regime)).toBe(true);
  },
);

test.each(regimes.filter((regime) => REGIMES[regime].othersUntil > 14))(
  'on the 14th birthday, and where it may have come, the mother’s yes tells nothing any more, under %s',
  async (regime) => {
    expect(await known({ birthDate: '2012-11-27' }, [yes()], regime)).toBe(true);
    expect(await known({ birthDate: '2012-11-26' }, [yes()], regime)).toBe(false);
    expect(await known({ birthDate: '2012' }, [yes()], regime)).toBe(false);
  },
);

test.each(regimes)(
  'a yes of which nobody wrote how it was said counts only where the law asks for no express one, under %s',
  async (regime) => {
    const { how: _how, ...unsaid } = yes();
    expect(await known({}, [unsaid], regime)).toBe(!REGIMES[regime].express);
  },
);

test('a request of another kind tells of no legal referral; what the child asked alone is told by its label, wherever that stands, but on another request', async () => {
  const record = await onRecord({}, [yes()]);
  const alone = { security: [{ system: FOREIGN.actCode, code: 'ADOL' }] };
  const others = record.requests.map((it) => ({ ...it, ...ofKind('service-referral') }));
  expect(isLegalReferralKnown({ ...record, requests: others }, AT)).toBe(false);
  expect(isLegalReferralKnown({ ...record, child: { ...record.child, meta: alone } }, AT)).toBe(false);
  const labelled = record.tasks.map((it) => ({ ...it, meta: alone }));
  expect(isLegalReferralKnown({ ...record, tasks: labelled }, AT)).toBe(false);
  const elsewhere = labelled.map((it) => ({ ...it, focus: { reference: 'ServiceRequest/another' } }));
  expect(isLegalReferralKnown({ ...record, tasks: [...record.tasks, ...elsewhere] }, AT)).toBe(true);
});

test('a consent that is held back until the record has it tells nothing', async () => {
  const record = await onRecord({}, [yes()]);
  expect(isLegalReferralKnown(record, AT)).toBe(true);
  expect(isLegalReferralKnown({ ...record, isHeld: () => true }, AT)).toBe(false);
  expect(isLegalReferralKnown({ ...record, isHeld: ({ request }) => request === 'droit' }, AT)).toBe(false);
});

const WORLD = {
  ...OPEN_WORLD,
  centre: fc.constant('verdun'),
  childId: fc.constant('enf-1'),
  memberId: fc.constant('maman'),
};

const isTaggedAsLetting = (resource: fhir4.Consent): boolean =>
  taggedWithKinds([{ resource }], []).some((it) =>
    it.resource.meta?.tag?.some(({ code }) => code === LETS_LEGAL_REFERRAL_BE_KNOWN.code),
  );

test('whatever else was said, nothing is known without a yes that names just that; and of a child without one, nothing at all', async () => {
  const record = await onRecord({}, []);
  const letsKnow = ({ decision, recipient, information = [] }: Consent): boolean =>
    decision === 'permit' && recipient === undefined && information.includes('legal-referral-exists');
  fc.assert(
    fc.property(fc.array(saidConsents(WORLD), { maxLength: 4 }), fc.constantFrom(...regimes), (all, regime) => {
      const said = { ...record, regime, consents: all.flatMap(consentResource) };
      expect(isLegalReferralKnown({ ...said, requests: [] }, AT)).toBe(false);
      // Where none could be known none is looked for: then none may be; and where nothing is tagged as letting it, not even that is.
      if (!mayLegalReferralBeKnown(said, AT)) expect(isLegalReferralKnown(said, AT)).toBe(false);
      else expect(said.consents.some(isTaggedAsLetting)).toBe(true);
      expect(
        isLegalReferralKnown({ ...said, consents: all.filter((it) => !letsKnow(it)).flatMap(consentResource) }, AT),
      ).toBe(false);
      // A no or a taking back that is added opens nothing.
      if (!isLegalReferralKnown(said, AT)) {
        const no = all.map((it, nth) => ({
          ...letsLegalReferralBeKnown(it),
          id: `n${nth}`,
          decision: 'refuse' as const,
        }));
        const more = { ...said, consents: [...said.consents, ...no.flatMap(consentResource)] };
        expect(isLegalReferralKnown(more, AT)).toBe(false);
      }
    }),
    { numRuns: 120 },
  );
  expect(isLegalReferralKnown({ ...record, consents: consentResource(yes()) }, AT)).toBe(true);
  // Nor is it tagged so because something else is let: a refusal, or a yes to something else.
  const others = [
    yes({ decision: 'refuse' }),
    yes({ information: ['rights'] }),
    yes({ purpose: 'care', information: [] }),
  ];
  expect(others.flatMap(consentResource).map(isTaggedAsLetting)).toEqual([false, false, false]);
});
