import type { Partner } from '../../gateway/registry.ts';
import { patientFromChild } from '../../mappings/concepts/child.ts';
import { CONCEPT_MAPPINGS } from '../../mappings/concepts/concept-mappings.ts';
import type { Message, Written } from '../../mappings/dialects/dialect.ts';
import { dialectOf } from '../../mappings/dialects/dialects.ts';
import { travellingRequest } from '../../mappings/dialects/travelling-request.ts';
import type { CareCircle, LegalReferral, ServiceReferral, SocialPrescription } from '../../mappings/domain/concepts.ts';
import { LENSES, type Lens, type LensName } from '../../mappings/lenses/lenses.ts';
import { lookThrough } from '../../mappings/lenses/look-through.ts';
import { conceptExamples } from '../../profiles/load-examples.ts';

/** What one partner of the registry would be sent of an invented request. */
export interface PartnerPreview {
  readonly lens: LensName;
  /** What it may see, by the names of the lens: of the child, of the request. */
  readonly child: readonly string[];
  readonly request: readonly string[];
  /** Absent for a partner on paper: it gets a page. */
  readonly written?: Written;
}

/** Identity of an invented sender; nothing here is a real centre. */
const SENDER = { id: 'centre-exemple', name: 'Centre exemple', telephone: '514 555-0100' };
const AT = '2026-09-22T13:00:00Z';
const MESSAGE_ID = '4f1a6f0e-0000-5000-8000-000000000001';

/** Pure: an invented request of the kind that this partner gets, through its lens, in its dialect. */
export function previewPartner(partner: Partner): PartnerPreview {
  const lens: LensName = partner.lens === 'lawyer' ? 'lawyer-conflict-check' : partner.lens;
  // A lens is an allow-list of names, whichever it is.
  const shown: Lens = LENSES[lens];
  return {
    lens,
    child: shown.child,
    request: [...shown.request, ...shown.extensions.map((url) => url.replace(/.*\//, ''))],
    ...writtenFor(partner, lens),
  };
}

function writtenFor(partner: Partner, lens: LensName): { readonly written?: Written } {
  const dialect = dialectOf(partner.dialect);
  if (dialect === undefined) return {};
  const { task, request, child } = exampleFor(partner);
  const seen = lookThrough(LENSES[lens], { task, request, child }, partner.id);
  const written = dialect.writeRequest(travellingRequest(task, seen, []), {
    messageId: MESSAGE_ID,
    at: AT,
    sender: SENDER,
    recipient: { id: partner.id, name: partner.name[partner.language] },
    language: partner.language,
    first: true,
    ...(partner.hl7v2 !== undefined && { hl7v2: partner.hl7v2 }),
  });
  return { written };
}

function exampleFor(partner: Partner) {
  const resources =
    bundleFor(partner).entry?.flatMap(({ resource }) => (resource === undefined ? [] : [resource])) ?? [];
  const task = resources.find((it) => it.resourceType === 'Task');
  const request = resources.find((it) => it.resourceType === 'ServiceRequest');
  // The examples are checked by their own tests: each is what its folder says.
  const [circle] = Object.values(conceptExamples('care-circle')) as unknown as readonly CareCircle[];
  if (task === undefined || request === undefined || circle === undefined)
    throw new RangeError(`no example of a request for a partner of lens ${partner.lens}`);
  return { task, request, child: patientFromChild(circle.child, SENDER.id) };
}

function bundleFor(partner: Partner): fhir4.Bundle<fhir4.FhirResource> {
  const context = {
    exchangeId: MESSAGE_ID,
    recordedAt: AT,
    contentHash: '',
    centre: SENDER,
    recipient: { id: partner.id, name: partner.name.fr },
  };
  const agreement = {
    recipient: partner.id,
    by: { kind: 'member', id: 'maman' },
    at: '2026-09-21',
    how: 'oral',
  } as const;
  const agreed = { centre: SENDER.id, recipient: partner.id, agreements: [agreement] };
  switch (partner.lens) {
    case 'lawyer': {
      const [example] = Object.values(conceptExamples('legal-referral')) as unknown as readonly (LegalReferral & Ids)[];
      return CONCEPT_MAPPINGS['legal-referral'].toBundle({ ...known(example), ...agreed }, context);
    }
    case 'community': {
      const examples = Object.values(
        conceptExamples('social-prescription'),
      ) as unknown as readonly (SocialPrescription & Ids)[];
      return CONCEPT_MAPPINGS['social-prescription'].toBundle({ ...known(examples[0]), ...agreed }, context);
    }
    case 'public-network': {
      const examples = Object.values(conceptExamples('service-referral')) as unknown as readonly (ServiceReferral &
        Ids)[];
      return CONCEPT_MAPPINGS['service-referral'].toBundle({ ...known(examples[0]), ...agreed }, context);
    }
  }
}

interface Ids {
  readonly id: string;
  readonly version: number;
}

function known<T>(example: T | undefined): T {
  if (example === undefined) throw new RangeError('no example');
  return example;
}

/** A message as a person reads it: FHIR indented, an HL7 v2 segment a line. */
export const messageText = (message: Message): string =>
  message.form === 'fhir' ? JSON.stringify(message.bundle, undefined, 2) : message.text.replaceAll('\r', '\n');
