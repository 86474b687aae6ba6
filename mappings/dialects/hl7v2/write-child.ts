import type { Issue } from '../../domain/mapped.ts';
import { EXTENSIONS, FOREIGN } from '../../domain/systems.ts';
import type { RequestNumber } from '../dialect.ts';
import { lostWhere } from './losses.ts';
import { entityOfChild, identifierField } from './numbers.ts';
import { NAME_WITHHELD, nameFields } from './people.ts';
import { timestampFrom } from './timestamps.ts';
import { repetitions, segment } from './write-segment.ts';

type Gender = NonNullable<fhir4.Patient['gender']>;

/** Table 0001. */
const SEXES: Readonly<Record<Gender, string>> = { female: 'F', male: 'M', other: 'O', unknown: 'U' };

/** PID of a child, as far as the lens shows it. */
export function childSegment(child: fhir4.Patient): { readonly segment: string; readonly losses: readonly Issue[] } {
  const { identifier = [], name = [], communication = [], extension = [] } = child;
  const [language] = communication;
  const names = nameFields(name[0] ?? {});
  return {
    segment: segment('PID', {
      1: '1',
      3: repetitions(identifier.map(identifierField)),
      5: names.length === 0 ? NAME_WITHHELD : repetitions(names),
      7: child.birthDate && timestampFrom(child.birthDate),
      8: child.gender && SEXES[child.gender],
      15: tagOf(language),
    }),
    losses: lostWhere({
      'Patient.identifier': identifier.some(({ extension: parts }) =>
        parts?.some(({ url }) => url === EXTENSIONS.healthCardVersion),
      ),
      'Patient.name': name.length > 1 || (name[0]?.given?.length ?? 0) > 2,
      'Patient.communication': communication.length > 1,
      'Patient.extension': extension.length > 0,
    }),
  };
}

/** PID of a child of whom the lens shows nothing: the number of the request, and a name that is not given. */
export const withheldChildSegment = (number: RequestNumber): string =>
  segment('PID', { 1: '1', 3: entityOfChild(number), 5: NAME_WITHHELD });

const tagOf = (communication: fhir4.PatientCommunication | undefined): string | undefined =>
  communication?.language.coding?.find(({ system }) => system === FOREIGN.languageTag)?.code;
