import type { Bilingual } from '../../profiles/codes.ts';
import { findings } from '../concepts/findings.ts';
import { safeContactFrom } from '../concepts/safe-contact.ts';
import type { SafeContact } from '../domain/concepts.ts';
import type { PaperPage } from '../domain/paper-page.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN } from '../domain/systems.ts';
import type { RequestSeen } from '../lenses/look-through.ts';
import { wordsOf } from './coded-words.ts';
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
  { number, request, child }: RequestSeen,
  { language, preparedAt, centre, partner }: PaperContext,
): PaperPage {
  const words = PAPER_WORDS[language];
  return {
    language,
    requestNumber: number,
    title: wordsOf(request.category ?? [], CODE_SYSTEMS.requestKind, language) ?? words.request,
    preparedAt: preparedAt.toISOString(),
    preparedAtText: new Intl.DateTimeFormat(LOCALES[language], {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: centre.timeZone,
    }).format(preparedAt),
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
      { heading: words.whatIsAsked, rows: requestRows(request, words, language) },
      ...(child === undefined ? [] : [{ heading: words.child, rows: childRows(child, words, preparedAt, language) }]),
    ],
    answerHeading: words.answerHeading,
    answers: words.answers,
    answerLines: words.answerLines,
    confidentiality: words.confidentiality,
  };
}

const LOCALES = { fr: 'fr-CA', en: 'en-CA' } as const;

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

const languageName = (tag: string, language: Language): string =>
  new Intl.DisplayNames([LOCALES[language]], { type: 'language' }).of(tag) ?? tag;

function requestRows(request: fhir4.ServiceRequest, words: PaperWords, language: Language): readonly Row[] {
  const kind = [CODE_SYSTEMS.prescriptionKind, CODE_SYSTEMS.legalMandate, CODE_SYSTEMS.networkService]
    .map((system) => wordsOf([request.code], system, language))
    .find((it) => it !== undefined);
  const names = (request.extension ?? [])
    .filter(({ url }) => url === EXTENSIONS.conflictCheckName)
    .flatMap(({ valueString }) => valueString ?? []);
  return [
    ...row(words.programme, wordsOf(request.category ?? [], CODE_SYSTEMS.programme, language)),
    ...row(words.kind, kind),
    ...row(words.what, request.code?.text),
    ...row(words.why, request.reasonCode?.[0]?.text),
    ...row(words.urgency, request.priority === undefined ? undefined : words.priorities[request.priority]),
    ...row(words.bindingDate, request.occurrenceDateTime),
    ...row(words.askedOn, request.authoredOn?.slice(0, 10)),
    ...row(words.conflictNames, names.join(', ')),
  ];
}

function childRows(child: fhir4.Patient, words: PaperWords, at: Date, language: Language): readonly Row[] {
  const [name] = child.name ?? [];
  const said =
    name === undefined
      ? undefined
      : (name.text ?? [...(name.given ?? []), name.family].filter((it) => it !== undefined).join(' '));
  const cards = (child.identifier ?? []).filter(({ system }) => system === FOREIGN.nam || system === FOREIGN.ohip);
  const languages = (child.communication ?? [])
    .flatMap((it) => it.language.coding?.[0]?.code ?? [])
    .map((tag) => languageName(tag, language));
  const partial = child.birthDate !== undefined && child.birthDate.length < 10;
  return [
    ...row(words.name, said),
    ...row(partial ? words.bornIn : words.birthDate, child.birthDate),
    ...row(words.age, ageWords(child.birthDate, words, at)),
    ...row(words.languages, languages.join(', ')),
    ...(child.extension?.some(({ url, valueBoolean }) => url === FOREIGN.interpreterRequired && valueBoolean === true)
      ? row(words.interpreterLabel, words.yes)
      : []),
    ...row(words.card, cards.map(({ value }) => value).join(', ')),
    // Card or not, every request says the same (fhir.md §6).
    ...row(words.registration, words.registrationText),
  ];
}

/** Age in whole years on a full date of birth; from a year alone none is made up. */
function ageWords(birthDate: string | undefined, words: PaperWords, at: Date): string | undefined {
  if (birthDate === undefined || birthDate.length < 10) return undefined;
  const today = at.toISOString().slice(0, 10);
  const years =
    Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0);
  return years < 1 ? words.underOne : words.years(years);
}
