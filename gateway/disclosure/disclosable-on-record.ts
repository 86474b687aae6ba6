import { basesOnRecord } from '../../mappings/consent/bases-on-record.ts';
import { taskNumberOf } from '../../mappings/domain/current-task.ts';
import { lettersWith } from '../../mappings/domain/letters-on-task.ts';
import { lettersGoWith, stageOf, tellingOf } from '../../mappings/domain/request-untold.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { GatewayError } from '../failures.ts';
import type { Holds } from '../lanes/holds.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { Partner, Registry } from '../registry.ts';
import type { Disclosable } from './disclosure.ts';
import { heldAbout, heldByTask, isSameHeld } from './held-about.ts';

export interface DisclosablesDeps {
  readonly store: Pick<FhirStore, 'search'>;
  readonly registry: Registry;
  readonly holds: Pick<Holds, 'bearOn'>;
  readonly now: () => Date;
}

/** Requests as the record holds them, with all on which it is decided whether they may be shown. */
export interface Disclosables {
  /**
   * Reads the request that a pairwise number stands for; undefined when the record does not know it. Asked for an owner, another’s is not looked at
   * either: it takes as long as what is unknown.
   */
  read(number: string, owner?: string): Promise<Disclosable | undefined>;
  /** The same of several, in three questions for them all: those that the record knows. */
  readAll(numbers: readonly string[], owner?: string): Promise<readonly Disclosable[]>;
}

export function disclosablesOnRecord({ store, registry, holds, now }: DisclosablesDeps): Disclosables {
  /** Of each number in its turn; what is unknown takes the steps of what is known, so that the time tells nothing of it. */
  const readThem = async (
    numbers: readonly string[],
    owner: string | undefined,
  ): Promise<readonly (Disclosable | undefined)[]> => {
    // Before the first read: who is stopped in between decides on nothing old.
    const checkedAt = now();
    const asked = {
      identifier: numbers.map((number) => identifierToken(IDENTIFIERS.task, number)).join(','),
      ...(owner !== undefined && { 'owner:Organization.identifier': identifierToken(IDENTIFIERS.partner, owner) }),
    };
    const named = await store.search('Task', asked);
    const abouts = numbers.map((number) => heldByTask(ofNumber(named, number)[0]));
    // Before anything that is decided on is read: a hold that is lifted after this has what it was for in what is read (a consent, a label, another
    // recipient), or came too late to be waited for.
    const heldOnes = await Promise.all(abouts.map((about) => holds.bearOn(about)));
    const [found, around] = await Promise.all([
      store.search('Task', { ...asked, _include: ['Task:focus', 'Task:patient'] }),
      store.search('Patient', { _id: childrenOf(named) || NO_ID, _revinclude: SAID_AROUND }),
    ]);
    return numbers.map((number, nth) => {
      const parts = partsIn(ofNumber(found, number), number, registry);
      const about = abouts[nth];
      if (parts === undefined || about === undefined) return undefined;
      // What has become another's meanwhile was looked for under the wrong name.
      const held = heldOnes[nth] !== false || !isSameHeld(heldAbout(parts), about);
      return disclosableOf({ ...parts, number, held, checkedAt }, saidOf(parts.child, around));
    });
  };

  return {
    read: async (number, owner) => (await readThem([number], owner))[0],
    readAll: async (numbers, owner) =>
      numbers.length === 0 ? [] : (await readThem(numbers, owner)).flatMap((it) => it ?? []),
  };
}

/** The children whom Tasks are about, by their ids in the record. */
const childrenOf = (tasks: readonly fhir4.FhirResource[]): string =>
  [
    ...new Set(
      tasks.flatMap((it) =>
        it.resourceType === 'Task' && it.for?.reference?.startsWith('Patient/') ? it.for.reference.slice(8) : [],
      ),
    ),
  ].join(',');

/** Of what was found with several Tasks, the one of this number, and what it names. */
function ofNumber(found: readonly fhir4.FhirResource[], number: string): readonly fhir4.FhirResource[] {
  const task = found.find((it) => it.resourceType === 'Task' && taskNumberOf(it) === number);
  if (task?.resourceType !== 'Task') return [];
  const named = new Set([task.focus?.reference, task.for?.reference]);
  return [task, ...found.filter((it) => named.has(`${it.resourceType}/${it.id}`))];
}

/** What is said around one child, of what is said around several. */
const saidOf = ({ id }: fhir4.Patient, around: readonly fhir4.FhirResource[]): readonly fhir4.FhirResource[] =>
  around.filter(
    (it) =>
      (it.resourceType === 'Consent' || it.resourceType === 'RelatedPerson') &&
      it.patient?.reference === `Patient/${id}`,
  );

/** A lawyer is shown the facts only once it has accepted. */
export const stepsOf = ({ lens }: Pick<Partner, 'lens'>) => ({ inTwoSteps: lens === 'lawyer' });

const NO_ID = 'none';

/** What a child’s file holds that bears on who may see a request about them. */
export const SAID_AROUND = ['Consent:patient', 'RelatedPerson:patient'];

/** A request between a centre and a partner, with what its child’s file says of showing it: all that a disclosure is decided on. */
export function disclosableOf(
  parts: Omit<Disclosable, 'version' | 'stage' | 'telling' | 'going' | 'bases'>,
  around: readonly fhir4.FhirResource[],
): Disclosable {
  const { task, request, centre, partner } = parts;
  const steps = stepsOf(partner);
  const telling = tellingOf(task, steps);
  return {
    ...parts,
    version: revisionOf(request).version,
    stage: stageOf(task, steps),
    telling,
    going: lettersGoWith(telling, steps) ? lettersWith(task) : [],
    bases: basesOnRecord({
      centre: centre.id,
      request,
      consents: around.filter((it) => it.resourceType === 'Consent'),
      people: around.filter((it) => it.resourceType === 'RelatedPerson'),
    }),
  };
}

/** The request of a centre that these are, whole; undefined where they are none. Throws GatewayError `internal` for one between parties that are not known. */
function partsIn(found: readonly fhir4.FhirResource[], number: string, registry: Registry) {
  const task = found.find((resource) => resource.resourceType === 'Task');
  const request = found.find((resource) => resource.resourceType === 'ServiceRequest');
  const child = found.find((resource) => resource.resourceType === 'Patient');
  if (task?.resourceType !== 'Task' || request?.resourceType !== 'ServiceRequest' || child?.resourceType !== 'Patient')
    return undefined;
  // What somebody else asked is no request of a centre's.
  if (task.requester?.identifier?.system !== IDENTIFIERS.centre) return undefined;
  const centre = registry.centre(task.requester.identifier.value ?? '');
  const partner = registry.partner(task.owner?.identifier?.value ?? '');
  if (centre === undefined || partner === undefined)
    throw new GatewayError('internal', `task ${number} names a centre or partner that the registry does not have`);
  const valueUnder = (resource: fhir4.ServiceRequest | fhir4.Patient, system: string) =>
    resource.identifier?.find((it) => it.system === system)?.value ?? '';
  const childId = valueUnder(child, IDENTIFIERS.child(centre.id));
  return {
    task,
    request,
    child,
    centre,
    partner,
    childId,
    requestId: valueUnder(request, IDENTIFIERS.request(centre.id)),
  };
}
