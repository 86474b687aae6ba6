import { timeLimit } from '../../gateway/process/time-limit.ts';
import { type Loop, loopOf } from '../../mappings/domain/loop.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';

/** A request at one recipient, as HAPI holds it. */
export interface RecipientOnRecord {
  readonly id: string;
  /** The number under which this recipient knows it. */
  readonly number: string;
  readonly task: string;
  readonly status: string;
  /** How it left; absent when it never did. */
  readonly how?: string;
}

/** How much of a protective factor was seen before and after, from 1 to 5. */
export interface RatedFactor {
  readonly factor: string;
  readonly before?: number;
  readonly after?: number;
}

/** A loop, as HAPI holds it. */
export interface LoopOnRecord {
  /** References of the ServiceRequests under this number: one, if nothing is doubled. */
  readonly requests: readonly string[];
  readonly loop: Loop;
  /** In the order in which they were asked. */
  readonly recipients: readonly RecipientOnRecord[];
  readonly ratings: readonly RatedFactor[];
}

export interface RecordReader {
  /** How many Patients carry the child's number, and how many requests are theirs. */
  child(centre: string, id: string): Promise<{ readonly patients: number; readonly requests: number }>;
  loop(centre: string, request: string): Promise<LoopOnRecord>;
}

const SEARCH_TIMEOUT_MS = 60_000;

/** Asks HAPI itself, past the gateway, and past its own cache of searches. Throws when HAPI does not answer with a Bundle. */
export function recordReader(hapiUrl: string, signal: AbortSignal): RecordReader {
  async function search(query: string): Promise<readonly fhir4.FhirResource[]> {
    const response = await fetch(`${hapiUrl}/${query}&_count=200`, {
      headers: { accept: 'application/fhir+json', 'cache-control': 'no-cache' },
      signal: timeLimit(signal, SEARCH_TIMEOUT_MS),
    });
    // A FHIR search answers with a Bundle; anything else fails here.
    const bundle = (await response.json()) as fhir4.Bundle<fhir4.FhirResource>;
    if (!response.ok || bundle.resourceType !== 'Bundle') throw new Error(`HAPI: HTTP ${response.status} (${query})`);
    return (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
  }

  return {
    async child(centre, id) {
      const number = token(IDENTIFIERS.child(centre), id);
      const patients = await search(`Patient?identifier=${number}`);
      const requests = await search(`ServiceRequest?patient.identifier=${number}&intent=order`);
      return { patients: patients.length, requests: requests.length };
    },

    async loop(centre, id) {
      const number = token(IDENTIFIERS.request(centre), id);
      const requests = await search(`ServiceRequest?identifier=${number}`);
      const request = requests.find((resource) => resource.resourceType === 'ServiceRequest');
      const found = await search(`Task?group-identifier=${number}&_sort=authored-on`);
      const tasks = found.filter((resource) => resource.resourceType === 'Task');
      const ratings = await search(`Observation?based-on=${requests.map(referenceTo).join(',')}&_sort=date`);
      return {
        requests: requests.map(referenceTo),
        loop: loopOf(tasks, request),
        recipients: tasks.map(recipientOf),
        ratings: ratedFactors(ratings.filter((resource) => resource.resourceType === 'Observation')),
      };
    },
  };
}

/** An identifier as a search wants it. */
export const token = (system: string, value: string): string => encodeURIComponent(`${system}|${value}`);

const referenceTo = ({ resourceType, id }: fhir4.FhirResource): string => `${resourceType}/${id}`;

function recipientOf(task: fhir4.Task): RecipientOnRecord {
  const receipt = task.extension?.find(({ url }) => url === EXTENSIONS.delivery)?.extension;
  const how = receipt?.find(({ url }) => url === 'how')?.valueCode;
  return {
    id: task.owner?.identifier?.value ?? '',
    number: task.identifier?.find(({ system }) => system === IDENTIFIERS.task)?.value ?? '',
    task: referenceTo(task),
    status: task.status,
    ...(how !== undefined && { how }),
  };
}

/** Ratings before and after share a code: the factor. */
function ratedFactors(ratings: readonly fhir4.Observation[]): readonly RatedFactor[] {
  const factors = [...new Set(ratings.flatMap(({ code }) => codesIn([code], CODE_SYSTEMS.protectiveFactor)))];
  return factors.map((factor) => {
    const own = ratings.filter(({ code }) => codesIn([code], CODE_SYSTEMS.protectiveFactor).includes(factor));
    return { factor, ...ratedAt(own, 'before'), ...ratedAt(own, 'after') };
  });
}

function ratedAt(ratings: readonly fhir4.Observation[], moment: 'before' | 'after'): Partial<RatedFactor> {
  const rating = ratings.find(({ category = [] }) => codesIn(category, CODE_SYSTEMS.ratingMoment).includes(moment));
  const [value] = codesIn([rating?.valueCodeableConcept ?? {}], CODE_SYSTEMS.outcomeRating);
  return value === undefined ? {} : { [moment]: Number(value) };
}

const codesIn = (concepts: readonly fhir4.CodeableConcept[], wanted: string): readonly string[] =>
  concepts
    .flatMap(({ coding = [] }) => coding)
    .flatMap(({ system, code }) => (system === wanted && code !== undefined ? [code] : []));
