import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { letterMapping } from '../../../../mappings/concepts/letter.ts';
import { LENSES, type LensName } from '../../../../mappings/lenses/lenses.ts';
import { lettersThrough } from '../../../../mappings/lenses/look-through.ts';
import { sentLetters } from '../../../generators/kept-letters.ts';
import { mappingContexts } from '../../../generators/mapping-contexts.ts';

/** Letters of the centre as the record holds them. */
const documents = sentLetters().chain((letter) =>
  mappingContexts(letter).map((context) => ({
    letter,
    document: letterMapping.toBundle(letter, context).entry?.[0]?.resource as fhir4.DocumentReference,
  })),
);

/** Written from fhir.md and not from the lenses. */
const NONE: readonly LensName[] = ['community', 'lawyer-conflict-check', 'page-before-acceptance'];

test.each(NONE)('through %s no letter passes', (lens) => {
  fc.assert(
    fc.property(documents, ({ document }) => {
      expect(lettersThrough(LENSES[lens], [document], 'somebody')).toEqual([]);
    }),
  );
});

test.each(['public-network', 'lawyer-accepted'] as const)(
  'through %s passes what it is, its title and its file, under a number that only its recipient knows, unless a label keeps it back; not who wrote it, nor of which child',
  (lens) => {
    fc.assert(
      fc.property(documents, ({ letter, document }) => {
        const [one] = lettersThrough(LENSES[lens], [document], 'clsc-verdun');
        const [other] = lettersThrough(LENSES[lens], [document], 'hopital');
        const isRestricted = lens === 'public-network' && letter.labels?.some((label) => label !== 'asked-alone');
        if (letter.status === 'entered-in-error' || isRestricted) return void expect(one).toBeUndefined();
        expect(new Set(Object.keys(one ?? {}))).toEqual(
          new Set([
            'resourceType',
            'identifier',
            'status',
            'content',
            ...(letter.kind === undefined ? [] : ['type']),
            ...(letter.title === undefined ? [] : ['description']),
          ]),
        );
        expect(one?.content[0]?.attachment.data).toBe(letter.content);
        expect(one?.identifier).toHaveLength(1);
        expect(one?.identifier).not.toEqual(other?.identifier);
        expect(one?.identifier?.[0]?.value).not.toContain(letter.id);
      }),
    );
  },
);
