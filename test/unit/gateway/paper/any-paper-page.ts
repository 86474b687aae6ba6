import fc from 'fast-check';
import type { PaperPage } from '../../../../mappings/domain/paper-page.ts';

const word = fc.constantFrom('la', 'école,', "aujourd'hui", 'Konwatsi’tsiaiénni', 'x'.repeat(150), '\n', 'Nguyễn');

/** From nothing to far more than a page holds: a few words, said once or many times. */
function text(timesMax: number): fc.Arbitrary<string> {
  const times = fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(timesMax) });
  return fc.tuple(fc.array(word, { maxLength: 10 }), times).map(([words, many]) => `${words.join(' ')} `.repeat(many));
}

function texts(timesMax: number, itemsMax: number): fc.Arbitrary<readonly string[]> {
  return fc.array(text(timesMax), { maxLength: itemsMax, size: 'max' });
}

/** A page of any length in any of its parts. */
export const anyPaperPage: fc.Arbitrary<PaperPage> = fc.record({
  language: fc.constantFrom('fr' as const, 'en' as const),
  requestNumber: text(2),
  title: text(10),
  preparedAt: fc.constant('2025-03-12T09:40:00-04:00'),
  preparedAtText: text(3),
  centre: fc.record({ name: text(10), telephone: text(3), fax: text(3), address: text(10) }),
  recipient: fc.record({ name: text(10), telephone: text(3), fax: text(3) }),
  safeContact: fc.record({ heading: text(3), lines: texts(30, 12), mustNot: texts(30, 12) }),
  callBack: text(5),
  sections: fc.array(
    fc.record({
      heading: text(5),
      rows: fc.array(fc.record({ label: text(5), text: text(200) }), { maxLength: 20, size: 'max' }),
    }),
    { maxLength: 8, size: 'max' },
  ),
  answerHeading: text(5),
  answers: texts(5, 14),
  answerLines: texts(5, 10),
  confidentiality: text(20),
});
