import { IDENTIFIERS, PROFILES } from '../../mappings/domain/systems.ts';
import type { AuditEntry } from './chain.ts';

/** What somebody who operates the gateway did, or a program of a centre that says since when something was known: by ids. */
export interface OperatorAct {
  readonly what:
    | 'replay'
    | 'close'
    | 'pause'
    | 'resume'
    /** A switch of a centre (docs/switches.md): turned on, turned off, or on when a process started. */
    | 'switch-on'
    | 'switch-off'
    | 'switch-stands'
    /** The access file (docs/administration.md) names whom it did not, says something else of them, or names them no more. */
    | 'access-added'
    | 'access-changed'
    | 'access-removed'
    /** The watch tells a centre that something has changed, or how many lines wait: a number, and nothing of anybody. */
    | 'tell-webhook'
    | 'tell-mail'
    /** A centre’s program said since when something was known: the trace of that exchange says it, not when the gateway learnt of it. */
    | 'state-known';
  /** Name of the operator’s token, of the file that says so, or a centre. */
  readonly by: { readonly operator: string } | { readonly centre: string };
  /** Business identifiers or exchanges of what it was done to. */
  readonly on: readonly fhir4.Reference[];
  readonly at: string;
}

/** `id`: of the entry, its own each time. Two acts of one person in one millisecond are two. */
export const operatorActEvent = ({ what, by, on, at }: OperatorAct, id: string): AuditEntry => ({
  resourceType: 'AuditEvent',
  meta: { profile: [PROFILES.operatorAct] },
  id,
  type: {
    system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
    code: 'rest',
    display: 'RESTful Operation',
  },
  subtype: [
    {
      system: 'http://hl7.org/fhir/restful-interaction',
      code: 'operation',
      display: 'operation',
    },
  ],
  action: 'E',
  recorded: at,
  outcome: '0',
  agent: [
    'operator' in by
      ? { altId: by.operator, requestor: true }
      : {
          who: { type: 'Organization', identifier: { system: IDENTIFIERS.centre, value: by.centre } },
          requestor: true,
        },
  ],
  source: { observer: { type: 'Device', display: 'Passerelle' } },
  entity: on.map((it) => ({ what: it, detail: [{ type: 'act', valueString: what }] })),
});
