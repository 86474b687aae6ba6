/** Which of design.md's laws was broken; «unexplained» is what nobody can say the end of. */
export type Law = 'lost' | 'twice' | 'order' | 'illegal' | 'unexplained';

export interface Breach {
  readonly law: Law;
  /** An id. */
  readonly about: string;
  readonly says: string;
}

export const breach = (law: Law, about: string, says: string): Breach => ({ law, about, says });
