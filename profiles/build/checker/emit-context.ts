import type { CodeSets } from './code-sets.ts';
import type { ElementNode } from './element-node.ts';
import type { FunctionPool } from './function-pool.ts';

/** What a definition is emitted with. */
export interface EmitContext {
  readonly pool: FunctionPool;
  readonly sets: CodeSets;
  /** The tree of a type or profile by its name or URL. */
  readonly treeOf: (type: string) => ElementNode;
  readonly isResource: (type: string) => boolean;
  /** Statements that check the invariants of an element: `v` its value, `c` the companion of a primitive. */
  readonly invariants: (node: ElementNode, type: string | undefined) => string;
  /** The element that a contentReference of this structure names. */
  readonly referred: (id: string) => ElementNode;
  /** The structure’s own name, for the functions that call themselves. */
  readonly structure: string;
}
