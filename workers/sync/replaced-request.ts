import { isReferralTask, isUnderWay } from '../../mappings/domain/current-task.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import type { Present } from './present.ts';

/**
 * Why a request may not be written as it says, undefined if it may. A request is resumed, or corrected, by a new one that `replaces` it (fhir.md §3): only one that
 * has ended, of the same child, once; and from then on the thread goes on in the new one.
 */
export function replacedInVain(event: ConceptEvent, present: Present): Issue | undefined {
  const system = IDENTIFIERS.request(event.centre);
  if (event.root.system !== system) return undefined;
  const requests = [...present.found.values()].filter((it) => it.resourceType === 'ServiceRequest');
  const numberOf = ({ identifier }: fhir4.ServiceRequest) => identifier?.find((it) => it.system === system)?.value;
  const replacing = (number: string) =>
    requests.find(
      (it) => it.status !== 'entered-in-error' && replacedBy(it) === number && numberOf(it) !== event.root.value,
    );
  const standing = requests.find((it) => numberOf(it) === event.root.value);
  const desired = requestIn(event);
  if (desired === undefined) return undefined;
  const goesOn = desired.status === 'active' || desired.status === 'draft';
  if (standing !== undefined && goesOn && replacing(event.root.value) !== undefined) return told(WHY.goesOnElsewhere);

  const old = replacedBy(desired);
  if (old === undefined || (standing !== undefined && replacedBy(standing) === old)) return undefined;
  if (standing !== undefined) return told(WHY.saidTooLate);
  const replaced = requests.find((it) => numberOf(it) === old);
  if (replaced === undefined || old === event.root.value) return told(WHY.itself);
  if (replaced.subject.identifier?.value !== event.child) return told(WHY.anotherChild);
  if (!hasEnded(replaced, present)) return told(WHY.notEnded);
  return replacing(old) === undefined ? undefined : told(WHY.replacedAlready);
}

/** The number of the request that this one replaces. */
const replacedBy = ({ replaces }: fhir4.ServiceRequest): string | undefined => replaces?.[0]?.identifier?.value;

const requestIn = ({ bundle }: ConceptEvent): fhir4.ServiceRequest | undefined =>
  bundle.entry?.flatMap(({ resource }) => (resource?.resourceType === 'ServiceRequest' ? [resource] : []))[0];

/** Nothing is under way with anybody; what nobody was asked has ended when it was taken back. */
function hasEnded(request: fhir4.ServiceRequest, { found }: Present): boolean {
  const place = `ServiceRequest/${request.id}`;
  const tasks = [...found.values()].filter(isReferralTask).filter(({ focus }) => focus?.reference === place);
  if (tasks.some(isUnderWay)) return false;
  return tasks.length > 0 || (request.status !== 'active' && request.status !== 'draft');
}

const told = (text: Bilingual): Issue => ({
  severity: 'error',
  code: 'business-rule',
  expression: 'replaces',
  text,
});

const WHY = {
  itself: {
    fr: 'Une demande ne se remplace pas elle-même : donnez-lui un nouvel identifiant.',
    en: 'A request does not replace itself: give it a new identifier.',
  },
  anotherChild: {
    fr: 'La demande à remplacer est celle d’un autre enfant.',
    en: 'The request to replace is another child’s.',
  },
  notEnded: {
    fr: 'La demande à remplacer n’est pas terminée. Révisez-la, ou retirez-la d’abord (status revoked).',
    en: 'The request to replace has not ended. Revise it, or withdraw it first (status revoked).',
  },
  replacedAlready: {
    fr: 'Cette demande a déjà été remplacée par une autre : révisez celle-là.',
    en: 'This request was already replaced by another: revise that one.',
  },
  saidTooLate: {
    fr: 'Ce qu’une demande remplace se dit quand on la fait. Faites une nouvelle demande.',
    en: 'What a request replaces is said when it is made. Make a new request.',
  },
  goesOnElsewhere: {
    fr: 'Cette demande a été remplacée par une autre : continuez dans celle-là.',
    en: 'This request was replaced by another: go on in that one.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
