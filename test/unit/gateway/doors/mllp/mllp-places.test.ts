import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import type { MllpSettings } from '../../../../../gateway/doors/mllp/mllp-settings.ts';
import { aV2Partner } from '../../../../builders/a-registry.ts';
import { anMllpDoor, withCertificates } from '../../../../builders/an-mllp-door.ts';
import { aV2Message, block, fieldOf } from '../../../../builders/an-mllp-peer.ts';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (let close = opened.pop(); close !== undefined; close = opened.pop()) await close();
});

/** A door that wants certificates, few places, and room for few handshakes. */
async function aDoor(settings: Partial<Omit<MllpSettings, 'limits'>> = {}) {
  const { tls, as, remove } = withCertificates();
  opened.push(remove);
  const partners = ['his', 'lab'].map((name) =>
    aV2Partner({ id: name, hl7v2: { application: name, facility: 'HOPITAL', certificateName: `${name}.example` } }),
  );
  const it = await anMllpDoor({ partners, settings: { tls, connectionsMax: 4, handshakesMax: 4, ...settings } });
  opened.push(it.close);
  const port = Number(new URL(it.door.url).port);
  /** Whoever reaches the port and shows no certificate; any address of 127.0.0.0/8 is this machine. */
  const stranger = async (localAddress = '127.0.0.1'): Promise<Socket> => {
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    socket.on('error', () => undefined);
    opened.push(() => socket.destroy());
    await once(socket, 'connect');
    return socket;
  };
  return { ...it, as, stranger };
}

const isHeard = async ({ call, as }: Awaited<ReturnType<typeof aDoor>>, application = 'his'): Promise<void> => {
  const partner = await call({ ...as(`${application}.example`) });
  partner.write(block(aV2Message({ application })));
  expect(fieldOf(await partner.answer(), 'MSA', 1)).toBe('CA');
};
/** Once what was sent before has come through. */
const settled = () => wait(100);

test('connections without a handshake take nobody’s place: a partner gets in while more of them are open than there are places', async () => {
  const door = await aDoor();
  for (let nth = 0; nth < 20; nth += 1) await door.stranger();
  await isHeard(door);
});

test('too many handshakes from one address push out their own, not that of another', async () => {
  const { stranger, logged } = await aDoor();
  const slow = await stranger('127.0.0.2');
  const many: Socket[] = [];
  for (let nth = 0; nth < 12; nth += 1) many.push(await stranger('127.0.0.3'));
  while (many.filter(({ destroyed }) => destroyed).length < 9) await wait(10);
  await settled();
  expect(slow.destroyed).toBe(false);
  // The newest are let try; they cost no more than the room for handshakes.
  expect(many.map(({ destroyed }) => destroyed)).toEqual([...Array(9).fill(true), ...Array(3).fill(false)]);
  expect(logged()).toContain('too-many-handshakes');
});

test('a handshake that is not finished in time ends, however often a byte of it comes', async () => {
  const { stranger } = await aDoor({ handshakeMs: 200 });
  const [silent, slow] = [await stranger(), await stranger()];
  // A record of TLS that promises four kilobytes.
  slow.write(Buffer.from([0x16, 0x03, 0x01, 0x10, 0x00]));
  const drip = setInterval(() => slow.write('\x01'), 20);
  opened.push(() => clearInterval(drip));
  // Whoever writes when it ends may be told so by a reset.
  await Promise.all([silent, slow].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
});

test('a door that closes does not wait for handshakes', async () => {
  const { stranger, door } = await aDoor();
  await stranger();
  const from = performance.now();
  await door.stop();
  expect(performance.now() - from).toBeLessThan(2_000);
});

test('places are for partners: so many at once and no more, and one that leaves makes room', async () => {
  const door = await aDoor({ connectionsMax: 2 });
  const first = await door.call(door.as('his.example'));
  await isHeard(door, 'lab');
  await expect(isHeard(door)).rejects.toThrow('ended without an answer');
  first.socket.destroy();
  await first.closed;
  await settled();
  await isHeard(door);
});
