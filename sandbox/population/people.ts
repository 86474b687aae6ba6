import type { CareCircle, SafeContact, Who } from '../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import type { Chance } from '../seeded.ts';
import { inventedCard } from './cards.ts';
import { ageOn, type Day } from './days.ts';
import { COMMUNITIES, type Community } from './names.ts';

type Child = CareCircle['child'];
export type Member = NonNullable<CareCircle['members']>[number];

/** What brothers and sisters share. */
export interface Family {
  readonly community: Community;
  readonly family?: string;
  readonly mother: string;
  readonly father?: string;
  /** The one language in which the team writes about them, and with which they are called. */
  readonly language: keyof Bilingual;
  readonly interpreter: boolean;
  readonly street: string;
  readonly siblings: readonly Sibling[];
}

interface Sibling {
  readonly given: string;
  readonly gender: 'female' | 'male' | 'other';
}

/** A family of one to three children who come to the centre. */
export function inventedFamily(chance: Chance, province: 'qc' | 'on', size: number): Family {
  const community = communityIn(chance, province);
  const { families, girls, boys, languages } = community;
  const language = languages.includes('en') ? 'en' : 'fr';
  const names = { female: chance.shuffled(girls), male: chance.shuffled(boys), other: chance.shuffled(girls) };
  const siblings = Array.from({ length: size }, (_, nth): Sibling => {
    const gender = chance.happens(0.02) ? 'other' : chance.happens(0.5) ? 'female' : 'male';
    return { gender, given: names[gender][nth % names[gender].length] ?? '' };
  });
  return {
    community,
    ...(families.length > 0 && { family: chance.one(families) }),
    mother: chance.one(community.women),
    ...(chance.happens(0.6) && { father: chance.one(community.men) }),
    language,
    interpreter: languages[0] !== language && chance.happens(0.3),
    street: streetOf(chance, language),
    siblings,
  };
}

function communityIn(chance: Chance, province: 'qc' | 'on'): Community {
  let left = chance.whole(0, COMMUNITIES.reduce((sum, { share }) => sum + share[province], 0) - 1);
  for (const community of COMMUNITIES) {
    left -= community.share[province];
    if (left < 0) return community;
  }
  throw new RangeError('shares do not add up');
}

/** Streets that are on no map. */
export const streetOf = (chance: Chance, language: keyof Bilingual): string =>
  `${chance.whole(1, 9_999)}${language === 'fr' ? ', rue de l’Exemple' : ' Example Street'}`;

/** A child as the circle says it: a card where the family gave one, and no word about why there is none. */
export function inventedChild(
  chance: Chance,
  { family, nth, id, born, province }: Invented,
): { readonly child: Child; readonly given: string } {
  const { given, gender } = family.siblings[nth] ?? { given: '', gender: 'female' };
  const { languages } = family.community;
  const isKnownToTheMonth = chance.happens(0.04);
  const child: Child = {
    id,
    name: family.family === undefined ? { text: given } : { given: [given], family: family.family },
    birthDate: isKnownToTheMonth ? born.slice(0, 7) : born,
    gender,
    ...(!isKnownToTheMonth && chance.happens(0.6) && { cards: [inventedCard(chance, { province, born, gender })] }),
    languages: [...new Set([...languages, family.language])],
    ...(family.interpreter && { interpreterRequired: true }),
    address: chance.happens(0.04)
      ? { noFixedAddress: true }
      : { lines: [family.street], city: CITIES[province], province: province.toUpperCase() },
  };
  return { child, given };
}

interface Invented {
  readonly family: Family;
  readonly nth: number;
  readonly id: string;
  readonly born: Day;
  readonly province: 'qc' | 'on';
}

const CITIES = { qc: 'Montréal', on: 'Ottawa' };

export interface Around {
  readonly members: readonly Member[];
  /** Who holds parental authority, and so may agree. */
  readonly guardian: Who & { readonly kind: 'member' };
}

/** Family and community around a child, first those who are there every day. */
export function inventedCircle(chance: Chance, { family, nth, day, born, tutorUntil }: Circled): Around {
  const { language, community } = family;
  const name = (given: string) =>
    family.family === undefined ? { text: given } : { given: [given], family: family.family };
  const siblings = family.siblings.flatMap(({ given }, other): Member[] =>
    other === nth ? [] : [{ kind: 'family', id: `fratrie-${other + 1}`, name: { text: given }, kinship: 'SIB' }],
  );
  const mother = { id: 'mere', name: family.mother };
  const tutor = { id: 'tutrice', name: chance.one(community.women) };
  const hasTutor = tutorUntil !== undefined || chance.happens(0.03);
  const isFostered = !hasTutor && chance.happens(0.04);
  const guardian = hasTutor ? tutor : mother;
  const all: readonly Member[] = [
    ...(hasTutor
      ? ([
          {
            kind: 'family',
            ...tutor,
            name: { text: tutor.name },
            kinship: 'GUARD',
            legalRole: 'tutor',
            period: { start: born, ...(tutorUntil !== undefined && { end: tutorUntil }) },
          },
        ] as const)
      : ([{ kind: 'family', id: mother.id, name: name(mother.name), kinship: 'MTH', legalRole: 'tap' }] as const)),
    ...(isFostered
      ? ([
          { kind: 'family', id: 'famille-accueil', name: { text: chance.one(community.women) }, kinship: 'PRNFOST' },
        ] as const)
      : []),
    ...(family.father === undefined || hasTutor
      ? []
      : ([{ kind: 'family', id: 'pere', name: name(family.father), kinship: 'FTH', legalRole: 'tap' }] as const)),
    ...(chance.happens(0.35)
      ? ([{ kind: 'family', id: 'grand-mere', name: { text: GRANDMOTHER[language] }, kinship: 'GRMTH' }] as const)
      : []),
    ...siblings,
    ...(chance.happens(0.35)
      ? ([{ kind: 'community', id: 'voisine', name: { text: chance.one(community.women) }, kinship: 'NBOR' }] as const)
      : []),
    ...(ageOn(born, day) >= 4
      ? ([{ kind: 'institution', id: 'ecole', name: SCHOOL[language], role: SCHOOL_ROLE[language] }] as const)
      : []),
  ];
  return { members: all, guardian: { kind: 'member', ...guardian } };
}

interface Circled {
  readonly family: Family;
  readonly nth: number;
  readonly day: Day;
  readonly born: Day;
  /** When a tutor's charge ends, where that is part of the story. */
  readonly tutorUntil?: Day;
}

const GRANDMOTHER = { fr: 'sa grand-mère', en: 'grandma' };
const SCHOOL = { fr: 'École de l’Exemple', en: 'Example Elementary School' };
const SCHOOL_ROLE = { fr: 'école', en: 'school' };

/** How the family is to be reached: through the centre, or as they said. */
export function safeContactOf(chance: Chance, { language }: Family, { name }: Around['guardian']): SafeContact {
  if (chance.happens(0.6) || name === undefined) return { through: 'centre' };
  return {
    through: 'person',
    person: name,
    means: chance.one(['telephone', 'sms']),
    number: `${language === 'fr' ? '438' : '613'} 555-01${String(chance.whole(0, 99)).padStart(2, '0')}`,
    when: chance.one(WHEN)[language],
    language,
    ...(chance.happens(0.3) && { mustNot: [NO_MESSAGE[language]] }),
  };
}

const WHEN: readonly Bilingual[] = [
  { fr: 'le matin', en: 'in the morning' },
  { fr: 'après 17 h', en: 'after 5 p.m.' },
  { fr: 'la fin de semaine', en: 'at the weekend' },
];
const NO_MESSAGE = { fr: 'Ne laissez pas de message.', en: 'Leave no message.' };
