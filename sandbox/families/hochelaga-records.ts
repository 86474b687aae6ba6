import type { LegalReferral, SafeContact, ServiceReferral, Who } from '../../mappings/domain/concepts.ts';
import type { Telling, Written } from './story.ts';

const COORDINATOR = {
  kind: 'professional',
  id: 'coord-yasmine-belkacem',
  name: 'Yasmine Belkacem',
} as const satisfies Who;
const MOTHER = { kind: 'member', id: 'maman', name: 'Mélisande Côté' } as const satisfies Who;

const BY_TEXT: SafeContact = {
  through: 'person',
  person: 'Mélisande, la mère',
  means: 'sms',
  number: '438 555-0171',
  when: 'le matin',
  language: 'fr',
};

/** What only the lawyer may read, and only once she has accepted. */
export const LEGAL_FACTS = {
  facts:
    'Moisissures signalées par écrit au propriétaire deux fois depuis l’hiver ; aucune réparation. Les lettres et les photos sont au centre.',
  childWishes: 'Rester près de sa garderie, et que sa chambre sente bon.',
} as const satisfies Partial<LegalReferral>;

/** Everything that the Hochelaga centre writes down about Léonie. */
export function hochelagaRecords({ calendar: { at, day, born }, own }: Telling) {
  const child = own('hochelaga-0093');
  const agreedOn = day(-9, 'wed');
  const support = {
    child: { id: child },
    programme: 'clsc',
    service: 'social-work',
    what: 'Accompagnement familial à domicile, le temps que la famille se réinstalle',
    reason: 'La famille loge chez une tante ; les soirées sont longues pour tout le monde.',
    requester: COORDINATOR,
    safeContact: BY_TEXT,
  } as const satisfies Omit<ServiceReferral, 'centre' | 'happenedAt'>;
  const first = { recipient: 'clsc-hochelaga', by: MOTHER, at: agreedOn, how: 'oral' } as const;

  return {
    child,
    circle: {
      plural: 'care-circles',
      id: own('cercle-0093'),
      body: {
        version: 1,
        child: {
          id: child,
          name: { given: ['Léonie'], family: "d'Arcy-Côté" },
          birthDate: born(3, 2),
          languages: ['fr'],
        },
        members: [
          {
            kind: 'family',
            id: 'maman',
            name: { given: ['Mélisande'], family: 'Côté' },
            kinship: 'MTH',
            legalRole: 'tap',
          },
          {
            kind: 'family',
            id: 'papa',
            name: { given: ['Patrick'], family: "d'Arcy" },
            kinship: 'FTH',
            legalRole: 'tap',
          },
          { kind: 'family', id: 'tante', name: { text: 'Tante Jo' }, kinship: 'AUNT' },
          { ...COORDINATOR, role: 'coordonnatrice', pillar: 'social-work' },
          {
            kind: 'professional',
            id: 'dre-deer',
            name: "Dre Konwatsi'tsiaiénni Deer",
            role: 'pédiatre sociale',
            pillar: 'medicine',
          },
          { kind: 'institution', id: 'cpe-les-mesanges', name: 'CPE Les Mésanges', role: 'garderie' },
        ],
        pivot: 'coord-yasmine-belkacem',
      },
    },
    sippe: {
      plural: 'service-referrals',
      id: own('sippe-0093'),
      body: {
        version: 1,
        child: { id: child },
        programme: 'sippe',
        what: 'Visites à domicile de l’infirmière, chez la tante pour l’instant',
        reason: 'Toux qui dure ; les parents demandent des conseils et un peu de répit.',
        requester: COORDINATOR,
        recipient: 'sippe-hochelaga',
        safeContact: { ...BY_TEXT, mustNot: ['N’écrivez pas à l’ancienne adresse.'] },
        agreements: [{ recipient: 'sippe-hochelaga', by: MOTHER, at: agreedOn, how: 'oral' }],
      },
    },
    legal: {
      plural: 'legal-referrals',
      id: own('droit-0093'),
      body: {
        version: 1,
        child: { id: child },
        mandate: 'mediation',
        rights: [
          { article: 27, words: 'un logement sain' },
          { article: 12, words: 'être entendue' },
        ],
        ...LEGAL_FACTS,
        bindingDate: at(3, 'thu', '09:30'),
        language: 'fr',
        requester: COORDINATOR,
        recipient: 'avocate-mediatrice',
        urgency: 'urgent',
        conflictCheckNames: ['Immeubles Exemple inc.'],
        safeContact: BY_TEXT,
        agreements: [{ recipient: 'avocate-mediatrice', by: MOTHER, at: agreedOn, how: 'written' }],
      },
    },
    clsc: {
      plural: 'service-referrals',
      id: own('clsc-0093'),
      body: { version: 1, ...support, recipient: 'clsc-hochelaga', agreements: [first] },
    },
    /** The same request, given to another: a new version, with an agreement of its own. */
    clscRevised: {
      plural: 'service-referrals',
      id: own('clsc-0093'),
      body: {
        version: 2,
        ...support,
        recipient: 'clsc-olivier-guimond',
        agreements: [first, { recipient: 'clsc-olivier-guimond', by: MOTHER, at: day(-8, 'mon'), how: 'oral' }],
      },
    },
  } as const satisfies { readonly child: string } & Readonly<Record<string, Written | string>>;
}
