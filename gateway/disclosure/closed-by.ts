import { isAsked, isReferralTask, isTakenBack, partnerIn } from '../../mappings/domain/current-task.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import { identifiersOf, tokenOf } from '../../mappings/domain/references.ts';
import { requestKindOf } from '../../mappings/domain/request-kind.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { MayBeShown } from './disclosure.ts';

/** A request of the centre’s at one recipient. */
export interface AskedOfThem {
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
}

/** What the record holds that lets requests of one child be shown to one recipient, or to all. */
export interface Agreed {
  readonly child: fhir4.Patient;
  readonly consents: readonly fhir4.Consent[];
  readonly people: readonly fhir4.RelatedPerson[];
  /** What was ever asked of them about the child; each Task with its request. */
  readonly asked: readonly AskedOfThem[];
}

/** That, of one recipient, or of everybody who was ever asked something about the child; undefined for a child that the record does not know. */
export async function readAsked(
  store: Pick<FhirStore, 'search'>,
  { centre, child: number }: ConceptEvent,
  recipient?: string,
): Promise<Agreed | undefined> {
  if (number === undefined) return undefined;
  const around = await store.search('Patient', {
    identifier: identifierToken(IDENTIFIERS.child(centre), number),
    _revinclude: ['Consent:patient', 'RelatedPerson:patient'],
  });
  const child = around.find((it) => it.resourceType === 'Patient');
  if (child?.id === undefined) return undefined;
  const found = await store.search('Task', {
    patient: child.id,
    ...(recipient !== undefined && {
      'owner:Organization.identifier': identifierToken(IDENTIFIERS.partner, recipient),
    }),
    _include: 'Task:focus',
  });
  const requests = new Map(
    found.filter((it) => it.resourceType === 'ServiceRequest').map((it) => [`ServiceRequest/${it.id}`, it]),
  );
  return {
    child,
    consents: around.filter((it) => it.resourceType === 'Consent'),
    people: around.filter((it) => it.resourceType === 'RelatedPerson'),
    asked: found.filter(isOfOurs).flatMap((task) => {
      const request = requests.get(task.focus?.reference ?? '');
      return request === undefined ? [] : [{ task, request }];
    }),
  };
}

/** What a partner asks of the centre is not the centre’s to end. */
const isOfOurs = (resource: fhir4.FhirResource): resource is fhir4.Task =>
  isReferralTask(resource) && partnerIn(resource.owner) !== undefined;

/**
 * What is under way and could be shown to its recipient just before an event, and can no more once the record has it: because it takes back,
 * refuses or narrows what let them have it, or puts a label under which their lens shows nothing.
 */
export function closedBy(
  event: ConceptEvent,
  agreed: Agreed | undefined,
  mayBeShown: MayBeShown,
): readonly AskedOfThem[] {
  if (agreed === undefined) return [];
  const at = new Date(event.recordedAt);
  const { consents, people } = agreed;
  const written = (event.bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
  return agreed.asked.filter(({ task, request }) => {
    if (!isAsked(task) || isTakenBack(task)) return false;
    const before = { task, child: agreed.child, people, request, consents };
    const after = {
      ...before,
      child: revised(before.child, written),
      request: revised(request, written),
      consents: allRevised(consents, written),
    };
    return mayBeShown(before, at) && !mayBeShown(after, at);
  });
}

/** Of what is asked about the child, that of which whoever wrote an event may not know: what becomes of it is not told to them. */
export const askedHidden = (
  { hides = [] }: Pick<ConceptEvent, 'hides'>,
  asked: readonly AskedOfThem[] = [],
): readonly AskedOfThem[] =>
  asked.filter(({ request }) => {
    const kind = requestKindOf(request);
    return kind !== undefined && hides.includes(kind);
  });

const revised = <T extends fhir4.FhirResource>(standing: T, written: readonly fhir4.FhirResource[]): T =>
  written.find((it): it is T => isSame(it, standing)) ?? standing;

/** With those that are new. */
const allRevised = (
  standing: readonly fhir4.Consent[],
  written: readonly fhir4.FhirResource[],
): readonly fhir4.Consent[] => [
  ...standing.filter((it) => !written.some((other) => isSame(other, it))),
  ...written.filter((it) => it.resourceType === 'Consent'),
];

function isSame(one: fhir4.FhirResource, other: fhir4.FhirResource): boolean {
  const tokens = new Set(identifiersOf(other).map(tokenOf));
  return identifiersOf(one).some((identifier) => tokens.has(tokenOf(identifier)));
}
