import type { Request } from 'express';
import type { Bilingual } from '../../../profiles/codes.ts';
import { GatewayError } from '../../failures.ts';

/** The query of a request, as FHIR reads it: a name may come several times. */
export const searchOf = ({ originalUrl }: Pick<Request, 'originalUrl'>): URLSearchParams =>
  new URL(originalUrl, 'http://gateway').searchParams;

/** What is thrown at a query parameter that cannot be taken: `malformed`, with the parameter, the rule and what would do. */
const queryError = (name: string, text: Bilingual): GatewayError =>
  new GatewayError('malformed', `query ${name}`, {
    issues: [{ severity: 'error', code: 'value', expression: `http.${name}`, text }],
  });

/**
 * What a query parameter says; undefined where it was not given. Throws `malformed` with `text` where `read` finds no value in it, or where it
 * was given twice: a filter with a slip in it would show something else than was meant.
 */
export function queryValue<T>(
  query: Request['query'],
  name: string,
  text: Bilingual,
  read: (text: string) => T | undefined,
): T | undefined {
  const given = query[name];
  if (given === undefined) return undefined;
  const value = typeof given === 'string' ? read(given) : undefined;
  if (value === undefined) throw queryError(name, text);
  return value;
}

/** Throws `malformed` where a parameter is none of these. It is not named: whatever stands in a URL by mistake would enter the log. */
export function onlyParameters(query: Request['query'], known: readonly string[]): void {
  if (Object.keys(query).every((name) => known.includes(name))) return;
  throw queryError('query', {
    fr: `Paramètre inconnu. Connus : ${known.join(', ')}.`,
    en: `Unknown parameter. Known: ${known.join(', ')}.`,
  });
}

/** A reader of whole numbers from 1 to `most`. */
export const wholeUpTo =
  (most: number) =>
  (text: string): number | undefined => {
    const number = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
    return number >= 1 && number <= most ? number : undefined;
  };
