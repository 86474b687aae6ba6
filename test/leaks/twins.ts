import type { Member } from '../../mappings/domain/concepts.ts';
import type { ChildFile } from '../generators/child-files.ts';
import { type LabelsPut, labelled, PARTS } from './labels-put.ts';
import type { Look, RequestAsked } from './places.ts';

/** Two files that differ in one thing which somebody may not see. */
export interface Twins {
  readonly differ: string;
  readonly one: ChildFile;
  readonly other: ChildFile;
}

/** A difference, from whom it is hidden, and the file without and with it; `stranger`: another file, from which to take. */
interface Difference {
  readonly differ: string;
  readonly hiddenFrom: (look: Look, asked: RequestAsked) => boolean;
  /** Nothing at all is shown there. */
  readonly hidesAll?: true;
  readonly make: (file: ChildFile, stranger: ChildFile, asked: RequestAsked) => readonly [ChildFile, ChildFile];
}

const withChild = (file: ChildFile, child: Partial<ChildFile['circle']['child']>): ChildFile => ({
  ...file,
  circle: { ...file.circle, child: { ...file.circle.child, ...child } },
});
const withMember = (file: ChildFile, member: Member): ChildFile => ({
  ...file,
  circle: { ...file.circle, members: [...(file.circle.members ?? []), member] },
});
const FATHER: Member = {
  kind: 'family',
  id: 'papa',
  name: { text: 'Un père' },
  kinship: 'FTH',
  legalRole: 'tap',
  telecom: [{ system: 'phone', value: '514 555-0188' }],
};
const CARD = { kind: 'nam', number: 'TREX14052312' } as const;
const isLawyers = (look: Look): boolean => look.startsWith('lawyer');
const anybody = (): boolean => true;

/** The same concept of another file, made to be of this child. */
function taken<P extends keyof ChildFile>(part: P, file: ChildFile, stranger: ChildFile): ChildFile {
  const own = file[part];
  return {
    ...file,
    [part]: { ...stranger[part], id: own.id, centre: own.centre, ...('child' in own && { child: own.child }) },
  };
}

const whole = (
  part: 'plan' | 'assessment' | 'note' | 'contact' | 'enrolment' | 'evaluation' | 'appointment',
): Difference => ({
  differ: `another ${part}`,
  hiddenFrom: anybody,
  make: (file, stranger) => [file, taken(part, file, stranger)],
});

/** Two ways in which to label the request that is asked, its letter and the whole file. */
const labels =
  (one: Partial<LabelsPut>, other: Partial<LabelsPut>): Difference['make'] =>
  (file, _stranger, asked) => {
    const put = (some: Partial<LabelsPut>) => labelled(file, asked, { request: [], file: [], letter: [], ...some });
    return [put(one), put(other)];
  };
const isNotLegal = (_look: Look, asked: RequestAsked): boolean => asked !== 'legal-referral';

/** What a label hides, and the labels themselves: no partner learns which there is, on what, nor, where it hides nothing, that there is one. */
const OF_LABELS: readonly Difference[] = [
  {
    differ: 'which label restricts the request',
    hiddenFrom: isNotLegal,
    make: labels({ request: ['restricted'] }, { request: ['violence', 'mental-health'] }),
  },
  {
    differ: 'a label on the request, or on the whole file',
    hiddenFrom: isNotLegal,
    make: labels({ request: ['very-restricted'] }, { file: ['family-asked'] }),
  },
  {
    differ: 'a label on the whole file, or none',
    hiddenFrom: isLawyers,
    make: labels({ file: ['whereabouts'] }, {}),
  },
  {
    differ: 'that a young person asked it alone, under whose word it leaves',
    hiddenFrom: anybody,
    make: labels({ request: ['asked-alone'], letter: ['asked-alone'] }, {}),
  },
  {
    differ: 'which label restricts the letter',
    hiddenFrom: anybody,
    make: labels({ letter: ['restricted'] }, { letter: ['domestic-or-sexual-violence'] }),
  },
  {
    differ: 'a label on the letter, or none',
    hiddenFrom: (look) => look !== 'public-network',
    make: labels({ letter: ['restricted'] }, {}),
  },
  {
    differ: 'under a label, why it is asked and what the letter says',
    hiddenFrom: (look, asked) => !isLawyers(look) && asked !== 'legal-referral',
    make: (file, stranger, asked) => {
      const hidden = labelled(file, asked, { request: [], file: ['violence'], letter: [] });
      const part = PARTS[asked];
      const other = { ...taken('letter', hidden, stranger), [part]: { ...hidden[part], reason: 'autre chose' } };
      return [{ ...hidden, [part]: { ...hidden[part], reason: 'une chose' } }, other];
    },
  },
  {
    differ: 'under a label, what is asked and of which child',
    hiddenFrom: (look, asked) =>
      (look === 'community' || look === 'page-before-acceptance') && asked !== 'legal-referral',
    hidesAll: true,
    make: (file, _stranger, asked) => {
      const of = (given: string): ChildFile => {
        const named = withChild(file, { name: { given: [given] } });
        return { ...named, [PARTS[asked]]: { ...named[PARTS[asked]], what: `pour ${given}` } };
      };
      const hidden = (it: ChildFile) => labelled(it, asked, { request: ['violence'], file: [], letter: [] });
      return [hidden(of('Zoé')), hidden(of('Mai'))];
    },
  },
  {
    differ: 'a label on another request of the child, or none',
    hiddenFrom: anybody,
    make: (file, _stranger, asked) => {
      const beside = asked === 'social-prescription' ? 'service' : 'prescription';
      return [
        { ...file, [beside]: { ...file[beside], labels: ['violence'] } },
        { ...file, [beside]: bare(file[beside]) },
      ];
    },
  },
];

function bare<T extends { readonly labels?: unknown }>({ labels: _labels, ...rest }: T): Omit<T, 'labels'> {
  return rest;
}

/** Written from fhir.md and not from the lenses. */
export const DIFFERENCES: readonly Difference[] = [
  {
    differ: 'a health card, or none',
    hiddenFrom: (look) => look !== 'public-network',
    make: (file) => [withChild(file, { cards: [CARD] }), withChild(file, { cards: [] })],
  },
  {
    differ: 'where the child lives',
    hiddenFrom: anybody,
    make: (file) => [
      withChild(file, { address: { city: 'Ottawa' } }),
      withChild(file, { address: { noFixedAddress: true } }),
    ],
  },
  {
    differ: 'a girl, or a boy',
    hiddenFrom: (look) => look !== 'public-network',
    make: (file) => [withChild(file, { gender: 'female' }), withChild(file, { gender: 'male' })],
  },
  {
    differ: 'the family name, and the day of birth',
    hiddenFrom: (look) => look === 'community' || look === 'page-before-acceptance' || look === 'lawyer-conflict-check',
    make: (file) => [
      withChild(file, { name: { family: 'Tremblay', given: ['Zoé'] }, birthDate: '2016-02-03' }),
      withChild(file, { name: { family: 'Nguyễn', given: ['Zoé'] }, birthDate: '2016-01-30' }),
    ],
  },
  {
    differ: 'a father who decides, or one whose role has ended',
    hiddenFrom: anybody,
    make: (file) => {
      const { legalRole: _role, telecom: _telecom, ...barred } = FATHER;
      return [withMember(file, FATHER), withMember(file, { ...barred, period: { end: '2025-01-31' } } as Member)];
    },
  },
  {
    differ: 'a father in the circle, or none',
    hiddenFrom: anybody,
    make: (file) => [withMember(file, FATHER), file],
  },
  {
    differ: 'another legal referral',
    hiddenFrom: (_look, asked) => asked !== 'legal-referral',
    make: (file, stranger) => [file, taken('legal', file, stranger)],
  },
  {
    differ: 'the facts, the child’s wishes, the rights and the reason of a legal referral',
    hiddenFrom: (look) => look !== 'lawyer-accepted',
    make: (file, stranger) => {
      const { facts, childWishes, rights, reason, ...legal } = file.legal;
      return [
        {
          ...file,
          legal: { ...legal, facts: 'un logement', childWishes: 'rester', rights: [{ article: 12 }], reason: 'oui' },
        },
        { ...file, legal: { ...legal, facts: `${facts ?? stranger.legal.facts ?? 'autre'}.` } },
      ];
    },
  },
  {
    differ: 'the reason and the programme of what is asked of the public network',
    hiddenFrom: (look) => look === 'community' || look === 'page-before-acceptance' || isLawyers(look),
    make: (file) => [
      { ...file, service: { ...file.service, programme: 'neglect-programme', reason: 'un' } },
      { ...file, service: { ...file.service, programme: 'sippe', reason: 'deux' } },
    ],
  },
  {
    differ: 'barriers, ratings, who made it together, goals and notes of a prescription',
    hiddenFrom: anybody,
    make: (file, stranger) => {
      const { barriers, ratingsBefore, coProducers, goals, note, ...prescription } = file.prescription;
      return [
        {
          ...file,
          prescription: { ...prescription, barriers: [{ kind: 'economic', words: 'pas d’argent' }], note: 'un mot' },
        },
        {
          ...file,
          prescription: { ...prescription, coProducers: stranger.prescription.coProducers ?? [{ kind: 'child' }] },
        },
      ];
    },
  },
  whole('plan'),
  whole('assessment'),
  whole('note'),
  whole('contact'),
  whole('enrolment'),
  whole('evaluation'),
  whole('appointment'),
  ...OF_LABELS,
];

/** The twins of two files for one who looks. */
export const twinsFor = (look: Look, asked: RequestAsked, file: ChildFile, stranger: ChildFile): readonly Twins[] =>
  DIFFERENCES.filter(({ hiddenFrom }) => hiddenFrom(look, asked)).map(({ differ, make }) => {
    const [one, other] = make(file, stranger, asked);
    return { differ, one, other };
  });
