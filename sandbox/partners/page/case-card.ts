import { ACTS } from '../acts.ts';
import type { Lang } from '../bilingual.ts';
import type { Case } from '../caseload.ts';
import type { LoggedAnswer } from '../office.ts';
import { conceptWords, extensionLines, type Line, personName, requestWords, textsAt, valuesAt } from '../reading.ts';
import { answerForms, type FailedForm } from './answer-forms.ts';
import { inWords } from './extension-words.ts';
import { type Html, html } from './html.ts';
import { momentInWords, RESULTS, STATUSES, TEXTS, URGENCIES } from './texts.ts';

export interface CaseCardOptions {
  readonly held: Case;
  readonly answers: readonly LoggedAnswer[];
  readonly lang: Lang;
  readonly failed: FailedForm | undefined;
}

/** One request: whom it is safe to call, what is asked, what was answered, and the forms to answer. */
export function caseCard({ held, answers, lang, failed }: CaseCardOptions): Html {
  const { identifier, child, request, others } = held;
  const extensions = [request, child, held.task].flatMap((one) => valuesAt(one, 'extension'));
  const safeContact = extensions.filter(isSafeContact);
  const business = answers.at(-1)?.resource.businessStatus?.text;
  return html`
    <article id="${caseAnchor(identifier.value)}">
      <header>
        <h3>${held.unknown ? TEXTS.unknownTitle[lang] : childTitle(held, lang)}</h3>
        <p class="status status-${held.status}">${STATUSES[held.status][lang]}</p>
      </header>
      ${business === undefined ? undefined : html`<p class="business">${business}</p>`}
      ${held.withdrawn ? html`<p class="warning">${held.unknown ? TEXTS.unknownHint[lang] : TEXTS.withdrawn[lang]}</p>` : undefined}
      ${safeContact.length > 0 ? safeContactBox(safeContact, lang) : undefined}
      <dl class="facts">
        ${fact(TEXTS.born[lang], textsAt(child, 'birthDate')[0])}
        ${fact(TEXTS.languages[lang], joined(valuesAt(child, 'communication.language').flatMap(conceptWords)))}
        ${fact(TEXTS.bindingDate[lang], momentOf(request, 'occurrenceDateTime', lang))}
        ${fact(TEXTS.urgency[lang], urgencyOf(request, lang))}
        ${fact(TEXTS.requestedOn[lang], momentOf(request, 'authoredOn', lang))}
        ${fact(TEXTS.received[lang], momentInWords(held.receivedAt, lang))}
        ${fact(TEXTS.number[lang], identifier.value)}
      </dl>
      ${held.unknown ? undefined : asked(request, lang)}
      ${lines(
        TEXTS.alsoSaid[lang],
        wordsOf(
          extensions.filter((one) => !isSafeContact(one)),
          lang,
        ),
      )}
      ${lines(
        TEXTS.withIt[lang],
        others.map((one) => ({ label: one.resourceType, text: nameAndNumbers(one) })),
      )}
      ${answers.length === 0 ? undefined : answerHistory(answers, lang)}
      <h4>${TEXTS.answerNow[lang]}</h4>
      ${answerForms(identifier, lang, failed)}
      <details class="raw">
        <summary>${TEXTS.raw[lang]}</summary>
        <pre tabindex="0">${JSON.stringify([held.task, request, child, ...others].filter(Boolean), null, 2)}</pre>
      </details>
    </article>`;
}

/** The id of a request's card in the page. */
export const caseAnchor = (value: string): string => `task-${value}`;

const isSafeContact = (extension: unknown): boolean =>
  textsAt(extension, 'url').some((url) => url.includes('safe-contact'));

const safeContactBox = (extensions: readonly unknown[], lang: Lang): Html => html`
  <section class="safe">
    <h4>${TEXTS.safeContact[lang]}</h4>
    <ul>${wordsOf(extensions, lang).map(({ label, text }) => html`<li><b>${label}</b>${TEXTS.colon[lang]}${text}</li>`)}</ul>
  </section>`;

const fact = (label: string, text: string | undefined): Html | undefined =>
  text === undefined ? undefined : html`<div><dt>${label}</dt><dd>${text}</dd></div>`;

function urgencyOf(request: unknown, lang: Lang): string | undefined {
  const [code] = textsAt(request, 'priority');
  return code === undefined ? undefined : (URGENCIES[code]?.[lang] ?? code);
}

function asked(request: unknown, lang: Lang): Html {
  const words = requestWords(request);
  return html`
    <h4>${TEXTS.asked[lang]}</h4>
    ${words.length === 0 ? html`<p>${TEXTS.askedNothing[lang]}</p>` : words.map((text) => html`<p class="words">${text}</p>`)}`;
}

const lines = (title: string, all: readonly Line[]): Html | undefined =>
  all.length === 0
    ? undefined
    : html`<h4>${title}</h4><dl class="facts">${all.map(({ label, text }) => fact(label, text))}</dl>`;

/** Who else is named, and how to call them back. */
const nameAndNumbers = (resource: unknown): string =>
  joined([personName(resource) ?? textsAt(resource, 'name')[0] ?? '—', ...textsAt(resource, 'telecom.value')]) ?? '—';

/** The child's name; else what the requester says in its place. */
const childTitle = ({ child, request }: Case, lang: Lang): string =>
  personName(child) ?? textsAt(request, 'subject.display')[0] ?? TEXTS.noName[lang];

const momentOf = (resource: unknown, path: string, lang: Lang): string | undefined =>
  textsAt(resource, path).map((text) => momentInWords(text, lang))[0];

const joined = (texts: readonly string[]): string | undefined => (texts.length > 0 ? texts.join(', ') : undefined);

const wordsOf = (extensions: readonly unknown[], lang: Lang): readonly Line[] =>
  extensions.flatMap(extensionLines).map((line) => inWords(line, lang));

const answerHistory = (answers: readonly LoggedAnswer[], lang: Lang): Html => html`
  <h4>${TEXTS.answers[lang]}</h4>
  <ol class="answers">${answers.map((one) => answerLine(one, lang))}</ol>`;

function answerLine({ answerId, answer, at, result, attempts, resource }: LoggedAnswer, lang: Lang): Html {
  const last = attempts.at(-1);
  const said = result === 'refused' && last !== undefined && 'body' in last ? outcomeWords(last.body) : [];
  return html`
    <li>
      <b>${ACTS[answer.act].label[lang]}</b>${answer.by === undefined ? undefined : html` — ${answer.by}`},
      ${momentInWords(resource.lastModified ?? at, lang)}
      ${saidLine(answer, resource, lang)}
      <span class="result result-${result}">${RESULTS[result][lang]}</span>
      ${said.map((text) => html`<span class="wrong">${text}</span>`)}
      ${
        result === 'not-delivered'
          ? html`<form method="post" action="/answers/${answerId}/sending?lang=${lang}"><button>${TEXTS.sendAgain[lang]}</button></form>`
          : undefined
      }
    </li>`;
}

/** What the answer carried: state, priority, reason, appointment, outcome, note. */
function saidLine(answer: LoggedAnswer['answer'], resource: fhir4.Task, lang: Lang): Html | undefined {
  const said = joined([
    ...textsAt(resource, 'businessStatus.text'),
    ...textsAt(resource, 'extension.valueCode'),
    ...textsAt(resource, 'statusReason.text'),
    ...textsAt(resource, 'output.valueDateTime').map((text) => momentInWords(text, lang)),
    ...textsAt(resource, 'output.valueString'),
    ...(answer.note === undefined ? [] : [answer.note]),
  ]);
  return said === undefined ? undefined : html`<span class="said">${said}</span>`;
}

/** The texts of an OperationOutcome, whichever of its two places they stand in. */
const outcomeWords = (body: unknown): readonly string[] =>
  valuesAt(body, 'issue').flatMap((issue) => [...textsAt(issue, 'details.text'), ...textsAt(issue, 'diagnostics')]);
