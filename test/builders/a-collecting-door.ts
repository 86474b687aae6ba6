import { randomBytes } from 'node:crypto';
import { scopesIn } from '../../gateway/access/scopes.ts';
import type { Disclosure } from '../../gateway/audit/disclosure-event.ts';
import { taskCursors } from '../../gateway/doors/http/task-cursor.ts';
import { sealWith } from '../../gateway/lanes/sealing.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { type Centre, type Partner, registryFrom } from '../../gateway/registry.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { SCOPES } from '../../sandbox/access/token-source.ts';
import { aMother, aPatient } from './a-patient.ts';
import { aCentre, aPartner } from './a-registry.ts';
import { anAgreementWith, aRevision, aSafeContact, aServiceRequest } from './a-service-request.ts';
import { aTask, ownedBy } from './a-task.ts';
import { type AnApp, anApp } from './an-app.ts';
import { collecting } from './collecting.ts';
import { memoryRecord } from './memory-record.ts';

export const COLLECTS = 'clsc-releve';
const { endpoint: _endpoint, ...poller } = aPartner({ id: COLLECTS, transport: 'fhir-poll' });

/** The pairwise number of the nth Task. */
export const numberOf = (nth: number): string => `a1b2c3d4-0000-5000-8000-${String(nth).padStart(12, '0')}`;

/** The nth Task of the partner that collects, and its request; the family agreed to it, or did not. The later nth changed later. */
export function aTaskToCollect(
  nth: number,
  { agreed = true, task = {}, letters = [] }: Collectable = {},
): readonly fhir4.FhirResource[] {
  const instant = new Date(Date.parse('2026-03-02T15:00:00.000Z') + nth * 1000).toISOString();
  return [
    {
      ...aTask({ owner: ownedBy(COLLECTS) }),
      id: `task-${nth}`,
      meta: { versionId: '1', lastUpdated: instant },
      identifier: [{ system: IDENTIFIERS.task, value: numberOf(nth) }],
      focus: { reference: `ServiceRequest/request-${nth}` },
      ...task,
    },
    {
      ...aServiceRequest({
        performer: [ownedBy(COLLECTS)],
        extension: [aRevision(4), aSafeContact(), ...(agreed ? [anAgreementWith(COLLECTS)] : [])],
      }),
      id: `request-${nth}`,
    },
    ...letters,
  ];
}

interface Collectable {
  readonly agreed?: boolean;
  readonly task?: Partial<fhir4.Task>;
  readonly letters?: readonly fhir4.DocumentReference[];
}

/** A letter that goes along with the nth Task, and the Task that names it. */
export const aLetterGoingWith = (nth: number): Required<Pick<Collectable, 'task' | 'letters'>> => ({
  task: { extension: [{ url: EXTENSIONS.letterAlong, valueString: `lettre-${nth}|1` }] },
  letters: [
    {
      resourceType: 'DocumentReference',
      id: `letter-${nth}`,
      extension: [aRevision(1)],
      identifier: [{ system: IDENTIFIERS.letter('verdun'), value: `lettre-${nth}` }],
      status: 'current',
      subject: { identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' } },
      description: 'Un rapport',
      content: [{ attachment: { contentType: 'text/plain', data: 'Qm9uam91cg==' } }],
      context: { related: [{ reference: `Task/task-${nth}` }] },
    },
  ],
});

interface Door {
  /** What each search of the record takes. */
  readonly searchMs?: number;
  readonly centre?: Partial<Centre>;
  /** Who collects, where it is not `COLLECTS`. */
  readonly partner?: Partial<Partner>;
  /** What its token lets it do. */
  readonly scopes?: string;
  /** Whether something acknowledged bears on what is looked at. */
  readonly held?: () => boolean;
  readonly onAudit?: () => void;
  readonly onClock?: (moments: { pass(ms: number): void }) => void;
}

/** The door where a partner collects, over these resources; its clock stands still but for what the searches take. */
export async function aCollectingDoor(
  resources: readonly fhir4.FhirResource[],
  { searchMs = 0, centre = {}, partner = {}, scopes = SCOPES.partner, held = () => false, onAudit, onClock }: Door = {},
) {
  let passedMs = 0;
  onClock?.({
    pass: (ms) => {
      passedMs += ms;
    },
  });
  const now = () => new Date(Date.parse('2026-03-10T15:00:00Z') + passedMs);
  const collects = { ...poller, ...partner };
  const registry = registryFrom({ centres: [aCentre(centre), aCentre({ id: 'vanier' })], partners: [collects] });
  const record = memoryRecord([...resources, aPatient(), aMother()]);
  const asWritten = new Map(resources.map((it) => [`${it.resourceType}/${it.id}`, it.meta]));
  const searches: string[] = [];
  const store: FhirStore = {
    ...record,
    search: async (type, params) => {
      passedMs += searchMs;
      searches.push(type);
      const { _lastUpdated: since = '', ...asked } = params;
      const found = await record.search(type, asked);
      return found
        .map((it) => ({ ...it, meta: { ...it.meta, ...asWritten.get(`${it.resourceType}/${it.id}`) } }))
        .filter(({ meta }) => since === '' || `ge${meta.lastUpdated}` >= String(since));
    },
  };
  const audited: Disclosure[] = [];
  const audit = {
    disclosure: async (one: Disclosure) => {
      audited.push(one);
      onAudit?.();
    },
    mayHaveLeft: async () => false,
  };
  const holds = { bearOn: async () => held() };
  const cursors = taskCursors({ seal: sealWith([{ id: 'k', key: randomBytes(32) }]), now });
  const { reads, accepted, shelf } = collecting({ store, registry, audit, holds, now }, cursors);
  const app = await anApp(
    { '/fhir': reads },
    {
      caller: { kind: 'partner', id: collects.id, scopes: scopesIn(scopes) },
    },
  );
  /** The record changes: what stands there is of this moment. */
  const put = async (resource: fhir4.FhirResource & { readonly id: string }): Promise<void> => {
    passedMs += 1;
    const place = `${resource.resourceType}/${resource.id}`;
    const versionId = `${Number(asWritten.get(place)?.versionId ?? 0) + 1}`;
    asWritten.set(place, { ...resource.meta, versionId, lastUpdated: now().toISOString() });
    await record.put(resource);
  };
  return { app, audited, accepted, searches, put, read: record.read, loseRedis: shelf.lose };
}

/** Every page of a list, each as it came. */
export async function pagesFrom({ call }: AnApp, path: string, pagesMax = 20) {
  const pages: { readonly text: string; readonly ids: readonly string[]; readonly next: string | undefined }[] = [];
  let next: string | undefined = path;
  while (next !== undefined && pages.length < pagesMax) {
    const { text, body } = await call('GET', next);
    const url: string | undefined = body.link.find(({ relation }: fhir4.BundleLink) => relation === 'next')?.url;
    next = url?.replace(/^https?:\/\/[^/]+/, '');
    pages.push({ text, ids: body.entry.map(({ resource }: fhir4.BundleEntry) => resource?.id), next });
  }
  return pages;
}
