import { CANONICAL } from '../../profiles/canonical.ts';
import { type CONSENT_REGIMES, SAID_HOW } from '../../profiles/codes/consent.ts';
import type { Consent } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { codeMap, wordFrom } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { groundExtension, groundFrom } from './consent-ground.ts';
import { giverFromReference, invokerFromReference, witnessFrom, witnessReference } from './consent-people.ts';
import { provisionFrom, provisionOf } from './consent-provision.ts';
import { centreIdentity, organizationEntry, partnerIdentity } from './directory.ts';
import { extension, extensionIn } from './extension.ts';
import { type Findings, findings } from './findings.ts';
import { childIdIn, foundResources } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { present } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { referenceInside } from './reference.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { childReference, referenceFromWho, type WhoScope, whoEntries } from './who.ts';
import { withdrawalExtension, withdrawalFrom } from './withdrawal.ts';
import { wordsSaidFrom, wordsSaidIdentity, wordsSaidResource } from './words-said.ts';

type Status = NonNullable<Consent['status']>;
type Decision = Consent['decision'];

const REGIMES = codeMap<Consent['regime'], string>({
  'qc-lrsss': policy('qc-lrsss'),
  'qc-private': policy('qc-private'),
  'on-phipa': policy('on-phipa'),
  'on-cyfsa-x': policy('on-cyfsa-x'),
});

/** Consent ⇄ Consent, and a DocumentReference of the words said. One recipient, one purpose: what another may see is another consent. */
export const consentMapping: ConceptMapping<Consent> = {
  name: 'consent',
  root: (centre) => ({ type: 'Consent', system: IDENTIFIERS.consent(centre) }),
  toBundle: bundleFromConsent,
  fromResources: consentFromResources,
};

/** URI of a regime, as `policy.uri` names it. */
function policy(regime: keyof typeof CONSENT_REGIMES): string {
  return `${CANONICAL}/policy/${regime}`;
}

const consentIdentity = (centre: string, id: string): Identity<'Consent'> => ({
  type: 'Consent',
  system: IDENTIFIERS.consent(centre),
  value: id,
});

function bundleFromConsent(consent: Identified<Consent>, context: MappingContext): fhir4.Bundle<fhir4.FhirResource> {
  const { centre, child, by, said, witness, withdrawal } = consent;
  const scope = { centre, childId: child.id };
  const root = consentIdentity(centre, consent.id);
  const words = wordsSaidIdentity(centre, consent.id);
  const written = [
    putEntry(root, resourceFromConsent(consent, context)),
    ...(said === undefined
      ? []
      : [putEntry(words, wordsSaidResource(said, words, { ...consent, scope, security: labelsOf(consent) }))]),
  ];
  const agent = referenceFromWho(withdrawal?.by ?? by, scope);
  return transactionOf([
    ...written,
    organizationEntry(centreIdentity(centre), context.centre),
    ...recipientEntries(consent, context),
    ...whoEntries([by, withdrawal?.by, witness], scope),
    provenanceEntry(written, { happenedAt: withdrawal?.at ?? consent.happenedAt, agent }, context),
  ]);
}

function recipientEntries({ recipient, otherCentre }: Consent, context: MappingContext) {
  const id = recipient ?? otherCentre;
  if (id === undefined) return [];
  const name = context.recipient?.id === id ? context.recipient.name : undefined;
  return [organizationEntry(recipient === undefined ? centreIdentity(id) : partnerIdentity(id), { id, name })];
}

function resourceFromConsent(consent: Identified<Consent>, context: MappingContext): fhir4.Consent {
  const { centre, child, by, ground, how, note, said, status, withdrawal, witness } = consent;
  const scope = { centre, childId: child.id };
  const security = labelsOf(consent);
  return present({
    resourceType: 'Consent',
    meta: present({ profile: [PROFILES.consent], security }),
    extension: [
      revisionExtension(consent, context),
      ...extension(EXTENSIONS.saidHow, 'valueCode', how),
      ...extension(FOREIGN.consentWitness, 'valueReference', witness && witnessReference(witness, scope)),
      ...(withdrawal === undefined ? [] : [withdrawalExtension(withdrawal, scope)]),
      ...(ground === undefined ? [] : [groundExtension(ground)]),
      ...extension(EXTENSIONS.note, 'valueString', note),
    ],
    identifier: [identifierOf(consentIdentity(centre, consent.id))],
    status: fhirStatusOf(status ?? 'active', consent.decision),
    _status: impliedMark(status),
    scope: { coding: [{ system: FOREIGN.consentScope, code: 'patient-privacy', display: 'Privacy Consent' }] },
    category: [{ coding: [{ system: FOREIGN.actCode, code: 'IDSCL', display: 'information disclosure' }] }],
    patient: childReference(scope),
    dateTime: consent.happenedAt,
    performer: [referenceFromWho(by, scope)],
    organization: [referenceInside(centreIdentity(centre))],
    sourceReference: said && referenceInside(wordsSaidIdentity(centre, consent.id)),
    policy: [{ uri: REGIMES.toFhir(consent.regime) }],
    provision: provisionOf(consent),
  });
}

/** A consent about the child’s rights shows that there is something to ask a lawyer: it is restricted as the request is, and does not say why. */
const labelsOf = ({ purpose }: Consent): fhir4.Coding[] | undefined =>
  purpose === 'rights-support'
    ? [
        { system: FOREIGN.confidentiality, code: 'R' },
        { system: CODE_SYSTEMS.sensitivity, code: 'PSC-RESTRICTED' },
      ]
    : undefined;

/** A refusal that stands is `rejected`, and its provision denies: who reads only one of the two never takes it for a yes. */
function fhirStatusOf(status: Status, decision: Decision): fhir4.Consent['status'] {
  switch (status) {
    case 'active':
      return decision === 'refuse' ? 'rejected' : 'active';
    case 'withdrawn':
      return 'inactive';
    default:
      return status;
  }
}

const STATUSES = {
  proposed: 'proposed',
  active: 'active',
  rejected: 'active',
  inactive: 'withdrawn',
  'entered-in-error': 'entered-in-error',
} as const satisfies Partial<Record<fhir4.Consent['status'], Status>>;

/** The status back; a reason if it and the provision say opposite things. */
function statusFrom({ status, _status }: fhir4.Consent, decision: Decision, found: Findings): Status | undefined {
  const word = wordFrom(STATUSES, status, 'Consent.status', found);
  if (word === undefined) return undefined;
  const said = STATUSES[word];
  if (fhirStatusOf(said, decision) !== status) {
    return found.report('value', 'Consent.status', {
      fr: 'Consent.status et Consent.provision.type se contredisent : un refus est « rejected » et « deny ».',
      en: 'Consent.status and Consent.provision.type contradict each other: a refusal is "rejected" and "deny".',
    });
  }
  return saidStatus(said, _status, 'active');
}

function consentFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const index = foundResources(resources);
  const root = index.root('Consent', IDENTIFIERS.consent, found);
  if (root === undefined) return found.settle<Identified<Consent>>(undefined);
  const { resource, centre, id } = root;
  const childId = found.required(childIdIn(resource.patient, centre), 'Consent.patient.identifier');
  const revision = revisionFrom(resource, found);
  if (childId === undefined || revision === undefined) return found.settle<Identified<Consent>>(undefined);
  const scope: WhoScope = { centre, childId };
  const ground = groundFrom(resource, found);
  const by = found.required(
    (ground === undefined ? giverFromReference : invokerFromReference)(
      resource.performer?.[0],
      scope,
      'Consent.performer',
      found,
    ),
    'Consent.performer',
  );
  const provision = provisionFrom(resource.provision, centre, found);
  const regime = found.required(
    REGIMES.toDomain(resource.policy?.[0]?.uri, 'Consent.policy.uri', found),
    'Consent.policy.uri',
  );
  if (by === undefined || provision === undefined || regime === undefined)
    return found.settle<Identified<Consent>>(undefined);
  const words =
    resource.sourceReference &&
    index.at('DocumentReference', resource.sourceReference, 'Consent.sourceReference', found);
  return found.settle<Identified<Consent>>(
    present({
      id,
      ...revision,
      centre,
      child: { id: childId },
      by,
      status: statusFrom(resource, provision.decision, found),
      ...provision,
      regime,
      ground,
      how: wordFrom(
        SAID_HOW,
        extensionIn(resource, EXTENSIONS.saidHow, 'valueCode'),
        `Consent.extension('${EXTENSIONS.saidHow}')`,
        found,
      ),
      said: words && wordsSaidFrom(words, found),
      witness: witnessFrom(extensionIn(resource, FOREIGN.consentWitness, 'valueReference'), scope, found),
      withdrawal: withdrawalFrom(resource, scope, found),
      note: extensionIn(resource, EXTENSIONS.note, 'valueString'),
    }),
  );
}
