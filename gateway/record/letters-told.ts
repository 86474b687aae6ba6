import { letterKindOf } from '../../mappings/concepts/letter.ts';
import { lettersWith } from '../../mappings/domain/letters-on-task.ts';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { FhirStore } from './fhir-store.ts';

/** A letter about a request, without its file, which only its own address gives. */
export interface LetterTold {
  readonly id: string;
  /** Date of the letter, as it was said. */
  readonly date: string;
  readonly title?: string;
  readonly kind?: string;
  /** The partner that sent it. */
  readonly from?: string;
  /** The recipient for whom it leaves. */
  readonly to?: string;
  /** When this version left: FHIR dateTime; absent as long as it has not. */
  readonly leftAt?: string;
}

/** What is read of a letter to tell that it is there: never its file. */
const ELEMENTS = 'identifier,extension,status,type,author,description,context';

/** How receipts say that letters stayed behind: none passed the lens or the channel, or the dialect had no place for a file. */
const STAYED: ReadonlySet<string> = new Set(['DocumentReference', 'DocumentReference.content']);

/** The letters about one request, the oldest first: what came, and what leaves or left. One that was taken back is not among them. */
export async function lettersTold(
  store: Pick<FhirStore, 'search'>,
  { id }: fhir4.ServiceRequest,
  tasks: readonly fhir4.Task[],
): Promise<readonly LetterTold[]> {
  const found = await store.search('DocumentReference', { related: `ServiceRequest/${id}`, _elements: ELEMENTS });
  return found
    .flatMap((it) => (it.resourceType === 'DocumentReference' ? (letterTold(it, tasks) ?? []) : []))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

const LETTERS = IDENTIFIERS.letter('');

function letterTold(letter: fhir4.DocumentReference, tasks: readonly fhir4.Task[]): LetterTold | undefined {
  const id = letter.identifier?.find(({ system }) => system?.startsWith(LETTERS))?.value;
  if (id === undefined || letter.status !== 'current') return undefined;
  const kind = letterKindOf(letter.type);
  const [from, to] = [partnerAmong(letter.author), partnerAmong(letter.context?.related)];
  const leftAt = leftIn(tasks, `${id}|${revisionOf(letter).version}`);
  return {
    id,
    date: happenedIn(letter),
    ...(letter.description !== undefined && { title: letter.description }),
    ...(kind !== undefined && { kind }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(leftAt !== undefined && { leftAt }),
  };
}

const partnerAmong = (references: readonly fhir4.Reference[] | undefined): string | undefined =>
  references?.find(({ identifier }) => identifier?.system === IDENTIFIERS.partner)?.identifier?.value;

const happenedIn = ({ extension = [] }: fhir4.DocumentReference): string =>
  extension.find(({ url }) => url === EXTENSIONS.revision)?.extension?.find(({ url }) => url === 'happened')
    ?.valueDateTime ?? '';

function leftIn(tasks: readonly fhir4.Task[], letter: string): string | undefined {
  const task = tasks.find((one) => lettersWith(one).includes(letter));
  const receipt = task === undefined ? undefined : receiptOf(task);
  const isGone = receipt?.letters.includes(letter) === true && !receipt.notCarried.some((it) => STAYED.has(it));
  return isGone ? receipt?.at : undefined;
}
