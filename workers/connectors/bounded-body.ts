/** The bytes of an answer; undefined for one that does not end: it would fill the memory. Throws as reading does. */
export async function boundedBody({ body }: Pick<Response, 'body'>, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
