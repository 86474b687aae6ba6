import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { GatewayError } from '../failures.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Keys by id, each of 32 bytes; the first one seals, all open: a key is rotated by adding a new one before it. */
export type SealingKeys = readonly { readonly id: string; readonly key: Buffer }[];

export interface Seal {
  /** Compressed, then AES-256-GCM; the result names its key: `keyId.base64url`. */
  seal(value: unknown): string;
  /** What was sealed. Throws GatewayError `internal` when the key is unknown or the text was altered. */
  open(sealed: string): unknown;
}

/** A dot ends the id in what is sealed. */
const KEY_ID = /^[A-Za-z0-9_-]+$/;

/** Reads `id:base64,id:base64`. Throws when a key is not 32 bytes, or when two have the same id. */
export function sealingKeysFrom(text: string): SealingKeys {
  const keys = text.split(',').map((part) => {
    const [id = '', encoded = ''] = part.trim().split(':');
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const distinct = new Set(keys.map(({ id }) => id)).size === keys.length;
  if (!distinct || keys.some(({ id, key }) => !KEY_ID.test(id) || key.length !== KEY_BYTES))
    throw new GatewayError(
      'internal',
      'a sealing key must be written id:base64, with an id of its own of A-Za-z0-9_-, and hold 32 bytes',
    );
  return keys;
}

/** Payloads that wait in Redis are unreadable to whoever only has Redis (design.md §2.1). */
export function sealWith(keys: SealingKeys): Seal {
  return {
    seal(value) {
      const [current] = keys;
      if (current === undefined) throw new GatewayError('internal', 'no sealing key');
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce);
      cipher.setAAD(Buffer.from(current.id));
      const body = Buffer.concat([cipher.update(gzipSync(JSON.stringify(value))), cipher.final()]);
      return `${current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },

    open(sealed) {
      const dot = sealed.indexOf('.');
      const id = sealed.slice(0, dot);
      const key = keys.find((candidate) => candidate.id === id)?.key;
      if (key === undefined) throw new GatewayError('internal', `sealing key ${id} is not configured`);
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(id));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
        return JSON.parse(gunzipSync(body).toString('utf8'));
      } catch (cause) {
        throw new GatewayError('internal', 'a sealed payload does not open', { cause });
      }
    },
  };
}
