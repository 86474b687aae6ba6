import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A certificate and its key, as PEM. */
export interface ACertificate {
  readonly certificate: string;
  readonly key: string;
}

/** Who signs. */
export interface AnAuthority extends ACertificate {
  readonly name: string;
  readonly privateKey: KeyObject;
}

/** An authority of a test's own, made on the spot: Node makes keys, and no certificates. */
export function anAuthority(name = 'Test authority'): AnAuthority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = signed({
    subject: name,
    issuer: name,
    publicKey,
    signer: privateKey,
    extensions: [IS_AUTHORITY],
  });
  return { name, privateKey, certificate, key: pemOf(privateKey) };
}

/** A certificate for a name, valid for 127.0.0.1 from 2020 until then (`YYYYMMDD`), signed by the authority. */
export function aCertificate(authority: AnAuthority, subject: string, until?: string): ACertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { name: issuer, privateKey: signer } = authority;
  return {
    certificate: signed({ subject, issuer, publicKey, signer, extensions: [THIS_MACHINE], until }),
    key: pemOf(privateKey),
  };
}

interface Unsigned {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly until?: string | undefined;
}

/** X.509 v3 (RFC 5280 §4.1), the least of it. */
function signed({ subject, issuer, publicKey, signer, extensions, until = '20991231' }: Unsigned): string {
  const body = sequence(
    der(0xa0, integer(2)),
    integer(...generateSerial()),
    SIGNATURE,
    name(issuer),
    sequence(moment('20200101000000Z'), moment(`${until}235959Z`)),
    name(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = createSign('SHA256').update(body).sign(signer);
  const whole = sequence(body, SIGNATURE, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

let serial = 0;
function generateSerial(): readonly number[] {
  serial += 1;
  return [0x01, serial >> 8, serial & 0xff];
}

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const length =
    body.length < 0x80
      ? Buffer.from([body.length])
      : body.length < 0x100
        ? Buffer.from([0x81, body.length])
        : Buffer.from([0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}

const sequence = (...content: readonly Buffer[]): Buffer => der(0x30, ...content);
const integer = (...bytes: readonly number[]): Buffer => der(0x02, Buffer.from(bytes));
const moment = (text: string): Buffer => der(0x18, Buffer.from(text));
const octets = (content: Buffer): Buffer => der(0x04, content);
const oid = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));

/** One common name. */
const name = (text: string): Buffer =>
  sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(text)))));

/** ecdsa-with-SHA256. */
const SIGNATURE = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
/** basicConstraints, critical: cA. */
const IS_AUTHORITY = sequence(
  oid(0x55, 0x1d, 0x13),
  der(0x01, Buffer.from([0xff])),
  octets(sequence(der(0x01, Buffer.from([0xff])))),
);
/** subjectAltName: 127.0.0.1. */
const THIS_MACHINE = sequence(oid(0x55, 0x1d, 0x11), octets(sequence(der(0x87, Buffer.from([127, 0, 0, 1])))));
