import { IDENTIFIERS } from './systems.ts';

const ENDING = ':abort';

/** Number of the Task by which we ask the owner of another one to stop: made from that one's, so that asking twice is asking once. */
export const stopNumber = (number: string): string => `${number}${ENDING}`;

/** Whether a Task is such a request of ours: where it stands on the owner's server, it is nothing that the owner says. */
export const isOwnStop = ({ identifier = [] }: fhir4.Task): boolean =>
  identifier.some(({ system, value }) => system === IDENTIFIERS.task && value?.endsWith(ENDING) === true);
