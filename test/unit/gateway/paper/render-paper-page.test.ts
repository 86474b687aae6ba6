import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderPaperPage } from '../../../../gateway/paper/render-paper-page.ts';
import type { PaperPage } from '../../../../mappings/domain/paper-page.ts';
import { anyPaperPage } from './any-paper-page.ts';
import { endlessReferral, orchestraPrescription, sippeReferral } from './paper-page-examples.ts';
import { type PdfContents, readPdf } from './read-pdf.ts';

const SHEET = { widthPt: 612, heightPt: 792 };

async function rendered(page: PaperPage): Promise<PdfContents> {
  return readPdf(await renderPaperPage(page));
}

/** The text of the page as one reads it: lines joined, no-break spaces as spaces. */
function wordsOf({ texts }: PdfContents): string {
  return texts
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/gu, ' ');
}

function everyText(page: PaperPage): readonly string[] {
  return [
    page.requestNumber,
    page.title,
    page.preparedAtText,
    ...Object.values(page.centre),
    ...Object.values(page.recipient),
    page.safeContact.heading,
    ...page.safeContact.lines,
    ...page.safeContact.mustNot,
    page.callBack,
    // A heading over nothing is not printed.
    ...page.sections.flatMap(({ heading, rows }) =>
      rows.length === 0 ? [] : [heading, ...rows.flatMap(({ label, text }) => [label, text])],
    ),
    page.answerHeading,
    ...page.answers,
    ...page.answerLines,
    page.confidentiality,
  ];
}

test.each([
  ['in French', sippeReferral],
  ['in English', orchestraPrescription],
])('a request %s says everything on one page, at 9 points or more', async (_, page) => {
  const pdf = await rendered(page);
  const words = wordsOf(pdf);
  expect(pdf.pages).toBe(1);
  expect(everyText(page).filter((text) => !words.includes(text))).toEqual([]);
  expect(Math.min(...pdf.texts.map(({ sizePt }) => sizePt))).toBeGreaterThanOrEqual(9);
  expect(words).not.toContain('[…]');
});

test('the parts stand in their order, the safe contact before the child', async () => {
  const words = wordsOf(await rendered(sippeReferral));
  const parts = [
    'Demande nº',
    sippeReferral.title,
    sippeReferral.recipient.name,
    sippeReferral.callBack,
    'Contact sécuritaire',
    'Ne pas : laisser de message vocal ni de texto',
    'Ne pas : envoyer de courrier à la maison',
    "L'enfant",
    'La demande',
    'Votre réponse',
    'Confidentiel',
  ];
  const places = parts.map((part) => words.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('what must not be done is not said twice when the text already says it', async () => {
  const mustNot = ['Ne pas appeler l’école', 'Ne passer que par la tante'];
  const words = wordsOf(await rendered({ ...sippeReferral, safeContact: { ...sippeReferral.safeContact, mustNot } }));
  expect(words).toContain('Ne pas appeler l’école');
  expect(words).not.toContain('Ne pas : Ne pas appeler');
  // Another word that begins alike is no prohibition by itself.
  expect(words).toContain('Ne pas : Ne passer que par la tante');
});

test('nothing must-not leaves no empty warning', async () => {
  const words = wordsOf(
    await rendered({ ...sippeReferral, safeContact: { ...sippeReferral.safeContact, mustNot: [] } }),
  );
  expect(words).not.toContain('Ne pas :');
});

test.each([
  ['fr', 'Le texte continue', 'appeler le centre : 514 555-0123'],
  ['en', 'The text continues', 'call the centre: 514 555-0123'],
] as const)(
  'a text too long for the page is cut with a mark and a sentence that says so (%s)',
  async (language, continues, call) => {
    const pdf = await rendered({ ...endlessReferral, language });
    const words = wordsOf(pdf);
    expect(pdf.pages).toBe(1);
    expect(words).toContain(continues);
    expect(words).toContain(call);
    // Once where it is explained, and once at each of the four long texts.
    expect(words.split('[…]').length - 1).toBe(5);
    expect(words).toContain('Article 27');
    expect(Math.min(...pdf.texts.map(({ sizePt }) => sizePt))).toBe(7.5);
    // The safe contact is never among what is cut first.
    for (const line of [...endlessReferral.safeContact.lines, ...endlessReferral.safeContact.mustNot]) {
      expect(words).toContain(line.trim());
    }
  },
);

test('a safe contact that must be cut tells the reader to call the centre first', async () => {
  const lines = Array.from({ length: 80 }, (_, index) => `Personne ${index} : appeler seulement le soir`);
  const pdf = await rendered({ ...sippeReferral, safeContact: { heading: 'Contact sécuritaire', lines, mustNot: [] } });
  expect(pdf.pages).toBe(1);
  expect(wordsOf(pdf)).toContain('Consignes incomplètes ici : appeler d’abord le centre (514 555-0123)');
});

test('rows beyond what a page holds are left out with a mark, and said to be', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ label: `Point ${index}`, text: `Texte ${index}.` }));
  const pdf = await rendered({ ...sippeReferral, sections: [{ heading: 'Tout', rows }] });
  const words = wordsOf(pdf);
  expect(pdf.pages).toBe(1);
  expect(words).toContain('Point 0 Texte 0.');
  expect(words).not.toContain('Texte 299.');
  expect(words).toContain('[…] Le texte continue');
});

test('names of Québec, Vietnam and Nunavut are printed as written', async () => {
  const text = "Nguyễn Thị Hồng, d'Arcy-Côté, Konwatsi'tsiaiénni, L’Écuyer, Œuvré, Đặng, Łukasz, Şahin, ᐃᓄᒃᑎᑐᑦ";
  const pdf = await rendered({ ...sippeReferral, sections: [{ heading: 'Noms', rows: [{ label: 'Noms', text }] }] });
  expect(wordsOf(pdf)).toContain(text);
  expect(wordsOf(pdf)).not.toContain('□');
});

test('a character that cannot be printed is replaced, and the reader is told', async () => {
  const text = '王小明 (Wang Xiaoming)';
  const words = wordsOf(
    await rendered({ ...sippeReferral, sections: [{ heading: 'Nom', rows: [{ label: 'Nom', text }] }] }),
  );
  expect(words).toContain('□□□ (Wang Xiaoming)');
  expect(words).toContain('Chaque □ remplace un caractère que cette page ne peut pas imprimer');
});

test('control characters and PDF syntax in a text stay text, on one page', async () => {
  const hostile = 'a\u0000b\u0007c\fd\u001be) Tj ET Q endstream endobj (\\ <<>> %%EOF \u202Etxet\u202C \ud800 é';
  const everywhere = (text: string): string => `${text} ${hostile}`;
  const page: PaperPage = {
    ...sippeReferral,
    requestNumber: everywhere('N'),
    title: everywhere(sippeReferral.title),
    centre: { name: everywhere('Centre'), telephone: everywhere('514'), fax: hostile, address: `rue\r\n${hostile}` },
    recipient: { name: hostile, telephone: hostile, fax: hostile },
    safeContact: { heading: hostile, lines: [hostile], mustNot: [hostile] },
    callBack: hostile,
    sections: [{ heading: hostile, rows: [{ label: hostile, text: `un\ndeux\u2028trois ${hostile}` }] }],
    answerHeading: hostile,
    answers: [hostile],
    answerLines: [hostile],
    confidentiality: hostile,
  };
  const pdf = await rendered(page);
  expect(pdf.pages).toBe(1);
  const words = wordsOf(pdf);
  expect(words).toContain('un deux trois');
  expect(words).toContain('abc de) Tj ET Q endstream endobj (\\ <<>> %%EOF txet □ é');
});

test('the title in the properties is the request number; no other text of the page stands outside the page', async () => {
  const number = 'N-<b>&"7';
  const { aroundThePage } = await rendered({ ...sippeReferral, requestNumber: number });
  expect(aroundThePage).toContain('(N-b"7)');
  expect(aroundThePage).toContain('>N-b"7</rdf:li>');
  expect(aroundThePage).toContain('/Lang (fr-CA)');
  const others = everyText({ ...sippeReferral, requestNumber: number })
    .flatMap((text) => text.split(/[\s,.:;()']+/u))
    .filter((word) => word.length > 4 && word !== number);
  expect(others.length).toBeGreaterThan(80);
  expect(others.filter((word) => aroundThePage.includes(word))).toEqual([]);
});

test('the page is tagged, with its headings, and says its language', async () => {
  const { aroundThePage } = await rendered(orchestraPrescription);
  for (const tag of ['/S /Document', '/S /H1', '/S /H2', '/S /LBody', '/Marked true', '/Lang (en-CA)']) {
    expect(aroundThePage).toContain(tag);
  }
});

test('the same page gives the same bytes; another moment or another text gives others', async () => {
  const first = await renderPaperPage(sippeReferral);
  expect((await renderPaperPage(structuredClone(sippeReferral))).equals(first)).toBe(true);
  const later = await renderPaperPage({ ...sippeReferral, preparedAt: '2025-03-12T09:41:00-04:00' });
  const renamed = await renderPaperPage({ ...sippeReferral, title: 'Autre demande' });
  expect([later.equals(first), renamed.equals(first)]).toEqual([false, false]);
  expect(first.toString('latin1')).toContain('D:20250312134000Z');
});

test('a moment that is no date is refused', async () => {
  await expect(renderPaperPage({ ...sippeReferral, preparedAt: 'hier' })).rejects.toThrow(RangeError);
});

test('whatever the lengths, it is one page and nothing is printed off the sheet or without a mark', async () => {
  await fc.assert(
    fc.asyncProperty(anyPaperPage, async (page) => {
      const pdf = await rendered(page);
      expect(pdf.pages).toBe(1);
      for (const { xPt, yPt, sizePt } of pdf.texts) {
        expect(sizePt).toBeGreaterThanOrEqual(7.5);
        expect(yPt - sizePt).toBeGreaterThan(0);
        expect(yPt).toBeLessThan(SHEET.heightPt - 18);
        expect(xPt).toBeGreaterThan(18);
        expect(xPt).toBeLessThan(SHEET.widthPt - 18);
      }
      const asked = everyText(page).join('').replace(/\s/gu, '').length;
      const said = wordsOf(pdf).replace(/\s/gu, '').length;
      if (said < asked) expect(wordsOf(pdf)).toContain('[…]');
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
