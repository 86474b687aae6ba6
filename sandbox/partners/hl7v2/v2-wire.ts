/** Bytes of MLLP around a message, in the character set of MSH-18 as far as this hospital knows any: UTF-8, or Latin-1. */
export const wrapped = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x0b]), Buffer.from(text, encodingOf(text)), Buffer.from([0x1c, 0x0d])]);

const encodingOf = (text: string): 'utf8' | 'latin1' =>
  text.split('\r', 1)[0]?.split('|')[17] === '8859/1' ? 'latin1' : 'utf8';

/** Gives the messages that are complete, and keeps the rest for later. */
export function unwrapper(): (chunk: Buffer) => readonly string[] {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    const messages: string[] = [];
    for (let end = held.indexOf('\x1c\r'); end !== -1; end = held.indexOf('\x1c\r')) {
      const bytes = held.subarray(held.indexOf(0x0b) + 1, end);
      messages.push(bytes.toString(encodingOf(bytes.toString('latin1'))));
      held = held.subarray(end + 2);
    }
    return messages;
  };
}
