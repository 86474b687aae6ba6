import { answerForm } from './answer.js';
import { close, faultIn, readRequest, takeBack } from './ask.js';
import { alertPlace, busy, button, el, show, telephone } from './draw.js';

/**
 * The request that was opened. `opened` holds what the server showed, what is being written, and what there is to say; `leave` goes
 * back to the closed page.
 */
export function showRequest(page, opened, leave) {
  const { view, correcting, notice } = opened;
  const words = page.words;
  const asked = view.request[page.language];
  const noted = view.pending !== undefined && !correcting;
  const ending = button(
    words.request.close,
    () =>
      busy(ending, async () => {
        await close();
        leave();
      }),
    'quiet',
  );
  if (view.pending !== undefined) at(new Date(view.pending.dueAt), () => refresh(page, opened, leave));
  show(
    asked.title,
    el('p', { class: 'from' }, `${words.request.from} `, el('strong', {}, asked.centre.name)),
    notice !== undefined && el('p', { class: 'notice', role: 'status' }, notice(words)),
    noted && answered(page, opened, leave),
    safeContact(asked.safeContact, words.request),
    asked.sections.map(section),
    view.moreOnceAccepted && el('p', { class: 'more' }, words.request.more),
    standing(view.standing?.[page.language] ?? words.request.waiting, words.request),
    !noted && view.answers.length > 0 && answerForm(page, opened, leave),
    el(
      'footer',
      {},
      el('p', {}, `${words.request.call} `, telephone(asked.centre.telephone)),
      el('p', {}, `${words.request.number} `, el('span', { class: 'number' }, view.number)),
      el('div', { class: 'acts' }, ending),
    ),
  );
}

const safeContact = ({ heading, lines, mustNot }, words) =>
  el(
    'section',
    { class: 'safe' },
    el('h2', {}, heading),
    lines.map((line, index) => el('p', index === 0 ? { class: 'first' } : {}, line)),
    mustNot.length > 0 && [
      el('h3', {}, words.mustNot),
      el(
        'ul',
        {},
        mustNot.map((line) => el('li', {}, line)),
      ),
    ],
  );

const section = ({ heading, rows }) =>
  el(
    'section',
    {},
    el('h2', {}, heading),
    el(
      'dl',
      {},
      rows.map(({ label, text }) => el('div', {}, el('dt', {}, label), el('dd', {}, text))),
    ),
  );

const standing = (where, words) => el('section', {}, el('h2', {}, words.standing), el('p', {}, where));

/** What was answered, while it can still be corrected. */
function answered(page, opened, leave) {
  const { pending } = opened.view;
  const words = page.words.pending;
  const fault = alertPlace('pending-fault');
  const correct = button(words.correct, () => {
    Object.assign(opened, { correcting: true, draft: { ...pending }, notice: undefined });
    page.redraw();
    document.querySelector('form input:checked')?.focus();
  });
  const withdraw = button(words.withdraw, () => busy(withdraw, () => withdrawn(page, opened, leave, fault)), 'quiet');
  return el(
    'section',
    { class: 'noted', role: 'status' },
    el('h2', {}, words.heading),
    el('p', { class: 'first' }, page.words.answers.find(({ what }) => what === pending.what)?.label ?? ''),
    el('p', {}, words.due.replace('{time}', timeIn(page.language, pending.dueAt))),
    fault.place,
    el('div', { class: 'acts' }, correct, withdraw),
  );
}

async function withdrawn(page, opened, leave, fault) {
  const taken = await takeBack();
  if (taken.status === 403) return leave();
  if (!taken.ok) return fault.say(faultIn(taken).words ?? page.words.trouble);
  const { pending: _pending, ...view } = opened.view;
  Object.assign(opened, { view, draft: {}, notice: (words) => words.pending.withdrawn });
  return page.redraw();
}

const timeIn = (language, instant) =>
  new Intl.DateTimeFormat(`${language}-CA`, { timeStyle: 'short' }).format(new Date(instant));

const SETTLES_MS = 1_500;
let clock;

function at(moment, act) {
  clearTimeout(clock);
  clock = setTimeout(act, Math.max(0, moment.getTime() - Date.now()) + SETTLES_MS);
}

/** Once the time is over: where the request then stands, or the closed page when that was its end. */
async function refresh(page, opened, leave) {
  const passed = (words) => words.pending.passed;
  const read = await readRequest();
  if (read.status === 403) return leave(passed);
  if (!read.ok || read.body.pending !== undefined) return at(new Date(), () => refresh(page, opened, leave));
  Object.assign(opened, { view: read.body, draft: {}, correcting: false, notice: passed });
  return page.redraw();
}
