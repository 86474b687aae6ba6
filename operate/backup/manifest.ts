import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WrappedKey } from './protection.ts';

/** One file of a backup: what was read is compressed, then encrypted. */
export interface BackupPart {
  readonly file: string;
  /** Of the file as it lies there. */
  readonly bytes: number;
  readonly sha256: string;
  /** Base64. */
  readonly nonce: string;
  readonly tag: string;
}

export interface QueuePart extends BackupPart {
  readonly takenAt: string;
  readonly redisVersion: string;
  readonly keys: number;
  /** Redis' own run and how many changes it had made: its position. */
  readonly position: { readonly runId: string; readonly changes: number };
  /** How long writes were held. */
  readonly heldMs: number;
}

export interface RecordPart extends BackupPart {
  /** What was committed before this is in it. */
  readonly takenAt: string;
  readonly kind: 'postgresql' | 'h2';
  readonly hapiVersion?: string;
  /** Of the newest version of any resource, asked just before. */
  readonly newestLastUpdated?: string;
}

export interface KeysPart extends BackupPart {
  /** Ids of the sealing keys, the one that seals first. */
  readonly ids: readonly string[];
}

/** What a backup is, readable without the passphrase; only its parts are secret. */
export interface Manifest {
  readonly format: 1;
  readonly id: string;
  readonly madeAt: string;
  readonly release: string;
  readonly lanes: number;
  readonly protection: WrappedKey;
  readonly parts: { readonly queue: QueuePart; readonly record: RecordPart; readonly keys: KeysPart };
  /** HMAC-SHA256 of all the rest, by a key made from the backup's: nobody changes it unnoticed. Base64. */
  readonly seal: string;
}

export type UnsealedManifest = Omit<Manifest, 'seal'>;

export const sealedManifest = (manifest: UnsealedManifest, key: Buffer): Manifest => ({
  ...manifest,
  seal: sealOf(manifest, key).toString('base64'),
});

/** Whether it is as it was written by who had the backup's key. */
export function isGenuine({ seal, ...manifest }: Manifest, key: Buffer): boolean {
  const said = Buffer.from(seal, 'base64');
  const expected = sealOf(manifest, key);
  return said.length === expected.length && timingSafeEqual(said, expected);
}

/** Written and read as JSON: the order of the properties stays. */
const sealOf = (manifest: UnsealedManifest, key: Buffer): Buffer =>
  createHmac('sha256', key).update(JSON.stringify(manifest)).digest();
