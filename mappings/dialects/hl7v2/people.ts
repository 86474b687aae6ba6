import { present, several } from '../../concepts/present.ts';
import type { Repetition } from './parsed-message.ts';
import { components, type Encoded, subcomponents } from './write-segment.ts';

/** A name in one piece is a customary name (table 0200: D) in the place of the family name, since nobody may split it. */
const IN_ONE_PIECE = 'D';
/** A name that we do not give: unknown there. */
export const NAME_WITHHELD = components(undefined, undefined, undefined, undefined, undefined, undefined, 'U');

/** A name as XPN: two repetitions where it is known both in parts and in one piece. */
export function nameFields({ family, given = [], text }: fhir4.HumanName): readonly Encoded[] {
  const [first, ...further] = given;
  const parts =
    family === undefined && given.length === 0
      ? []
      : [components(family && subcomponents(family), first, further.length > 0 ? further.join(' ') : undefined)];
  const whole = text === undefined ? [] : [components(subcomponents(text), ...NONE, IN_ONE_PIECE)];
  return [...parts, ...whole];
}

const NONE = [undefined, undefined, undefined, undefined, undefined];

/** XPN repetitions as one name; the first name in parts, the first in one piece. What other repetitions say is `more`. */
export function nameFrom(repetitions: readonly Repetition[]): {
  readonly name: fhir4.HumanName | undefined;
  readonly more: boolean;
} {
  const isWhole = (xpn: Repetition): boolean =>
    xpn.component(7).trim().toUpperCase() === IN_ONE_PIECE && !xpn.component(2);
  const inParts = repetitions.filter((xpn) => !isWhole(xpn) && partsOf(xpn) !== undefined);
  const whole = repetitions.filter(isWhole);
  const name = present({ ...(inParts[0] && partsOf(inParts[0])), text: whole[0] && surname(whole[0]) });
  return {
    name: Object.keys(name).length === 0 ? undefined : name,
    more: inParts.length > 1 || whole.length > 1,
  };
}

function partsOf(xpn: Repetition): Pick<fhir4.HumanName, 'family' | 'given'> | undefined {
  const given = several([xpn.component(2), xpn.component(3)].filter((one) => one !== ''));
  const family = surname(xpn);
  return family === undefined && given === undefined ? undefined : present({ family, given });
}

/** FN has parts of its own since v2.3.1; its first is the surname. */
const surname = (xpn: Repetition): string | undefined => xpn.subcomponent(1, 1) || undefined;

/** A person or organization in words, from XPN or XCN, whose name begins at this component. */
export function nameInWords(field: Repetition, from = 1): string | undefined {
  const [family, given, further] = [field.subcomponent(from, 1), field.component(from + 1), field.component(from + 2)];
  const words = [given, further, family].filter((part) => part !== '').join(' ');
  return words === '' ? undefined : words;
}

/** A telephone from XTN: as it is dialled (XTN-1, until v2.3), else its parts. */
export function telephoneFrom(xtn: Repetition): string | undefined {
  const [whole, , , email, country, area, local, extension, any, , , unformatted] = [
    ...Array.from({ length: 12 }, (_, nth) => xtn.component(nth + 1).trim()),
  ];
  const parts = [country && `+${country}`, area, local, extension && `#${extension}`].filter(Boolean).join(' ');
  return whole || unformatted || parts || any || email || undefined;
}

/** A telephone as XTN: whole in XTN-1, where every version reads it, and in XTN-12. */
export const telephoneField = (telephone: string | undefined): Encoded | undefined =>
  telephone === undefined
    ? undefined
    : components(telephone, 'WPN', 'PH', ...NONE, undefined, undefined, undefined, telephone);
