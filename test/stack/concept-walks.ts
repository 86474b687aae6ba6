import type { Role } from '../../gateway/access/roles.ts';
import { ROUTES } from '../../gateway/doors/http/openapi-routes.ts';
import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';
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
export type NothingHidden = string;

export const by =
  (path: (number: string) => string, body?: (known: Known, number: string) => unknown): WriteWalk['call'] =>
  (known, number) => ({ path: path(number), ...(body !== undefined && { body: body(known, number) }) });

export const legal = ({ hidden }: Known): string => hidden.legal;
export const named = (map: ReadonlyMap<string, string>, plural: string): string => map.get(plural) ?? '';

/** By its address, or by the id in the body. */
const written = (method: 'put' | 'post', plural: string, child: (known: Known) => string, request?: string) =>
  by(
    (number) => `/v1/${plural}${method === 'put' ? `/${number}` : ''}`,
    (known, number) => ({ ...smallest(plural, number, child(known), request), version: 2 }),
  );

const ofHidden = ({ hidden }: Known): string => hidden.child;

/** Each concept, by `PUT` and by `POST`. */
export const conceptWalks = (method: 'put' | 'post') =>
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

const requestPreviews = Object.fromEntries(
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

/** What would be seen of a request, or would end under a label, before it is written. */
export const previews: Readonly<Record<string, readonly WriteWalk[]>> = {
  ...requestPreviews,
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
};
