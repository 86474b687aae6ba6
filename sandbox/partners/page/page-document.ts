import type { Bilingual, Lang } from '../bilingual.ts';
import { FAULTS, type Fault } from '../faults.ts';
import { KINDS, type PartnerKind } from '../kinds.ts';
import type { LoggedAnswer } from '../office.ts';
import type { PartnerDesk } from '../partner-desk.ts';
import type { FailedForm } from './answer-forms.ts';
import { caseCard } from './case-card.ts';
import { type Html, html } from './html.ts';
import { RESULTS, TEXTS } from './texts.ts';

export interface PageDocumentOptions {
  readonly desk: Pick<PartnerDesk, 'cases' | 'log' | 'fault'>;
  readonly kind: PartnerKind;
  readonly name: Bilingual;
  readonly endpoint: string;
  readonly lang: Lang;
  /** The answer just given, whose result is said on top. */
  readonly justAnswered?: string;
  readonly problem?: string;
  readonly failed?: FailedForm;
}

/** The whole page, as one document. */
export function pageDocument(options: PageDocumentOptions): string {
  const { desk, kind, name, endpoint, lang, justAnswered, problem, failed } = options;
  const { answers, turnedAway } = desk.log();
  const cases = desk.cases().toReversed();
  const given = answers.find(({ answerId }) => answerId === justAnswered);
  const other: Lang = lang === 'fr' ? 'en' : 'fr';
  const page = html`<!doctype html>
<html lang="${lang}-CA">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${problem === undefined ? '' : `${TEXTS.problem[lang]} — `}${name[lang]} (${TEXTS.sandbox[lang]}) — ${KINDS[kind].notReal[lang]}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/page.css">
</head>
<body>
  <p class="not-real">${TEXTS.sandbox[lang]} — ${KINDS[kind].notReal[lang]}</p>
  <header class="top">
    <div><p class="kind">${KINDS[kind].label[lang]}</p><h1>${name[lang]}</h1></div>
    <nav><a href="/?lang=${lang}">${TEXTS.refresh[lang]}</a> <a href="/?lang=${other}" lang="${other}">${TEXTS.otherLanguage[lang]}</a></nav>
  </header>
  <main>
    ${problem === undefined ? undefined : html`<p class="alert" role="alert"><b>${TEXTS.problem[lang]}.</b> ${problem}</p>`}
    ${given === undefined ? undefined : html`<p class="flash result-${given.result}" role="status">${RESULTS[given.result][lang]}.</p>`}
    ${faultNotice(desk.fault(), lang)}
    <p class="intro">${TEXTS.intro[lang]}</p>
    <h2>${TEXTS.requests[lang]} (${cases.length})</h2>
    ${cases.length === 0 ? emptyState(endpoint, lang) : undefined}
    ${cases.map((held) =>
      caseCard({
        held,
        answers: answersTo(held.identifier, answers),
        lang,
        failed: failed !== undefined && isFor(failed, held.identifier) ? failed : undefined,
      }),
    )}
    ${
      turnedAway.length === 0
        ? undefined
        : html`<p class="quiet">${TEXTS.turnedAway[lang]}${TEXTS.colon[lang]}${turnedAway.length} (${turnedAway.at(-1)?.because[lang]})</p>`
    }
    ${faultForm(desk.fault(), lang)}
  </main>
</body>
</html>`;
  return page.markup;
}

type Identifier = LoggedAnswer['task'];

const answersTo = ({ system, value }: Identifier, answers: readonly LoggedAnswer[]): readonly LoggedAnswer[] =>
  answers.filter(({ task }) => task.system === system && task.value === value);

const isFor = ({ task }: FailedForm, { system, value }: Identifier): boolean =>
  task.value === value && (task.system ?? system) === system;

const emptyState = (endpoint: string, lang: Lang): Html => html`
  <div class="empty"><p><b>${TEXTS.empty[lang]}</b></p><p>${TEXTS.emptyHint[lang]}</p><p><code>POST ${endpoint}</code></p></div>`;

const faultNotice = (fault: Fault, lang: Lang): Html | undefined =>
  fault.kind === 'none'
    ? undefined
    : html`<p class="warning" role="status"><b>${TEXTS.faultNow[lang]}</b>${TEXTS.colon[lang]}${FAULTS[fault.kind][lang]}${
        fault.times === undefined ? '' : ` (× ${fault.times})`
      }.</p>`;

const faultForm = (fault: Fault, lang: Lang): Html => html`
  <details class="fault">
    <summary>${TEXTS.faultTitle[lang]}</summary>
    <form method="post" action="/fault?lang=${lang}">
      <label><span>${TEXTS.faultKind[lang]}</span>
        <select name="kind">${Object.entries(FAULTS).map(
          ([kind, label]) =>
            html`<option value="${kind}"${kind === fault.kind ? html` selected` : undefined}>${label[lang]}</option>`,
        )}</select>
      </label>
      <label><span>${TEXTS.faultMs[lang]}</span><input type="number" name="ms" min="0" max="600000" value="3000"></label>
      <label><span>${TEXTS.faultTimes[lang]}</span><input type="number" name="times" min="1"></label>
      <button>${TEXTS.faultSet[lang]}</button>
    </form>
  </details>`;
