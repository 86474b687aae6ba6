import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callTheCentreFirst, isCallTheCentreFirst } from '../../../../../mappings/dialects/call-the-centre-first.ts';
import { conceptText, narrativeWords, wordsAt } from '../../../../../mappings/dialects/messaging/words-in.ts';
import { words } from '../../../../generators/words.ts';

const aTask = (status: string, div: string): fhir4.Task => ({
  resourceType: 'Task',
  status: 'accepted',
  intent: 'order',
  text: { status: status as fhir4.Narrative['status'], div },
});

test('a narrative that says more than the elements is words, without its markup; one made from them is not', () => {
  const div =
    '<div xmlns="http://www.w3.org/1999/xhtml"><p>Avant 9&#160;h &lt;<b>ou</b>&gt; &amp; apr&#xe8;s 16&nbsp;h</p></div>';
  expect(narrativeWords(aTask('additional', div))).toEqual([
    { where: 'Task.text', words: 'Avant 9 h < ou > & après 16 h' },
  ]);
  expect(narrativeWords(aTask('generated', div))).toEqual([]);
  expect(narrativeWords({ resourceType: 'Task' })).toEqual([]);
});

test('our own first sentence comes back as nobody’s words, in both languages, with any telephone', () => {
  const telephones = fc.option(fc.constantFrom('514 555-0110', '+1 613 555 0120 poste 4'), { nil: undefined });
  fc.assert(
    fc.property(fc.constantFrom('fr' as const, 'en' as const), telephones, (language, telephone) => {
      const said = callTheCentreFirst(language, telephone);
      expect(isCallTheCentreFirst(said)).toBe(true);
      expect(wordsAt('x', [said])).toEqual([]);
      if (telephone !== undefined) expect(said).toContain(telephone);
    }),
  );
});

test('anybody else’s words are kept as they were said, but for space around them', () => {
  fc.assert(
    fc.property(words(200), (text) => {
      expect(wordsAt('Task.note', [text, undefined, '  '])).toEqual([{ where: 'Task.note', words: text.trim() }]);
    }),
  );
});

test('of a concept a person reads its text, else what a code displays, never a bare code', () => {
  expect(conceptText({ text: 'Retard', coding: [{ display: 'Delay' }] })).toBe('Retard');
  expect(conceptText({ coding: [{ code: '1' }, { code: '2', display: 'Delay' }] })).toBe('Delay');
  expect(conceptText({ coding: [{ code: '1' }] })).toBeUndefined();
});

test('a narrative of half a million opening brackets is read in one pass', () => {
  const div = `<div>${'<'.repeat(500_000)}</div>`;
  const [heard] = narrativeWords({ resourceType: 'Task', text: { status: 'additional', div } } as never);
  expect(heard).toBeDefined();
});
