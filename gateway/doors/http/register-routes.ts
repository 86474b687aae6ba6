import { type Request, type RequestHandler, type Response, Router } from 'express';
import { present } from '../../../mappings/concepts/present.ts';
import type { RegisterExportAsked, RegisterSearch } from '../../../mappings/domain/concepts.ts';
import { dayAt, instantInWords } from '../../../mappings/domain/dates-in-words.ts';
import type { RegisterEntry, RegisterTold } from '../../../mappings/domain/register-told.ts';
import { refusedTo } from '../../../mappings/existence-refusals/refused-to.ts';
import { ownMaking } from '../../../mappings/register/own-making.ts';
import { registerForFamily } from '../../../mappings/register/register-for-family.ts';
import { type RegisterContext, registerLine } from '../../../mappings/register/register-words.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { RegisterAsked, RegisterCursor, RegisterReader } from '../../audit/register-reader.ts';
import type { RefusalDesk } from '../../existence-refusals/refusal-desk.ts';
import { GatewayError } from '../../failures.ts';
import type { Registry } from '../../registry.ts';
import { callerOf, centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { limitAsked } from './limit-asked.ts';
import { noteAccess } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';
import { registerHtml } from './register-html.ts';

export interface RegisterRouteDeps {
  readonly register: RegisterReader;
  readonly existenceRefusals: Pick<RefusalDesk, 'of' | 'mustBeInCircle'>;
  readonly check: (act: 'register-search' | 'register-export', body: unknown) => readonly Issue[];
  readonly registry: Registry;
  readonly body: RequestHandler;
  readonly now: () => Date;
}

const PARAMETERS = ['from', 'until', 'after', 'limit', 'lang'];
/** As many lines a person can review; beyond, a shorter period is asked for. */
const EXTRACT_MAX = 1_000;

/**
 * The register of a centre (LRSSS s. 265), for its pivot and its privacy officer: `GET /` all of it, `POST /_search` one child’s,
 * `POST /_review` what of it may be given to a young person or a parent, and `POST /_page` that on a page to print, once a person has reviewed
 * it. To read the register stands in the register.
 */
export function registerRoutes({ register, existenceRefusals, check, registry, body, now }: RegisterRouteDeps): Router {
  const routes = Router();

  const contextOf = (req: Request, centre: string): RegisterContext & { readonly timeZone: string } => {
    const language = languageAsked(req);
    const known = registry.centre(centre);
    return {
      language,
      timeZone: known?.timeZone ?? 'UTC',
      centreName: known?.name[language] ?? centre,
      partnerName: (partner) => registry.partner(partner)?.name[language] ?? partner,
    };
  };

  const give = async (
    req: Request,
    res: Response,
    asked: Omit<RegisterAsked, 'timeZone' | 'centre'>,
  ): Promise<void> => {
    const centre = centreOf(res);
    const context = contextOf(req, centre);
    await noteAccess(res, { kind: 'register', how: 'search-type', children: [asked.child] });
    const { entries, last } = await register.page({ ...asked, centre, timeZone: context.timeZone });
    res.set('Content-Language', context.language).json({
      language: context.language,
      entries: entries.map((entry) => lineTold(entry, context)),
      ...(last !== undefined && { next: cursorText(last) }),
    });
  };

  const extract = async (req: Request, res: Response) => {
    const asked = checkedBody<RegisterExportAsked>(check('register-export', req.body), req.body);
    const { child, member, from, until, reviewedBy } = asked;
    const centre = centreOf(res);
    const context = contextOf(req, centre);
    await noteAccess(res, { kind: 'register-extract', how: 'search-type', children: [child] });
    const { timeZone } = context;
    const decided = await existenceRefusals.of(centre, child);
    // Somebody who was taken out of the circle since is still the one whom it names.
    if (member !== undefined && !decided.some((it) => it.member === member))
      await existenceRefusals.mustBeInCircle(centre, child, member, 'RegisterExportAsked.member');
    const period = present({ from, until });
    const { entries, last } = await register.page({ centre, child, timeZone, limit: EXTRACT_MAX, ...period });
    if (last !== undefined) throw new GatewayError('invalidInput', 'too many lines', { issues: [TOO_MANY] });
    const { refused, isFileRefused, refusals } = refusedTo(asked, decided, {
      ...context,
      today: dayAt(now(), timeZone),
    });
    const requests = await register.hidden(entries, centre, child, refused);
    const file = isFileRefused ? { isOwnMaking: ownMaking(callerOf(res), now()) } : undefined;
    const given = registerForFamily(entries, child, asked.for, requests, file);
    const lines = given.entries.map((entry) => registerLine(entry, context));
    return { ...context, lines, leftOut: given.leftOut, refusals, reviewedBy };
  };

  routes.get('/', (req, res) => give(req, res, askedInQuery(req)));

  routes.post('/_search', body, (req, res) => {
    const {
      child,
      from,
      until,
      after,
      limit = 100,
    } = checkedBody<RegisterSearch>(check('register-search', req.body), req.body);
    const cursor = after === undefined ? undefined : cursorIn(after, 'RegisterSearch.after', 'invalidInput');
    return give(req, res, { child, limit, ...present({ from, until, after: cursor }) });
  });

  routes.post('/_review', body, async (req, res) => {
    const { language, lines, leftOut, refusals } = await extract(req, res);
    res.set('Content-Language', language).json({ language, entries: lines, leftOut, refusals });
  });

  routes.post('/_page', body, async (req, res) => {
    const { language, lines, timeZone, centreName, reviewedBy } = await extract(req, res);
    const madeAt = instantInWords(now(), language, timeZone);
    res
      .set('Content-Language', language)
      .type('html')
      .send(registerHtml({ language, centre: centreName, madeAt, reviewedBy, lines }));
  });

  return routes;
}

function lineTold(entry: RegisterEntry, context: RegisterContext): RegisterTold['entries'][number] {
  const { about: _about, askedAlone: _askedAlone, byRole: _byRole, ...told } = entry;
  return { ...told, text: registerLine(entry, context) };
}

/** Throws `malformed` for a parameter that is not one, or that we do not know: a filter with a slip in it would find everything. */
function askedInQuery(req: Request): Omit<RegisterAsked, 'timeZone' | 'centre'> {
  const { query } = req;
  const unknown = Object.keys(query).find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) throw malformed(`http.${unknown}`, UNKNOWN);
  const day = (name: 'from' | 'until'): string | undefined => {
    const value = query[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || !isDay(value)) throw malformed(`http.${name}`, DAY);
    return value;
  };
  const after = query.after === undefined ? undefined : cursorIn(String(query.after), 'http.after', 'malformed');
  return { limit: limitAsked(req), ...present({ from: day('from'), until: day('until'), after }) };
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

const cursorText = ({ at, id }: RegisterCursor): string => Buffer.from(JSON.stringify([at, id])).toString('base64url');

function cursorIn(text: string, expression: string, kind: 'malformed' | 'invalidInput'): RegisterCursor {
  try {
    const [at, id]: readonly unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof at === 'string' && typeof id === 'string' && INSTANT.test(at) && !Number.isNaN(Date.parse(at)))
      return { at, id };
  } catch {
    // Whatever cannot be read is no cursor of ours.
  }
  throw malformed(expression, AFTER, kind);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const malformed = (expression: string, text: Issue['text'], kind: 'malformed' | 'invalidInput' = 'malformed') =>
  new GatewayError(kind, expression, { issues: [{ severity: 'error', code: 'value', expression, text }] });

const UNKNOWN: Issue['text'] = {
  fr: `Paramètre inconnu. Connus : ${PARAMETERS.join(', ')}. Un enfant se demande par POST /v1/register/_search.`,
  en: `Unknown parameter. Known: ${PARAMETERS.join(', ')}. One child is asked for by POST /v1/register/_search.`,
};

const DAY: Issue['text'] = { fr: 'Un jour s’écrit 2026-09-01.', en: 'A day is written 2026-09-01.' };

const AFTER: Issue['text'] = {
  fr: '« after » est la valeur « next » de la réponse précédente.',
  en: '"after" is the "next" value of the answer before.',
};

const TOO_MANY: Issue = {
  severity: 'error',
  code: 'too-long',
  expression: 'RegisterExportAsked.from',
  text: {
    fr: `Plus de ${EXTRACT_MAX} lignes : donnez une période plus courte (from, until).`,
    en: `More than ${EXTRACT_MAX} lines: give a shorter period (from, until).`,
  },
};
