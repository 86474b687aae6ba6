import { expect, test } from '@jest/globals';
import { type GlassSeen, throughTheGlass } from '../../../../mappings/break-glass/through-the-glass.ts';
import { nowAt } from '../../../../mappings/consent/moments.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';

const NOW = nowAt(new Date('2026-11-26T15:00:00Z'), 'America/Toronto');
const centre = 'verdun';
const number = (system: string, value: string): fhir4.Reference => ({ identifier: { system, value } });
const ofChild = { reference: 'Patient/p1' };
const PATIENT: fhir4.Patient = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ system: IDENTIFIERS.child(centre), value: 'enf-1' }],
  name: [{ given: ['Nina'], family: 'Invention' }],
  birthDate: '2015-04-02',
};
const looked = (...resources: readonly fhir4.FhirResource[]): GlassSeen =>
  throughTheGlass([PATIENT, ...resources], { centre, child: 'enf-1', now: NOW });

const kinship = (role: string, period?: fhir4.Period): fhir4.RelatedPerson => ({
  resourceType: 'RelatedPerson',
  patient: ofChild,
  name: [{ text: `Personne ${role}` }],
  relationship: [{ coding: [{ system: CODE_SYSTEMS.circleRole, code: role }] }],
  telecom: [{ system: 'phone', value: '514 555-0166' }],
  address: [{ text: '12, rue Inventée' }],
  ...(period !== undefined && { period }),
});

test('who may consent is told with their role and their time, and never how to reach them but through the safe contact', () => {
  const { mayConsent } = looked(
    kinship('tap'),
    kinship('tutor', { end: '2026-11-25' }),
    kinship('delegated', { start: '2026-11-26', end: '2026-11-26' }),
    kinship('voisin'),
    { ...kinship('tap'), active: false },
  );
  expect(mayConsent).toEqual([
    { name: { text: 'Personne tap' }, legalRole: 'tap' },
    { name: { text: 'Personne delegated' }, legalRole: 'delegated', from: '2026-11-26', until: '2026-11-26' },
  ]);
});

test('an allergy is told as it is noted, one that was refuted as such; what was written by mistake, and notes, are not', () => {
  const allergy = (substance: string, verification: string): fhir4.AllergyIntolerance => ({
    resourceType: 'AllergyIntolerance',
    patient: ofChild,
    code: { text: substance },
    criticality: 'high',
    reaction: [{ manifestation: [{ text: 'Anaphylaxie' }], description: 'Chez son père' }],
    verificationStatus: { coding: [{ code: verification }] },
    note: [{ text: 'Dit par la voisine' }],
    recordedDate: '2026-02-01',
  });
  const { allergies } = looked(
    allergy('Arachide', 'confirmed'),
    allergy('Lait', 'refuted'),
    allergy('Blé', 'entered-in-error'),
    { ...allergy('Latex', 'confirmed'), meta: { security: [{ system: FOREIGN.confidentiality, code: 'R' }] } },
  );
  const told = { reactions: ['Anaphylaxie'], criticality: 'high', notedOn: '2026-02-01' };
  expect(allergies).toEqual([
    { substance: 'Arachide', ...told, verification: 'confirmed' },
    { substance: 'Lait', ...told, verification: 'refuted' },
  ]);
});

const request = (id: string, kind: string, more: Partial<fhir4.ServiceRequest> = {}): fhir4.ServiceRequest => ({
  resourceType: 'ServiceRequest',
  id,
  identifier: [{ system: IDENTIFIERS.request(centre), value: id }],
  status: 'active',
  intent: 'order',
  subject: ofChild,
  authoredOn: '2026-10-01',
  category: [
    { coding: [{ system: CODE_SYSTEMS.requestKind, code: kind }] },
    { coding: [{ system: CODE_SYSTEMS.programme, code: 'clsc' }] },
  ],
  code: { coding: [{ system: CODE_SYSTEMS.networkService, code: 'speech-therapy' }], text: 'Mots libres' },
  performer: [{ ...number(IDENTIFIERS.partner, 'clsc-verdun'), display: 'CLSC de Verdun' }],
  extension: [{ url: EXTENSIONS.safeContact, extension: [{ url: 'through', valueCode: 'centre' }] }],
  ...more,
});
const task = (of: string, status: fhir4.Task['status']): fhir4.Task => ({
  resourceType: 'Task',
  status,
  intent: 'order',
  focus: { reference: `ServiceRequest/${of}` },
});

test('care that was asked is told while it is under way; what is not care, has ended or was refused is not; a safe contact is told once', () => {
  const programme = (code: string) => ({
    category: [
      { coding: [{ system: CODE_SYSTEMS.requestKind, code: 'service-referral' }] },
      { coding: [{ system: CODE_SYSTEMS.programme, code }] },
    ],
  });
  const service = (code: string) => ({ code: { coding: [{ system: CODE_SYSTEMS.networkService, code }] } });
  const { care, safeContacts } = looked(
    request('asked', 'service-referral'),
    request('accepted', 'service-referral', { authoredOn: '2026-10-05' }),
    task('accepted', 'accepted'),
    request('refused', 'service-referral'),
    task('refused', 'rejected'),
    request('done', 'service-referral', { status: 'completed' }),
    request('neglect', 'service-referral', programme('neglect-programme')),
    request('sippe', 'service-referral', programme('sippe')),
    request('housing', 'service-referral', service('housing')),
    request('music', 'social-prescription'),
    request('legal', 'legal-referral'),
    request('new', 'a-kind-to-come'),
    request('mistake', 'service-referral', { status: 'entered-in-error' }),
  );
  const told = { programme: 'clsc', service: 'speech-therapy', with: 'CLSC de Verdun' };
  expect(care.requests).toEqual([
    { ...told, state: 'asked', askedOn: '2026-10-01' },
    { ...told, state: 'accepted', askedOn: '2026-10-05' },
  ]);
  expect(safeContacts).toEqual([{ contact: { through: 'centre' }, saidOn: '2026-10-05' }]);
});

test('follow-up that came of a request which does not pass is not told, nor of one that nobody can find', () => {
  const followUp = (from: string | undefined): fhir4.EpisodeOfCare => ({
    resourceType: 'EpisodeOfCare',
    status: 'active',
    patient: ofChild,
    type: [{ coding: [{ system: CODE_SYSTEMS.programme, code: 'clsc' }], text: `de ${from}` }],
    ...(from !== undefined && { referralRequest: [number(IDENTIFIERS.request(centre), from)] }),
  });
  const requests = [request('open', 'service-referral'), request('legal', 'legal-referral')];
  const { care } = looked(...requests, ...[undefined, 'open', 'legal', 'nowhere'].map(followUp));
  expect(care.enrolments).toEqual([1, 2].map(() => ({ programme: 'clsc', state: 'under-way' })));
});

test('of the circle those who care are told; nobody of the legal pillar, of the family or of the neighbourhood, whoever holds the thread', () => {
  const participant = (name: string, kind: string, roles: readonly string[]): fhir4.CareTeamParticipant => ({
    extension: [{ url: EXTENSIONS.participant, extension: [{ url: 'kind', valueCode: kind }] }],
    role: roles.map((code) => ({ coding: [{ system: CODE_SYSTEMS.circleRole, code }] })),
    member: { display: name },
  });
  const { care } = looked({
    resourceType: 'CareTeam',
    status: 'active',
    participant: [
      participant('Dre Inventée', 'professional', ['medicine']),
      participant('Pivot', 'professional', ['pivot']),
      participant('Avocate', 'professional', ['law']),
      participant('Avocate pivot', 'professional', ['law', 'pivot']),
      participant('École', 'institution', ['child-family-community']),
      participant('Sans pilier', 'professional', []),
      participant('Tante', 'family', ['medicine']),
      { ...participant('Partie', 'professional', ['medicine']), period: { end: '2026-11-01' } },
    ],
  });
  expect(care.people).toEqual([
    { name: 'Dre Inventée', pillar: 'medicine' },
    { name: 'Pivot', pivot: true },
  ]);
});
