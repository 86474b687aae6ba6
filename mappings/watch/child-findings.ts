import { CHILD_RULES } from './child-rules.ts';
import { childSeen } from './child-seen.ts';
import { CORRECTION_RULES } from './correction-rules.ts';
import { REQUEST_RULES } from './request-rules.ts';
import type { Found, WatchRule } from './watch-rule.ts';
import type { RulesChosen, WatchScope } from './watch-scope.ts';

/** Every rule, in the order in which people read them. */
export const WATCH_RULES = {
  ...REQUEST_RULES,
  ...CORRECTION_RULES,
  ...CHILD_RULES,
} as const satisfies Readonly<Record<string, WatchRule>>;

export type WatchCode = keyof typeof WATCH_RULES;

export const WATCH_CODES: readonly WatchCode[] = Object.keys(WATCH_RULES).filter(isWatchCode);

export function isWatchCode(text: string): text is WatchCode {
  return Object.hasOwn(WATCH_RULES, text);
}

/** Rules that do not look: a centre turned them off, or their row says why not and the centre did not turn them on. */
export const rulesOff = (chosen?: RulesChosen): readonly WatchCode[] =>
  namesOff(WATCH_RULES, chosen).filter(isWatchCode);

/** The same of any rules. */
export const namesOff = (
  rules: Readonly<Record<string, WatchRule>>,
  { on = [], off = [] }: RulesChosen = {},
): readonly string[] =>
  Object.entries(rules)
    .filter(([name, { offBecause }]) => off.includes(name) || (offBecause !== undefined && !on.includes(name)))
    .map(([name]) => name);

/** What is to be looked at, by which rule. */
export interface Finding extends Found {
  readonly code: WatchCode;
}

/** Everything that asks for a person in one child’s file today. The order of resources, and when each came, change nothing. */
export function childFindings(resources: readonly fhir4.FhirResource[], scope: WatchScope): readonly Finding[] {
  const seen = childSeen(resources, scope);
  if (seen === undefined) return [];
  const off = rulesOff(scope.rules);
  return WATCH_CODES.filter((code) => !off.includes(code))
    .flatMap((code) => {
      const { find }: WatchRule = WATCH_RULES[code];
      return find(seen).map((found) => ({ ...found, code }));
    })
    .filter(({ since }) => since <= scope.today);
}
