import { GatewayError } from '../failures.ts';

/** What our identifiers are made of; in a search a comma would mean «or», and nothing at all would match everybody (hapi-fhir #8343). */
const VALUE = /^[A-Za-z0-9._:-]{1,200}$/;

/** Whether it can be looked for at all. */
export const isIdentifierValue = (value: string): boolean => VALUE.test(value);

/** One identifier as a FHIR search looks for it. Throws GatewayError `notFound` for a value that no identifier of ours has: it may come from a URL. */
export function identifierToken(system: string, value: string): string {
  if (!isIdentifierValue(value)) throw new GatewayError('notFound', 'a value that is no identifier of ours');
  return `${system}|${value}`;
}
