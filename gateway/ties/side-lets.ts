import { recipientAtCentre } from '../../mappings/consent/bases.ts';
import type { DenyReason } from '../../mappings/consent/reasons.ts';
import { tieDecision } from '../../mappings/consent/tie-permitted.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { labelsOf } from '../../mappings/lenses/labels.ts';
import type { Holds } from '../lanes/holds.ts';
import { provinceOf } from '../province-of.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken, isIdentifierValue } from '../record/identifier-token.ts';
import type { Registry } from '../registry.ts';

/** Whether one side lets the other be told: `lets`, not for now (`held`), or not any more and why. */
export type SideStanding =
  | { readonly kind: 'lets' | 'held' | 'unknown' | 'labelled' }
  | { readonly kind: 'denied'; readonly reason: DenyReason };

export interface SideAsked {
  readonly centre: string;
  readonly child: string;
  readonly other: string;
  /** When this side said so; now, where it is about to. */
  readonly saidAt?: string;
}

export interface SideLetsDeps {
  readonly store: Pick<FhirStore, 'search'>;
  readonly registry: Pick<Registry, 'centre'>;
  readonly holds: Pick<Holds, 'standingOn'>;
  readonly now: () => Date;
}

export type SideLets = (asked: SideAsked) => Promise<SideStanding>;

/** What a centre’s own record says, at this moment, of letting another centre know that it follows a child. Throws GatewayError `unavailable`. */
export function sideLets({ store, registry, holds, now }: SideLetsDeps): SideLets {
  return async ({ centre: centreId, child: childId, other: otherId, saidAt }) => {
    const [centre, other] = [registry.centre(centreId), registry.centre(otherId)];
    if (centre === undefined || other === undefined) return { kind: 'unknown' };
    if (!isIdentifierValue(childId)) return { kind: 'unknown' };
    // Before anything is read: what takes a consent back counts from its acknowledgement.
    const isHeld = await holds.standingOn(centreId, childId);
    const around = await store.search('Patient', {
      identifier: identifierToken(IDENTIFIERS.child(centreId), childId),
      _revinclude: ['Consent:patient', 'RelatedPerson:patient'],
    });
    const child = around.find((it) => it.resourceType === 'Patient');
    if (child === undefined) return { kind: 'unknown' };
    if (isHeld({ recipient: recipientAtCentre(otherId), request: NONE })) return { kind: 'held' };
    // Who restricted the file wants nobody else to learn where the child is seen.
    if (labelsOf(child).includes('restricted')) return { kind: 'labelled' };
    const { regime, timeZone } = centre;
    const side = {
      ...{ centre: centreId, regime, timeZone, child },
      consents: around.filter((it) => it.resourceType === 'Consent'),
      people: around.filter((it) => it.resourceType === 'RelatedPerson'),
    };
    const at = now();
    const isElsewhere = provinceOf(centre) !== provinceOf(other);
    const said = saidAt === undefined ? at : new Date(saidAt);
    const decision = tieDecision(side, { id: otherId, isElsewhere }, at, said);
    return decision.kind === 'permit' ? { kind: 'lets' } : { kind: 'denied', reason: decision.reason };
  };
}

/** No request: what bears on this too bears on the whole file. */
const NONE = '';
