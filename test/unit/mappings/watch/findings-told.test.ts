import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { namesOff, WATCH_CODES, WATCH_RULES } from '../../../../mappings/watch/child-findings.ts';
import { taskFromFinding } from '../../../../mappings/watch/finding-task.ts';
import { findingsTold, LINES_A_DAY } from '../../../../mappings/watch/findings-told.ts';

const findings = fc.array(
  fc.record({
    child: fc.integer({ min: 1, max: 40 }),
    code: fc.constantFrom(...WATCH_CODES),
    focus: fc.integer({ min: 1, max: 5 }),
    since: fc.integer({ min: 20_000, max: 20_400 }),
    pivot: fc.constantFrom('julie', 'marc'),
  }),
  { minLength: 30, maxLength: 120 },
);

test('a pivot reads one line a child, twelve at most, nothing pressing behind what is not, and how many wait', () => {
  fc.assert(
    fc.property(findings, (all) => {
      const tasks = all.map(({ child, code, focus, since, pivot }, nth) =>
        taskFromFinding(
          {
            code,
            since,
            focus: {
              resourceType: 'Task',
              id: `t-${child}-${focus}-${nth}`,
              identifier: [{ system: IDENTIFIERS.task, value: `n${nth}` }],
              status: 'requested',
              intent: 'order',
            },
          },
          1,
          {
            centre: 'verdun',
            child: {
              resourceType: 'Patient',
              id: `p${child}`,
              identifier: [{ system: IDENTIFIERS.child('verdun'), value: `enf-${child}` }],
            },
            pivot: {
              type: 'PractitionerRole',
              identifier: { system: IDENTIFIERS.professionalRole('verdun'), value: pivot },
            },
            now: '2026-01-14T11:00:00Z',
          },
        ),
      );
      for (const { pivot, lines, waiting } of findingsTold(tasks, { centre: 'verdun', language: 'en' })) {
        const children = new Set(all.filter((it) => it.pivot === pivot).map(({ child }) => `enf-${child}`));
        expect(lines.length).toBe(Math.min(LINES_A_DAY, children.size));
        expect(waiting).toBe(children.size - lines.length);
        expect(new Set(lines.map(({ child }) => child)).size).toBe(lines.length);
        const first = lines.map(({ findings: [it] }) => it?.urgency ?? 0);
        expect(first).toEqual([...first].sort((a, b) => a - b));
      }
    }),
    { numRuns: 30 },
  );
});

test('each rule says in both languages when it holds and what to do', () => {
  for (const code of WATCH_CODES) {
    const { when, todo } = WATCH_RULES[code];
    for (const text of [when.fr, when.en, todo.fr, todo.en]) expect(text).toMatch(/\S/);
  }
});

test('a rule is on unless its row says why not or the centre turns it off, and a centre may turn it on', () => {
  const rule = WATCH_RULES.silent;
  const rules = { usual: rule, flooding: { ...rule, offBecause: { fr: 'Trop.', en: 'Too many.' } } };
  expect(namesOff(rules)).toEqual(['flooding']);
  expect(namesOff(rules, { on: ['flooding'] })).toEqual([]);
  expect(namesOff(rules, { off: ['usual'] })).toEqual(['usual', 'flooding']);
});
