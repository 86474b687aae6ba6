import type { CareCircle } from '../../mappings/domain/concepts.ts';
import type { Day } from './days.ts';
import type { LooseEnd } from './loose-ends.ts';
import type { Member } from './people.ts';
import type { Professional, Told } from './told.ts';

/** A child of the population, before anything is told. */
export interface Character {
  readonly told: Omit<Told, 'pivot'>;
  readonly child: CareCircle['child'];
  readonly members: readonly Member[];
  readonly pivot: Professional;
  /** Another of the centre, who held the thread before, in some stories. */
  readonly earlier: Professional;
  readonly arrival: Day;
  readonly street: string;
  /** What is not as it should be when the stories stop; undefined: all is. */
  readonly looseEnd?: LooseEnd;
}
