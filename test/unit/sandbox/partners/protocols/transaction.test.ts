import { expect, test } from '@jest/globals';
import { PartnerProblem } from '../../../../../sandbox/partners/problem.ts';
import { transactionFrom } from '../../../../../sandbox/partners/protocols/transaction.ts';
import { aCancellation, aMessage, TASK_SYSTEM } from '../a-message.ts';

const fieldRefused = (body: unknown): string | undefined => {
  try {
    transactionFrom(body);
  } catch (error) {
    if (error instanceof PartnerProblem && error.status === 400) return error.field;
    throw error;
  }
  throw new Error('it was accepted');
};

const withFirstEntry = (change: (entry: Record<string, unknown>) => unknown): unknown => {
  const bundle = structuredClone(aMessage());
  const [first, ...others] = bundle.entry ?? [];
  return { ...bundle, entry: [change({ ...first }), ...others] };
};

test('a message is read with the identity of each entry', () => {
  const { messageId, entries } = transactionFrom(aMessage());
  expect(messageId.value).toBe('m-1');
  expect(entries.map(({ type }) => type)).toEqual(['Task', 'ServiceRequest', 'Patient', 'Organization']);
  expect(entries[0]?.identifier).toEqual({ system: TASK_SYSTEM, value: 'r-1' });
});

test('a bare cancellation is a message like another', () => {
  expect(transactionFrom(aCancellation()).entries).toHaveLength(1);
});

test('a condition written without percent-encoding is read as well', () => {
  const plain = withFirstEntry((entry) => ({
    ...entry,
    request: { method: 'PUT', url: `Task?identifier=${TASK_SYSTEM}|r-1` },
  }));
  expect(transactionFrom(plain).entries[0]?.identifier).toEqual({ system: TASK_SYSTEM, value: 'r-1' });
});

test.each([
  ['nothing', undefined, 'Bundle'],
  ['an array', [], 'Bundle'],
  ['another resource', { resourceType: 'Task' }, 'Bundle'],
  ['a batch', { ...aMessage(), type: 'batch' }, 'Bundle.type'],
  ['no message id', { ...aMessage(), identifier: undefined }, 'Bundle.identifier'],
  ['an empty message id', { ...aMessage(), identifier: { system: 's', value: '' } }, 'Bundle.identifier'],
  ['no entry', { ...aMessage(), entry: [] }, 'Bundle.entry'],
  ['a message without a Task', { ...aMessage(), entry: aMessage().entry?.slice(3) }, 'Bundle.entry'],
  ['an entry that is null', withFirstEntry(() => null), 'Bundle.entry[0].resource'],
  ['an entry without resource', withFirstEntry(({ request }) => ({ request })), 'Bundle.entry[0].resource'],
  ['an entry without request', withFirstEntry(({ resource }) => ({ resource })), 'Bundle.entry[0].request.method'],
  [
    'a POST',
    withFirstEntry((entry) => ({ ...entry, request: { method: 'POST', url: 'Task' } })),
    'Bundle.entry[0].request.method',
  ],
  ...[
    'Task',
    'Task/1',
    'Task?identifier=',
    'Task?identifier=s|',
    'Task?identifier=|v',
    'Task?identifier=v',
    'Task?identifier=s|v&status=requested',
    'Task?_id=s|v',
    'Patient?identifier=s|v',
    '',
  ].map(
    (url) =>
      [
        `the condition «${url}»`,
        withFirstEntry((entry) => ({ ...entry, request: { method: 'PUT', url } })),
        'Bundle.entry[0].request.url',
      ] as const,
  ),
  [
    'a resource without the identifier of its condition',
    withFirstEntry((entry) => ({ ...entry, resource: { resourceType: 'Task', status: 'requested', intent: 'order' } })),
    'Bundle.entry[0].resource.identifier',
  ],
  [
    'a status that is not one',
    withFirstEntry(({ resource, ...entry }) => ({ ...entry, resource: { ...(resource as object), status: 'done' } })),
    'Bundle.entry[0].resource.status',
  ],
  ['a reference to no entry', { ...aMessage(), entry: aMessage().entry?.slice(0, 2) }, 'Bundle.entry[0].resource'],
  [
    'the same resource twice',
    { ...aMessage(), entry: [...(aMessage().entry ?? []), aMessage().entry?.[0]] },
    'Bundle.entry[4]',
  ],
] as const)('%s is refused by the name of the element', (_case, body, field) => {
  expect(fieldRefused(body)).toBe(field);
});
