/** Who faults are done to. */
export type Part = 'gateway' | 'worker' | 'queue' | 'record' | 'partner' | 'doors' | 'everything';

interface FaultSpec {
  readonly part: Part;
  /** How long it lasts: milliseconds, drawn between the two. */
  readonly lastsMs: readonly [number, number];
  readonly words: { readonly fr: string; readonly en: string };
}

// biome-ignore format: it is read as a table.
/** Every kind of fault that the nemesis knows. */
export const FAULT_KINDS = {
  'kill-gateway':        { part: 'gateway', lastsMs: [500, 5_000],   words: { fr: 'passerelle tuée (-9)', en: 'gateway killed (-9)' } },
  'pause-gateway':       { part: 'gateway', lastsMs: [2_000, 8_000], words: { fr: 'passerelle suspendue', en: 'gateway paused' } },
  'stop-gateway':        { part: 'gateway', lastsMs: [200, 2_000],   words: { fr: 'passerelle arrêtée (SIGTERM)', en: 'gateway stopped (SIGTERM)' } },
  'kill-worker':         { part: 'worker',  lastsMs: [500, 5_000],   words: { fr: 'ouvrier tué (-9)', en: 'worker killed (-9)' } },
  'pause-worker':        { part: 'worker',  lastsMs: [3_000, 9_000], words: { fr: 'ouvrier suspendu au-delà de son verrou', en: 'worker paused for longer than its lock' } },
  'stop-worker':         { part: 'worker',  lastsMs: [200, 2_000],   words: { fr: 'ouvrier arrêté (SIGTERM)', en: 'worker stopped (SIGTERM)' } },
  'kill-queue':          { part: 'queue',   lastsMs: [300, 3_000],   words: { fr: 'Redis tué (-9)', en: 'Redis killed (-9)' } },
  'pause-queue':         { part: 'queue',   lastsMs: [1_000, 6_000], words: { fr: 'Redis suspendu', en: 'Redis paused' } },
  'cut-queue':           { part: 'queue',   lastsMs: [500, 4_000],   words: { fr: 'connexions à Redis coupées', en: 'connections to Redis cut' } },
  'slow-queue':          { part: 'queue',   lastsMs: [3_000, 6_000], words: { fr: 'connexions à Redis ralenties', en: 'connections to Redis delayed' } },
  'lose-queue-answers':  { part: 'queue',   lastsMs: [500, 2_000],   words: { fr: 'réponses de Redis perdues', en: 'answers of Redis lost' } },
  'kill-record':         { part: 'record',  lastsMs: [500, 4_000],   words: { fr: 'HAPI tué (-9)', en: 'HAPI killed (-9)' } },
  'pause-record':        { part: 'record',  lastsMs: [3_000, 9_000], words: { fr: 'HAPI suspendu', en: 'HAPI paused' } },
  'cut-record':          { part: 'record',  lastsMs: [1_000, 5_000], words: { fr: 'connexions à HAPI coupées', en: 'connections to HAPI cut' } },
  'slow-record':         { part: 'record',  lastsMs: [3_000, 8_000], words: { fr: 'connexions à HAPI ralenties', en: 'connections to HAPI delayed' } },
  'lose-record-answers': { part: 'record',  lastsMs: [1_000, 4_000], words: { fr: 'réponses de HAPI perdues', en: 'answers of HAPI lost' } },
  'kill-partner':        { part: 'partner', lastsMs: [500, 6_000],   words: { fr: 'partenaire tué (-9)', en: 'partner killed (-9)' } },
  'pause-partner':       { part: 'partner', lastsMs: [2_000, 8_000], words: { fr: 'partenaire suspendu', en: 'partner paused' } },
  'cut-partner':         { part: 'partner', lastsMs: [1_000, 6_000], words: { fr: 'connexions à un partenaire coupées', en: 'connections to a partner cut' } },
  'lose-partner-answers': { part: 'partner', lastsMs: [2_000, 6_000], words: { fr: 'réponses d’un partenaire perdues', en: 'answers of a partner lost' } },
  'cut-doors':           { part: 'doors',   lastsMs: [500, 4_000],   words: { fr: 'connexions aux passerelles coupées', en: 'connections to the gateways cut' } },
  'lose-doors-answers':  { part: 'doors',   lastsMs: [500, 3_000],   words: { fr: 'réponses des passerelles perdues', en: 'answers of the gateways lost' } },
  'fill-queue':          { part: 'everything', lastsMs: [4_000, 6_000], words: { fr: 'ouvriers suspendus, file remplie jusqu’au refus', en: 'workers paused, queue filled until it refuses' } },
  poison:                { part: 'everything', lastsMs: [0, 0],      words: { fr: 'messages empoisonnés', en: 'poison messages' } },
} as const satisfies Readonly<Record<string, FaultSpec>>;

export type FaultKind = keyof typeof FAULT_KINDS;

export const faultKinds = Object.keys(FAULT_KINDS) as readonly FaultKind[];

/** One fault as it was drawn. */
export interface PlannedFault {
  readonly kind: FaultKind;
  /** Which gateway, worker or partner: from 0. */
  readonly which: number;
  /** Milliseconds after the start of the load. */
  readonly atMs: number;
  readonly forMs: number;
}

/** One fault as it was done. */
export interface DoneFault extends PlannedFault {
  readonly beganMs: number;
  readonly endedMs: number;
  /** Why it did not take effect: then it does not count. */
  readonly failed?: string;
}
