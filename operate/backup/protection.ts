import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import type { BackupPart } from './manifest.ts';

/** The backup's own key, wrapped under a key made from a passphrase (scrypt, RFC 7914; AES-256-GCM). Base64. */
export interface WrappedKey {
  readonly kdf: { readonly name: 'scrypt'; readonly N: number; readonly r: number; readonly p: number };
  readonly salt: string;
  readonly nonce: string;
  readonly tag: string;
  readonly key: string;
}

/** A backup's key, ready for use. */
export interface BackupKey {
  /** Encrypts the parts. */
  readonly content: Buffer;
  /** Seals the manifest. */
  readonly manifest: Buffer;
}

/** As strong as OWASP's password storage advice (2^17, 8, 1): half a second and 128 MB for each guess. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1 } as const;
/** Beyond this a manifest asks for more memory than any of ours: refused before it is tried. */
const SCRYPT_N_MAX = 2 ** 20;
const SCRYPT_MEMORY_MAX = 256 * 1024 * 1024;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG = { authTagLength: 16 } as const;
/** How hard a part is compressed: the queue hardly can be, since it is sealed, and whoever writes waits meanwhile. */
export const COMPRESSION = { queue: constants.Z_NO_COMPRESSION, record: constants.Z_BEST_SPEED } as const;

/** A new key for one backup. */
export function newBackupKey(
  passphrase: string,
  backupId: string,
): { readonly key: BackupKey; readonly wrapped: WrappedKey } {
  const secret = randomBytes(KEY_BYTES);
  const salt = randomBytes(16);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', fromPassphrase(passphrase, salt, SCRYPT), nonce, TAG);
  cipher.setAAD(Buffer.from(backupId));
  const key = Buffer.concat([cipher.update(secret), cipher.final()]);
  const wrapped = {
    kdf: { name: 'scrypt', ...SCRYPT },
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    key: key.toString('base64'),
  } as const;
  return { key: keysFrom(secret), wrapped };
}

/** The key of a backup; undefined when the passphrase is not the one. */
export function unwrapBackupKey(passphrase: string, backupId: string, wrapped: WrappedKey): BackupKey | undefined {
  const { kdf, salt, nonce, tag, key } = wrapped;
  if (kdf.N > SCRYPT_N_MAX) return undefined;
  const decipher = createDecipheriv(
    'aes-256-gcm',
    fromPassphrase(passphrase, Buffer.from(salt, 'base64'), kdf),
    Buffer.from(nonce, 'base64'),
    TAG,
  );
  decipher.setAAD(Buffer.from(backupId));
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  try {
    return keysFrom(Buffer.concat([decipher.update(Buffer.from(key, 'base64')), decipher.final()]));
  } catch {
    return undefined;
  }
}

const fromPassphrase = (
  passphrase: string,
  salt: Buffer,
  { N, r, p }: { readonly N: number; readonly r: number; readonly p: number },
): Buffer => scryptSync(passphrase.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: SCRYPT_MEMORY_MAX });

const keysFrom = (secret: Buffer): BackupKey => ({
  content: Buffer.from(hkdfSync('sha256', secret, '', 'passerelle backup content', KEY_BYTES)),
  manifest: Buffer.from(hkdfSync('sha256', secret, '', 'passerelle backup manifest', KEY_BYTES)),
});

/** Writes what is read into a file, compressed and encrypted; nothing of it is ever on disk in clear. */
export async function writePart(
  source: Readable,
  path: string,
  file: string,
  key: BackupKey,
  level: number = COMPRESSION.record,
): Promise<BackupPart> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.content, nonce, TAG);
  cipher.setAAD(Buffer.from(file));
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(undefined, chunk);
    },
  });
  const target = createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true });
  await pipeline(source, createGzip({ level }), cipher, counted, target);
  return {
    file,
    bytes,
    sha256: hash.digest('hex'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** What a part holds, in clear. Rejects at its end when a byte of it was changed: read it once for that before acting on it. */
export function readPart(path: string, { file, nonce, tag }: BackupPart, key: BackupKey): Readable {
  const decipher = createDecipheriv('aes-256-gcm', key.content, Buffer.from(nonce, 'base64'), TAG);
  decipher.setAAD(Buffer.from(file));
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  const clear = new PassThrough();
  pipeline(createReadStream(path), decipher, createGunzip(), clear).catch((error: Error) => clear.destroy(error));
  return clear;
}

/** The hash of a file, for who has no passphrase. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
