import { LETTER_KINDS } from '../../profiles/codes/letters.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { isLanguageTag } from '../../profiles/formats.ts';
import { extensionIn, extensionsIn, extensionValuesIn } from '../concepts/extension.ts';
import { findings } from '../concepts/findings.ts';
import { letterKindOf } from '../concepts/letter.ts';
import { safeContactFrom } from '../concepts/safe-contact.ts';
import { wordsOf } from '../domain/coded-words.ts';
import type { SafeContact } from '../domain/concepts.ts';
import { ageOn, dayAt, instantInWords, LOCALES, momentInWords } from '../domain/dates-in-words.ts';
import type { PaperPage } from '../domain/paper-page.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN } from '../domain/systems.ts';
import type { RequestSeen } from '../lenses/look-through.ts';
import { PAPER_WORDS, type PaperWords } from './paper-words.ts';

type Language = keyof Bilingual;
type Row = PaperPage['sections'][number]['rows'][number];

export interface PaperContext {
  readonly language: Language;
  readonly preparedAt: Date;
  readonly centre: {
    readonly name: Bilingual;
    readonly telephone: string;
    readonly fax?: string;
    readonly address?: string;
    readonly timeZone: string;
  };
  readonly partner: { readonly name: Bilingual; readonly telephone?: string; readonly fax?: string };
}

/** Pure: what one recipient may see of a request, in words, on one page. Only what went through the lens is here to be said. */
export function paperPage(
  { number, request, child, age, letters }: RequestSeen,
  { language, preparedAt, centre, partner }: PaperContext,
): PaperPage {
  const words = PAPER_WORDS[language];
  const today = dayAt(preparedAt, centre.timeZone);
  return {
    language,
    requestNumber: number,
    title: wordsOf(request.category ?? [], CODE_SYSTEMS.requestKind, language) ?? words.request,
    preparedAt: preparedAt.toISOString(),
    preparedAtText: instantInWords(preparedAt, language, centre.timeZone),
    centre: {
      name: centre.name[language],
      telephone: centre.telephone,
      ...(centre.fax !== undefined && { fax: centre.fax }),
      ...(centre.address !== undefined && { address: centre.address }),
    },
    recipient: {
      name: partner.name[language],
      ...(partner.fax !== undefined && { fax: partner.fax }),
      ...(partner.telephone !== undefined && { telephone: partner.telephone }),
    },
    safeContact: safeContactWords(safeContactFrom(request, findings()), words, centre.telephone, language),
    callBack: words.callBack(centre.telephone),
    sections: [
      {
        heading: words.whatIsAsked,
        rows: [
          ...requestRows(request, words, language, centre.timeZone),
          ...row(words.letters, letters.map((letter) => letterWords(letter, language, centre.timeZone)).join(' ; ')),
        ],
      },
      ...(child === undefined
        ? []
        : [{ heading: words.child, rows: childRows(child, age ?? ageOn(today, child.birthDate), words, language) }]),
    ],
    answerHeading: words.answerHeading,
    answers: words.answers,
    answerLines: words.answerLines,
    confidentiality: words.confidentiality,
  };
}

/** Its title or its kind, and its date: the letter itself is joined by hand. */
function letterWords(
  { description, type, content }: fhir4.DocumentReference,
  language: Language,
  zone: string,
): string {
  const kind = letterKindOf(type) ?? 'letter';
  const at = content[0]?.attachment.creation;
  const title = description ?? LETTER_KINDS[kind][language];
  return at === undefined ? title : `${title} (${momentInWords(at, language, zone)})`;
}

const row = (label: string, text: string | undefined): readonly Row[] =>
  text === undefined || text === '' ? [] : [{ label, text }];

function safeContactWords(
  contact: SafeContact | undefined,
  words: PaperWords,
  telephone: string,
  language: Language,
): PaperPage['safeContact'] {
  if (contact === undefined || contact.through === 'centre') {
    return {
      heading: words.safeContact,
      lines: [words.throughCentre(telephone), ...details(contact, words, language)],
      mustNot: contact?.mustNot ?? [],
    };
  }
  const reach = [contact.person, contact.means === undefined ? undefined : words.means[contact.means], contact.number]
    .filter((it) => it !== undefined)
    .join(' — ');
  return {
    heading: words.safeContact,
    lines: [reach, ...details(contact, words, language)],
    mustNot: contact.mustNot ?? [],
  };
}

function details(contact: SafeContact | undefined, words: PaperWords, language: Language): readonly string[] {
  if (contact === undefined) return [];
  const { when, language: spoken, interpreter } = contact;
  return [
    ...(when === undefined ? [] : [`${words.when} ${when}`]),
    ...(spoken === undefined ? [] : [`${words.spoken} ${languageName(spoken, language)}`]),
    ...(interpreter === true ? [words.interpreter] : []),
  ];
}

/** A tag that is none stands as it is: `Intl` would throw. */
const languageName = (tag: string, language: Language): string =>
  (isLanguageTag(tag) ? new Intl.DisplayNames([LOCALES[language]], { type: 'language' }).of(tag) : undefined) ?? tag;

function requestRows(
  request: fhir4.ServiceRequest,
  words: PaperWords,
  language: Language,
  timeZone: string,
): readonly Row[] {
  const kind = [CODE_SYSTEMS.prescriptionKind, CODE_SYSTEMS.legalMandate, CODE_SYSTEMS.networkService]
    .map((system) => wordsOf([request.code], system, language))
    .find((it) => it !== undefined);
  const { occurrenceDateTime: bindingDate, authoredOn } = request;
  const day = authoredOn?.includes('T') ? dayAt(new Date(authoredOn), timeZone) : authoredOn;
  const spoken = extensionIn(request, EXTENSIONS.serviceLanguage, 'valueCode');
  return [
    ...row(words.programme, wordsOf(request.category ?? [], CODE_SYSTEMS.programme, language)),
    ...row(words.kind, kind),
    ...row(words.what, request.code?.text),
    ...row(words.why, request.reasonCode?.[0]?.text),
    ...row(words.urgency, request.priority === undefined ? undefined : words.priorities[request.priority]),
    ...row(words.bindingDate, bindingDate && momentInWords(bindingDate, language, timeZone)),
    ...row(words.askedOn, day),
    ...row(words.serviceLanguage, spoken && languageName(spoken, language)),
    ...row(words.conflictNames, extensionValuesIn(request, EXTENSIONS.conflictCheckName, 'valueString').join(', ')),
    ...row(words.rights, extensionsIn(request, EXTENSIONS.rightConcerned).map(rightInWords).join(' ; ')),
    ...row(words.childWishes, extensionIn(request, EXTENSIONS.childWishes, 'valueString')),
    ...row(words.facts, extensionIn(request, EXTENSIONS.facts, 'valueString')),
  ];
}

/** `article 12 — être entendue`: both languages call it so. */
function rightInWords(right: fhir4.Extension): string {
  const article = extensionIn(right, 'article', 'valueCoding')?.code;
  return [article === undefined ? undefined : `article ${article}`, extensionIn(right, 'words', 'valueString')]
    .filter((it) => it !== undefined)
    .join(' — ');
}

function childRows(
  child: fhir4.Patient,
  age: number | undefined,
  words: PaperWords,
  language: Language,
): readonly Row[] {
  const [name] = child.name ?? [];
  const said =
    name === undefined
      ? undefined
      : (name.text ?? [...(name.given ?? []), name.family].filter((it) => it !== undefined).join(' '));
  const cards = (child.identifier ?? []).filter(({ system }) => system === FOREIGN.nam || system === FOREIGN.ohip);
  const languages = (child.communication ?? [])
    .flatMap((it) => it.language.coding?.[0]?.code ?? [])
    .map((tag) => languageName(tag, language));
  return [
    ...row(words.name, said),
    ...row(child.birthDate?.length === YEAR_LENGTH ? words.bornIn : words.birthDate, child.birthDate),
    ...row(words.age, age === undefined ? undefined : age < 1 ? words.underOne : words.years(age)),
    ...row(words.languages, languages.join(', ')),
    ...(child.extension?.some(({ url, valueBoolean }) => url === FOREIGN.interpreterRequired && valueBoolean === true)
      ? row(words.interpreterLabel, words.yes)
      : []),
    ...row(words.card, cards.map(({ value }) => value).join(', ')),
    // Card or not, every request says the same (fhir.md §6).
    ...row(words.registration, words.registrationText),
  ];
}

const YEAR_LENGTH = 'YYYY'.length;
