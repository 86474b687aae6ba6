import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lettersHeard } from '../../../../mappings/dialects/letters-heard.ts';
import { letterFiles } from '../../../generators/kept-letters.ts';

const AT = '2026-11-20T10:00:00-05:00';
const heard = (...documents: readonly fhir4.DocumentReference[]) =>
  lettersHeard(documents, { happenedAt: AT, placeOf: (nth) => `DocumentReference[${nth}]` });
const aDocument = (attachment: fhir4.Attachment, changes: Partial<fhir4.DocumentReference> = {}) => ({
  resourceType: 'DocumentReference' as const,
  status: 'current' as const,
  content: [{ attachment }],
  ...changes,
});
const base64 = (text: string) => Buffer.from(text).toString('base64');

test('every file that can be kept is heard, once however often it comes, with the date of what it came with if it bears none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letterFiles, { maxLength: 3, selector: ({ content }) => content }), (files) => {
      const documents = files.map(({ contentType, content }) => aDocument({ contentType, data: content }));
      const { letters, issues } = heard(...documents, ...documents);
      expect(issues).toEqual([]);
      expect(letters).toEqual(files.map((file) => ({ ...file, happenedAt: AT })));
    }),
  );
});

test('title, kind and date are those that it bears', () => {
  const type = { coding: [{ system: 'http://loinc.org', code: '11488-4' }] };
  const data = base64('évalué');
  const document = aDocument(
    { contentType: 'text/plain; charset=UTF-8', data: `${data.slice(0, 4)}\n${data.slice(4)}`, creation: '2026-11-02' },
    { type, description: 'Rapport\n  de consultation' },
  );
  expect(heard(document).letters).toEqual([
    {
      kind: 'consult-note',
      title: 'Rapport de consultation',
      happenedAt: '2026-11-02',
      contentType: 'text/plain',
      content: data,
    },
  ]);
});

test.each([
  ['a kind that is not kept', { contentType: 'text/html', data: base64('<p>') }, {}, 'not-supported'],
  [
    'a file that is elsewhere',
    { contentType: 'application/pdf', url: 'https://hopital.example/1.pdf' },
    {},
    'not-supported',
  ],
  ['a file that is not what it says', { contentType: 'application/pdf', data: base64('MZ') }, {}, 'value'],
  ['a file that was damaged on its way', { contentType: 'text/plain', data: base64('évalué'), size: 5 }, {}, 'value'],
  [
    'a file of another hash',
    { contentType: 'text/plain', data: base64('évalué'), hash: createHash('sha1').update('autre').digest('base64') },
    {},
    'value',
  ],
  [
    'a letter taken back',
    { contentType: 'text/plain', data: base64('a') },
    { status: 'entered-in-error' },
    'not-supported',
  ],
] as const)('%s is told by place, rule and way out, and never quoted', (_what, attachment, changes, code) => {
  const { letters, issues } = heard(
    aDocument({ contentType: 'text/plain', data: base64('gardée') }),
    aDocument(attachment, changes),
  );
  expect(letters).toHaveLength(1);
  expect(issues).toMatchObject([{ severity: 'warning', code, expression: 'DocumentReference[1]' }]);
  const text = JSON.stringify(issues);
  expect(text).not.toContain('https://hopital');
  expect(issues[0]?.text.fr).toMatch(/^DocumentReference\[1\] : cette lettre n’est pas gardée\. \S.*[;:.]/);
});
