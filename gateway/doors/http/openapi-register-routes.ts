import type { AnswerName } from './openapi-answers.ts';
import type { RouteDescription } from './openapi-route-description.ts';

const NEEDS = { centre: { type: 'AuditEvent', can: 'rs', area: 'register' } } as const;
const ASKED: readonly AnswerName[] = ['400', '401', '403', '413', '415', '422', '503'];

/** Who read and who received what, for the centre’s pivot and its privacy officer. */
export const REGISTER_ROUTES: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/v1/register',
    operationId: 'readRegister',
    needs: NEEDS,
    tag: 'register',
    summary: { fr: 'Le registre du centre, en mots', en: 'The centre’s register, in words' },
    description: {
      fr: 'Qui a lu, qui a reçu quelle sorte de chose, par où, sur quelle base, quand (LRSSS, art. 265) ; le plus récent d’abord. Chaque ligne a été écrite avant que rien ne parte. Lire le registre s’y inscrit aussi.',
      en: 'Who read, who received what kind of thing, by which way, on which basis, when (LRSSS, s. 265); the most recent first. Each line was written before anything left. To read the register stands in it too.',
    },
    parameters: ['registerFrom', 'registerUntil', 'registerAfter', 'limit', 'lang', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '502', '503'],
    gives: 'Register',
  },
  {
    method: 'post',
    path: '/v1/register/_search',
    operationId: 'searchRegister',
    needs: NEEDS,
    tag: 'register',
    summary: { fr: 'Celui d’un enfant', en: 'That of one child' },
    parameters: ['lang', 'Accept-Language'],
    body: 'register-search',
    answers: ['200-json', '502', ...ASKED],
    gives: 'Register',
  },
  {
    method: 'post',
    path: '/v1/register/_review',
    operationId: 'reviewRegisterExtract',
    needs: NEEDS,
    tag: 'register',
    summary: {
      fr: 'Ce qui en serait remis au jeune ou à un parent, à relire d’abord',
      en: 'What of it would be given to the young person or a parent, to be reviewed first',
    },
    description: {
      fr: 'Sans ce dont le lecteur ne doit pas savoir l’existence : références juridiques et lectures du volet juridique, ce qu’une étiquette restreint maintenant ou quand c’est parti (chaque communication, si tout le dossier en porte une), et pour un parent ce qu’un jeune de 14 ans ou plus a consenti seul. Personne ne se sert soi-même : la liste de qui a été appelé est une carte pour un parent violent.',
      en: 'Without what its reader may not know exists: legal referrals and readings of the legal pillar, what a label restricts now or when it left (each disclosure, where the whole file bears one), and for a parent what a young person of 14 or more consented to alone. Nobody helps themselves: a list of who was called is a map for a violent parent.',
    },
    parameters: ['lang', 'Accept-Language'],
    body: 'register-export',
    answers: ['200-json', '502', ...ASKED],
    gives: 'RegisterExport',
  },
  {
    method: 'post',
    path: '/v1/register/_page',
    operationId: 'printRegisterExtract',
    needs: NEEDS,
    tag: 'register',
    summary: { fr: 'La page à imprimer et à remettre', en: 'The page to print and hand over' },
    description: {
      fr: 'La même chose, une fois relue. La page ne nomme pas l’enfant et ne dit pas ce qui manque.',
      en: 'The same, once reviewed. The page does not name the child and does not say what is missing.',
    },
    parameters: ['lang', 'Accept-Language'],
    body: 'register-export',
    answers: ['200-html', '502', ...ASKED],
  },
  {
    method: 'post',
    path: '/v1/corrections/_search',
    operationId: 'searchCorrections',
    needs: NEEDS,
    tag: 'register',
    summary: {
      fr: 'À qui dire qu’une erreur a été corrigée',
      en: 'Whom to tell that an error was corrected',
    },
    description: {
      fr: 'Pour un enfant : chaque destinataire d’une demande, la version qu’il a reçue, quand et par où, ce qui a été révisé depuis, depuis quand (de l’enfant, seulement si ce que ce destinataire en a vu a changé ; « maybe-circle » si on ne peut plus le savoir), et qui le lui dit : la passerelle (demande ou lettre nouvelle, demande en cours, système du partenaire) ou une personne (demande terminée, papier, page sécurisée, ce qui est montré de l’enfant, lettre reprise). Ce qu’une personne a dit se note par POST /v1/referrals/{id}/dispatches.',
      en: 'For one child: each recipient of a request, the version that it was given, when and by which way, what was revised since, since when (of the child only where what this recipient saw of it has changed; “maybe-circle” where that is not known any more), and who tells it: the gateway (a new request or letter, a request under way, a partner’s system) or a person (a request that has ended, paper, the secure page, what is shown of the child, a letter that was taken back). What a person has told is written down by POST /v1/referrals/{id}/dispatches.',
    },
    parameters: ['lang', 'Accept-Language'],
    body: 'correction-search',
    answers: ['200-json', '404', '502', ...ASKED],
    gives: 'Corrections',
  },
];
