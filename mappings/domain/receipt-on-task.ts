import { EXTENSIONS } from './systems.ts';

/** What the recipient of a Task was last given. */
export interface ReceiptOnTask {
  /** Version of the request; 0 if the record does not say. */
  readonly version: number;
  /** `request`, `facts`, `stop`, `cancellation` or `error`. */
  readonly stage: string;
  /** When it left. */
  readonly at?: string;
  /** By which channel. */
  readonly how?: string;
  /** What the recipient's dialect could not carry: FHIRPaths. */
  readonly notCarried: readonly string[];
  /** The letters that were to go along: `number|version`. */
  readonly letters: readonly string[];
  /** Version of the child’s Patient in the record from which it was written; absent of what left before receipts said so. */
  readonly child?: string;
}

/** Whether what was given is what is asked, not only that it ended. */
export const gaveContent = ({ stage }: Pick<ReceiptOnTask, 'stage'>): boolean =>
  stage === 'request' || stage === 'facts';

/** The receipt that stands on a Task; undefined as long as nothing has left. */
export function receiptOf({ extension = [] }: fhir4.Task): ReceiptOnTask | undefined {
  const receipt = extension.find(({ url }) => url === EXTENSIONS.delivery);
  if (receipt === undefined) return undefined;
  const part = (url: string) => receipt.extension?.find((it) => it.url === url);
  const at = part('at')?.valueDateTime;
  const how = part('how')?.valueCode;
  const child = part('child')?.valueString;
  return {
    version: part('version')?.valuePositiveInt ?? 0,
    stage: part('stage')?.valueCode ?? 'request',
    ...(at !== undefined && { at }),
    ...(how !== undefined && { how }),
    notCarried: wordsAt(receipt, 'notCarried'),
    letters: wordsAt(receipt, 'letter'),
    ...(child !== undefined && { child }),
  };
}

const wordsAt = ({ extension = [] }: fhir4.Extension, name: string): readonly string[] =>
  extension.flatMap(({ url, valueString }) => (url === name && valueString !== undefined ? [valueString] : []));
