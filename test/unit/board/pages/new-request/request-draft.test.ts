import { describe, expect, test } from '@jest/globals';
import { LABELS_OF_FILE, LABELS_OF_REQUEST } from '../../../../../board/labels/labels-in-words.ts';
import { labelsTexts } from '../../../../../board/labels/labels-texts.ts';
import { ASKED_FOR, isFor, PLURALS } from '../../../../../board/pages/new-request/asked-for.ts';
import { fieldErrorsFrom } from '../../../../../board/pages/new-request/field-errors.ts';
import { newRequestTexts } from '../../../../../board/pages/new-request/new-request-texts.ts';
import { peopleToName } from '../../../../../board/pages/new-request/people-to-name.ts';
import { recipientsFor } from '../../../../../board/pages/new-request/recipients.ts';
import {
  changed,
  emptyDraft,
  missingIn,
  type RequestDraft,
  requestFromDraft,
} from '../../../../../board/pages/new-request/request-draft.ts';
import type { CareCircle, DirectoryResource } from '../../../../../mappings/domain/concepts.ts';
import type { PartnerTold } from '../../../../../mappings/domain/partner-told.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { LABELS } from '../../../../../profiles/codes/labels.ts';
import { LEGAL_MANDATES, NETWORK_SERVICES, PRESCRIPTION_KINDS, PROGRAMMES } from '../../../../../profiles/codes.ts';
import { CONCEPT_PLURALS } from '../../../../../profiles/concept-names.ts';

const CIRCLE: CareCircle = {
  centre: 'verdun',
  happenedAt: '2026-03-01',
  child: { id: 'enf-1', name: { given: ['Mai'], family: 'Nguyễn' } },
  members: [
    { kind: 'community', id: 'coach', name: { text: 'Coach Luc' } },
    { kind: 'family', id: 'maman', name: { text: 'Lan' }, legalRole: 'tap' },
    { kind: 'family', id: 'oncle', name: { given: ['Bao'] }, period: { end: '2026-03-10' } },
    { kind: 'family', id: 'tante', name: { given: ['Hoa'] }, period: { end: '2026-03-11' } },
    { kind: 'family', name: { text: 'Une voisine' } },
    { kind: 'professional', id: 'dre', name: 'Dre Roy' },
  ],
};
const PEOPLE = peopleToName(CIRCLE, '2026-03-10');
const MADE = {
  id: 'demande-1',
  centre: 'verdun',
  child: 'enf-1',
  happenedAt: '2026-03-10T15:00:00.000Z',
  people: PEOPLE,
};
const whole = (changes: Partial<RequestDraft> = {}): RequestDraft => ({
  ...emptyDraft({ agreedOn: '2026-03-10' }),
  what: 'arts-music',
  recipient: 'orchestre',
  why: 'Elle chante tout le temps',
  agreedBy: 'maman',
  ...changes,
});
const check = conceptChecker({ now: () => new Date('2026-03-10T16:00:00Z') });
const faults = (draft: RequestDraft) => {
  const made = requestFromDraft(draft, MADE);
  if (made === undefined) throw new Error('nothing was made');
  return check(made.concept, made.body).filter(({ severity }) => severity === 'error');
};

describe('what is asked for', () => {
  test('is every kind of prescription, programme, service and mandate of the concepts, each with words in both languages', () => {
    const said = (pick: (asked: (typeof ASKED_FOR)[number]) => string | undefined) =>
      new Set(ASKED_FOR.map(pick).filter((it) => it !== undefined));
    expect(said((it) => (it.concept === 'social-prescription' ? it.kind : undefined))).toEqual(
      new Set(Object.keys(PRESCRIPTION_KINDS)),
    );
    expect(said((it) => (it.concept === 'service-referral' ? it.programme : undefined))).toEqual(
      new Set(Object.keys(PROGRAMMES)),
    );
    expect(said((it) => (it.concept === 'service-referral' ? it.service : undefined))).toEqual(
      new Set(Object.keys(NETWORK_SERVICES)),
    );
    expect(said((it) => (it.concept === 'legal-referral' ? it.mandate : undefined))).toEqual(
      new Set(Object.keys(LEGAL_MANDATES)),
    );
    for (const words of [newRequestTexts.fr.asked, newRequestTexts.en.asked])
      for (const { key } of ASKED_FOR) {
        const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], words);
        expect([key, typeof found]).toEqual([key, 'string']);
      }
  });

  test('is sent where the API takes it', () => {
    for (const { concept } of ASKED_FOR) expect(PLURALS[concept]).toBe(CONCEPT_PLURALS[concept]);
  });

  test.each(ASKED_FOR.map(({ key }) => [key] as const))('as %s makes a request that the gateway takes', (what) => {
    expect(faults(whole({ what }))).toEqual([]);
    expect(
      faults(
        whole({
          what,
          reach: 'telephone',
          person: 'tante',
          number: '514 555-0177',
          mustNot: 'Laisser un message',
          when: 'le soir',
          details: 'Le violon',
          urgency: 'urgent',
          agreedHow: 'written',
          agreedBy: 'child',
          conflictNames: 'Un, Deux,',
          bindingDate: '2026-04-01',
          facts: 'Ce qui est arrivé',
        }),
      ),
    ).toEqual([]);
  });
});

test('the family is reached through the centre unless somebody says otherwise, and a number is never taken from the circle', () => {
  expect(requestFromDraft(whole(), MADE)?.body.safeContact).toEqual({ through: 'centre' });
  expect(requestFromDraft(whole({ reach: 'sms', person: 'maman' }), MADE)?.body.safeContact).toEqual({
    through: 'person',
    person: 'Lan',
    means: 'sms',
  });
  // What was written before the centre was chosen again stays on the page, and does not leave.
  const back = whole({ reach: 'centre', person: 'maman', number: '514 555-0177', mustNot: 'Écrire' });
  expect(requestFromDraft(back, MADE)?.body.safeContact).toEqual({ through: 'centre', mustNot: ['Écrire'] });
});

test('who decides for the child is named first, who has left is not, and professionals neither agree nor are called', () => {
  expect(PEOPLE.map(({ key, name, decides }) => [key, name, decides])).toEqual([
    ['maman', 'Lan', true],
    ['child', 'Mai Nguyễn', false],
    ['coach', 'Coach Luc', false],
    ['tante', 'Hoa', false],
    [expect.any(String), 'Une voisine', false],
  ]);
  expect(PEOPLE.at(-1)?.who).toEqual({ kind: 'person', name: 'Une voisine' });
});

test('an agreement holds for the recipient it was given for: with another one, or for another thing, it is asked again', () => {
  const draft = whole();
  expect(changed(draft, { recipient: 'autre' })).toMatchObject({ recipient: 'autre', agreedBy: '' });
  expect(changed(draft, { what: 'sport' })).toMatchObject({ recipient: '', agreedBy: '', why: draft.why });
  expect(changed(draft, { why: 'Autre' })).toEqual({ ...draft, why: 'Autre' });
  expect(changed(draft, { recipient: draft.recipient })).toEqual(draft);
});

test('what is missing is named in the order of the page', () => {
  expect(missingIn(emptyDraft({ agreedOn: '2026-03-10' }))).toEqual(['what', 'recipient', 'why', 'agreedBy']);
  expect(missingIn(whole({ reach: 'telephone', why: '  ' }))).toEqual(['why', 'person']);
  expect(missingIn(whole())).toEqual([]);
});

test('from a goal of the plan, the request says which', () => {
  const made = requestFromDraft(whole(), { ...MADE, goals: ['parler'], plan: 'plan-1' });
  expect(made?.body).toMatchObject({ goals: ['parler'], plan: 'plan-1' });
  expect(requestFromDraft(whole(), MADE)?.body).not.toHaveProperty('goals');
});

test('each fault of the API stands at the field that it names, and what is about none at the end', () => {
  const found = check('service-referral', {
    ...requestFromDraft(whole({ what: 'sippe' }), MADE)?.body,
    programme: 'autre',
    reason: '',
    safeContact: { through: 'person' },
    agreements: [{ recipient: 'orchestre', by: { kind: 'member' }, at: 'hier' }],
    centre: '',
  });
  const issues = found.map(({ text, expression }) => ({
    text: text.fr,
    ...(expression !== undefined && { field: expression }),
  }));
  const { fields, others } = fieldErrorsFrom(issues);
  for (const field of ['what', 'why', 'agreedBy', 'agreedOn']) expect(Object.keys(fields)).toContain(field);
  expect(others.length).toBeGreaterThan(0);
  expect(Object.values(fields).flat().length + others.length).toBe(issues.length);
  const dated = {
    text: 'agreements[0].at\u00a0: cette date est dans le futur.',
    field: 'SocialPrescription.agreements[0].at',
  };
  expect(fieldErrorsFrom([dated]).fields).toEqual({ agreedOn: ['Cette date est dans le futur.'] });
  expect(fieldErrorsFrom([{ text: 'X', field: 'safeContact' }]).fields).toEqual({ reach: ['X'] });
  expect(fieldErrorsFrom([{ text: 'x' }]).others).toEqual(['x']);
});

describe('to whom', () => {
  const partner = (id: string, changes: Partial<PartnerTold> = {}): PartnerTold => ({
    id,
    name: { fr: id, en: id },
    province: 'QC',
    kind: 'community',
    lens: 'community',
    channel: 'paper',
    language: 'fr',
    ...changes,
  });
  const PARTNERS = [
    partner('b-maison', { languages: ['fr'] }),
    partner('a-orchestre'),
    partner('c-viet', { languages: ['vi'] }),
    partner('clsc', { lens: 'public-network', programmes: ['clsc'] }),
    partner('avocate', { lens: 'lawyer' }),
  ];
  const resource: DirectoryResource = {
    centre: 'verdun',
    happenedAt: '2026-03-01',
    name: 'Chorale',
    partner: 'b-maison',
    kinds: ['arts-music'],
    languages: ['fr', 'ht'],
    territories: [{ id: 'verdun', name: 'Verdun' }],
  };
  const found = (key: string) => {
    const asked = ASKED_FOR.find((it) => it.key === key);
    if (asked === undefined) throw new Error(key);
    return recipientsFor({ asked, partners: PARTNERS, resources: [resource], spoken: ['vi'] });
  };

  test('who offers just that comes first, then who serves families in their language, then by name', () => {
    expect(found('arts-music').map((it) => it.partner.id)).toEqual(['b-maison', 'c-viet', 'a-orchestre']);
    expect(found('arts-music')[0]).toMatchObject({ languages: ['fr', 'ht'], territories: ['Verdun'] });
    expect(found('sport').map((it) => it.partner.id)).toEqual(['c-viet', 'a-orchestre', 'b-maison']);
  });

  test('a request goes to whom its kind is for: what concerns rights to a lawyer only, a programme to who has it', () => {
    expect(found('mediation').map((it) => it.partner.id)).toEqual(['avocate']);
    expect(found('clsc.housing').map((it) => it.partner.id)).toEqual(['clsc']);
    expect(found('sippe')).toEqual([]);
    for (const asked of ASKED_FOR)
      expect(isFor(asked, partner('x', { lens: 'lawyer' }))).toBe(asked.concept === 'legal-referral');
  });
});

describe('labels', () => {
  test('are those of the code table, each by its name there in both languages, and all of them can be chosen', () => {
    expect([...LABELS_OF_REQUEST].sort()).toEqual(Object.keys(LABELS).sort());
    for (const language of ['fr', 'en'] as const)
      expect(labelsTexts[language].names).toEqual(
        Object.fromEntries(Object.entries(LABELS).map(([name, said]) => [name, said[language]])),
      );
    expect(LABELS_OF_FILE).toEqual(LABELS_OF_REQUEST.filter((it) => it !== 'asked-alone'));
  });

  test('stand on what can bear them, as the API takes them; on a legal referral, which is restricted by itself, none does', () => {
    for (const { key, concept } of ASKED_FOR) {
      const draft = whole({ what: key, labels: ['restricted', 'asked-alone'] });
      const body = requestFromDraft(draft, MADE)?.body;
      expect(body !== undefined && 'labels' in body ? body.labels : undefined).toEqual(
        concept === 'legal-referral' ? undefined : ['restricted', 'asked-alone'],
      );
      expect(faults(draft)).toEqual([]);
    }
    expect(requestFromDraft(whole(), MADE)?.body).not.toHaveProperty('labels');
  });

  test('what the API says of one is told at their field', () => {
    const wrong = [{ text: 'labels[0] : cette étiquette…', field: 'SocialPrescription.labels[0]' }];
    expect(fieldErrorsFrom(wrong).fields).toEqual({ labels: ['Cette étiquette…'] });
  });
});
