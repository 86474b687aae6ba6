import { surelyBefore } from '../moment-span.ts';
import { type CoherenceRule, invariant } from './rule.ts';

/** A decision does not end before it begins: it would protect nobody, on no day. */
export const refusalInOrder: CoherenceRule = ({ from, until }) =>
  from !== undefined && until !== undefined && surelyBefore(until, from) ? [invariant('.until', TOO_EARLY)] : [];

const TOO_EARLY = {
  fr: 'avant son début ; corrigez l’une des dates.',
  en: 'before its beginning; correct one of the dates.',
};
