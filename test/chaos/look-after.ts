import { EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { request } from '../stack/stack-sandbox.ts';
import { pathOf } from './client.ts';
import type {
  CaseSeen,
  ExchangeSeen,
  LetterSeen,
  MessageSeen,
  NotedSeen,
  PartnerSeen,
  RecordSeen,
  RootSeen,
  SentVersion,
  TaskSeen,
} from './history.ts';
import { CENTRE, type ConceptSent } from './load-plan.ts';
import { MARK } from './partner-staff.ts';
import type { ChaosPartner } from './partners.ts';
import type { World } from './topology.ts';

const PAGE = 500;
const AT_ONCE = 8;

/** A few at a time, the results in the order of what was asked. */
export async function fewAtOnce<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const next = all.entries();
  const one = async (): Promise<void> => {
    for (const [index, each] of next) results.set(index, await ask(each));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return all.flatMap((_, index) => {
    const result = results.get(index);
    return result === undefined ? [] : [result];
  });
}

type Api = Pick<World, 'gatewayUrls' | 'centreToken' | 'adminToken'>;

const asCentre = async ({ gatewayUrls: [url = ''], centreToken }: Api, path: string) =>
  request('GET', `${url}${path}`, undefined, { authorization: `Bearer ${await centreToken()}` });

/** What each acknowledged exchange is now. */
export const exchangesSeen = (api: Api, ids: readonly string[]): Promise<readonly ExchangeSeen[]> =>
  fewAtOnce(ids, async (id): Promise<ExchangeSeen> => {
    const { status, body } = await asCentre(api, `/v1/exchanges/${id}`);
    if (status !== 200) return { id, state: 'absent' };
    return { id, state: body.state, ...(body.version !== undefined && { version: body.version }) };
  });

export async function lettersSeen({ gatewayUrls: [url = ''], adminToken }: Api): Promise<readonly LetterSeen[]> {
  const { body } = await request('GET', `${url}/v1/dead-letters?limit=1000`, undefined, {
    authorization: `Bearer ${await adminToken()}`,
  });
  return body.letters.map(
    (
      letter: Omit<LetterSeen, 'reason'> & {
        readonly issues?: readonly { readonly details?: { readonly text?: string } }[];
      },
    ) => ({
      id: letter.id,
      kind: letter.kind,
      failure: letter.failure,
      ...(letter.identifier !== undefined && { identifier: letter.identifier }),
      reason: (letter.issues ?? []).flatMap((issue) => issue.details?.text ?? []).join(' '),
    }),
  );
}

/** Every page of a search or a history, straight from HAPI. */
async function everything(base: string, path: string): Promise<readonly fhir4.FhirResource[]> {
  const found: fhir4.FhirResource[] = [];
  let url: string | undefined = `${base}/${path}`;
  while (url !== undefined) {
    const { status, body } = await request('GET', url, undefined, { 'cache-control': 'no-cache' });
    if (status !== 200) throw new Error(`HAPI answered ${status} to ${url}`);
    const page = body as fhir4.Bundle<fhir4.FhirResource>;
    found.push(...(page.entry ?? []).flatMap(({ resource }) => resource ?? []));
    url = page.link?.find(({ relation }) => relation === 'next')?.url;
  }
  return found;
}

const ROOTS: Readonly<Record<ConceptSent, { readonly type: string; readonly system: string }>> = {
  'care-circle': { type: 'CareTeam', system: IDENTIFIERS.careCircle(CENTRE) },
  consent: { type: 'Consent', system: IDENTIFIERS.consent(CENTRE) },
  'action-plan': { type: 'CarePlan', system: IDENTIFIERS.actionPlan(CENTRE) },
  'service-referral': { type: 'ServiceRequest', system: IDENTIFIERS.request(CENTRE) },
};

/** What HAPI holds of everything that was sent, with every version that it has had. */
export async function recordSeen(api: Api & Pick<World, 'stack'>, sent: readonly SentVersion[]): Promise<RecordSeen> {
  const base = api.stack.hapi.url;
  const provenances = (await everything(base, `Provenance?_count=${PAGE}`)).flatMap((it) =>
    it.resourceType === 'Provenance' ? [it] : [],
  );
  const noted = notedOn(provenances);
  const roots: RootSeen[] = [];
  for (const [concept, { type, system }] of Object.entries(ROOTS) as [ConceptSent, (typeof ROOTS)[ConceptSent]][]) {
    const ids = [...new Set(sent.filter((it) => it.concept === concept).map(({ id }) => id))];
    const histories = historiesBy(await everything(base, `${type}/_history?_count=${PAGE}`), system);
    const seen = await fewAtOnce(ids, async (id): Promise<RootSeen> => {
      const bearing = histories.get(id) ?? new Map<string, readonly fhir4.FhirResource[]>();
      const { status, body } = await asCentre(api, pathOf({ concept, id }));
      return {
        concept,
        id,
        resources: bearing.size,
        versions: [...bearing.values()].flat().flatMap((resource) => versionIn(resource) ?? []),
        noted: [...bearing.keys()].reduce((sum, reference) => sum + revisionsIn(noted.get(reference)), 0),
        ...(status === 200 && { held: body }),
      };
    });
    roots.push(...seen);
  }
  return { roots, tasks: await tasksSeen(base, noted), children: await childrenSeen(base) };
}

type Noted = ReadonlyMap<string, readonly NotedSeen[]>;

/** What was noted about each resource: the activity of each Provenance that targets it. */
function notedOn(provenances: readonly fhir4.Provenance[]): Noted {
  const noted = new Map<string, NotedSeen[]>();
  for (const { target, activity, occurredDateTime = '' } of provenances)
    for (const { reference = '' } of target) {
      const about = reference.split('/').slice(0, 2).join('/');
      const what = activity?.coding?.[0]?.code ?? '';
      noted.set(about, [...(noted.get(about) ?? []), { what, happenedAt: occurredDateTime }]);
    }
  return noted;
}

const revisionsIn = (noted: readonly NotedSeen[] = []): number =>
  noted.filter(({ what }) => what === 'CREATE' || what === 'UPDATE').length;

/** By business identifier, then by resource: its versions, oldest first. */
function historiesBy(versions: readonly fhir4.FhirResource[], system: string) {
  const histories = new Map<string, Map<string, readonly fhir4.FhirResource[]>>();
  const inOrder = [...versions].sort((a, b) => Number(a.meta?.versionId ?? 0) - Number(b.meta?.versionId ?? 0));
  for (const resource of inOrder) {
    const value = identifiersIn(resource).find((it) => it.system === system)?.value;
    if (value === undefined) continue;
    const bearing = histories.get(value) ?? new Map<string, readonly fhir4.FhirResource[]>();
    const reference = `${resource.resourceType}/${resource.id}`;
    bearing.set(reference, [...(bearing.get(reference) ?? []), resource]);
    histories.set(value, bearing);
  }
  return histories;
}

const identifiersIn = (resource: fhir4.FhirResource): readonly fhir4.Identifier[] =>
  'identifier' in resource && Array.isArray(resource.identifier) ? (resource.identifier as fhir4.Identifier[]) : [];

function versionIn(resource: fhir4.FhirResource): number | undefined {
  const extensions = 'extension' in resource ? (resource.extension ?? []) : [];
  const revision = extensions.find(({ url }) => url === EXTENSIONS.revision);
  return revision?.extension?.find(({ url }) => url === 'version')?.valuePositiveInt;
}

async function tasksSeen(base: string, noted: Noted): Promise<readonly TaskSeen[]> {
  const histories = historiesBy(await everything(base, `Task/_history?_count=${PAGE}`), IDENTIFIERS.task);
  return [...histories].flatMap(([number, bearing]): readonly TaskSeen[] => {
    const versions = [...bearing.values()].flat().flatMap((it) => (it.resourceType === 'Task' ? [it] : []));
    const last = versions.at(-1);
    if (last === undefined) return [];
    return [
      {
        number,
        request: last.groupIdentifier?.value ?? '',
        partner: last.owner?.identifier?.value ?? '',
        resources: bearing.size,
        statuses: versions.map(({ status }) => status),
        stopAsked: last.businessStatus?.coding?.some(({ code }) => code === 'cancel-requested') ?? false,
        noted: [...bearing.keys()].flatMap((reference) => noted.get(reference) ?? []),
      },
    ];
  });
}

async function childrenSeen(base: string): Promise<RecordSeen['children']> {
  const system = IDENTIFIERS.child(CENTRE);
  const counts: Record<string, number> = {};
  for (const patient of await everything(base, `Patient?_count=${PAGE}&_elements=identifier`)) {
    const child = identifiersIn(patient).find((it) => it.system === system)?.value;
    if (child !== undefined) counts[child] = (counts[child] ?? 0) + 1;
  }
  return counts;
}

interface LogThere {
  readonly received: readonly { readonly messageId: { readonly value: string }; readonly bundle: unknown }[];
}
interface TasksThere {
  readonly tasks: readonly (Omit<CaseSeen, 'number' | 'mark'> & {
    readonly identifier: { readonly value: string };
    readonly request?: { readonly text: string };
  })[];
}

/** A partner's own log and what it holds. */
export async function partnerSeen({
  id,
  manner,
  controlUrl,
}: Pick<ChaosPartner, 'id' | 'manner' | 'controlUrl'>): Promise<PartnerSeen> {
  const log = (await request('GET', `${controlUrl}/log`, undefined, {})).body as LogThere;
  const { tasks } = (await request('GET', `${controlUrl}/tasks`, undefined, {})).body as TasksThere;
  const numbers = tasks.map(({ identifier }) => identifier.value);
  return {
    id,
    manner,
    received: log.received.map(({ messageId, bundle }): MessageSeen => {
      const text = JSON.stringify(bundle);
      const number = numbers.find((value) => text.includes(value));
      return { messageId: messageId.value, ...markIn(text), ...(number !== undefined && { number }) };
    }),
    cases: tasks.map(({ identifier, request: asked, status, withdrawn, stopAsked, answers }) => ({
      number: identifier.value,
      ...markIn(asked?.text ?? ''),
      ...{ status, withdrawn, stopAsked },
      answers: answers.map(({ act, result }) => ({ act, result })),
    })),
  };
}

function markIn(text: string): Pick<CaseSeen, 'mark'> {
  const [, id, version] = MARK.exec(text) ?? [];
  return id === undefined ? {} : { mark: { id, version: Number(version) } };
}
