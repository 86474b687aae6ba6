import type { Role } from '../../gateway/access/roles.ts';
import { ROUTES } from '../../gateway/doors/http/openapi-routes.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';
import { anAnswer, anIncident } from './concept-examples.ts';
import type { KnownReads } from './known-reads.ts';
import { isAboutRequest, type KnownWrites, smallest } from './known-writes.ts';

export type Known = KnownReads & { readonly hidden: KnownWrites };

/** How one route that is not a GET is tried with a number that is hidden from the caller. */
export interface WriteWalk {
  /** A person of the centre in this part, a partner, or another centre’s program. */
  readonly by: Role | 'partner' | 'another-centre' | 'program';
  readonly call: (
    known: Known,
    number: string,
  ) => { readonly path: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };
  readonly hidden: (known: Known) => string;
  /** What a free number answers, and a hidden one like it. */
  readonly status: number;
  /**
   * A number that stands for something that is hidden from nobody: where writing to a free one makes something, the hidden one is told as this
   * one (docs/authorization.md).
   */
  readonly taken?: (known: Known) => string;
  /** Where the hidden thing is read by a program, before and after: the same. */
  readonly stands?: (known: Known) => string;
}

/** Why nothing can be hidden under the numbers of a route. */
type NothingHidden = string;

const by =
  (path: (number: string) => string, body?: (known: Known, number: string) => unknown): WriteWalk['call'] =>
  (known, number) => ({ path: path(number), ...(body !== undefined && { body: body(known, number) }) });

const legal = ({ hidden }: Known): string => hidden.legal;
const named = (map: ReadonlyMap<string, string>, plural: string): string => map.get(plural) ?? '';

/** By its address, or by the id in the body. */
const written = (method: 'put' | 'post', plural: string, child: (known: Known) => string, request?: string) =>
  by(
    (number) => `/v1/${plural}${method === 'put' ? `/${number}` : ''}`,
    (known, number) => ({ ...smallest(plural, number, child(known), request), version: 2 }),
  );

const ofHidden = ({ hidden }: Known): string => hidden.child;

/** Each concept, by `PUT` and by `POST`. */
const conceptWalks = (method: 'put' | 'post') =>
  Object.fromEntries(
    Object.values(CONCEPT_PLURALS).map((plural) => {
      const path = method === 'put' ? `/v1/${plural}/{id}` : `/v1/${plural}`;
      const route = ROUTES.find((one) => one.method === method && one.path === path);
      return [route?.operationId ?? path, walksOf(method, plural)] as const;
    }),
  );

function walksOf(method: 'put' | 'post', plural: string): readonly WriteWalk[] | NothingHidden {
  if (plural === 'mother-files') return 'only the pivot writes them, who may know of all; the other centre has none';
  if (isAboutRequest(plural)) {
    const role = plural === 'enrolments' || plural === 'appointments' ? 'reception' : 'clinical';
    return [
      {
        by: role,
        call: written(method, plural, ofHidden, 'demande'),
        hidden: ({ hidden }) => named(hidden.about, plural),
        taken: ({ hidden }) => named(hidden.taken, plural),
        status: 409,
        stands: ({ hidden }) => `/v1/${plural}/${named(hidden.about, plural)}`,
      },
      {
        by: role,
        // About a request: what is hidden is what it names.
        call: (known, number) => {
          const id = `${number}-${method}-${plural}`;
          const body = smallest(plural, id, known.hidden.child, number);
          return { path: `/v1/${plural}${method === 'put' ? `/${id}` : ''}`, body, headers: { prefer: 'wait=3' } };
        },
        hidden: legal,
        status: 202,
        stands: ({ hidden }) => `/v1/legal-referrals/${hidden.legal}`,
      },
    ];
  }
  const ofRequests: Readonly<Record<string, WriteWalk>> = {
    'legal-referrals': {
      by: 'legal',
      call: written(method, plural, ofHidden),
      hidden: ({ hidden }) => hidden.service,
      taken: ({ hidden }) => named(hidden.taken, plural),
      status: 409,
      stands: ({ hidden }) => `/v1/service-referrals/${hidden.service}`,
    },
    consents: {
      by: 'clinical',
      call: written(method, plural, ofHidden),
      hidden: ({ hidden }) => named(hidden.about, plural),
      taken: ({ hidden }) => named(hidden.taken, plural),
      status: 409,
      stands: ({ hidden }) => `/v1/consents/${named(hidden.about, plural)}`,
    },
  };
  const request: WriteWalk = {
    by: 'clinical',
    call: written(method, plural, ofHidden),
    hidden: legal,
    taken: ({ hidden }) => named(hidden.taken, 'service-referrals'),
    status: 409,
    stands: ({ hidden }) => `/v1/legal-referrals/${hidden.legal}`,
  };
  const others: WriteWalk = {
    by: 'program',
    call: (known, number) =>
      written(method, plural, () => (plural === 'care-circles' ? `${number}-x` : known.hidden.child))(known, number),
    hidden: ({ hidden }) => named(hidden.elsewhere, `${method} ${plural}`),
    status: 201,
  };
  const own = ofRequests[plural];
  if (own !== undefined) return [own];
  return [plural === 'service-referrals' || plural === 'social-prescriptions' ? request : others];
}

const previews = Object.fromEntries(
  ['SocialPrescription', 'LegalReferral', 'ServiceReferral'].map((name) => {
    const plural =
      { SocialPrescription: 'social-prescriptions', LegalReferral: 'legal-referrals' }[name] ?? 'service-referrals';
    const isLegal = name === 'LegalReferral';
    const walk: WriteWalk = {
      by: isLegal ? 'legal' : 'clinical',
      call: by(
        () => `/v1/${plural}/_preview`,
        (known, number) => ({ ...smallest(plural, number, known.hidden.child), recipient: 'clsc-hochelaga' }),
      ),
      hidden: isLegal ? ({ hidden }) => hidden.service : legal,
      status: 200,
    };
    return [`preview${name}`, [walk]] as const;
  }),
);

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
  previewCareCircle: [
    {
      by: 'clinical',
      call: by(
        () => '/v1/care-circles/_preview',
        (_known, number) => smallest('care-circles', number, `${number}-x`),
      ),
      hidden: ({ hidden }) => named(hidden.elsewhere, 'put care-circles'),
      status: 200,
    },
  ],
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
