import { isOn, type Switches } from '../access/switches.ts';

/** What a partner asks under a number beside the plain read; there only where the centre whose request it is has it on. */
export interface AskedByNumber {
  readonly behind: 'partnerEverything' | 'partnerHistory';
  /** What it asks for, `Patient/{number}`: where that is not shown, nothing is. */
  readonly place: string;
  /** In this version only. */
  readonly version?: string;
}

/** Whether it is off at this centre: then what is asked for is not even looked at, as what is unknown. */
export const isShut = (asked: AskedByNumber | undefined, centre: Switches): boolean =>
  asked !== undefined && !isOn(centre, asked.behind);

/** Whether what is asked for is among what would be shown; `versions`: of each thing, by its place. */
export function isAmong(asked: AskedByNumber | undefined, versions: ReadonlyMap<string, string>): boolean {
  if (asked === undefined) return true;
  const stands = versions.get(asked.place);
  return stands !== undefined && (asked.version === undefined || asked.version === stands);
}
