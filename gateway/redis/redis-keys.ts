const ROOT = 'passerelle';

/** Every name that we use in Redis beside BullMQ's own; ids only, never a person's data. */
export const redisKeys = {
  exchange: (id: string) => `${ROOT}:exchange:${id}`,
  idempotency: (centre: string, keyHash: string) => `${ROOT}:idempotency:${centre}:${keyHash}`,
  /** Which child an identifier is about: what comes later about it goes to that child's lane, also while HAPI is away. */
  childOf: (system: string, value: string) => `${ROOT}:child-of:${system}|${value}`,
  /** Which kind of request stands under a number: they share one numbering. */
  kindOf: (system: string, value: string) => `${ROOT}:kind-of:${system}|${value}`,
  /** What was acknowledged and may close something to a recipient, until the record has it: hash by exchange. */
  holds: (centre: string, child: string) => `${ROOT}:holds:${centre}|${child}`,
  /** The keys of all such hashes: set. */
  everyHold: `${ROOT}:every-hold`,
  /** The last event accepted about an identifier: its exchange. */
  lastExchange: (system: string, value: string) => `${ROOT}:last:${system}|${value}`,
  /** What the pairwise number that a partner knows stands for: hash of centre, child, request, partner. */
  task: (task: string) => `${ROOT}:task:${task}`,
  /** What one collector is shown of its Tasks, and since when: hash by pairwise number. */
  shown: (collector: string) => `${ROOT}:shown:${collector}`,
  /** Which centre an inbound referral was addressed to: what its sender says of it later may not name the centre. */
  inboundCentre: (referral: string) => `${ROOT}:inbound:${referral}`,
  /** Sealed words that a person of the centre has not read yet: hash by id. */
  words: (centre: string) => `${ROOT}:words:${centre}`,
  /** What a person decided of words, at which centre and about which request. */
  wordsSettled: (id: string) => `${ROOT}:words-settled:${id}`,
  /** Stream of what changed for a centre. */
  changes: (centre: string) => `${ROOT}:changes:${centre}`,
  /** State of the delivery of one Task: hash. */
  delivery: (task: string) => `${ROOT}:delivery:${task}`,
  /** How far a partner's Tasks have been read: when the newest one changed, by the partner's clock. */
  polledUntil: (partner: string, search: string) => `${ROOT}:polled-until:${partner}:${search}`,
  /** The version of a partner's Task that was heard last. */
  polledTask: (partner: string, task: string) => `${ROOT}:polled:${partner}:${task}`,
  /** When the record was last compared with what partners know: hash. */
  reconciled: `${ROOT}:reconciled`,
  /** Set while it was looked not long ago that everything in the record says of which kinds the requests are that it is about. */
  tagged: `${ROOT}:tagged`,
  /** When the watch last looked at who holds what, and on which day at everybody: hash. */
  findings: `${ROOT}:findings`,
  /** Centres whose findings have changed and that are still to be told so: set. */
  findingsChanged: `${ROOT}:findings-changed`,
  /** The day of each centre’s last e-mail with a count: hash; and, set before one leaves, that it may have left. */
  findingsCounted: `${ROOT}:findings-counted`,
  findingsMailed: (centre: string, day: string) => `${ROOT}:findings-mailed:${centre}:${day}`,
  /** The day on which it was last looked whether indicators are to be published, by centre: hash. */
  indicators: `${ROOT}:indicators`,
  /** Sealed events that failed for good: hash by exchange. */
  parked: `${ROOT}:parked`,
  /** What is told of each dead letter, events and deliveries: hash by id. */
  deadLetters: `${ROOT}:dead-letters`,
  /** Dead letters about one identifier: set of ids. */
  deadLettersAbout: (system: string, value: string) => `${ROOT}:dead-letters-about:${system}|${value}`,
  /** Files that were destroyed, by the id of their fence: hash of centre, number and moment. */
  destroyed: `${ROOT}:destroyed`,
  /** Resources of a file whose destruction has begun, by their place in the record: set. */
  destroying: (fence: string) => `${ROOT}:destroying:${fence}`,
  /** One opening of emergency access, and who signed it off: hash. */
  glass: (centre: string, id: string) => `${ROOT}:glass:opening:${centre}|${id}`,
  /** Those that wait for their second person: set of ids. */
  glassUnsigned: (centre: string) => `${ROOT}:glass:unsigned:${centre}`,
  /** Set while that set was held against the audit in the record not long ago. */
  glassLooked: `${ROOT}:glass:looked`,
  /** A tie between two centres, by the hash of its code: who said what, sealed (hash). */
  tie: (code: string) => `${ROOT}:tie:${code}`,
  /** Sealed hashes of the codes of a child’s ties at one centre: hash. */
  tiesOf: (centre: string, child: string) => `${ROOT}:ties-of:${centre}|${child}`,
  /** Which centre names which for ties, at the last round of the workers: set. */
  tieNamings: `${ROOT}:tie-namings`,
  /** When one was last noticed not to name the other any more: hash. */
  tieNamingsStopped: `${ROOT}:tie-namings-stopped`,
  /** What the audit last said of each switch of a centre: hash. */
  switches: `${ROOT}:switches`,
  /** What the audit last said of each line of the access file: hash. */
  access: `${ROOT}:access`,
  /** Set while a process compares the access file with that. */
  accessLock: `${ROOT}:access-lock`,
  /** Set while HAPI does not answer. */
  recordAway: `${ROOT}:record-away`,
  /** The secure page, by the hash of a link's token: which Task and partner it is bound to (hash). */
  pageLink: (link: string) => `${ROOT}:page:link:${link}`,
  /** The one link of a Task that opens. */
  pageLinkOf: (task: string) => `${ROOT}:page:link-of:${task}`,
  /** The code that was sent for a link, sealed, and how often one was tried (hash). */
  pageCode: (link: string) => `${ROOT}:page:code:${link}`,
  /** By the hash of what the page presents: the link that it was opened with. */
  pageSession: (session: string) => `${ROOT}:page:session:${session}`,
  /** An answer that can still be corrected, sealed (hash). */
  pageAnswer: (task: string) => `${ROOT}:page:answer:${task}`,
  /** Set before an announcement leaves: in doubt it is not sent again. */
  pageAnnounced: (task: string, version: number, stage: string) => `${ROOT}:page:announced:${task}:${version}:${stage}`,
  /** Beginning of the counters that limit what the page takes. */
  pageLimit: `${ROOT}:page:limit`,
  /** Beginning of the counters of each client’s calls. */
  clientLimit: `${ROOT}:client-limit`,
  /** Written to see whether Redis takes writes. */
  lastLook: `${ROOT}:last-look`,
  /** Written in each round in which the replicas are asked what they have. */
  lastRound: `${ROOT}:last-round`,
  /** Set while a partner that does not answer is left alone. */
  circuitOpen: (partner: string) => `${ROOT}:circuit-open:${partner}`,
  /** Set from when a partner is first left alone until it answers. */
  partnerAway: (partner: string) => `${ROOT}:partner-away:${partner}`,
  /** Alerts that are open: hash by kind and subject. */
  alertsOpen: `${ROOT}:alerts:open`,
  /** Since when what would open one stands, and since when what opened one does not: hashes. */
  alertsRising: `${ROOT}:alerts:rising`,
  alertsFalling: `${ROOT}:alerts:falling`,
  /** The last alerts that closed: list, newest first. */
  alertsClosed: `${ROOT}:alerts:closed`,
  /** Audit entries that the record does not have yet, in the order of their chain: stream. The braces keep what one script touches on one node. */
  auditStream: `${ROOT}:{audit}:stream`,
  /** The last entry of the chain. */
  auditHead: `${ROOT}:{audit}:head`,
  /** How often in a row somebody has just come too late behind that head. */
  auditLost: `${ROOT}:{audit}:lost`,
  /** Disclosures of one thing that were written: hash by entry. */
  auditDisclosed: (what: string) => `${ROOT}:{audit}:disclosed:${what}`,
  /** How many lanes this installation has; it cannot change while they hold events. */
  laneCount: `${ROOT}:lanes`,
} as const;
