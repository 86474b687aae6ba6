import type { BusinessId } from '../journal.ts';
import { PartnerProblem } from '../problem.ts';
import type { Transaction, TransactionEntry } from '../protocols/transaction.ts';
import { textsAt } from '../reading.ts';
import { type V2Message, v2From } from './v2-text.ts';

/** A message as the journal keeps it: its text whole, and its number. */
export const keptMessage = (text: string): fhir4.Bundle<fhir4.FhirResource> => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [{ resource: { resourceType: 'Parameters', parameter: [{ name: 'hl7v2', valueString: text }] } }],
});

/** The text of a kept message; empty for anything else. */
export const textOf = (bundle: unknown): string => textsAt(bundle, 'entry.resource.parameter.valueString')[0] ?? '';

/**
 * Reads a kept message: a referral (REF) is a request with its child, or takes one back; of other messages only the text is of interest.
 * Throws a 400 PartnerProblem that names the field.
 */
export function v2TransactionFrom(body: unknown): Transaction {
  const message = v2From(textOf(body));
  const id = message.at('MSH', 10);
  if (id === '') throw new PartnerProblem(400, { fr: 'MSH-10 : vide.', en: 'MSH-10: empty.' }, 'MSH-10');
  return {
    messageId: { system: message.at('MSH', 4), value: id },
    bundle: keptMessage(message.text),
    entries: message.at('MSH', 9) === 'REF' ? referralIn(message) : [],
  };
}

/** The sender's number in RF1-6. */
export function numberIn(message: V2Message): BusinessId {
  const value = message.at('RF1', 6);
  if (value === '') throw new PartnerProblem(400, { fr: 'RF1-6 : vide.', en: 'RF1-6: empty.' }, 'RF1-6');
  return { system: message.at('RF1', 6, 2) || message.at('RF1', 6, 3) || message.at('MSH', 4), value };
}

function referralIn(message: V2Message): readonly TransactionEntry[] {
  const identifier = numberIn(message);
  const trigger = message.at('MSH', 9, 2);
  if (trigger === 'I14') {
    const status = message.at('RF1', 1, 4) === 'entered-in-error' ? 'entered-in-error' : 'cancelled';
    return [entry(identifier, { resourceType: 'Task', identifier: [identifier], status, intent: 'order' })];
  }
  if (trigger === 'I15') return [];
  const child = childIn(message);
  return [
    entry(identifier, {
      resourceType: 'Task',
      identifier: [identifier],
      status: 'requested',
      intent: 'order',
      focus: { reference: 'ServiceRequest' },
      for: { reference: 'Patient' },
    }),
    entry(identifier, requestIn(message, identifier)),
    entry({ system: message.at('MSH', 4), value: message.at('PID', 3) || identifier.value }, child),
  ];
}

const entry = (identifier: BusinessId, resource: fhir4.FhirResource): TransactionEntry => ({
  type: resource.resourceType,
  identifier,
  fullUrl: resource.resourceType,
  resource,
});

const PRIORITIES: Readonly<Record<string, NonNullable<fhir4.ServiceRequest['priority']>>> = {
  R: 'routine',
  A: 'urgent',
  S: 'stat',
};

function requestIn(message: V2Message, identifier: BusinessId): fhir4.ServiceRequest {
  const priority = PRIORITIES[message.at('RF1', 2)];
  const reason = message.at('RF1', 10, 2);
  const what = [message.at('OBR', 4, 2), message.at('RF1', 3, 2)].filter((text) => text !== '').join(' — ');
  return {
    resourceType: 'ServiceRequest',
    identifier: [identifier],
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient' },
    code: { text: what },
    ...(priority === undefined ? {} : { priority }),
    ...(reason === '' ? {} : { reasonCode: [{ text: reason }] }),
    note: message.all('NTE', 3).map((text) => ({ text })),
  };
}

const SEXES: Readonly<Record<string, NonNullable<fhir4.Patient['gender']>>> = { F: 'female', M: 'male', O: 'other' };

function childIn(message: V2Message): fhir4.Patient {
  const [family, given] = [message.at('PID', 5), message.at('PID', 5, 2)];
  const digits = /^(\d{4})(\d{2})?(\d{2})?/.exec(message.at('PID', 7))?.slice(1) ?? [];
  const birthDate = digits.filter((part) => part !== undefined).join('-');
  const gender = SEXES[message.at('PID', 8)];
  const number = message.at('PID', 3);
  return {
    resourceType: 'Patient',
    ...(number === '' ? {} : { identifier: [{ value: number }] }),
    ...(family === '' && given === ''
      ? {}
      : { name: [{ ...(family === '' ? {} : { family }), ...(given === '' ? {} : { given: [given] }) }] }),
    ...(birthDate === '' ? {} : { birthDate }),
    ...(gender === undefined ? {} : { gender }),
  };
}
