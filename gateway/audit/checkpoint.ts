import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Head } from './chain.ts';

/** Where a chain stood at a moment, said by whoever holds the key. */
export interface Checkpoint {
  readonly format: 1;
  readonly madeAt: string;
  readonly head: Head;
  /** SHA-256 of the checkpoint before, as it was written; empty for the first. */
  readonly previous: string;
}

/** The file: the checkpoint as the text that was signed, so that no rule of writing JSON stands between both. */
export interface SignedCheckpoint {
  readonly checkpoint: string;
  /** Ed25519 (RFC 8032) over the UTF-8 of that text, in Base64. */
  readonly signature: string;
  /** Of the public key: SHA-256 of its DER, the first 16 hexadecimals. */
  readonly key: string;
}

export function signedCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): SignedCheckpoint {
  const text = JSON.stringify(checkpoint);
  return {
    checkpoint: text,
    signature: sign(null, Buffer.from(text), privateKey).toString('base64'),
    key: keyId(createPublicKey(privateKey)),
  };
}

/** What it says, if the key signed it; undefined when it was changed, or another key signed. Throws for what is no checkpoint of ours. */
export function openCheckpoint(
  { checkpoint, signature }: SignedCheckpoint,
  publicKey: KeyObject,
): Checkpoint | undefined {
  if (!verify(null, Buffer.from(checkpoint), publicKey, Buffer.from(signature, 'base64'))) return undefined;
  // What our key has signed we wrote.
  return JSON.parse(checkpoint) as Checkpoint;
}

/** What the next checkpoint says of this one. */
export const checkpointHash = ({ checkpoint, signature }: SignedCheckpoint): string =>
  createHash('sha256').update(`${checkpoint}\n${signature}`).digest('hex');

export const keyId = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
