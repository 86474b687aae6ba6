import { faultIn, sendAnswer } from './ask.js';
import { alertPlace, busy, el } from './draw.js';

/** The form of an answer: what, then what that answer asks, then who says it. What is written survives a change of language. */
export function answerForm(page, opened, leave) {
  const { answer: words, answers } = page.words;
  const { view, draft } = opened;
  const fault = alertPlace('answer-fault');
  const details = el('div', { class: 'details' });
  const possible = answers.filter(({ what }) => view.answers.includes(what));
  const choose = (choice) => {
    draft.what = choice.what;
    details.replaceChildren(...choice.fields.map((field) => fieldFor(field, page.words, draft)));
  };
  const chosen = possible.find(({ what }) => what === draft.what);
  if (chosen !== undefined) choose(chosen);
  const send = el('button', { type: 'submit', class: 'main' }, words.send);
  const said = (event) => {
    event.preventDefault();
    busy(send, () => sendThenShow(page, opened, leave, { form: event.currentTarget ?? event.target, fault }));
  };
  return el(
    'form',
    { novalidate: true, class: 'answer', submit: said },
    el('h2', {}, view.standing === undefined ? words.heading : words.next),
    el(
      'fieldset',
      {},
      el('legend', {}, words.what),
      possible.map((choice) => radio(choice, draft.what, () => choose(choice))),
    ),
    details,
    labelled(
      words.saidBy,
      'saidBy',
      (given) => el('input', { ...given, autocomplete: 'name', maxlength: '200' }),
      draft,
    ),
    el('p', { class: 'hint' }, words.note),
    fault.place,
    el('div', { class: 'acts' }, send),
    el('p', { class: 'hint' }, words.correctable.replace('{minutes}', view.correctableMinutes)),
  );
}

const radio = ({ what, label }, chosen, choose) =>
  el(
    'label',
    { class: 'choice' },
    el('input', { type: 'radio', name: 'what', value: what, checked: what === chosen, change: choose }),
    el('span', {}, label),
  );

const CONTROLS = {
  reason: (given, words) =>
    el(
      'select',
      given,
      el('option', { value: '' }, words.answer.choose),
      words.reasons.map(({ reason, label }) => el('option', { value: reason }, label)),
    ),
  appointmentAt: (given) => el('input', { ...given, type: 'datetime-local' }),
  outcome: (given) => el('textarea', { ...given, rows: '3', maxlength: '2000' }),
  words: (given) => el('textarea', { ...given, rows: '3', maxlength: '2000' }),
};

/** `reason!` must be filled in, `words` may. */
function fieldFor(field, words, draft) {
  const name = field.replace('!', '');
  const optional = !field.endsWith('!');
  const label = optional ? `${words.answer[name]} (${words.answer.optional})` : words.answer[name];
  return labelled(label, name, (given) => CONTROLS[name](given, words), draft);
}

function labelled(label, name, make, draft) {
  const control = make({ id: name, name, 'aria-describedby': `${name}-fault` });
  control.value = name === 'appointmentAt' ? localTime(draft[name]) : (draft[name] ?? '');
  control.addEventListener('input', () => {
    draft[name] = name === 'appointmentAt' ? withOffset(control.value) : control.value;
  });
  return el('div', { class: 'field' }, el('label', { for: name }, label), control, alertPlace(`${name}-fault`).place);
}

async function sendThenShow(page, opened, leave, { form, fault }) {
  for (const marked of form.querySelectorAll('[aria-invalid]')) marked.removeAttribute('aria-invalid');
  for (const place of form.querySelectorAll('.fault')) place.replaceChildren();
  const { what, saidBy, reason, appointmentAt, outcome, words } = opened.draft;
  if (what === undefined) return fault.say(page.words.answer.chooseOne);
  if (!saidBy?.trim()) return wrong(form, 'saidBy', page.words.answer.required, fault);
  const sent = await sendAnswer({ what, saidBy: saidBy.trim(), reason, appointmentAt, outcome, words });
  if (sent.status === 403) return leave();
  if (!sent.ok) {
    const { field, words: told = page.words.trouble } = faultIn(sent);
    return wrong(form, field, told, fault);
  }
  Object.assign(opened, {
    view: { ...opened.view, pending: sent.body.pending },
    draft: {},
    correcting: false,
    notice: undefined,
  });
  return page.redraw();
}

/** Beside the field that it is about, where there is one. */
function wrong(form, name, words, fault) {
  const field = name === undefined ? null : form.querySelector(`#${CSS.escape(name)}`);
  if (field === null) return fault.say(words);
  field.setAttribute('aria-invalid', 'true');
  form.querySelector(`#${CSS.escape(name)}-fault`).replaceChildren(words);
  return field.focus();
}

/** `2026-12-01T09:30` on this telephone, with the offset that this telephone has then. */
function withOffset(local) {
  if (local === '') return undefined;
  const minutes = -new Date(local).getTimezoneOffset();
  const two = (number) => String(Math.trunc(Math.abs(number))).padStart(2, '0');
  return `${local}:00${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The other way round, for its field. */
function localTime(moment) {
  if (moment === undefined) return '';
  const instant = new Date(moment);
  const two = (number) => String(number).padStart(2, '0');
  const day = `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
  return `${day}T${two(instant.getHours())}:${two(instant.getMinutes())}`;
}
