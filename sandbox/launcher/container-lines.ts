/** As much of a Docker container as its log needs. */
export interface LoggedContainer {
  logs(options: { follow: false; stdout: true; stderr: true; tail: number }): Promise<Buffer>;
}

const HEADER_BYTES = 8;
const LENGTH_AT = 4;

/** The last lines that a container wrote, indented; none when its log cannot be had. */
export async function containerLines(container: LoggedContainer, count = 20): Promise<string> {
  const framed = await container
    .logs({ follow: false, stdout: true, stderr: true, tail: count })
    .catch(() => Buffer.alloc(0));
  const lines = unframed(framed).trimEnd().split('\n');
  return lines.map((line) => `  ${line}`).join('\n');
}

/** Docker puts eight bytes before each piece of a log: which output it was, and how long it is. */
function unframed(log: Buffer): string {
  const pieces: Buffer[] = [];
  for (let at = 0; at + HEADER_BYTES <= log.length; ) {
    const end = at + HEADER_BYTES + log.readUInt32BE(at + LENGTH_AT);
    pieces.push(log.subarray(at + HEADER_BYTES, end));
    at = end;
  }
  return Buffer.concat(pieces).toString('utf8');
}
