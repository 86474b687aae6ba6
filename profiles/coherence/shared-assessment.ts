import { type CoherenceRule, type Coherent, invariant } from './rule.ts';

/** Names of the EDI, whose results belong to a class and are never a child’s (fhir.md §2). */
const EDI =
  /\b(EDI|IMDPE|IDPE|Early Development Instrument|Instrument de mesure du développement de la petite enfance)\b/iu;

/** A domain is read once in a reading. */
export const domainsOnce: CoherenceRule = ({ domains = [] }) =>
  domains.flatMap(({ domain }, index) => {
    const first = domains.findIndex((other) => other.domain === domain);
    return first === index
      ? []
      : [
          invariant(`.domains[${index}].domain`, {
            fr: `ce domaine est déjà celui de domains[${first}] ; réunissez les deux.`,
            en: `this domain is already that of domains[${first}]; put the two together.`,
          }),
        ];
  });

/** Two observations of a reading never share an identifier, in whichever domains they stand. */
export const observationsUnique: CoherenceRule = ({ domains = [] }) => {
  const all = observationsOf(domains);
  return all.flatMap(({ element, id }, index) => {
    const first = all.findIndex((other) => other.id === id);
    const same = all[first];
    return id === undefined || first === index || same === undefined
      ? []
      : [
          invariant(`${element}.id`, {
            fr: `cet identifiant est déjà celui de ${same.element.slice(1)} ; donnez à chacun le sien.`,
            en: `this identifier is already that of ${same.element.slice(1)}; give each its own.`,
          }),
        ];
  });
};

/** Nothing from the EDI stands in one child’s file. */
export const nothingFromTheEdi: CoherenceRule = ({ domains = [] }) =>
  observationsOf(domains).flatMap(({ element, how }) =>
    how === undefined || !EDI.test(how)
      ? []
      : [
          invariant(`${element}.how`, {
            fr: 'l’IMDPE (EDI) décrit des groupes ; rien d’individuel n’en est gardé. Retirez cette observation.',
            en: 'the EDI describes groups; nothing individual from it is kept. Remove this observation.',
          }),
        ],
  );

/** A reading follows another one. */
export const followsAnother: CoherenceRule = ({ id, previous }) =>
  id === undefined || id !== previous
    ? []
    : [
        invariant('.previous', {
          fr: 'une lecture ne se suit pas elle-même ; donnez l’identifiant de la précédente.',
          en: 'a reading does not follow itself; give the identifier of the one before.',
        }),
      ];

/** The course of a stress that was known before can be followed only under its own identifier. */
export const knownStressNamed: CoherenceRule = ({ stresses = [] }) =>
  stresses.flatMap(({ id, known }, index) =>
    known === undefined || id !== undefined
      ? []
      : [
          {
            severity: 'warning',
            code: 'business-rule',
            element: `.stresses[${index}].id`,
            text: {
              fr: 'déjà connu : donnez-lui l’identifiant qu’il avait, pour en suivre l’évolution.',
              en: 'known before: give it the identifier it had, so that its course can be followed.',
            },
          },
        ],
  );

const observationsOf = (domains: NonNullable<Coherent['domains']>) =>
  domains.flatMap(({ observations = [] }, nth) =>
    observations.map((observation, index) => ({
      ...observation,
      element: `.domains[${nth}].observations[${index}]`,
    })),
  );
