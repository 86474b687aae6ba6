import { isDeepStrictEqual } from 'node:util';
import { Document, isAlias, isCollection, isMap, isScalar, isSeq, type Node, parse, parseDocument, visit } from 'yaml';

/** Where something stands in a file: `['issuers', 0, 'vouchesFor', 'centres']`. */
export type YamlPath = readonly (string | number)[];

/** Adds an item at the end of a list, which is made where there is none. */
export function withItem(text: string, path: YamlPath, item: unknown): string {
  const list = parseDocument(text).getIn(path, true);
  return sameBut(
    text,
    (doc) => (isSeq(list) ? doc.addIn(path, doc.createNode(item)) : doc.setIn(path, doc.createNode([item]))),
    () => {
      if (isSeq(list) && list.items.length > 0) return afterLast(text, list, item);
      // Only a list at the top of the file can be put at its end.
      return path.length === 1 && list === undefined ? `${ended(text)}${path[0]}:\n${indented([item], 2)}` : undefined;
    },
  );
}

/** Sets a field of an entry: a text, a number or a list of them. */
export function withField(text: string, path: YamlPath, field: string, value: unknown): string {
  const entry = parseDocument(text).getIn(path, true);
  return sameBut(
    text,
    (doc) => doc.setIn([...path, field], doc.createNode(value)),
    () => {
      if (!isMap(entry) || entry.items.length === 0) return undefined;
      const held = entry.get(field, true);
      if (held !== undefined) return isScalar(held) ? replaced(text, held, inFlow(value)) : undefined;
      const last = entry.items.at(-1)?.value;
      if (!isNode(last)) return undefined;
      if (entry.flow === true) return inserted(text, endOf(last), `, ${field}: ${inFlow(value)}`);
      const at = endOfLine(text, endOf(last));
      return inserted(
        text,
        at,
        `${newLineBefore(text, at)}${' '.repeat(columnOf(text, entry))}${field}: ${inFlow(value)}\n`,
      );
    },
  );
}

/**
 * The text with as little changed as can be, as long as it then says just what the document says once it was changed there; else the document
 * as its library writes it, which keeps comments and entries, and not every space.
 */
function sameBut(text: string, change: (doc: Document) => void, edit: () => string | undefined): string {
  const doc = parseDocument(text);
  change(doc);
  const edited = edit();
  if (edited !== undefined && saysTheSame(edited, doc)) return edited;
  return doc.toString({ lineWidth: 0 });
}

function saysTheSame(text: string, doc: Document): boolean {
  try {
    return isDeepStrictEqual(parse(text), doc.toJS());
  } catch {
    return false;
  }
}

function afterLast(text: string, list: Node & { items: unknown[]; flow?: boolean | undefined }, item: unknown) {
  const last = list.items.at(-1);
  if (!isNode(last)) return undefined;
  if (list.flow === true) return inserted(text, endOf(last), `, ${inFlow(item)}`);
  const at = endOfLine(text, endOf(last));
  return inserted(text, at, `${newLineBefore(text, at)}${indented([item], columnOf(text, list))}`);
}

const isNode = (it: unknown): it is Node => isScalar(it) || isCollection(it) || isAlias(it);

const startOf = ({ range }: Node): number => range?.[0] ?? 0;
const endOf = ({ range }: Node): number => range?.[1] ?? 0;

const columnOf = (text: string, node: Node): number => startOf(node) - (text.lastIndexOf('\n', startOf(node) - 1) + 1);

/** Behind the line on which something ends, with the comment that stands there. */
function endOfLine(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const next = text.indexOf('\n', at);
  return next === -1 ? text.length : next + 1;
}

const newLineBefore = (text: string, at: number): string => (at > 0 && text[at - 1] !== '\n' ? '\n' : '');
const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

const inserted = (text: string, at: number, words: string): string => text.slice(0, at) + words + text.slice(at);
const replaced = (text: string, node: Node, words: string): string =>
  text.slice(0, startOf(node)) + words + text.slice(endOf(node));

/** In block style, lists of words on one line: as people write such files. */
function indented(value: unknown, spaces: number): string {
  const doc = new Document(value);
  visit(doc, {
    Seq: (_key, node) => {
      if (node.items.every((it) => isScalar(it))) node.flow = true;
    },
  });
  return doc.toString({ lineWidth: 0, flowCollectionPadding: false }).replace(/^(?=.)/gm, ' '.repeat(spaces));
}

function inFlow(value: unknown): string {
  const doc = new Document(value);
  visit(doc, {
    Collection: (_key, node) => {
      node.flow = true;
    },
  });
  return doc.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}
