import express, { type Express } from 'express';
import helmet from 'helmet';
import type Provider from 'oidc-provider';
import { peopleOf, type SandboxPerson } from './sandbox-clients.ts';

/**
 * The authorization server with its page for people: one chooses whom to be, all of them invented, without a password. Bilingual, no script,
 * nothing from elsewhere.
 */
export function signInPage(provider: Provider, people: readonly SandboxPerson[]): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use('/interaction', helmet({ contentSecurityPolicy: POLICY, strictTransportSecurity: false }));

  app.get('/interaction/:uid', async (req, res) => {
    const { params } = await provider.interactionDetails(req, res);
    res.type('html').send(page(peopleOf(String(params.client_id), people).map(({ id }) => id)));
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

const POLICY = { useDefaults: false, directives: { defaultSrc: ["'none'"], styleSrc: ["'none'"] } };

/** Ids of the sandbox: letters, hyphens and a slash. */
const page = (people: readonly string[]): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Bac à sable / Sandbox</title></head><body>
<h1>Qui êtes-vous ? / <span lang="en">Who are you?</span></h1>
<p>Personnes inventées. / <span lang="en">Invented people.</span></p>
<form method="post">${people.map((id) => `<p><button name="person" value="${id}">${id}</button></p>`).join('')}</form>
</body></html>
`;
