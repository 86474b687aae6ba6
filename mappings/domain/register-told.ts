/** Who acted: a system of the centre, a partner, or somebody who operates the gateway; and the person, where the system says so. */
export interface RegisterActor {
  readonly kind: 'centre' | 'partner' | 'operator';
  readonly id: string;
  readonly client?: string;
  readonly professional?: string;
}

/** One line of the register (LRSSS s. 265): what was read or given, by or to whom, on which basis, when. Numbers and codes only. */
export interface RegisterEntry {
  readonly id: string;
  readonly at: string;
  readonly act: 'read' | 'searched' | 'disclosed' | 'destroyed' | 'glassOpened' | 'glassSigned';
  readonly by: RegisterActor;
  /** The part in which a person of a centre acted. */
  readonly byRole?: string;
  /** Of a disclosure. */
  readonly recipient?: string;
  readonly channel?: string;
  /** Of a destruction: why, and the number under which its decision stands. */
  readonly why?: string;
  readonly basis?: string;
  readonly purpose?: string;
  /** What kind of thing: a concept, `timeline`, `answer` … */
  readonly what: string;
  /** The centre’s numbers. */
  readonly children: readonly string[];
  readonly letters: number;
  /** What it speaks of has a label that restricts it. */
  readonly restricted: boolean;
  /** A young person asked it alone, as far as was known when it was written. */
  readonly askedAlone: boolean;
  /** What it speaks of beside the children: `Type/id` in the record, or `system|number` of a request of the centre. */
  readonly about: readonly string[];
}

/** The requests of an extract that its reader may not learn of: as entries name them (`RegisterEntry.about`). */
export interface HiddenRequests {
  /** Restricted by a label, now or when they left; for nobody of the family. */
  readonly restricted: ReadonlySet<string>;
  /** The child’s whole file bears a label: so does whatever was disclosed. */
  readonly isFileRestricted: boolean;
  /** Asked by a young person alone; not for a parent. */
  readonly alone: ReadonlySet<string>;
  /** Nothing says under which basis they left: that they were cancelled may tell that they were. */
  readonly unknown: ReadonlySet<string>;
  /** A person decided that whoever the extract is for may not know that they exist. */
  readonly refused: ReadonlySet<string>;
}

/** What of a child’s file somebody is refused the existence of. */
export interface FileRefused {
  /** Says only that this very extract was made, as one of a child of whom nothing stands in the register does. */
  readonly isOwnMaking: (entry: RegisterEntry) => boolean;
}

/** A refusal of existence that stands, for the person who prepares an extract: never for its page. */
export interface RefusalStanding {
  readonly id: string;
  /** Of the child’s circle. */
  readonly member: string;
  readonly until?: string;
  /** Whether this extract leaves out what it refuses. */
  readonly applies: boolean;
  readonly text: string;
}

/** The register of a centre or of one child, the most recent first, as `POST /v1/register/_search` tells it. */
export interface RegisterTold {
  readonly language: 'fr' | 'en';
  /** Each in words too: when, who, what, to whom, on which basis. */
  readonly entries: readonly (Omit<RegisterEntry, 'about' | 'askedAlone' | 'byRole'> & { readonly text: string })[];
  /** Of a page that has more after it. */
  readonly next?: string;
}

/** For whom an extract of the register is. */
export type FamilyReader = 'child' | 'parent';

export type LeftOutReason = 'legal' | 'restricted' | 'askedAlone' | 'onlyMentioned' | 'refused';

/** What of one child’s register may be handed over, as `POST /v1/register/_review` tells it to the person who reviews it. */
export interface RegisterExtractTold {
  readonly language: 'fr' | 'en';
  /** In words. */
  readonly entries: readonly string[];
  /** How many were left out, and why: for the person who reviews it, never for the page. */
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  readonly refusals: readonly RefusalStanding[];
}
