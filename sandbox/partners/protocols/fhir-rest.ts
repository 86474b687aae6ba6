import { taskFromAnswer } from '../task-from-answer.ts';
import { fhirRestReceive } from './fhir-rest-receive.ts';
import { fhirRestRefer } from './fhir-rest-refer.ts';
import { fhirRestSend } from './fhir-rest-send.ts';
import type { Protocol } from './protocol.ts';
import { transactionFrom } from './transaction.ts';

/** Transactions of conditional updates come in, conditional updates of the Task go out. */
export const FHIR_REST: Protocol = {
  path: '/fhir',
  receive: fhirRestReceive,
  send: fhirRestSend,
  referrals: fhirRestRefer,
  read: transactionFrom,
  taskOf: taskFromAnswer,
};
