import type { Walk } from './walk.ts';
import { parseXhtml, type XhtmlElement } from './xhtml.ts';

const NAMESPACE = 'http://www.w3.org/1999/xhtml';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const ELEMENTS = words(
  'p br div h1 h2 h3 h4 h5 h6 a span b em i strong small big tt dfn q var abbr acronym cite blockquote hr address bdo kbd sub sup ul ol li dl dt dd pre table caption colgroup col thead tr tfoot tbody th td code samp img map area',
);
const ATTRIBUTES = words(
  'title style class id lang xml:lang xml:space dir accesskey tabindex span width align valign char charoff abbr axis headers scope rowspan colspan',
);
const OWN_ATTRIBUTES = words(
  'a.href a.name a.charset a.type a.hreflang a.rel a.rev a.shape a.coords img.src img.border img.alt img.longdesc img.height img.width img.usemap img.ismap blockquote.cite q.cite map.name area.shape area.coords area.href area.nohref area.alt table.summary table.width table.border table.frame table.rules table.cellspacing table.cellpadding pre.space td.nowrap',
);
const BLOCKS = words('div pre table ul ol');
const TEXT_LEVEL = words(
  'p h1 h2 h3 h4 h5 h6 pre address a b em i strong small big sub sup code tt dfn q var abbr acronym cite bdo kbd samp span caption dd dt',
);
const NOT_IN_ITSELF = words('a b em i strong small big sub sup code tt dfn q var abbr acronym cite bdo kbd samp');
const EMPTY = words('br img hr area');
const ONLY: Readonly<Record<string, ReadonlySet<string>>> = {
  table: words('tbody tr caption thead tfoot col colgroup'),
  tr: words('td th'),
  tbody: words('tr'),
  thead: words('tr'),
  tfoot: words('tr'),
  ul: words('li'),
  ol: words('li'),
  dl: words('dd dt'),
  map: words('area'),
};
const UNDER: Readonly<Record<string, ReadonlySet<string>>> = {
  tr: words('table thead tfoot tbody'),
  tbody: words('table'),
  thead: words('table'),
  tfoot: words('table'),
  caption: words('table'),
  colgroup: words('table'),
  col: words('colgroup table'),
  th: words('tr thead tfoot'),
  td: words('tr thead tfoot'),
  li: words('ul ol'),
  dd: words('dl'),
  dt: words('dl'),
};

/** Narrative.div: well formed, only formatting (txt-1), something to read (txt-2). */
export function narrativeDiv(value: unknown, walk: Walk): void {
  if (typeof value !== 'string' || value === '') {
    walk.misshapen(value === null ? 'noNull' : 'primitive', 'xhtml');
    return;
  }
  const div = parseXhtml(value);
  if (div === undefined || div.name !== 'div' || div.attributes.get('xmlns') !== NAMESPACE) {
    walk.report('xhtmlMarkup');
    return;
  }
  if (!onlyFormatting(div)) {
    walk.invariant('txt-1', 'error', {
      fr: 'seulement la mise en forme du HTML 4 : ni script, ni formulaire, ni style externe, ni évènement.',
      en: 'only the formatting of HTML 4: no scripts, forms, external styles or events.',
    });
  }
  if (!hasContent(div)) {
    walk.invariant('txt-2', 'error', {
      fr: 'ce texte est vide ; écrivez-le ou enlevez-le.',
      en: 'this text is empty; write it or leave it out.',
    });
  }
  const misplaced = firstMisplaced(div) ?? danglingLink(div, idsOf(div));
  if (misplaced !== undefined) walk.report('xhtmlStructure', misplaced);
  if (holdsBadLink(div)) walk.report('xhtmlLink');
}

const onlyFormatting = (element: XhtmlElement): boolean =>
  ELEMENTS.has(element.name) &&
  [...element.attributes.keys()].every(
    (it) => it.startsWith('xmlns') || ATTRIBUTES.has(it) || OWN_ATTRIBUTES.has(`${element.name}.${it}`),
  ) &&
  element.elements.every(onlyFormatting);

const hasContent = (element: XhtmlElement): boolean =>
  element.text || element.name === 'img' || element.elements.some(hasContent);

/** The first element that HTML does not allow where it stands. */
function firstMisplaced(parent: XhtmlElement): string | undefined {
  for (const element of parent.elements) {
    const { name } = element;
    const inner = ONLY[name];
    const wrong =
      (EMPTY.has(name) && (element.text || element.elements.length > 0)) ||
      UNDER[name]?.has(parent.name) === false ||
      (inner !== undefined && (element.text || element.elements.some((it) => !inner.has(it.name)))) ||
      (TEXT_LEVEL.has(name) && holds(element, BLOCKS)) ||
      (NOT_IN_ITSELF.has(name) && holds(element, new Set([name])));
    if (wrong) return name;
    const below = firstMisplaced(element);
    if (below !== undefined) return below;
  }
  return undefined;
}

const holds = (element: XhtmlElement, names: ReadonlySet<string>): boolean =>
  element.elements.some((it) => names.has(it.name) || holds(it, names));

/** Links that run something, that lead into the message itself, or nowhere. */
const holdsBadLink = ({ name, attributes, elements }: XhtmlElement): boolean =>
  (name === 'a' && BAD_LINK.test(attributes.get('href') ?? 'x')) || elements.some(holdsBadLink);

const BAD_LINK = /^(?:\s*$|(?:javascript|vbscript|urn|cid):)/i;

function danglingLink(element: XhtmlElement, ids: ReadonlySet<string>): string | undefined {
  const target = element.attributes.get(element.name === 'img' ? 'src' : 'href');
  if (target?.startsWith('#') === true && !ids.has(target.slice(1))) return element.name;
  for (const child of element.elements) {
    const found = danglingLink(child, ids);
    if (found !== undefined) return found;
  }
  return undefined;
}

function idsOf({ attributes, elements }: XhtmlElement): ReadonlySet<string> {
  const own = [attributes.get('id'), attributes.get('name')].filter((it) => it !== undefined);
  return new Set([...own, ...elements.flatMap((it) => [...idsOf(it)])]);
}
