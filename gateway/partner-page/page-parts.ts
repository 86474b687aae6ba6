import { randomBytes, randomInt } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Disclosures } from '../disclosure/disclosure.ts';
import type { Seal } from '../lanes/sealing.ts';
import type { Closer } from '../process/closer.ts';
import type { Replicas } from '../redis/replicas.ts';
import { type PageCodes, pageCodes } from './codes.ts';
import { type PageLinks, pageLinks } from './links.ts';
import { type PageAccess, pageAccess } from './page-access.ts';
import { openPageQueue, type PageQueue } from './page-queue.ts';
import { type PendingAnswers, pendingAnswers } from './pending-answers.ts';

/** What the door and the workers share of the secure page. */
export interface PageParts {
  readonly links: PageLinks;
  readonly codes: PageCodes;
  readonly pending: PendingAnswers;
  readonly access: PageAccess;
  readonly queue: PageQueue;
  readonly replicas: Replicas;
}

export function pageParts({
  redis,
  replicas,
  seal,
  disclosures,
  closing,
}: {
  readonly redis: Redis;
  readonly replicas: Replicas;
  readonly seal: Seal;
  readonly disclosures: Disclosures;
  readonly closing: Closer;
}): PageParts {
  return {
    links: pageLinks({ redis, randomBytes }),
    codes: pageCodes({ redis, seal, randomInt }),
    pending: pendingAnswers(redis, seal),
    access: pageAccess(disclosures),
    queue: openPageQueue(redis, closing),
    replicas,
  };
}
