type ElementDefinition = fhir4.ElementDefinition;

/** The elements of a snapshot by their ids, and how their paths are written for people. */
export class ElementPaths {
  readonly #elements: ReadonlyMap<string, ElementDefinition>;
  readonly #type: string;

  constructor({ type, snapshot }: fhir4.StructureDefinition) {
    this.#type = type;
    this.#elements = new Map((snapshot?.element ?? []).map((it) => [it.id ?? '', it]));
  }

  element(id: string): ElementDefinition {
    return this.#elements.get(id) ?? { path: id };
  }

  parent(id: string): string {
    return id.slice(0, id.lastIndexOf('.'));
  }

  /** From the nearest to the farthest, without the resource itself. */
  ancestors(id: string): readonly string[] {
    const parent = this.parent(id);
    return parent === this.#type || parent === '' ? [] : [parent, ...this.ancestors(parent)];
  }

  /** Whether the element must be there, and everything that it stands in. */
  isMandatory(id: string): boolean {
    return [id, ...this.ancestors(id)].every((it) => (this.element(it).min ?? 0) > 0);
  }

  /** `Patient.identifier:nam.system` → `identifier[nam].system`; a list without a slice is `name[]`. */
  shown(id: string): string {
    return [...this.ancestors(id)]
      .reverse()
      .concat(id)
      .map((it) => this.#segment(it))
      .join('.');
  }

  relative(id: string, from: string): string {
    return this.shown(id).slice(this.shown(from).length + 1);
  }

  #segment(id: string): string {
    const [name = '', slice] = id.slice(this.parent(id).length + 1).split(':');
    const { base, type = [] } = this.element(id);
    if (name.endsWith('[x]')) {
      const only = type.length === 1 ? type[0]?.code : undefined;
      return only === undefined ? name : `${name.slice(0, -3)}${only.slice(0, 1).toUpperCase()}${only.slice(1)}`;
    }
    if (slice !== undefined) return `${name}[${slice}]`;
    return base?.max === '1' ? name : `${name}[]`;
  }
}
