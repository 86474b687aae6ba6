import { createHash } from 'node:crypto';
import type { Letter } from '../domain/concepts.ts';
import { present } from './present.ts';

/** A letter’s file as R4 has it: its size in bytes, and the SHA-1 of its bytes in Base64 (Attachment.hash). */
export const letterAttachment = ({
  contentType,
  content,
  happenedAt,
  title,
}: Pick<Letter, 'contentType' | 'content' | 'happenedAt' | 'title'>): fhir4.Attachment => ({
  ...present({ contentType, data: content }),
  ...(content !== undefined && measures(Buffer.from(content, 'base64'))),
  ...present({ title, creation: happenedAt }),
});

const measures = (bytes: Buffer): Pick<fhir4.Attachment, 'size' | 'hash'> => ({
  size: bytes.length,
  hash: sha1Of(bytes),
});

/** Of bytes, in Base64. */
export const sha1Of = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('base64');
