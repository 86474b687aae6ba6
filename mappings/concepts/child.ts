import type { Child, HealthCard } from '../domain/concepts.ts';
import { EXTENSIONS, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { addressFrom, fhirAddressFrom } from './address.ts';
import { wordFrom } from './code-map.ts';
import { centreIdentity } from './directory.ts';
import { extension, extensionIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { humanNameFrom, languagesFrom, personNameFrom, preferredFirst } from './name-and-telecom.ts';
import { present, several } from './present.ts';
import { referenceInside } from './reference.ts';
import { EVERY_LABEL, labelsFrom, securityFrom } from './sensitivity-labels.ts';

export const CHILD_GENDERS = { male: 'male', female: 'female', other: 'other', unknown: 'unknown' } as const;
type FileLabel = NonNullable<Child['labels']>[number];
/** A whole file is not asked for by anybody. */
const ON_A_FILE = EVERY_LABEL.filter((label): label is FileLabel => label !== 'asked-alone');

const CARD_SYSTEMS = { nam: FOREIGN.nam, ohip: FOREIGN.ohip } as const;

/** The child's Patient at this centre. A child without a card is a Patient like any other: the absence of one is not written. */
export const patientFromChild = (child: Child, centre: string): fhir4.Patient =>
  present({
    resourceType: 'Patient',
    meta: present({ profile: [PROFILES.child], security: securityFrom(child.labels) }),
    extension: several(extension(FOREIGN.interpreterRequired, 'valueBoolean', child.interpreterRequired)),
    identifier: [
      { system: IDENTIFIERS.child(centre), value: child.id },
      ...(child.cards ?? []).map((card) => identifierFromCard(card)),
    ],
    name: [humanNameFrom(child.name)],
    gender: child.gender,
    birthDate: child.birthDate,
    address: child.address && [fhirAddressFrom(child.address)],
    communication: several(preferredFirst(child.languages)),
    managingOrganization: referenceInside(centreIdentity(centre)),
  });

/** The child back from the Patient. */
export function childFromPatient(patient: fhir4.Patient, centre: string, found: Findings): Child | undefined {
  const id = found.required(
    patient.identifier?.find(({ system }) => system === IDENTIFIERS.child(centre))?.value,
    'Patient.identifier',
  );
  const name = found.required(personNameFrom(patient.name?.[0]), 'Patient.name');
  const gender = wordFrom(CHILD_GENDERS, patient.gender, 'Patient.gender', found);
  if (id === undefined || name === undefined) return undefined;
  return present({
    id,
    name,
    birthDate: patient.birthDate,
    gender,
    cards: several((patient.identifier ?? []).flatMap((identifier) => cardFrom(identifier))),
    languages: languagesFrom(patient.communication),
    interpreterRequired: extensionIn(patient, FOREIGN.interpreterRequired, 'valueBoolean'),
    labels: labelsFrom(patient, found, ON_A_FILE),
    address: patient.address?.[0] && addressFrom(patient.address[0]),
  });
}

/** HL7 v2-0203 has no code for one province only: JHN is the number of whichever jurisdiction the system names. */
export const identifierFromCard = (card: HealthCard): fhir4.Identifier =>
  present({
    extension:
      card.kind === 'ohip'
        ? several(extension(EXTENSIONS.healthCardVersion, 'valueString', card.versionCode))
        : undefined,
    type: { coding: [{ system: FOREIGN.identifierType, code: 'JHN' }] },
    system: CARD_SYSTEMS[card.kind],
    value: card.number,
  });

/** The card back; none if the identifier is something else. */
export function cardFrom(identifier: fhir4.Identifier): HealthCard[] {
  const { system, value: number } = identifier;
  if (number === undefined) return [];
  if (system === CARD_SYSTEMS.nam) return [{ kind: 'nam', number }];
  if (system !== CARD_SYSTEMS.ohip) return [];
  return [
    present({
      kind: 'ohip',
      number,
      versionCode: extensionIn(identifier, EXTENSIONS.healthCardVersion, 'valueString'),
    }),
  ];
}
