import { v5 as uuidFrom } from 'uuid';
import { present } from '../../mappings/concepts/present.ts';
import type { DispatchEvent } from '../../mappings/domain/lane-events.ts';
import type { AnswerToTell } from './answers-to-tell.ts';
import { alongside, type Disclosable } from './disclosure.ts';

/** What is known of it once it has left. */
export interface Left {
  /** The recipient's own reference, where its system gave one. */
  readonly reference?: string;
  /** FHIRPaths of what its dialect could not carry. */
  readonly notCarried?: readonly string[];
  /** FHIR instant. */
  readonly at: string;
  readonly how?: 'system' | 'web-page';
  /** The letters that were to go along, where others than those that go with it now. */
  readonly letters?: readonly string[];
}

const RECEIPTS = '8a0e6f1d-31f2-5a3c-8f43-6b9c7e2d5a10';

type OfRequest = Pick<Disclosable, 'number' | 'version' | 'telling' | 'going'>;
type OfAnswer = Pick<AnswerToTell, 'number' | 'version' | 'going'>;

/** Id of the message that carries a request: made from what it tells, so that it is the same however often, and by whichever way, it leaves. */
export const requestMessageId = ({ number, version, telling, going }: OfRequest): string =>
  uuidFrom(`${number}|${version}|${telling}${alongside(going)}`, RECEIPTS);

/** Id of the message that carries an answer; `asked` is the message that asked where it stands, when one did. */
export const answerMessageId = ({ number, version, going }: OfAnswer, asked = ''): string =>
  uuidFrom(`${number}|answer|${version}|${asked}${alongside(going)}`, RECEIPTS);

/** The receipt of a request that left, for the child's lane; told twice it is one. */
export const requestReceipt = (
  disclosable: Disclosable,
  { letters = disclosable.going, ...left }: Left,
): DispatchEvent => ({
  kind: 'dispatch',
  exchangeId: receiptId({ ...disclosable, going: letters }, disclosable.telling),
  centre: disclosable.centre.id,
  child: disclosable.childId,
  request: disclosable.requestId,
  recipient: disclosable.partner.id,
  version: disclosable.version,
  stage: disclosable.telling,
  going: letters,
  ...present({ childVersion: disclosable.child.meta?.versionId }),
  ...dispatched(left, disclosable.partner.id),
});

/** The receipt of an answer that left, for the lane of the child, or of the referral where nobody recognized the child. */
export const answerReceipt = (told: AnswerToTell, left: Left): DispatchEvent => ({
  kind: 'dispatch',
  exchangeId: receiptId(told, 'answer'),
  centre: told.centre.id,
  ...(told.child !== undefined && { child: told.child }),
  request: told.referral,
  recipient: told.partner.id,
  version: told.version,
  stage: 'answer',
  going: told.going,
  ...dispatched(left, told.centre.id),
});

const receiptId = ({ number, version, going }: OfAnswer, stage: string): string =>
  uuidFrom(`receipt|${number}|${version}|${stage}${alongside(going)}`, RECEIPTS);

const dispatched = ({ reference, notCarried = [], at, how = 'system' }: Left, recordedBy: string) => ({
  ...(reference !== undefined && { reference }),
  ...(notCarried.length > 0 && { notCarried }),
  recordedAt: at,
  dispatch: { happenedAt: at, how, recordedBy },
});
