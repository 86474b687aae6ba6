import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { careCircleMapping } from '../../../../mappings/concepts/care-circle.ts';
import type { Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import type { Basis, Said } from '../../../../mappings/consent/bases.ts';
import { basesOnRecord } from '../../../../mappings/consent/bases-on-record.ts';
import type { Consent } from '../../../../mappings/domain/concepts.ts';
import { aMother } from '../../../builders/a-patient.ts';
import { anAgreementWith, aServiceRequest } from '../../../builders/a-service-request.ts';
import { aCircle } from '../../../builders/concept-events.ts';
import { groundConsents, saidConsents } from '../../../generators/consents.ts';
import { mappingContexts } from '../../../generators/mapping-contexts.ts';

const unagreed = aServiceRequest({ extension: [] });
const invoked = groundConsents().chain((consent) => mappingContexts(consent).map((context) => ({ consent, context })));
const written = saidConsents().chain((consent) => mappingContexts(consent).map((context) => ({ consent, context })));

const consentIn = ({ entry = [] }: fhir4.Bundle<fhir4.FhirResource>) =>
  entry.flatMap(({ resource }) => (resource?.resourceType === 'Consent' ? [resource] : []));

test('each consent that names a partner is one thing said, as the concept says it; one about the centre itself is none', () => {
  fc.assert(
    fc.property(written, ({ consent, context }) => {
      const said = basesOnRecord({
        centre: consent.centre,
        request: unagreed,
        consents: consentIn(consentMapping.toBundle(consent, context)),
        people: [],
      });
      expect(said).toEqual(consent.recipient === undefined ? [] : [expect.objectContaining(saying(consent))]);
    }),
    { numRuns: 300 },
  );
});

test('each ground that stands is one thing invoked, until when and for what its professional said; one that does not stand opens nothing', () => {
  fc.assert(
    fc.property(invoked, ({ consent, context }) => {
      const { recipient, ground, purpose, information, regime, period, happenedAt, status = 'active' } = consent;
      const bases = basesOnRecord({
        centre: consent.centre,
        request: unagreed,
        consents: consentIn(consentMapping.toBundle(consent, context)),
        people: [],
      });
      const basis = { recipient, purpose, information, regime, ground: ground?.what, at: period?.start ?? happenedAt };
      expect(bases).toEqual(
        status === 'active' ? [expect.objectContaining({ kind: 'invoked', ...basis, ...untilOf(period) })] : [],
      );
    }),
    { numRuns: 300 },
  );
});

const untilOf = (period: Consent['period']) => (period?.end === undefined ? {} : { until: period.end });

const saidOnly = (bases: readonly Basis[]): readonly Said[] =>
  bases.filter((basis): basis is Said => basis.kind === 'said');

function saying({
  recipient,
  decision,
  status,
  purpose,
  information,
  regime,
  by,
  happenedAt,
  withdrawal,
}: Identified<Consent>) {
  return {
    recipient,
    decision,
    status: status ?? 'active',
    purpose,
    information: information ?? 'all',
    regime,
    at: happenedAt,
    by: by.kind === 'child' ? { kind: 'child' } : expect.objectContaining({ kind: 'member' }),
    ...(withdrawal !== undefined && { withdrawal: expect.objectContaining({ at: withdrawal.at }) }),
  };
}

test('an agreement on the request is said by whom it names, in the legal role that the circle gives, for as long as it gives it', () => {
  const request = aServiceRequest({ extension: [anAgreementWith('clsc-verdun')] });
  const by = (people: readonly fhir4.RelatedPerson[]) =>
    saidOnly(basesOnRecord({ centre: 'verdun', request, consents: [], people })).map((it) => it.by);
  expect(by([aMother()])).toEqual([{ kind: 'member', id: 'enf-1:maman', role: 'tap' }]);
  expect(by([aMother({ period: { start: '2020', end: '2026-03' } })])).toEqual([
    { kind: 'member', id: 'enf-1:maman', role: 'tap', from: '2020', until: '2026-03' },
  ]);
  expect(by([aMother({ active: false })])).toEqual([{ kind: 'member', id: 'enf-1:maman' }]);
  expect(by([])).toEqual([{ kind: 'member', id: 'enf-1:maman' }]);
});

test('the legal role that a circle writes is the one that is read', () => {
  const circle = aCircle({
    members: [
      {
        kind: 'family',
        id: 'maman',
        name: { text: 'Lan' },
        legalRole: 'tutor',
        period: { start: '2024-01-01', end: '2026-02-28' },
      },
    ],
  });
  const { entry = [] } = careCircleMapping.toBundle(circle, {
    exchangeId: 'e',
    recordedAt: '2026-03-10T16:00:00.000Z',
    contentHash: '',
    centre: { id: 'verdun', name: 'Centre' },
  });
  const people = entry.flatMap(({ resource }) => (resource?.resourceType === 'RelatedPerson' ? [resource] : []));
  const [said] = saidOnly(
    basesOnRecord({
      centre: 'verdun',
      request: aServiceRequest({ extension: [anAgreementWith('clsc-verdun')] }),
      consents: [],
      people,
    }),
  );
  expect(said?.by).toEqual({
    kind: 'member',
    id: 'enf-1:maman',
    role: 'tutor',
    from: '2024-01-01',
    until: '2026-02-28',
  });
});
