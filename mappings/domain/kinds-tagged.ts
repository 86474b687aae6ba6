import { ABOUT_REQUESTS, isConsentToRights, withWhatIsAbout } from './known-to.ts';
import { isRequestKind, REQUEST_KINDS_ALL, type RequestKind, requestKindOf } from './request-kind.ts';
import { CODE_SYSTEMS } from './systems.ts';

type Resource = fhir4.FhirResource;

/** Of what is about no request, so that a search that names what it wants finds it too. */
export const ABOUT_NO_REQUEST: fhir4.Coding = { system: CODE_SYSTEMS.recordKeeping, code: 'about-no-request' };

/**
 * Of a consent that may let clinical staff know that there is a legal referral (it permits that, whether or not it stands): where a child has none,
 * nothing lets it be known, and no other consent, which is hidden from them, is loaded to find that out.
 */
export const LETS_LEGAL_REFERRAL_BE_KNOWN: fhir4.Coding = {
  system: CODE_SYSTEMS.informationKind,
  code: 'legal-referral-exists',
};

/**
 * What is about to be written, each with the kinds of the requests that it is about as tags (`meta.tag`, codes of our own). Whoever may not know of
 * a kind asks the record for the others only (gateway/record/of-kinds-known.ts): what is hidden is then not even loaded, and takes no time that is
 * heard. `standing`: what the record holds that the writes name, tagged when it was written.
 */
export function taggedWithKinds<W extends { readonly resource: Resource }>(
  writes: readonly W[],
  standing: readonly Resource[],
): readonly W[] {
  const written = new Set(writes.map(({ resource }) => resource));
  const rewritten = new Set([...written].map(placeOf));
  // Of what a lane’s worker remembers much is a circle or a trace: nothing is about a request because of that.
  const mayTell = (it: Resource): boolean => it.resourceType === 'ServiceRequest' || isTagged(it.resourceType);
  const all = [...written, ...standing.filter((it) => mayTell(it) && !rewritten.has(placeOf(it)))];
  const about = REQUEST_KINDS_ALL.map((kind) => {
    const isRoot = (it: Resource): boolean =>
      requestKindOf(it) === kind ||
      (kind === 'legal-referral' && isConsentToRights(it)) ||
      (!written.has(it) && kindsTaggedOn(it).includes(kind));
    return { kind, resources: withWhatIsAbout(all, isRoot) };
  });
  return writes.map((write) => {
    if (!isTagged(write.resource.resourceType)) return write;
    const kinds = about.filter(({ resources }) => resources.has(write.resource)).map(({ kind }) => kind);
    return { ...write, resource: tagged(write.resource, kinds) };
  });
}

/** Whether something of that type says of which kinds the requests are that it is about. */
export const isTagged = (type: string): boolean => TAGGED.has(type);
const TAGGED: ReadonlySet<string> = new Set(ABOUT_REQUESTS);

/** As a search asks for them: the tags of what is about requests of these kinds, or about none. */
export const tokensOfTags = (kinds: readonly RequestKind[]): string =>
  [...kinds.map(tagOf), ABOUT_NO_REQUEST].map(tokenOf).join(',');

const tokenOf = ({ system, code }: fhir4.Coding): string => `${system}|${code}`;

/** As a search asks for it. */
export const LETS_BE_KNOWN_TOKEN = tokenOf(LETS_LEGAL_REFERRAL_BE_KNOWN);

const tagOf = (code: RequestKind): fhir4.Coding => ({ system: CODE_SYSTEMS.requestKind, code });

/** The kinds of the requests that a resource is about, as it was tagged when it was written. */
export const kindsTaggedOn = ({ meta }: Resource): readonly RequestKind[] =>
  (meta?.tag ?? []).filter(isOurs).flatMap(({ code }) => (isRequestKind(code) ? [code] : []));

/** What one lacks of the tags that it bears in the other: as it is to be written. */
export const tagsLacking = (resource: Resource, { meta }: Resource): readonly fhir4.Coding[] =>
  (meta?.tag ?? []).filter((tag) => resource.meta?.tag?.some(isSame(tag)) !== true);

const isSame =
  (one: fhir4.Coding) =>
  ({ system, code }: fhir4.Coding): boolean =>
    system === one.system && code === one.code;

const isOurs = (tag: fhir4.Coding): boolean =>
  tag.system === CODE_SYSTEMS.requestKind || [ABOUT_NO_REQUEST, LETS_LEGAL_REFERRAL_BE_KNOWN].some(isSame(tag));

const mayLetLegalReferralBeKnown = (resource: Resource): boolean =>
  resource.resourceType === 'Consent' &&
  resource.provision?.type === 'permit' &&
  resource.provision.class?.some(isSame(LETS_LEGAL_REFERRAL_BE_KNOWN)) === true;

function tagged(resource: Resource, kinds: readonly RequestKind[]): Resource {
  const others = (resource.meta?.tag ?? []).filter((it) => !isOurs(it));
  const about = kinds.length === 0 ? [ABOUT_NO_REQUEST] : kinds.map(tagOf);
  const lets = mayLetLegalReferralBeKnown(resource) ? [LETS_LEGAL_REFERRAL_BE_KNOWN] : [];
  return { ...resource, meta: { ...resource.meta, tag: [...others, ...about, ...lets] } };
}

/** Where it stands; one that is new stands nowhere. */
const placeOf = ({ resourceType, id }: Resource): string => `${resourceType}/${id ?? ''}`;
