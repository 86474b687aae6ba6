import type { Answer } from '../acts.ts';
import { PartnerProblem } from '../problem.ts';
import type { KeptText } from './telephone.ts';

/** What a page shows, as far as a visitor reads it. */
export interface PageShown {
  readonly number: string;
  readonly standing?: { readonly fr: string; readonly en: string };
  readonly answers: readonly string[];
  readonly pending?: { readonly what: string; readonly dueAt: string };
}

export interface PageAsked {
  readonly status: number;
  readonly body: unknown;
}

/** Somebody who opens the link of an announcement, as their browser does. */
export interface PageVisitor {
  /** Asks for a code, waits for the text message, gives it and reads; undefined when nothing opens. */
  open(link: string): Promise<PageShown | undefined>;
  /** Answers on the page that is open. */
  answer(link: string, answer: Answer, by: string): Promise<PageAsked>;
}

export interface VisitorDeps {
  /** What came to the registered telephone. */
  readonly texts: () => readonly KeptText[];
  readonly codeWithinMs: number;
}

const LOOK_EVERY_MS = 25;

export function pageVisitor({ texts, codeWithinMs }: VisitorDeps): PageVisitor {
  const sessions = new Map<string, string>();

  const post = async (link: string, path: string, body?: unknown): Promise<PageAsked> => {
    const session = sessions.get(link);
    const response = await fetch(`${new URL(link).origin}/p/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(session !== undefined && { authorization: `Bearer ${session}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(codeWithinMs),
    });
    return { status: response.status, body: await response.json() };
  };

  const codeAfter = async (count: number): Promise<string | undefined> => {
    for (const until = Date.now() + codeWithinMs; Date.now() < until; ) {
      const code = texts()
        .slice(count)
        .flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? [])[0];
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    return undefined;
  };

  const open: PageVisitor['open'] = async (link) => {
    const token = new URL(link).hash.slice(1);
    const before = texts().length;
    await post(link, 'codes', { token });
    const code = await codeAfter(before);
    if (code === undefined) return undefined;
    const opened = await post(link, 'sessions', { token, code });
    if (opened.status !== 200) return undefined;
    sessions.set(link, textIn(opened.body, 'session'));
    const read = await post(link, 'request');
    return read.status === 200 ? (read.body as PageShown) : undefined;
  };

  return {
    open,
    async answer(link, answer, by) {
      const said = { ...onPage(answer), saidBy: answer.by ?? by };
      const first = await post(link, 'answers', said);
      // The page was closed meanwhile: it is opened again, as a person would.
      if (first.status !== 403 || (await open(link)) === undefined) return first;
      return post(link, 'answers', said);
    },
  };
}

/** What the page calls an act. */
function onPage(answer: Answer): Readonly<Record<string, string | undefined>> {
  switch (answer.act) {
    case 'accept':
      return { what: 'accepted', words: answer.note };
    case 'waitlist':
      return { what: 'waitlisted', words: answer.position ?? answer.note };
    case 'schedule':
      return { what: 'scheduled', appointmentAt: answer.at };
    case 'start':
      return { what: 'started' };
    case 'no-show':
      return { what: 'no-show', words: answer.note };
    case 'ask-for-more':
      return { what: 'awaiting-information', words: answer.text };
    case 'complete':
      return { what: 'completed', outcome: answer.outcome };
    case 'decline':
      return { what: 'declined', reason: answer.reason, words: answer.text };
    case 'fail':
      return { what: 'failed', words: answer.text };
    case 'acknowledge':
    case 'stop':
      throw new PartnerProblem(
        400,
        {
          fr: 'La page n’a pas cette réponse : l’ouvrir suffit, et un arrêt se dit par téléphone.',
          en: 'The page has no such answer: opening it is enough, and a stop is said by telephone.',
        },
        'act',
      );
  }
}

const textIn = (body: unknown, name: string): string => {
  const value: unknown = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {})).get(name);
  return typeof value === 'string' ? value : '';
};
