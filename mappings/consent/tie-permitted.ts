import { labelsOf } from '../lenses/labels.ts';
import { recipientAtCentre } from './bases.ts';
import { saidToCentre } from './bases-on-record.ts';
import { type Decision, decide } from './decide.ts';
import type { ChildsSide } from './legal-referral-known.ts';
import { surelyAfter } from './moments.ts';

/** Another centre, and whether it is in another province than the one that would tell it. */
export interface OtherCentre {
  readonly id: string;
  readonly isElsewhere: boolean;
}

/**
 * Whether a centre may let another one know that a child is followed here: only that, and only because the child’s side lets it (fhir.md §1, Child).
 * Nothing that is invoked opens it; where the other centre is in another province nothing does. `saidAt`: when this centre said so: a consent that
 * came later makes another tie, and brings none back.
 */
export function tieDecision(record: ChildsSide, other: OtherCentre, at: Date, saidAt: Date = at): Decision {
  const { regime, timeZone, child } = record;
  const bases = saidToCentre(other.id, record).filter(
    (said) => said.decision === 'refuse' || !surelyAfter(said.at, saidAt.toISOString(), timeZone),
  );
  const disclosure = {
    what: 'request',
    recipient: recipientAtCentre(other.id),
    unassessedElsewhere: other.isElsewhere,
    inHealthCare: false,
    purpose: 'coordination',
    information: ['identity'],
    labels: labelsOf(child),
    ...(child.birthDate !== undefined && { birthDate: child.birthDate }),
    timeZone,
  } as const;
  return decide(regime, bases, disclosure, at);
}
