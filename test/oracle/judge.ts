import type { Finding, Verdict } from './verdict.ts';

/** One resource, and what each validator said of it. */
export interface Judged {
  /** Row of the table: a class of mutants, or a part of the corpus. */
  readonly class: string;
  /** Names the resource, so that it can be made again. */
  readonly key: string;
  /** Whether it is one of the mutants, of which the shares are counted, or of the corpus. */
  readonly mutant: boolean;
  /** What it is said to be, where somebody has said so: both must find it so. */
  readonly labelled?: 'valid' | 'invalid';
  readonly hl7: Verdict;
  readonly ours: Verdict;
}

/** Why we refuse something that HL7's validator lets pass; reviewed by a person, one entry per reason. */
export interface Reviewed {
  /** The rule by which we refuse. */
  readonly rule: string;
  /** Regular expression on the rest of the finding, `expression text-of-the-key`; absent, any. */
  readonly where?: string;
  readonly reason: string;
}

export interface Judgement {
  readonly rows: readonly Row[];
  /** We let pass what HL7's validator refuses: none may be. */
  readonly falseValid: readonly Judged[];
  /** We refuse what HL7's validator lets pass. */
  readonly falseInvalid: readonly Judged[];
  /** Those of them that no reviewed entry explains, with what is not explained. */
  readonly unexplained: readonly { readonly judged: Judged; readonly errors: readonly Finding[] }[];
  /** Reviewed entries that explain nothing any more. */
  readonly stale: readonly Reviewed[];
  /** Of the mutants. */
  readonly falseInvalidShare: number;
  /** HL7's validator broke down over them. */
  readonly withoutVerdict: readonly Judged[];
  /** Not what they are labelled, for either. */
  readonly mislabelled: readonly Judged[];
}

export interface Row {
  readonly class: string;
  readonly total: number;
  readonly bothValid: number;
  readonly bothInvalid: number;
  readonly falseValid: number;
  readonly falseInvalid: number;
  readonly withoutVerdict: number;
}

export const FALSE_INVALID_SHARE_MAX = 0.01;
/** Where HL7's validator breaks down it is no oracle; that must stay rare. */
export const WITHOUT_VERDICT_SHARE_MAX = 0.01;

/** Compares the verdicts. */
export function judge(all: readonly Judged[], reviewed: readonly Reviewed[]): Judgement {
  const withoutVerdict = all.filter(({ hl7 }) => hl7.says === 'none');
  const falseValid = all.filter(({ hl7, ours }) => hl7.says === 'invalid' && ours.says !== 'invalid');
  const falseInvalid = all.filter(({ hl7, ours }) => hl7.says === 'valid' && ours.says !== 'valid');
  const used = new Set<Reviewed>();
  const unexplained = falseInvalid.flatMap((judged) => {
    const errors = judged.ours.errors.filter((error) => {
      const entry = reviewed.find((it) => explains(it, error, judged));
      if (entry !== undefined) used.add(entry);
      return entry === undefined;
    });
    return errors.length === 0 && judged.ours.errors.length > 0 ? [] : [{ judged, errors }];
  });
  return {
    rows: rowsOf(all),
    falseValid,
    falseInvalid,
    unexplained,
    stale: reviewed.filter((it) => !used.has(it)),
    falseInvalidShare: shareOfMutants(falseInvalid, all),
    withoutVerdict,
    mislabelled: all.filter(
      ({ labelled, hl7, ours }) => labelled !== undefined && (hl7.says !== labelled || ours.says !== labelled),
    ),
  };
}

const shareOfMutants = (some: readonly Judged[], all: readonly Judged[]): number => {
  const [part, whole] = [some, all].map((them) => them.filter(({ mutant }) => mutant).length);
  return part === undefined || !whole ? 1 : part / whole;
};

/** Everything for which the run fails, in sentences; nothing when the verdicts agree. */
export function failuresOf({
  rows,
  falseValid,
  unexplained,
  stale,
  falseInvalidShare,
  withoutVerdict,
  mislabelled,
}: Judgement): readonly string[] {
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  return [
    ...falseValid.map(({ key, hl7 }) => `false valid: ${key}\n    HL7: ${shown(hl7.errors)}`),
    ...unexplained.map(
      ({ judged, errors }) => `false invalid, not reviewed: ${judged.key}\n    ours: ${shown(errors)}`,
    ),
    ...mislabelled.map(
      ({ class: name, key, labelled, hl7, ours }) =>
        `${name}, not ${labelled}: ${key}\n    HL7: ${hl7.says} ${shown(hl7.errors)}\n    ours: ${ours.says} ${shown(ours.errors)}`,
    ),
    ...stale.map(({ rule, where = '' }) => `reviewed, but no longer so: ${rule} ${where}`),
    ...(falseInvalidShare > FALSE_INVALID_SHARE_MAX
      ? [`false invalid: ${percent(falseInvalidShare)} of the mutants, ${percent(FALSE_INVALID_SHARE_MAX)} at most`]
      : []),
    ...(withoutVerdict.length > total * WITHOUT_VERDICT_SHARE_MAX
      ? [`no verdict of HL7's on ${withoutVerdict.length} of ${total}: ${withoutVerdict[0]?.key}`]
      : []),
  ];
}

/** The table of agreement, and beneath it what was false invalid, with the reviewed reason. */
export function agreementTable({ rows, falseInvalid }: Judgement, reviewed: readonly Reviewed[]): string {
  const head = ['class', 'total', 'both valid', 'both invalid', 'false valid', 'false invalid', 'no verdict'];
  const cells = [...rows, sumOf(rows)].map((row) => [
    row.class,
    ...[row.total, row.bothValid, row.bothInvalid, row.falseValid, row.falseInvalid, row.withoutVerdict].map(String),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const explained = reviewed.flatMap((entry) => {
    const count = falseInvalid.filter((it) => it.ours.errors.some((error) => explains(entry, error, it))).length;
    return count === 0
      ? []
      : [
          `  ${String(count).padStart(4)}  ${entry.rule}${entry.where === undefined ? '' : ` ${entry.where}`}: ${entry.reason}`,
        ];
  });
  return [
    line(head),
    ...cells.map(line),
    ...(explained.length === 0 ? [] : ['false invalid, reviewed:', ...explained]),
  ].join('\n');
}

const explains = ({ rule, where }: Reviewed, error: Finding, { key }: Judged): boolean =>
  rule === error.rule && (where === undefined || new RegExp(where).test(`${error.expression} ${key}`));

function rowsOf(all: readonly Judged[]): readonly Row[] {
  const classes = [...new Set(all.map((it) => it.class))];
  return classes.map((name) => {
    const them = all.filter((it) => it.class === name);
    const count = (hl7: Verdict['says'], valid?: boolean): number =>
      them.filter((it) => it.hl7.says === hl7 && (valid === undefined || (it.ours.says === 'valid') === valid)).length;
    return {
      class: name,
      total: them.length,
      bothValid: count('valid', true),
      bothInvalid: count('invalid', false),
      falseValid: count('invalid', true),
      falseInvalid: count('valid', false),
      withoutVerdict: count('none'),
    };
  });
}

const sumOf = (rows: readonly Row[]): Row => {
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    class: 'all',
    total: sum((row) => row.total),
    bothValid: sum((row) => row.bothValid),
    bothInvalid: sum((row) => row.bothInvalid),
    falseValid: sum((row) => row.falseValid),
    falseInvalid: sum((row) => row.falseInvalid),
    withoutVerdict: sum((row) => row.withoutVerdict),
  };
};

const shown = (errors: readonly Finding[]): string =>
  errors
    .slice(0, 3)
    .map(({ rule, expression, text }) => `${rule} at ${expression}: ${text.slice(0, 200)}`)
    .join(' · ');

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
