const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** HL7 v2.5.1 §2.7: what an escape stands for; `\Xhh…\` is bytes. */
const V2: Readonly<Record<string, string>> = { F: '|', S: '^', T: '&', R: '~', E: '\\' };

const bytes = (hex: string): string => Buffer.from(hex, 'hex').toString('utf8');
const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** One step of undoing each way in which a format may hide a text. */
const STEPS: readonly ((text: string) => string)[] = [
  // Quoted-printable (mail) and percent (addresses) both write bytes; a soft line break of mail is nothing.
  (text) => text.replace(/=\r?\n/g, ''),
  (text) => text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => bytes(run.replaceAll('%', ''))),
  (text) => text.replace(/(?:=[0-9A-F]{2})+/g, (run) => bytes(run.replaceAll('=', ''))),
  (text) => text.replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => character(Number.parseInt(hex, 16))),
  (text) => text.replace(/\\X([0-9a-f]+)\\/gi, (_all, hex: string) => bytes(hex)),
  (text) => text.replace(/\\([FSTRE])\\/g, (_all, name: string) => V2[name] ?? ''),
  (text) => text.replace(/&#x([0-9a-f]+);/gi, (_all, hex: string) => character(Number.parseInt(hex, 16))),
  (text) => text.replace(/&#(\d+);/g, (_all, code: string) => character(Number(code))),
  (text) => text.replace(/&(\w+);/g, (all, name: string) => NAMED[name] ?? all),
];

/** Long enough to hold a bird: what looks like base64, in either alphabet. */
const ENCODED = /[A-Za-z0-9+/_-]{12,}={0,2}/g;
/** What of decoded bytes may be words: the rest is what any letters give when they are taken for base64. */
const WORDS = /[\x20-\x7e\u00a0-\u024f\s]{8,}/g;
const DEPTH_MAX = 3;

/**
 * Everything that these bytes may say, in small letters without accents: as they are, with each escape undone (JSON, XML and HTML, HL7 v2, percent,
 * quoted-printable), and what base64 hides, as deep as three times.
 */
export const everyForm = (said: string): string =>
  forms(said, 0).join('\n').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function forms(said: string, depth: number): readonly string[] {
  const plain = STEPS.reduce((text, step) => step(text), said);
  const found = plain === said ? [said] : [said, plain];
  if (depth === DEPTH_MAX) return found;
  const runs = plain.replace(/\r?\n(?=[A-Za-z0-9+/])/g, '').match(ENCODED) ?? [];
  // A run may begin before what was encoded: each of the four ways to cut it.
  const hidden = runs.flatMap((run) =>
    [0, 1, 2, 3].flatMap((from) => Buffer.from(run.slice(from), 'base64').toString('utf8').match(WORDS) ?? []),
  );
  return hidden.length === 0 ? found : [...found, ...forms(hidden.join('\n'), depth + 1)];
}
