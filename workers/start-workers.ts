import type { Logger } from 'pino';
import { openAudit } from '../gateway/audit/open-audit.ts';
import { openingsIn } from '../gateway/break-glass/openings.ts';
import type { Config } from '../gateway/config.ts';
import { answersToTell } from '../gateway/disclosure/answers-to-tell.ts';
import { deliveryStatuses } from '../gateway/disclosure/deliveries.ts';
import { deliveryTries } from '../gateway/disclosure/delivery-tries.ts';
import { disclosures, mayBeShown } from '../gateway/disclosure/disclosure.ts';
import { startMetricsDoor } from '../gateway/doors/http/start-metrics-door.ts';
import { openHearing } from '../gateway/hearing/open-hearing.ts';
import { changeFeed } from '../gateway/lanes/changes.ts';
import { exchanges } from '../gateway/lanes/exchanges.ts';
import { holdsIn } from '../gateway/lanes/holds.ts';
import { countedIntake, intake } from '../gateway/lanes/intake.ts';
import { sealEvent } from '../gateway/lanes/lane-envelope.ts';
import { numbersIn } from '../gateway/lanes/numbers.ts';
import { type DeliveryJob, holdLaneCount, LANE_JOB, laneKey, laneOf, openQueues } from '../gateway/lanes/queues.ts';
import { sealWith } from '../gateway/lanes/sealing.ts';
import { metrics } from '../gateway/operations/metrics.ts';
import { pageParts } from '../gateway/partner-page/page-parts.ts';
import { closer } from '../gateway/process/closer.ts';
import { tellTimeScale } from '../gateway/process/time-scale.ts';
import { fhirStore } from '../gateway/record/fhir-store.ts';
import { requestFinder } from '../gateway/record/request-finder.ts';
import { taskMemory } from '../gateway/record/task-memory.ts';
import { connectRedis } from '../gateway/redis/redis.ts';
import { openReplicas } from '../gateway/redis/replicas.ts';
import type { Registry } from '../gateway/registry.ts';
import { deadLetters } from '../gateway/set-aside/dead-letters.ts';
import { namingsIn } from '../gateway/ties/namings.ts';
import { NO_TRACES, type Traces } from '../gateway/tracing/traces.ts';
import { present } from '../mappings/concepts/present.ts';
import type { DispatchEvent } from '../mappings/domain/lane-events.ts';
import { startCheckpoints } from './audit/start-checkpoints.ts';
import { startMovingAudit } from './audit/start-moving-audit.ts';
import { connectorsOf } from './connectors/connectors.ts';
import { pageChannels } from './connectors/page-channels.ts';
import { tracedConnectors } from './connectors/traced-connectors.ts';
import { countedLetters } from './counted.ts';
import { circuitsOf, NEVER_HELD } from './deliver/circuits.ts';
import { deliverAnswer } from './deliver/deliver-answer.ts';
import { deliverByPage } from './deliver/deliver-by-page.ts';
import { deliverRequest } from './deliver/deliver-request.ts';
import { enqueueDelivery, pendingDelivery, startDeliveryWorker } from './deliver/delivery-worker.ts';
import { hearReply } from './deliver/hear-reply.ts';
import { ownDateGuard } from './deliver/own-date-guard.ts';
import { sendOnce } from './deliver/send-once.ts';
import { startFindings } from './findings/start-findings.ts';
import { startIndicators } from './indicators/start-indicators.ts';
import { announceRequest } from './page/announce-request.ts';
import { startPage } from './page/start-page.ts';
import { startPolling } from './poll/start-polling.ts';
import { laneMemory } from './sync/lane-memory.ts';
import { startLaneWorker } from './sync/lane-worker.ts';
import { processLaneEvent } from './sync/process-lane-event.ts';
import { besideLane, startBesideWorker } from './sync/wait-beside.ts';
import { auditSwitches } from './watch/audit-switches.ts';
import { isEventPending } from './watch/is-event-pending.ts';
import { lateRequests } from './watch/late-requests.ts';
import { openingsAgain } from './watch/openings-again.ts';
import { reconciler } from './watch/reconcile.ts';
import { reconcileMemory } from './watch/reconcile-memory.ts';
import { startAlerts } from './watch/start-alerts.ts';
import { startWatch } from './watch/start-watch.ts';
import { tagRecord } from './watch/tag-record.ts';

export interface Workers {
  /** Where Prometheus reads what this process counted, when that is on. */
  readonly metricsUrl?: string;
  /** Finishes what is being done, then stops. */
  stop(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** Starts every worker of this process: lanes, events that wait, deliveries, the watch. Any number of processes may do so. */
export async function startWorkers({
  config,
  registry,
  log,
  traces = NO_TRACES,
}: {
  config: Config;
  registry: Registry;
  log: Logger;
  traces?: Traces;
}): Promise<Workers> {
  const closing = closer({ withinMs: config.drainWithinMs });
  try {
    tellTimeScale(config.timeScale, log);
    const connection = await connectRedis(config.redisUrl, log, closing);
    const redis = connection;
    const now = () => new Date();
    const store = fhirStore({ baseUrl: config.hapiUrl, timeoutMs: config.hapiTimeoutMs });
    await holdLaneCount(redis, config.laneCount);
    const queues = await openQueues(
      connection,
      config.laneCount,
      registry.partners.map(({ id }) => id),
      closing,
      traces.telemetry,
    );
    const seal = sealWith(config.sealingKeys);
    const records = exchanges(redis, config.keptForSeconds);
    const changes = changeFeed(redis);
    const statuses = deliveryStatuses(redis, config.keptForSeconds);
    const counts = metrics('workers');
    const letters = countedLetters(
      deadLetters({
        redis,
        seal,
        exchanges: records,
        laneCount: config.laneCount,
        about: (task) => finder.taskFacts(task),
      }),
      counts,
    );
    const deliver = enqueueDelivery({ queues, registry, retry: config.deliveryRetry, letters, now });
    const traced = present({ telemetry: traces.telemetry });
    const shared = { ...traced, connection, redis, exchanges: records, letters, store, queues, now, log, closing };

    const holds = holdsIn(redis);
    const replicas = await openReplicas({ redis, acked: config.redisReplicasAcked, log, closing });
    const { keptForSeconds, laneLengthMax } = config;
    const audit = await openAudit({ redis, replicas, store, keptForSeconds, log, closing });
    const shown = disclosures({ store, registry, audit, holds, now });

    for (let lane = 0; lane < config.laneCount; lane += 1) {
      const waits = { lookAgainMs: config.besideLookAgainMs, waitMaxMs: config.besideMaxMs };
      const beside = besideLane({ ...shared, ...waits }, lane);
      const process = processLaneEvent({
        store,
        seal,
        exchanges: records,
        holds,
        numbers: numbersIn(redis, config.keptForSeconds),
        changes,
        letters,
        deliver,
        mayBeShown: mayBeShown(registry),
        missingBasis: async (task) => {
          const kept = await shown.read(task);
          return kept === undefined ? [] : shown.missing(kept);
        },
        waitBeside: beside.wait,
        arrived: beside.arrived,
        memory: laneMemory(now),
        now,
        log,
      });
      startLaneWorker({ ...shared, process, lockMs: config.lockMs }, lane);
      startBesideWorker(shared, lane);
    }

    const receipt = async (event: DispatchEvent): Promise<void> => {
      await queues
        .lane(laneOf(laneKey(event), config.laneCount))
        .add(
          'event',
          { exchangeId: event.exchangeId, sealed: sealEvent(seal, event) },
          { ...LANE_JOB, jobId: event.exchangeId },
        );
    };
    const connectors = tracedConnectors(connectorsOf(registry, { config }), registry, traces);
    closing.add(() => {
      for (const connector of connectors.values()) connector.close?.();
    });
    const taken = countedIntake(
      intake({ redis, queues, exchanges: records, holds, seal, replicas, keptForSeconds, laneLengthMax }),
      counts,
    );
    const finder = requestFinder({ redis, store, disclosures: shown, audit });
    const heard = openHearing({ intake: taken, finder, redis, replicas, store, registry, seal, keptForSeconds, now });
    const memory = taskMemory(redis, audit, keptForSeconds);
    const rememberTask = memory.remember;
    const pages = pageParts({ redis, replicas, seal, disclosures: shown, closing });
    const channels = pageChannels(config, registry);
    const byPage = deliverByPage({
      announce: announceRequest({ ...shown, redis, links: pages.links, channels, keptForSeconds }),
      rememberTask,
      statuses,
      receipt,
      now,
      log,
    });
    startPage({ ...shared, pages, channels, disclosures: shown, byPage, finder, intake: taken });
    const hold = (partner: string, forMs: number) => queues.delivery(partner).rateLimit(forMs);
    const circuits = circuitsOf(registry, { redis, counts, hold, ...config.circuit });
    const send = sendOnce(deliveryTries(redis, keptForSeconds));
    const hear = hearReply({ hearing: heard, letters, now });
    const connector = (partner: string) => {
      const open = connectors.get(partner);
      return open && circuits.get(partner)?.guard(open);
    };
    const deliverOne = deliverRequest({
      disclosures: shown,
      hear,
      statuses,
      connector,
      sendOnce: send,
      byPage,
      prepareTask: memory.prepare,
      mayHaveArrived: memory.mayHaveArrived,
      receipt,
      now,
      log,
    });
    const answerOne = deliverAnswer({
      answers: answersToTell({ store, registry, audit, holds, now }),
      hear,
      statuses,
      connector,
      sendOnce: send,
      receipt,
      now,
      log,
    });
    const deliverAny = (job: DeliveryJob, signal: AbortSignal) =>
      job.about === 'answer' ? answerOne(job, signal) : deliverOne(job, signal);
    for (const partner of registry.partners)
      startDeliveryWorker(
        {
          ...shared,
          deliver: deliverAny,
          statuses,
          circuit: circuits.get(partner.id) ?? NEVER_HELD,
          comesTooLate: ownDateGuard({ disclosures: shown, marginMs: config.ownDateMarginMs }),
          onFailure: counts.notDelivered,
          retry: config.deliveryRetry,
          random: Math.random,
        },
        partner,
      );

    await startPolling({ ...shared, registry, config, hearing: heard });
    const memoryOfLooks = reconcileMemory(redis);
    const reconcile = reconciler({
      ...shared,
      registry,
      deliver,
      isPending: pendingDelivery(queues, registry),
      memory: memoryOfLooks,
      wholeEveryMs: DAY_MS / config.timeScale,
    });
    const isPending = isEventPending({ ...shared, laneCount: config.laneCount });
    const findLate = lateRequests({
      ...shared,
      registry,
      statuses,
      marginMs: config.ownDateMarginMs,
      waitMaxMs: Math.max(config.deliveryRetry.capMs, config.circuit.openMaxMs),
      graceMs: config.watchEveryMs,
    });
    const tellSwitches = auditSwitches({ redis, registry, audit, now });
    const namings = namingsIn({ redis, registry, now });
    const openAgain = openingsAgain({
      ...shared,
      openings: openingsIn({ redis, replicas, keptForSeconds }),
      lastsMs: config.breakGlassMs,
      everyMs: DAY_MS / config.timeScale,
    });
    const tag = tagRecord({ ...shared, everyMs: DAY_MS / config.timeScale });
    const look = async (signal: AbortSignal) => {
      await tag(signal);
      await holds.liftOrphans(isPending, now());
      await findLate(signal);
      await reconcile(signal);
      await tellSwitches();
      await namings.notice();
      await openAgain();
    };
    await startWatch({ connection, look, everyMs: config.watchEveryMs, log, closing });
    await startMovingAudit({ ...shared, hapiTimeoutMs: config.hapiTimeoutMs });
    await startCheckpoints({ ...shared, config, everyMs: DAY_MS / config.timeScale });
    await startAlerts({ ...shared, registry, config });
    await startFindings({ ...shared, registry, audit, config });
    await startIndicators({ ...shared, registry, config });
    const { host, workersPort: port } = config.metrics;
    const metricsUrl =
      port === undefined ? undefined : await startMetricsDoor({ metrics: counts, host, port, log, closing });
    log.info({ lanes: config.laneCount }, 'workers are running');
    return { ...(metricsUrl !== undefined && { metricsUrl }), stop: closing.close };
  } catch (error) {
    await closing.close();
    throw error;
  }
}
