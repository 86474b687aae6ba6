import { ACTS, type ActField, fieldsOf, isActName } from '../acts.ts';
import type { Lang } from '../bilingual.ts';
import type { BusinessId } from '../journal.ts';
import { type Html, html } from './html.ts';
import { TEXTS } from './texts.ts';

/** A form that was sent back: it is shown again, open, with what the person had written and what is wrong. */
export interface FailedForm {
  readonly task: { readonly value: string; readonly system: string | undefined };
  readonly values: Readonly<Record<string, unknown>>;
  readonly field: string | undefined;
  readonly message: string;
}

/** One small form per act, folded: only the fields of that act, then when, who and a note. Plain HTML, no script. */
export function answerForms(task: BusinessId, lang: Lang, failed: FailedForm | undefined): Html {
  const query = new URLSearchParams({ lang, system: task.system });
  const action = `/tasks/${encodeURIComponent(task.value)}/answers?${query}`;
  return html`<div class="acts">${ACT_NAMES.map((act) => {
    const mine = failed?.values.act === act ? failed : undefined;
    const fields = Object.entries<ActField>(fieldsOf(act));
    return html`
      <details name="acts-${task.system}|${task.value}"${mine === undefined ? undefined : OPEN}>
        <summary>${ACTS[act].label[lang]}</summary>
        <form method="post" action="${action}">
          <input type="hidden" name="act" value="${act}">
          ${fields.map(([name, field]) => fieldControl(name, field, lang, mine))}
          <button>${TEXTS.send[lang]}<span class="unseen">${TEXTS.colon[lang]}${ACTS[act].label[lang]}</span></button>
        </form>
      </details>`;
  })}</div>`;
}

const ACT_NAMES = Object.keys(ACTS).filter(isActName);

const OPEN = html` open`;

function fieldControl(name: string, field: ActField, lang: Lang, failed: FailedForm | undefined): Html {
  const given = failed?.values[name];
  const value = typeof given === 'string' ? given : '';
  const wrong = failed?.field === name;
  return html`
    <label>
      <span>${field.label[lang]}${field.required ? html` <em>(${TEXTS.required[lang]})</em>` : undefined}</span>
      ${wrong ? html`<span class="wrong">${failed.message}</span>` : undefined}
      ${control(name, field, lang, value, wrong)}
    </label>`;
}

function control(name: string, field: ActField, lang: Lang, value: string, wrong: boolean): Html {
  const marks = html`${field.required ? html` required` : undefined}${wrong ? html` aria-invalid="true"` : undefined}`;
  switch (field.kind) {
    case 'code':
      return html`<select name="${name}"${marks}>
        <option value="">${field.required ? TEXTS.choose[lang] : TEXTS.none[lang]}</option>
        ${Object.entries(field.codes ?? {}).map(
          ([code, label]) =>
            html`<option value="${code}"${code === value ? html` selected` : undefined}>${label[lang]}</option>`,
        )}
      </select>`;
    case 'moment':
      return html`<input type="datetime-local" name="${name}" value="${value}"${marks}>`;
    case 'day':
      return html`<input type="date" name="${name}" value="${value}"${marks}>`;
    default:
      return (field.lengthMax ?? 0) > 500
        ? html`<textarea name="${name}" rows="3" maxlength="${field.lengthMax}"${marks}>${value}</textarea>`
        : html`<input type="text" name="${name}" value="${value}" maxlength="${field.lengthMax}"${marks}>`;
  }
}
