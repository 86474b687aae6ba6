import { answersToTell } from '../../gateway/disclosure/answers-to-tell.ts';
import { collectedAnswers } from '../../gateway/disclosure/collected-answers.ts';
import { collectedRequests } from '../../gateway/disclosure/collected-requests.ts';
import type { DisclosureDeps } from '../../gateway/disclosure/disclosure.ts';
import { disclosures } from '../../gateway/disclosure/disclosure.ts';
import { shownBook } from '../../gateway/disclosure/shown-book.ts';
import { partnerReadRoutes } from '../../gateway/doors/http/partner-read-routes.ts';
import type { TaskCursors } from '../../gateway/doors/http/task-cursor.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { anIntake } from './an-intake.ts';
import { memoryShelf } from './memory-shelf.ts';
import { quietLog } from './quiet-log.ts';

/** What a partner collects from a record, and the routes by which it reads it; nothing was remembered of before. */
export function collecting(deps: DisclosureDeps & { readonly store: FhirStore }, cursors: TaskCursors) {
  const { store, registry, now } = deps;
  const statuses = { note: async () => undefined, of: async () => undefined };
  const { intake, accepted } = anIntake();
  const shelf = memoryShelf();
  const book = shownBook({ shelf, now });
  const collected = collectedRequests({
    store,
    disclosures: disclosures(deps),
    statuses,
    intake,
    rememberTask: async () => undefined,
    mayHaveArrived: async () => false,
    book,
    now,
  });
  const answered = collectedAnswers({ store, answers: answersToTell(deps), statuses, intake, book, now });
  const reads = partnerReadRoutes({
    collected,
    answered,
    book,
    cursors,
    registry,
    publicUrl: '',
    now,
    log: quietLog(),
  });
  return { collected, reads, accepted, shelf };
}
