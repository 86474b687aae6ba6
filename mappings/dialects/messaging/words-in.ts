import { isCallTheCentreFirst } from '../call-the-centre-first.ts';
import type { WordsHeard } from '../dialect.ts';

/** Words that stood at a place, without the empty ones and without our own. */
export const wordsAt = (where: string, texts: readonly (string | undefined)[]): readonly WordsHeard[] =>
  texts.flatMap((text) =>
    text === undefined || text.trim() === '' || isCallTheCentreFirst(text) ? [] : [{ where, words: text.trim() }],
  );

/** What a person reads of a concept. */
export const conceptText = (concept: fhir4.CodeableConcept | undefined): string | undefined =>
  concept?.text ?? concept?.coding?.find(({ display }) => display !== undefined)?.display;

/** A narrative that says more than the elements do, as words; one made from them says nothing new. */
export const narrativeWords = ({ resourceType, text }: fhir4.DomainResource): readonly WordsHeard[] =>
  text === undefined || text.status === 'generated' || text.status === 'empty'
    ? []
    : wordsAt(`${resourceType}.text`, [plainText(text.div)]);

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: '’', amp: '&', nbsp: ' ' };

/** Markup becomes a space, an entity its character; one pass, so that what was escaped stays text. */
const plainText = (div: string): string =>
  div
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi,
      (all, hex?: string, decimal?: string, name?: string) =>
        name === undefined
          ? characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
          : (ENTITIES[name] ?? all),
    )
    .replaceAll(/\s+/g, ' ');

const characterOf = (point: number): string => (point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : ' ');
