import type { Issue } from '../../domain/mapped.ts';
import { placeFrom } from './place.ts';
import { components, segment } from './write-segment.ts';

/** Table 0357 in v2.5.1. */
export const ERROR_CONDITIONS = {
  '0': 'Message accepted',
  '100': 'Segment sequence error',
  '101': 'Required field missing',
  '102': 'Data type error',
  '103': 'Table value not found',
  '200': 'Unsupported message type',
  '201': 'Unsupported event code',
  '202': 'Unsupported processing id',
  '203': 'Unsupported version id',
  '204': 'Unknown key identifier',
  '205': 'Duplicate key identifier',
  '206': 'Application record locked',
  '207': 'Application internal error',
} as const;

type Condition = keyof typeof ERROR_CONDITIONS;

const CONDITION_OF: Partial<Record<Issue['code'], Condition>> = {
  structure: '100',
  required: '101',
  value: '102',
  invalid: '102',
  'code-invalid': '103',
  'not-found': '204',
  duplicate: '205',
  conflict: '205',
  'lock-error': '206',
};

/** A header that we do not take says so by its own condition. */
const CONDITION_AT: Readonly<Record<string, Condition>> = {
  'MSH-9': '200',
  'MSH-9.1': '200',
  'MSH-9.2': '201',
  'MSH-11': '202',
  'MSH-12': '203',
};

const SEVERITIES = { error: 'E', warning: 'W', information: 'I' } as const satisfies Record<Issue['severity'], string>;

/** More than a person would read. */
const ERRORS_MAX = 30;

/** One ERR for each issue (v2.5.1 §2.15.5): where (ERR-2), the condition (ERR-3), how grave (ERR-4), and the rule in both languages (ERR-8). Errors first. */
export function errorSegments(issues: readonly Issue[]): readonly string[] {
  const inOrder = [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity !== 'error'),
  ];
  return inOrder.slice(0, ERRORS_MAX).map((issue) => {
    const condition = conditionOf(issue);
    const place = placeFrom(issue.expression);
    return segment('ERR', {
      2:
        place &&
        components(
          place.segment,
          String(place.nth),
          place.field?.toString(),
          place.repetition?.toString(),
          place.component?.toString(),
        ),
      3: components(condition, ERROR_CONDITIONS[condition], 'HL70357'),
      4: SEVERITIES[issue.severity],
      8: `${issue.text.fr} / ${issue.text.en}`,
    });
  });
}

function conditionOf({ severity, code, expression }: Issue): Condition {
  // What is only told does not stand in the way.
  if (severity !== 'error') return '0';
  const at = code === 'not-supported' ? CONDITION_AT[expression ?? ''] : undefined;
  return at ?? CONDITION_OF[code] ?? (NOT_OF_THE_MESSAGE.has(code) ? '207' : '102');
}

/** Senders send again what met an internal error: it is said of nothing that would meet it again. */
const NOT_OF_THE_MESSAGE: ReadonlySet<Issue['code']> = new Set(['transient', 'exception', 'timeout', 'throttled']);
