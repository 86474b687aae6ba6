import { PartnerProblem } from '../problem.ts';
import { type Transaction, transactionFrom } from '../protocols/transaction.ts';
import { textsAt, valuesAt } from '../reading.ts';

const BY_ID = /^([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}$/;

/**
 * Reads a transaction as a whole FHIR server does: conditional updates and creates, and updates by the ids that this server gave.
 * Throws a 400 PartnerProblem that names the element.
 */
export function serverTransactionFrom(body: unknown): Transaction {
  const entries = valuesAt(body, 'entry');
  const { messageId, entries: read } = transactionFrom({ ...membersOf(body), entry: entries.map(asConditionalUpdate) });
  // What was checked is the same message with each entry named by its identifier; what is kept is the message as it came.
  return { messageId, bundle: body as fhir4.Bundle, entries: read };
}

function asConditionalUpdate(entry: unknown, index: number): unknown {
  const [method] = textsAt(entry, 'request.method');
  const [url = ''] = textsAt(entry, 'request.url');
  const [condition] = textsAt(entry, 'request.ifNoneExist');
  if (method === 'POST') {
    if (condition === undefined) throw new PartnerProblem(400, TWICE, `Bundle.entry[${index}].request.ifNoneExist`);
    return { ...membersOf(entry), request: { method: 'PUT', url: `${url}?${condition}` } };
  }
  const [, type] = BY_ID.exec(url) ?? [];
  if (type === undefined) return entry;
  const [system = ''] = textsAt(entry, 'resource.identifier.system');
  const [value = ''] = textsAt(entry, 'resource.identifier.value');
  const token = encodeURIComponent(`${system}|${value}`);
  return { ...membersOf(entry), request: { method, url: `${type}?identifier=${token}` } };
}

const membersOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

const TWICE = {
  fr: 'POST sans ifNoneExist : un envoi répété créerait deux fois la même ressource.',
  en: 'POST without ifNoneExist: a message sent again would create the same resource twice.',
};
