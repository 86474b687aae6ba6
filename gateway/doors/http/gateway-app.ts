import { randomBytes, randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import express, { type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { conceptChecker } from '../../../profiles/check-concept.ts';
import { loadCapabilityStatement } from '../../../profiles/load-capability-statement.ts';
import type { AccessSettings } from '../../access/access-settings.ts';
import type { ClientLimits } from '../../access/client-limits.ts';
import { isOn } from '../../access/switches.ts';
import type { Audit } from '../../audit/audit.ts';
import type { RefusalBook } from '../../audit/refusal-book.ts';
import type { RegisterReader } from '../../audit/register-reader.ts';
import type { GlassDesk } from '../../break-glass/glass-desk.ts';
import type { FindingsDesk } from '../../continuity/findings-desk.ts';
import type { LedgerReader } from '../../continuity/ledger-reader.ts';
import type { OpenLoops } from '../../continuity/open-loops.ts';
import type { PublishedIndicators } from '../../continuity/published-indicators.ts';
import type { PreviewCircle } from '../../disclosure/circle-preview.ts';
import type { CollectedAnswers } from '../../disclosure/collected-answers.ts';
import type { CollectedRequests } from '../../disclosure/collected-requests.ts';
import type { Disclosures } from '../../disclosure/disclosure.ts';
import type { LegalReferralKnown } from '../../disclosure/legal-referral-known.ts';
import type { PreviewRequest } from '../../disclosure/request-preview.ts';
import type { ShownBook } from '../../disclosure/shown-book.ts';
import type { RefusalDesk } from '../../existence-refusals/refusal-desk.ts';
import type { ChildrenShown } from '../../facade/children-shown.ts';
import type { Facade } from '../../facade/facade.ts';
import type { Hearing } from '../../hearing/hear.ts';
import type { WordsDesk } from '../../hearing/words-desk.ts';
import type { IncidentBook } from '../../incidents/incident-book.ts';
import type { Changes } from '../../lanes/changes.ts';
import type { Exchanges } from '../../lanes/exchanges.ts';
import type { Intake } from '../../lanes/intake.ts';
import type { Pressure } from '../../lanes/pressure.ts';
import type { AlertBook } from '../../operations/alerts.ts';
import type { Operations } from '../../operations/operations.ts';
import { pageLimits } from '../../partner-page/page-limits.ts';
import type { PageParts } from '../../partner-page/page-parts.ts';
import { pageSessions } from '../../partner-page/sessions.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import type { InboundReader } from '../../record/inbound-reader.ts';
import type { LoopReader } from '../../record/loop-reader.ts';
import type { RecordReader } from '../../record/record-reader.ts';
import type { RequestFinder } from '../../record/request-finder.ts';
import type { TimelineReader } from '../../record/timeline-reader.ts';
import type { Registry } from '../../registry.ts';
import type { FileDestroyer } from '../../retention/file-destroyer.ts';
import type { TiesDesk } from '../../ties/ties-desk.ts';
import { boardPages } from '../board/board-pages.ts';
import { centrePages } from '../centre-page/centre-pages.ts';
import type { PageActDeps } from '../partner-page/page-acts.ts';
import { partnerPage } from '../partner-page/partner-page.ts';
import { alertRoutes } from './alert-routes.ts';
import { type AuthenticateDeps, authenticate, callerOf } from './authenticate.ts';
import { breakGlassRoutes } from './break-glass-routes.ts';
import { capabilityStatement } from './capability-statement.ts';
import { changeRoutes } from './change-routes.ts';
import { childRoutes } from './child-routes.ts';
import { childStandingRoutes } from './child-standing-routes.ts';
import { conceptApi, LETTERS_MAX_BYTES } from './concept-api.ts';
import { correctionRoutes } from './correction-routes.ts';
import { deadLetterRoutes } from './dead-letter-routes.ts';
import { errorAnswer, nothingHere } from './error-answer.ts';
import { exchangeRoutes } from './exchange-routes.ts';
import { existenceRefusalRoutes } from './existence-refusal-routes.ts';
import { facadeRoutes } from './facade-routes.ts';
import { findingRoutes } from './finding-routes.ts';
import { formBody } from './form-body.ts';
import { healthRoutes } from './health-routes.ts';
import { inTurn } from './in-turn.ts';
import { inboundRoutes } from './inbound-routes.ts';
import { incidentRoutes } from './incident-routes.ts';
import { indicatorRoutes } from './indicator-routes.ts';
import { jsonBody } from './json-body.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { loopRoutes } from './loop-routes.ts';
import { matchRoutes } from './match-routes.ts';
import { meRoute } from './me-route.ts';
import { refuseNoAddress, withAddress } from './no-address.ts';
import { accessBook, noteFacadeAccess } from './note-access.ts';
import { noteRefusalIn, refusalNoted } from './note-refusal.ts';
import { openApiRoute } from './openapi-route.ts';
import { ROUTES } from './openapi-routes.ts';
import { partnerBundleRoute } from './partner-bundle-route.ts';
import { partnerControlRoutes } from './partner-control-routes.ts';
import { partnerDirectoryRoute } from './partner-directory-route.ts';
import { partnerReadRoutes } from './partner-read-routes.ts';
import { partnerTaskRoutes } from './partner-task-routes.ts';
import { pathsTold } from './path-told.ts';
import { processMessageRoute } from './process-message-route.ts';
import { QUEUES_PATH } from './queue-board/queue-board.ts';
import { referencePage } from './reference-page.ts';
import { referralRoutes } from './referral-routes.ts';
import { registerRoutes } from './register-routes.ts';
import { requestForRole } from './request-for-role.ts';
import { requestLog } from './request-log.ts';
import { retentionRoutes } from './retention-routes.ts';
import { routeGuard } from './route-guard.ts';
import { smartConfiguration } from './smart-configuration.ts';
import type { TaskCursors } from './task-cursor.ts';
import { childTieRoutes, tieRoutes } from './tie-routes.ts';
import { validateRoute } from './validate-route.ts';
import { wordsRoutes } from './words-routes.ts';

export interface GatewayAppDeps extends AuthenticateDeps {
  readonly intake: Intake;
  readonly hearing: Hearing;
  readonly collected: CollectedRequests;
  readonly answered: CollectedAnswers;
  readonly book: ShownBook;
  readonly cursors: TaskCursors;
  readonly reader: RecordReader;
  readonly facade: Facade;
  readonly shown: ChildrenShown;
  readonly loops: LoopReader;
  readonly timelines: TimelineReader;
  readonly legalReferrals: LegalReferralKnown;
  readonly ledgers: LedgerReader;
  readonly findings: FindingsDesk;
  readonly openLoops: OpenLoops;
  readonly indicators: PublishedIndicators;
  readonly glass: GlassDesk;
  readonly ties: TiesDesk;
  readonly finder: RequestFinder;
  readonly inboundReader: InboundReader;
  readonly words: WordsDesk;
  readonly disclosures: Disclosures;
  readonly preview: PreviewRequest;
  readonly previewCircle: PreviewCircle;
  readonly audit: Audit;
  readonly refusals: Pick<RefusalBook, 'note'>;
  readonly register: RegisterReader;
  readonly destroyer: FileDestroyer;
  readonly incidents: IncidentBook;
  readonly existenceRefusals: RefusalDesk;
  readonly exchanges: Exchanges;
  readonly changes: Changes;
  readonly operations: Operations;
  readonly alerts: Pick<AlertBook, 'open' | 'closed'>;
  readonly store: FhirStore;
  readonly redis: Redis;
  readonly pressure: Pressure;
  readonly registry: Registry;
  readonly pages: PageParts;
  readonly access: () => AccessSettings;
  readonly limits: ClientLimits;
  /** How the queues stand, for operators with a browser. */
  readonly queueBoard: RequestHandler;
  /** How long an answer given on the secure page can be corrected. */
  readonly correctableMs: number;
  readonly trustedProxies: readonly string[];
  /** Where the gateway is reached, where that is configured; else empty. */
  readonly publicUrl: string;
  readonly bodyMaxBytes: number;
  readonly now: () => Date;
  readonly log: Logger;
}

const DEPTH_MAX = 32;
const PAGE_BODY_MAX_BYTES = 20_000;
const FORM_MAX_BYTES = 10_000;

/** The HTTP door: what a request goes through, in order, on one screen. */
export function gatewayApp(deps: GatewayAppDeps): RequestListener {
  const { log, store, loops, exchanges, changes, now } = deps;
  const check = conceptChecker({ now });
  const noteRefusal = noteRefusalIn(deps.refusals, ROUTES);
  const body = jsonBody({ sizeMaxBytes: deps.bodyMaxBytes, depthMax: DEPTH_MAX });
  const app = express();
  app.disable('x-powered-by').set('query parser', 'simple').set('etag', false);
  app.set('trust proxy', [...deps.trustedProxies]);

  const told = pathsTold(ROUTES.map(({ path }) => path));
  app.use(requestLog(log, told));
  // TLS, and with it HSTS, is given by the proxy in front: here they would break a plain-HTTP host.
  app.use(
    helmet({
      strictTransportSecurity: false,
      contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
    }),
  );
  app.use(refuseNoAddress);
  app.use(healthRoutes({ pressure: deps.pressure, store }));
  app.get('/openapi.json', openApiRoute({ serverUrl: '/' }));
  app.use('/reference', referencePage());
  const capabilities = loadCapabilityStatement();
  app.get(
    '/fhir/metadata',
    (_req, res) => void res.type('application/fhir+json').json(capabilityStatement(capabilities, now().toISOString())),
  );

  app.get(
    ['/.well-known/smart-configuration', '/fhir/.well-known/smart-configuration'],
    (_req, res) => void res.json(smartConfiguration(deps.access(), ROUTES)),
  );

  app.use('/centres', centrePages(deps));
  if (deps.registry.centres.some((centre) => isOn(centre, 'partnerPages')))
    app.use(
      '/p',
      securePage(deps, (answer) => check('answer', answer)),
    );

  app.use(QUEUES_PATH, deps.queueBoard);
  app.use('/board', boardPages(deps));

  app.use(noStore);
  app.use(authenticate(deps), limited(deps.limits), routeGuard(ROUTES));
  app.use(accessBook({ ...deps, newId: randomUUID }));
  app.get('/v1/me', meRoute(deps.registry));
  const withLetter = {
    ...deps,
    body: jsonBody({ sizeMaxBytes: deps.bodyMaxBytes + LETTERS_MAX_BYTES, depthMax: DEPTH_MAX }),
  };
  app.use('/v1', conceptApi({ ...deps, check, body, letterBody: withLetter.body, newId: randomUUID }));
  app.use('/v1/exchanges', exchangeRoutes({ exchanges, loops, store }));
  app.use('/v1/changes', changeRoutes(changes));
  app.use('/v1/children', childRoutes({ ...deps, check: (it) => check('child-search', it), body }));
  app.use('/v1/children', ledgerRoutes(deps));
  app.use('/v1/loops', loopRoutes(deps));
  app.use('/v1/children', childStandingRoutes(deps));
  app.use('/v1/children', childTieRoutes(deps));
  app.use('/v1/ties', tieRoutes({ ...deps, check, body }));
  app.use('/v1/findings', findingRoutes({ ...deps, check: (it) => check('finding-snooze', it), body }));
  app.use('/v1/indicators', indicatorRoutes(deps));
  app.use('/v1/referrals/:id', requestForRole(store));
  app.use('/v1/referrals', referralRoutes({ ...deps, check, body }));
  app.use('/v1/referrals', linkRoutes(deps));
  app.use('/v1/dead-letters', deadLetterRoutes({ ...deps.operations, body, now }));
  app.use('/v1/partner-directory', partnerDirectoryRoute(deps.registry));
  app.use('/v1/partners', partnerControlRoutes(deps.operations.control));
  app.use('/v1/register', registerRoutes({ ...deps, check, body }));
  app.use('/v1/corrections', correctionRoutes({ ...deps, check: (it) => check('correction-search', it), body }));
  app.use('/v1/retention', retentionRoutes({ ...deps, check: (it) => check('destruction', it), body }));
  app.use('/v1/incidents', incidentRoutes({ ...deps, check: (it) => check('incident', it), body }));
  app.use('/v1/existence-refusals', existenceRefusalRoutes({ ...deps, check, body }));
  app.use('/v1/break-glass', breakGlassRoutes({ ...deps, check, body }));
  app.use('/v1/alerts', alertRoutes(deps.alerts));
  const asked = { ...deps, body };
  app.use('/v1/inbound-referrals', inboundRoutes({ ...asked, check: (it) => check('answer', it) }));
  app.use('/v1/matches', matchRoutes({ ...asked, check: (it) => check('match-settlement', it) }));
  app.use('/v1/words', wordsRoutes({ ...asked, check: (it) => check('words-settlement', it) }));
  app.use('/fhir', validateRoute({ body }));
  app.use('/fhir', processMessageRoute({ ...withLetter, noteRefusal }));
  app.use('/fhir', partnerBundleRoute(withLetter));
  app.use(
    '/fhir',
    facadeRoutes({ ...deps, noteAccess: noteFacadeAccess, form: formBody({ sizeMaxBytes: FORM_MAX_BYTES }) }),
  );
  app.use('/fhir', partnerReadRoutes(deps));
  app.use('/fhir', partnerTaskRoutes({ ...withLetter, check: (it) => check('partner-task', it) }));

  app.use(nothingHere);
  app.use(refusalNoted(noteRefusal), errorAnswer(log));
  return inTurn(withAddress(app));
}

/** The page of partners that have no system; what it takes is small. */
function securePage({ pages, redis, disclosures, ...deps }: GatewayAppDeps, check: PageActDeps['check']): Router {
  return partnerPage({
    ...deps,
    ...pages,
    sessions: pageSessions({ redis, links: pages.links, randomBytes }),
    limits: pageLimits(redis),
    disclose: disclosures.disclose,
    check,
    body: jsonBody({ sizeMaxBytes: PAGE_BODY_MAX_BYTES, depthMax: 2 }),
    newId: randomUUID,
  });
}

/** Counted by client, so after it is known who calls. */
const limited =
  (limits: ClientLimits): RequestHandler =>
  async (_req, res, next) => {
    const caller = callerOf(res);
    if (caller !== undefined) await limits(caller);
    next();
  };

/** A child's file is never kept by a cache on the way. */
const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
