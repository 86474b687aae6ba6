import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AccessSettings } from '../../../../../gateway/access/access-settings.ts';
import { type FailureKind, GatewayError } from '../../../../../gateway/failures.ts';
import { anAuthority } from '../../../../builders/a-certificate.ts';
import { aV2Partner } from '../../../../builders/a-registry.ts';
import { type AMllpDoorSetting, anMllpDoor, withCertificates } from '../../../../builders/an-mllp-door.ts';
import { type ASender, aV2Message, block, fieldOf } from '../../../../builders/an-mllp-peer.ts';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (let close = opened.pop(); close !== undefined; close = opened.pop()) await close();
});

const aDoor = async (setting?: AMllpDoorSetting) => {
  const door = await anMllpDoor(setting);
  opened.push(door.close);
  return door;
};

/** MSA-1 and MSA-2 of an acknowledgement. */
const saidIn = (answer: string) => [fieldOf(answer, 'MSA', 1), fieldOf(answer, 'MSA', 2)];
const idsIn = (messages: readonly string[]) => messages.map((message) => fieldOf(message, 'MSH', 10));
/** A thing that the test lets happen when it will. */
function gate() {
  let open = (): void => undefined;
  const opening = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opening, open };
}

test('a message is heard, and acknowledged only when that has returned', async () => {
  const durable = gate();
  const { call, heard } = await aDoor({
    hear: async (_, text) => void (text.includes('|M-1|') && (await durable.opening)),
  });
  const [sender, another] = [await call(), await call()];
  sender.write(block(aV2Message({ id: 'M-1' })));
  another.write(block(aV2Message({ id: 'M-2' })));
  expect(saidIn(await another.answer())).toEqual(['CA', 'M-2']);
  expect([idsIn(heard), sender.answers()]).toEqual([['M-1', 'M-2'], []]);
  durable.open();
  expect(saidIn(await sender.answer())).toEqual(['CA', 'M-1']);
});

test('a site that knows only the original mode is answered in it', async () => {
  const { call } = await aDoor();
  const sender = await call();
  sender.write(block(aV2Message({ id: 'M-1', mode: 'original', type: 'SIU^S12' })));
  expect(saidIn(await sender.answer())).toEqual(['AA', 'M-1']);
});

test.each([
  ['invalidInput', 'CE', 'AE'],
  ['notFound', 'CE', 'AE'],
  ['destroyed', 'CE', 'AE'],
  ['forbidden', 'CR', 'AR'],
  ['unavailable', 'CE', 'AR'],
  ['recordFailed', 'CE', 'AR'],
  ['internal', 'CE', 'AR'],
] as const)(
  '%s is answered %s, in the original mode %s: never accepted, never silence',
  async (kind: FailureKind, enhanced, original) => {
    const { call } = await aDoor({ hear: () => Promise.reject(new GatewayError(kind, 'for the log only')) });
    const sender = await call();
    sender.write(Buffer.concat([block(aV2Message({ id: 'a' })), block(aV2Message({ id: 'b', mode: 'original' }))]));
    const answers = [await sender.answer(), await sender.answer()];
    expect(answers.map(saidIn)).toEqual([
      [enhanced, 'a'],
      [original, 'b'],
    ]);
    expect(answers.join()).not.toContain('for the log only');
    const isAskedAgain = answers.map((answer) => answer.includes('Send it again'));
    expect(isAskedAgain).toEqual(Array(2).fill(!['invalidInput', 'notFound', 'destroyed', 'forbidden'].includes(kind)));
  },
);

test('an error that nobody foresaw asks the sender to send again, and leaves nothing of the message in the log', async () => {
  const { call, logged } = await aDoor({
    hear: () => Promise.reject(new TypeError('Tremblay^Rose of undefined')),
  });
  const sender = await call();
  sender.write(block(aV2Message({ id: 'M-1' })));
  const answer = await sender.answer();
  expect(saidIn(answer)).toEqual(['CE', 'M-1']);
  expect(fieldOf(answer, 'ERR', 3)).toMatch(/^207/);
  expect(logged()).toContain('TypeError');
  expect(logged() + answer).not.toContain('Tremblay');
});

test('what takes too long to be durable is to be sent again; the door goes on', async () => {
  const { call } = await aDoor({
    hear: (_partner, text) => (text.includes('|slow|') ? new Promise(() => undefined) : Promise.resolve()),
    settings: { hearMaxMs: 50 },
  });
  const sender = await call();
  sender.write(Buffer.concat([block(aV2Message({ id: 'slow' })), block(aV2Message({ id: 'next' }))]));
  expect([saidIn(await sender.answer()), saidIn(await sender.answer())]).toEqual([
    ['CE', 'slow'],
    ['CA', 'next'],
  ]);
});

test('five messages in one packet, and one in single bytes, are each heard once and answered in order', async () => {
  const { call, heard } = await aDoor();
  const sender = await call();
  const ids = ['1', '2', '3', '4', '5'];
  sender.write(Buffer.concat(ids.map((id) => block(aV2Message({ id })))));
  for (const byte of block(aV2Message({ id: '6' }))) sender.write(Buffer.from([byte]));
  const answers = [];
  for (const _ of [...ids, '6']) answers.push(saidIn(await sender.answer())[1]);
  expect(answers).toEqual([...ids, '6']);
  expect(idsIn(heard)).toEqual([...ids, '6']);
});

test('more messages than may wait are read no faster than they are heard, and none is lost', async () => {
  const { call, heard } = await aDoor({ limits: { waitingMax: 2 } });
  const sender = await call();
  const ids = Array.from({ length: 60 }, (_, index) => String(index));
  for (const id of ids) sender.write(block(aV2Message({ id })));
  for (const id of ids) expect(saidIn(await sender.answer())).toEqual(['CA', id]);
  expect(idsIn(heard)).toEqual(ids);
});

test('a message of nobody that the registry knows on this connection is refused and not heard', async () => {
  const { call, heard } = await aDoor();
  const sender = await call();
  sender.write(block(aV2Message({ id: 'M-1', facility: 'ELSEWHERE' })));
  const answer = await sender.answer();
  expect(saidIn(answer)).toEqual(['CR', 'M-1']);
  expect(fieldOf(answer, 'ERR', 2)).toMatch(/^MSH\^1\^3/);
  expect(heard).toEqual([]);
});

test('a header that is not for us is rejected, content that cannot be taken is an error; neither asks to send again', async () => {
  const issue = (expression: string) =>
    ({ severity: 'error', code: 'not-supported', expression, text: { fr: 'non', en: 'no' } }) as const;
  const { call } = await aDoor({
    hear: (_partner, text) => {
      const place = text.includes('|header|') ? 'MSH-9.2' : 'PID-7';
      return Promise.reject(new GatewayError('invalidInput', 'no', { issues: [issue(place)] }));
    },
  });
  const sender = await call();
  sender.write(Buffer.concat([block(aV2Message({ id: 'header' })), block(aV2Message({ id: 'content' }))]));
  const answers = [await sender.answer(), await sender.answer()];
  expect(answers.map(saidIn)).toEqual([
    ['CR', 'header'],
    ['CE', 'content'],
  ]);
  expect(answers.map((answer) => fieldOf(answer, 'ERR', 3)?.slice(0, 3))).toEqual(['201', '102']);
});

test('however connections break, whoever sends each message until it is acknowledged has each heard, and none acknowledged that was not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ cut: fc.nat(), pieces: fc.array(fc.nat(), { maxLength: 4 }) }), {
        minLength: 1,
        maxLength: 8,
      }),
      async (breaks) => {
        const { door, call, heard } = await aDoor();
        for (const [nth, { cut, pieces }] of breaks.entries()) {
          const id = `message-${nth}`;
          const bytes = block(aV2Message({ id }));
          // The first try breaks off somewhere, perhaps after the last byte and before the answer.
          const broken = await call();
          broken.socket.end(bytes.subarray(0, cut % (bytes.length + 1)));
          const early = await broken.answer().catch(() => undefined);
          if (early !== undefined) expect(idsIn(heard)).toContain(id);
          const whole = await call();
          let from = 0;
          for (const to of [...pieces.map((piece) => piece % bytes.length), bytes.length].sort((a, b) => a - b)) {
            whole.write(bytes.subarray(from, to));
            from = to;
          }
          expect(saidIn(await whole.answer())).toEqual(['CA', id]);
          whole.socket.destroy();
        }
        // Each once, or twice in a row where the first answer was not waited for; hearing it again changes nothing.
        expect(idsIn(heard).filter((id, index, all) => id !== all[index - 1])).toEqual(
          breaks.map((_, nth) => `message-${nth}`),
        );
        await door.stop();
      },
    ),
    { numRuns: 25 },
  );
});

test('nobody of the registry at an address: the connection is not even opened', async () => {
  const { call } = await aDoor({
    partners: [aV2Partner({ hl7v2: { application: 'HIS', facility: 'HOPITAL', addresses: ['10.1.2.3'] } })],
  });
  const sender = await call();
  sender.write(block(aV2Message()));
  await sender.closed;
  expect(sender.answers()).toEqual([]);
});

test.each([
  ['8859/5', Buffer.from(aV2Message({ charset: '8859/5' }))],
  ['', Buffer.from(aV2Message({ rest: ['PID|1||1||Éloïse'] }), 'latin1')],
  ['UNICODE UTF-8', Buffer.from(aV2Message({ charset: 'UNICODE UTF-8', rest: ['PID|1||1||Éloïse'] }), 'latin1')],
])(
  'what cannot be read in its character set («%s») is refused with the field to repair, and the next message is heard',
  async (_charset, bytes) => {
    const { call, heard } = await aDoor();
    const sender = await call();
    sender.write(Buffer.concat([block(bytes), block(aV2Message({ id: 'next' }))]));
    const [refused, next] = [await sender.answer(), await sender.answer()];
    expect(saidIn(refused)).toEqual(['CR', 'M-1']);
    expect(fieldOf(refused, 'ERR', 2)).toMatch(/^MSH\^1\^18/);
    expect(fieldOf(refused, 'ERR', 3)).toMatch(/^10[23]/);
    expect(saidIn(next)).toEqual(['CA', 'next']);
    expect(idsIn(heard)).toEqual(['next']);
  },
);

test('an empty MSH-18 is read in the set that the registry names for this partner, and the answer can be read there', async () => {
  const { call, heard } = await aDoor({
    partners: [aV2Partner({ hl7v2: { application: 'HIS', facility: 'HOPITAL', charset: '8859/1' } })],
  });
  const sender = await call();
  const text = aV2Message({ rest: ['PID|1||1||Côté^Éloïse'] });
  sender.write(block(Buffer.from(text, 'latin1')));
  expect(saidIn(await sender.answer())).toEqual(['CA', 'M-1']);
  expect(heard).toEqual([text]);
});

test('a block that is no HL7 is refused, and none of it is repeated', async () => {
  const { call } = await aDoor();
  const sender = await call();
  sender.write(block('Rose Tremblay, 514 555-0110'));
  const answer = await sender.answer();
  expect(fieldOf(answer, 'MSA', 1)).toBe('AR');
  expect(answer).not.toContain('Tremblay');
});

test('an over-long message is refused by its number, and the connection ends; another is welcome', async () => {
  const { call, heard } = await aDoor();
  const sender = await call();
  sender.write(
    Buffer.concat([
      block(aV2Message({ id: 'before' })),
      block(aV2Message({ id: 'long', rest: ['NTE|1||'.padEnd(3_000, 'x')] })),
    ]),
  );
  expect(saidIn(await sender.answer())).toEqual(['CA', 'before']);
  expect(saidIn(await sender.answer())).toEqual(['CR', 'long']);
  await sender.closed;
  const again = await call();
  again.write(block(aV2Message({ id: 'after' })));
  expect(saidIn(await again.answer())).toEqual(['CA', 'after']);
  expect(idsIn(heard)).toEqual(['before', 'after']);
});

test('garbage ends the connection once it is too much, after what came before it was answered', async () => {
  const { call, heard } = await aDoor();
  const sender = await call();
  sender.write(Buffer.concat([block(aV2Message({ id: 'good' })), Buffer.alloc(65, 'x')]));
  expect(saidIn(await sender.answer())).toEqual(['CA', 'good']);
  await sender.closed;
  const web = await call();
  web.write(`GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n${'x-header: y\r\n'.repeat(10)}\r\n`);
  await web.closed;
  expect(web.answers()).toEqual([]);
  expect(idsIn(heard)).toEqual(['good']);
});

test('a little garbage between messages does no harm', async () => {
  const { call } = await aDoor();
  const sender = await call();
  for (const id of ['a', 'b', 'c']) {
    sender.write(Buffer.concat([Buffer.alloc(60, '\n'), block(aV2Message({ id }))]));
    expect(saidIn(await sender.answer())).toEqual(['CA', id]);
  }
});

test('a frame that is begun and never finished ends the connection, however often a byte comes', async () => {
  const { call, heard } = await aDoor({ limits: { frameMs: 150 } });
  const sender = await call();
  sender.write('\x0bMSH|');
  const drip = setInterval(() => sender.write('x'), 20);
  await sender.closed;
  clearInterval(drip);
  expect(heard).toEqual([]);
});

test('a connection on which nothing comes any more is closed', async () => {
  const { call } = await aDoor({ limits: { idleMs: 80 } });
  const sender = await call();
  sender.write(block(aV2Message()));
  expect(saidIn(await sender.answer())).toEqual(['CA', 'M-1']);
  await sender.closed;
});

test('a sender that closes its side after its message still gets the answer', async () => {
  const durable = gate();
  const { call } = await aDoor({ hear: () => durable.opening });
  const sender = await call();
  sender.socket.end(block(aV2Message({ id: 'last' })));
  setImmediate(durable.open);
  expect(saidIn(await sender.answer())).toEqual(['CA', 'last']);
  await sender.closed;
});

test('a sender that is cut off in the middle leaves nothing behind: sent again, it is heard once', async () => {
  const { call, heard } = await aDoor();
  const bytes = block(aV2Message({ id: 'M-1' }));
  const first = await call();
  first.write(bytes.subarray(0, 60));
  first.socket.destroy();
  await first.closed;
  const second = await call();
  second.write(bytes);
  expect(saidIn(await second.answer())).toEqual(['CA', 'M-1']);
  expect(idsIn(heard)).toEqual(['M-1']);
});

test('one caller has so many connections and no more', async () => {
  const { call } = await aDoor({ settings: { connectionsOfOneMax: 2 } });
  const [first, second] = [await call(), await call()];
  first.write(block(aV2Message({ id: 'a' })));
  second.write(block(aV2Message({ id: 'b' })));
  expect([saidIn(await first.answer()), saidIn(await second.answer())]).toEqual([
    ['CA', 'a'],
    ['CA', 'b'],
  ]);
  const third = await call();
  await third.closed;
  first.socket.destroy();
  await first.closed;
});

test('an acknowledgement is not acknowledged', async () => {
  const { call } = await aDoor();
  const sender = await call();
  sender.write(Buffer.concat([block(aV2Message({ id: 'ack', type: 'ACK' })), block(aV2Message({ id: 'M-2' }))]));
  expect(saidIn(await sender.answer())).toEqual(['CA', 'M-2']);
});

test('when the door is closed, what is being heard is answered first; what waits behind it is not heard', async () => {
  const durable = gate();
  const { door, call, heard } = await aDoor({ hear: () => durable.opening });
  const sender = await call();
  sender.write(Buffer.concat([block(aV2Message({ id: 'under-way' })), block(aV2Message({ id: 'behind' }))]));
  const answer = sender.answer();
  while (heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const stopped = door.stop();
  durable.open();
  expect(saidIn(await answer)).toEqual(['CA', 'under-way']);
  await Promise.all([stopped, sender.closed]);
  expect(idsIn(heard)).toEqual(['under-way']);
  expect(sender.answers()).toHaveLength(1);
});

test('over TLS a partner is known by its certificate: its name, signed by our authority, and no other', async () => {
  const { authority, tls, as, remove } = withCertificates();
  opened.push(remove);
  const { call, heard, door } = await aDoor({
    partners: [
      aV2Partner({ hl7v2: { application: 'HIS', facility: 'HOPITAL', certificateName: 'his.example' } }),
      aV2Partner({ id: 'other', hl7v2: { application: 'HIS', facility: 'OTHER', certificateName: 'other.example' } }),
    ],
    settings: { tls },
  });
  expect(door.url).toMatch(/^mllps:/);
  const hospital = await call(as('his.example'));
  hospital.write(
    Buffer.concat([block(aV2Message({ id: 'own' })), block(aV2Message({ id: 'of-another', facility: 'OTHER' }))]),
  );
  expect(saidIn(await hospital.answer())).toEqual(['CA', 'own']);
  expect(saidIn(await hospital.answer())).toEqual(['CR', 'of-another']);

  for (const stranger of [
    as('nobody.example'),
    as('his.example', anAuthority('Another')),
    // An authority that calls itself as ours does, and signs with a key of its own.
    as('his.example', anAuthority()),
    as('his.example', authority, '20250101'),
    { ...as('his.example'), minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' } as const,
    { ca: authority.certificate },
  ]) {
    const refused = await call(stranger).catch(() => undefined);
    refused?.write(block(aV2Message({ id: 'stranger' })));
    await refused?.closed;
    expect(refused?.answers() ?? []).toEqual([]);
  }
  const plain = await call();
  plain.write(block(aV2Message({ id: 'plain' })));
  await plain.closed;
  expect(idsIn(heard)).toEqual(['own']);
});

test('a partner whose clients are all suspended is heard no more, neither on a connection that stands nor on a new one; others go on', async () => {
  const { tls, as, remove } = withCertificates();
  opened.push(remove);
  const client = { issuer: 'https://login.example', partner: 'his' };
  const suspendedFrom = '2026-03-03T10:00:00-05:00';
  let clients: AccessSettings['clients'] = [
    { ...client, id: 'app' },
    { ...client, id: 'old-app', suspendedFrom },
    { ...client, id: 'of-another', partner: 'lab' },
  ];
  const { call, heard } = await aDoor({
    partners: ['his', 'lab'].map((id) =>
      aV2Partner({ id, hl7v2: { application: id, facility: 'HOPITAL', certificateName: `${id}.example` } }),
    ),
    clients: () => clients,
    settings: { tls },
  });
  const [his, lab] = [await call(as('his.example')), await call(as('lab.example'))];
  const send = async (sender: ASender, application: string, id: string) => {
    sender.write(block(aV2Message({ application, id })));
    return saidIn(await sender.answer());
  };
  // One of its clients still has access.
  expect(await send(his, 'his', 'before')).toEqual(['CA', 'before']);
  clients = clients.map((it) => (it.id === 'app' ? { ...it, suspendedFrom } : it));
  expect(await send(his, 'his', 'after')).toEqual(['CR', 'after']);
  const again = await call(as('his.example'));
  again.write(block(aV2Message({ application: 'his', id: 'again' })));
  await again.closed;
  expect(again.answers()).toEqual([]);
  expect(await send(lab, 'lab', 'other')).toEqual(['CA', 'other']);
  expect(idsIn(heard)).toEqual(['before', 'other']);

  clients = clients.map((it) => (it.id === 'app' ? { ...it, suspendedFrom: '2026-03-04' } : it));
  expect(await send(his, 'his', 'given-back')).toEqual(['CA', 'given-back']);
});

test('a certificate that cannot be read keeps the door from opening, and says which', async () => {
  const tls = { certificate: '/nowhere/passerelle.pem', key: '/nowhere/passerelle.key' };
  await expect(aDoor({ settings: { tls } })).rejects.toThrow('/nowhere/passerelle.pem');
});
