import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GatewayError } from '../failures.ts';

/** The Ed25519 key that signs checkpoints, from a PEM file. Throws GatewayError `internal` when there is none. */
export const signingKeyAt = (path: string): KeyObject => ed25519(path, createPrivateKey);

/** The public key that opens them, from a PEM file of it or of the private one. Throws GatewayError `internal`. */
export const verifyingKeyAt = (path: string): KeyObject => ed25519(path, createPublicKey);

function ed25519(path: string, read: (pem: string) => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new GatewayError('internal', `${path} is no key in PEM that can be read`, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new GatewayError('internal', `${path} is no Ed25519 key`);
  return key;
}
