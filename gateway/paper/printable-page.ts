import type { PaperPage } from '../../mappings/domain/paper-page.ts';
import { printableText, UNPRINTABLE } from './printable-text.ts';

/** The page with every text made printable, and whether a character had to be replaced. */
export function printablePage(
  page: PaperPage,
  covered: ReadonlySet<number>,
): { readonly page: PaperPage; readonly replaced: boolean } {
  let replaced = false;
  const clean = (text: string): string => {
    const printed = printableText(text, covered);
    replaced ||= printed.includes(UNPRINTABLE);
    return printed;
  };
  // One line each: a line feed in a name or a number would break the form's grid.
  const line = (text: string): string => clean(text).replaceAll(/\n+/gu, ' ');

  const printed: PaperPage = {
    language: page.language,
    requestNumber: line(page.requestNumber),
    title: line(page.title),
    preparedAt: page.preparedAt,
    preparedAtText: line(page.preparedAtText),
    centre: {
      name: line(page.centre.name),
      telephone: line(page.centre.telephone),
      ...(page.centre.fax === undefined ? {} : { fax: line(page.centre.fax) }),
      ...(page.centre.address === undefined ? {} : { address: clean(page.centre.address) }),
    },
    recipient: {
      name: line(page.recipient.name),
      ...(page.recipient.fax === undefined ? {} : { fax: line(page.recipient.fax) }),
      ...(page.recipient.telephone === undefined ? {} : { telephone: line(page.recipient.telephone) }),
    },
    safeContact: {
      heading: line(page.safeContact.heading),
      lines: page.safeContact.lines.map(clean),
      mustNot: page.safeContact.mustNot.map(clean),
    },
    callBack: line(page.callBack),
    sections: page.sections.map(({ heading, rows }) => ({
      heading: line(heading),
      rows: rows.map(({ label, text }) => ({ label: line(label), text: clean(text) })),
    })),
    answerHeading: line(page.answerHeading),
    answers: page.answers.map(line),
    answerLines: page.answerLines.map(line),
    confidentiality: clean(page.confidentiality),
  };
  return { page: printed, replaced };
}
