import type { LoggedMessage } from '../office.ts';
import { textsAt, valuesAt } from '../reading.ts';

/** One thing that the centre said about a child whom this office referred. */
export interface Told {
  readonly event: string;
  /** Of the centre's Task, where one came. */
  readonly status?: string;
  readonly words: readonly string[];
}

/** Everything that the centre's messages said about a number of this office, in the order in which it came. */
export const toldAbout = (number: string, received: readonly LoggedMessage[]): readonly Told[] =>
  received.filter(({ repeated }) => !repeated).flatMap(({ bundle }) => toldOf(bundle, number));

/** A message speaks of a number when what it is about is based on it. */
function toldOf(bundle: fhir4.Bundle, number: string): readonly Told[] {
  const resources = valuesAt(bundle, 'entry.resource');
  const about = resources.filter((one) => textsAt(one, 'basedOn.identifier.value').includes(number));
  if (about.length === 0) return [];
  const [event = ''] = textsAt(resources[0], 'eventCoding.code');
  const [status] = about
    .filter((one) => textsAt(one, 'resourceType').includes('Task'))
    .flatMap((one) => textsAt(one, 'status'));
  const words = about.flatMap((one) =>
    ['statusReason.text', 'businessStatus.text', 'output.valueString', 'payload.contentString'].flatMap((path) =>
      textsAt(one, path),
    ),
  );
  return [{ event, words, ...(status === undefined ? {} : { status }) }];
}
