import { wideFormOf } from '../../mappings/dialects/hl7v2/charset.ts';

/** What the bytes of a connection hold, in order. */
export type Cut =
  | { readonly kind: 'frame'; readonly bytes: Buffer }
  /** The stream cannot be read any further: it is for its connection to end. `head` is where the frame that was refused begins. */
  | { readonly kind: 'unreadable'; readonly why: 'too-long' | 'unclear-end'; readonly head: Buffer };

export interface FrameCutter {
  /** Takes what came and gives what it completes. After `unreadable` it gives nothing more. */
  push(chunk: Uint8Array): readonly Cut[];
  /** Whether a frame has begun and not ended. */
  underWay(): boolean;
  /** Bytes outside frames since the last frame: garbage, or frames that were broken off. */
  strayBytes(): number;
}

const START = 0x0b;
const END = 0x1c;
const RETURN = 0x0d;
const END_OF_BLOCK = Buffer.from([END, RETURN]);
const STARTED_ANEW = Buffer.from([START, 0x4d, 0x53, 0x48]);
const HEAD_LENGTH = 2_048;

/** A message's bytes as an MLLP block: `<VT>…<FS><CR>` (HL7 Minimal Lower Layer Protocol, release 1). */
export const framed = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from([START]), bytes, END_OF_BLOCK]);

/**
 * Cuts a byte stream into HL7 v2 messages. TCP may split a frame at any byte, or join several; the cuts do not depend on it.
 * What is longer than `sizeMaxBytes` is unreadable. A frame broken off and begun again counts from its last beginning.
 */
export function frameCutter({ sizeMaxBytes }: { readonly sizeMaxBytes: number }): FrameCutter {
  const pending = byteQueue();
  let inFrame = false;
  let scanned = 0;
  let stray = 0;
  let dead = false;

  const unreadable = (why: 'too-long' | 'unclear-end', length: number): Cut => {
    dead = true;
    return { kind: 'unreadable', why, head: Buffer.from(pending.bytes().subarray(0, Math.min(HEAD_LENGTH, length))) };
  };

  const skipToStart = (): void => {
    const bytes = pending.bytes();
    const start = bytes.indexOf(START);
    stray += start === -1 ? bytes.length : start;
    pending.drop(start === -1 ? bytes.length : start + 1);
    inFrame = start !== -1;
    scanned = 0;
  };

  const next = (): Cut | undefined => {
    if (!inFrame) skipToStart();
    if (!inFrame) return undefined;
    const bytes = pending.bytes();
    const wide = wideFormOf(bytes);
    const { at: end, clear } =
      wide === 'utf-16be' || wide === 'utf-16le' ? wideEnd(bytes, scanned, wide) : narrowEnd(bytes, scanned);
    if ((end ?? bytes.length - END_OF_BLOCK.length) > sizeMaxBytes) return unreadable('too-long', sizeMaxBytes);
    scanned = bytes.length;
    if (end === undefined) return undefined;
    if (!clear) return unreadable('unclear-end', end);
    const begun = wide === undefined ? bytes.subarray(0, end).lastIndexOf(STARTED_ANEW) + 1 : 0;
    const frame = Buffer.from(bytes.subarray(begun, end));
    pending.drop(end + END_OF_BLOCK.length);
    inFrame = false;
    stray = 0;
    return { kind: 'frame', bytes: frame };
  };

  return {
    push(chunk) {
      if (dead) return [];
      pending.add(chunk);
      const cuts: Cut[] = [];
      for (let cut = next(); cut !== undefined; cut = dead ? undefined : next()) cuts.push(cut);
      return cuts;
    },
    underWay: () => inFrame,
    strayBytes: () => stray,
  };
}

interface FrameEnd {
  readonly at?: number;
  readonly clear: boolean;
}

function narrowEnd(bytes: Buffer, scanned: number): FrameEnd {
  // The last byte seen before may be the first of the two.
  const at = bytes.indexOf(END_OF_BLOCK, Math.max(0, scanned - 1));
  return at === -1 ? { clear: true } : { at, clear: true };
}

/**
 * MLLP allows no UTF-16, since the two bytes of its end may stand inside and across code units there. Some send it all the same: its end
 * then stands on a code unit, after the CR of a last segment. Elsewhere on a code unit it may be the end or a letter (U+1C0D, U+0D1C):
 * nobody can tell, and it is refused.
 */
function wideEnd(bytes: Buffer, scanned: number, form: 'utf-16be' | 'utf-16le'): FrameEnd {
  let at = bytes.indexOf(END_OF_BLOCK, Math.max(0, scanned - 1));
  while (at % 2 === 1) at = bytes.indexOf(END_OF_BLOCK, at + 1);
  if (at === -1) return { clear: true };
  const unit = at < 2 ? 0 : form === 'utf-16be' ? bytes.readUInt16BE(at - 2) : bytes.readUInt16LE(at - 2);
  return { at, clear: unit === RETURN };
}

/** Bytes that wait, in one piece; adding byte by byte costs no more than adding them at once. */
function byteQueue() {
  let held = Buffer.alloc(0);
  let from = 0;
  let to = 0;
  return {
    bytes: (): Buffer => held.subarray(from, to),
    add(chunk: Uint8Array): void {
      if (to + chunk.length > held.length) {
        const rest = held.subarray(from, to);
        const roomier = Buffer.alloc(2 * (rest.length + chunk.length));
        rest.copy(roomier);
        held = roomier;
        from = 0;
        to = rest.length;
      }
      held.set(chunk, to);
      to += chunk.length;
    },
    drop(count: number): void {
      from += count;
    },
  };
}
