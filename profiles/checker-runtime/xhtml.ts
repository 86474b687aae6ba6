/** An element of a narrative: what is needed to judge it. */
export interface XhtmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: readonly XhtmlElement[];
  /** Whether it holds, itself, a text that is not only white space. */
  readonly text: boolean;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: XhtmlElement[];
  text: boolean;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<\/([A-Za-z][\w:.-]*)\s*>|<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#\d+|#x[0-9A-Fa-f]+|([A-Za-z][A-Za-z0-9]*));/g;
const DEPTH_MAX = 200;

/** XML’s own entities: those of HTML need a document type, which a narrative does not have. */
const ENTITIES = new Set(['quot', 'amp', 'lt', 'gt', 'apos']);

/** The one element that a text is, or undefined if it is not well-formed XHTML. */
export function parseXhtml(text: string): XhtmlElement | undefined {
  const trimmed = text.trim();
  const stack: Open[] = [];
  let root: XhtmlElement | undefined;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const token = TOKEN.exec(trimmed);
    if (token === null || root !== undefined || stack.length > DEPTH_MAX) return undefined;
    const [whole, closed, opened, attributes = '', empty] = token;
    const top = stack.at(-1);
    if (opened !== undefined) {
      const read = attributesOf(attributes);
      if (read === undefined) return undefined;
      const element: Open = { name: opened, attributes: read, elements: [], text: false };
      top?.elements.push(element);
      if (empty !== '/') stack.push(element);
      else if (top === undefined) root = element;
    } else if (closed !== undefined) {
      if (top?.name !== closed) return undefined;
      stack.pop();
      if (stack.length === 0) root = top;
    } else if (!whole.startsWith('<!--') && !whole.startsWith('<?')) {
      if (top === undefined || (!whole.startsWith('<![CDATA[') && !entitiesKnown(whole))) return undefined;
      top.text ||= whole.trim() !== '';
    }
  }
  return root;
}

function attributesOf(text: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (found.has(name) || !entitiesKnown(double ?? single ?? '')) return undefined;
    found.set(name, double ?? single ?? '');
  }
  return found;
}

function entitiesKnown(text: string): boolean {
  if (!text.includes('&')) return true;
  const rest = text.replace(ENTITY, (whole, name: string | undefined) =>
    name === undefined || ENTITIES.has(name) ? '' : whole,
  );
  return !rest.includes('&');
}
