import { type RequestHandler, Router } from 'express';
import type { Identified } from '../../../mappings/concepts/concept-mapping.ts';
import type { Incident } from '../../../mappings/domain/concepts.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import { FORMATS } from '../../../profiles/formats.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import type { IncidentBook, IncidentOnRecord } from '../../incidents/incident-book.ts';
import { centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { noteAccess } from './note-access.ts';
import { privacyOfficerOnly } from './privacy-officer.ts';
import { ifMatchOf } from './request-headers.ts';

export interface IncidentRouteDeps {
  readonly incidents: IncidentBook;
  readonly check: (body: unknown) => readonly Issue[];
  readonly body: RequestHandler;
}

/**
 * The centre’s register of confidentiality incidents (docs/incidents.md): `GET /`, `GET /{id}`, `PUT /{id}`. Written by the privacy officer, a
 * person; each reading and writing stands in the register of accesses before it is answered. Nothing removes a line.
 */
export function incidentRoutes({ incidents, check, body }: IncidentRouteDeps): Router {
  const routes = Router();

  routes.get('/', async (_req, res) => {
    const centre = centreOf(res);
    const listed = await incidents.list(centre);
    const on = listed.incidents.map((line) => named(centre, line));
    await noteAccess(res, { kind: 'incidents', how: 'search-type', on });
    res.json(listed);
  });

  routes.get('/:id', async (req, res) => {
    const centre = centreOf(res);
    const line = await incidents.read(centre, numberIn(req.params.id));
    await noteAccess(res, { kind: 'incident', on: [named(centre, line)] });
    res.set('ETag', `W/"${line.version}"`).json(line);
  });

  routes.put('/:id', body, async (req, res) => {
    privacyOfficerOnly(res, ONLY_PRIVACY);
    const centre = centreOf(res);
    const number = numberIn(String(req.params.id));
    const ifMatch = ifMatchOf(req);
    const incident = checked(check, req.body, number);
    await noteAccess(res, { kind: 'incident-written', on: [identifierOf(centre, number)] });
    const { how, line } = await incidents.write(centre, incident, ifMatch);
    res
      .status(how === 'created' ? 201 : 200)
      .set({ ETag: `W/"${line.version}"`, ...(how === 'created' && { Location: `/v1/incidents/${number}` }) })
      .json(line);
  });

  return routes;
}

/** Throws `notFound` for what no incident can be called. */
function numberIn(id: string): string {
  if (FORMATS['business-identifier'](id)) return id;
  throw new GatewayError('notFound', 'no number of an incident');
}

/** Throws `invalidInput`. */
function checked(check: IncidentRouteDeps['check'], body: unknown, id: string): Identified<Incident> {
  const incident = checkedBody<Incident>(check(body), body);
  if (incident.id !== undefined && incident.id !== id)
    throw new GatewayError('invalidInput', 'two numbers', { issues: [TWO_NUMBERS] });
  return { ...incident, id };
}

const identifierOf = (centre: string, value: string): fhir4.Reference => ({
  type: 'Basic',
  identifier: { system: IDENTIFIERS.incident(centre), value },
});

const named = (centre: string, { incident }: IncidentOnRecord): fhir4.Reference => identifierOf(centre, incident.id);

const TWO_NUMBERS: Issue = {
  severity: 'error',
  code: 'conflict',
  expression: 'Incident.id',
  text: {
    fr: '« id » et l’adresse nomment deux incidents ; écrivez le même numéro, ou enlevez « id ».',
    en: '"id" and the address name two incidents; write the same number, or leave "id" out.',
  },
};

const ONLY_PRIVACY = {
  fr: 'Le registre des incidents s’écrit par la personne responsable de la protection des renseignements personnels : un jeton avec le rôle privacy, et qui dit qui agit.',
  en: 'The register of incidents is written by the privacy officer: a token with the role privacy that says who acts.',
};
