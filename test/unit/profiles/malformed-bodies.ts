import type { ConceptName } from '../../../profiles/concept-names.ts';
import type { Issue } from '../../../profiles/issue.ts';

type Body = Record<string, unknown>;

/** What is wrong, the body, and where the checker must say it. */
export interface MalformedBody {
  readonly wrong: string;
  readonly concept: ConceptName;
  readonly body: unknown;
  readonly expression: string;
  readonly code: Issue['code'];
}

const circle = (more: Body = {}): Body => ({
  centre: 'centre-1',
  happenedAt: '2026-09-14',
  child: { id: 'enfant-1', name: { text: 'Minh An' } },
  members: [{ kind: 'family', id: 'maman', name: { text: 'Lan' } }],
  pivot: 'maman',
  ...more,
});
const child = (more: Body): Body => circle({ child: { id: 'enfant-1', name: { text: 'Minh An' }, ...more } });
const member = (more: Body): Body =>
  circle({ members: [{ kind: 'family', id: 'maman', name: { text: 'Lan' }, ...more }] });
const without = (body: Body, field: string): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));

const request = {
  centre: 'centre-1',
  happenedAt: '2026-09-14',
  child: { id: 'enfant-1' },
  safeContact: { through: 'centre' },
};
const prescription = (more: Body = {}): Body => ({ ...request, kind: 'sport', ...more });
const legal = (more: Body = {}): Body => ({ ...request, mandate: 'mediation', ...more });
const service = (more: Body = {}): Body => ({ ...request, programme: 'clsc', ...more });
const plan = (more: Body = {}): Body => ({
  centre: 'centre-1',
  happenedAt: '2026-09-14',
  child: { id: 'enfant-1' },
  ...more,
});
const answer = (more: Body = {}): Body => ({
  what: 'accepted',
  happenedAt: '2026-09-14',
  saidBy: 'a',
  recordedBy: 'b',
  ...more,
});

const in_ =
  (concept: ConceptName) =>
  (wrong: string, body: unknown, expression: string, code: Issue['code']): MalformedBody => ({
    wrong,
    concept,
    body,
    expression,
    code,
  });

const inCircle = in_('care-circle');
const inPlan = in_('action-plan');
const inPrescription = in_('social-prescription');
const inLegal = in_('legal-referral');
const inService = in_('service-referral');
const inAnswer = in_('answer');
const inDispatch = in_('dispatch');
const inSearch = in_('child-search');
const inTask = in_('partner-task');

export const MALFORMED_BODIES: readonly MalformedBody[] = [
  inCircle('null for a concept', null, 'CareCircle', 'structure'),
  inCircle('a list for a concept', [circle()], 'CareCircle', 'structure'),
  inCircle('a text for a concept', 'cercle', 'CareCircle', 'structure'),
  inCircle('no centre', without(circle(), 'centre'), 'CareCircle.centre', 'required'),
  inCircle('no child', without(circle(), 'child'), 'CareCircle.child', 'required'),
  inCircle('no time', without(circle(), 'happenedAt'), 'CareCircle.happenedAt', 'required'),
  inCircle('a child without a name', circle({ child: { id: 'enfant-1' } }), 'CareCircle.child.name', 'required'),
  inCircle('a name without any part', child({ name: {} }), 'CareCircle.child.name', 'required'),
  inCircle('a blank name', child({ name: { text: '  ' } }), 'CareCircle.child.name.text', 'value'),
  inCircle('an empty name', child({ name: { family: '' } }), 'CareCircle.child.name.family', 'value'),
  inCircle('no given name in a list', child({ name: { given: [] } }), 'CareCircle.child.name.given', 'structure'),
  inCircle(
    'a number for a given name',
    child({ name: { given: ['An', 3] } }),
    'CareCircle.child.name.given[1]',
    'structure',
  ),
  inCircle('an empty identifier', circle({ id: '' }), 'CareCircle.id', 'value'),
  inCircle('an identifier with a space', circle({ id: 'a b' }), 'CareCircle.id', 'value'),
  inCircle('an identifier of dots', child({ id: '..' }), 'CareCircle.child.id', 'value'),
  inCircle('a NAM for an identifier', child({ id: 'TREM-2005-1712' }), 'CareCircle.child.id', 'value'),
  inCircle('an OHIP number for an identifier', circle({ pivot: '1234567897' }), 'CareCircle.pivot', 'value'),
  inCircle('an absurdly long identifier', circle({ id: 'x'.repeat(10_000) }), 'CareCircle.id', 'value'),
  inCircle('version 0', circle({ version: 0 }), 'CareCircle.version', 'value'),
  inCircle('a version in a text', circle({ version: '1' }), 'CareCircle.version', 'structure'),
  inCircle(
    'a label of a request on a whole file',
    child({ labels: ['asked-alone'] }),
    'CareCircle.child.labels[0]',
    'code-invalid',
  ),
  inCircle('half a version', circle({ version: 1.5 }), 'CareCircle.version', 'structure'),
  inCircle('an enormous version', circle({ version: 2 ** 53 }), 'CareCircle.version', 'value'),
  inCircle('30 February', child({ birthDate: '2020-02-30' }), 'CareCircle.child.birthDate', 'value'),
  inCircle(
    'a birth date with a time',
    child({ birthDate: '2020-02-01T10:00:00Z' }),
    'CareCircle.child.birthDate',
    'value',
  ),
  inCircle('a time without an offset', circle({ happenedAt: '2026-09-14T10:30:00' }), 'CareCircle.happenedAt', 'value'),
  inCircle('a date as a number', circle({ happenedAt: 20260914 }), 'CareCircle.happenedAt', 'structure'),
  inCircle('null for a date', circle({ happenedAt: null }), 'CareCircle.happenedAt', 'structure'),
  inCircle('an unknown gender', child({ gender: 'F' }), 'CareCircle.child.gender', 'code-invalid'),
  inCircle('a language by its name', child({ languages: ['français'] }), 'CareCircle.child.languages[0]', 'value'),
  inCircle(
    'a province by its name',
    child({ address: { province: 'Québec' } }),
    'CareCircle.child.address.province',
    'value',
  ),
  inCircle(
    'false for no fixed address',
    child({ address: { noFixedAddress: false } }),
    'CareCircle.child.address.noFixedAddress',
    'value',
  ),
  inCircle(
    'an impossible NAM',
    child({ cards: [{ kind: 'nam', number: 'TREM20131712' }] }),
    'CareCircle.child.cards[0].number',
    'value',
  ),
  inCircle(
    'an OHIP number with a wrong key',
    child({ cards: [{ kind: 'ohip', number: '1234567890' }] }),
    'CareCircle.child.cards[0].number',
    'value',
  ),
  inCircle(
    'a card of another kind',
    child({ cards: [{ kind: 'ifhp', number: '1' }] }),
    'CareCircle.child.cards[0].kind',
    'code-invalid',
  ),
  inCircle(
    'a card without a kind',
    child({ cards: [{ number: '1' }] }),
    'CareCircle.child.cards[0].kind',
    'code-invalid',
  ),
  inCircle('an unknown field', circle({ coverage: 'none' }), 'CareCircle.coverage', 'structure'),
  inCircle('an unknown field in a child', child({ citizenship: 'x' }), 'CareCircle.child.citizenship', 'structure'),
  inCircle('a card number where a field’s name belongs', child({ TREM20051712: 1 }), 'CareCircle.child', 'structure'),
  inCircle('__proto__', JSON.parse('{"__proto__": {"centre": "c"}}'), 'CareCircle.__proto__', 'structure'),
  inCircle('an unknown kinship', member({ kinship: 'mère' }), 'CareCircle.members[0].kinship', 'code-invalid'),
  inCircle('an unknown kind of member', member({ kind: 'dog' }), 'CareCircle.members[0].kind', 'code-invalid'),
  inCircle(
    'kinship of a professional',
    circle({ members: [{ kind: 'professional', id: 'a', name: 'b', kinship: 'MTH' }] }),
    'CareCircle.members[0].kinship',
    'structure',
  ),
  inCircle('an object for the members', circle({ members: {} }), 'CareCircle.members', 'structure'),
  inCircle(
    'sixty-one members',
    circle({ members: Array.from({ length: 61 }, (_, i) => ({ kind: 'family', id: `m${i}`, name: { text: 'x' } })) }),
    'CareCircle.members',
    'structure',
  ),
  inCircle(
    'a telephone without a number',
    member({ telecom: [{ system: 'phone' }] }),
    'CareCircle.members[0].telecom[0].value',
    'required',
  ),
  inCircle('a period without dates', member({ period: {} }), 'CareCircle.members[0].period', 'required'),
  inCircle(
    'a period that ends before it starts',
    member({ period: { start: '2026-05', end: '2026-04-30' } }),
    'CareCircle.members[0].period.end',
    'invariant',
  ),
  inCircle('a pivot who is not a member', circle({ pivot: 'papa' }), 'CareCircle.pivot', 'invariant'),
  inCircle(
    'two members under one identifier',
    circle({ members: ['a', 'b'].map((text) => ({ kind: 'family', id: 'maman', name: { text } })) }),
    'CareCircle.members[1].id',
    'invariant',
  ),
  inCircle('a time next year', circle({ happenedAt: '2027-09-14' }), 'CareCircle.happenedAt', 'invariant'),
  inPlan(
    'a text that reorders its neighbours',
    plan({ understoodTogether: 'a\u202eb' }),
    'ActionPlan.understoodTogether',
    'value',
  ),
  inPlan(
    'an absurdly long text',
    plan({ understoodTogether: 'é'.repeat(10_001) }),
    'ActionPlan.understoodTogether',
    'value',
  ),
  inPlan('half of a surrogate pair', plan({ note: 'a\ud800' }), 'ActionPlan.note', 'value'),
  inPlan('a goal without words', plan({ goals: [{ category: 'school' }] }), 'ActionPlan.goals[0].words', 'required'),
  inPlan(
    'two goals under one identifier',
    plan({
      goals: [
        { id: 'g', words: 'a' },
        { id: 'g', words: 'b' },
      ],
    }),
    'ActionPlan.goals[1].id',
    'invariant',
  ),
  inPlan(
    'a commitment of nobody',
    plan({ actions: [{ kind: 'commitment', what: 'a' }] }),
    'ActionPlan.actions[0].who',
    'required',
  ),
  inPlan(
    'a commitment of an unknown kind of person',
    plan({ actions: [{ kind: 'commitment', what: 'a', who: { kind: 'friend' } }] }),
    'ActionPlan.actions[0].who.kind',
    'code-invalid',
  ),
  inPlan(
    'an unknown service of the centre',
    plan({ actions: [{ kind: 'centre-service', service: 'x' }] }),
    'ActionPlan.actions[0].service',
    'code-invalid',
  ),
  inPrescription(
    'nobody to contact safely',
    without(prescription(), 'safeContact'),
    'SocialPrescription.safeContact',
    'required',
  ),
  inPrescription(
    'a person to contact, unnamed',
    prescription({ safeContact: { through: 'person', means: 'sms' } }),
    'SocialPrescription.safeContact.person',
    'required',
  ),
  inPrescription(
    'an agreement without a date',
    prescription({ agreements: [{ recipient: 'r', by: { kind: 'child' } }] }),
    'SocialPrescription.agreements[0].at',
    'required',
  ),
  inPrescription(
    'an agreement of next year',
    prescription({ agreements: [{ recipient: 'r', by: { kind: 'child' }, at: '2027-09' }] }),
    'SocialPrescription.agreements[0].at',
    'invariant',
  ),
  inPrescription(
    'a rating of 6',
    prescription({ ratingsBefore: [{ factor: 'belonging', rating: 6 }] }),
    'SocialPrescription.ratingsBefore[0].rating',
    'value',
  ),
  inLegal(
    'a label on what is restricted by itself',
    legal({ labels: ['restricted'] }),
    'LegalReferral.labels',
    'structure',
  ),
  inLegal('an unknown mandate', legal({ mandate: 'war' }), 'LegalReferral.mandate', 'code-invalid'),
  inLegal('article 55', legal({ rights: [{ article: 55 }] }), 'LegalReferral.rights[0].article', 'value'),
  inLegal('a right without anything', legal({ rights: [{}] }), 'LegalReferral.rights[0]', 'required'),
  inLegal(
    'a hearing at an impossible hour',
    legal({ bindingDate: '2026-12-03T25:00:00-05:00' }),
    'LegalReferral.bindingDate',
    'value',
  ),
  inService(
    'a label that is none of ours',
    service({ labels: ['secret'] }),
    'ServiceReferral.labels[0]',
    'code-invalid',
  ),
  inService('no label in a list', service({ labels: [] }), 'ServiceReferral.labels', 'structure'),
  inService(
    'the same label twice',
    service({ labels: ['restricted', 'restricted'] }),
    'ServiceReferral.labels',
    'structure',
  ),
  inService('a label that is no list', service({ labels: 'restricted' }), 'ServiceReferral.labels', 'structure'),
  inService('no programme', without(service(), 'programme'), 'ServiceReferral.programme', 'required'),
  inService(
    'true for an interpreter in a text',
    service({ safeContact: { through: 'centre', interpreter: 'yes' } }),
    'ServiceReferral.safeContact.interpreter',
    'structure',
  ),
  inService('an empty recipient', service({ recipient: '' }), 'ServiceReferral.recipient', 'value'),
  inAnswer('an unknown answer', answer({ what: 'maybe' }), 'Answer.what', 'code-invalid'),
  inAnswer('an answer from nobody', without(answer(), 'saidBy'), 'Answer.saidBy', 'required'),
  inAnswer('a priority of 5', answer({ priority: 'P5' }), 'Answer.priority', 'code-invalid'),
  inDispatch('by pigeon', { happenedAt: '2026-09-14', how: 'pigeon', recordedBy: 'a' }, 'Dispatch.how', 'code-invalid'),
  inSearch('a search for everybody', {}, 'ChildSearch', 'required'),
  inSearch('an empty card', { card: { kind: 'ohip', number: '' } }, 'ChildSearch.card.number', 'value'),
  inTask(
    'another resource',
    { resourceType: 'Patient', status: 'accepted', intent: 'order', lastModified: '2026-09-14' },
    'Task.resourceType',
    'value',
  ),
  inTask(
    'an unknown status',
    { resourceType: 'Task', status: 'perhaps', intent: 'order', lastModified: '2026-09-14' },
    'Task.status',
    'code-invalid',
  ),
];
