import type { Redis } from 'ioredis';
import { conceptChecker } from '../../profiles/check-concept.ts';
import type { Intake } from '../lanes/intake.ts';
import type { Seal } from '../lanes/sealing.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import type { RequestFinder } from '../record/request-finder.ts';
import type { Replicas } from '../redis/replicas.ts';
import type { Registry } from '../registry.ts';
import { type Hearing, hearing } from './hear.ts';
import { inboundHearing } from './hear-inbound.ts';
import { wordsDesk } from './words-desk.ts';

export interface OpenHearingDeps {
  readonly intake: Intake;
  readonly finder: Pick<RequestFinder, 'toldUnder'>;
  readonly redis: Redis;
  readonly replicas: Replicas;
  readonly store: FhirStore;
  readonly registry: Registry;
  readonly seal: Seal;
  readonly keptForSeconds: number;
  readonly now: () => Date;
}

/** The hearing that every door shares: what partners ask, answer and add in words. */
export function openHearing({
  intake,
  finder,
  redis,
  replicas,
  store,
  registry,
  seal,
  keptForSeconds,
  now,
}: OpenHearingDeps): Hearing {
  const check = conceptChecker({ now });
  return hearing({
    intake,
    finder,
    inbound: inboundHearing({
      redis,
      store,
      registry,
      check: (referral) => check('inbound-referral', referral),
      keptForSeconds,
      now,
    }),
    words: wordsDesk(redis, seal, keptForSeconds),
    replicas,
    registry,
    now,
  });
}
