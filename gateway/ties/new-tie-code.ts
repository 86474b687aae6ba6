/** Without letters that are heard or read as another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** Eighty bits, in groups that a person can say on the telephone: nobody finds one by trying. */
export function newTieCode(randomBytes: (size: number) => Uint8Array): string {
  // 256 is eight times 32: each letter is as likely as any other.
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length] ?? '0');
  return (letters.join('').match(/.{4}/g) ?? []).join('-');
}
