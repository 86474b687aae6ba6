/**
 * Patterns of which the judge does not see that they are read in one pass, each with why it is: looked at by hand. Whoever changes a pattern
 * looks again, since it stands here letter by letter.
 */
export const REVIEWED_PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\n\s*\n/, 'a run of white space without a second line break is read from its only one'],
  [/<link\b[^>]*\bhref="https?:[^>]*>/gi, 'reads the page of a package that we ship, once, at the start'],
  [/^ {4}at .*:\d+:\d+\)?$/, 'from each colon on it reads two numbers at most, and no number holds a colon'],
  [/(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})"?/i, 'white space after one `wait` holds no other; a header has 16 kB at most'],
  [/(?<!\^)\^+$/, 'begins only where a run of carets does'],
  [/\/[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}\/_history$/, 'begins at a slash and reads two parts that hold none'],
  [/(?<![\s:])[\s:]+$/u, 'begins only where a run of them does'],
  [
    /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.+)?$/s,
    'begins at a slash and reads two parts that hold none; with `s` what follows `/_history/` always reaches the end',
  ],
  [/<[^<>]*>/g, 'begins at a `<` and ends before the next one'],
  [/T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/, 'begins at a `T`, and no digit is one'],
  [/(?<!\s)\s+ON$/i, 'begins only where a run of white space does'],
  [
    /^(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})?(\d{2})?(?:\.(\d{1,4}))?)?([+-]\d{4})?$/,
    'begins at the start alone and reads 24 characters at most',
  ],
  [
    /citizen|nationalit|birth-?place|place-?of-?birth|birth-?country|country-?of-?(birth|origin)|religi|congregation|ethni|aborigin|indigen|first-?nation|immigra|refugee|asylum|insurance|passport|permanent-?resident|residen(ce|t)-?(permit|status)|interim-?federal/,
    'words that stand there, nothing that repeats',
  ],
  [
    /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]+(?:\/_history\/.+)?$/s,
    'begins at a slash and reads two parts that hold none; with `s` what follows `/_history/` always reaches the end',
  ],
  [/\.(modifierExtension|extension)\[\d+\]$/, 'begins at a point, and no digit is one'],
  [/^(.*) \(([a-z-]+)\)$/s, 'from each bracket on it reads letters, and none is a bracket'],
  [/\.\d+Z$/, 'begins at a point, and no digit is one'],
  [
    /^https?:\/\/\S*\/[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/,
    'from each slash on it reads four parts at most that hold none',
  ],
  [
    /^(?:https?:\/\/\S*\/)?([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/,
    'from each slash on it reads four parts at most that hold none',
  ],
  [/\{[ -z|~]*\}/g, 'begins at a brace, and what follows holds none; 200 characters at most'],
  [/&(?:#\d+|#x[0-9A-Fa-f]+|([A-Za-z][A-Za-z0-9]*));/g, 'begins at an `&`, and what follows holds none'],
  [
    /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    'begins only where a name does, in attributes that were seen to be well formed',
  ],
  [
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<\/([A-Za-z][\w:.-]*)\s*>|<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y,
    'sticky: each piece is read from where the one before ended, by the first way that fits; the first that fits none ends it all',
  ],
  [
    /\b(EDI|IMDPE|IDPE|Early Development Instrument|Instrument de mesure du développement de la petite enfance)\b/iu,
    'words that stand there, nothing that repeats',
  ],
  [
    /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]+)\/_history\/([A-Za-z0-9.-]+)$/,
    'begins at a slash and reads parts that hold none',
  ],
];

/** Files where patterns are made at run time, with what they are made of: never of outside text. */
export const PATTERN_MAKERS: Readonly<Record<string, string>> = {
  'gateway/lanes/pressure.ts': 'the name of a line of Redis’ INFO, written there',
  'operate/backup/queue-dump.ts': 'the name of a line of Redis’ INFO, written there',
  'profiles/checker-runtime/fhirpath.ts': 'the invariants of definitions that the checkers are generated from',
};
