import { WATCH_FINDINGS } from '../../profiles/codes/watch-findings.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { present } from '../concepts/present.ts';
import type { FindingsTold } from '../domain/findings-told.ts';
import { rulesOff, WATCH_RULES } from './child-findings.ts';
import type { WatchRule } from './watch-rule.ts';
import type { RulesChosen } from './watch-scope.ts';

/**
 * Rules that do not look at a centre, in words, to be said with what was found: who reads nothing of them must not take that for all being well.
 * Nothing where all rules look.
 */
export function rulesOffTold(chosen: RulesChosen | undefined, language: keyof Bilingual): Pick<FindingsTold, 'off'> {
  const off = rulesOff(chosen).map((code) => {
    const { offBecause }: WatchRule = WATCH_RULES[code];
    return present({ code, text: WATCH_FINDINGS[code][language], because: offBecause?.[language] });
  });
  return off.length > 0 ? { off } : {};
}
