import type { ChildInCircle, MotherFile } from '../domain/concepts.ts';
import { EXTENSIONS, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { wordFrom } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry } from './directory.ts';
import { extension, extensionIn, extensionsIn } from './extension.ts';
import { type Findings, findings } from './findings.ts';
import { foundResources } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { humanNameFrom, languagesFrom, personNameFrom, preferredFirst } from './name-and-telecom.ts';
import { present, several } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { identifierIn, referenceInside, referenceOutside } from './reference.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { safeContactExtension, safeContactFrom } from './safe-contact.ts';
import { memberNamed } from './who.ts';

const HOW = { oral: 'oral', written: 'written' } as const;
const AGREEMENT = `Patient.extension('${EXTENSIONS.ownAgreement}')`;

/**
 * Expectant mother ⇄ Patient, a file apart. It points to herself in each child's circle; what it writes is her own Patient only, so that nothing in a child's
 * record points back.
 */
export const motherFileMapping: ConceptMapping<MotherFile> = {
  name: 'mother-file',
  root: (centre) => ({ type: 'Patient', system: IDENTIFIERS.motherFile(centre) }),
  toBundle: bundleFromMotherFile,
  fromResources: motherFileFromResources,
};

function bundleFromMotherFile(file: Identified<MotherFile>, context: MappingContext): fhir4.Bundle<fhir4.FhirResource> {
  const root: Identity = { type: 'Patient', system: IDENTIFIERS.motherFile(file.centre), value: file.id };
  const home = centreIdentity(file.centre);
  const written = [putEntry(root, patientFromMotherFile(file, root, context))];
  return transactionOf([
    ...written,
    organizationEntry(home, context.centre),
    provenanceEntry(written, { happenedAt: file.happenedAt, agent: referenceInside(home) }, context),
  ]);
}

/** A closed file says no more than that it is closed: not how, not why. */
const patientFromMotherFile = (file: Identified<MotherFile>, root: Identity, context: MappingContext): fhir4.Patient =>
  present({
    resourceType: 'Patient',
    meta: { profile: [PROFILES.parent] },
    extension: [
      revisionExtension(file, context),
      ownAgreementExtension(file.agreement),
      ...(file.safeContact === undefined ? [] : [safeContactExtension(file.safeContact)]),
      ...extension(EXTENSIONS.expectedDate, 'valueDate', file.expectedOn),
      ...extension(FOREIGN.interpreterRequired, 'valueBoolean', file.interpreterRequired),
    ],
    identifier: [identifierOf(root)],
    active: file.closed !== true,
    name: [humanNameFrom(file.name)],
    birthDate: file.birthDate,
    communication: several(preferredFirst(file.languages)),
    managingOrganization: referenceInside(centreIdentity(file.centre)),
    link: several(
      file.children?.map((child) => ({ other: herselfInCircle(child, file.centre), type: 'seealso' as const })),
    ),
  });

const herselfInCircle = ({ child, member }: ChildInCircle, centre: string): fhir4.Reference =>
  referenceOutside({ type: 'RelatedPerson', ...memberNamed({ centre, childId: child })(member) });

const ownAgreementExtension = ({ at, how, recordedBy }: MotherFile['agreement']): fhir4.Extension => ({
  url: EXTENSIONS.ownAgreement,
  extension: [
    ...extension('at', 'valueDateTime', at),
    ...extension('how', 'valueCode', how),
    ...extension('recordedBy', 'valueString', recordedBy),
  ],
});

function motherFileFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const root = foundResources(resources).root('Patient', IDENTIFIERS.motherFile, found);
  if (root === undefined) return found.settle<Identified<MotherFile>>(undefined);
  const { resource: patient, centre, id } = root;
  const name = found.required(personNameFrom(patient.name?.[0]), 'Patient.name');
  const agreement = ownAgreementFrom(patient, found);
  const revision = revisionFrom(patient, found);
  if (name === undefined || agreement === undefined || revision === undefined)
    return found.settle<Identified<MotherFile>>(undefined);
  return found.settle<Identified<MotherFile>>(
    present({
      id,
      ...revision,
      centre,
      name,
      birthDate: patient.birthDate,
      languages: languagesFrom(patient.communication),
      interpreterRequired: extensionIn(patient, FOREIGN.interpreterRequired, 'valueBoolean'),
      safeContact:
        extensionsIn(patient, EXTENSIONS.safeContact).length === 0 ? undefined : safeContactFrom(patient, found),
      agreement,
      expectedOn: extensionIn(patient, EXTENSIONS.expectedDate, 'valueDate'),
      children: several(patient.link?.flatMap(({ other }) => childInCircleFrom(other, centre, found) ?? [])),
      closed: patient.active === false ? (true as const) : undefined,
    }),
  );
}

function ownAgreementFrom(patient: fhir4.Patient, found: Findings): MotherFile['agreement'] | undefined {
  const [agreement] = extensionsIn(patient, EXTENSIONS.ownAgreement);
  const at = found.required(extensionIn(agreement, 'at', 'valueDateTime'), `${AGREEMENT}.extension('at')`);
  const how = wordFrom(HOW, extensionIn(agreement, 'how', 'valueCode'), `${AGREEMENT}.extension('how')`, found);
  return at === undefined
    ? undefined
    : present({ at, how, recordedBy: extensionIn(agreement, 'recordedBy', 'valueString') });
}

/** `{child id}:{member id}`, as circle members are numbered. */
function childInCircleFrom(other: fhir4.Reference, centre: string, found: Findings): ChildInCircle | undefined {
  const { system, value = '' } = identifierIn(other) ?? {};
  const [, child, member] = /^([^:]+):([^:]+)$/.exec(value) ?? [];
  return system === IDENTIFIERS.member(centre) && child !== undefined && member !== undefined
    ? { child, member }
    : found.report('value', 'Patient.link.other', {
        fr: 'Patient.link.other ne nomme pas un membre du cercle d’un enfant du centre.',
        en: 'Patient.link.other names no member of the circle of a child of the centre.',
      });
}
