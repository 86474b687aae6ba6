import type { Bilingual } from '../../../profiles/codes.ts';
import type { ConceptName } from '../../../profiles/concept-names.ts';
import type { Need } from '../../access/needs.ts';
import type { AnswerName } from './openapi-answers.ts';
import type { ParameterName } from './openapi-parameters.ts';

/** One route as the reference page shows it. */
export interface RouteDescription {
  readonly method: 'get' | 'put' | 'post' | 'delete';
  readonly path: string;
  readonly operationId: string;
  readonly tag: TagName;
  readonly summary: Bilingual;
  readonly description?: Bilingual;
  readonly parameters?: readonly ParameterName[];
  readonly body?: ConceptName | 'fhir-resource' | 'replay-request' | 'search-form';
  readonly answers: readonly AnswerName[];
  /** Schema of the 200 answer, where it is not said by the answer itself. */
  readonly gives?: string;
  /** Answers without a token. */
  readonly open?: true;
  /** Who may use it; without this and without `open` it answers nobody. */
  readonly needs?: Need;
}

export const TAGS = {
  concepts: { fr: 'Concepts du centre', en: 'The centre’s concepts' },
  loops: { fr: 'Boucles et échanges', en: 'Loops and exchanges' },
  children: { fr: 'Enfants', en: 'Children' },
  indicators: { fr: 'Indicateurs', en: 'Indicators' },
  partners: { fr: 'Partenaires', en: 'Partners' },
  facade: { fr: 'Le dossier en FHIR', en: 'The record in FHIR' },
  register: { fr: 'Registre', en: 'Register' },
  operation: { fr: 'Exploitation', en: 'Operation' },
  service: { fr: 'Service', en: 'Service' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type TagName = keyof typeof TAGS;
