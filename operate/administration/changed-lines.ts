/** Lines around a change that are shown with it. */
const AROUND = 2;

/** What differs between two texts, as one block: lines that go, then lines that come, with those around them; empty if nothing does. */
export function changedLines(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const [old, young] = [before.split('\n'), after.split('\n')];
  const same = old.findIndex((line, at) => line !== young[at]);
  const start = same === -1 ? old.length : same;
  const most = Math.min(old.length, young.length) - start;
  const behind = [...old].reverse().findIndex((line, at) => at >= most || line !== young.at(-1 - at));
  const end = behind === -1 ? most : Math.min(behind, most);
  const [from, to] = [Math.max(0, start - AROUND), Math.min(old.length, old.length - end + AROUND)];
  return [
    `@@ ${start + 1} @@`,
    ...old.slice(from, start).map((line) => `  ${line}`),
    ...old.slice(start, old.length - end).map((line) => `- ${line}`),
    ...young.slice(start, young.length - end).map((line) => `+ ${line}`),
    ...old.slice(old.length - end, to).map((line) => `  ${line}`),
  ];
}
