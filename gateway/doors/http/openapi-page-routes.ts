import type { RouteDescription } from './openapi-route-description.ts';

/** What a centre does with the links of a request to the secure page. */
export const LINK_ROUTES: readonly RouteDescription[] = [
  {
    method: 'post',
    path: '/v1/referrals/{id}/links',
    operationId: 'sendLink',
    needs: { centre: { type: 'Task', can: 'u', area: 'requests' } },
    tag: 'loops',
    summary: {
      fr: 'Annoncer de nouveau la demande, par un nouveau lien vers la page sécurisée',
      en: 'Announce the request again, by a new link to the secure page',
    },
    description: {
      fr: 'Le lien d’avant ne s’ouvre plus. 409 si la page n’est pas permise pour cette demande, ou si sa boucle est fermée.',
      en: 'The link before opens no more. 409 if the page is not allowed for this request, or its loop is closed.',
    },
    parameters: ['id', 'Accept-Language'],
    answers: ['202-links', '400', '401', '403', '404', '409', '502', '503'],
  },
  {
    method: 'delete',
    path: '/v1/referrals/{id}/links',
    operationId: 'revokeLinks',
    needs: { centre: { type: 'Task', can: 'u', area: 'requests' } },
    tag: 'loops',
    summary: {
      fr: 'Reprendre les liens de la demande vers la page sécurisée',
      en: 'Take back the request’s links to the secure page',
    },
    description: {
      fr: 'Aussitôt, aucun ne s’ouvre plus, et une réponse qui pouvait encore être corrigée n’est pas transmise. Dit combien de liens et de réponses.',
      en: 'At once none opens any more, and an answer that could still be corrected is not passed on. Says how many links and answers.',
    },
    parameters: ['id', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '404', '502', '503'],
    gives: 'LinkCount',
  },
];

/** Pages that people read without a token. */
export const PAGE_ROUTES: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/centres/{id}',
    operationId: 'readCentrePage',
    tag: 'partners',
    summary: {
      fr: 'La page d’un centre pour ses partenaires',
      en: 'A centre’s page for its partners',
    },
    description: {
      fr: 'Qui il est, qui il voit, ce qu’il demande, comment lui adresser un enfant ; du registre et du répertoire. Publique, imprimable sur une page.',
      en: 'Who it is, whom it sees, what it asks, how to refer a child to it; from the registry and the directory. Public, prints on one page.',
    },
    parameters: ['id', 'lang', 'Accept-Language'],
    answers: ['200-html', '404'],
    open: true,
  },
  {
    method: 'get',
    path: '/p',
    operationId: 'readSecurePage',
    tag: 'partners',
    summary: {
      fr: 'La page sécurisée des partenaires sans système',
      en: 'The secure page of partners without a system',
    },
    description: {
      fr: 'La même pour tous : ce qu’un lien ouvre n’est montré qu’avec un code reçu au téléphone inscrit. 404 si aucun centre ne l’a permise.',
      en: 'The same for everybody: what a link opens is shown only with a code received on the registered telephone. 404 where no centre has allowed it.',
    },
    parameters: ['lang', 'Accept-Language'],
    answers: ['200-html', '404'],
    open: true,
  },
];
