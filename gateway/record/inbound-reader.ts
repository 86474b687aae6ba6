import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import { inboundReferralMapping } from '../../mappings/concepts/inbound-referral.ts';
import { personNameFrom } from '../../mappings/concepts/name-and-telecom.ts';
import { present } from '../../mappings/concepts/present.ts';
import type { ChildSaid, InboundReferral, PersonName } from '../../mappings/domain/concepts.ts';
import { isReferralTask } from '../../mappings/domain/current-task.ts';
import { isStopAsked, lastWordOf } from '../../mappings/domain/last-word.ts';
import { isReferralState, isTerminal } from '../../mappings/domain/referral-state.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { byLikeness, type MatchCandidate, matchChild } from '../../mappings/matching/match-child.ts';
import type { FhirStore, SearchParams } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';
import type { LetterTold } from './letters-told.ts';
import type { LoopReader, LoopTold } from './loop-reader.ts';
import { matchCandidates } from './match-candidates.ts';

/** Where an inbound referral stands, as a coordinator looks for it. */
export type InboundStage = 'to-match' | 'to-answer' | 'under-way' | 'ended';

export interface InboundFilter {
  readonly stage?: InboundStage;
  readonly sender?: string;
}

/** One inbound referral in a list, the most recently asked first. */
export interface InboundListed extends LoopTold {
  readonly id: string;
  readonly sender: string;
  /** Under which the sender knows it. */
  readonly number: InboundReferral['number'];
  readonly stage: InboundStage;
  readonly askedAt: string;
  readonly what?: string;
  readonly urgency?: InboundReferral['urgency'];
  readonly child?: { readonly id: string };
}

/** With what tells two children apart to a person. */
export interface CandidateNamed extends MatchCandidate {
  readonly name?: PersonName;
  readonly birthDate?: string;
}

/** A referral of which nobody has said yet which child of the centre it is. */
export interface MatchToSettle {
  /** Business identifier of the referral. */
  readonly id: string;
  readonly sender: string;
  readonly number: InboundReferral['number'];
  readonly askedAt: string;
  readonly what?: string;
  readonly urgency?: InboundReferral['urgency'];
  readonly said?: ChildSaid;
  /** The most alike first; none when nobody is. */
  readonly candidates: readonly CandidateNamed[];
  /** Letters that came with it, by which a person may recognize the child. */
  readonly letters?: readonly LetterTold[];
}

export interface InboundReader {
  list(centre: string, filter: InboundFilter): Promise<readonly InboundListed[]>;
  matches(centre: string, limit: number): Promise<readonly MatchToSettle[]>;
  find(centre: string, id: string): Promise<Identified<InboundReferral> | undefined>;
  /** Whether the centre has a child of this identifier. */
  hasChild(centre: string, child: string): Promise<boolean>;
}

interface OnRecord {
  readonly referral: Identified<InboundReferral>;
  readonly request: fhir4.ServiceRequest;
  readonly tasks: readonly fhir4.Task[];
}

export function inboundReader({
  store,
  loops,
}: {
  readonly store: FhirStore;
  readonly loops: LoopReader;
}): InboundReader {
  const read = async (params: SearchParams): Promise<readonly OnRecord[]> => {
    const found = await store.search('ServiceRequest', {
      ...params,
      category: `${CODE_SYSTEMS.requestKind}|inbound-referral`,
      _revinclude: 'Task:focus',
    });
    const tasks = found.filter(isReferralTask);
    return found.flatMap((request) => {
      if (request.resourceType !== 'ServiceRequest') return [];
      const mapped = inboundReferralMapping.fromResources([request]);
      const own = tasks.filter(({ focus }) => focus?.reference === `ServiceRequest/${request.id}`);
      return mapped.ok ? [{ referral: mapped.value, request, tasks: own }] : [];
    });
  };
  const ofCentre = async (centre: string): Promise<readonly OnRecord[]> =>
    [...(await read({ identifier: `${IDENTIFIERS.request(centre)}|` }))].sort(lastAskedFirst);

  return {
    async list(centre, { stage, sender }) {
      const wanted = (await ofCentre(centre)).filter(
        (one) =>
          (sender === undefined || one.referral.sender === sender) && (stage === undefined || stageOf(one) === stage),
      );
      return Promise.all(
        wanted.map(async (one) => {
          const { id, sender: asking, number, askedAt, what, urgency, child } = one.referral;
          const told = await loops.told(one.request, one.tasks);
          return {
            ...present({ id, sender: asking, number, stage: stageOf(one), askedAt, what, urgency, child }),
            ...told,
          };
        }),
      );
    },

    async matches(centre, limit) {
      const open = (await ofCentre(centre)).filter((one) => stageOf(one) === 'to-match').slice(0, limit);
      const settled: MatchToSettle[] = [];
      // One after the other: a long list must not crowd the record.
      for (const { referral, request, tasks } of open) {
        const { id, sender, number, askedAt, what, urgency, childSaid: said } = referral;
        const patients = await matchCandidates(store, centre, said);
        const candidates = candidatesOf(said, patients, centre).map((it) => named(it, patients, centre));
        const { letters } = await loops.letters(request, tasks);
        settled.push(present({ id, sender, number, askedAt, what, urgency, said, candidates, letters }));
      }
      return settled;
    },

    async find(centre, id) {
      const [found] = await read({ identifier: identifierToken(IDENTIFIERS.request(centre), id) });
      return found?.referral;
    },

    async hasChild(centre, child) {
      const found = await store.search('Patient', { identifier: identifierToken(IDENTIFIERS.child(centre), child) });
      return found.length > 0;
    },
  };
}

function stageOf({ referral, tasks: [task] }: OnRecord): InboundStage {
  const hasEnded =
    (referral.status ?? 'active') !== 'active' ||
    (task !== undefined && isReferralState(task.status) && isTerminal(task.status));
  if (hasEnded) return 'ended';
  if (referral.child === undefined) return 'to-match';
  return task === undefined || lastWordOf(task) === undefined || isStopAsked(task) ? 'to-answer' : 'under-way';
}

/** A child that has come to agree in all since then is a candidate too: what waits for a person stays hers to say. */
function candidatesOf(
  said: ChildSaid | undefined,
  patients: readonly fhir4.Patient[],
  centre: string,
): MatchCandidate[] {
  const match = matchChild(said, patients, centre);
  if (match.kind === 'uncertain') return [...match.candidates].sort(byLikeness);
  return match.kind === 'known' ? [{ child: match.child, because: ['same-card', 'same-birth-date', 'same-name'] }] : [];
}

function named(candidate: MatchCandidate, patients: readonly fhir4.Patient[], centre: string): CandidateNamed {
  const system = IDENTIFIERS.child(centre);
  const isTheirs = (it: fhir4.Identifier): boolean => it.system === system && it.value === candidate.child;
  const patient = patients.find(({ identifier }) => identifier?.some(isTheirs));
  return present({ ...candidate, name: personNameFrom(patient?.name?.[0]), birthDate: patient?.birthDate });
}

const lastAskedFirst = ({ referral: one }: OnRecord, { referral: other }: OnRecord): number =>
  Date.parse(other.askedAt) - Date.parse(one.askedAt) || (one.id < other.id ? -1 : 1);
