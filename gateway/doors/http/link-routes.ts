import { Router } from 'express';
import { isAsked, isTakenBack, taskNumberOf } from '../../../mappings/domain/current-task.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { Disclosures } from '../../disclosure/disclosure.ts';
import { GatewayError } from '../../failures.ts';
import { isPageOn } from '../../partner-page/page-access.ts';
import type { PageParts } from '../../partner-page/page-parts.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import { identifierToken } from '../../record/identifier-token.ts';
import { centreOf } from './authenticate.ts';

export interface LinkRouteDeps {
  readonly pages: Pick<PageParts, 'links' | 'pending' | 'queue'>;
  readonly disclosures: Pick<Disclosures, 'read'>;
  readonly store: FhirStore;
}

/** The links of a request to the secure page: taken back at once, or sent again. */
export function linkRoutes({ pages: { links, pending, queue }, disclosures, store }: LinkRouteDeps): Router {
  const routes = Router();

  routes.delete('/:id/links', async (req, res) => {
    const numbers = numbersOf(await tasksOf(store, centreOf(res), req.params.id));
    const revoked = await Promise.all(numbers.map((number) => links.revoke(number)));
    // What came through a link that should not have been there is not applied either.
    const dropped = await Promise.all(
      numbers.map(async (number) => (await pending.of(number)) !== undefined && (await pending.withdraw(number))),
    );
    const count = (list: readonly boolean[]) => list.filter((it) => it).length;
    res.json({ links: count(revoked), answers: count(dropped) });
  });

  routes.post('/:id/links', async (req, res) => {
    const [number] = numbersOf(
      (await tasksOf(store, centreOf(res), req.params.id)).filter((task) => isAsked(task) && !isTakenBack(task)),
    );
    const disclosable = number === undefined ? undefined : await disclosures.read(number);
    if (number === undefined || disclosable === undefined || !isPageOn(disclosable))
      throw new GatewayError('versionConflict', 'the page is off for this request', { issues: [OFF] });
    await queue.announce(number);
    res.status(202).json({ links: 1, answers: 0 });
  });

  return routes;
}

async function tasksOf(store: FhirStore, centre: string, request: string): Promise<readonly fhir4.Task[]> {
  const found = await store.search('Task', {
    'group-identifier': identifierToken(IDENTIFIERS.request(centre), request),
  });
  const tasks = found.filter((resource) => resource.resourceType === 'Task');
  if (tasks.length === 0) throw new GatewayError('notFound', 'no such request');
  return tasks;
}

const numbersOf = (tasks: readonly fhir4.Task[]): readonly string[] =>
  tasks.flatMap((task) => taskNumberOf(task) ?? []);

const OFF: Issue = {
  severity: 'error',
  code: 'business-rule',
  expression: 'id',
  text: {
    fr: 'La page sécurisée n’est pas permise pour cette demande, ou sa boucle est fermée : imprimez la page ou téléphonez.',
    en: 'The secure page is not allowed for this request, or its loop is closed: print the page or telephone.',
  },
};
