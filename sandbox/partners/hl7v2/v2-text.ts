import { PartnerProblem } from '../problem.ts';

/** A message of HL7 v2 as this hospital's interface engine reads it: by segment, field and component, counted as the standard does. */
export interface V2Message {
  readonly text: string;
  /** Names of the segments, in order. */
  readonly segments: readonly string[];
  /** A component of the first repetition of a field, unescaped: `at('RF1', 6)` is RF1-6.1; empty where nothing is. */
  at(segment: string, field: number, component?: number): string;
  /** The same field of every segment of that name. */
  all(segment: string, field: number, component?: number): readonly string[];
}

/** Reads a message. Throws a 400 PartnerProblem for what is none. */
export function v2From(text: string): V2Message {
  const lines = text.split(/\r\n?|\n/).filter((line) => line !== '');
  const separator = text.charAt(3);
  const [component = '^', repetition = '~', escapeMark = '\\', subcomponent = '&'] =
    lines[0]?.split(separator)[1] ?? '';
  if (!text.startsWith('MSH') || separator === '' || lines.some((line) => !/^[A-Z][A-Z0-9]{2}/.test(line))) {
    throw new PartnerProblem(
      400,
      { fr: 'Ce n’est pas un message HL7 v2.', en: 'This is not an HL7 v2 message.' },
      'MSH',
    );
  }
  const rows = lines.map((line) => line.split(separator));
  const valueIn = (row: readonly string[], field: number, nth: number): string => {
    const raw = row[row[0] === 'MSH' ? field - 1 : field] ?? '';
    const [first = ''] = raw.split(repetition);
    return unescaped(first.split(component)[nth - 1] ?? '', {
      escapeMark,
      separator,
      component,
      repetition,
      subcomponent,
    });
  };
  const all = (segment: string, field: number, nth = 1): readonly string[] =>
    rows.filter(([name]) => name === segment).map((row) => valueIn(row, field, nth));
  return {
    text,
    segments: rows.map(([name = '']) => name),
    all,
    at: (segment, field, nth) => all(segment, field, nth)[0] ?? '',
  };
}

type Marks = Readonly<Record<'escapeMark' | 'separator' | 'component' | 'repetition' | 'subcomponent', string>>;

function unescaped(raw: string, { escapeMark, separator, component, repetition, subcomponent }: Marks): string {
  const meanings: Readonly<Record<string, string>> = {
    F: separator,
    S: component,
    R: repetition,
    T: subcomponent,
    E: escapeMark,
    '.br': '\n',
  };
  // What stands between two escape characters is a sequence: every second part.
  return raw
    .split(escapeMark)
    .map((part, index) => {
      if (index % 2 === 0) return part;
      const hex = /^X((?:[0-9A-F]{2})+)$/i.exec(part)?.[1];
      return hex === undefined ? (meanings[part] ?? '') : Buffer.from(hex, 'hex').toString('latin1');
    })
    .join('');
}

/** Text as it may stand in a field. */
export const escaped = (text: string): string =>
  text.replaceAll(
    /[\\|^&~\r\n]/g,
    (mark) => `\\${{ '\\': 'E', '|': 'F', '^': 'S', '&': 'T', '~': 'R' }[mark] ?? '.br'}\\`,
  );

/** Components of a field; each is escaped. */
export const parts = (...texts: readonly (string | undefined)[]): string =>
  texts
    .map((text) => escaped(text ?? ''))
    .join('^')
    .replace(/\^+$/, '');

/** A segment from its fields by number; what they hold is written as it is. */
export function line(name: string, fields: Readonly<Record<number, string | undefined>>): string {
  const last = Math.max(0, ...Object.keys(fields).map(Number));
  return [name, ...Array.from({ length: last }, (_, index) => fields[index + 1] ?? '')].join('|').replace(/\|+$/, '');
}

/** How a message presents itself. */
export interface V2Head {
  readonly application: string;
  readonly facility: string;
  /** The centre it is for. */
  readonly centre: string;
  readonly type: string;
  readonly id: string;
  /** FHIR dateTime. */
  readonly at: string;
  readonly charset: string;
  /** MSH-15 and MSH-16 are said only by a site that knows the enhanced mode. */
  readonly enhanced: boolean;
}

/** A whole message, each segment ended by CR. */
export const message = (head: V2Head, segments: readonly string[]): string =>
  [
    `MSH|^~\\&|${parts(head.application)}|${parts(head.facility)}|PASSERELLE|${parts(head.centre)}|${v2Time(head.at)}||${head.type}|${head.id}|P|2.5.1|||${head.enhanced ? 'AL|NE' : '|'}|CAN|${head.charset}`,
    ...segments,
  ]
    .map((segment) => `${segment}\r`)
    .join('');

/** `2026-02-03T10:00:00.123-05:00` as `20260203100000-0500`; a date as its digits. */
export function v2Time(dateTime: string): string {
  const [, day = '', time = '', offset = ''] = /^([\d-]+)(?:T([\d:]+)[.\d]*(.*))?$/.exec(dateTime) ?? [];
  const zone = offset === 'Z' ? '+0000' : offset.replace(':', '');
  return `${day.replaceAll('-', '')}${time.replaceAll(':', '')}${zone}`;
}
