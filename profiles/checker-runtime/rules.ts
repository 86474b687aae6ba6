import type { Bilingual } from '../codes.ts';
import type { Issue } from '../issue.ts';

/** What breaking a rule means: who it is to a machine, its FHIR issue type, how grave, and the sentence with a way out. */
export interface Rule {
  readonly rule: string;
  readonly code: Issue['code'];
  readonly severity: Issue['severity'];
  /** `detail` comes from the definition, never from the resource. */
  readonly text: (detail: string) => Bilingual;
}

const error = (rule: string, code: Issue['code'], text: Rule['text']): Rule => ({
  rule,
  code,
  severity: 'error',
  text,
});

const notChecked = (code: Issue['code'], text: Rule['text']): Rule => ({
  rule: 'not-checked',
  code,
  severity: 'information',
  text,
});

/** Every rule but the invariants, which bring their own words. */
export const RULES = {
  object: error('type', 'structure', () => ({
    fr: 'il faut un objet JSON ; remplacez la valeur.',
    en: 'must be a JSON object; replace the value.',
  })),
  list: error('type', 'structure', () => ({
    fr: 'cet élément se répète : il faut une liste JSON ; mettez la valeur entre crochets.',
    en: 'this element repeats: must be a JSON array; put the value in brackets.',
  })),
  single: error('type', 'structure', () => ({
    fr: 'cet élément ne se répète pas ; enlevez la liste JSON qui l’entoure.',
    en: 'this element does not repeat; remove the JSON array around it.',
  })),
  noNull: error('type', 'structure', () => ({
    fr: 'null ne se met pas ici ; enlevez l’élément.',
    en: 'null has no place here; leave the element out.',
  })),
  emptyObject: error('type', 'structure', () => ({
    fr: 'cet objet est vide ; remplissez-le ou enlevez-le.',
    en: 'this object is empty; fill it or leave it out.',
  })),
  emptyList: error('type', 'structure', () => ({
    fr: 'cette liste est vide ; remplissez-la ou enlevez-la.',
    en: 'this array is empty; fill it or leave it out.',
  })),
  tooDeep: error('type', 'too-costly', () => ({
    fr: 'ce qui est ici est trop profond ; rien en dessous n’est vérifié.',
    en: 'what is here lies too deep; nothing below is checked.',
  })),
  primitive: error('type', 'structure', (type) => ({
    fr: `il faut ${FORMATS[type]?.fr ?? type} (${type}).`,
    en: `must be ${FORMATS[type]?.en ?? type} (${type}).`,
  })),
  format: error('format', 'value', (type) => ({
    fr: `il faut ${FORMATS[type]?.fr ?? type} (${type}) ; corrigez la valeur, ou enlevez l’élément s’il est facultatif.`,
    en: `must be ${FORMATS[type]?.en ?? type} (${type}); correct the value, or leave the element out if it is optional.`,
  })),
  companion: error('type', 'structure', (name) => ({
    fr: `« ${name} » accompagne une valeur : un objet avec id ou extension, et dans une liste le même rang que la valeur (null s’il n’y a rien à dire).`,
    en: `"${name}" goes with a value: an object with id or extension, and in an array the same place as the value (null where there is nothing to say).`,
  })),
  unknownElement: error('unknown-element', 'structure', (known) => ({
    fr: `élément inconnu de FHIR R4 à cet endroit ; enlevez-le.${known === '' ? '' : ` Vouliez-vous dire « ${known} » ?`}`,
    en: `FHIR R4 knows no such element here; remove it.${known === '' ? '' : ` Did you mean "${known}"?`}`,
  })),
  min: error('min', 'required', (min) => ({
    fr: min === '1' ? 'cet élément est obligatoire ; ajoutez-le.' : `il en faut au moins ${min}.`,
    en: min === '1' ? 'this element is required; add it.' : `at least ${min} are required.`,
  })),
  max: error('max', 'structure', (max) => ({
    fr: max === '0' ? 'cet élément ne se met pas ici ; enlevez-le.' : `au plus ${max} ; enlevez les autres.`,
    en: max === '0' ? 'this element is not used here; remove it.' : `at most ${max}; remove the others.`,
  })),
  choiceTwice: error('choice', 'structure', (name) => ({
    fr: `« ${name}[x] » n’a qu’une valeur, d’un seul type ; gardez-en une.`,
    en: `"${name}[x]" has one value, of one type; keep one.`,
  })),
  choiceType: error('choice', 'structure', (types) => ({
    fr: `ce type de valeur n’est pas permis ici ; types permis : ${types}.`,
    en: `this type of value is not allowed here; types allowed: ${types}.`,
  })),
  fixed: error('fixed', 'value', (value) => ({
    fr: `seule valeur permise : ${value}.`,
    en: `only value allowed: ${value}.`,
  })),
  pattern: error('pattern', 'value', (value) => ({
    fr: `la valeur doit contenir ${value}.`,
    en: `the value must contain ${value}.`,
  })),
  maxLength: error('max', 'value', (max) => ({ fr: `au plus ${max} caractères.`, en: `at most ${max} characters.` })),
  minValue: error('min', 'value', (min) => ({ fr: `${min} ou plus.`, en: `${min} or more.` })),
  maxValue: error('max', 'value', (max) => ({ fr: `${max} ou moins.`, en: `${max} or less.` })),
  sliceMin: error('min', 'required', (slice) => ({
    fr: `l’élément « ${slice} », obligatoire, n’y est pas ; ajoutez-le.`,
    en: `the required element "${slice}" is not among them; add it.`,
  })),
  sliceMax: error('max', 'structure', (slice) => ({
    fr: `trop d’éléments « ${slice} » ; gardez-en un.`,
    en: `too many elements "${slice}"; keep one.`,
  })),
  sliceClosed: error('slice', 'structure', (slices) => ({
    fr: `cet élément n’est aucun de ceux que permet le profil : ${slices}.`,
    en: `this element is none of those that the profile allows: ${slices}.`,
  })),
  sliceTwice: error('slice', 'structure', (slices) => ({
    fr: `cet élément répond à deux définitions à la fois : ${slices}.`,
    en: `this element meets two definitions at once: ${slices}.`,
  })),
  binding: error('binding', 'code-invalid', (valueSet) => ({
    fr: `ce code n’est pas de ceux que permet ${valueSet}.`,
    en: `this code is not one that ${valueSet} allows.`,
  })),
  codeMissing: error('binding', 'code-invalid', (valueSet) => ({
    fr: `il faut un code de ${valueSet} ; un texte ou une extension ne suffit pas.`,
    en: `a code of ${valueSet} is required; a text or an extension is not enough.`,
  })),
  code: error('code', 'code-invalid', (system) => ({
    fr: `${system} n’a pas ce code.`,
    en: `${system} has no such code.`,
  })),
  unit: error('code', 'code-invalid', () => ({
    fr: 'ce n’est pas une unité UCUM.',
    en: 'this is no UCUM unit.',
  })),
  systemRelative: error('format', 'value', () => ({
    fr: 'le système doit être une adresse absolue (https:, urn:…).',
    en: 'the system must be an absolute address (https:, urn:…).',
  })),
  identifierUri: error('format', 'value', () => ({
    fr: 'avec le système urn:ietf:rfc:3986, la valeur doit être une adresse absolue.',
    en: 'with the system urn:ietf:rfc:3986 the value must be an absolute address.',
  })),
  duplicateId: error('id', 'business-rule', () => ({
    fr: 'deux éléments portent le même id ; changez-en un.',
    en: 'two elements have the same id; change one.',
  })),
  duplicateSecurity: error('security', 'business-rule', () => ({
    fr: 'cette étiquette de sécurité est déjà là ; enlevez-la.',
    en: 'this security label is already there; remove it.',
  })),
  attachmentSize: error('size', 'value', () => ({
    fr: 'la taille dite n’est pas celle des données.',
    en: 'the stated size is not that of the data.',
  })),
  referenceFormat: error('reference', 'value', () => ({
    fr: 'ce n’est pas une référence : Type/id, adresse absolue, urn:uuid:…, #id d’une ressource contenue, ou Type?recherche.',
    en: 'this is no reference: Type/id, absolute address, urn:uuid:…, #id of a contained resource, or Type?search.',
  })),
  referenceTarget: error('reference', 'structure', (types) => ({
    fr: `la référence doit mener à ${types}.`,
    en: `the reference must lead to ${types}.`,
  })),
  referenceType: error('reference', 'structure', () => ({
    fr: 'le type dit n’est pas celui de la ressource visée ; enlevez-le ou corrigez-le.',
    en: 'the stated type is not that of the target; remove or correct it.',
  })),
  referenceStatedType: error('code', 'code-invalid', () => ({
    fr: 'le type dit n’est pas un type de ressource de FHIR R4.',
    en: 'the stated type is no resource type of FHIR R4.',
  })),
  referenceOutside: {
    rule: 'reference',
    code: 'not-found',
    severity: 'warning',
    text: () => ({
      fr: 'cette référence ne mène à aucune entrée du Bundle : qui le reçoit ne saura pas de quoi il s’agit.',
      en: 'this reference leads to no entry of the Bundle: whoever receives it will not know what is meant.',
    }),
  },
  containedId: error('min', 'required', () => ({
    fr: 'une ressource contenue doit avoir un id.',
    en: 'a contained resource must have an id.',
  })),
  resourceType: error('type', 'structure', () => ({
    fr: 'resourceType doit nommer un type de ressource de FHIR R4.',
    en: 'resourceType must name a resource type of FHIR R4.',
  })),
  otherResourceType: error('type', 'structure', (types) => ({
    fr: `type de ressource attendu ici : ${types}.`,
    en: `resource type expected here: ${types}.`,
  })),
  extensionUrl: error('format', 'value', () => ({
    fr: 'l’url d’une extension est une adresse absolue.',
    en: 'an extension’s url is an absolute address.',
  })),
  extensionContext: error('extension-context', 'structure', (contexts) => ({
    fr: `cette extension ne se met pas ici ; elle se met sur ${contexts}.`,
    en: `this extension is not used here; it is used on ${contexts}.`,
  })),
  extensionModifier: error('extension-context', 'structure', (property) => ({
    fr: `cette extension se met sous « ${property} ».`,
    en: `this extension goes under "${property}".`,
  })),
  extensionUnknownPart: error('slice', 'structure', (urls) => ({
    fr: `cette extension n’a pas de partie de ce nom ; elle a : ${urls}.`,
    en: `this extension has no part of that name; it has: ${urls}.`,
  })),
  unknownModifier: {
    rule: 'not-checked',
    code: 'not-supported',
    severity: 'warning',
    text: () => ({
      fr: 'extension modificatrice inconnue : elle peut changer le sens de ce qui l’entoure, et n’a pas été vérifiée.',
      en: 'unknown modifier extension: it may change the meaning of what is around it, and was not checked.',
    }),
  },
  unknownExtension: notChecked('not-supported', () => ({
    fr: 'extension que nous ne connaissons pas : sa forme est vérifiée, son contenu ne l’est pas.',
    en: 'an extension that we do not know: its form is checked, its content is not.',
  })),
  unknownProfile: notChecked('not-supported', () => ({
    fr: 'profil que nous n’avons pas : la ressource est vérifiée sans lui.',
    en: 'a profile that we do not hold: the resource is checked without it.',
  })),
  tooManyProfiles: error('profile', 'too-costly', (most) => ({
    fr: `plus de ${most} profils sont annoncés ; gardez ceux que cette ressource suit.`,
    en: `more than ${most} profiles are claimed; keep those that this resource follows.`,
  })),
  noSuchProfile: error('profile', 'not-found', () => ({
    fr: 'il n’y a pas de profil de ce nom, ou pas dans cette version ; corrigez l’adresse, ou enlevez-la.',
    en: 'there is no profile of this name, or not in this version; correct the address, or remove it.',
  })),
  unknownSystem: notChecked('not-supported', () => ({
    fr: 'système de codes que nous n’avons pas : le code n’est pas vérifié.',
    en: 'a code system that we do not hold: the code is not checked.',
  })),
  unknownInvariant: notChecked('not-supported', (key) => ({
    fr: `la règle ${key} n’a pas été vérifiée.`,
    en: `rule ${key} was not checked.`,
  })),
  profileType: error('profile', 'structure', (type) => ({
    fr: `ce profil est celui d’une autre ressource (${type}).`,
    en: `this profile is for another resource (${type}).`,
  })),
  blank: {
    rule: 'format',
    code: 'value',
    severity: 'warning',
    text: () => ({ fr: 'ce texte n’a que des blancs.', en: 'this text is only white space.' }),
  },
  xhtmlMarkup: error('format', 'structure', () => ({
    fr: 'ce n’est pas un <div xmlns="http://www.w3.org/1999/xhtml"> bien formé.',
    en: 'this is no well-formed <div xmlns="http://www.w3.org/1999/xhtml">.',
  })),
  xhtmlStructure: error('format', 'structure', (what) => ({
    fr: `élément mal placé dans ce texte : ${what}.`,
    en: `misplaced element in this narrative: ${what}.`,
  })),
  xhtmlLink: error('format', 'value', () => ({
    fr: 'un lien de ce texte est vide, ou ne mène pas à une adresse (javascript:, vbscript:, urn:, cid:) ; enlevez-le.',
    en: 'a link in this narrative is empty, or leads to no address (javascript:, vbscript:, urn:, cid:); remove it.',
  })),
  fullUrlForReferences: error('bundle', 'required', () => ({
    fr: 'cette entrée a des références : sans fullUrl on ne sait d’où elles partent ; ajoutez-le.',
    en: 'this entry has references: without fullUrl nobody knows from where they lead; add it.',
  })),
  fullUrlMissing: error('bundle', 'required', () => ({
    fr: 'hors des transactions et des lots, chaque entrée a un fullUrl ; ajoutez-le.',
    en: 'except in transactions and batches each entry has a fullUrl; add it.',
  })),
  fullUrlAbsolute: error('bundle', 'value', () => ({
    fr: 'fullUrl doit être une adresse absolue.',
    en: 'fullUrl must be an absolute address.',
  })),
  fullUrlId: error('bundle', 'value', () => ({
    fr: 'un fullUrl qui a la forme d’une adresse de serveur finit par le type et l’id de la ressource.',
    en: 'a fullUrl that looks like a server’s address ends with the resource’s type and id.',
  })),
  entryId: error('bundle', 'required', () => ({
    fr: 'cette ressource doit avoir un id.',
    en: 'this resource must have an id.',
  })),
  noFirstEntry: error('bundle', 'structure', () => ({
    fr: 'un document ou un message a au moins une entrée, dont la première est une ressource.',
    en: 'a document or message has at least one entry, the first of them a resource.',
  })),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;

/** What a primitive type looks like, after « il faut » / “must be”. */
const FORMATS: Readonly<Record<string, Bilingual>> = {
  boolean: { fr: 'true ou false', en: 'true or false' },
  integer: { fr: 'un nombre entier', en: 'an integer' },
  unsignedInt: { fr: 'un nombre entier, 0 ou plus', en: 'an integer, 0 or more' },
  positiveInt: { fr: 'un nombre entier, 1 ou plus', en: 'an integer, 1 or more' },
  decimal: { fr: 'un nombre', en: 'a number' },
  string: { fr: 'un texte non vide', en: 'a text that is not empty' },
  markdown: { fr: 'un texte non vide', en: 'a text that is not empty' },
  code: {
    fr: 'un code, sans blanc au début ni à la fin, ni deux de suite',
    en: 'a code, without white space at its ends or twice in a row',
  },
  id: {
    fr: '1 à 64 lettres sans accent, chiffres, points ou tirets',
    en: '1 to 64 plain letters, digits, dots or dashes',
  },
  uri: { fr: 'une adresse sans blanc', en: 'an address without white space' },
  url: { fr: 'une adresse sans blanc', en: 'an address without white space' },
  canonical: { fr: 'une adresse absolue, sans blanc', en: 'an absolute address without white space' },
  oid: { fr: 'urn:oid: et un OID', en: 'urn:oid: and an OID' },
  uuid: { fr: 'urn:uuid: et un UUID en minuscules', en: 'urn:uuid: and a lower-case UUID' },
  date: {
    fr: 'une date qui existe, AAAA, AAAA-MM ou AAAA-MM-JJ',
    en: 'a date that exists, YYYY, YYYY-MM or YYYY-MM-DD',
  },
  dateTime: {
    fr: 'une date qui existe, et si l’heure y est, avec secondes et fuseau : 2026-01-15T10:00:00-05:00',
    en: 'a date that exists, and where it has a time, with seconds and offset: 2026-01-15T10:00:00-05:00',
  },
  instant: {
    fr: 'une date et une heure avec secondes et fuseau : 2026-01-15T10:00:00-05:00',
    en: 'a date and time with seconds and offset: 2026-01-15T10:00:00-05:00',
  },
  time: { fr: 'une heure, hh:mm:ss', en: 'a time, hh:mm:ss' },
  base64Binary: { fr: 'des données en base64', en: 'data in base64' },
  xhtml: { fr: 'un texte XHTML', en: 'an XHTML text' },
};
