import { randomBytes, randomUUID } from 'node:crypto';
import { QueueEvents } from 'bullmq';
import type { Logger } from 'pino';
import { auditAccess } from './access/audit-access.ts';
import { clientLimits } from './access/client-limits.ts';
import { ACCESS_LOOK_MS, watchedAccess } from './access/watched-access.ts';
import { openAudit } from './audit/open-audit.ts';
import { openRefusalBook } from './audit/open-refusal-book.ts';
import { registerReader } from './audit/register-reader.ts';
import { glassDesk } from './break-glass/glass-desk.ts';
import { openingsIn } from './break-glass/openings.ts';
import type { Config } from './config.ts';
import { findingsDesk } from './continuity/findings-desk.ts';
import { ledgerReader } from './continuity/ledger-reader.ts';
import { openLoops } from './continuity/open-loops.ts';
import { publishedIndicators } from './continuity/published-indicators.ts';
import { answersToTell } from './disclosure/answers-to-tell.ts';
import { circlePreviews } from './disclosure/circle-preview.ts';
import { collectedAnswers } from './disclosure/collected-answers.ts';
import { collectedRequests } from './disclosure/collected-requests.ts';
import { deliveryStatuses } from './disclosure/deliveries.ts';
import { disclosures } from './disclosure/disclosure.ts';
import { legalReferralKnown } from './disclosure/legal-referral-known.ts';
import { requestPreviews } from './disclosure/request-preview.ts';
import { shelfInRedis } from './disclosure/shelf-in-redis.ts';
import { shownBook } from './disclosure/shown-book.ts';
import type { GatewayAppDeps } from './doors/http/gateway-app.ts';
import { queueBoard } from './doors/http/queue-board/queue-board.ts';
import { taskCursors } from './doors/http/task-cursor.ts';
import { refusalDesk } from './existence-refusals/refusal-desk.ts';
import { refusalSheets } from './existence-refusals/refusal-sheets.ts';
import { childrenShown } from './facade/children-shown.ts';
import { facade } from './facade/facade.ts';
import { pageCursors } from './facade/page-cursor.ts';
import { recordPages } from './facade/record-pages.ts';
import type { Hearing } from './hearing/hear.ts';
import { openHearing } from './hearing/open-hearing.ts';
import { wordsDesk } from './hearing/words-desk.ts';
import { incidentBook } from './incidents/incident-book.ts';
import { changeFeed } from './lanes/changes.ts';
import { exchanges } from './lanes/exchanges.ts';
import { holdsIn } from './lanes/holds.ts';
import { countedIntake, intake } from './lanes/intake.ts';
import { boundedIntake, pressure } from './lanes/pressure.ts';
import { holdLaneCount, LANE_QUEUE, lanePrefix, openQueues } from './lanes/queues.ts';
import { queuesTeller } from './lanes/queues-told.ts';
import { sealWith } from './lanes/sealing.ts';
import { alertBook } from './operations/alerts.ts';
import { type Metrics, metrics } from './operations/metrics.ts';
import { operations } from './operations/operations.ts';
import { pageParts } from './partner-page/page-parts.ts';
import type { Closer } from './process/closer.ts';
import { lookAgain } from './process/look-again.ts';
import { fhirStore } from './record/fhir-store.ts';
import { inboundReader } from './record/inbound-reader.ts';
import { loopReader } from './record/loop-reader.ts';
import { recordReader } from './record/record-reader.ts';
import { requestFinder } from './record/request-finder.ts';
import { taskMemory } from './record/task-memory.ts';
import { timelineReader } from './record/timeline-reader.ts';
import { connectRedis } from './redis/redis.ts';
import { openReplicas } from './redis/replicas.ts';
import type { Registry } from './registry.ts';
import { expunger } from './retention/expunger.ts';
import { fileDestroyer } from './retention/file-destroyer.ts';
import { namingsIn } from './ties/namings.ts';
import { newTieCode } from './ties/new-tie-code.ts';
import { sideLets } from './ties/side-lets.ts';
import { tieBook } from './ties/tie-book.ts';
import { tiesDesk } from './ties/ties-desk.ts';
import type { Traces } from './tracing/traces.ts';

/** What the doors are opened over. */
interface GatewayParts {
  /** What the HTTP door is given. */
  readonly parts: GatewayAppDeps;
  /** Takes what partners say, by whichever door. */
  readonly hearing: Hearing;
  readonly counts: Metrics;
}

interface MadeOf {
  readonly config: Config;
  readonly registry: Registry;
  readonly log: Logger;
  readonly traces: Traces;
  readonly closing: Closer;
}

/**
 * Everything that a gateway is made of, built once; what is opened is given to `closing`. Throws GatewayError when Redis cannot be had or the
 * number of lanes differs from what it holds.
 */
export async function gatewayParts({ config, registry, log, traces, closing }: MadeOf): Promise<GatewayParts> {
  const now = () => new Date();
  const access = await watchedAccess({ path: config.accessPath, registry, now, log, closing });
  const { verifyToken } = access;
  const redis = await connectRedis(config.redisUrl, log, closing);
  await holdLaneCount(redis, config.laneCount);

  const partners = registry.partners.map(({ id }) => id);
  const store = fhirStore({ baseUrl: config.hapiUrl, timeoutMs: config.hapiTimeoutMs });
  const queues = await openQueues(redis, config.laneCount, partners, closing, traces.telemetry);
  const laneEvents = Array.from({ length: config.laneCount }, (_, lane) => {
    const events = new QueueEvents(LANE_QUEUE, { connection: redis, prefix: lanePrefix(lane) });
    // Every answer that waits for a sync listens.
    events.setMaxListeners(0);
    events.on('error', (error) => log.warn({ lane, error: error.name }, 'lane events'));
    closing.add(() => events.close());
    return events;
  });
  await Promise.all(laneEvents.map((events) => events.waitUntilReady()));

  const { keptForSeconds } = config;
  const replicas = await openReplicas({ redis, acked: config.redisReplicasAcked, log, closing });
  const audit = await openAudit({ redis, replicas, store, keptForSeconds, log, closing });
  lookAgain({
    look: auditAccess({ redis, settings: access.settings, audit, now }),
    everyMs: ACCESS_LOOK_MS,
    failed: (error) =>
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'access file is not in the audit yet'),
    closing,
  });
  const refusals = openRefusalBook({ audit, newId: randomUUID, now, log, closing });
  const records = exchanges(redis, keptForSeconds);
  const seal = sealWith(config.sealingKeys);
  const holds = holdsIn(redis);
  const shown = disclosures({ store, registry, audit, holds, now });
  const statuses = deliveryStatuses(redis, keptForSeconds);
  const loops = loopReader({
    store,
    statuses,
    proposedAfter: (partner) => registry.partner(partner)?.proposes,
  });
  const operated = operations({
    redis,
    queues,
    exchanges: records,
    registry,
    seal,
    audit,
    triesMax: config.deliveryRetry.triesMax,
    now,
  });
  const centres = registry.centres.map(({ id }) => id);
  const alerts = alertBook({ redis, holdMs: config.alerts.holdMs, now });
  const told = queuesTeller({ queues, partners, centres, letters: operated.letters, alerts, now });
  const counts = metrics('gateway', told);
  const limits = pressure({
    redis,
    queues,
    ...(config.redisReplicasAcked > 0 && { replicas }),
    ...config.queueLimits,
    now: Date.now,
  });
  const durable = intake({
    redis,
    queues,
    exchanges: records,
    holds,
    seal,
    laneEvents: (lane) => {
      const events = laneEvents[lane];
      if (events === undefined) throw new RangeError(`no lane ${lane}`);
      return events;
    },
    replicas,
    keptForSeconds,
    laneLengthMax: config.laneLengthMax,
  });
  const taken = countedIntake(boundedIntake(durable, limits), counts);
  const finder = requestFinder({ redis, store, disclosures: shown, audit });
  const memory = taskMemory(redis, audit, keptForSeconds);
  const book = shownBook({ shelf: shelfInRedis(redis, keptForSeconds), now });
  const collected = collectedRequests({
    store,
    disclosures: shown,
    statuses,
    intake: taken,
    rememberTask: memory.remember,
    mayHaveArrived: memory.mayHaveArrived,
    book,
    now,
  });
  const answered = collectedAnswers({
    store,
    answers: answersToTell({ store, registry, audit, holds, now }),
    statuses,
    intake: taken,
    book,
    now,
  });
  const pages = pageParts({ redis, replicas, seal, disclosures: shown, closing });
  const heard = openHearing({ intake: taken, finder, redis, replicas, store, registry, seal, keptForSeconds, now });
  const recordInPages = recordPages({ baseUrl: config.hapiUrl, timeoutMs: config.hapiTimeoutMs });
  const parts: GatewayAppDeps = {
    facade: facade({ store, pages: recordInPages, cursors: pageCursors({ seal, now }) }),
    shown: childrenShown(now),
    pages,
    correctableMs: config.pages.correctableMs,
    trustedProxies: config.trustedProxies,
    publicUrl: config.pages.publicUrl,
    intake: taken,
    hearing: heard,
    collected,
    answered,
    book,
    cursors: taskCursors({ seal, now }),
    loops,
    timelines: timelineReader({ store, registry }),
    legalReferrals: legalReferralKnown({ store, registry, holds, now }),
    ledgers: ledgerReader({ store, registry, now }),
    findings: findingsDesk(store, now),
    openLoops: openLoops(store),
    indicators: publishedIndicators(store, registry),
    glass: glassDesk({
      store,
      registry,
      openings: openingsIn({ redis, replicas, keptForSeconds }),
      holds,
      audit,
      alerts,
      lastsMs: config.breakGlassMs,
      newId: randomUUID,
      now,
      log,
    }),
    ties: tiesDesk({
      registry,
      book: tieBook({ redis, replicas, seal, newField: randomUUID }),
      lets: sideLets({ store, registry, holds, now }),
      namings: namingsIn({ redis, registry, now }),
      audit,
      newCode: () => newTieCode(randomBytes),
      newId: randomUUID,
      now,
    }),
    reader: recordReader({ store, redis, exchanges: records, loops }),
    finder,
    inboundReader: inboundReader({ store, loops }),
    words: wordsDesk(redis, seal, keptForSeconds),
    disclosures: shown,
    preview: requestPreviews({ store, holds, disclosures: shown, now }),
    previewCircle: circlePreviews({ store, registry }),
    audit,
    refusals,
    register: registerReader({ store, redis, holds }),
    destroyer: fileDestroyer({
      store,
      redis,
      queues,
      seal,
      partners,
      expunger: expunger({ baseUrl: config.hapiUrl, timeoutMs: config.hapiTimeoutMs }),
      now,
    }),
    incidents: incidentBook({ store, registry, seal, now }),
    existenceRefusals: refusalDesk({
      store,
      registry,
      sheets: refusalSheets({ store, registry, seal, newId: randomUUID, now }),
    }),
    exchanges: records,
    changes: changeFeed(redis),
    operations: operated,
    alerts,
    queueBoard: queueBoard({ queues, partners, verifyToken }),
    pressure: limits,
    store,
    redis,
    registry,
    access: access.settings,
    verifyToken,
    limits: clientLimits(redis, { perMinute: config.clientCallsPerMinute }),
    bodyMaxBytes: config.bodyMaxBytes,
    now,
    log,
  };
  return { parts, hearing: heard, counts };
}
