import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Disclosures } from '../../gateway/disclosure/disclosure.ts';
import type { Intake } from '../../gateway/lanes/intake.ts';
import type { PageParts } from '../../gateway/partner-page/page-parts.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import type { RequestFinder } from '../../gateway/record/request-finder.ts';
import { isAsked, isTakenBack } from '../../mappings/domain/current-task.ts';
import type { PageChannels } from '../connectors/page-channels.ts';
import type { DeliverByPage } from '../deliver/deliver-by-page.ts';
import { applyAnswer } from './apply-answer.ts';
import { startPageWorker } from './page-worker.ts';
import { sendCode } from './send-code.ts';

export interface StartPageDeps {
  readonly connection: Redis;
  readonly pages: PageParts;
  readonly channels: PageChannels | undefined;
  readonly disclosures: Disclosures;
  readonly byPage: DeliverByPage;
  readonly finder: RequestFinder;
  readonly intake: Intake;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

/** The worker of the secure page: codes, answers whose time is over, announcements asked for anew. */
export function startPage({
  connection,
  pages,
  channels,
  disclosures,
  byPage,
  finder,
  intake,
  now,
  log,
  closing,
}: StartPageDeps): void {
  startPageWorker({
    connection,
    sendCode: sendCode({ ...pages, channels }),
    applyAnswer: applyAnswer({ pending: pages.pending, finder, intake, now }),
    announce: async (task, signal) => {
      const disclosable = await disclosures.read(task);
      const open = disclosable !== undefined && isAsked(disclosable.task) && !isTakenBack(disclosable.task);
      if (open) await byPage(disclosable, signal, { again: true });
    },
    log,
    closing,
  });
}
