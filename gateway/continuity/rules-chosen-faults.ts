import { isWatchCode } from '../../mappings/watch/child-findings.ts';
import type { RulesChosen } from '../../mappings/watch/watch-scope.ts';
import type { SettingFault } from '../access/setting-fault.ts';

interface Choosing {
  readonly id: string;
  readonly watchRules?: RulesChosen;
}

/** Rules of the watch that nobody knows, and those that a centre turns both on and off. */
export const rulesChosenFaults = (centres: readonly Choosing[]): readonly SettingFault[] =>
  centres.flatMap(({ id, watchRules: { on = [], off = [] } = {} }, index) => {
    const path = `/centres/${index}/watchRules`;
    return [
      ...[...on, ...off]
        .filter((rule) => !isWatchCode(rule))
        .map((rule) => ({
          path,
          text: {
            fr: `le centre ${id} nomme ${rule}, qui n’est pas une règle de la vigie (docs/watch.md).`,
            en: `centre ${id} names ${rule}, which is no rule of the watch (docs/watch.md)`,
          },
        })),
      ...on
        .filter((rule) => off.includes(rule))
        .map((rule) => ({
          path,
          text: {
            fr: `le centre ${id} active et désactive à la fois la règle ${rule}.`,
            en: `centre ${id} turns the rule ${rule} both on and off`,
          },
        })),
    ];
  });
