/**
 * Their identifiers hold their child's, they refer to its Patient, and they are written behind its fence only: where there is no Patient there
 * is none of these, since the record refuses a reference to nothing.
 */
export const OF_A_CHILD: ReadonlySet<string> = new Set(['RelatedPerson', 'Goal']);
