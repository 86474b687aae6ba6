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

const plainText = (div: string): string =>
  div
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(lt|gt|quot|apos|amp|nbsp);/g, (_all, name: string) => ENTITIES[name] ?? '')
    .replaceAll(/\s+/g, ' ');
