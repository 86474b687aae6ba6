const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS_PER_LETTER = 5;
const LETTERS = 20;

/** MSH-10 holds 20 characters (v2.5.1), a UUID has 36: its first 100 bits in RFC 4648's base 32, the same for the same UUID. */
export function controlIdFrom(uuid: string): string {
  const hex = uuid.replaceAll('-', '').slice(0, (LETTERS * BITS_PER_LETTER) / 4);
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)] ?? '').join('');
}
