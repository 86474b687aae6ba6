import { expect, test } from '@jest/globals';
import { choosePart, type PartChoices } from '../../../../sandbox/launcher/choose-part.ts';
import type { Origin, StartedPart } from '../../../../sandbox/launcher/running-part.ts';
import { aContext } from './a-context.ts';

const nothing = async () => {};

function part(origin: Origin): () => Promise<StartedPart> {
  return async () => ({ url: 'x:', origin, kill: nothing, restart: nothing, stop: nothing });
}

const refused = (): Promise<StartedPart> => Promise.reject(new Error('manifest unknown\nstack'));

const all: PartChoices = {
  name: 'Redis',
  given: part('given'),
  engineAnswers: async () => true,
  container: part('container'),
  native: part('native'),
};

const noEngine = async () => false;

test.each([
  ['a given address comes first', all, 'given'],
  ['a container comes before a process', { ...all, given: undefined }, 'container'],
  ['without an engine it is a process', { ...all, given: undefined, engineAnswers: noEngine }, 'native'],
  ['where the container cannot start it is a process', { ...all, given: undefined, container: refused }, 'native'],
] as const)('%s', async (_what, choices, origin) => {
  const { context } = await aContext();
  expect((await choosePart(choices, context)).origin).toBe(origin);
});

test('why the container did not start is told, in one line', async () => {
  const { context, said } = await aContext();
  await choosePart({ ...all, given: undefined, container: refused }, context);
  expect(said).toEqual([expect.stringContaining('did not start: manifest unknown\nRedis: going on')]);
});

test('a given address that does not answer is not replaced', async () => {
  const { context } = await aContext();
  await expect(choosePart({ ...all, given: refused }, context)).rejects.toThrow('manifest unknown');
});

test('a start that is given up does not go on to the next way', async () => {
  const giveUp = new AbortController();
  const { context } = await aContext({ signal: giveUp.signal });
  const container = async () => {
    giveUp.abort(new Error('enough'));
    return refused();
  };
  await expect(choosePart({ ...all, given: undefined, container }, context)).rejects.toThrow('enough');
});
