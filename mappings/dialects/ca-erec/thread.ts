import type { RequestNumber } from '../dialect.ts';

/** How the sender of a request names it, beside its number: what an answer must be based on. */
export interface Thread {
  readonly reference?: string;
}

/** Opaque to everybody else. */
export const threadFrom = ({ id }: fhir4.ServiceRequest): string =>
  JSON.stringify(id === undefined ? {} : { reference: `ServiceRequest/${id}` });

/** What a Task or a Communication is based on, for who asked: CA:eReC links by `basedOn`, where we use `focus`. */
export function basedOn(number: RequestNumber, thread: string | undefined): fhir4.Reference {
  const { reference }: Thread = thread === undefined ? {} : JSON.parse(thread);
  return { ...(reference !== undefined && { reference }), type: 'ServiceRequest', identifier: { ...number } };
}
