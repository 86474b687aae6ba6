import type { OutgoingContext } from '../../mappings/dialects/dialect.ts';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import type { Centre, Partner } from '../registry.ts';

/** Between whom something leaves, and the Task that it is about. */
export interface Leaving {
  readonly centre: Centre;
  readonly partner: Partner;
  readonly task: fhir4.Task;
}

/** What every dialect is told of what leaves: who sends, who receives, in which language, how it is addressed. `at`: FHIR instant. */
export const outgoingContext = (
  { centre, partner, task }: Leaving,
  { messageId, at }: Pick<OutgoingContext, 'messageId' | 'at'>,
): OutgoingContext => ({
  messageId,
  at,
  sender: { id: centre.id, name: centre.name[partner.language], telephone: centre.telephone },
  recipient: { id: partner.id, name: partner.name[partner.language] },
  language: partner.language,
  first: receiptOf(task) === undefined,
  ...(partner.hl7v2 !== undefined && { hl7v2: partner.hl7v2 }),
});
