import { askCode, faultIn, giveCode, readRequest } from './ask.js';
import { alertPlace, busy, button, el, show } from './draw.js';
import { showRequest } from './request.js';

export function showNothing({ words }) {
  show(words.nothing.heading, el('p', {}, words.nothing.text));
}

/** Before the code: nothing is known yet, and nothing was asked of the server. */
export function showStart(page) {
  opening(page, page.words.start);
}

/** After the request was shown, or can be shown no more. */
export function showEnded(page, notice) {
  opening(page, page.words.ended, notice?.(page.words));
}

function opening(page, { heading, text }, notice) {
  const { start } = page.words;
  const fault = alertPlace('start-fault');
  const send = button(start.send, () => busy(send, () => sendThenAsk(page, fault)));
  const have = button(start.have, () => page.go(() => showCode(page, 'ready')), 'quiet');
  show(
    heading,
    notice !== undefined && el('p', { class: 'notice' }, notice),
    el('p', {}, text),
    fault.place,
    el('div', { class: 'acts' }, send, have),
  );
}

async function sendThenAsk(page, fault) {
  const asked = await askCode();
  if (asked.ok) page.go(() => showCode(page, 'text'));
  else fault.say(faultIn(asked).words ?? page.words.trouble);
}

function showCode(page, said) {
  const words = page.words.code;
  const fault = alertPlace('code-fault');
  const field = el('input', {
    id: 'code',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: '7',
    'aria-describedby': 'code-fault',
  });
  const open = el('button', { type: 'submit', class: 'main' }, words.open);
  const again = button(words.again, () => busy(again, () => sendThenAsk(page, fault)), 'quiet');
  const given = (event) => {
    event.preventDefault();
    busy(open, () => giveThenOpen(page, field, fault));
  };
  show(
    words.heading,
    el('p', {}, words[said]),
    el(
      'form',
      { novalidate: true, submit: given },
      el('label', { for: 'code' }, words.label),
      field,
      fault.place,
      el('div', { class: 'acts' }, open, again),
    ),
  );
  field.focus();
}

async function giveThenOpen(page, field, fault) {
  const code = field.value.replaceAll(/\s/g, '');
  const wrong = (words) => {
    field.setAttribute('aria-invalid', 'true');
    fault.say(words);
    field.focus();
    field.select();
  };
  if (!/^\d{6}$/.test(code)) return wrong(page.words.code.six);
  const given = await giveCode(code);
  if (!given.ok) return wrong(faultIn(given).words ?? page.words.trouble);
  const read = await readRequest();
  if (!read.ok) return wrong(faultIn(read).words ?? page.words.trouble);
  const leave = (notice) => page.go(() => showEnded(page, notice));
  const opened = { view: read.body, draft: {}, correcting: false };
  return page.go(() => showRequest(page, opened, leave));
}
