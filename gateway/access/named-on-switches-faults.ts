import type { SettingFault } from './setting-fault.ts';
import { type Switches, switchedOn } from './switches.ts';

interface NamedOnSwitches {
  readonly centres: readonly (Switches & { readonly id: string })[];
  readonly partners: readonly { readonly id: string }[];
}

/** Partners and centres that a switch names and the registry does not have: a name that nobody has opens nothing, and would open to whoever takes it later. */
export const namedOnSwitchesFaults = (registry: NamedOnSwitches): readonly SettingFault[] => [
  ...assessedFaults(registry),
  ...tiedFaults(registry),
];

const assessedFaults = ({ centres, partners }: NamedOnSwitches): readonly SettingFault[] =>
  centres.flatMap((centre, index) =>
    (switchedOn(centre, 'otherProvinces')?.partners ?? [])
      .filter((it) => !partners.some(({ id }) => id === it))
      .map((it) => ({
        path: `/centres/${index}/otherProvinces/partners`,
        text: {
          fr: `le centre ${centre.id} nomme ${it} dans otherProvinces, qui n’est pas un partenaire : retirez-le, ou inscrivez-le aux partenaires.`,
          en: `centre ${centre.id} names ${it} in otherProvinces, which is not a partner: take it out, or add it to the partners`,
        },
      })),
  );

const tiedFaults = ({ centres }: NamedOnSwitches): readonly SettingFault[] =>
  centres.flatMap((centre, index) =>
    (switchedOn(centre, 'centreTies')?.centres ?? [])
      .filter((it) => it === centre.id || !centres.some(({ id }) => id === it))
      .map((it) => ({
        path: `/centres/${index}/centreTies/centres`,
        text: {
          fr: `le centre ${centre.id} nomme ${it} dans centreTies, qui n’est pas un autre centre : retirez-le, ou inscrivez-le aux centres.`,
          en: `centre ${centre.id} names ${it} in centreTies, which is not another centre: take it out, or add it to the centres`,
        },
      })),
  );
