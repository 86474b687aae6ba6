import type { ExistenceRefusal } from '../../mappings/domain/concepts.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { RecordedRefusal } from '../../mappings/existence-refusals/refusal.ts';
import type { Issue } from '../../profiles/issue.ts';
import { isOn } from '../access/switches.ts';
import { GatewayError } from '../failures.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { Registry } from '../registry.ts';
import type { Added, RefusalSheets } from './refusal-sheets.ts';

/** Decisions of people that somebody of a child’s circle may not know of the child’s information (docs/existence-refusals.md). Nothing is computed. */
export interface RefusalDesk {
  /**
   * Throws GatewayError `forbidden` at a centre that has not turned it on; `notFound` for a child that its record does not know; `invalidInput`
   * for whoever is not in the child’s circle and for a request that is not the child’s: neither would be protected.
   */
  record(centre: string, decided: ExistenceRefusal, recordedBy: string): Promise<Added>;
  /** Also where it was turned off since: whoever is protected by a decision must not depend on a switch to see it end. Throws `notFound`, `unavailable`. */
  revoke(
    centre: string,
    child: string,
    id: string,
    by: { decidedBy: string; recordedBy: string },
  ): Promise<RecordedRefusal>;
  /** All that were recorded, whether it is on or not. Throws `unavailable`: then nothing may be told to anybody. */
  of(centre: string, child: string): Promise<readonly RecordedRefusal[]>;
  /** Throws `invalidInput` for whoever is not in the child’s circle: a slip in a number would pass by a decision. */
  mustBeInCircle(centre: string, child: string, member: string, expression: string): Promise<void>;
}

export interface RefusalDeskDeps {
  readonly store: Pick<FhirStore, 'search'>;
  readonly registry: Pick<Registry, 'centre'>;
  readonly sheets: RefusalSheets;
}

export function refusalDesk({ store, registry, sheets }: RefusalDeskDeps): RefusalDesk {
  const mustBeInCircle: RefusalDesk['mustBeInCircle'] = async (centre, child, member, expression) => {
    const number = identifierToken(IDENTIFIERS.member(centre), `${child}:${member}`);
    const [found] = await store.search('RelatedPerson', { identifier: number });
    if (found === undefined) throw wrong(expression, NOT_IN_CIRCLE);
  };

  const mustBeTheChilds = async (centre: string, child: string, requests: readonly string[]): Promise<void> => {
    for (const [nth, request] of requests.entries()) {
      const number = identifierToken(IDENTIFIERS.request(centre), request);
      const found = await store.search('ServiceRequest', { identifier: number });
      const isTheirs = found.some(
        (it) =>
          it.resourceType === 'ServiceRequest' &&
          it.subject.identifier?.system === IDENTIFIERS.child(centre) &&
          it.subject.identifier.value === child,
      );
      if (!isTheirs) throw wrong(`ExistenceRefusal.requests[${nth}]`, NOT_THEIR_REQUEST);
    }
  };

  return {
    async record(centre, { child, ...decided }, recordedBy) {
      mayRefuse(registry, centre);
      const [patient] = await store.search('Patient', {
        identifier: identifierToken(IDENTIFIERS.child(centre), child),
      });
      if (patient === undefined) throw new GatewayError('notFound', 'no such child');
      await mustBeInCircle(centre, child, decided.member, 'ExistenceRefusal.member');
      await mustBeTheChilds(centre, child, decided.requests ?? []);
      return sheets.add(centre, child, decided, recordedBy);
    },

    revoke: (centre, child, id, by) => sheets.revoke(centre, child, id, by),
    of: (centre, child) => sheets.of(centre, child),
    mustBeInCircle,
  };
}

/** Throws `forbidden`, before anything of a child is looked at. */
export function mayRefuse(registry: Pick<Registry, 'centre'>, centre: string): void {
  if (!isOn(registry.centre(centre), 'existenceRefusals'))
    throw new GatewayError('forbidden', 'refusals of existence are off', { issues: [OFF] });
}

const wrong = (expression: string, text: Issue['text']): GatewayError =>
  new GatewayError('invalidInput', expression, {
    issues: [{ severity: 'error', code: 'not-found', expression, text }],
  });

const NOT_IN_CIRCLE: Issue['text'] = {
  fr: 'Personne de ce numéro dans la famille ou la communauté de cet enfant, au dossier : vérifiez le numéro, ou inscrivez d’abord la personne au cercle, avec un « id ».',
  en: 'Nobody of this number in this child’s family or community, in the record: check the number, or write the person into the circle first, with an "id".',
};

const NOT_THEIR_REQUEST: Issue['text'] = {
  fr: 'Aucune demande de ce numéro pour cet enfant, au dossier : elle ne serait pas protégée. Vérifiez le numéro, ou refusez tout le dossier.',
  en: 'No request of this number for this child, in the record: it would not be protected. Check the number, or refuse the whole file.',
};

const OFF: Issue = {
  severity: 'error',
  code: 'forbidden',
  text: {
    fr: 'Refuser l’existence d’un dossier est éteint à votre centre. Pour l’allumer, la personne responsable de la protection des renseignements personnels le décide, et qui exploite la passerelle écrit qui l’a décidé et quand à l’entrée du centre dans le registre : « existenceRefusals: { by: …, since: … } ». Ce qui a été décidé avant protège encore.',
    en: 'To refuse the existence of a file is off at your centre. To turn it on, the centre’s privacy officer decides so, and whoever runs the gateway writes who decided so and when in the centre’s entry of the registry: "existenceRefusals: { by: …, since: … }". What was decided before still protects.',
  },
};
