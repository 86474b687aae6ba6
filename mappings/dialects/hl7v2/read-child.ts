import { isLanguageTag } from '../../../profiles/formats.ts';
import { languageConcept } from '../../concepts/name-and-telecom.ts';
import { present, several } from '../../concepts/present.ts';
import type { Issue } from '../../domain/mapped.ts';
import type { RequestNumber, WordsHeard } from '../dialect.ts';
import { isNeverKept, suppressed } from './never-kept.ts';
import { noPlace, unlessRead } from './not-carried.ts';
import { identifierFrom } from './numbers.ts';
import type { Repetition, Segment } from './parsed-message.ts';
import { nameFrom, nameInWords, telephoneFrom } from './people.ts';
import { whereIn, wordsAt } from './read-words.ts';
import { dateFrom } from './timestamps.ts';

export interface ChildRead {
  /** Absent where the message says nothing of a child but a number of the request itself. */
  readonly child?: fhir4.Patient;
  /** Ways to reach the family: a person decides whether they are safe. */
  readonly words: readonly WordsHeard[];
  readonly issues: readonly Issue[];
}

const SEXES: Readonly<Record<string, NonNullable<fhir4.Patient['gender']>>> = {
  F: 'female',
  M: 'male',
  O: 'other',
  A: 'other',
  U: 'unknown',
};

/** The child of a referral, from a PID from which what is never kept by position is gone. */
export function childFrom(pid: Segment, number: RequestNumber): ChildRead {
  const numbers = [...pid.field(2), ...pid.field(3)];
  const kept = numbers.filter((cx) => !isNeverKept(cx));
  const identifier = unique(kept.flatMap((cx) => identifierFrom(cx) ?? [])).filter(({ value, type }) =>
    // The number of the request stands where a child's has to, when we may not know the child.
    type?.coding?.[0]?.code === 'ANON' ? value !== number.value : true,
  );
  const names = nameFrom(pid.field(5));
  const birthDate = dateFrom(pid.first(7).component(1));
  const gender = SEXES[pid.first(8).component(1).trim().toUpperCase()];
  const language = languageFrom(pid.first(15));
  const addresses = pid.field(11);
  const home = addresses.filter((xad) => !isOrigin(xad));
  const says = present({
    identifier: several(identifier),
    name: names.name && [names.name],
    gender,
    birthDate,
    address: home[0] && several([addressFrom(home[0])]),
    communication: language === undefined ? undefined : [{ language: languageConcept(language), preferred: true }],
  });
  return {
    ...(Object.keys(says).length > 0 && { child: { resourceType: 'Patient', ...says } }),
    words: [13, 14].flatMap((field) =>
      wordsAt(
        whereIn(pid, field),
        pid.field(field).flatMap((xtn) => telephoneFrom(xtn) ?? []),
      ),
    ),
    issues: [
      ...(kept.length < numbers.length ? [suppressed('PID-3')] : []),
      ...(home.length < addresses.length ? [suppressed('PID-11')] : []),
      ...(names.more ? [noPlace('PID-5')] : []),
      ...unlessRead(pid, 7, birthDate !== undefined),
      ...unlessRead(pid, 8, gender !== undefined),
      ...unlessRead(pid, 15, language !== undefined),
      ...(home.length > 1 ? [noPlace('PID-11')] : []),
    ],
  };
}

const unique = (identifiers: readonly fhir4.Identifier[]): readonly fhir4.Identifier[] => [
  ...new Map(identifiers.map((one) => [`${one.system}|${one.value}`, one] as const)).values(),
];

/** BCP 47 from what sites write: a tag, or a code of ISO 639. */
function languageFrom(ce: Repetition): string | undefined {
  const said = ce.component(1).trim();
  try {
    const [tag] = Intl.getCanonicalLocales(OF_SITES[said.toUpperCase()] ?? said.replace('_', '-'));
    return tag !== undefined && isLanguageTag(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

const OF_SITES: Readonly<Record<string, string>> = {
  F: 'fr',
  A: 'en',
  E: 'en',
  FR: 'fr',
  AN: 'en',
  EN: 'en',
  FRE: 'fr',
};

/** Kinds of address (table 0190) that say where somebody was born or comes from. */
const ORIGINS: ReadonlySet<string> = new Set(['N', 'BDL', 'F', 'BR']);
const isOrigin = (xad: Repetition): boolean => ORIGINS.has(xad.component(7).trim().toUpperCase());

const addressFrom = (xad: Repetition): fhir4.Address => {
  const part = (nth: number): string | undefined => xad.component(nth) || undefined;
  return present({
    line: several([xad.subcomponent(1, 1), xad.component(2)].filter((line) => line !== '')),
    city: part(3),
    state: part(4),
    postalCode: part(5),
  });
};

/** Next of kin and other providers: name, tie and telephone, for a person to read. */
export function kinWords(nk1: Segment): readonly WordsHeard[] {
  const tie = nk1.first(3).component(2) || nk1.first(3).component(1);
  const name = nameInWords(nk1.first(2));
  const telephones = nk1.field(5).flatMap((xtn) => telephoneFrom(xtn) ?? []);
  return wordsAt(whereIn(nk1, 2), [name ?? '', tie === '' ? '' : `(${tie})`, ...telephones], ' ');
}
