import type { Bilingual } from '../../profiles/codes.ts';
import type { RequestAtPartner } from './read-partner-log.ts';
import type { LoopOnRecord, RecipientOnRecord } from './read-record.ts';
import type { ExpectedLoop, ExpectedRecipient } from './story.ts';

/** A loop as it was found in the two places that know. */
export interface LoopFound {
  readonly record: LoopOnRecord;
  /** By recipient; those without a system of their own are not there. */
  readonly atPartners: ReadonlyMap<string, RequestAtPartner>;
}

/** Pure: a child has one Patient, and the requests of the story and no other. */
export const judgeChild = (
  name: string,
  expected: number,
  found: { readonly patients: number; readonly requests: number },
): readonly Bilingual[] => [
  ...differs({ fr: `${name} : Patient dans HAPI`, en: `${name}: Patients in HAPI` }, 1, found.patients),
  ...differs({ fr: `${name} : demandes dans HAPI`, en: `${name}: requests in HAPI` }, expected, found.requests),
];

/** Pure: everything in which a loop differs from what its story says; empty when it is as expected. */
export function judgeLoop(expected: ExpectedLoop, { record, atPartners }: LoopFound): readonly Bilingual[] {
  const { requests, loop, recipients, ratings } = record;
  return [
    ...differs({ fr: 'ServiceRequest dans HAPI', en: 'ServiceRequests in HAPI' }, 1, requests.length),
    ...differs({ fr: 'état', en: 'state' }, expected.state, loop.state),
    ...differs({ fr: 'fermée', en: 'closed' }, expected.closed, loop.closed),
    ...differs({ fr: 'raison', en: 'why' }, expected.why, loop.why),
    ...differs(
      { fr: 'destinataires', en: 'recipients' },
      expected.recipients.map(({ id }) => id).join(', '),
      recipients.map(({ id }) => id).join(', '),
    ),
    ...expected.recipients.flatMap((wanted) =>
      judgeRecipient(
        wanted,
        recipients.find(({ id }) => id === wanted.id),
        atPartners.get(wanted.id),
      ),
    ),
    ...(expected.ratings ?? []).flatMap(({ factor, before, after }) => {
      const found = ratings.find((rated) => rated.factor === factor);
      return [
        ...differs({ fr: `${factor} avant`, en: `${factor} before` }, before, found?.before),
        ...differs({ fr: `${factor} après`, en: `${factor} after` }, after, found?.after),
      ];
    }),
  ];
}

function judgeRecipient(
  { id, status, how, messages }: ExpectedRecipient,
  found: RecipientOnRecord | undefined,
  atPartner: RequestAtPartner | undefined,
): readonly Bilingual[] {
  const about = (fr: string, en: string): Bilingual => ({ fr: `${id} : ${fr}`, en: `${id}: ${en}` });
  const onRecord = [
    ...differs(about('Task dans HAPI', 'Task in HAPI'), status, found?.status),
    ...differs(about('envoi', 'sent by'), how, found?.how),
  ];
  if (how !== 'system') return onRecord;
  return [
    ...onRecord,
    ...differs(about('dans son propre journal', 'in its own log'), status, atPartner?.status),
    ...differs(about('messages reçus', 'messages received'), messages ?? 1, atPartner?.messages),
    ...differs(about('réponses perdues', 'answers lost'), 0, atPartner?.answersLost),
  ];
}

type Fact = string | number | boolean;

function differs(what: Bilingual, wanted: Fact, found: Fact | undefined): readonly Bilingual[] {
  if (found === wanted) return [];
  const said = found === undefined || found === '' ? '—' : found;
  return [{ fr: `${what.fr} : ${said}, attendu : ${wanted}`, en: `${what.en}: ${said}, expected: ${wanted}` }];
}
