import type { Bilingual } from '../../profiles/codes.ts';

/** Who had something turned on, and when: the centre’s privacy officer. */
export interface SwitchedOn {
  readonly by: string;
  /** Date. */
  readonly since: string;
  /** Of what is for named people only: their numbers at the centre. */
  readonly professionals?: readonly string[];
  /** Of what is for named partners only: their ids in the registry. */
  readonly partners?: readonly string[];
  /** Of what is for named centres only: their ids in the registry. */
  readonly centres?: readonly string[];
}

export interface Switch {
  readonly title: Bilingual;
  /** What it opens. */
  readonly opens: Bilingual;
  /** What stands as long as it is off. */
  readonly whileOff: Bilingual;
}

/** What is off at a centre until its privacy officer turns it on, by its name in the registry; only what has something behind it (docs/switches.md). */
export const SWITCHES = {
  partnerPages: {
    title: { fr: 'Page sécurisée pour les partenaires', en: 'Secure page for partners' },
    opens: {
      fr: 'Un partenaire sans système lit la demande dans un navigateur, par un lien envoyé par courriel ou texto (rien de l’enfant n’y est) et un code.',
      en: 'A partner without a system reads the request in a browser, by a link sent by e-mail or text message (nothing of the child is in it) and a code.',
    },
    whileOff: {
      fr: 'Aucun courriel, aucun texto, aucun lien ; la demande attend d’être imprimée.',
      en: 'No e-mail, no text message, no link; the request waits to be printed.',
    },
  },
  partnerIncludes: {
    title: {
      fr: 'La demande et l’enfant dans la liste d’un partenaire',
      en: 'The request and the child in a partner’s list',
    },
    opens: {
      fr: 'Un partenaire qui relève ses tâches peut recevoir avec chacune la demande et l’enfant (`_include`), toutes d’un coup ; chacune par la même vue, et inscrite à l’audit.',
      en: 'A partner that collects its Tasks may get the request and the child with each (`_include`), all at once; each through the same lens, and audited.',
    },
    whileOff: {
      fr: 'Les tâches du centre viennent seules ; la demande et l’enfant se lisent un à un, par leur numéro.',
      en: 'The centre’s Tasks come alone; the request and the child are read one by one, by their number.',
    },
  },
  partnerEverything: {
    title: {
      fr: 'Tout ce qu’une demande montre à un partenaire, d’un coup',
      en: 'All that a request shows a partner, at once',
    },
    opens: {
      fr: 'Un partenaire qui relève ses tâches peut lire d’un coup (`Patient/{numéro}/$everything`) ce que chaque lecture d’une demande lui montrerait : la tâche, la demande, l’enfant, les lettres ; rien d’une autre demande. Par la même vue, et inscrit à l’audit.',
      en: 'A partner that collects its Tasks may read at once (`Patient/{number}/$everything`) what each read of one request would show it: the Task, the request, the child, the letters; nothing of another request. Through the same lens, and audited.',
    },
    whileOff: {
      fr: 'L’adresse répond comme à un numéro que personne n’a : 404.',
      en: 'The address answers as for a number that nobody has: 404.',
    },
  },
  partnerHistory: {
    title: { fr: 'La version de ce qu’un partenaire relève', en: 'The version of what a partner collects' },
    opens: {
      fr: 'Un partenaire qui relève ses tâches peut demander les versions (`_history`) de ce qu’il lit : il reçoit celle d’aujourd’hui, telle qu’il la voit, et aucune autre, qui pourrait être d’avant un retrait.',
      en: 'A partner that collects its Tasks may ask for the versions (`_history`) of what it reads: it gets today’s, as it sees it, and no other, which might be older than a withdrawal.',
    },
    whileOff: {
      fr: 'L’adresse répond comme à un numéro que personne n’a : 404.',
      en: 'The address answers as for a number that nobody has: 404.',
    },
  },
  motherFiles: {
    title: { fr: 'Dossiers de femmes enceintes', en: 'Expectant mothers’ files' },
    opens: {
      fr: 'Un dossier à part pour une femme enceinte (SIPPE), avec son propre accord.',
      en: 'A file apart for an expectant mother (SIPPE), with her own agreement.',
    },
    whileOff: { fr: 'Rien n’en est écrit ni lu : 403.', en: 'Nothing of it is written or read: 403.' },
  },
  watchWebhook: {
    title: { fr: 'Avis de la vigie à un système du centre', en: 'Notice of the watch to a system of the centre' },
    opens: {
      fr: 'Quand ce qui demande une personne a changé, un numéro tiré au hasard, signé, part à l’adresse que donne `watchTo` ; rien d’autre ([watch.md](watch.md)).',
      en: 'When what asks for a person has changed, a random number, signed, is sent to the address that `watchTo` gives; nothing else ([watch.md](watch.md)).',
    },
    whileOff: {
      fr: 'Rien ne part ; la vigie se lit par l’API.',
      en: 'Nothing is sent; the watch is read through the API.',
    },
  },
  watchMail: {
    title: { fr: 'Courriel quotidien de la vigie', en: 'Daily e-mail of the watch' },
    opens: {
      fr: 'Chaque jour ouvrable, un courriel dit combien de lignes attendent au centre ; rien d’autre ([watch.md](watch.md)).',
      en: 'Each working day an e-mail says how many lines wait at the centre; nothing else ([watch.md](watch.md)).',
    },
    whileOff: { fr: 'Aucun courriel.', en: 'No e-mail.' },
  },
  csvExport: {
    title: { fr: 'Export des indicateurs en CSV', en: 'Export of indicators as CSV' },
    opens: {
      fr: 'Les indicateurs publiés du centre en un tableau à emporter, les mêmes cases masquées (docs/indicators.md).',
      en: 'The centre’s published indicators as a table to take away, the same cells suppressed (docs/indicators.md).',
    },
    whileOff: {
      fr: 'Ils se lisent à l’écran et en FHIR ; l’adresse du tableau répond 403.',
      en: 'They are read on the screen and in FHIR; the address of the table answers 403.',
    },
  },
  indicatorsByPartner: {
    title: { fr: 'Indicateurs par partenaire', en: 'Indicators by partner' },
    opens: {
      fr: 'Ce qui est compté d’une demande est publié une fois de plus, par partenaire demandé, masqué comme le reste (docs/indicators.md).',
      en: 'What is counted of a request is published once more, by partner asked, suppressed like the rest (docs/indicators.md).',
    },
    whileOff: {
      fr: 'Rien n’en est publié, et ce qui le fut n’est plus montré ; un trimestre publié pendant ce temps n’en aura jamais.',
      en: 'Nothing of it is published, and what was is no longer shown; a quarter that is published meanwhile never has it.',
    },
  },
  indicatorsByDistrict: {
    title: { fr: 'Indicateurs par secteur', en: 'Indicators by district' },
    opens: {
      fr: 'Ce qui est compté d’un enfant est publié une fois de plus, par les trois premiers caractères de son code postal, masqué comme le reste (docs/indicators.md).',
      en: 'What is counted of a child is published once more, by the first three characters of the postal code, suppressed like the rest (docs/indicators.md).',
    },
    whileOff: {
      fr: 'Rien n’en est publié, et ce qui le fut n’est plus montré ; un trimestre publié pendant ce temps n’en aura jamais.',
      en: 'Nothing of it is published, and what was is no longer shown; a quarter that is published meanwhile never has it.',
    },
  },
  breakGlass: {
    title: { fr: 'Accès d’urgence (« bris de glace »)', en: 'Emergency access (“break-glass”)' },
    opens: {
      fr: 'Les personnes nommées (`professionals`) ouvrent, pour une heure, le contact sûr, les allergies, les soins en cours et qui peut consentir ; une deuxième personne le relit (docs/break-glass.md).',
      en: 'The people who are named (`professionals`) open, for one hour, safe contact, allergies, current care and who may consent; a second person signs it off (docs/break-glass.md).',
    },
    whileOff: { fr: 'Rien ne s’ouvre, pour personne : 403.', en: 'Nothing opens, for anybody: 403.' },
  },
  existenceRefusals: {
    title: { fr: 'Refus de l’existence d’un dossier', en: 'Refusal of the existence of a file' },
    opens: {
      fr: 'Une personne pivot ou responsable inscrit que quelqu’un du cercle ne doit pas savoir que le dossier, ou des demandes nommées, existent ([existence-refusals.md](existence-refusals.md)).',
      en: 'The pivot or the privacy officer records that somebody of the circle may not know that the file, or named requests, exist ([existence-refusals.md](existence-refusals.md)).',
    },
    whileOff: {
      fr: 'Aucune décision nouvelle : 403. Celles qui sont inscrites protègent encore, se lisent et se révoquent.',
      en: 'No new decision: 403. Those that were recorded still protect, are read and can be revoked.',
    },
  },
  otherProvinces: {
    title: { fr: 'Échanges avec une autre province', en: 'Flows to another province' },
    opens: {
      fr: 'Ce que la famille permet part aussi chez les partenaires nommés (`partners`), qui sont ailleurs et que le centre a évalués.',
      en: 'What the family permits leaves also for the partners who are named (`partners`), who are elsewhere and whom the centre has assessed.',
    },
    whileOff: {
      fr: 'La demande est gardée et ne part pas, quel que soit l’accord ; la réponse dit pourquoi. Passent l’urgence et l’ordonnance qu’une personne invoque, et l’annulation nue.',
      en: 'The request is kept and does not leave, whatever was agreed; the answer says why. An emergency and an order that a person invokes pass, and so does the bare cancellation.',
    },
  },
  centreTies: {
    title: { fr: 'Liens entre centres', en: 'Ties between centres' },
    opens: {
      fr: 'Sur un consentement inscrit à chacun des deux centres, l’équipe de chacun lit que l’enfant est aussi suivi à l’autre (`centres`), et depuis quand ; rien d’autre ne s’ouvre. Il faut que les deux centres l’allument et se nomment.',
      en: 'On a consent recorded at each of the two centres, the people of each read that the child is also followed at the other (`centres`), and since when; nothing else opens. Both centres must turn it on and name each other.',
    },
    whileOff: {
      fr: 'Aucun lien ne se fait ni ne se lit ; ceux qui étaient faits prennent fin.',
      en: 'No tie is made or read; those that were made end.',
    },
  },
} as const satisfies Readonly<Record<string, Switch>>;

export type SwitchName = keyof typeof SWITCHES;

/** What a centre’s entry in the registry says of its switches; what it does not name is off. */
export type Switches = { readonly [name in SwitchName]?: SwitchedOn | false };

export const isSwitchName = (name: string): name is SwitchName => Object.hasOwn(SWITCHES, name);

export const SWITCH_NAMES: readonly SwitchName[] = Object.keys(SWITCHES).filter(isSwitchName);

/** Whether something is on at a centre: absent and unknown are off. */
export const isOn = (centre: Switches | undefined, name: SwitchName): boolean => switchedOn(centre, name) !== undefined;

/** Whether something that is for named people is on at a centre, and for this one. */
export const isNamed = (centre: Switches | undefined, name: SwitchName, professional: string | undefined): boolean =>
  professional !== undefined && switchedOn(centre, name)?.professionals?.includes(professional) === true;

/** Who had it turned on, and when; undefined while it is off. */
export function switchedOn(centre: Switches | undefined, name: SwitchName): SwitchedOn | undefined {
  const said = centre?.[name];
  return said === undefined || said === false ? undefined : said;
}
