import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import type { Logger } from 'pino';
import type { AccessSettings } from '../../access/access-settings.ts';
import { isPartnerStopped } from '../../access/partner-stopped.ts';
import { GatewayError } from '../../failures.ts';
import type { Hearing } from '../../hearing/hear.ts';
import type { Partner, Registry } from '../../registry.ts';
import { answerMessage } from './answer-message.ts';
import { boundHandshakes } from './bound-handshakes.ts';
import { type MllpConnection, mllpConnection } from './mllp-connection.ts';
import type { MllpSettings } from './mllp-settings.ts';
import { type Caller, partnersOn } from './sending-partner.ts';

export interface MllpDoorDeps {
  readonly settings: MllpSettings;
  readonly hearing: Hearing;
  readonly registry: Registry;
  /** As the access file says now. */
  readonly access: () => AccessSettings;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface MllpDoor {
  /** `mllp://host:port` or `mllps://host:port`, with the port that was taken. */
  readonly url: string;
  /** Hears no more, answers what is being heard, closes. */
  stop(): Promise<void>;
}

/**
 * Opens the door for HL7 v2 over MLLP. Throws GatewayError `internal` when a certificate cannot be read, or the error of the system when
 * the port cannot be had.
 */
export async function startMllpDoor(deps: MllpDoorDeps): Promise<MllpDoor> {
  const { settings, log } = deps;
  const open = new Map<Socket, MllpConnection>();
  const callers = new Map<string, number>();

  const welcome = (socket: Socket): void => {
    const caller = callerOf(socket);
    const key = caller.certificateNames?.[0] ?? caller.address;
    const already = callers.get(key) ?? 0;
    // Asked at each message: whoever is shut out meanwhile is heard no more.
    const allowed = (): readonly Partner[] =>
      partnersOn(deps.registry, caller).filter(({ id }) => !isPartnerStopped(id, deps.access(), deps.now()));
    const isUnknown = allowed().length === 0;
    if (isUnknown || already >= settings.connectionsOfOneMax || open.size >= settings.connectionsMax) {
      log.warn({ why: isUnknown ? 'unknown-caller' : 'too-many-connections' }, 'connection refused');
      socket.on('error', () => undefined).destroy();
      return;
    }
    callers.set(key, already + 1);
    const { limits, hearMaxMs } = settings;
    const answer = answerMessage({ ...deps, allowed, hearMaxMs, frameMaxBytes: limits.frameMaxBytes });
    open.set(socket, mllpConnection(socket, { limits, answer, log }));
    socket.once('close', () => {
      open.delete(socket);
      const left = (callers.get(key) ?? 1) - 1;
      if (left > 0) callers.set(key, left);
      else callers.delete(key);
    });
  };

  const { server, cutHandshakes } = serverFor(settings, welcome, log);
  await listening(server, settings);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  const url = `${settings.tls === undefined ? 'mllp' : 'mllps'}://${settings.host}:${port}`;
  log.info({ url }, 'MLLP door is open');
  return {
    url,
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      cutHandshakes();
      await Promise.all([...open.values()].map((connection) => connection.stop()));
      await closed;
    },
  };
}

function serverFor(
  { tls, ...limits }: MllpSettings,
  welcome: (socket: Socket) => void,
  log: Logger,
): { readonly server: Server; readonly cutHandshakes: () => void } {
  // A sender may close its side and still wait for the acknowledgement.
  const options = { allowHalfOpen: true, noDelay: true };
  if (tls === undefined) return { server: createServer(options, welcome), cutHandshakes: () => undefined };
  const { clientAuthority } = tls;
  const server = createTlsServer(
    {
      ...options,
      minVersion: 'TLSv1.2',
      cert: pem(tls.certificate),
      key: pem(tls.key),
      ...(clientAuthority !== undefined && {
        ca: pem(clientAuthority),
        requestCert: true,
        rejectUnauthorized: true,
      }),
    },
    welcome,
  );
  server.on('tlsClientError', (error) => log.warn({ error: codeOf(error) }, 'TLS handshake failed'));
  return { server, cutHandshakes: boundHandshakes(server, limits, log).cutAll };
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : error.name);

function pem(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new GatewayError('internal', `cannot read the PEM file ${path}`, { cause });
  }
}

function callerOf(socket: Socket): Caller {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return isTls(socket) && socket.authorized ? { address, certificateNames: namesIn(socket) } : { address };
}

const isTls = (socket: Socket): socket is TLSSocket => 'encrypted' in socket && socket.encrypted === true;

/** The subject's common name, and the DNS names of its subjectAltName. */
function namesIn(socket: TLSSocket): readonly string[] {
  const { subject, subjectaltname = '' } = socket.getPeerCertificate();
  const alternatives = subjectaltname.split(', ').flatMap((name) => (name.startsWith('DNS:') ? [name.slice(4)] : []));
  return [subject?.CN, ...alternatives].flat().filter((name) => name !== undefined);
}

const listening = (server: Server, { port, host }: MllpSettings): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
