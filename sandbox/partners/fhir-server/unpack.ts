import type { BusinessId } from '../journal.ts';
import type { ServerStore } from './server-store.ts';

/** What a notification contains stands on the server as resources of their own; the Task there refers to them. */
export function keepAnswered(store: ServerStore, { contained = [], ...task }: fhir4.Task): void {
  // After a restart its server is empty: then the Task stands there anew, under an id of its own.
  const { id } = store.find('Task', firstOf(task)) ?? store.write(task);
  const places: ReadonlyMap<string, string> = new Map(
    contained.map((part) => {
      const partId = `${id.slice(0, 40)}-${part.id}`;
      store.write({ ...part, id: partId } as fhir4.FhirResource);
      return [`#${part.id ?? ''}`, `${part.resourceType}/${partId}`] as const;
    }),
  );
  const output = task.output?.map((one) => {
    const reference = places.get(one.valueReference?.reference ?? '');
    return reference === undefined ? one : { ...one, valueReference: { reference } };
  });
  store.write({ ...task, id, ...(output !== undefined && { output }) });
}

const firstOf = ({ identifier = [] }: fhir4.Task): BusinessId => ({
  system: identifier[0]?.system ?? '',
  value: identifier[0]?.value ?? '',
});
