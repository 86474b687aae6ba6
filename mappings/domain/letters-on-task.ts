import { receiptOf } from './receipt-on-task.ts';
import { EXTENSIONS } from './systems.ts';

/** Letters that go with the request of a Task, or with the centre's answer to it: `number|version` of each, as receipts name them. */
export const lettersWith = ({ extension = [] }: fhir4.Task): readonly string[] =>
  extension.flatMap(({ url, valueString }) =>
    url === EXTENSIONS.letterAlong && valueString !== undefined ? [valueString] : [],
  );

/** Number and version of a letter, as Tasks and receipts name it. */
export function letterNamed(letter: string): { readonly number: string; readonly version: number } {
  const bar = letter.lastIndexOf('|');
  return { number: letter.slice(0, bar), version: Number(letter.slice(bar + 1)) };
}

/** Whether one goes along that no receipt names. */
export function areLettersUntold(task: fhir4.Task): boolean {
  const told = new Set(receiptOf(task)?.letters);
  return lettersWith(task).some((letter) => !told.has(letter));
}

/** The Task with this version of a letter going along, or with none of it any more. */
export function withLetter(task: fhir4.Task, number: string, version: number | undefined): fhir4.Task {
  const others = (task.extension ?? []).filter(
    ({ url, valueString }) => url !== EXTENSIONS.letterAlong || valueString?.split('|')[0] !== number,
  );
  const { extension: _before, ...rest } = task;
  const own = version === undefined ? [] : [{ url: EXTENSIONS.letterAlong, valueString: `${number}|${version}` }];
  const extension = [...others, ...own];
  return extension.length === 0 ? rest : { ...rest, extension };
}
