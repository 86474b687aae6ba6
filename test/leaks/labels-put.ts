import type { SensitivityLabel } from '../../mappings/domain/concepts.ts';
import type { ChildFile, FilePart } from '../generators/child-files.ts';
import { everyLabel } from '../generators/sensitivity-labels.ts';
import type { RequestAsked } from './places.ts';

/** The labels that bear on one request of a file: its own, those of the child’s whole file, and those of the letter that goes with it. */
export interface LabelsPut {
  readonly request: readonly SensitivityLabel[];
  readonly file: readonly SensitivityLabel[];
  readonly letter: readonly SensitivityLabel[];
}
export type LabelledThing = keyof LabelsPut;

export const PARTS = {
  'social-prescription': 'prescription',
  'legal-referral': 'legal',
  'service-referral': 'service',
} as const satisfies Readonly<Record<RequestAsked, FilePart>>;

/** Those of a file as it was generated. A legal referral has none that anybody puts: it is restricted by itself. */
export const labelsPut = (file: ChildFile, asked: RequestAsked): LabelsPut => {
  const request = file[PARTS[asked]];
  return {
    request: 'labels' in request ? (request.labels ?? []) : [],
    file: file.circle.child.labels ?? [],
    letter: file.letter.labels ?? [],
  };
};

const NONE: LabelsPut = { request: [], file: [], letter: [] };

/** Every label by itself, wherever it can be put, and none. */
export const eachLabel = (asked: RequestAsked): readonly LabelsPut[] => [
  NONE,
  ...(asked === 'legal-referral' ? [] : everyLabel.map((label) => ({ ...NONE, request: [label] }))),
  ...everyLabel.filter((label) => label !== 'asked-alone').map((label) => ({ ...NONE, file: [label] })),
  ...everyLabel.map((label) => ({ ...NONE, letter: [label] })),
];

/** The file with these labels and no others on the request, the child and the letter. */
export function labelled(file: ChildFile, asked: RequestAsked, { request, file: whole, letter }: LabelsPut): ChildFile {
  const part = PARTS[asked];
  return {
    ...file,
    circle: { ...file.circle, child: withLabels(file.circle.child, whole.filter(isForFile)) },
    ...(part !== 'legal' && { [part]: withLabels(file[part], request) }),
    letter: withLabels(file.letter, letter),
  };
}

type FileLabel = Exclude<SensitivityLabel, 'asked-alone'>;
const isForFile = (label: SensitivityLabel): label is FileLabel => label !== 'asked-alone';

function withLabels<T extends { readonly labels?: unknown }, L>({ labels: _labels, ...rest }: T, labels: readonly L[]) {
  return { ...rest, ...(labels.length > 0 && { labels: [...labels] }) };
}
