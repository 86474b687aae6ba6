import { isIP } from 'node:net';
import { type MllpSettings, mllpSettings } from './doors/mllp/mllp-settings.ts';
import { GatewayError } from './failures.ts';
import { type SealingKeys, sealingKeysFrom } from './lanes/sealing.ts';
import { areOnThisMachine } from './process/time-scale.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_SECONDS = 86_400;

export interface Config {
  /** Port of the gateway; 0 takes a free one. */
  readonly port: number;
  /** Address that it listens on: this machine only unless told otherwise. */
  readonly host: string;
  readonly redisUrl: string;
  /** Replicas of Redis that must have what is acknowledged; 0 where Redis is alone. */
  readonly redisReplicasAcked: number;
  readonly hapiUrl: string;
  readonly hapiTimeoutMs: number;
  readonly registryPath: string;
  /** Whose access tokens count (YAML); read by the gateway. */
  readonly accessPath: string;
  /** Calls of one client in a minute, beyond which the answer is 429. */
  readonly clientCallsPerMinute: number;
  /** The token that we present to a partner, by the name of its variable. Throws when it is not set. */
  readonly partnerToken: (variable: string) => string;
  readonly sealingKeys: SealingKeys;
  readonly laneCount: number;
  readonly laneLengthMax: number;
  /** Beyond these nothing more is taken. */
  readonly queueLimits: { readonly ageMaxMs: number; readonly memoryMaxPercent: number };
  /** How long a process that is told to stop may take to finish what it has begun. */
  readonly drainWithinMs: number;
  readonly lockMs: number;
  /** How long an event may wait for what it names before it is parked. */
  readonly besideMaxMs: number;
  readonly besideLookAgainMs: number;
  readonly keptForSeconds: number;
  readonly partnerTimeoutMs: number;
  readonly deliveryRetry: {
    readonly firstMs: number;
    readonly capMs: number;
    readonly triesMax: number;
    readonly ageMaxMs: number;
  };
  /** When a partner that does not answer is left alone, and for how long. */
  readonly circuit: { readonly failuresMax: number; readonly openMs: number; readonly openMaxMs: number };
  /** When somebody is told, and how long what opened an alert must be gone before it closes. */
  readonly alerts: {
    readonly everyMs: number;
    readonly holdMs: number;
    readonly laneAgeMs: number;
    readonly deliveryAgeMs: number;
    readonly memoryPercent: number;
  };
  /** Every delay and age is divided by it: 1, except in tests of days that may not take days. */
  readonly timeScale: number;
  /** Where each process tells Prometheus what it counted; nowhere when absent. */
  readonly metrics: { readonly host: string; readonly gatewayPort?: number; readonly workersPort?: number };
  /** OTLP collector for traces, without a slash at the end; empty: nothing is traced. */
  readonly tracesTo: string;
  /** How long before a request's own date a person must know that it has not left. */
  readonly ownDateMarginMs: number;
  /** How long emergency access stays open: one hour. */
  readonly breakGlassMs: number;
  readonly watchEveryMs: number;
  /** Whether the watch looks for what asks for a person. */
  readonly findings: boolean;
  /** Whether the indicators of quarters that have settled are published. */
  readonly indicators: boolean;
  /** Signed checkpoints of the audit: the key’s file (PEM), empty for none, and the folder that they are kept in. */
  readonly auditCheckpoints: { readonly signingKey: string; readonly folder: string };
  /** The secure page for partners that have no system; the texts may be empty as long as it is off. */
  readonly pages: {
    /** Where others reach the gateway, without a slash at the end. */
    readonly publicUrl: string;
    readonly smtpUrl: string;
    readonly mailFrom: string;
    readonly smsUrl: string;
    readonly smsToken: string;
    /** How long an answer can be corrected. */
    readonly correctableMs: number;
  };
  /** Proxies whose `X-Forwarded-For` is believed: addresses, networks, `loopback`. */
  readonly trustedProxies: readonly string[];
  readonly bodyMaxBytes: number;
  /** The door for HL7 v2; closed when absent. */
  readonly mllp?: MllpSettings;
  readonly logLevel: string;
}

/** Every setting, what it is for and what stands without it; `.env.example` is held against this table by a test. */
export const SETTINGS = {
  PORT: '8080',
  HOST: '127.0.0.1',
  REDIS_URL: 'redis://127.0.0.1:6379',
  REDIS_REPLICAS_ACKED: '0',
  HAPI_URL: 'http://127.0.0.1:8090/fhir',
  HAPI_TIMEOUT_MS: '30000',
  REGISTRY_PATH: 'passerelle.registry.yaml',
  ACCESS_PATH: 'passerelle.access.yaml',
  CLIENT_CALLS_PER_MINUTE: '120000',
  SEALING_KEYS: undefined,
  LANES: '4',
  LANE_LENGTH_MAX: '250000',
  QUEUE_AGE_MAX_HOURS: '72',
  REDIS_MEMORY_MAX_PERCENT: '85',
  DRAIN_WITHIN_MS: '25000',
  LOCK_MS: '5000',
  BESIDE_MAX_MS: String(24 * HOUR_MS),
  BESIDE_LOOK_AGAIN_MS: String(MINUTE_MS),
  KEPT_FOR_DAYS: '30',
  PARTNER_TIMEOUT_MS: '10000',
  DELIVERY_FIRST_RETRY_MS: '2000',
  DELIVERY_RETRY_CAP_MS: String(HOUR_MS),
  DELIVERY_TRIES_MAX: '150',
  DELIVERY_AGE_MAX_HOURS: '72',
  CIRCUIT_FAILURES_MAX: '5',
  CIRCUIT_OPEN_MS: '30000',
  CIRCUIT_OPEN_MAX_MS: String(15 * MINUTE_MS),
  ALERT_EVERY_MS: '15000',
  ALERT_HOLD_MS: String(5 * MINUTE_MS),
  ALERT_LANE_AGE_MINUTES: '15',
  ALERT_DELIVERY_AGE_HOURS: '4',
  ALERT_REDIS_MEMORY_PERCENT: '70',
  OWN_DATE_MARGIN_HOURS: '24',
  WATCH_EVERY_MS: String(MINUTE_MS),
  FINDINGS: 'off',
  INDICATORS: 'off',
  AUDIT_SIGNING_KEY: '',
  AUDIT_CHECKPOINTS: 'audit-checkpoints',
  PUBLIC_URL: '',
  SMTP_URL: '',
  MAIL_FROM: '',
  SMS_URL: '',
  SMS_TOKEN: '',
  PAGE_CORRECTABLE_MS: String(15 * MINUTE_MS),
  TRUSTED_PROXIES: '',
  BODY_MAX_BYTES: '1000000',
  MLLP_PORT: '',
  MLLP_HOST: '127.0.0.1',
  MLLP_CERTIFICATE: '',
  MLLP_KEY: '',
  MLLP_CLIENT_AUTHORITY: '',
  MLLP_PLAIN: 'no',
  MLLP_FRAME_MAX_BYTES: '6500000',
  MLLP_IDLE_MS: String(10 * MINUTE_MS),
  MLLP_CONNECTIONS_MAX: '64',
  METRICS_HOST: '127.0.0.1',
  METRICS_PORT: '',
  WORKERS_METRICS_PORT: '',
  OTEL_EXPORTER_OTLP_ENDPOINT: '',
  LOG_LEVEL: 'info',
  TIME_SCALE: '1',
} as const satisfies Record<string, string | undefined>;

/** Reads the settings once. Throws GatewayError `internal` that names every setting that is wrong, never its value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const text = (name: keyof typeof SETTINGS): string => {
    const value = env[name] || SETTINGS[name];
    if (value === undefined) wrong.push(`${name} is not set`);
    return value ?? '';
  };
  const number = (name: keyof typeof SETTINGS, least = 1): number => {
    const value = Number(text(name));
    if (!Number.isInteger(value) || value < least) wrong.push(`${name} must be a whole number of at least ${least}`);
    return value;
  };
  const keys = (): SealingKeys => {
    const value = text('SEALING_KEYS');
    try {
      return value === '' ? [] : sealingKeysFrom(value);
    } catch {
      wrong.push('SEALING_KEYS must be written id:base64,id:base64, each key of 32 bytes');
      return [];
    }
  };

  const proxies = (): readonly string[] => {
    const named = text('TRUSTED_PROXIES')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (!named.every(isProxy)) wrong.push('TRUSTED_PROXIES must be addresses, networks (10.0.0.0/8) or loopback');
    return named;
  };

  const timeScale = number('TIME_SCALE');
  if (timeScale > 1 && !areOnThisMachine([text('HOST'), text('REDIS_URL'), text('HAPI_URL')]))
    wrong.push('TIME_SCALE is for tests: beyond 1 it takes HOST, REDIS_URL and HAPI_URL on this machine (127.0.0.1)');
  /** A delay or an age, in milliseconds of this run. */
  const time = (name: keyof typeof SETTINGS, unitMs = 1): number =>
    Math.max(1, Math.round((number(name) * unitMs) / timeScale));

  const config: Config = {
    port: number('PORT', 0),
    host: text('HOST'),
    redisUrl: text('REDIS_URL'),
    redisReplicasAcked: number('REDIS_REPLICAS_ACKED', 0),
    hapiUrl: text('HAPI_URL').replace(/\/$/, ''),
    hapiTimeoutMs: number('HAPI_TIMEOUT_MS'),
    registryPath: text('REGISTRY_PATH'),
    accessPath: text('ACCESS_PATH'),
    clientCallsPerMinute: number('CLIENT_CALLS_PER_MINUTE', 60),
    partnerToken: (variable) => {
      const token = env[variable];
      if (!token) throw new GatewayError('internal', `the registry names ${variable}, which is not set`);
      return token;
    },
    sealingKeys: keys(),
    laneCount: number('LANES'),
    laneLengthMax: number('LANE_LENGTH_MAX'),
    queueLimits: {
      ageMaxMs: time('QUEUE_AGE_MAX_HOURS', HOUR_MS),
      memoryMaxPercent: number('REDIS_MEMORY_MAX_PERCENT'),
    },
    drainWithinMs: number('DRAIN_WITHIN_MS', 100),
    lockMs: number('LOCK_MS', 1_000),
    besideMaxMs: time('BESIDE_MAX_MS'),
    besideLookAgainMs: time('BESIDE_LOOK_AGAIN_MS'),
    keptForSeconds: Math.ceil(time('KEPT_FOR_DAYS', DAY_SECONDS * SECOND_MS) / SECOND_MS),
    partnerTimeoutMs: number('PARTNER_TIMEOUT_MS'),
    deliveryRetry: {
      firstMs: time('DELIVERY_FIRST_RETRY_MS'),
      capMs: time('DELIVERY_RETRY_CAP_MS'),
      triesMax: number('DELIVERY_TRIES_MAX'),
      ageMaxMs: time('DELIVERY_AGE_MAX_HOURS', HOUR_MS),
    },
    circuit: {
      failuresMax: number('CIRCUIT_FAILURES_MAX'),
      openMs: time('CIRCUIT_OPEN_MS'),
      openMaxMs: time('CIRCUIT_OPEN_MAX_MS'),
    },
    alerts: {
      // Looking more often than this tells nothing more.
      everyMs: Math.max(SECOND_MS, time('ALERT_EVERY_MS')),
      holdMs: time('ALERT_HOLD_MS'),
      laneAgeMs: time('ALERT_LANE_AGE_MINUTES', MINUTE_MS),
      deliveryAgeMs: time('ALERT_DELIVERY_AGE_HOURS', HOUR_MS),
      memoryPercent: number('ALERT_REDIS_MEMORY_PERCENT'),
    },
    timeScale,
    metrics: {
      host: text('METRICS_HOST'),
      ...(text('METRICS_PORT') !== '' && { gatewayPort: number('METRICS_PORT', 0) }),
      ...(text('WORKERS_METRICS_PORT') !== '' && { workersPort: number('WORKERS_METRICS_PORT', 0) }),
    },
    tracesTo: env.OTEL_SDK_DISABLED === 'true' ? '' : text('OTEL_EXPORTER_OTLP_ENDPOINT').replace(/\/$/, ''),
    ownDateMarginMs: Math.round((number('OWN_DATE_MARGIN_HOURS') * HOUR_MS) / timeScale),
    breakGlassMs: Math.round(HOUR_MS / timeScale),
    findings: text('FINDINGS') === 'on',
    indicators: text('INDICATORS') === 'on',
    watchEveryMs: Math.max(SECOND_MS, Math.round(number('WATCH_EVERY_MS', SECOND_MS) / timeScale)),
    auditCheckpoints: { signingKey: text('AUDIT_SIGNING_KEY'), folder: text('AUDIT_CHECKPOINTS') },
    pages: {
      publicUrl: text('PUBLIC_URL').replace(/\/$/, ''),
      smtpUrl: text('SMTP_URL'),
      mailFrom: text('MAIL_FROM'),
      smsUrl: text('SMS_URL'),
      smsToken: text('SMS_TOKEN'),
      correctableMs: time('PAGE_CORRECTABLE_MS'),
    },
    trustedProxies: proxies(),
    bodyMaxBytes: number('BODY_MAX_BYTES', 1_000),
    ...mllpSettings({ text, number, wrong }),
    logLevel: text('LOG_LEVEL'),
  };
  if (wrong.length > 0)
    throw new GatewayError(
      'internal',
      `settings to correct (see .env.example):\n  ${[...new Set(wrong)].join('\n  ')}`,
    );
  return config;
}

/** An address, a network or a name that Express knows. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}
