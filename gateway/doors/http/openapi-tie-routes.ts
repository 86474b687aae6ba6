import type { RouteDescription } from './openapi-route-description.ts';

/** Ties between centres: that a child is followed at two, and nothing else. */
export const TIE_ROUTES: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/v1/children/{id}/ties',
    operationId: 'readTies',
    needs: { centre: { type: 'Consent', can: 'rs', area: 'ties' } },
    tag: 'children',
    summary: {
      fr: 'À quels autres centres l’enfant est aussi suivi',
      en: 'At which other centres the child is also followed',
    },
    description: {
      fr: 'Seulement là où les deux centres l’ont dit, et tant que leurs interrupteurs et l’enfant ou sa famille, à chacun des deux, le permettent. Rien de l’autre dossier n’en est ouvert. « waiting » : ce que ce centre a dit, et que l’autre n’a pas dit.',
      en: 'Only where both centres said so, and as long as their switches and the child’s side, at each of the two, let it. Nothing of the other’s record opens by it. "waiting": what this centre said, and the other has not.',
    },
    parameters: ['id', 'Accept-Language'],
    answers: ['200-json', '400', '401', '403', '502', '503'],
    gives: 'TieList',
  },
  {
    method: 'post',
    path: '/v1/ties',
    operationId: 'sayTie',
    needs: { centre: { type: 'Consent', can: 'cu', area: 'ties' } },
    tag: 'children',
    summary: {
      fr: 'Dire que l’enfant est aussi suivi à un autre centre',
      en: 'Say that the child is also followed at another centre',
    },
    description: {
      fr: 'Éteint tant que les deux centres ne l’ont pas allumé en se nommant (403). Par une personne, sur un consentement inscrit (`otherCentre`). Donne un code, une seule fois, à remettre à une personne de l’autre centre, qui n’apprend rien autrement.',
      en: 'Off until both centres have turned it on and named each other (403). By a person, on a consent on record (`otherCentre`). Gives a code, once, to hand over to a person of the other centre, which learns nothing otherwise.',
    },
    parameters: ['Accept-Language'],
    body: 'centre-tie',
    answers: ['201-json', '400', '401', '403', '404', '413', '415', '422', '502', '503'],
    gives: 'TieSaid',
  },
  {
    method: 'post',
    path: '/v1/ties/confirm',
    operationId: 'confirmTie',
    needs: { centre: { type: 'Consent', can: 'cu', area: 'ties' } },
    tag: 'children',
    summary: { fr: 'Le dire à son tour, avec le code', en: 'Say so in turn, with the code' },
    description: {
      fr: 'Avec le numéro de l’enfant à ce centre-ci et un consentement inscrit ici. Un numéro inconnu, un code inconnu, qui a servi, ou que l’autre côté ne laisse plus compter : la même réponse (404).',
      en: 'With the child’s number at this centre and a consent on record here. An unknown number, a code that is unknown, has served, or that the other side no longer lets count: the same answer (404).',
    },
    parameters: ['Accept-Language'],
    body: 'centre-tie-confirmation',
    answers: ['200-json', '400', '401', '403', '404', '413', '415', '422', '502', '503'],
    gives: 'TieTold',
  },
  {
    method: 'post',
    path: '/v1/ties/end',
    operationId: 'endTie',
    needs: { centre: { type: 'Consent', can: 'cu', area: 'ties' } },
    tag: 'children',
    summary: { fr: 'Défaire un lien avec un autre centre', en: 'End a tie with another centre' },
    description: {
      fr: 'Pour les deux centres à la fois, aussi ce que l’autre n’a pas encore dit. Répond ce qui reste.',
      en: 'For both centres at once, also what the other has not said yet. Answers what is left.',
    },
    parameters: ['Accept-Language'],
    body: 'centre-tie',
    answers: ['200-json', '400', '401', '403', '404', '413', '415', '422', '502', '503'],
    gives: 'TieList',
  },
];
