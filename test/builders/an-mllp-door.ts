import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import type { AccessSettings } from '../../gateway/access/access-settings.ts';
import type { MllpSettings } from '../../gateway/doors/mllp/mllp-settings.ts';
import { startMllpDoor } from '../../gateway/doors/mllp/start-mllp-door.ts';
import type { Hearing } from '../../gateway/hearing/hear.ts';
import { type Partner, registryFrom } from '../../gateway/registry.ts';
import { aCertificate, anAuthority } from './a-certificate.ts';
import { aCentre, aV2Partner } from './a-registry.ts';
import { type ASender, aSender } from './an-mllp-peer.ts';
import { keptLog } from './quiet-log.ts';

const LIMITS = { frameMaxBytes: 2_000, frameMs: 5_000, idleMs: 5_000, strayMaxBytes: 64, waitingMax: 4 };

export interface AMllpDoorSetting {
  readonly hear?: (partner: Partner, text: string) => Promise<unknown>;
  readonly partners?: readonly Partner[];
  /** Those that the access file lists, now. */
  readonly clients?: () => AccessSettings['clients'];
  readonly settings?: Partial<Omit<MllpSettings, 'limits'>>;
  readonly limits?: Partial<MllpSettings['limits']>;
}

/** The MLLP door on a free port, with a hearing of the test's own. */
export async function anMllpDoor({
  hear = async () => undefined,
  partners = [aV2Partner()],
  clients = () => [],
  settings,
  limits,
}: AMllpDoorSetting = {}) {
  const heard: string[] = [];
  const called: ASender[] = [];
  const { log, text: logged } = keptLog();
  const hearing: Hearing = {
    async hear(partner, message) {
      if (message.form !== 'hl7v2') throw new Error('not HL7 v2');
      heard.push(message.text);
      await hear(partner, message.text);
      return { messageId: 'm', exchanges: [], issues: [] };
    },
  };
  let ids = 0;
  const door = await startMllpDoor({
    settings: {
      port: 0,
      host: '127.0.0.1',
      connectionsMax: 10,
      connectionsOfOneMax: 8,
      handshakeMs: 5_000,
      handshakesMax: 10,
      hearMaxMs: 5_000,
      ...settings,
      limits: { ...LIMITS, ...limits },
    },
    hearing,
    registry: registryFrom({ centres: [aCentre()], partners }),
    access: () => ({
      audience: 'a',
      issuers: [],
      tokenLifeMaxSeconds: 60,
      listedOnly: [],
      professionals: [],
      clients: clients(),
    }),
    newId: () => {
      ids += 1;
      return `0b0e7c3e-0000-5000-8000-${String(ids).padStart(12, '0')}`;
    },
    now: () => new Date('2026-03-03T15:15:00Z'),
    log,
  });
  const port = Number(new URL(door.url).port);
  const call = async (tls?: ConnectionOptions): Promise<ASender> => {
    const sender = await aSender(port, tls);
    called.push(sender);
    return sender;
  };
  const close = async (): Promise<void> => {
    for (const { socket } of called) socket.destroy();
    await door.stop();
  };
  return { door, heard, logged, call, close };
}

/** An authority whose certificates the door wants of its callers: the settings for it, and what a caller of a name presents. */
export function withCertificates() {
  const authority = anAuthority();
  const folder = mkdtempSync(join(tmpdir(), 'mllp-door-'));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const ours = aCertificate(authority, 'passerelle.example');
  const tls: MllpSettings['tls'] = {
    certificate: file('ours.pem', ours.certificate),
    key: file('ours.key', ours.key),
    clientAuthority: file('authority.pem', authority.certificate),
  };
  const as = (name: string, by = authority, until?: string) => {
    const { certificate: cert, key } = aCertificate(by, name, until);
    return { ca: authority.certificate, cert, key };
  };
  return { authority, tls, as, remove: () => rmSync(folder, { recursive: true }) };
}
