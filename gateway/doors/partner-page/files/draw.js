/** An element with its attributes and what stands in it; texts become text, never markup. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(2).filter((child) => child !== undefined && child !== false));
  return element;
}

export const button = (label, act, kind = 'main') => el('button', { type: 'button', class: kind, click: act }, label);

/** A number that a telephone can call. */
export const telephone = (number) => el('a', { href: `tel:${number.replaceAll(/[^\d+]/g, '')}`, class: 'tel' }, number);

/** Puts a step in the place of the one before; who reads with ears or keyboard is taken to its heading. */
export function show(heading, ...children) {
  const title = el('h1', { tabindex: '-1' }, heading);
  document.querySelector('main').replaceChildren(title, ...children.flat(2).filter((child) => child));
  title.focus();
  scrollTo(0, 0);
}

/** A place for what went wrong, read out as soon as it is filled. */
export function alertPlace(id) {
  const place = el('p', { role: 'alert', class: 'fault', id });
  return { place, say: (words) => place.replaceChildren(words) };
}

/** One act at a time: a button that was pressed waits for its answer. */
export async function busy(element, act) {
  if (element.getAttribute('aria-disabled') === 'true') return;
  element.setAttribute('aria-disabled', 'true');
  try {
    await act();
  } finally {
    element.removeAttribute('aria-disabled');
  }
}
