import { createHash } from 'node:crypto';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type Provider from 'oidc-provider';
import { ROLES } from '../../gateway/access/roles.ts';
import type { Registry } from '../../gateway/registry.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { type Html, html } from '../partners/page/html.ts';
import { peopleOf, type SandboxPerson, sandboxPeople } from './sandbox-clients.ts';

type Centres = Pick<Registry, 'centres'>;

/**
 * The authorization server with its page for people: one chooses whom to be, all of them invented, without a password. Bilingual, no script,
 * nothing from elsewhere.
 */
export function signInPage(provider: Provider, registry: Centres): Express {
  const people = sandboxPeople(registry);
  const app = express();
  app.disable('x-powered-by');
  app.use('/interaction', helmet({ contentSecurityPolicy: POLICY, strictTransportSecurity: false }));

  app.get('/interaction/:uid', async (req, res) => {
    const { params } = await provider.interactionDetails(req, res);
    res.type('html').send(page(peopleOf(String(params.client_id), people), registry));
  });

  app.post('/interaction/:uid', express.urlencoded({ extended: false, limit: '1kb' }), async (req, res) => {
    const { params } = await provider.interactionDetails(req, res);
    const body: unknown = req.body;
    const chosen = typeof body === 'object' && body !== null && 'person' in body ? body.person : undefined;
    const person = peopleOf(String(params.client_id), people).find(({ id }) => id === chosen);
    const result =
      person === undefined
        ? { error: 'access_denied' }
        : { login: { accountId: person.id, remember: false }, consent: {} };
    await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
  });

  app.use(provider.callback());
  return app;
}

/** Nothing in it is escaped by `html`, or its hash would be another. */
const STYLE = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, DejaVu Sans, sans-serif; color: #1b2733; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1.125rem; }
button { display: block; width: 100%; min-height: 2.75rem; margin: 0.375rem 0; padding: 0.5rem 1rem; font: inherit; color: #08423e; text-align: start; background: #fff; border: 1px solid #6b7884; border-radius: 0.375rem; cursor: pointer; }
button:hover { background: #e4f3ee; }
:focus-visible { outline: 3px solid #0b5a54; outline-offset: 2px; }
small { color: #4a5866; }
`;
const POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: [`'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`],
  },
};

const page = (people: readonly SandboxPerson[], { centres }: Centres): string =>
  html`<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Bac à sable / Sandbox</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${inBoth(WHO)}</h1>
      <p>${inBoth(INVENTED)}</p>
      <form method="post">
        ${centres.map(({ id, name }) =>
          choices(
            name,
            people.filter(({ at }) => at?.centre === id),
          ),
        )}
        ${choices(
          GATEWAY,
          people.filter(({ at }) => at === undefined),
        )}
      </form>
    </main>
  </body>
</html>
`.markup;

const choices = (title: Bilingual, people: readonly SandboxPerson[]): Html | undefined =>
  people.length === 0 ? undefined : html`<h2>${inBoth(title)}</h2>${people.map(choice)}`;

const choice = ({ id, at }: SandboxPerson): Html =>
  html`<button name="person" value="${id}">${inBoth(at === undefined ? OPERATOR : ROLES[at.role])} <small>${id}</small></button>`;

const inBoth = ({ fr, en }: Bilingual): Html => html`${fr} / <span lang="en">${en}</span>`;

const WHO: Bilingual = { fr: 'Qui êtes-vous\u202f?', en: 'Who are you?' };
const INVENTED: Bilingual = {
  fr: 'Des personnes inventées, sans mot de passe\u00a0: choisissez.',
  en: 'Invented people, no password: choose one.',
};
const GATEWAY: Bilingual = { fr: 'La passerelle elle-même', en: 'The gateway itself' };
const OPERATOR: Bilingual = { fr: 'qui l’exploite', en: 'whoever operates it' };
