import { extensionIn, extensionsIn } from '../../../mappings/concepts/extension.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import type { GatewayClient } from '../../gateway-client.ts';
import { foundInPages } from '../bundle-pages.ts';

const PAGE = 200;

/** The ids of the centre’s circles in which a professional stands, or whose pivot they are; read page by page through the facade. */
export async function circlesWith(
  gateway: GatewayClient,
  { centre, professional }: { readonly centre: string; readonly professional: string },
): Promise<readonly string[]> {
  const teams = (await foundInPages(gateway, 'GET', `/fhir/CareTeam?_count=${PAGE}`)).flatMap((it) =>
    it.resourceType === 'CareTeam' && names(it, centre, professional) ? [it] : [],
  );
  const ids = teams.flatMap(
    ({ identifier }) => identifier?.find(({ system }) => system === IDENTIFIERS.careCircle(centre))?.value ?? [],
  );
  return [...new Set(ids)].sort();
}

/** As a member of the directory, or as a pivot whom the circle names and does not list. */
const names = ({ participant = [] }: fhir4.CareTeam, centre: string, professional: string): boolean =>
  participant.some((it) => {
    const { system, value } = it.member?.identifier ?? {};
    const isMember = system === IDENTIFIERS.professionalRole(centre) && value === professional;
    const [details] = extensionsIn(it, EXTENSIONS.participant);
    return isMember || extensionIn(details, 'named', 'valueString') === professional;
  });

/** The name of a professional as the directory has it; undefined where it does not know them. */
export async function nameInDirectory(gateway: GatewayClient, centre: string, id: string): Promise<string | undefined> {
  const identifier = encodeURIComponent(`${IDENTIFIERS.professional(centre)}|${id}`);
  const found = await foundInPages(gateway, 'GET', `/fhir/Practitioner?identifier=${identifier}`);
  const [person] = found.flatMap((it) => (it.resourceType === 'Practitioner' ? [it] : []));
  return person?.name?.[0]?.text;
}
