import type { Bilingual } from '../codes.ts';

type CodeTable = Readonly<Record<string, Bilingual>>;

/** At which moment of a child's course a reading is made (design.md §1). */
export const ASSESSMENT_KINDS = {
  orientation: { fr: 'Évaluation et orientation', en: 'Assessment and orientation' },
  'course-of-action': { fr: 'Rencontre du plan d’action', en: 'Course-of-action meeting' },
  'follow-up': { fr: 'Suivi', en: 'Follow-up' },
} as const satisfies CodeTable;

/** Where somebody stands on a reading; their own words stand beside it. */
export const POSITIONS = {
  agrees: { fr: 'Est d’accord', en: 'Agrees' },
  'sees-it-otherwise': { fr: 'Voit les choses autrement', en: 'Sees it otherwise' },
} as const satisfies CodeTable;

/** Areas of a child's development. */
export const DEVELOPMENT_AREAS = {
  language: { fr: 'Langage et communication', en: 'Language and communication' },
  'gross-motor': { fr: 'Motricité globale', en: 'Gross motor skills' },
  'fine-motor': { fr: 'Motricité fine', en: 'Fine motor skills' },
  cognition: { fr: 'Cognition', en: 'Cognition' },
  'social-emotional': { fr: 'Socioaffectif', en: 'Social and emotional' },
  autonomy: { fr: 'Autonomie au quotidien', en: 'Everyday autonomy' },
  senses: { fr: 'Vue, ouïe et autres sens', en: 'Sight, hearing and other senses' },
  play: { fr: 'Jeu', en: 'Play' },
} as const satisfies CodeTable;

/** What is looked at in the school domain. */
export const SCHOOL_ASPECTS = {
  readiness: { fr: 'Préparation à l’école', en: 'School readiness' },
  success: { fr: 'Réussite à l’école', en: 'School success' },
  attendance: { fr: 'Présence à l’école', en: 'School attendance' },
  'belonging-at-school': { fr: 'Sentiment d’être à sa place à l’école', en: 'Belonging at school' },
} as const satisfies CodeTable;

/**
 * Classes of toxic stress: what weighs on a child, said of the situation and never of the child or a parent. None names immigration, youth protection, law or a
 * suspicion of neglect or abuse (fhir.md §5, §6). `snomed` where the GPS subset has a verified code that says the same.
 */
export const TOXIC_STRESSES = {
  money: { fr: 'Difficultés d’argent', en: 'Money problems', snomed: '160932005' },
  food: { fr: 'Pas assez à manger', en: 'Not enough food', snomed: '706875005' },
  'without-home': { fr: 'Famille sans logement', en: 'Family without a home', snomed: '105526001' },
  'crowded-home': { fr: 'Logement trop petit', en: 'Home too small', snomed: '105532006' },
  'unsound-home': { fr: 'Logement en mauvais état', en: 'Home in poor condition' },
  eviction: { fr: 'Éviction du logement', en: 'Eviction from the home', snomed: '160754004' },
  moves: { fr: 'Déménagements répétés', en: 'Repeated moves' },
  isolation: { fr: 'Isolement', en: 'Isolation', snomed: '422650009' },
  'little-support': { fr: 'Peu de soutien autour', en: 'Little support around', snomed: '425022003' },
  language: { fr: 'Barrière de la langue', en: 'Language barrier', snomed: '422693009' },
  school: { fr: 'Difficultés à l’école', en: 'Difficulties at school', snomed: '161155000' },
  exclusion: { fr: 'Rejet, intimidation ou discrimination', en: 'Rejection, bullying or discrimination' },
  separation: { fr: 'Séparation ou absence d’un proche', en: 'Separation from or absence of a loved one' },
  bereavement: { fr: 'Deuil', en: 'Bereavement' },
  'tension-at-home': { fr: 'Tensions à la maison', en: 'Tension at home' },
  exhaustion: { fr: 'Épuisement de la famille', en: 'Exhaustion in the family' },
  'illness-in-family': { fr: 'Maladie dans la famille', en: 'Illness in the family' },
  neighbourhood: { fr: 'Insécurité dans le quartier', en: 'Lack of safety in the neighbourhood' },
  other: { fr: 'Autre', en: 'Other' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly snomed?: string }>>;

/** How a toxic stress goes since the reading before. */
export const STRESS_TRENDS = {
  increased: { fr: 'Plus lourd', en: 'Increased' },
  stable: { fr: 'Pareil', en: 'Stable' },
  reduced: { fr: 'Allégé', en: 'Reduced' },
  resolved: { fr: 'Réglé', en: 'Resolved' },
  returned: { fr: 'Revenu', en: 'Returned' },
} as const satisfies CodeTable;

/** What an Observation of a reading says when it names no area of its own, and what stands beside a trend. */
export const ASSESSMENT_ELEMENTS = {
  reading: { fr: 'Lecture du domaine', en: 'Reading of the domain' },
  observation: { fr: 'Observation dans le domaine', en: 'Observation in the domain' },
  since: { fr: 'Depuis quand', en: 'Since when' },
} as const satisfies CodeTable;
