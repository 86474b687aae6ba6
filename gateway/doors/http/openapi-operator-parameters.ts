import { FAILURES } from '../../failures.ts';
import type { ParameterDescription } from './openapi-parameters.ts';

/** What those who operate the gateway ask with for what was set aside. */
export const OPERATOR_PARAMETERS = {
  letter: {
    in: 'path',
    required: true,
    description: { fr: 'Identifiant de ce qui a été mis de côté.', en: 'Identifier of what was set aside.' },
    schema: { type: 'string', maxLength: 200 },
  },
  partner: {
    in: 'path',
    required: true,
    description: { fr: 'Identifiant du partenaire au registre.', en: 'Identifier of the partner in the registry.' },
    schema: { type: 'string', maxLength: 200 },
  },
  letterKind: {
    name: 'kind',
    in: 'query',
    description: { fr: 'Ce qui a été mis de côté.', en: 'What was set aside.' },
    schema: { type: 'string', enum: ['concept', 'answer', 'dispatch', 'inbound', 'delivery', 'unheard', 'unreadable'] },
  },
  letterCentre: {
    name: 'centre',
    in: 'query',
    description: { fr: 'Centre, pour qui les voit tous.', en: 'Centre, for those who see all.' },
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  letterPartner: {
    name: 'partner',
    in: 'query',
    description: { fr: 'Partenaire dont il s’agit.', en: 'Partner that it is about.' },
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  failure: {
    in: 'query',
    description: { fr: 'Sorte de raison, comme les lettres la disent.', en: 'Kind of reason, as the letters say it.' },
    schema: { type: 'string', enum: Object.keys(FAILURES) },
  },
} as const satisfies Readonly<Record<string, ParameterDescription>>;
