import type { ChildSaid } from '../domain/concepts.ts';
import { FOREIGN } from '../domain/systems.ts';
import { CHILD_GENDERS, cardFrom, identifierFromCard } from './child.ts';
import { wordFrom } from './code-map.ts';
import { extension, extensionIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { humanNameFrom, languagesFrom, personNameFrom, preferredFirst } from './name-and-telecom.ts';
import { present, several } from './present.ts';

/** Id of the contained Patient. */
export const SAID_OF_CHILD = 'child';

/** What a sender says of a child, inside its request: a Patient that no search finds and that has no number of the centre. */
export const patientFromSaid = (said: ChildSaid = {}): fhir4.Patient =>
  present({
    resourceType: 'Patient',
    id: SAID_OF_CHILD,
    extension: several(extension(FOREIGN.interpreterRequired, 'valueBoolean', said.interpreterRequired)),
    identifier: several(said.cards?.map(identifierFromCard)),
    name: said.name && [humanNameFrom(said.name)],
    gender: said.gender,
    birthDate: said.birthDate,
    communication: several(preferredFirst(said.languages)),
  });

/** The same back, of a Patient wherever it stands; undefined when it says nothing. Only what is named here is read. */
export function saidFromPatient(patient: fhir4.Patient, found: Findings): ChildSaid | undefined {
  const said = present({
    name: personNameFrom(patient.name?.[0]),
    birthDate: patient.birthDate,
    gender: wordFrom(CHILD_GENDERS, patient.gender, 'Patient.gender', found),
    cards: several((patient.identifier ?? []).flatMap(cardFrom)),
    languages: languagesFrom(patient.communication),
    interpreterRequired: extensionIn(patient, FOREIGN.interpreterRequired, 'valueBoolean'),
  });
  return Object.keys(said).length === 0 ? undefined : said;
}
