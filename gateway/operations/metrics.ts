import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { DeadLetter } from '../set-aside/dead-letter.ts';
import type { Watched } from './alerts.ts';

/** How one queue stands, at the moment of the scrape. */
export interface QueueTold {
  /** `lane`, `beside` or `deliver`. */
  readonly queue: string;
  /** Number of a lane, or a partner. */
  readonly of: string;
  readonly waiting: number;
  /** Seconds since the oldest of them was queued; 0 when none waits. */
  readonly oldestSeconds: number;
  readonly paused: boolean;
}

export interface QueuesTold {
  readonly queues: readonly QueueTold[];
  readonly letters: readonly Pick<DeadLetter, 'kind' | 'partner'>[];
  /** Everything that somebody is told of when it goes wrong, and whether it has. */
  readonly alerts?: readonly (Watched & { readonly isOpen: boolean })[];
}

/** What one process has counted since it started. Labels are kinds, states and the ids of partners: never a person, a child or a centre. */
export interface Metrics {
  readonly contentType: string;
  accepted(kind: string): void;
  settled(kind: string, state: string): void;
  delivered(partner: string): void;
  notDelivered(partner: string, why: string): void;
  answered(by: string, what: string): void;
  circuit(partner: string, open: boolean): void;
  text(): Promise<string>;
}

/** Counts, and reads how the queues stand only when it is asked: `look` is given where they are told. */
export function metrics(process: 'gateway' | 'workers', look?: () => Promise<QueuesTold>): Metrics {
  const register = new Registry();
  register.setDefaultLabels({ process });
  collectDefaultMetrics({ register });
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]): Counter<L> =>
    new Counter({ name: `passerelle_${name}`, help, labelNames, registers: [register] });
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]): Gauge<L> =>
    new Gauge({ name: `passerelle_${name}`, help, labelNames, registers: [register] });

  const accepted = counter('accepted_total', 'Événements sur disque / Events on disk', 'kind');
  const settled = counter('settled_total', 'Événements arrivés au bout / Events come to an end', 'kind', 'state');
  const delivered = counter('delivered_total', 'Envois partis, au dossier / Deliveries made, in the record', 'partner');
  const failed = counter('delivery_failures_total', 'Essais manqués / Tries that failed', 'partner', 'why');
  const answered = counter('answered_total', 'Réponses au dossier / Answers in the record', 'by', 'what');
  const circuits = gauge('circuit_open', 'Disjoncteur ouvert / Circuit breaker open', 'partner');
  const waiting = gauge('waiting', 'En attente / Waiting', 'queue', 'of');
  const oldest = gauge('oldest_waiting_seconds', 'Âge du plus ancien / Age of the oldest', 'queue', 'of');
  const paused = gauge('paused', 'Suspendu / Paused', 'partner');
  const setAside = gauge('set_aside', 'Mis de côté / Set aside', 'kind', 'partner');

  const alert = gauge('alert', 'Alerte ouverte / Alert open', 'alert', 'of');

  const tell = ({ queues, letters, alerts = [] }: QueuesTold): void => {
    for (const it of [waiting, oldest, paused, setAside, alert]) it.reset();
    for (const { queue, of, waiting: length, oldestSeconds, paused: stopped } of queues) {
      waiting.set({ queue, of }, length);
      oldest.set({ queue, of }, oldestSeconds);
      if (queue === 'deliver') paused.set({ partner: of }, stopped ? 1 : 0);
    }
    for (const it of alerts) alert.set({ alert: it.alert, of: it.of }, it.isOpen ? 1 : 0);
    for (const { kind, partner = '' } of letters) setAside.inc({ kind, partner });
  };

  return {
    contentType: register.contentType,
    accepted: (kind) => accepted.inc({ kind }),
    settled: (kind, state) => settled.inc({ kind, state }),
    delivered: (partner) => delivered.inc({ partner }),
    notDelivered: (partner, why) => failed.inc({ partner, why }),
    answered: (by, what) => answered.inc({ by, what }),
    circuit: (partner, open) => circuits.set({ partner }, open ? 1 : 0),
    async text() {
      if (look !== undefined) tell(await look());
      return register.metrics();
    },
  };
}
