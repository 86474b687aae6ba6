import { beforeAll, describe, expect, test } from '@jest/globals';
import { hapiValidator } from '../oracle/hapi-validator.ts';
import { agreementTable, failuresOf, type Judged, judge } from '../oracle/judge.ts';
import { askOracle } from '../oracle/oracle.ts';
import { ourValidator } from '../oracle/our-validator.ts';
import { readReviewed } from '../oracle/read-reviewed.ts';
import type { Verdict } from '../oracle/verdict.ts';

const SEED = 20_261_122;
const MUTANTS = 2_400;
const CONCEPTS = 520;
/** A minute and a half on two cores that others use too; a busier machine needs more. */
const WITHIN_MS = 1_800_000;
const BREAKS: Verdict = { says: 'invalid', errors: [{ rule: 'planted', expression: '', text: '' }], notChecked: [] };
const LETS_ALL_PASS: Verdict = { says: 'valid', errors: [], notChecked: [] };

const reviewed = readReviewed();
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Everything judged by both, once: what HL7's validator said serves the planted checkers too. */
let judged: readonly Judged[];
beforeAll(async () => {
  const hl7 = hapiValidator(process.env.STACK_TEST_HAPI_URL ?? '');
  judged = await askOracle({ hl7, ours: ourValidator, mutants: MUTANTS, concepts: CONCEPTS, seed: SEED, say });
}, WITHIN_MS);

const having = (ours: Verdict): readonly Judged[] => judged.map((it) => ({ ...it, ours }));
const ofClass = (name: string): readonly Judged[] => judged.filter((it) => it.class === name);

describe('our checker beside HL7’s validator', () => {
  test('refuses everything that HL7 refuses, and nothing else without a reviewed reason', () => {
    const judgement = judge(judged, reviewed);
    say(`\n${agreementTable(judgement, reviewed)}`);
    expect(failuresOf(judgement)).toEqual([]);
  });

  test('is asked about two thousand mutants and more, of every class', () => {
    const mutants = judged.filter(({ mutant }) => mutant);
    expect(mutants.length).toBeGreaterThanOrEqual(2_000);
    expect(new Set(mutants.map(({ key }) => key)).size).toBe(mutants.length);
    for (const name of new Set(mutants.map((it) => it.class))) expect(ofClass(name).length).toBeGreaterThan(60);
  });

  test('finds no error in what the mappings make of five hundred generated concepts, nor does HL7', () => {
    const mapped = ofClass('mapped concepts');
    expect(mapped.length).toBeGreaterThanOrEqual(500);
    expect(mapped.filter(({ hl7, ours }) => hl7.says !== 'valid' || ours.says !== 'valid')).toEqual([]);
  });
});

describe('the oracle', () => {
  test('does not let a checker pass that says valid of everything', () => {
    const failures = failuresOf(judge(having(LETS_ALL_PASS), reviewed));
    expect(failures.filter((it) => it.startsWith('false valid')).length).toBeGreaterThan(500);
  });

  test('does not let a checker pass that says invalid of everything', () => {
    const failures = failuresOf(judge(having(BREAKS), reviewed));
    expect(failures.filter((it) => it.startsWith('false invalid')).length).toBeGreaterThan(500);
  });
});
