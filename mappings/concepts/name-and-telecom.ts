import type { PersonName, Telecom } from '../domain/concepts.ts';
import { FOREIGN } from '../domain/systems.ts';
import { wordFrom } from './code-map.ts';
import type { Findings } from './findings.ts';
import { present, several } from './present.ts';

const TELECOM_SYSTEMS = { phone: 'phone', sms: 'sms', email: 'email', fax: 'fax' } as const;
const TELECOM_USES = { home: 'home', work: 'work', mobile: 'mobile', temp: 'temp' } as const;

/** A name as it was given: one word, only a text, or no given name are all ordinary. */
export const humanNameFrom = ({ text, family, given }: PersonName): fhir4.HumanName =>
  present({ text, family, given: several(given) });

/** The name back; undefined if there is none. */
export function personNameFrom(name: fhir4.HumanName | undefined): PersonName | undefined {
  const { text, family, given } = name ?? {};
  const said = present({ text, family, given: several(given) });
  return Object.keys(said).length === 0 ? undefined : said;
}

/** A way to reach somebody. */
export const contactPointFrom = ({ system, value, use }: Telecom): fhir4.ContactPoint =>
  present({ system, value, use });

/** Ways to reach somebody, back, in their order. */
export function telecomFrom(
  points: readonly fhir4.ContactPoint[] | undefined,
  expression: string,
  found: Findings,
): readonly Telecom[] | undefined {
  return several(
    points?.flatMap((point) => {
      const system = wordFrom(
        TELECOM_SYSTEMS,
        found.required(point.system, `${expression}.system`),
        `${expression}.system`,
        found,
      );
      const value = found.required(point.value, `${expression}.value`);
      const use = wordFrom(TELECOM_USES, point.use, `${expression}.use`, found);
      return system === undefined || value === undefined ? [] : [present({ system, value, use })];
    }),
  );
}

/** A language as FHIR codes it (BCP 47). */
export const languageConcept = (language: string): fhir4.CodeableConcept => ({
  coding: [{ system: FOREIGN.languageTag, code: language }],
});

/** Languages of a person, the preferred first. */
export const preferredFirst = (languages: readonly string[] | undefined): readonly fhir4.PatientCommunication[] =>
  (languages ?? []).map((language, nth) =>
    present({ language: languageConcept(language), preferred: nth === 0 ? true : undefined }),
  );

/** Languages back from `communication`, in their order. */
export const languagesFrom = (
  communication: readonly { readonly language: fhir4.CodeableConcept }[] | undefined,
): readonly string[] | undefined =>
  several(
    communication?.flatMap(({ language }) => {
      const code = language.coding?.find(({ system }) => system === FOREIGN.languageTag)?.code;
      return code === undefined ? [] : [code];
    }),
  );
