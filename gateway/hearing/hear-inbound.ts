import type { Redis } from 'ioredis';
import { uuidOf } from '../../mappings/concepts/identity.ts';
import type { Heard, RequestNumber } from '../../mappings/dialects/dialect.ts';
import { inboundReferralFrom } from '../../mappings/dialects/inbound-referral-from.ts';
import { lettersHeard } from '../../mappings/dialects/letters-heard.ts';
import type { InboundEvent, SaidOfInbound } from '../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Issue } from '../../profiles/issue.ts';
import { GatewayError } from '../failures.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { Partner, Registry } from '../registry.ts';
import { letterPlaceIn } from './letter-event.ts';

type RequestHeard = Extract<Heard, { readonly kind: 'request' }>;

/** An inbound referral that is known here: its number and the centre that is asked. */
export interface KnownInbound {
  readonly referral: string;
  readonly centre: string;
}

export interface InboundHearing {
  /** A request as an event of its own lane, checked like any concept. Throws `invalidInput` with everything that is wrong. */
  asked(
    partner: Partner,
    heard: RequestHeard,
    exchangeId: string,
  ): Promise<{ event: InboundEvent; issues: readonly Issue[] }>;
  /** What is said later of a request that this partner made. */
  saidOf(partner: Partner, known: KnownInbound, said: SaidOfInbound, exchangeId: string): InboundEvent;
  /** The request that this partner knows under that number; undefined when it made none. */
  find(partner: Partner, number: RequestNumber): Promise<KnownInbound | undefined>;
}

export interface InboundHearingDeps {
  readonly redis: Redis;
  readonly store: FhirStore;
  readonly registry: Registry;
  /** All that is wrong with an inbound referral. */
  readonly check: (referral: unknown) => readonly Issue[];
  readonly keptForSeconds: number;
  readonly now: () => Date;
}

export function inboundHearing(deps: InboundHearingDeps): InboundHearing {
  const { redis, store, registry, check, keptForSeconds, now } = deps;

  const eventOf = (
    partner: Partner,
    { centre, referral }: KnownInbound,
    said: SaidOfInbound,
    exchangeId: string,
  ): InboundEvent => ({
    kind: 'inbound',
    exchangeId,
    centre,
    recordedAt: now().toISOString(),
    sender: partner.id,
    referral,
    names: { centre: registry.centre(centre)?.name.fr ?? centre, sender: partner.name.fr },
    said,
  });

  return {
    async asked(partner, heard, exchangeId) {
      const referral = referralNumber(partner, heard.request.number);
      const centre = centreAsked(registry, partner, heard.centre);
      const read = inboundReferralFrom(heard, { centre, sender: partner.id, recordedAt: now().toISOString() });
      const { letters, issues: unkept } = lettersHeard(heard.request.letters, {
        happenedAt: read.referral.happenedAt,
        placeOf: letterPlaceIn(partner.dialect),
      });
      const issues = [...read.issues, ...unkept, ...check({ ...read.referral, id: referral })];
      if (issues.some(({ severity }) => severity === 'error'))
        throw new GatewayError('invalidInput', 'not a valid inbound referral', { issues });
      await redis.set(redisKeys.inboundCentre(referral), centre, 'EX', keptForSeconds);
      const said = { what: 'asked', referral: read.referral, ...(letters.length > 0 && { letters }) } as const;
      return { event: eventOf(partner, { centre, referral }, said, exchangeId), issues };
    },

    saidOf: eventOf,

    async find(partner, number) {
      const referral = referralNumber(partner, number);
      const known = await redis.get(redisKeys.inboundCentre(referral));
      if (known !== null) return { referral, centre: known };
      const systems = registry.centres.map(({ id }) => IDENTIFIERS.request(id));
      const [found] = await store.search('ServiceRequest', {
        identifier: systems.map((system) => identifierToken(system, referral)).join(','),
      });
      const centre = registry.centres.find(
        ({ id }) =>
          found?.resourceType === 'ServiceRequest' &&
          found.identifier?.some(({ system }) => system === IDENTIFIERS.request(id)),
      );
      return centre === undefined ? undefined : { referral, centre: centre.id };
    },
  };
}

/** Our number for it: two senders who number alike have two. Throws `invalidInput` for an empty number, which would be everybody's. */
function referralNumber(partner: Partner, { system = '', value }: RequestNumber): string {
  if (value.trim() === '') throw new GatewayError('invalidInput', 'an empty number', { issues: [NO_NUMBER] });
  return uuidOf('inbound', partner.id, system, value);
}

/** The centre that the message names, if it is one of ours, else the one that this partner refers to, else the only one. */
function centreAsked(registry: Registry, partner: Partner, named: string | undefined): string {
  const [only, ...others] = registry.centres;
  const isOurs = named !== undefined && registry.centre(named) !== undefined;
  const asked = isOurs ? named : (partner.refersTo ?? (others.length === 0 ? only?.id : undefined));
  const centre = asked === undefined ? undefined : registry.centre(asked);
  if (centre === undefined) throw new GatewayError('invalidInput', 'which centre is asked', { issues: [NO_CENTRE] });
  return centre.id;
}

const NO_NUMBER: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'Task.identifier',
  text: {
    fr: 'Donnez à la demande un numéro qui vous est propre : la réponse le nommera.',
    en: 'Give the request a number of your own: the answer will name it.',
  },
};

const NO_CENTRE: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'Task.owner',
  text: {
    fr: 'Dites à quel centre la demande s’adresse, par son identifiant au registre : plusieurs la reçoivent ici.',
    en: 'Say which centre the request is for, by its id in the registry: several receive them here.',
  },
};
