/** What is known of some numbers, none of which is negative: sums with factors, and what they come to. */
export interface Equation {
  readonly factors: readonly number[];
  readonly sum: number;
}

/**
 * The least and the most that a sum with factors can be, of all numbers (none negative) for which these equations hold; the simplex method
 * with Bland’s rule, written to be read and not to be fast. There must be such numbers, and not without end.
 */
export function linearBounds(equations: readonly Equation[], size: number): (wanted: readonly number[]) => Bounds {
  // First at some numbers at all: each equation gets one of its own to begin with, and these are brought down to none.
  const rows = equations.map(({ factors, sum }, nth) => {
    const sign = sum < 0 ? -1 : 1;
    const own = equations.map((_, other) => (other === nth ? 1 : 0));
    return [...Array.from({ length: size }, (_, at) => sign * (factors[at] ?? 0)), ...own, sign * sum];
  });
  const start: Tableau = { rows, basis: equations.map((_, nth) => size + nth) };
  const began = minimized(start, [...new Array<number>(size).fill(0), ...equations.map(() => 1)]);
  if (began.value > TINY) throw new Error('nothing fulfils these equations');
  const feasible = withoutOwn(began.tableau, size);
  return (wanted) => ({
    min: minimized(feasible, wanted).value,
    max: -minimized(
      feasible,
      wanted.map((it) => -it),
    ).value,
  });
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

interface Tableau {
  /** Factors, then what they come to; each has a number of its own, which stands in no other row. */
  readonly rows: readonly (readonly number[])[];
  readonly basis: readonly number[];
}

const TINY = 1e-7;

function minimized(tableau: Tableau, costs: readonly number[]): { readonly tableau: Tableau; readonly value: number } {
  let { rows, basis } = tableau;
  for (;;) {
    const gain = (at: number) =>
      (costs[at] ?? 0) - rows.reduce((sum, row, nth) => sum + (costs[basis[nth] ?? 0] ?? 0) * (row[at] ?? 0), 0);
    const entering = costs.findIndex((_, at) => gain(at) < -TINY);
    if (entering === -1) break;
    const ratios = rows.map((row) =>
      (row[entering] ?? 0) > TINY ? (row.at(-1) ?? 0) / (row[entering] ?? 1) : Infinity,
    );
    const least = Math.min(...ratios);
    if (least === Infinity) throw new Error('without end');
    const ties = ratios.flatMap((ratio, nth) => (ratio <= least + TINY ? [nth] : []));
    const leaving = ties.reduce((best, nth) => ((basis[nth] ?? 0) < (basis[best] ?? 0) ? nth : best));
    ({ rows, basis } = pivoted({ rows, basis }, leaving, entering));
  }
  const value = rows.reduce((sum, row, nth) => sum + (costs[basis[nth] ?? 0] ?? 0) * (row.at(-1) ?? 0), 0);
  return { tableau: { rows, basis }, value };
}

function pivoted({ rows, basis }: Tableau, leaving: number, entering: number): Tableau {
  const by = rows[leaving]?.[entering] ?? 1;
  const pivot = (rows[leaving] ?? []).map((it) => it / by);
  return {
    rows: rows.map((row, nth) => {
      const times = row[entering] ?? 0;
      return nth === leaving ? pivot : times === 0 ? row : row.map((it, at) => it - times * (pivot[at] ?? 0));
    }),
    basis: basis.map((it, nth) => (nth === leaving ? entering : it)),
  };
}

/** Without the numbers that it began with; an equation that says nothing new goes with its own. */
function withoutOwn(tableau: Tableau, size: number): Tableau {
  let now = tableau;
  for (const nth of tableau.basis.keys()) {
    if ((now.basis[nth] ?? 0) < size) continue;
    const entering = (now.rows[nth] ?? []).slice(0, size).findIndex((it) => Math.abs(it) > TINY);
    if (entering !== -1) now = pivoted(now, nth, entering);
  }
  const left = now.rows.flatMap((row, nth) => {
    const own = now.basis[nth] ?? 0;
    return own < size ? [{ row: [...row.slice(0, size), row.at(-1) ?? 0], own }] : [];
  });
  return { rows: left.map(({ row }) => row), basis: left.map(({ own }) => own) };
}
