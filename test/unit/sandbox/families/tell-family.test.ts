import { expect, test } from '@jest/globals';
import type { Registry } from '../../../../gateway/registry.ts';
import type { Scene } from '../../../../sandbox/families/play-step.ts';
import type { Story } from '../../../../sandbox/families/story.ts';
import { StoryProblem } from '../../../../sandbox/families/story-problem.ts';
import { type Teller, tellFamily } from '../../../../sandbox/families/tell-family.ts';

const story: Story = {
  title: { fr: 'Une famille', en: 'A family' },
  intro: { fr: 'Elle arrive.', en: 'They come.' },
  centre: 'centre',
  child: { id: 'c', givenName: 'Mai' },
  steps: ['one', 'two'].map((name) => ({
    happenedAt: '2026-02-02T10:00:00-05:00',
    says: { fr: `${name}, en français`, en: `${name}, in English` },
    act: 'write',
    concept: { plural: 'care-circles', id: name, body: { child: { id: 'c', name: { text: 'Mai' } } } },
  })),
  loops: [],
};

const sceneWhere = (record: Scene['gateway']['record']): Scene => ({
  story,
  gateway: { record, get: async () => Promise.reject(new Error('not asked')), deliveries: async () => [] },
  partners: new Map(),
  registry: { centres: [], partners: [], centre: () => undefined, partner: () => undefined } satisfies Registry,
  pages: 'nowhere',
  withinMs: 10,
  signal: new AbortController().signal,
  requests: new Map(),
});

function tellerInto(lines: string[], columns?: number): Teller {
  const plain = (text: string): string => text;
  return {
    language: 'en',
    say: (line) => void lines.push(line),
    bold: plain,
    dim: plain,
    good: plain,
    bad: plain,
    ...(columns !== undefined && { columns }),
  };
}

const recorded = async () => ({ exchange: 'e', status: 201 });

test('each act is a line: when it happened, the sentence, the call', async () => {
  const lines: string[] = [];
  expect(await tellFamily(sceneWhere(recorded), tellerInto(lines))).toBe(true);
  expect(lines.slice(3)).toEqual([
    '  Feb 2     one, in English  PUT /v1/care-circles/… 201',
    '  Feb 2     two, in English  PUT /v1/care-circles/… 201',
  ]);
});

test('in a narrow terminal the call stands below the sentence', async () => {
  const lines: string[] = [];
  await tellFamily(sceneWhere(recorded), tellerInto(lines, 40));
  expect(lines.slice(3, 5)).toEqual(['  Feb 2     one, in English', '            PUT /v1/care-circles/… 201']);
});

test('at a step that does not go as told the story stops, and says why', async () => {
  const lines: string[] = [];
  const refusing = async () => Promise.reject(new StoryProblem({ fr: 'refusé', en: 'refused' }));
  expect(await tellFamily(sceneWhere(refusing), tellerInto(lines))).toBe(false);
  expect(lines.slice(3)).toEqual(['  Feb 2     one, in English', '  The story stops here: refused']);
});

test('what is no matter of the story goes through', async () => {
  const broken = async () => Promise.reject(new TypeError('fetch failed'));
  await expect(tellFamily(sceneWhere(broken), tellerInto([]))).rejects.toThrow('fetch failed');
});
