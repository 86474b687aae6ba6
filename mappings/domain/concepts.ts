/** Generated from profiles/schemas by `npm run types`: change the schemas, not this file. */

/**
 * Opaque ; jamais un numéro de carte, puisqu’il figure dans des adresses web.
 */
export type BusinessIdentifier = string;
/**
 * Entier positif que l’expéditeur augmente à chaque révision.
 */
export type Version = number;
export type PartialDate = string;
export type Moment = string;
export type Language = string;
/**
 * Seulement si la famille l’a donnée ; son absence n’a ni valeur ni raison.
 */
export type HealthCard =
  | {
      readonly kind: 'nam';
      readonly number: string;
    }
  | {
      readonly kind: 'ohip';
      readonly number: string;
      readonly versionCode?: string;
    };
/**
 * L’enfant, un membre du cercle, un professionnel, ou une personne dont on n’a que le nom.
 */
export type Who =
  | {
      readonly kind: 'child';
    }
  | {
      readonly kind: 'member';
      readonly id: BusinessIdentifier;
      readonly name?: string;
    }
  | {
      readonly kind: 'professional';
      readonly id: BusinessIdentifier;
      readonly name: string;
    }
  | {
      readonly kind: 'person';
      readonly name: string;
    };
export type Member =
  | {
      readonly kind: 'family';
      readonly id?: BusinessIdentifier;
      readonly pillar?: 'child-family-community' | 'medicine' | 'social-work' | 'law';
      readonly role?: string;
      readonly languages?: readonly Language[];
      readonly telecom?: readonly Telecom[];
      readonly period?: Period;
      readonly name: PersonName;
      readonly kinship?:
        | 'MTH'
        | 'FTH'
        | 'PRN'
        | 'STPPRN'
        | 'PRNFOST'
        | 'GRPRN'
        | 'GRMTH'
        | 'GRFTH'
        | 'SIB'
        | 'BRO'
        | 'SIS'
        | 'AUNT'
        | 'UNCLE'
        | 'COUSN'
        | 'NBOR'
        | 'FRND'
        | 'GUARD';
      readonly legalRole?: 'tap' | 'tutor' | 'delegated';
    }
  | {
      readonly kind: 'community';
      readonly id?: BusinessIdentifier;
      readonly pillar?: 'child-family-community' | 'medicine' | 'social-work' | 'law';
      readonly role?: string;
      readonly languages?: readonly Language[];
      readonly telecom?: readonly Telecom[];
      readonly period?: Period;
      readonly name: PersonName;
      readonly kinship?:
        | 'MTH'
        | 'FTH'
        | 'PRN'
        | 'STPPRN'
        | 'PRNFOST'
        | 'GRPRN'
        | 'GRMTH'
        | 'GRFTH'
        | 'SIB'
        | 'BRO'
        | 'SIS'
        | 'AUNT'
        | 'UNCLE'
        | 'COUSN'
        | 'NBOR'
        | 'FRND'
        | 'GUARD';
      readonly legalRole?: 'tap' | 'tutor' | 'delegated';
    }
  | {
      readonly kind: 'professional';
      readonly id: BusinessIdentifier;
      readonly pillar?: 'child-family-community' | 'medicine' | 'social-work' | 'law';
      readonly role?: string;
      readonly languages?: readonly Language[];
      readonly telecom?: readonly Telecom[];
      readonly period?: Period;
      readonly name: string;
      readonly organization?: {
        readonly id: BusinessIdentifier;
        readonly name: string;
      };
    }
  | {
      readonly kind: 'institution';
      readonly id: BusinessIdentifier;
      readonly pillar?: 'child-family-community' | 'medicine' | 'social-work' | 'law';
      readonly role?: string;
      readonly languages?: readonly Language[];
      readonly telecom?: readonly Telecom[];
      readonly period?: Period;
      readonly name: string;
    };
export type PlanAction =
  | {
      readonly kind: 'commitment';
      readonly id?: BusinessIdentifier;
      readonly what: string;
      readonly who: Who;
      readonly goals?: readonly BusinessIdentifier[];
      readonly byWhen?: PartialDate;
      readonly status?: 'planned' | 'in-progress' | 'on-hold' | 'completed' | 'cancelled';
    }
  | {
      readonly kind: 'centre-service';
      readonly id?: BusinessIdentifier;
      readonly service:
        | 'medical'
        | 'psychosocial'
        | 'legal'
        | 'mind-body'
        | 'specialized'
        | 'educational'
        | 'mentoring-community'
        | 'external';
      readonly what?: string;
      readonly goals?: readonly BusinessIdentifier[];
      readonly byWhen?: PartialDate;
      readonly status?: 'planned' | 'in-progress' | 'on-hold' | 'completed' | 'cancelled';
    };
/**
 * Un membre du cercle, un professionnel, ou une personne dont on n’a que le nom.
 */
export type OtherPerson =
  | {
      readonly kind: 'member';
      readonly id: BusinessIdentifier;
      readonly name?: string;
    }
  | {
      readonly kind: 'professional';
      readonly id: BusinessIdentifier;
      readonly name: string;
    }
  | {
      readonly kind: 'person';
      readonly name: string;
    };
export type Instant = string;
export type ReadDomain =
  | {
      readonly domain: 'development';
      readonly words?: string;
      readonly changedSince?: string;
      readonly observations?: readonly DevelopmentObservation[];
    }
  | {
      readonly domain: 'school';
      readonly words?: string;
      readonly changedSince?: string;
      readonly observations?: readonly SchoolObservation[];
    }
  | {
      readonly domain: 'health' | 'psychosocial' | 'rights';
      readonly words?: string;
      readonly changedSince?: string;
      readonly observations?: readonly DomainObservation[];
    };
export type InformationKind =
  | 'identity'
  | 'safe-contact'
  | 'circle'
  | 'request'
  | 'strengths'
  | 'development'
  | 'health'
  | 'psychosocial'
  | 'school'
  | 'rights'
  | 'plan'
  | 'follow-up'
  | 'outcomes'
  | 'legal-referral-exists';
export type SensitivityLabel =
  | 'restricted'
  | 'very-restricted'
  | 'asked-alone'
  | 'family-asked'
  | 'violence'
  | 'domestic-or-sexual-violence'
  | 'whereabouts'
  | 'mental-health';
/**
 * L’enfant, ou un membre de son cercle dont le rôle légal (titulaire de l’autorité parentale, tuteur, personne déléguée) figure dans le cercle. Un professionnel ne consent pas à la place de la famille : il invoque une base (« ground »).
 */
export type ConsentGiver =
  | {
      readonly kind: 'child';
    }
  | {
      readonly kind: 'member';
      readonly id: BusinessIdentifier;
      readonly name?: string;
    }
  | {
      readonly kind: 'professional';
      readonly id: BusinessIdentifier;
      readonly name: string;
    };
/**
 * Qui a entendu la personne le dire.
 */
export type Witness =
  | {
      readonly kind: 'member';
      readonly id: BusinessIdentifier;
      readonly name?: string;
    }
  | {
      readonly kind: 'professional';
      readonly id: BusinessIdentifier;
      readonly name: string;
    }
  | {
      readonly kind: 'person';
      readonly name: string;
    };
/**
 * Un professionnel du centre, ou une personne dont on n’a que le nom.
 */
export type CareManager =
  | {
      readonly kind: 'professional';
      readonly id: BusinessIdentifier;
      readonly name: string;
    }
  | {
      readonly kind: 'person';
      readonly name: string;
    };
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type ResourceKind =
  | 'arts-music'
  | 'sport'
  | 'play'
  | 'mentoring'
  | 'recreation'
  | 'food-aid'
  | 'respite'
  | 'learning'
  | 'parenting'
  | 'maternal-child-health'
  | 'early-childhood'
  | 'child-care'
  | 'speech-therapy'
  | 'occupational-therapy'
  | 'psychology'
  | 'social-work'
  | 'support-group'
  | 'housing'
  | 'interpretation'
  | 'newcomer-clinic'
  | 'mediation'
  | 'legal-advice'
  | 'legal-advocacy';
export type Programme = 'clsc' | 'sippe' | 'agir-tot' | 'neglect-programme' | 'hospital' | 'specialist';
export type ServiceMode = 'in-person' | 'at-home' | 'telephone' | 'online';
export type ReferralMethod = 'telephone' | 'fax' | 'secure-message' | 'secure-email' | 'mail';

export interface Period {
  readonly start?: Moment;
  readonly end?: Moment;
}
/**
 * Un seul mot, sans prénom ou seulement un texte : tous sont ordinaires.
 */
export interface PersonName {
  readonly text?: string;
  readonly family?: string;
  readonly given?: readonly string[];
}
export interface Telecom {
  readonly system: 'phone' | 'sms' | 'email' | 'fax';
  readonly value: string;
  readonly use?: 'home' | 'work' | 'mobile' | 'temp';
}
export interface Address {
  readonly lines?: readonly string[];
  readonly city?: string;
  readonly province?: string;
  readonly postalCode?: string;
  readonly noFixedAddress?: true;
}
export interface ChildReference {
  readonly id: BusinessIdentifier;
}
/**
 * Avec qui, comment et quand communiquer sans danger, et ce qu’il ne faut pas faire. En premier sur chaque page et chaque message. Sans autre indication : {"through": "centre"}.
 */
export interface SafeContact {
  readonly through: 'centre' | 'person';
  readonly person?: string;
  readonly means?: 'telephone' | 'sms' | 'email' | 'letter' | 'in-person';
  /**
   * Seulement si la famille l’a donné pour cette demande ; jamais copié du cercle.
   */
  readonly number?: string;
  readonly when?: string;
  readonly language?: Language;
  readonly interpreter?: boolean;
  readonly mustNot?: readonly string[];
}
/**
 * Qui est d’accord, quand, pour quel destinataire. Sans accord, rien ne part.
 */
export interface Agreement {
  readonly recipient: BusinessIdentifier;
  readonly by: Who;
  readonly at: Moment;
  readonly how?: 'oral' | 'written';
}
export interface Barrier {
  readonly kind: 'economic' | 'geographic' | 'interpersonal' | 'psychological' | 'language' | 'digital' | 'time';
  readonly words?: string;
  readonly liftedBy?: string;
  readonly who?: Who;
}
export interface FactorRating {
  readonly factor:
    | 'physical-activity'
    | 'self-confidence'
    | 'supportive-relationships'
    | 'community-involvement'
    | 'belonging'
    | 'equity';
  readonly rating: number;
  readonly words?: string;
  readonly by?: Who;
  readonly at?: Moment;
}
export interface Child {
  readonly id: BusinessIdentifier;
  readonly name: PersonName;
  readonly birthDate?: PartialDate;
  readonly gender?: 'male' | 'female' | 'other' | 'unknown';
  readonly cards?: readonly HealthCard[];
  readonly languages?: readonly Language[];
  readonly interpreterRequired?: boolean;
  /**
   * Ce qui demande plus de réserve dans tout le dossier : chaque demande pour cet enfant se montre comme si elle portait l’étiquette. L’ordre ne compte pas ; aucun partenaire ne voit l’étiquette.
   *
   * @minItems 1
   * @maxItems 7
   */
  readonly labels?: (
    | 'restricted'
    | 'very-restricted'
    | 'family-asked'
    | 'violence'
    | 'domestic-or-sexual-violence'
    | 'whereabouts'
    | 'mental-health'
  )[];
  readonly address?: Address;
}
export interface Strength {
  readonly id?: BusinessIdentifier;
  readonly words: string;
  readonly factor?:
    | 'physical-activity'
    | 'self-confidence'
    | 'supportive-relationships'
    | 'community-involvement'
    | 'belonging'
    | 'equity';
}
export interface PlanGoal {
  readonly id?: BusinessIdentifier;
  readonly words: string;
  readonly expressedBy?: Who;
  readonly category?: 'development' | 'health' | 'psychosocial' | 'rights' | 'school';
  readonly status?: 'proposed' | 'accepted' | 'active' | 'on-hold' | 'completed' | 'cancelled';
  readonly agreedOn?: PartialDate;
  readonly dueDate?: PartialDate;
}
export interface RightConcerned {
  readonly article?: number;
  readonly words?: string;
}
export interface HandOver {
  readonly from?: OtherPerson;
  readonly to?: OtherPerson;
}
export interface AppointmentPerson {
  readonly who: OtherPerson;
  readonly answer?: 'accepted' | 'declined' | 'tentative' | 'needs-action';
}
export interface Position {
  readonly who: Who;
  readonly position: 'agrees' | 'sees-it-otherwise';
  readonly words?: string;
}
export interface DevelopmentObservation {
  readonly id?: BusinessIdentifier;
  readonly words: string;
  readonly area?:
    | 'language'
    | 'gross-motor'
    | 'fine-motor'
    | 'cognition'
    | 'social-emotional'
    | 'autonomy'
    | 'senses'
    | 'play';
  readonly observedOn?: Moment;
  readonly observedBy?: Who;
  /**
   * Le nom seulement, jamais un score ; rien d’individuel de l’IMDPE (EDI).
   */
  readonly how?: string;
}
export interface SchoolObservation {
  readonly id?: BusinessIdentifier;
  readonly words: string;
  readonly aspect?: 'readiness' | 'success' | 'attendance' | 'belonging-at-school';
  readonly observedOn?: Moment;
  readonly observedBy?: Who;
  /**
   * Le nom seulement, jamais un score ; rien d’individuel de l’IMDPE (EDI).
   */
  readonly how?: string;
}
export interface DomainObservation {
  readonly id?: BusinessIdentifier;
  readonly words: string;
  readonly observedOn?: Moment;
  readonly observedBy?: Who;
  /**
   * Le nom seulement, jamais un score ; rien d’individuel de l’IMDPE (EDI).
   */
  readonly how?: string;
}
/**
 * Ce qui pèse sur l’enfant, dit de la situation et jamais d’une personne. Ni soupçon de négligence ou d’abus, ni protection de la jeunesse.
 */
export interface ToxicStress {
  readonly id?: BusinessIdentifier;
  readonly words: string;
  readonly class?:
    | 'money'
    | 'food'
    | 'without-home'
    | 'crowded-home'
    | 'unsound-home'
    | 'eviction'
    | 'moves'
    | 'isolation'
    | 'little-support'
    | 'language'
    | 'school'
    | 'exclusion'
    | 'separation'
    | 'bereavement'
    | 'tension-at-home'
    | 'exhaustion'
    | 'illness-in-family'
    | 'neighbourhood'
    | 'other';
  readonly since?: PartialDate;
  readonly known?: true;
  readonly trend?: 'increased' | 'stable' | 'reduced' | 'resolved' | 'returned';
  readonly trendWords?: string;
}
/**
 * Ce qui a été demandé et répondu, dans les mots employés.
 */
export interface WordsSaid {
  readonly words: string;
  readonly language?: Language;
}
/**
 * Quand la personne a dit que cela ne vaut plus.
 */
export interface Withdrawal {
  readonly at: Moment;
  readonly by?: ConsentGiver;
  readonly how?: 'oral' | 'written';
  readonly words?: string;
}
export interface EnrolmentStep {
  readonly status: 'planned' | 'waitlist' | 'active' | 'on-hold' | 'finished' | 'cancelled' | 'entered-in-error';
  readonly period: Period;
}
export interface ResourcePlace {
  readonly id?: BusinessIdentifier;
  readonly name?: string;
  readonly address?: Address;
  readonly telecom?: readonly Telecom[];
  readonly words?: string;
}
export interface OpenHours {
  readonly days?: readonly Weekday[];
  readonly allDay?: true;
  readonly from?: string;
  readonly to?: string;
}
/**
 * D’ordinaire un territoire de CLSC, comme le centre le nomme.
 */
export interface Territory {
  readonly id: BusinessIdentifier;
  readonly name?: string;
}
export interface Closure {
  readonly words: string;
  readonly period?: Period;
}
export interface ChildInCircle {
  readonly child: BusinessIdentifier;
  readonly member: BusinessIdentifier;
}
/**
 * Gardé tant que personne n’a dit de quel enfant du centre il s’agit ; effacé ensuite.
 */
export interface ChildSaid {
  readonly name?: PersonName;
  readonly birthDate?: PartialDate;
  readonly gender?: 'male' | 'female' | 'other' | 'unknown';
  readonly cards?: readonly HealthCard[];
  readonly languages?: readonly Language[];
  readonly interpreterRequired?: boolean;
}
export interface SenderNumber {
  readonly system?: string;
  readonly value: string;
}
/**
 * La personne ou le service qui demande, pour la rappeler.
 */
export interface AskedBy {
  readonly name: string;
  readonly telephone?: string;
}
export interface SenderCode {
  readonly system: string;
  readonly code: string;
}
/**
 * L’enfant au centre, et ceux qui l’entourent, dans les quatre piliers.
 */
export interface CareCircle {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: Child;
  readonly status?: 'proposed' | 'active' | 'suspended' | 'inactive' | 'entered-in-error';
  readonly period?: Period;
  readonly members?: readonly Member[];
  readonly pivot?: BusinessIdentifier;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Ce que l’enfant, sa famille et le cercle comprennent ensemble de la situation, à un moment de son parcours : d’abord les forces. Chaque lecture suit la précédente sans l’effacer.
 */
export interface SharedAssessment {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  readonly status?: 'in-progress' | 'completed' | 'entered-in-error';
  readonly kind?: 'orientation' | 'course-of-action' | 'follow-up';
  readonly previous?: BusinessIdentifier;
  readonly meeting?: BusinessIdentifier;
  /**
   * S’il n’y a pas de rencontre inscrite.
   *
   * @minItems 1
   * @maxItems 30
   */
  readonly present?: readonly Who[];
  readonly author?: {
    readonly kind: 'professional';
    readonly id: BusinessIdentifier;
    readonly name: string;
  };
  readonly summary?: string;
  readonly changedSince?: string;
  readonly strengths?: readonly Strength[];
  readonly domains?: readonly ReadDomain[];
  readonly stresses?: readonly ToxicStress[];
  readonly positions?: readonly Position[];
  readonly note?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Ce qu’on a compris ensemble, les forces, les buts dans les mots de l’enfant ou de la famille, et qui fait quoi.
 */
export interface ActionPlan {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  readonly status?: 'draft' | 'active' | 'on-hold' | 'completed' | 'revoked' | 'entered-in-error';
  readonly period?: Period;
  readonly title?: string;
  readonly author?: Who;
  readonly contributors?: readonly Who[];
  readonly circle?: BusinessIdentifier;
  readonly replaces?: BusinessIdentifier;
  readonly assessment?: BusinessIdentifier;
  readonly understoodTogether?: string;
  readonly rights?: readonly RightConcerned[];
  readonly strengths?: readonly Strength[];
  readonly goals?: readonly PlanGoal[];
  readonly actions?: readonly PlanAction[];
  readonly followUpOn?: PartialDate;
  readonly note?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Une prescription non médicale, décidée avec l’enfant et la famille, vers une ressource du milieu.
 */
export interface SocialPrescription {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  /**
   * « revoked » retire la demande et en avertit qui l’a reçue.
   */
  readonly status?: 'draft' | 'active' | 'revoked' | 'completed' | 'entered-in-error';
  readonly statusReason?: string;
  readonly requester?: Who;
  readonly recipient?: BusinessIdentifier;
  readonly reason?: string;
  readonly urgency?: 'routine' | 'urgent' | 'immediate';
  readonly safeContact: SafeContact;
  readonly agreements?: readonly Agreement[];
  readonly goals?: readonly BusinessIdentifier[];
  readonly plan?: BusinessIdentifier;
  readonly replaces?: BusinessIdentifier;
  /**
   * Ce qui demande plus de réserve : sous une étiquette, la vue du destinataire montre moins, ou rien. L’ordre ne compte pas ; aucun partenaire ne voit l’étiquette.
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly labels?: readonly SensitivityLabel[];
  readonly note?: string;
  readonly kind: 'arts-music' | 'sport' | 'play' | 'mentoring' | 'recreation' | 'food-aid' | 'respite' | 'learning';
  readonly what?: string;
  readonly coProducers?: readonly Who[];
  readonly barriers?: readonly Barrier[];
  readonly ratingsBefore?: readonly FactorRating[];
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Vers l’avocat-médiateur du centre ou un autre : quels droits de l’enfant, quel mandat, quelle date oblige. Confidentielle, à part du dossier clinique.
 */
export interface LegalReferral {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  /**
   * « revoked » retire la demande et en avertit qui l’a reçue.
   */
  readonly status?: 'draft' | 'active' | 'revoked' | 'completed' | 'entered-in-error';
  readonly statusReason?: string;
  readonly requester?: Who;
  readonly recipient?: BusinessIdentifier;
  readonly reason?: string;
  readonly urgency?: 'routine' | 'urgent' | 'immediate';
  readonly safeContact: SafeContact;
  readonly agreements?: readonly Agreement[];
  readonly goals?: readonly BusinessIdentifier[];
  readonly plan?: BusinessIdentifier;
  readonly replaces?: BusinessIdentifier;
  readonly note?: string;
  readonly mandate: 'mediation' | 'representation' | 'information' | 'protective-measure';
  readonly rights?: readonly RightConcerned[];
  readonly childWishes?: string;
  readonly bindingDate?: Moment;
  readonly language?: Language;
  readonly conflictCheckNames?: readonly string[];
  readonly facts?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Vers le CLSC, l’hôpital, les SIPPE, Agir tôt ou un programme en négligence.
 */
export interface ServiceReferral {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  /**
   * « revoked » retire la demande et en avertit qui l’a reçue.
   */
  readonly status?: 'draft' | 'active' | 'revoked' | 'completed' | 'entered-in-error';
  readonly statusReason?: string;
  readonly requester?: Who;
  readonly recipient?: BusinessIdentifier;
  readonly reason?: string;
  readonly urgency?: 'routine' | 'urgent' | 'immediate';
  readonly safeContact: SafeContact;
  readonly agreements?: readonly Agreement[];
  readonly goals?: readonly BusinessIdentifier[];
  readonly plan?: BusinessIdentifier;
  readonly replaces?: BusinessIdentifier;
  /**
   * Ce qui demande plus de réserve : sous une étiquette, la vue du destinataire montre moins, ou rien. L’ordre ne compte pas ; aucun partenaire ne voit l’étiquette.
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly labels?: readonly SensitivityLabel[];
  readonly note?: string;
  readonly programme: 'clsc' | 'sippe' | 'agir-tot' | 'neglect-programme' | 'hospital' | 'specialist';
  readonly service?:
    | 'speech-therapy'
    | 'occupational-therapy'
    | 'psychology'
    | 'social-work'
    | 'paediatrics'
    | 'family-therapy'
    | 'education'
    | 'housing'
    | 'needs-assessment';
  readonly what?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Une rencontre, une visite, un appel, une séance ou un passage du relais : qui était là, de quoi on a parlé, ce qu’on en retient.
 */
export interface Contact {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  readonly status?: 'planned' | 'in-progress' | 'finished' | 'cancelled' | 'entered-in-error';
  /**
   * En mots, avec tact ; seulement si l’état est cancelled.
   */
  readonly statusReason?: string;
  readonly kind: 'meeting' | 'visit' | 'call' | 'session' | 'hand-over';
  /**
   * Sans autre indication : à distance pour un appel, à domicile pour une visite, au centre pour le reste.
   */
  readonly setting?: 'on-site' | 'home' | 'elsewhere' | 'remote';
  readonly where?: string;
  readonly period?: Period;
  readonly about?: string;
  readonly childPresent?: boolean;
  readonly participants?: readonly OtherPerson[];
  readonly handOver?: HandOver;
  readonly request?: BusinessIdentifier;
  readonly appointment?: BusinessIdentifier;
  readonly note?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Quand et où l’enfant est attendu, qui l’accompagne, qui le reçoit, et ce qu’il en est advenu.
 */
export interface Appointment {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  /**
   * Sans autre indication : booked si l’heure est connue, sinon proposed.
   */
  readonly status?:
    | 'proposed'
    | 'pending'
    | 'booked'
    | 'waitlist'
    | 'arrived'
    | 'fulfilled'
    | 'cancelled'
    | 'no-show'
    | 'entered-in-error';
  /**
   * En mots, avec tact ; seulement si l’état est cancelled ou no-show.
   */
  readonly statusReason?: string;
  readonly start?: Instant;
  readonly end?: Instant;
  readonly what?: string;
  readonly where?: string;
  readonly familyAnswer?: 'accepted' | 'declined' | 'tentative' | 'needs-action';
  readonly accompaniedBy?: readonly AppointmentPerson[];
  readonly partner?: BusinessIdentifier;
  readonly partnerAnswer?: 'accepted' | 'declined' | 'tentative' | 'needs-action';
  readonly resource?: BusinessIdentifier;
  readonly receivedBy?: readonly AppointmentPerson[];
  readonly request?: BusinessIdentifier;
  readonly note?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Ce qu’une personne permet ou refuse de montrer, à un seul destinataire et dans un seul but ; ou ce qu’un professionnel invoque pour le montrer sans elle. Jamais envoyé à un partenaire.
 */
export interface Consent {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  readonly by: ConsentGiver;
  readonly decision: 'permit' | 'refuse';
  /**
   * « proposed » : demandé, pas encore répondu. « withdrawn » demande « withdrawal ».
   */
  readonly status?: 'proposed' | 'active' | 'withdrawn' | 'entered-in-error';
  readonly recipient?: BusinessIdentifier;
  readonly otherCentre?: BusinessIdentifier;
  readonly purpose: 'care' | 'coordination' | 'community-support' | 'school-support' | 'rights-support';
  /**
   * Requis pour permettre ; un refus sans liste refuse tout. « legal-referral-exists » est pour l’équipe du centre : seul, sans « recipient », dans le but « rights-support ».
   *
   * @minItems 1
   * @maxItems 14
   */
  readonly information?: readonly InformationKind[];
  readonly period?: Period;
  /**
   * Celle que la configuration du centre désigne.
   */
  readonly regime: 'qc-lrsss' | 'qc-private' | 'on-phipa' | 'on-cyfsa-x';
  /**
   * Ce qu’un professionnel du centre (« by ») invoque, et sur quelle disposition de la loi ; il le décide, le programme jamais. Une urgence dit jusqu’à quand (« period.end »).
   */
  readonly ground?: {
    readonly what: 'emergency' | 'order' | 'duty';
    /**
     * L’une de celles que la loi (« regime ») connaît pour cette base.
     */
    readonly provision:
      | 'lrsss-74'
      | 'lrsss-other-bases'
      | 'p-39.1-18'
      | 'p-39.1-18.1'
      | 'phipa-40'
      | 'phipa-41'
      | 'phipa-43'
      | 'cyfsa-292';
  };
  readonly how?: 'oral' | 'written';
  readonly said?: WordsSaid;
  readonly witness?: Witness;
  readonly withdrawal?: Withdrawal;
  readonly note?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Les facteurs de protection, cotés avant ou après un service demandé, chez l’enfant, dans sa famille ou dans sa communauté.
 */
export interface OutcomeEvaluation {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  readonly status?: 'final' | 'entered-in-error';
  readonly request: BusinessIdentifier;
  readonly moment: 'before' | 'after';
  /**
   * La famille et la communauté ne sont jamais nommées.
   */
  readonly about: 'child' | 'family' | 'community';
  /**
   * Avant, chez l’enfant : la même personne et le même facteur que dans la demande corrigent cette cote, sans la doubler.
   *
   * @minItems 1
   * @maxItems 30
   */
  readonly ratings: readonly FactorRating[];
  readonly note?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * L’inscription de l’enfant à un programme, ou son suivi par le centre : où elle en est, et par où elle est passée. La seule vérité à ce sujet.
 */
export interface Enrolment {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  readonly status?: 'planned' | 'waitlist' | 'active' | 'on-hold' | 'finished' | 'cancelled' | 'entered-in-error';
  /**
   * En mots, avec tact ; seulement si l’état est on-hold, finished ou cancelled.
   */
  readonly endedBecause?: string;
  readonly programme:
    | 'clsc'
    | 'sippe'
    | 'agir-tot'
    | 'neglect-programme'
    | 'hospital'
    | 'specialist'
    | 'centre-follow-up';
  readonly what?: string;
  readonly partner?: BusinessIdentifier;
  readonly period?: Period;
  readonly history?: readonly EnrolmentStep[];
  readonly pivot?: CareManager;
  readonly circle?: BusinessIdentifier;
  readonly request?: BusinessIdentifier;
  readonly note?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Ce que le centre note pour lui-même au sujet d’une demande ; aucun partenaire ne la voit.
 */
export interface RequestNote {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child: ChildReference;
  readonly status?: 'completed' | 'entered-in-error';
  readonly request: BusinessIdentifier;
  readonly recipient?: BusinessIdentifier;
  readonly sender?: Who;
  readonly to?: readonly Who[];
  readonly words: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Une lettre ou un rapport au sujet d’une demande : du centre, qui part avec elle vers le destinataire nommé ; ou d’un partenaire, qui ne va à personne d’autre.
 */
export interface Letter {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly child?: ChildReference;
  readonly status?: 'current' | 'entered-in-error';
  readonly request: BusinessIdentifier;
  readonly recipient?: BusinessIdentifier;
  readonly partner?: BusinessIdentifier;
  readonly kind?:
    | 'letter'
    | 'referral-note'
    | 'consult-note'
    | 'progress-note'
    | 'episode-summary'
    | 'discharge-summary';
  readonly title?: string;
  /**
   * Ce qui demande plus de réserve : sous une étiquette, la lettre part seulement si la vue du destinataire la laisse passer. L’ordre ne compte pas ; aucun partenaire ne voit l’étiquette.
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly labels?: readonly SensitivityLabel[];
  readonly by?: Who;
  /**
   * PDF, texte en UTF-8, ou image.
   */
  readonly contentType: 'application/pdf' | 'text/plain' | 'image/jpeg' | 'image/png' | 'image/tiff';
  /**
   * En Base64 ; au plus 2 000 000 octets. Absent seulement d’une lettre retirée.
   */
  readonly content?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Ce qu’un partenaire demande au centre. Écrite par la porte des partenaires, jamais par une application du centre, qui y répond.
 */
export interface InboundReferral {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly askedAt: Moment;
  readonly child?: ChildReference;
  readonly childSaid?: ChildSaid;
  readonly sender: BusinessIdentifier;
  readonly number: SenderNumber;
  /**
   * Ce que son système donne pour que la réponse retrouve la demande.
   */
  readonly thread?: string;
  readonly askedBy?: AskedBy;
  /**
   * « revoked » : l’expéditeur l’a retirée.
   */
  readonly status?: 'active' | 'revoked' | 'entered-in-error';
  readonly what?: string;
  /**
   * Tels que l’expéditeur les donne ; le centre n’en décide rien.
   *
   * @minItems 1
   * @maxItems 10
   */
  readonly codes?: readonly SenderCode[];
  readonly reason?: string;
  readonly urgency?: 'routine' | 'urgent' | 'immediate';
  readonly neededBy?: Moment;
  readonly safeContact: SafeContact;
  /**
   * Identifiants FHIR, versions, dates du serveur, et où en est la boucle ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Ce qu’un organisme offre, à qui, où, en quelles langues, à quel prix, et comment le joindre. Aucune donnée sur une personne.
 */
export interface DirectoryResource {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly name: string;
  readonly active?: boolean;
  readonly kinds?: readonly ResourceKind[];
  readonly offers?: string;
  readonly organization?: {
    readonly id: BusinessIdentifier;
    readonly name?: string;
  };
  readonly partner?: BusinessIdentifier;
  readonly places?: readonly ResourcePlace[];
  readonly territories?: readonly Territory[];
  readonly eligibility?: {
    readonly ageFrom?: number;
    readonly ageTo?: number;
    readonly words?: string;
  };
  readonly cost?: {
    readonly kind?: 'free' | 'discounts' | 'fees';
    readonly words?: string;
  };
  readonly programmes?: readonly Programme[];
  readonly languages?: readonly Language[];
  readonly modes?: readonly ServiceMode[];
  readonly hours?: readonly OpenHours[];
  readonly hoursInWords?: string;
  readonly closures?: readonly Closure[];
  readonly referralMethods?: readonly ReferralMethod[];
  readonly telecom?: readonly Telecom[];
  readonly capacity?: {
    readonly places?: number;
    readonly waiting?: string;
    readonly asOf?: PartialDate;
  };
  readonly comment?: string;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Un dossier à part, tenu avec son accord. Désactivé par défaut : la personne responsable de la protection des renseignements personnels du centre le fait activer (motherFiles au registre). Fermer un dossier ne demande ni raison ni suite, et rien dans le dossier d’un enfant n’y renvoie.
 */
export interface MotherFile {
  readonly id?: BusinessIdentifier;
  readonly version?: Version;
  readonly centre: BusinessIdentifier;
  readonly happenedAt: Moment;
  readonly name: PersonName;
  readonly birthDate?: PartialDate;
  readonly languages?: readonly Language[];
  readonly interpreterRequired?: boolean;
  readonly safeContact?: SafeContact;
  /**
   * Le sien, donné par elle-même, pour que ce dossier soit tenu.
   */
  readonly agreement: {
    readonly at: Moment;
    readonly how?: 'oral' | 'written';
    readonly recordedBy?: string;
  };
  readonly expectedOn?: PartialDate;
  readonly children?: readonly ChildInCircle[];
  readonly closed?: true;
  /**
   * Identifiants FHIR, versions et dates du serveur ; ignoré à l’écriture.
   */
  readonly record?: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Ce qu’un partenaire ou la famille a répondu, quand, qui l’a dit et qui le note. Passe par la même machine d’états que la réponse d’un système.
 */
export interface Answer {
  readonly what:
    | 'acknowledged'
    | 'accepted'
    | 'declined'
    | 'waitlisted'
    | 'scheduled'
    | 'started'
    | 'no-show'
    | 'awaiting-information'
    | 'completed'
    | 'failed'
    | 'cancelled'
    | 'passed-on'
    | 'family-told'
    | 'family-ended'
    | 'entered-in-error';
  readonly happenedAt: Moment;
  readonly saidBy: string;
  readonly recordedBy: string;
  readonly channel?: 'telephone' | 'fax' | 'mail' | 'email' | 'in-person';
  readonly recipient?: BusinessIdentifier;
  readonly reason?:
    | 'full'
    | 'out-of-territory'
    | 'not-eligible'
    | 'wrong-service'
    | 'duplicate'
    | 'family-not-wanted'
    | 'family-not-now'
    | 'family-prefers-another'
    | 'family-moved'
    | 'not-reached';
  readonly words?: string;
  readonly priority?: 'P1' | 'P2' | 'P3' | 'P4';
  readonly appointmentAt?: Moment;
  readonly outcome?: string;
  /**
   * Avec « passed-on » seulement : le destinataire en garde la charge envers vous.
   */
  readonly passedOn?: {
    readonly to: string;
    readonly number?: string;
    readonly status?:
      | 'requested'
      | 'received'
      | 'accepted'
      | 'in-progress'
      | 'on-hold'
      | 'rejected'
      | 'completed'
      | 'failed'
      | 'cancelled'
      | 'entered-in-error';
  };
  readonly ratings?: readonly FactorRating[];
}
/**
 * Une personne note que la page imprimée est partie.
 */
export interface Dispatch {
  readonly happenedAt: Moment;
  readonly how: 'fax' | 'mail' | 'in-person' | 'telephone';
  readonly recordedBy: string;
  readonly recipient?: BusinessIdentifier;
}
/**
 * Dans le corps, jamais dans une adresse : un nom n’a rien à faire dans une URL. Tous les critères donnés doivent correspondre.
 */
export interface ChildSearch {
  readonly name?: string;
  readonly birthDate?: PartialDate;
  readonly card?: HealthCard;
}
/**
 * Dans le corps, jamais dans une adresse. Du plus récent au plus ancien.
 */
export interface RegisterSearch {
  readonly child: BusinessIdentifier;
  readonly from?: string;
  readonly until?: string;
  /**
   * La valeur « next » de la réponse précédente.
   */
  readonly after?: string;
  readonly limit?: number;
}
/**
 * Pour un jeune ou un parent, une fois qu’une personne l’a relu : sans ce dont son lecteur ne doit pas savoir l’existence.
 */
export interface RegisterExportAsked {
  readonly child: BusinessIdentifier;
  readonly for: 'child' | 'parent';
  readonly member?: BusinessIdentifier;
  readonly reviewedBy: string;
  readonly from?: string;
  readonly until?: string;
}
/**
 * Le constat revient ce jour-là, s’il est encore vrai.
 */
export interface FindingSnooze {
  /**
   * Dans 90 jours au plus.
   */
  readonly until: string;
  /**
   * En quelques mots, avec tact.
   */
  readonly reason: string;
}
/**
 * Pour une heure, par une personne nommée. La raison est un mot d’une liste : elle reste au registre.
 */
export interface BreakGlassOpening {
  readonly child: BusinessIdentifier;
  /**
   * `life-or-health` : la vie ou la santé de l’enfant est en danger maintenant ; `safety` : sa sécurité est en danger maintenant ; `nobody-reachable` : un soin ne peut attendre, et personne qui peut consentir n’est joint.
   */
  readonly reason: 'life-or-health' | 'safety' | 'nobody-reachable';
}
/**
 * Par une autre personne que celle qui l’a ouvert. Non justifié, il se ferme aussitôt.
 */
export interface BreakGlassSignOff {
  /**
   * `justified` : c’était justifié ; `unjustified` : ce ne l’était pas, et c’est peut-être un incident (docs/incidents.md).
   */
  readonly verdict: 'justified' | 'unjustified';
}
/**
 * Que l’enfant est aussi suivi à un autre centre : dit par une personne, sur un consentement inscrit ; ou repris.
 */
export interface CentreTie {
  readonly child: BusinessIdentifier;
  readonly centre: BusinessIdentifier;
}
/**
 * Le même, dit par l’autre centre de son propre enfant, avec le code que la personne du premier a remis.
 */
export interface CentreTieConfirmation {
  readonly child: BusinessIdentifier;
  readonly centre: BusinessIdentifier;
  /**
   * Sert une fois, pendant deux semaines.
   */
  readonly code: string;
}
/**
 * À blanc tant que `really` n’est pas écrit. Ce qui est dit ici reste au registre après le dossier : aucun nom.
 */
export interface Destruction {
  readonly child?: BusinessIdentifier;
  readonly motherFile?: BusinessIdentifier;
  /**
   * `retention-over` : la durée de conservation est passée ; `asked` : la personne le demande et la loi le permet ; `order` : une autorité l’ordonne ; `error` : le dossier n’aurait pas dû être ouvert.
   */
  readonly why: 'retention-over' | 'asked' | 'order' | 'error';
  readonly decision: BusinessIdentifier;
  /**
   * Une boucle ouverte, une base en cours, une durée qui n’est pas passée. Pas avec `retention-over`.
   */
  readonly force?: true;
  /**
   * Sans lui, rien n’est touché : la réponse dit ce qui serait détruit.
   */
  readonly really?: true;
}
/**
 * Une ligne du registre des incidents, avec ce que le Règlement sur les incidents de confidentialité (A-2.1, r. 3.1, art. 7) et le règlement de la LRSSS (R-22.1, r. 1, art. 15) demandent. Des numéros de dossier, jamais un nom ; les mots sont scellés.
 */
export interface Incident {
  readonly id?: BusinessIdentifier;
  /**
   * Jour, mois ou année où l’incident a eu lieu ; début, si c’est une période.
   */
  readonly happenedFrom: string;
  readonly happenedUntil?: string;
  /**
   * La date n’est pas connue : c’est une approximation.
   */
  readonly happenedAbout?: true;
  readonly knownOn: string;
  /**
   * Une description des renseignements visés, ou pourquoi elle est impossible.
   */
  readonly information: string;
  /**
   * En bref, sans nom.
   */
  readonly circumstances: string;
  readonly people: number;
  /**
   * Le nombre n’est pas connu : c’est une approximation.
   */
  readonly peopleAbout?: true;
  readonly files?: readonly BusinessIdentifier[];
  readonly seriousRisk: boolean;
  /**
   * Sensibilité, usages malveillants possibles, conséquences craintes, probabilité d’un usage nuisible.
   */
  readonly riskBecause: string;
  readonly notices?: {
    /**
     * `commission` : la Commission d’accès à l’information ; `minister` : le ministre (LRSSS) ; `ipc` : le CIPVP de l’Ontario ; `people` : les personnes concernées ; `partner` ; `public` : un avis public.
     */
    readonly to: 'commission' | 'minister' | 'ipc' | 'people' | 'partner' | 'public';
    readonly on: string;
    readonly because?: string;
  }[];
  readonly noNoticeBecause?: string;
  /**
   * Pour diminuer le risque, et pour que cela n’arrive plus.
   */
  readonly measures: string;
  /**
   * Numéros des AuditEvent qui s’y rapportent.
   *
   * @minItems 1
   * @maxItems 500
   */
  readonly entries?: readonly BusinessIdentifier[];
  readonly closedOn?: string;
  /**
   * Une fonction, pas un nom.
   */
  readonly closedBy?: string;
}
/**
 * La décision d’une personne : quelqu’un du cercle ne doit pas savoir que des renseignements sur l’enfant existent. Jamais calculée. Sans mots libres : rien d’un signalement ni de son contenu n’a de place ici.
 */
export interface ExistenceRefusal {
  readonly child: BusinessIdentifier;
  readonly member: BusinessIdentifier;
  /**
   * Par leur numéro ; absent : tout le dossier.
   *
   * @minItems 1
   * @maxItems 50
   */
  readonly requests?: readonly BusinessIdentifier[];
  /**
   * Une personne du centre, par son identifiant ; jamais un programme.
   */
  readonly decidedBy: string;
  /**
   * `youth-protection-director` : moins de 14 ans, un directeur de la protection de la jeunesse détermine qu’un préjudice pour sa santé ou sa sécurité en découlerait vraisemblablement (LRSSS, art. 23) ; `fourteen-consulted` : 14 ans et plus, le jeune consulté, le centre n’est pas d’avis qu’il n’en découlerait pas de préjudice (LRSSS, art. 24) ; `serious-harm` : risque de préjudice grave (Ontario, LPRPS, art. 52 (1) e) (i) ; ailleurs, demandez à un juriste). Rien d’un signalement, ni de son contenu, ne s’écrit ici.
   */
  readonly basis: 'youth-protection-director' | 'fourteen-consulted' | 'serious-harm';
  readonly from: string;
  /**
   * Ce jour-là compris ; absent : jusqu’à ce qu’une personne y mette fin.
   */
  readonly until?: string;
}
export interface ExistenceRefusalSearch {
  readonly child: BusinessIdentifier;
}
/**
 * Dès maintenant. La décision et sa fin restent au dossier.
 */
export interface ExistenceRefusalRevocation {
  readonly child: BusinessIdentifier;
  /**
   * Une personne du centre, par son identifiant ; jamais un programme.
   */
  readonly decidedBy: string;
}
/**
 * Pour dire une correction à qui a reçu l’erreur.
 */
export interface CorrectionSearch {
  readonly child: BusinessIdentifier;
}
/**
 * Ce qu’une personne décide d’une demande reçue : un enfant connu (child), un nouvel enfant (newChild), ou pas pour le centre (notForUs) ; l’un des trois.
 */
export interface MatchSettlement {
  readonly child?: BusinessIdentifier;
  readonly newChild?: true;
  /**
   * La raison est dite à l’expéditeur.
   */
  readonly notForUs?: 'full' | 'out-of-territory' | 'not-eligible' | 'wrong-service' | 'duplicate';
  readonly words?: string;
  readonly decidedBy: string;
  readonly happenedAt?: Moment;
}
/**
 * Ce qu’une personne décide, après les avoir lus, des mots d’un partenaire : les garder (keep), tels quels ou corrigés, ou les retirer (drop).
 */
export interface WordsSettlement {
  readonly keep?: true;
  readonly drop?: true;
  /**
   * Sans ce champ : tels que reçus.
   */
  readonly words?: string;
  readonly decidedBy: string;
}
