import { readFileSync } from 'node:fs';
import type { Label, Purpose } from '../../../mappings/consent/bases.ts';
import { EXTENSIONS } from '../../../mappings/domain/systems.ts';
import { CONCEPTS_SHOWN } from '../../../mappings/lenses/concepts-shown.ts';
import {
  type ChildElement,
  LENSES,
  type Lens,
  type LensName,
  type LetterElement,
  type Narrowing,
  type RequestElement,
} from '../../../mappings/lenses/lenses.ts';
import { REQUEST_PURPOSES } from '../../../mappings/lenses/narrow.ts';
import { CONSENT_PURPOSES, INFORMATION_KINDS } from '../../../profiles/codes/consent.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import { codesOf } from '../../generators/codes.ts';

type Language = keyof Bilingual;

const WORDS = {
  fr: {
    kind: 'partenaire (`lens` du registre)',
    concept: 'ce que le centre note',
    element: 'élément',
    colon: '\u00a0: ',
    yes: 'oui',
    no: '—',
    purpose: 'but de la demande',
    label: 'étiquette',
    whole: 'ce que dit le tableau 2',
    nothing: '**rien**',
    without: (elements: string) => `sauf ${elements}`,
    shown: { 'child-only': 'l’enfant seul (tableau 2)', 'through-lens': 'tableau 2', never: 'rien' },
    never: '**rien, jamais**',
    information: 'le consentement doit nommer',
    heads: {
      concepts: '#### 1. Ce qui passe de chaque chose que le centre note',
      elements: '#### 2. Élément par élément',
      purposes: '#### 3. Selon le but de la demande',
      labels: '#### 4. Selon l’étiquette de la demande, du dossier ou de la lettre',
      information: '#### 5. Ce qu’un consentement doit nommer pour que cela s’ouvre',
    },
    groups: { child: 'Enfant', request: 'Demande', letters: 'Lettre écrite pour ce destinataire' },
  },
  en: {
    kind: 'partner (`lens` in the registry)',
    concept: 'what the centre writes down',
    element: 'element',
    colon: ': ',
    yes: 'yes',
    no: '—',
    purpose: 'purpose of the request',
    label: 'label',
    whole: 'what table 2 says',
    nothing: '**nothing**',
    without: (elements: string) => `but for ${elements}`,
    shown: { 'child-only': 'the child alone (table 2)', 'through-lens': 'table 2', never: 'nothing' },
    never: '**nothing, ever**',
    information: 'the consent must name',
    heads: {
      concepts: '#### 1. What passes of each thing that the centre writes down',
      elements: '#### 2. Element by element',
      purposes: '#### 3. By the purpose of the request',
      labels: '#### 4. By the label of the request, the file or the letter',
      information: '#### 5. What a consent must name for this to open',
    },
    groups: { child: 'Child', request: 'Request', letters: 'Letter written for this recipient' },
  },
} as const;

const KINDS = {
  'public-network': { fr: 'réseau public (`public-network`)', en: 'public network (`public-network`)' },
  'lawyer-conflict-check': {
    fr: 'avocat, avant d’accepter (`lawyer`)',
    en: 'lawyer, before accepting (`lawyer`)',
  },
  'lawyer-accepted': { fr: 'avocat, après avoir accepté (`lawyer`)', en: 'lawyer, once accepted (`lawyer`)' },
  community: { fr: 'communauté (`community`)', en: 'community (`community`)' },
  'page-before-acceptance': {
    fr: 'page sécurisée, avant d’accepter (tous)',
    en: 'secure page, before accepting (everybody)',
  },
} as const satisfies Readonly<Record<LensName, Bilingual>>;

const CHILD = {
  name: { fr: 'nom entier', en: 'whole name' },
  'given-name': { fr: 'prénom seul', en: 'given name alone' },
  'birth-date': { fr: 'date de naissance', en: 'birth date' },
  'year-of-birth': { fr: 'année de naissance', en: 'year of birth' },
  age: { fr: 'âge en années', en: 'age in years' },
  gender: { fr: 'genre', en: 'gender' },
  languages: { fr: 'langues, besoin d’un interprète', en: 'languages, need of an interpreter' },
  'health-card': { fr: 'carte santé, si la famille l’a donnée', en: 'health card, if the family gave it' },
} as const satisfies Readonly<Record<ChildElement, Bilingual>>;

const REQUEST = {
  status: { fr: 'état', en: 'status' },
  intent: { fr: 'que c’est une demande', en: 'that it is a request' },
  code: { fr: 'ce qui est demandé', en: 'what is asked' },
  authoredOn: { fr: 'date de la demande', en: 'date of the request' },
  priority: { fr: 'urgence', en: 'urgency' },
  category: { fr: 'sorte de demande, programme', en: 'kind of request, programme' },
  reasonCode: { fr: 'raison', en: 'reason' },
  occurrenceDateTime: { fr: 'date qui lie (audience, délai)', en: 'date that binds (hearing, deadline)' },
} as const satisfies Readonly<Record<RequestElement, Bilingual>>;

const EXTENSION_WORDS: Readonly<Record<string, Bilingual>> = {
  [EXTENSIONS.safeContact]: { fr: 'contact sûr', en: 'safe contact' },
  [EXTENSIONS.conflictCheckName]: {
    fr: 'noms pour la vérification de conflits',
    en: 'names for the conflict check',
  },
  [EXTENSIONS.serviceLanguage]: { fr: 'langue du service', en: 'language of the service' },
  [EXTENSIONS.rightConcerned]: { fr: 'droits concernés', en: 'rights concerned' },
  [EXTENSIONS.childWishes]: { fr: 'ce que l’enfant souhaite', en: 'what the child wishes' },
  [EXTENSIONS.facts]: { fr: 'faits', en: 'facts' },
};

const LETTERS = {
  type: { fr: 'ce que c’est', en: 'what it is' },
  description: { fr: 'titre', en: 'title' },
  content: { fr: 'le fichier', en: 'the file' },
} as const satisfies Readonly<Record<LetterElement, Bilingual>>;

const LABELS = {
  restricted: {
    fr: 'restreint : R, V, `PSC-RESTRICTED`, toute étiquette de sensibilité, ou une étiquette inconnue',
    en: 'restricted: R, V, `PSC-RESTRICTED`, any label of sensitivity, or an unknown label',
  },
  'asked-alone': { fr: 'demandé par le jeune seul', en: 'asked by the young person alone' },
} as const satisfies Readonly<Record<Label, Bilingual>>;

const NAMES = codesOf(LENSES);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const kinds = (language: Language): readonly string[] => NAMES.map((name) => KINDS[name][language]);

/** The tables of docs/lenses.md in one language, made from what lets through. */
export const lensTables = (language: Language): string => {
  const { heads } = WORDS[language];
  return [
    `${heads.concepts}\n\n${conceptsTable(language)}`,
    `${heads.elements}\n\n${elementsTable(language)}`,
    `${heads.purposes}\n\n${purposesTable(language)}`,
    `${heads.labels}\n\n${labelsTable(language)}`,
    `${heads.information}\n\n${informationTable(language)}`,
  ].join('\n\n');
};

function conceptsTable(language: Language): string {
  const words = WORDS[language];
  return table(
    [words.concept, ...kinds(language)],
    codesOf(CONCEPTS_SHOWN).map((name) => [
      titleOf(name, language),
      ...NAMES.map((lens) => ofConcept(name, lens, language)),
    ]),
  );
}

function ofConcept(name: keyof typeof CONCEPTS_SHOWN, lensName: LensName, language: Language): string {
  const words = WORDS[language];
  const lens: Lens = LENSES[lensName];
  const how = CONCEPTS_SHOWN[name];
  const purpose = PURPOSE_OF.get(name);
  const passes =
    (how === 'child-only' && lens.child.length > 0) ||
    (name === 'letter' && lens.letters.length > 0) ||
    (purpose !== undefined && lens.purposes[purpose] !== 'nothing');
  return passes ? words.shown[how] : how === 'never' ? words.never : words.nothing;
}

const PURPOSE_OF: ReadonlyMap<string, Purpose> = new Map(Object.entries(REQUEST_PURPOSES));

function elementsTable(language: Language): string {
  const words = WORDS[language];
  const rows = <N extends string>(
    group: keyof (typeof WORDS)[Language]['groups'],
    all: Readonly<Record<N, Bilingual>>,
    of: (lens: Lens) => readonly string[],
  ): readonly (readonly string[])[] =>
    codesOf(all).map((name) => [
      `${words.groups[group]}${words.colon}${all[name][language]}`,
      ...NAMES.map((lens) => (of(LENSES[lens]).includes(name) ? words.yes : words.no)),
    ]);
  return table(
    [words.element, ...kinds(language)],
    [
      ...rows('child', CHILD, ({ child }) => child),
      ...rows('request', REQUEST, ({ request }) => request),
      ...rows('request', EXTENSION_WORDS, ({ extensions }) => extensions),
      ...rows('letters', LETTERS, ({ letters }) => letters),
    ],
  );
}

const purposesTable = (language: Language): string =>
  table(
    [WORDS[language].purpose, ...kinds(language)],
    codesOf(CONSENT_PURPOSES).map((purpose) => [
      CONSENT_PURPOSES[purpose][language],
      ...NAMES.map((lens) => narrowing(LENSES[lens], LENSES[lens].purposes[purpose], language)),
    ]),
  );

const labelsTable = (language: Language): string =>
  table(
    [WORDS[language].label, ...kinds(language)],
    codesOf(LABELS).map((label) => [
      LABELS[label][language],
      ...NAMES.map((lens) => narrowing(LENSES[lens], LENSES[lens].labels[label], language)),
    ]),
  );

/** What a case takes away, by its name. */
function narrowing(lens: Lens, how: Narrowing, language: Language): string {
  const words = WORDS[language];
  if (how === 'whole') return words.whole;
  if (how === 'nothing') return words.nothing;
  const gone = <N extends string>(
    all: readonly N[],
    kept: readonly N[] | undefined,
    of: Readonly<Record<string, Bilingual>>,
  ): readonly string[] =>
    kept === undefined ? [] : all.filter((it) => !kept.includes(it)).map((it) => of[it]?.[language] ?? it);
  return words.without(
    [
      ...gone(lens.child, how.child, CHILD),
      ...gone(lens.request, how.request, REQUEST),
      ...gone(lens.extensions, how.extensions, EXTENSION_WORDS),
      // Where no letter passes, each of its elements need not be told.
      ...(how.letters?.length === 0 ? [words.groups.letters.toLowerCase()] : gone(lens.letters, how.letters, LETTERS)),
    ].join(', '),
  );
}

const informationTable = (language: Language): string =>
  table(
    [WORDS[language].kind, WORDS[language].information],
    NAMES.map((name) => [
      KINDS[name][language],
      LENSES[name].information.map((it) => INFORMATION_KINDS[it][language].toLowerCase()).join(', '),
    ]),
  );

/** As its schema calls it. */
function titleOf(name: string, language: Language): string {
  const path = new URL(`../../../profiles/schemas/${name}.schema.json`, import.meta.url);
  const schema: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(path, 'utf8'));
  return String(language === 'fr' ? schema.title : schema['x-title-en']);
}

const block = (language: Language) => new RegExp(`(<!-- tables:${language} -->\\n)[\\s\\S]*?(\\n<!-- /tables -->)`);

/** The page with its tables made anew; what stands around them is written by hand. */
export const withLensTables = (page: string): string =>
  (['fr', 'en'] as const).reduce(
    (text, language) =>
      text.replace(
        block(language),
        (_all, before: string, after: string) => `${before}\n${lensTables(language)}\n${after}`,
      ),
    page,
  );
