import { describe, expect, test } from '@jest/globals';
import { agreementTable, failuresOf, type Judged, judge, type Reviewed } from '../../oracle/judge.ts';
import type { Verdict } from '../../oracle/verdict.ts';

const VALID: Verdict = { says: 'valid', errors: [], notChecked: [] };
const BROKEN: Verdict = { says: 'none', errors: [], notChecked: [] };
const SILENT: Verdict = { ...VALID, notChecked: [{ rule: 'not-checked', expression: 'Patient.meta', text: '' }] };
const invalid = (rule: string, expression = 'Patient.name'): Verdict => ({
  says: 'invalid',
  errors: [{ rule, expression, text: 'what is wrong' }],
  notChecked: [],
});

const agreed = (count: number): readonly Judged[] =>
  Array.from({ length: count }, (_, nth) => ({
    class: 'drop',
    key: `agreed ${nth}`,
    mutant: true,
    hl7: VALID,
    ours: VALID,
  }));
const one = (hl7: Verdict, ours: Verdict, more: Partial<Judged> = {}): Judged => ({
  class: 'drop',
  key: 'the one',
  mutant: true,
  hl7,
  ours,
  ...more,
});
const failures = (judged: readonly Judged[], reviewed: readonly Reviewed[] = []): readonly string[] =>
  failuresOf(judge(judged, reviewed));
const REVIEWED: Reviewed = { rule: 'min', where: '^Patient\\.name ', reason: 'HL7 forgets it' };

describe('the judgement', () => {
  test('finds nothing where both say the same', () => {
    expect(failures([...agreed(10), one(invalid('x'), invalid('min'))])).toEqual([]);
  });

  test('fails at one resource that we let pass and HL7 refuses', () => {
    expect(failures([...agreed(10_000), one(invalid('x'), VALID)])).toEqual([
      expect.stringMatching(/^false valid: the one/),
    ]);
  });

  test('takes “not checked” for “valid”', () => {
    expect(failures([...agreed(10_000), one(invalid('x'), SILENT)])).toEqual([
      expect.stringMatching(/^false valid: the one/),
    ]);
  });

  test('fails at a refusal of ours that nobody has reviewed', () => {
    expect(failures([...agreed(1_000), one(VALID, invalid('min'))])).toEqual([
      expect.stringMatching(/^false invalid, not reviewed/),
    ]);
  });

  test('takes a refusal that was reviewed, at its place and by its rule only', () => {
    expect(failures([...agreed(1_000), one(VALID, invalid('min'))], [REVIEWED])).toEqual([]);
    const elsewhere = failures([...agreed(1_000), one(VALID, invalid('min', 'Patient.link'))], [REVIEWED]);
    expect(elsewhere).toEqual([
      expect.stringMatching(/^false invalid, not reviewed/),
      expect.stringMatching(/^reviewed, but no longer so/),
    ]);
    const other = failures([...agreed(1_000), one(VALID, invalid('max'))], [REVIEWED]);
    expect(other).toEqual([
      expect.stringMatching(/^false invalid, not reviewed/),
      expect.stringMatching(/^reviewed, but no longer so/),
    ]);
  });

  test('wants each error reviewed, not one of them', () => {
    const two = { ...invalid('min'), errors: [...invalid('min').errors, ...invalid('max').errors] };
    expect(failures([...agreed(1_000), one(VALID, two)], [REVIEWED])).toEqual([
      expect.stringMatching(/not reviewed.*\n.*max/),
    ]);
  });

  test('fails above one in a hundred, reviewed or not', () => {
    const many = Array.from({ length: 2 }, (_, nth) => one(VALID, invalid('min'), { key: `${nth}` }));
    expect(failures([...agreed(198), ...many], [REVIEWED])).toEqual([]);
    expect(failures([...agreed(190), ...many], [REVIEWED])).toEqual([expect.stringMatching(/^false invalid: 1\.04 %/)]);
    const corpus = agreed(1_000).map((it) => ({ ...it, mutant: false }));
    expect(failures([...corpus, ...agreed(190), ...many], [REVIEWED])).toHaveLength(1);
  });

  test('fails at a reviewed reason that explains nothing any more', () => {
    expect(failures(agreed(10), [REVIEWED])).toEqual(['reviewed, but no longer so: min ^Patient\\.name ']);
  });

  test('fails at an example that is not what it is labelled, for either', () => {
    expect(failures([one(VALID, VALID, { labelled: 'invalid' })])).toEqual([
      expect.stringMatching(/not invalid: the one/),
    ]);
    expect(failures([one(invalid('x'), invalid('x'), { labelled: 'valid' })])).toEqual([
      expect.stringMatching(/not valid: the one/),
    ]);
    expect(failures([one(VALID, VALID, { labelled: 'valid' })])).toEqual([]);
  });

  test('does not take HL7’s breaking down for a verdict, and allows it rarely', () => {
    expect(failures([...agreed(200), one(BROKEN, VALID)])).toEqual([]);
    expect(failures([...agreed(200), ...Array(3).fill(one(BROKEN, invalid('min')))])).toEqual([
      expect.stringMatching(/^no verdict/),
    ]);
  });

  test('fails when nothing was judged', () => {
    expect(failures([])).toEqual([expect.stringMatching(/^false invalid: 100/)]);
  });
});

test('the table counts each class and all of them, and says why what was reviewed was', () => {
  const judged = [
    ...agreed(3),
    one(invalid('x'), VALID, { class: 'recode' }),
    one(VALID, invalid('min'), { class: 'recode' }),
    one(BROKEN, VALID, { class: 'recode' }),
  ];
  expect(agreementTable(judge(judged, [REVIEWED]), [REVIEWED]).split('\n')).toEqual([
    'class   total  both valid  both invalid  false valid  false invalid  no verdict',
    'drop        3           3             0            0              0           0',
    'recode      3           0             0            1              1           1',
    'all         6           3             0            1              1           1',
    'false invalid, reviewed:',
    '     1  min ^Patient\\.name : HL7 forgets it',
  ]);
});
