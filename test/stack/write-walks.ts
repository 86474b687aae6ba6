import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { anAnswer, anIncident } from './concept-examples.ts';
import { by, conceptWalks, type Known, legal, type NothingHidden, previews, type WriteWalk } from './concept-walks.ts';

const ofRequest = (act: string, body?: unknown): readonly WriteWalk[] => [
  {
    by: 'clinical',
    call: by(
      (number) => `/v1/referrals/${number}/${act}`,
      () => body,
    ),
    hidden: legal,
    status: 404,
    stands: ({ hidden }) => `/v1/legal-referrals/${hidden.legal}`,
  },
];

const searched = (path: string, more: object = {}, status = 200): readonly WriteWalk[] => [
  {
    by: 'privacy',
    call: by(
      () => path,
      (_known, number) => ({ child: number, ...more }),
    ),
    hidden: ({ hidden }) => hidden.othersChild,
    status,
  },
];

const task = (number: string): object => ({
  resourceType: 'Task',
  identifier: [{ system: IDENTIFIERS.task, value: number }],
  status: 'accepted',
  intent: 'order',
  lastModified: '2026-11-22T01:00:00-05:00',
});
const othersTask = ({ othersNumber }: Known): string => othersNumber;
const MESSAGE = '6c1f7c52-3a0e-4b67-9d0c-6a4d2f1b8c55';

const ENTRY = '7d2a8c52-3a0e-4b67-9d0c-6a4d2f1b8c66';

const WHO_OPERATES = 'whoever operates sees all that there is';
const FINDS_OWN =
  'a search by what is said of somebody, not by a number; what it finds is walked by twins.test.ts and attacks.test.ts';

/** Every other route that needs a token, by its operation. */
export const WRITE_WALKS: Readonly<Record<string, readonly WriteWalk[] | NothingHidden>> = {
  ...conceptWalks('put'),
  ...conceptWalks('post'),
  ...previews,
  noteAnswer: ofRequest('answers', anAnswer('accepted')),
  noteDispatch: ofRequest('dispatches', {
    happenedAt: '2026-11-22T00:30:00-05:00',
    how: 'fax',
    recordedBy: 'la coordonnatrice',
  }),
  sendLink: ofRequest('links'),
  revokeLinks: ofRequest('links'),
  answerInboundReferral: [
    {
      by: 'clinical',
      call: by(
        (number) => `/v1/inbound-referrals/${number}/answers`,
        () => anAnswer('accepted'),
      ),
      hidden: legal,
      status: 404,
      stands: ({ hidden }) => `/v1/legal-referrals/${hidden.legal}`,
    },
  ],
  settleMatch: [
    {
      by: 'clinical',
      call: by(
        (number) => `/v1/matches/${number}`,
        ({ hidden }) => ({ child: hidden.child, decidedBy: 'Accueil' }),
      ),
      hidden: legal,
      status: 404,
    },
  ],
  settleWords: [
    {
      by: 'clinical',
      call: by(
        (number) => `/v1/words/${number}`,
        () => ({ drop: true, decidedBy: 'Accueil' }),
      ),
      hidden: ({ hidden }) => hidden.othersWords,
      status: 404,
    },
  ],
  snoozeFinding: [
    {
      by: 'another-centre',
      call: by(
        (number) => `/v1/findings/${number}/snooze`,
        () => ({ until: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10), reason: 'On se voit' }),
      ),
      hidden: ({ fhir }) => fhir.Task,
      status: 404,
    },
  ],
  closeDeadLetter: [
    {
      by: 'another-centre',
      call: by((number) => `/v1/dead-letters/${number}/close`),
      hidden: ({ letter }) => letter,
      status: 404,
    },
  ],
  openEmergencyAccess: [
    {
      by: 'reception',
      call: by(
        () => '/v1/break-glass',
        (_known, number) => ({ child: number, reason: 'safety' }),
      ),
      hidden: ({ hidden }) => hidden.othersChild,
      status: 404,
    },
  ],
  signOffEmergencyAccess: [
    {
      by: 'another-centre',
      call: by(
        (number) => `/v1/break-glass/${number}/sign-off`,
        () => ({ verdict: 'justified' }),
      ),
      hidden: ({ emergency }) => emergency,
      status: 404,
    },
  ],
  sayTie: searched('/v1/ties', { centre: 'petits-renards' }, 404),
  confirmTie: searched('/v1/ties/confirm', { centre: 'petits-renards', code: '0000-0000-0000-0000' }, 404),
  endTie: searched('/v1/ties/end', { centre: 'petits-renards' }, 404),
  writeIncident: [
    {
      by: 'privacy',
      call: by(
        (number) => `/v1/incidents/${number}`,
        ({ child }) => anIncident(child),
      ),
      hidden: ({ hidden }) => hidden.othersIncident,
      status: 201,
    },
  ],
  recordExistenceRefusal: [
    {
      by: 'privacy',
      call: by(
        () => '/v1/existence-refusals',
        (_known, number) => ({
          child: number,
          member: 'mere',
          decidedBy: 'rprp',
          basis: 'serious-harm',
          from: '2026-11-01',
        }),
      ),
      hidden: ({ hidden }) => hidden.othersChild,
      status: 404,
    },
  ],
  searchExistenceRefusals: searched('/v1/existence-refusals/_search'),
  revokeExistenceRefusal: searched(`/v1/existence-refusals/${ENTRY}/revoke`, { decidedBy: 'rprp' }, 404),
  destroyFile: searched('/v1/retention/destructions', { why: 'retention-over', decision: 'DEC-1' }, 404),
  searchRegister: searched('/v1/register/_search'),
  reviewRegisterExtract: searched('/v1/register/_review', { for: 'parent', reviewedBy: 'La responsable' }),
  printRegisterExtract: searched('/v1/register/_page', { for: 'parent', reviewedBy: 'La responsable' }),
  searchCorrections: searched('/v1/corrections/_search', {}, 404),
  searchChildren: FINDS_OWN,
  facadeSearchByPost: FINDS_OWN,
  validateResource: 'nothing is looked up nor kept',
  replayDeadLetters: WHO_OPERATES,
  pausePartner: WHO_OPERATES,
  resumePartner: WHO_OPERATES,
  partnerAnswer: [
    {
      by: 'partner',
      call: by(
        (number) => `/fhir/Task?identifier=${IDENTIFIERS.task}|${number}`,
        (_known, number) => task(number),
      ),
      hidden: othersTask,
      status: 404,
    },
  ],
  updateTask: [
    {
      by: 'partner',
      call: by(
        (number) => `/fhir/Task/${number}`,
        (_known, number) => task(number),
      ),
      hidden: othersTask,
      status: 404,
    },
  ],
  partnerBundle: [
    {
      by: 'partner',
      call: by(
        () => '/fhir',
        (_known, number) => ({
          resourceType: 'Bundle',
          type: 'collection',
          entry: [{ fullUrl: `urn:uuid:${ENTRY}`, resource: task(number) }],
        }),
      ),
      hidden: othersTask,
      status: 404,
    },
  ],
  processMessage: [
    {
      by: 'partner',
      call: by(
        () => '/fhir/$process-message',
        (_known, number) => ({
          resourceType: 'Bundle',
          type: 'message',
          timestamp: '2026-11-22T01:00:00-05:00',
          entry: [
            {
              fullUrl: `urn:uuid:${MESSAGE}`,
              resource: {
                resourceType: 'MessageHeader',
                id: MESSAGE,
                eventCoding: { system: 'https://clsc.example/events', code: 'answer' },
                source: { endpoint: 'https://clsc.example' },
              },
            },
            { fullUrl: `urn:uuid:${ENTRY}`, resource: task(number) },
          ],
        }),
      ),
      hidden: othersTask,
      status: 404,
    },
  ],
};
