import { ANOTHER_CHILD } from '../../gateway/lanes/intake.ts';
import { findings } from '../../mappings/concepts/findings.ts';
import { subjectFrom } from '../../mappings/concepts/outcome-subject.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { requestKindOf } from '../../mappings/domain/request-kind.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Decision } from './decision.ts';
import { referencesIn } from './references.ts';

/** What the record holds under the identifier of an event. */
export interface Standing {
  readonly version: number;
  readonly hash: string;
  readonly child: string | undefined;
  /** Which of the three requests it is, since they share one numbering. */
  readonly requestKind: string | undefined;
}

export function standingOf(root: fhir4.FhirResource, centre: string): Standing {
  const child = referencesIn(root).find(
    ({ target }) => target.type === 'Patient' && target.system === IDENTIFIERS.child(centre),
  )?.target.value;
  return { ...revisionOf(root), child: child ?? childOfGroup(root, centre), requestKind: requestKindOf(root) };
}

/** An outcome in the family or the community names the child by its group only. */
const childOfGroup = (root: fhir4.FhirResource, centre: string): string | undefined =>
  root.resourceType === 'Observation' ? subjectFrom(root.subject, centre, findings())?.childId : undefined;

/** Whether an event may revise what stands: an identifier stays with its child and its kind, versions only rise, `If-Match` is kept (design.md §2, laws). */
export function orderOf(event: ConceptEvent, standing: Standing | undefined): Decision | 'unchanged' | 'goes-on' {
  if (standing === undefined)
    return event.ifMatch === undefined ? 'goes-on' : refused('preconditionFailed', notTheVersion(event.ifMatch, 0));
  if (standing.child !== undefined && standing.child !== event.child) return refused('versionConflict', ANOTHER_CHILD);
  if (standing.requestKind !== undefined && standing.requestKind !== event.concept)
    return refused('versionConflict', ANOTHER_KIND);
  const sameContent = standing.hash === event.contentHash;
  if (sameContent && (event.version === undefined || event.version === standing.version)) return 'unchanged';
  if (event.version !== undefined && event.version < standing.version)
    return { kind: 'superseded', version: standing.version };
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

const ANOTHER_KIND: Issue = {
  severity: 'error',
  code: 'conflict',
  expression: 'id',
  text: {
    fr: 'Cet identifiant est celui d’une demande d’une autre sorte. Prenez-en un nouveau.',
    en: 'This identifier belongs to a request of another kind. Take a new one.',
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
