import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Config, readConfig } from '../gateway/config.ts';
import { closer } from '../gateway/process/closer.ts';
import { type Registry, readRegistry } from '../gateway/registry.ts';
import { IDENTIFIERS } from '../mappings/domain/systems.ts';
import { localIssuer } from '../sandbox/access/local-issuer.ts';
import { startStack } from '../sandbox/launcher/start-stack.ts';
import { SANDBOX_REGISTRY } from '../sandbox/sandbox-registry.ts';
import { CENTRE, CHILDREN } from './children-read.ts';

/** What gateways are started on, and who asks them. */
export interface Ground {
  readonly config: Config;
  readonly registry: Registry;
  /** Ids in the record of children whom the centre knows. */
  patients(): Promise<readonly string[]>;
  token(): Promise<string>;
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 10_000;

/** A real Redis, and in HAPI’s place a server that gives a child’s record after so long: what is then added is ours and the disk’s alone. */
export async function groundWithStandIn(recordMs: number, say: (line: string) => void): Promise<Ground> {
  const closing = closer({ withinMs: STOP_WITHIN_MS });
  try {
    const record = await standIn(recordMs);
    closing.add(() => stopped(record));
    const hapiUrl = `http://127.0.0.1:${(record.address() as AddressInfo).port}/fhir`;
    const stack = await startStack({ say, language: 'en', env: { ...process.env, HAPI_URL: hapiUrl } });
    closing.add(() => stack.stop());
    const issuer = await localIssuer();
    closing.add(() => issuer.stop());
    const config = readConfig({
      PORT: '0',
      HAPI_URL: hapiUrl,
      REDIS_URL: stack.redis.url,
      SEALING_KEYS: `bench:${randomBytes(32).toString('base64')}`,
      ...issuer.settings,
    });
    return {
      config,
      registry: readRegistry(SANDBOX_REGISTRY),
      patients: async () => Array.from({ length: CHILDREN }, (_, nth) => `${nth}`),
      token: () => issuer.token({ centre: CENTRE }),
      stop: closing.close,
    };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function standIn(recordMs: number): Promise<Server> {
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(Buffer.from(chunk));
    const path = req.url ?? '';
    const asked = new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('_id');
    const id = asked ?? path.split('/').at(-1) ?? '';
    const answer = path.includes('/metadata')
      ? { resourceType: 'CapabilityStatement', status: 'active', fhirVersion: '4.0.1' }
      : asked === null
        ? patient(id)
        : recordOf(id);
    if (!path.includes('/metadata')) await wait(recordMs);
    res.writeHead(200, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

const stopped = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const patient = (id: string) => ({
  resourceType: 'Patient',
  id,
  meta: { versionId: '1' },
  identifier: [{ system: IDENTIFIERS.child(CENTRE), value: `child-${id}` }],
});

const ALONG = {
  RelatedPerson: IDENTIFIERS.member,
  CareTeam: IDENTIFIERS.careCircle,
  CarePlan: IDENTIFIERS.actionPlan,
  Goal: IDENTIFIERS.goal,
  ServiceRequest: IDENTIFIERS.request,
} as const;

/** As much as the bench’s own children have. */
const recordOf = (id: string) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: [
    { resource: patient(id), search: { mode: 'match' } },
    ...Object.entries(ALONG).map(([resourceType, system]) => ({
      resource: {
        resourceType,
        id: `${resourceType}-${id}`,
        meta: { versionId: '1' },
        identifier: [{ system: system(CENTRE), value: id }],
        subject: { reference: `Patient/${id}`, identifier: patient(id).identifier[0] },
        note: [{ text: 'x'.repeat(400) }],
      },
      search: { mode: 'include' },
    })),
  ],
});
