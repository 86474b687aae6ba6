import { createHash } from 'node:crypto';

const HASH_LENGTH = 6;

/** A value as JavaScript writes it. */
export const js = (value: unknown): string => JSON.stringify(value) ?? 'undefined';

/**
 * Functions and constants that are written once, however often they are needed: a name is made of a hint and of a hash of what it
 * stands for, so that an unchanged definition keeps its name and its text from one build to the next.
 */
export class FunctionPool {
  readonly #below: FunctionPool | undefined;
  readonly #texts = new Map<string, string>();
  readonly #borrowed = new Set<string>();

  /** `below` has what this pool may use and need not write again. */
  constructor(below?: FunctionPool) {
    this.#below = below;
  }

  /** `const hint_1a2b3c = text` */
  constant(hint: string, text: string): string {
    return this.#named(hint, text, (name) => `const ${name} = ${text};`);
  }

  /** `function hint_1a2b3c(parameters) { body }` */
  fn(hint: string, parameters: string, body: string): string {
    return this.#named(hint, `${parameters}=>${body}`, (name) => `function ${name}(${parameters}) {\n${body}\n}`);
  }

  /** A function whose name must be known before its body: it calls itself, or is called by what it calls. */
  recursive(name: string, parameters: string, body: () => string): string {
    if (this.has(name)) return name;
    this.#texts.set(name, '');
    this.#texts.set(name, `function ${name}(${parameters}) {\n${body()}\n}`);
    return name;
  }

  has(name: string): boolean {
    if (this.#texts.has(name)) return true;
    if (this.#below?.has(name) !== true) return false;
    this.#borrowed.add(name);
    return true;
  }

  /** Marks a name of the pool below as used here. */
  borrow(name: string): string {
    this.has(name);
    return name;
  }

  get texts(): readonly string[] {
    return [...this.#texts.values()];
  }

  get names(): readonly string[] {
    return [...this.#texts.keys()];
  }

  /** What this pool takes from the one below. */
  get borrowed(): readonly string[] {
    return [...this.#borrowed].sort();
  }

  #named(hint: string, content: string, text: (name: string) => string): string {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);
    const name = `${hint.replace(/[^A-Za-z0-9]/g, '_')}_${hash}`;
    // The same content under another hint is still the same: the first name stays.
    const known = this.#sameContent(content);
    if (known !== undefined) return this.borrow(known);
    if (!this.has(name)) this.#texts.set(name, text(name));
    this.#contents.set(content, name);
    return name;
  }

  readonly #contents = new Map<string, string>();

  #sameContent(content: string): string | undefined {
    const below = this.#below;
    return this.#contents.get(content) ?? (below === undefined ? undefined : below.#sameContent(content));
  }
}
