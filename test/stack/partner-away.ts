import type { PartnerSandbox } from '../../sandbox/partners/partner-sandbox.ts';
import { aCircle, anAgreement, aReferral } from './concept-examples.ts';
import { ownRegistry } from './own-registry.ts';
import { eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** Three days in a minute. */
export const TIME_SCALE = 4_320;
export const AWAY_HOURS = 72;
/** Three times what comes in, so that what waited has left within half a minute. */
export const RATE_PER_MINUTE = 120;
const HOUR_MS = 3_600_000;
const ROUND_MS = 1_500;
const ROUND_MAX_MS = 8_000;

export interface AwayOptions {
  readonly awayHours?: number;
  /** Rounds before it goes away: each sends one request to each of the three. */
  readonly roundsBefore?: number;
  readonly say?: (line: string) => void;
}

export interface AwayTold {
  /** Requests that were acknowledged, by partner; and those that it has. */
  readonly acknowledged: Readonly<Record<string, number>>;
  readonly arrived: Readonly<Record<string, number>>;
  readonly setAside: number;
  /** When the partner that had been away took each message, in milliseconds since it came back. */
  readonly takenMs: readonly number[];
  /** How often it was tried while it was away. */
  readonly triesWhileAway: number;
  /** Alerts about each partner, in the order in which the log tells them: `opened`, `closed`. */
  readonly alerts: Readonly<Record<string, readonly string[]>>;
  readonly alertsOpen: number;
  readonly alertsClosed: number;
  /** The others' time from the acknowledgement to the arrival: median before and while the first was away, and what nine in ten were within before. */
  readonly medianBeforeMs: number;
  readonly nineInTenBeforeMs: number;
  readonly medianAwayMs: number;
  readonly samples: readonly [before: number, away: number];
}

interface Sent {
  readonly partner: string;
  readonly name: string;
  readonly at: number;
  readonly while: 'before' | 'away';
}

/** A partner away for days under a steady load to it and to two others, and what the outside shows of it. */
export async function partnerAway({
  awayHours = AWAY_HOURS,
  roundsBefore = 12,
  say = () => undefined,
}: AwayOptions = {}): Promise<AwayTold> {
  const id = ownIds();
  const names = [id('away'), id('one'), id('other')] as const;
  const registry = await ownRegistry(names, { rate: { perMinute: RATE_PER_MINUTE } });
  const sandbox = await stackSandbox(
    {
      TIME_SCALE: String(TIME_SCALE),
      // The settings of a real installation, but for those that the sandbox shortens by itself; and a person is told after five days.
      DELIVERY_FIRST_RETRY_MS: '2000',
      DELIVERY_RETRY_CAP_MS: String(HOUR_MS),
      CIRCUIT_OPEN_MS: '30000',
      DELIVERY_AGE_MAX_HOURS: '120',
      ALERT_DELIVERY_AGE_HOURS: '24',
      // Five seconds: what is delivered second by second is younger and older than a day by turns.
      ALERT_HOLD_MS: String(6 * HOUR_MS),
      // Days are shortened here, the machine is not: a receipt that takes a second would look missing for an hour, and be sent again.
      WATCH_EVERY_MS: String(10 * 24 * HOUR_MS),
    },
    { registryPath: registry.path },
  );
  try {
    return await played(sandbox, names, id, { awayHours, roundsBefore, say });
  } finally {
    await sandbox.stop();
    await registry.remove();
  }
}

async function played(
  sandbox: StackSandbox,
  names: readonly [string, string, string],
  id: (name: string) => string,
  { awayHours, roundsBefore, say }: Required<AwayOptions>,
): Promise<AwayTold> {
  const standIn = (name: string): PartnerSandbox => {
    const found = sandbox.partners.get(name);
    if (found === undefined) throw new Error(`no stand-in for ${name}`);
    return found;
  };
  const away = standIn(names[0]);
  const children = [0, 1, 2].map((index) => id(`child-${index}`));
  for (const [index, child] of children.entries())
    await sandbox.call('PUT', `/v1/care-circles/${id(`circle-${index}`)}`, {
      body: aCircle(id(`circle-${index}`), child),
    });

  const sent: Sent[] = [];
  const mine = (partner: string) => sent.filter((it) => it.partner === partner);
  let number = 0;
  const round = async (when: Sent['while'], isKept: boolean): Promise<void> => {
    await Promise.all(
      names.map(async (partner, index) => {
        number += 1;
        const name = `essai ${number}.`;
        const referral = aReferral(id(`r-${number}`), children[index] ?? '', {
          what: name,
          recipient: partner,
          agreements: [anAgreement(partner)],
        });
        const answer = await sandbox.call('PUT', `/v1/service-referrals/${id(`r-${number}`)}`, {
          body: referral,
          headers: { prefer: 'respond-async' },
        });
        if (answer.status === 202 && isKept) sent.push({ partner, name, at: Date.now(), while: when });
        else if (answer.status !== 202) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      }),
    );
  };
  /** One round after the other, the next when the others have theirs: a load that this machine carries, however slow it is today. */
  const rounds = async (goesOn: (turn: number) => boolean, when: Sent['while'], isKept = true): Promise<void> => {
    for (let turn = 0; goesOn(turn); turn += 1) {
      const start = Date.now();
      await round(when, isKept);
      const left = () => names.slice(1).some((name) => arrivals(standIn(name), mine(name)).length < mine(name).length);
      while (left() && Date.now() - start < ROUND_MAX_MS) await soon(20);
      await soon(Math.max(0, start + ROUND_MS - Date.now()));
    }
  };

  say(`TIME_SCALE=${TIME_SCALE}: ${awayHours} h away are ${(awayHours * HOUR_MS) / TIME_SCALE / 1_000} s`);
  await rounds((turn) => turn < 3, 'before', false);
  await rounds((turn) => turn < roundsBefore, 'before');
  await eventually(
    async () => arrivals(away, mine(names[0])).length,
    (count) => count === mine(names[0]).length,
    120_000,
  );

  away.fault({ kind: 'refuse' });
  const goneAt = Date.now();
  await rounds(() => Date.now() - goneAt < (awayHours * HOUR_MS) / TIME_SCALE, 'away');
  const backAt = Date.now();
  away.fault({ kind: 'none' });
  say(`back after ${(((backAt - goneAt) * TIME_SCALE) / HOUR_MS).toFixed(1)} simulated hours`);

  const alerts = async () =>
    request('GET', `${sandbox.gatewayUrl}/v1/alerts`, undefined, {
      authorization: `Bearer ${await sandbox.operatorToken()}`,
    });
  await eventually(
    async () => names.map((name) => arrivals(standIn(name), mine(name)).length - mine(name).length),
    (left) => left.every((count) => count === 0),
    120_000,
  );
  const { body } = await eventually(alerts, ({ body: { open } }) => of(open, names[0]).length === 0, 60_000);

  const letters = await sandbox.call('GET', '/v1/dead-letters?limit=1000');
  const log = away.log();
  const times = (when: Sent['while']) =>
    names.slice(1).flatMap((name) =>
      arrivals(
        standIn(name),
        mine(name).filter((it) => it.while === when),
      ),
    );
  const count = (told: (name: string) => number) => Object.fromEntries(names.map((name) => [name, told(name)]));
  return {
    acknowledged: count((name) => mine(name).length),
    arrived: count((name) => arrivals(standIn(name), mine(name)).length),
    // The shared record holds what other files left for partners that are not here.
    setAside: letters.body.letters.filter(({ partner }: { partner?: string }) => names.some((name) => name === partner))
      .length,
    takenMs: log.received.map(({ at }) => Date.parse(at) - backAt).filter((ms) => ms >= 0),
    triesWhileAway: log.turnedAway.filter(({ at }) => Date.parse(at) >= goneAt && Date.parse(at) <= backAt).length,
    alerts: Object.fromEntries(names.map((name) => [name, alertLines(sandbox.logged(), name)])),
    alertsOpen: of(body.open, names[0]).length,
    alertsClosed: of(body.closed, names[0]).length,
    medianBeforeMs: within(times('before'), 0.5),
    nineInTenBeforeMs: within(times('before'), 0.9),
    medianAwayMs: within(times('away'), 0.5),
    samples: [times('before').length, times('away').length],
  };
}

const of = (alerts: readonly { readonly of: string }[], partner: string) => alerts.filter((it) => it.of === partner);

/** From the acknowledgement of each to its first arrival, in milliseconds; those that have not arrived are missing. */
function arrivals(standIn: PartnerSandbox, sent: readonly Sent[]): readonly number[] {
  const received = standIn.log().received.map(({ at, bundle }) => ({ at: Date.parse(at), text: textOf(bundle) }));
  return sent.flatMap(({ name, at }) => {
    const first = received.find(({ text }) => text.includes(name));
    return first === undefined ? [] : [Math.max(0, first.at - at)];
  });
}

/** Looked at every few milliseconds in the very process that is measured: each message is written out once, or looking costs more the longer it lasts. */
const texts = new WeakMap<object, string>();
function textOf(bundle: object): string {
  const text = texts.get(bundle) ?? JSON.stringify(bundle);
  texts.set(bundle, text);
  return text;
}

const alertLines = (logged: string, partner: string): readonly string[] =>
  logged
    .split('\n')
    .filter((line) => line.includes('"kind":"partner-behind"') && line.includes(`"of":"${partner}"`))
    .map((line) => JSON.parse(line).alert);

const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What such a part of them were within. */
const within = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
