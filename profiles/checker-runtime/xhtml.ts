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
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\/([A-Za-z][\w:.-]*)\s*>|<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#\d+|#x[0-9A-Fa-f]+|([A-Za-z][A-Za-z0-9]*));/g;
const DEPTH_MAX = 200;

/** The entities of HTML 4, by name. */
const ENTITIES = new Set(
  'quot amp lt gt apos nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml OElig oelig Scaron scaron Yuml fnof circ tilde Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega thetasym upsih piv ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger bull hellip permil prime Prime lsaquo rsaquo oline frasl euro image weierp real trade alefsym larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod sum minus lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv le ge sub sup nsub sube supe oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams'.split(
    ' ',
  ),
);

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
    } else if (!whole.startsWith('<!--')) {
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
