import { NOT_FREE } from '../../gateway/lanes/numbers.ts';
import { findings } from '../../mappings/concepts/findings.ts';
import { subjectFrom } from '../../mappings/concepts/outcome-subject.ts';
import { recipientOfConsent } from '../../mappings/consent/may-close.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { referencesIn } from '../../mappings/domain/references.ts';
import { requestKindOf } from '../../mappings/domain/request-kind.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Decision } from './decision.ts';

/** What the record holds under the identifier of an event. */
export interface Standing {
  readonly version: number;
  readonly hash: string;
  readonly child: string | undefined;
  /** Which of the three requests it is, since they share one numbering. */
  readonly requestKind: string | undefined;
  /** Whom a consent is for. */
  readonly recipient: string | undefined;
}

export function standingOf(root: fhir4.FhirResource, centre: string): Standing {
  const child = referencesIn(root).find(
    ({ target }) => target.type === 'Patient' && target.system === IDENTIFIERS.child(centre),
  )?.target.value;
  return {
    ...revisionOf(root),
    child: child ?? childOfGroup(root, centre),
    requestKind: requestKindOf(root),
    recipient: recipientIn(root),
  };
}

const recipientIn = (root: fhir4.FhirResource | undefined): string | undefined =>
  root?.resourceType === 'Consent' ? recipientOfConsent(root) : undefined;

/** Of a consent, whom the event says that it is for. */
const recipientSaid = ({ concept, bundle }: ConceptEvent): string | undefined =>
  concept === 'consent'
    ? recipientIn(bundle.entry?.map(({ resource }) => resource).find((it) => it?.resourceType === 'Consent'))
    : undefined;

/** An outcome in the family or the community names the child by its group only. */
const childOfGroup = (root: fhir4.FhirResource, centre: string): string | undefined =>
  root.resourceType === 'Observation' ? subjectFrom(root.subject, centre, findings())?.childId : undefined;

/** Whether an event may revise what stands: an identifier stays with its child, its kind and a consent’s recipient, versions only rise, `If-Match` is kept (design.md §2, laws). */
export function orderOf(event: ConceptEvent, standing: Standing | undefined): Decision | 'unchanged' | 'goes-on' {
  if (standing === undefined)
    return event.ifMatch === undefined ? 'goes-on' : refused('preconditionFailed', notTheVersion(event.ifMatch, 0));
  if (standing.child !== undefined && standing.child !== event.child) return REFUSED_AS_NOT_FREE;
  if (standing.requestKind !== undefined && standing.requestKind !== event.concept) return REFUSED_AS_NOT_FREE;
  const sameContent = standing.hash === event.contentHash;
  if (sameContent && (event.version === undefined || event.version === standing.version)) return 'unchanged';
  if (event.version !== undefined && event.version < standing.version)
    return { kind: 'superseded', version: standing.version };
  // Otherwise what the other recipient was let have would end unsaid.
  if (standing.recipient !== recipientSaid(event)) return refused('versionConflict', ANOTHER_RECIPIENT);
  if (event.version === standing.version) return refused('versionConflict', otherContent(standing.version));
  if (event.ifMatch !== undefined && event.ifMatch !== standing.version)
    return refused('preconditionFailed', notTheVersion(event.ifMatch, standing.version));
  if (event.version === undefined && standing.version === VERSION_MAX)
    return refused('versionConflict', NO_VERSION_LEFT);
  return 'goes-on';
}

const refused = (failure: 'versionConflict' | 'preconditionFailed', issue: Issue): Decision => ({
  kind: 'refused',
  failure,
  issues: [issue],
});

/** Whatever stands there: the sentence does not say. */
export const REFUSED_AS_NOT_FREE: Decision = refused('versionConflict', NOT_FREE);

/** FHIR's largest positiveInt. */
const VERSION_MAX = 2_147_483_647;

const NO_VERSION_LEFT: Issue = {
  severity: 'error',
  code: 'conflict',
  expression: 'version',
  text: {
    fr: `Après la version ${VERSION_MAX}, il n’y en a plus d’autre. Continuez sous un nouvel identifiant.`,
    en: `After version ${VERSION_MAX} there is no other. Go on under a new identifier.`,
  },
};

const ANOTHER_RECIPIENT: Issue = {
  severity: 'error',
  code: 'conflict',
  expression: 'recipient',
  text: {
    fr: 'Un consentement reste à son destinataire. Pour le reprendre, révisez-le avec le même « recipient » ; pour un autre destinataire, faites un autre consentement.',
    en: 'A consent stays with its recipient. To take it back, revise it with the same "recipient"; for another recipient, make another consent.',
  },
};

const otherContent = (version: number): Issue => ({
  severity: 'error',
  code: 'conflict',
  expression: 'version',
  text: {
    fr: `La version ${version} existe déjà avec un autre contenu. Envoyez votre révision comme version ${version + 1}.`,
    en: `Version ${version} already exists with other content. Send your revision as version ${version + 1}.`,
  },
});

const notTheVersion = (asked: number, standing: number): Issue => ({
  severity: 'error',
  code: 'conflict',
  expression: 'http.If-Match',
  text: {
    fr: `Vous révisez la version ${asked}, mais la version qui vaut est ${standing === 0 ? 'aucune' : standing}. Relisez, puis révisez celle-là.`,
    en: `You revise version ${asked}, but the version that stands is ${standing === 0 ? 'none' : standing}. Read again, then revise that one.`,
  },
});
