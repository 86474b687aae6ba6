import { CANONICAL } from '../../profiles/canonical.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { PROFILES } from '../domain/systems.ts';
import type { Indicator } from './indicator.ts';
import { INDICATORS } from './indicators.ts';
import { STRATA } from './strata.ts';

const POPULATION = 'http://terminology.hl7.org/CodeSystem/measure-population';
const SCORING = 'http://terminology.hl7.org/CodeSystem/measure-scoring';
const TYPE = 'http://terminology.hl7.org/CodeSystem/measure-type';
const NOTATION = 'http://terminology.hl7.org/CodeSystem/measure-improvement-notation';
const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation';
/** Raised when a definition changes, so that two numbers under one canonical always mean the same. */
const VERSION = '1';
const SINCE = '2026-11-26';

/** Populations of R4 by what an indicator tells of them. */
export const POPULATIONS = {
  denominator: 'Denominator',
  numerator: 'Numerator',
  'measure-population': 'Measure Population',
  'measure-observation': 'Measure Observation',
} as const;

export const measureUrl = (name: string): string => `${CANONICAL}/Measure/${name}`;

/** The canonical of an indicator’s Measure, with its version. */
export const measureCanonical = (name: string): string => `${measureUrl(name)}|${VERSION}`;

/** The indicator whose Measure it is; undefined of another’s, or of one that is gone. */
export const indicatorOf = (canonical: string): Indicator | undefined =>
  INDICATORS.find(({ name }) => canonical.split('|')[0] === measureUrl(name));

export const improvementOf = ({ better }: Indicator): fhir4.CodeableConcept | undefined =>
  better && {
    coding: [
      {
        system: NOTATION,
        code: better,
        display:
          better === 'increase' ? 'Increased score indicates improvement' : 'Decreased score indicates improvement',
      },
    ],
  };

export const populationCode = (code: keyof typeof POPULATIONS): fhir4.CodeableConcept => ({
  coding: [{ system: POPULATION, code, display: POPULATIONS[code] }],
});

/** The Measure (R4) of an indicator: its definition in words, French first, in English beside. Total. */
export function measureFrom(indicator: Indicator): fhir4.Measure {
  const { name, title, by, who, what, why, byProgramme, strata } = indicator;
  const cuts = [...(byProgramme ? [PROGRAMME] : []), ...(strata === undefined ? [] : [STRATA[strata]])];
  const isShare = by === 'share';
  const improvement = improvementOf(indicator);
  return {
    resourceType: 'Measure',
    id: name,
    meta: { profile: [PROFILES.measure] },
    language: 'fr-CA',
    url: measureUrl(name),
    version: VERSION,
    name: pascal(name),
    title: title.fr,
    _title: inEnglish(title),
    status: 'active',
    experimental: false,
    date: SINCE,
    publisher: 'Passerelle',
    description: AGGREGATE[by].fr,
    _description: inEnglish(AGGREGATE[by]),
    scoring: {
      coding: [
        isShare
          ? { system: SCORING, code: 'proportion', display: 'Proportion' }
          : { system: SCORING, code: 'continuous-variable', display: 'Continuous Variable' },
      ],
    },
    type: [
      {
        coding: [
          indicator.unit === 'points'
            ? { system: TYPE, code: 'outcome', display: 'Outcome' }
            : { system: TYPE, code: 'process', display: 'Process' },
        ],
      },
    ],
    rateAggregation: by === 'share' ? 'share' : by,
    rationale: why.fr,
    _rationale: inEnglish(why),
    ...(improvement !== undefined && { improvementNotation: improvement }),
    group: [
      {
        population: [
          population(isShare ? 'denominator' : 'measure-population', who),
          population(isShare ? 'numerator' : 'measure-observation', what),
        ],
        ...(cuts.length > 0 && {
          stratifier: cuts.map((cut) => ({
            code: { text: cut.fr },
            description: cut.fr,
            _description: inEnglish(cut),
            criteria: inWords(cut),
          })),
        }),
      },
    ],
  };
}

const AGGREGATE: Readonly<Record<Indicator['by'], Bilingual>> = {
  share: {
    fr: 'Part de ceux qui sont comptés, par centre, programme et trimestre.',
    en: 'Share of those that are counted, by centre, programme and quarter.',
  },
  median: { fr: 'Médiane, par centre, programme et trimestre.', en: 'Median, by centre, programme and quarter.' },
  mean: { fr: 'Moyenne, par centre, programme et trimestre.', en: 'Mean, by centre, programme and quarter.' },
};
export const PROGRAMME: Bilingual = { fr: 'Programme', en: 'Programme' };

const population = (code: keyof typeof POPULATIONS, words: Bilingual): fhir4.MeasureGroupPopulation => ({
  code: populationCode(code),
  description: words.fr,
  _description: inEnglish(words),
  criteria: inWords(words),
});

/**
 * R4 wants an expression: ours are words, and the program that they describe is open to read. For words the value set expression-language has
 * no code: why there is none stands in its place, which the types of R4 do not know.
 */
const inWords = ({ fr }: Bilingual): fhir4.Expression =>
  ({ _language: { extension: [NOT_APPLICABLE] }, expression: fr }) as fhir4.Expression;

const NOT_APPLICABLE: fhir4.Extension = {
  url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  valueCode: 'not-applicable',
};

const inEnglish = ({ en }: Bilingual): fhir4.Element => ({
  extension: [
    {
      url: TRANSLATION,
      extension: [
        { url: 'lang', valueCode: 'en-CA' },
        { url: 'content', valueString: en },
      ],
    },
  ],
});

/** A name that programs can use, as R4 asks (mea-0). */
const pascal = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
