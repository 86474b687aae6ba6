import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { ACTS, type Answer } from '../acts.ts';
import type { Bilingual } from '../bilingual.ts';
import type { CurrentTask } from '../current-task.ts';
import { localOnly } from '../local-only.ts';
import type { LoggedAnswer } from '../office.ts';
import type { PartnerSandbox } from '../partner-sandbox.ts';
import { PartnerProblem } from '../problem.ts';
import type { KeptMail } from './mailbox.ts';
import { type PageShown, pageVisitor } from './page-visitor.ts';
import { postPage } from './post-page.ts';
import type { KeptText } from './telephone.ts';

export interface WebPagePartnerOptions {
  readonly name: Bilingual;
  /** Where announcements come, and the telephone that codes come to, as the registry has them. */
  readonly announceTo: { readonly email?: string; readonly telephone?: string };
  readonly codeTo: string;
  readonly mails: () => readonly KeptMail[];
  readonly texts: () => readonly KeptText[];
  readonly now?: () => Date;
  readonly codeWithinMs?: number;
}

/** A stand-in for people who have a mailbox, a telephone and a browser; its tests may look into all three. */
export interface WebPagePartner extends PartnerSandbox {
  /** Every link that was announced, the newest last. */
  links(): readonly string[];
  texts(): readonly KeptText[];
  mails(): readonly KeptMail[];
}

const LINK = /https?:\/\/\S+#[\w-]{43}/;
const NUMBERS = 'https://fhir.passerelle.example/NamingSystem/task';

/** Starts the stand-in; `answer` does on the page what a person would, code and all. */
export async function startWebPagePartner(options: WebPagePartnerOptions): Promise<WebPagePartner> {
  const { name, announceTo, codeTo, now = () => new Date(), codeWithinMs = 10_000 } = options;
  const mails = () =>
    options.mails().filter(({ to }) => announceTo.email !== undefined && to.includes(announceTo.email));
  const texts = () => options.texts().filter(({ to }) => to === codeTo || to === announceTo.telephone);
  const links = () =>
    [...mails(), ...texts()]
      .sort((one, other) => (one.at < other.at ? -1 : 1))
      .flatMap(({ text }) => LINK.exec(text)?.[0] ?? []);
  const visitor = pageVisitor({ texts: () => texts().filter(({ to }) => to === codeTo), codeWithinMs });
  const opened = new Map<string, { readonly shown: PageShown; readonly at: string }>();
  const answers: LoggedAnswer[] = [];

  /** The newest link of a request: the mail does not say which it is, so each is opened to see. */
  const linkOf = async (number: string): Promise<string> => {
    for (const link of links().toReversed()) {
      const known = opened.get(link) ?? (await look(link));
      if (known?.shown.number === number) return link;
    }
    throw new PartnerProblem(404, { fr: 'Aucun lien n’ouvre cette demande.', en: 'No link opens this request.' });
  };
  const look = async (link: string) => {
    const shown = await visitor.open(link);
    if (shown === undefined) return undefined;
    const seen = { shown, at: now().toISOString() };
    opened.set(link, seen);
    return seen;
  };

  const answer = async (number: string, said: Answer): Promise<LoggedAnswer> => {
    const link = await linkOf(number);
    const { status, body } = await visitor.answer(link, said, name.fr);
    const at = now().toISOString();
    const logged: LoggedAnswer = {
      sequence: answers.length + 1,
      at,
      answerId: `answer-${answers.length + 1}`,
      task: { system: NUMBERS, value: number },
      answer: said,
      resource: { resourceType: 'Task', status: ACTS[said.act].status, intent: 'order' },
      result: status === 200 ? 'taken' : 'refused',
      attempts: [{ at, result: status === 200 ? 'taken' : 'refused', status, body }],
    };
    answers.push(logged);
    return logged;
  };

  const app = express();
  app.disable('x-powered-by');
  app.use(localOnly({ fromAnywhere: false }));
  app.use(postPage({ name, mails, texts }));
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    endpoint: url,
    mails,
    texts,
    links,
    answer,
    log: () => ({ received: [], answers, turnedAway: [], referred: [] }),
    tasks: () => [...opened.values()].map((seen) => taskFrom(seen, answers)),
    refer: () => Promise.reject(cannot),
    cancelReferral: () => Promise.reject(cannot),
    fault: () => {
      throw cannot;
    },
    clear: () => {
      opened.clear();
      answers.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const cannot = new PartnerProblem(400, {
  fr: 'Des personnes avec un navigateur : elles ne réfèrent pas et n’ont pas de pannes à commander.',
  en: 'People with a browser: they refer nobody, and have no faults to order.',
});

/** What these people know of a request: that they opened it, and what they answered. */
function taskFrom(
  { shown: { number }, at }: { readonly shown: PageShown; readonly at: string },
  answers: readonly LoggedAnswer[],
): CurrentTask {
  const own = answers.filter(({ task, result }) => task.value === number && result === 'taken');
  const last = own.at(-1);
  const business = last === undefined ? undefined : businessOf(last.answer);
  return {
    identifier: { system: NUMBERS, value: number },
    status: last === undefined ? 'requested' : ACTS[last.answer.act].status,
    ...(business !== undefined && { businessStatus: business }),
    withdrawn: false,
    stopAsked: false,
    unknown: false,
    receivedAt: at,
    lastReceivedAt: at,
    attempts: { received: 1, sent: own.length },
    answers: own.map(({ answerId, answer: { act, by }, at: saidAt, result }) => ({
      answerId,
      act,
      at: saidAt,
      ...(by !== undefined && { by }),
      result,
    })),
  };
}

function businessOf({ act }: Answer): string | undefined {
  const row = ACTS[act];
  return 'business' in row ? row.business.code : undefined;
}
