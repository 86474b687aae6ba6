import type { HandshakeLimits } from './bound-handshakes.ts';
import type { ConnectionLimits } from './mllp-connection.ts';
import { isLoopback } from './sending-partner.ts';

/** Where the door is, who may come, and what it may cost. */
export interface MllpSettings extends HandshakeLimits {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Paths of PEM files; without them the connection is plain. */
  readonly tls?: {
    readonly certificate: string;
    readonly key: string;
    /** Who signs the certificates that partners must present; absent: partners are known by their addresses. */
    readonly clientAuthority?: string;
  };
  /** Connections of partners, over all of them; one is a partner’s once its certificate or address was seen to be. */
  readonly connectionsMax: number;
  readonly connectionsOfOneMax: number;
  /** How long a sender waits for its acknowledgement before it is told to send again. */
  readonly hearMaxMs: number;
  readonly limits: ConnectionLimits;
}

type Name =
  | 'MLLP_PORT'
  | 'MLLP_HOST'
  | 'MLLP_CERTIFICATE'
  | 'MLLP_KEY'
  | 'MLLP_CLIENT_AUTHORITY'
  | 'MLLP_PLAIN'
  | 'MLLP_FRAME_MAX_BYTES'
  | 'MLLP_IDLE_MS'
  | 'MLLP_CONNECTIONS_MAX';

/** The settings as text or number, and where what is wrong with them is noted. */
export interface MllpSettingsReader {
  readonly text: (name: Name) => string;
  readonly number: (name: Name, least?: number) => number;
  readonly wrong: string[];
}

const CONNECTIONS_OF_ONE_MAX = 8;
const HANDSHAKE_MS = 10_000;
const HANDSHAKES_MAX = 64;
const HEAR_MAX_MS = 20_000;
const FRAME_MS = 30_000;
const STRAY_MAX_BYTES = 1_024;
const WAITING_MAX = 16;

/** The door's settings, none while MLLP_PORT is empty. Beyond this machine it takes a certificate, or a plain «yes» for a site's own VPN. */
export function mllpSettings({ text, number, wrong }: MllpSettingsReader): { readonly mllp?: MllpSettings } {
  if (text('MLLP_PORT') === '') return {};
  const [certificate, key] = [text('MLLP_CERTIFICATE'), text('MLLP_KEY')];
  const clientAuthority = text('MLLP_CLIENT_AUTHORITY');
  const host = text('MLLP_HOST');
  const plain = text('MLLP_PLAIN');
  if ((certificate === '') !== (key === '')) wrong.push('MLLP_CERTIFICATE and MLLP_KEY go together');
  if (clientAuthority !== '' && certificate === '') wrong.push('MLLP_CLIENT_AUTHORITY needs MLLP_CERTIFICATE');
  if (plain !== 'yes' && plain !== 'no') wrong.push('MLLP_PLAIN must be yes or no');
  if (certificate === '' && plain !== 'yes' && !isLoopback(host))
    wrong.push('MLLP_HOST is beyond this machine: give MLLP_CERTIFICATE and MLLP_KEY, or MLLP_PLAIN=yes inside a VPN');
  return {
    mllp: {
      port: number('MLLP_PORT', 0),
      host,
      ...(certificate !== '' && { tls: { certificate, key, ...(clientAuthority !== '' && { clientAuthority }) } }),
      connectionsMax: number('MLLP_CONNECTIONS_MAX'),
      connectionsOfOneMax: CONNECTIONS_OF_ONE_MAX,
      handshakeMs: HANDSHAKE_MS,
      handshakesMax: HANDSHAKES_MAX,
      hearMaxMs: HEAR_MAX_MS,
      limits: {
        frameMaxBytes: number('MLLP_FRAME_MAX_BYTES', 1_000),
        frameMs: FRAME_MS,
        idleMs: number('MLLP_IDLE_MS', 1_000),
        strayMaxBytes: STRAY_MAX_BYTES,
        waitingMax: WAITING_MAX,
      },
    },
  };
}
