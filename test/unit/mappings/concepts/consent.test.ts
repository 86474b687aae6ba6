import { expect, test } from '@jest/globals';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import type { Consent } from '../../../../mappings/domain/concepts.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aConsent, CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const bundleOf = (consent: Partial<Consent> = {}) => consentMapping.toBundle(aConsent(consent), CONTEXT);
const resources = (consent: Partial<Consent> = {}) => resourcesOf(bundleOf(consent));
const ofType = <T extends fhir4.FhirResource['resourceType']>(type: T, consent: Partial<Consent> = {}) =>
  resources(consent).find(
    (resource): resource is Extract<fhir4.FhirResource, { resourceType: T }> => resource.resourceType === type,
  );
const fhirConsent = (consent: Partial<Consent> = {}) => ofType('Consent', consent);

/** What is read from a Consent changed by somebody else. */
const readWith = (change: Partial<fhir4.Consent>, consent: Partial<Consent> = {}) =>
  consentMapping.fromResources(
    resources(consent).map((resource) => (resource.resourceType === 'Consent' ? { ...resource, ...change } : resource)),
  );
const reasonsOf = (read: ReturnType<typeof consentMapping.fromResources>) =>
  read.ok ? [] : read.issues.map(({ expression }) => expression);

test.each([
  ['permit', undefined, 'active', 'permit'],
  ['permit', 'proposed', 'proposed', 'permit'],
  ['permit', 'withdrawn', 'inactive', 'permit'],
  ['permit', 'entered-in-error', 'entered-in-error', 'permit'],
  ['refuse', undefined, 'rejected', 'deny'],
  ['refuse', 'withdrawn', 'inactive', 'deny'],
  ['refuse', 'entered-in-error', 'entered-in-error', 'deny'],
] as const)('%s, status %s, is a Consent %s whose provision says %s', (decision, status, fhirStatus, type) => {
  expect(fhirConsent({ decision, ...(status !== undefined && { status }) })).toMatchObject({
    status: fhirStatus,
    provision: { type },
  });
});

test('a Consent whose status and provision contradict each other is not read', () => {
  expect(reasonsOf(readWith({ status: 'active' }, { decision: 'refuse' }))).toEqual(['Consent.status']);
  expect(reasonsOf(readWith({ status: 'rejected' }, { decision: 'permit' }))).toEqual(['Consent.status']);
});

test('a Consent in draft says nothing that we have a word for', () => {
  expect(reasonsOf(readWith({ status: 'draft' }))).toEqual(['Consent.status']);
});

test('a consent names one recipient and one purpose, and what may be shown', () => {
  expect(fhirConsent({ purpose: 'care', information: ['identity', 'development'] })?.provision).toMatchObject({
    actor: [{ reference: { identifier: { system: IDENTIFIERS.partner, value: 'clsc-verdun' } } }],
    purpose: [{ code: 'TREAT' }],
    class: [{ code: 'identity' }, { code: 'development' }],
  });
});

test('without a recipient it is the centre itself that may see', () => {
  const { recipient: _none, ...inside } = aConsent();
  const [consent] = resourcesOf(consentMapping.toBundle(inside, CONTEXT));
  expect(consent).toMatchObject({
    provision: { actor: [{ reference: { identifier: { system: IDENTIFIERS.centre, value: 'verdun' } } }] },
  });
});

test('another centre is named by its own number, and comes back as the other centre', () => {
  const { recipient: _none, ...inside } = aConsent();
  const tie = { ...inside, otherCentre: 'vanier', purpose: 'coordination', information: ['identity'] } as const;
  const resources = resourcesOf(consentMapping.toBundle(tie, CONTEXT));
  expect(resources[0]).toMatchObject({
    provision: { actor: [{ reference: { identifier: { system: IDENTIFIERS.centre, value: 'vanier' } } }] },
  });
  expect(consentMapping.fromResources(resources)).toMatchObject({ ok: true, value: { otherCentre: 'vanier' } });
});

test.each([
  [{ system: IDENTIFIERS.resource('verdun'), value: 'ecole' }],
  [{ system: IDENTIFIERS.institution('verdun'), value: 'ecole' }],
])('a recipient that is neither a partner nor a centre is not read: %j', (identifier) => {
  const provision = fhirConsent()?.provision;
  const actor = [{ role: {}, reference: { type: 'Organization', identifier } }];
  expect(reasonsOf(readWith({ provision: { ...provision, actor } }))).toEqual(['Consent.provision.actor']);
});

test('the words said are a text of their own, whatever their script, and the author is who consented', () => {
  const words = '« ᐃᓄᒃᑎᑐᑦ » — xin chào 👩‍👧‍👦';
  const document = ofType('DocumentReference', { how: 'oral', said: { words, language: 'iu' } });
  const { data = '', language } = document?.content[0]?.attachment ?? {};
  expect(Buffer.from(data, 'base64').toString('utf8')).toBe(words);
  expect(language).toBe('iu');
  expect(document?.author?.[0]?.identifier?.value).toBe('enf-1:maman');
  expect(fhirConsent({ said: { words } })?.sourceReference?.identifier).toEqual(document?.identifier?.[0]);
});

test.each([
  ['bytes that are no text', { contentType: 'text/plain;charset=utf-8', data: '/////w==' }],
  ['a scan', { contentType: 'image/png', data: 'aWNp' }],
  ['nothing', { contentType: 'text/plain;charset=utf-8' }],
])('%s is not read as the words said', (_what, attachment) => {
  const changed = resources({ said: { words: 'oui' } }).map((resource) =>
    resource.resourceType === 'DocumentReference' ? { ...resource, content: [{ attachment }] } : resource,
  );
  expect(reasonsOf(consentMapping.fromResources(changed))).toEqual(['DocumentReference.content.attachment']);
});

test('words that were to be there and are not are told', () => {
  const without = resources({ said: { words: 'oui' } }).filter(
    ({ resourceType }) => resourceType !== 'DocumentReference',
  );
  expect(reasonsOf(consentMapping.fromResources(without))).toEqual(['Consent.sourceReference']);
});

test('a professional who was witness is named as a person, since HL7’s extension takes no role', () => {
  const consent = { witness: { kind: 'professional', id: 'pro-1', name: 'Claire Roy' } } as const;
  const witness = fhirConsent(consent)?.extension?.find(({ url }) => url.endsWith('consent-Witness'));
  expect(witness?.valueReference).toMatchObject({ type: 'Practitioner', display: 'Claire Roy' });
  expect(resources(consent).map(({ resourceType }) => resourceType)).toContain('Practitioner');
});

test('neither a professional nor a name alone consents', () => {
  for (const performer of [
    {
      type: 'PractitionerRole',
      identifier: { system: IDENTIFIERS.professionalRole('verdun'), value: 'pro-1' },
      display: 'x',
    },
    { display: 'la mère' },
  ])
    expect(reasonsOf(readWith({ performer: [performer] }))).toContain('Consent.performer');
});

test('the child is nobody’s witness', () => {
  const [child] = fhirConsent({ by: { kind: 'child' } })?.performer ?? [];
  const { extension = [] } = fhirConsent() ?? {};
  const witnessed = [
    ...extension,
    { url: 'http://hl7.org/fhir/StructureDefinition/consent-Witness', ...(child && { valueReference: child }) },
  ];
  expect(reasonsOf(readWith({ extension: witnessed }))).toHaveLength(1);
});

test('a withdrawal keeps when the consent was given, and is traced to who took it back and when', () => {
  const consent = {
    status: 'withdrawn',
    withdrawal: { at: '2026-05-01', by: { kind: 'child' }, words: 'plus maintenant' },
  } as const;
  expect(fhirConsent(consent)).toMatchObject({ status: 'inactive', dateTime: '2026-03-12T09:30:00-04:00' });
  expect(ofType('Provenance', consent)).toMatchObject({
    occurredDateTime: '2026-05-01',
    agent: [{ who: { identifier: { value: 'enf-1' } } }],
  });
});

test('a consent about the child’s rights is restricted, its words too, and no label says why', () => {
  const consent = { purpose: 'rights-support', said: { words: 'oui' } } as const;
  for (const type of ['Consent', 'DocumentReference'] as const)
    expect(ofType(type, consent)?.meta?.security?.map(({ code }) => code)).toEqual(['R', 'PSC-RESTRICTED']);
  expect(fhirConsent({ purpose: 'care' })?.meta?.security).toBeUndefined();
});

test('a consent entered in error takes its words with it', () => {
  const said = { words: 'oui' };
  expect(ofType('DocumentReference', { said, status: 'entered-in-error' })?.status).toBe('entered-in-error');
  expect(ofType('DocumentReference', { said })?.status).toBe('current');
});

test.each([
  ['Consent.policy.uri', { policy: [{ uri: 'https://example.org/autre-loi' }] }],
  ['Consent.provision.purpose', { provision: { type: 'permit' } }],
  ['Consent.provision.type', { provision: {} }],
  ['Consent.patient.identifier', { patient: { display: 'x' } }],
] as const)('without %s that we understand nothing is read', (expression, change) => {
  expect(reasonsOf(readWith(change as unknown as Partial<fhir4.Consent>))).toContain(expression);
});

test('a purpose of somebody else’s is not guessed', () => {
  const provision = fhirConsent()?.provision;
  const purpose = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HMARKT' }];
  expect(reasonsOf(readWith({ provision: { ...provision, purpose } }))).toContain('Consent.provision.purpose');
});
