import type { DirectoryResource } from '../../../mappings/domain/concepts.ts';
import type { PartnerTold } from '../../../mappings/domain/partner-told.ts';
import { type AskedFor, isFor } from './asked-for.ts';

/** Somebody who can be asked, with what helps to choose them. */
export interface Recipient {
  readonly partner: PartnerTold;
  /** What the centre’s directory says of what they offer, where it does. */
  readonly offers?: DirectoryResource;
  readonly languages: readonly string[];
  /** In words where the directory has some. */
  readonly territories: readonly string[];
  readonly servesFamily: boolean;
}

interface RecipientsAsked {
  readonly asked: AskedFor;
  readonly partners: readonly PartnerTold[];
  readonly resources: readonly DirectoryResource[];
  /** Language tags that the child’s family speaks. */
  readonly spoken: readonly string[];
}

/** Whom to ask this of: who offers just that first, then who serves families in their language, then by name. */
export function recipientsFor({ asked, partners, resources, spoken }: RecipientsAsked): readonly Recipient[] {
  return partners
    .filter((partner) => isFor(asked, partner))
    .map((partner) => recipientOf(partner, resources, asked, spoken))
    .sort(
      (one, other) =>
        Number(other.offers !== undefined) - Number(one.offers !== undefined) ||
        Number(other.servesFamily) - Number(one.servesFamily) ||
        one.partner.name.fr.localeCompare(other.partner.name.fr, 'fr'),
    );
}

function recipientOf(
  partner: PartnerTold,
  resources: readonly DirectoryResource[],
  asked: AskedFor,
  spoken: readonly string[],
): Recipient {
  const own = resources.filter((resource) => resource.partner === partner.id);
  const offers = own.find(({ kinds = [] }) => kinds.some((kind) => kind === offeredAs(asked)));
  const languages = distinct([...(partner.languages ?? []), ...(offers?.languages ?? [])]);
  const named = (offers?.territories ?? []).map(({ id, name }) => name ?? id);
  return {
    partner,
    ...(offers !== undefined && { offers }),
    languages,
    territories: named.length === 0 ? (partner.territory ?? []) : named,
    servesFamily: spoken.some((tag) => languages.includes(tag)),
  };
}

/** The directory calls it by the same word. */
function offeredAs(asked: AskedFor): string | undefined {
  if (asked.concept === 'social-prescription') return asked.kind;
  return asked.concept === 'service-referral' ? asked.service : undefined;
}

const distinct = (tags: readonly string[]): readonly string[] => [...new Set(tags)];
