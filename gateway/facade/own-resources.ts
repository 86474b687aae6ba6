import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { CANONICAL } from '../../profiles/canonical.ts';
import type { FacadeType } from '../../profiles/facade-offer.ts';
import type { SearchParams } from '../record/fhir-store.ts';

/** How the record says that a resource is a centre's: by what numbers it, or what numbers that which it is about. */
interface Marks {
  /** Identifier systems of the resource itself; any of them makes it the centre's. */
  readonly own?: readonly ((centre: string) => string)[];
  /** Numbers that every centre may know: those of the centre itself and of partners. */
  readonly shared?: readonly ((centre: string) => string)[];
  /** Other elements that make it the centre's. */
  readonly about?: (resource: fhir4.FhirResource) => readonly (fhir4.Identifier | undefined)[];
}

const { derived } = IDENTIFIERS;

const MARKS: Readonly<Record<FacadeType, Marks>> = {
  Appointment: { own: [IDENTIFIERS.appointment] },
  CarePlan: { own: [IDENTIFIERS.actionPlan] },
  CareTeam: { own: [IDENTIFIERS.careCircle] },
  ClinicalImpression: { own: [IDENTIFIERS.sharedAssessment] },
  Communication: { own: [IDENTIFIERS.requestNote] },
  Condition: { own: [IDENTIFIERS.toxicStress, derived] },
  Consent: { own: [IDENTIFIERS.consent] },
  DocumentReference: { own: [IDENTIFIERS.letter, IDENTIFIERS.wordsSaid] },
  Encounter: { own: [IDENTIFIERS.contact] },
  EpisodeOfCare: { own: [IDENTIFIERS.enrolment] },
  Goal: { own: [IDENTIFIERS.goal, derived] },
  Group: { own: [IDENTIFIERS.group] },
  HealthcareService: { own: [IDENTIFIERS.resource] },
  Location: { own: [IDENTIFIERS.place, IDENTIFIERS.territory, derived] },
  Observation: {
    own: [
      IDENTIFIERS.strength,
      IDENTIFIERS.assessmentStrength,
      IDENTIFIERS.assessmentObservation,
      IDENTIFIERS.stressTrend,
      IDENTIFIERS.outcomeEvaluation,
      derived,
    ],
  },
  Organization: { own: [IDENTIFIERS.institution], shared: [() => IDENTIFIERS.partner] },
  // Expectant mothers' files are Patients too, apart from children's records: they are not read here.
  Patient: { own: [IDENTIFIERS.child] },
  Practitioner: { own: [IDENTIFIERS.professional] },
  PractitionerRole: { own: [IDENTIFIERS.professionalRole] },
  Provenance: {
    about: (it) => (it.resourceType === 'Provenance' ? it.target.map(({ identifier }) => identifier) : []),
  },
  RelatedPerson: { own: [IDENTIFIERS.member, derived] },
  ServiceRequest: { own: [IDENTIFIERS.request, IDENTIFIERS.planAction, derived] },
  // Partners know its number: whose it is stands in whom it is for and which request it fulfils.
  Task: {
    own: [IDENTIFIERS.planAction, derived],
    about: (it) => (it.resourceType === 'Task' ? [it.for?.identifier, it.groupIdentifier] : []),
  },
};

/** What a search of the record is confined to, beside what is asked. */
export function confinedTo(type: FacadeType, centre: string): SearchParams {
  const { own = [], shared = [] } = MARKS[type];
  if (type === 'Task') return { 'patient.identifier': `${IDENTIFIERS.child(centre)}|` };
  // A trace is looked for by what it is about, which is looked at first.
  if (type === 'Provenance') return {};
  const systems = [...own, ...shared].map((system) => `${system(centre)}|`);
  const itself = type === 'Organization' ? [`${IDENTIFIERS.centre}|${centre}`] : [];
  return { identifier: [...systems, ...itself].join(',') };
}

/**
 * Whether a resource is this centre's to see; deny by default. `known`: resources (`Type/id`) already seen to be its own, to which a trace
 * may point. Whatever names another centre's numbers anywhere is not shown, whoever else it names.
 */
export function isOwn(resource: fhir4.FhirResource, centre: string, known: ReadonlySet<string> = new Set()): boolean {
  const marks: Marks | undefined = new Map<string, Marks>(Object.entries(MARKS)).get(resource.resourceType);
  if (marks === undefined || namesAnother(resource, centre)) return false;
  const { own = [], shared = [], about = () => [] } = marks;
  const numbers = 'identifier' in resource ? [resource.identifier].flat() : [];
  const systems = [...own, ...shared].map((system) => system(centre));
  if (numbers.some((it) => it?.system !== undefined && systems.includes(it.system))) return true;
  if (resource.resourceType === 'Organization')
    return numbers.some((it) => it?.system === IDENTIFIERS.centre && it.value === centre);
  if (about(resource).some((it) => ownerOf(it?.system) === centre)) return true;
  return (
    resource.resourceType === 'Provenance' &&
    resource.target.some(({ reference }) => reference !== undefined && known.has(reference))
  );
}

const SYSTEMS = `${CANONICAL}/NamingSystem/`;

/** The first words of the systems whose numbers a centre gives. What HL7 v2 sites name stands in systems of ours too, and is no centre's. */
const KINDS: ReadonlySet<string> = new Set(
  Object.values(IDENTIFIERS).flatMap((system) =>
    typeof system === 'string' ? [] : [system('').slice(SYSTEMS.length).split('/')[0] ?? ''],
  ),
);

/** The centre whose numbers stand in a system of ours; undefined for those that all share. */
function ownerOf(system: string | undefined): string | undefined {
  if (system?.startsWith(SYSTEMS) !== true) return undefined;
  const [kind = '', centre] = system.slice(SYSTEMS.length).split('/');
  return KINDS.has(kind) ? centre : undefined;
}

function namesAnother(node: unknown, centre: string): boolean {
  if (Array.isArray(node)) return node.some((one) => namesAnother(one, centre));
  if (typeof node !== 'object' || node === null) return false;
  return Object.entries(node).some(([name, value]) => {
    if (name !== 'system' || typeof value !== 'string') return namesAnother(value, centre);
    const owner = ownerOf(value);
    return owner !== undefined && owner !== centre;
  });
}
