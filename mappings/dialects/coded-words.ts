import {
  BARRIER_KINDS,
  type Bilingual,
  DECLINE_REASONS,
  LEGAL_MANDATES,
  NETWORK_SERVICES,
  PRESCRIPTION_KINDS,
  PROGRAMMES,
  REQUEST_KINDS,
} from '../../profiles/codes.ts';
import { CODE_SYSTEMS } from '../domain/systems.ts';

const TABLES: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  [CODE_SYSTEMS.requestKind]: REQUEST_KINDS,
  [CODE_SYSTEMS.prescriptionKind]: PRESCRIPTION_KINDS,
  [CODE_SYSTEMS.legalMandate]: LEGAL_MANDATES,
  [CODE_SYSTEMS.networkService]: NETWORK_SERVICES,
  [CODE_SYSTEMS.programme]: PROGRAMMES,
  [CODE_SYSTEMS.barrierKind]: BARRIER_KINDS,
  [CODE_SYSTEMS.declineReason]: DECLINE_REASONS,
};

/** The words of a coded element in one language: those of our own code, in the system asked for. */
export function wordsOf(
  concepts: readonly (fhir4.CodeableConcept | undefined)[],
  system: string,
  language: keyof Bilingual,
): string | undefined {
  const code = concepts.flatMap((concept) => concept?.coding ?? []).find((coding) => coding.system === system)?.code;
  return code === undefined ? undefined : TABLES[system]?.[code]?.[language];
}
