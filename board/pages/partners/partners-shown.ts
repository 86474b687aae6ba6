import type { DirectoryResource } from '../../../mappings/domain/concepts.ts';
import type { PartnerTold } from '../../../mappings/domain/partner-told.ts';

/** A partner with what the centre’s directory says that it offers. */
export interface PartnerShown extends PartnerTold {
  readonly offers: readonly DirectoryResource[];
  readonly speaks: readonly string[];
  /** In words where the directory has some. */
  readonly where: readonly string[];
}

/** What one looks for; empty is anything. No personal datum: it stands in the address. */
export interface PartnerFilter {
  readonly programme: string;
  readonly language: string;
  readonly territory: string;
}

/** Partners by name in the reader’s language, each with what it offers. */
export function partnersShown(
  partners: readonly PartnerTold[],
  resources: readonly DirectoryResource[],
  language: 'fr' | 'en',
): readonly PartnerShown[] {
  return partners
    .map((partner) => shown(partner, resources))
    .sort((one, other) => one.name[language].localeCompare(other.name[language], language));
}

function shown(partner: PartnerTold, resources: readonly DirectoryResource[]): PartnerShown {
  const offers = resources.filter((resource) => resource.partner === partner.id);
  const territories = offers.flatMap((offer) => (offer.territories ?? []).map(({ id, name }) => name ?? id));
  return {
    ...partner,
    offers,
    speaks: distinct([...(partner.languages ?? []), ...offers.flatMap(({ languages = [] }) => languages)]),
    where: distinct([...(partner.territory ?? []), ...territories]),
  };
}

export const passes =
  ({ programme, language, territory }: PartnerFilter) =>
  ({ programmes = [], speaks, where }: PartnerShown): boolean =>
    (programme === '' || programmes.includes(programme)) &&
    (language === '' || speaks.includes(language)) &&
    (territory === '' || where.includes(territory));

/** What can be chosen: what some partner has. */
export const choicesAmong = (partners: readonly PartnerShown[]) => ({
  programmes: distinct(partners.flatMap(({ programmes = [] }) => programmes)),
  languages: distinct(partners.flatMap(({ speaks }) => speaks)),
  territories: distinct(partners.flatMap(({ where }) => where)).toSorted(),
});

const distinct = (all: readonly string[]): readonly string[] => [...new Set(all)];
