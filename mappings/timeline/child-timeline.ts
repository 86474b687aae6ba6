import type { Bilingual } from '../../profiles/codes.ts';
import { momentSpan } from '../../profiles/moment-span.ts';
import { CONCEPT_MAPPINGS } from '../concepts/concept-mappings.ts';
import { present } from '../concepts/present.ts';
import { wordsOf } from '../domain/coded-words.ts';
import { isPassedOn, isReferralTask } from '../domain/current-task.ts';
import { requestKindOf } from '../domain/request-kind.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN } from '../domain/systems.ts';
import type { TimelineEntry } from '../domain/timeline-told.ts';
import { type DetailContext, detailOf } from './entry-detail.ts';
import { ratingsIn } from './ratings-told.ts';
import { CONCEPT_WORDS } from './timeline-words.ts';

type TimelineConcept = keyof typeof CONCEPT_WORDS;

/**
 * The child's course from what the record holds: each trace (Provenance) is a moment, told from the present state of what it left, by when it happened, then by when it
 * was known. `resources`: the concepts' roots, their Tasks and ratings, and every Provenance that targets them, in any order.
 */
export function childTimeline(
  resources: readonly fhir4.FhirResource[],
  context: DetailContext,
): readonly TimelineEntry[] {
  const byPlace = new Map(resources.map((resource) => [`${resource.resourceType}/${resource.id}`, resource]));
  return resources
    .flatMap((resource) => (resource.resourceType === 'Provenance' ? (entryOf(resource, byPlace, context) ?? []) : []))
    .sort(inOrder);
}

type ByPlace = ReadonlyMap<string, fhir4.FhirResource>;

function entryOf(trace: fhir4.Provenance, byPlace: ByPlace, context: DetailContext): TimelineEntry | undefined {
  const targets = trace.target.flatMap(({ reference }) => byPlace.get(reference ?? '') ?? []);
  const act = trace.activity?.coding?.find(({ system }) => system === CODE_SYSTEMS.referralAct)?.code;
  const told =
    act === undefined ? conceptTold(trace, targets, context) : actTold(trace, act, targets, byPlace, context);
  const ratings = ratingsIn(targets, context.language);
  return (
    told &&
    present({
      at: trace.occurredDateTime ?? trace.recorded,
      knownAt: trace.recorded,
      ...told,
      ratings: ratings.length === 0 ? undefined : ratings,
    })
  );
}

type Told = Omit<TimelineEntry, 'at' | 'knownAt' | 'ratings'>;

/** A concept that came or was revised; nothing for what is no concept of a child's. */
function conceptTold(
  trace: fhir4.Provenance,
  targets: readonly fhir4.FhirResource[],
  context: DetailContext,
): Told | undefined {
  const [found] = targets.flatMap((resource) => namedAs(resource, context.centre) ?? []);
  if (found === undefined) return undefined;
  const revised = trace.activity?.coding?.some(
    ({ system, code }) => system === FOREIGN.dataOperation && code === 'UPDATE',
  );
  const { kind, ...title } = CONCEPT_WORDS[found.concept];
  const { detail, words } = detailOf(found.resource, context);
  return present({
    kind,
    change: revised === true ? 'revised' : 'created',
    concept: found.concept,
    id: found.id,
    text: line((revised === true ? title.revised : title.created)[context.language], detail, context.language),
    words,
  });
}

/** What was done or said about a request, by whom and by which means. */
function actTold(
  trace: fhir4.Provenance,
  act: string,
  targets: readonly fhir4.FhirResource[],
  byPlace: ByPlace,
  context: DetailContext,
): Told | undefined {
  const task = targets.find(isReferralTask);
  const request = byPlace.get(task?.focus?.reference ?? '');
  const named = request && namedAs(request, context.centre);
  if (task === undefined || named === undefined) return undefined;
  const { language } = context;
  const partner = task.owner?.identifier?.value;
  const channel = trace.extension?.find(({ url }) => url === EXTENSIONS.answerChannel)?.valueCode;
  const said = wordsOf([trace.activity], CODE_SYSTEMS.referralAct, language) ?? act;
  const means = wordsOf(
    [{ coding: [present({ system: CODE_SYSTEMS.answerChannel, code: channel })] }],
    CODE_SYSTEMS.answerChannel,
    language,
  );
  const by = partner === undefined ? undefined : context.partnerName(partner);
  return present({
    kind: act === 'dispatched' ? 'request' : 'answer',
    change: act,
    concept: named.concept,
    id: named.id,
    text: `${line(said, by, language)}${means === undefined ? '' : ` (${means})`}`,
    words: act === 'passed-on' ? passedOnTo(targets) : wordsWith(act, task),
  });
}

/** Who has it now, in the recipient's words. */
const passedOnTo = (targets: readonly fhir4.FhirResource[]): string | undefined =>
  targets.find(isPassedOn)?.owner?.display;

/** What the recipient wrote with the act that still stands on its Task. */
function wordsWith(act: string, task: fhir4.Task): string | undefined {
  if (act === 'completed') return task.output?.findLast(({ valueString }) => valueString !== undefined)?.valueString;
  const ends = { declined: 'rejected', failed: 'failed', 'family-ended': 'cancelled' } as const;
  return Object.entries(ends).some(([said, status]) => said === act && status === task.status)
    ? task.statusReason?.text
    : undefined;
}

interface Named {
  readonly concept: TimelineConcept;
  readonly id: string;
  readonly resource: fhir4.FhirResource;
}

const isTold = (name: string): name is TimelineConcept => Object.hasOwn(CONCEPT_WORDS, name);

/** The concept whose root this resource is, and the centre's number of it. */
function namedAs(resource: fhir4.FhirResource, centre: string): Named | undefined {
  const identifiers: readonly fhir4.Identifier[] =
    'identifier' in resource && Array.isArray(resource.identifier) ? resource.identifier : [];
  for (const { name, root } of Object.values(CONCEPT_MAPPINGS)) {
    const { type, system } = root(centre);
    const id = identifiers.find((identifier) => identifier.system === system)?.value;
    const concept = type === 'ServiceRequest' ? requestKindOf(resource) : name;
    if (resource.resourceType === type && id !== undefined && concept !== undefined && isTold(concept))
      return { concept, id, resource };
  }
  return undefined;
}

/** French sets a space before the colon. */
const line = (said: string, detail: string | undefined, language: keyof Bilingual): string =>
  detail === undefined ? said : `${said}${language === 'fr' ? '\u00a0: ' : ': '}${detail}`;

/** By the first instant that each may have happened, then by when it was known. */
function inOrder(a: TimelineEntry, b: TimelineEntry): number {
  const known = Date.parse(a.knownAt) - Date.parse(b.knownAt);
  return momentSpan(a.at).startMs - momentSpan(b.at).startMs || known || (a.id < b.id ? -1 : 1);
}
