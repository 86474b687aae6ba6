import { v5 as uuidFrom } from 'uuid';
import { basisFor } from '../mappings/consent/basis.ts';
import { dayAt } from '../mappings/domain/dates-in-words.ts';
import { wasAccepted } from '../mappings/domain/last-word.ts';
import { type Stage, stageOf, tellingOf } from '../mappings/domain/request-untold.ts';
import { revisionOf } from '../mappings/domain/revision-on-record.ts';
import { IDENTIFIERS } from '../mappings/domain/systems.ts';
import { LENSES, type LensName } from '../mappings/lenses/lenses.ts';
import { lookThrough, type RequestOnRecord, type RequestSeen } from '../mappings/lenses/look-through.ts';
import type { Audit } from './audit.ts';
import { GatewayError } from './failures.ts';
import type { FhirStore } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';
import type { Centre, Partner, Registry } from './registry.ts';

/** One request at one recipient, whole, as the record holds it. */
export interface Disclosable extends RequestOnRecord {
  readonly number: string;
  readonly centre: Centre;
  readonly partner: Partner;
  /** Business identifier of the request at the centre. */
  readonly requestId: string;
  readonly childId: string;
  readonly version: number;
  /** What may be shown now: a legal request shows its facts only once accepted. */
  readonly stage: Stage;
  /** The same as the receipt says it: of a cancellation, whether it asks accepted work to stop, cancels, or was an error. */
  readonly telling: string;
}

export interface DisclosureDeps {
  readonly store: FhirStore;
  readonly registry: Registry;
  readonly audit: Pick<Audit, 'disclosure'>;
  readonly now: () => Date;
}

export interface Disclosures {
  /** Throws GatewayError `noBasis` unless something lets this request be shown to its recipient now; says what. */
  mustHaveBasis(disclosable: Disclosable): string;
  /** Reads the request that a pairwise number stands for; undefined when the record does not know it. */
  read(number: string): Promise<Disclosable | undefined>;
  /** The last moment: basis, then lens, then audit; only then may anything leave. Throws GatewayError `noBasis`. */
  disclose(disclosable: Disclosable, channel: string): Promise<RequestSeen>;
}

const DISCLOSURES = '3d7c9c0e-8f2e-5b7e-9a86-0c1f9b4a2e77';

/** A lawyer is shown the facts only once it has accepted. */
export const stepsOf = ({ lens }: Pick<Partner, 'lens'>) => ({ inTwoSteps: lens === 'lawyer' });

export function disclosures({ store, registry, audit, now }: DisclosureDeps): Disclosures {
  return {
    async read(number) {
      const found = await store.search('Task', {
        identifier: identifierToken(IDENTIFIERS.task, number),
        _include: ['Task:focus', 'Task:patient'],
      });
      const task = found.find((resource) => resource.resourceType === 'Task');
      const request = found.find((resource) => resource.resourceType === 'ServiceRequest');
      const child = found.find((resource) => resource.resourceType === 'Patient');
      if (
        task?.resourceType !== 'Task' ||
        request?.resourceType !== 'ServiceRequest' ||
        child?.resourceType !== 'Patient'
      )
        return undefined;
      // What somebody else asked is no request of a centre's.
      if (task.requester?.identifier?.system !== IDENTIFIERS.centre) return undefined;
      const centre = registry.centre(task.requester.identifier.value ?? '');
      const partner = registry.partner(task.owner?.identifier?.value ?? '');
      if (centre === undefined || partner === undefined)
        throw new GatewayError('internal', `task ${number} names a centre or partner that the registry does not have`);
      const valueUnder = (resource: fhir4.ServiceRequest | fhir4.Patient, system: string) =>
        resource.identifier?.find((it) => it.system === system)?.value ?? '';
      return {
        task,
        request,
        child,
        number,
        centre,
        partner,
        requestId: valueUnder(request, IDENTIFIERS.request(centre.id)),
        childId: valueUnder(child, IDENTIFIERS.child(centre.id)),
        version: revisionOf(request).version,
        stage: stageOf(task, stepsOf(partner)),
        telling: tellingOf(task, stepsOf(partner)),
      };
    },

    mustHaveBasis: (disclosable) => basisAt(disclosable, now()),

    async disclose(disclosable, channel) {
      const { task, partner, centre, number, version, stage } = disclosable;
      const at = now();
      const basis = basisAt(disclosable, at);
      const lens = lensFor(disclosable, channel);
      const seen = lookThrough(LENSES[lens], disclosable, partner.id, dayAt(at, centre.timeZone));
      await audit.disclosure({
        id: uuidFrom(
          `${number}|${version}|${stage}|${channel}|${SEEN_EACH_TIME.has(channel) ? at.toISOString() : ''}`,
          DISCLOSURES,
        ),
        centre: centre.id,
        recipient: partner.id,
        request: `Task/${task.id}`,
        lens,
        basis,
        at: at.toISOString(),
      });
      return seen;
    },
  };
}

function basisAt({ request, partner, number }: Disclosable, at: Date): string {
  const basis = basisFor(request, partner.id, at);
  if (basis.kind === 'none')
    throw new GatewayError('noBasis', `no agreement names ${partner.id} for task ${number}`, { issues: [NO_BASIS] });
  return `agreement ${basis.at}`;
}

/** A page is shown and a record is read each time anew; a message that is sent again is the same disclosure. */
const SEEN_EACH_TIME: ReadonlySet<string> = new Set(['paper', 'web-page', 'fhir-poll']);

function lensFor({ partner, stage, task }: Disclosable, channel: string): LensName {
  if (channel === 'web-page' && !wasAccepted(task)) return 'page-before-acceptance';
  if (partner.lens !== 'lawyer') return partner.lens;
  return stage === 'facts' ? 'lawyer-accepted' : 'lawyer-conflict-check';
}

const NO_BASIS = {
  severity: 'error',
  code: 'business-rule',
  expression: 'agreements',
  text: {
    fr: 'Aucun accord ne nomme ce destinataire : rien ne part. Ajoutez qui est d’accord, et quand, puis envoyez une nouvelle version.',
    en: 'No agreement names this recipient: nothing leaves. Add who agreed, and when, then send a new version.',
  },
} as const;
