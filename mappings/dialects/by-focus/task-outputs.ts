import type { Issue } from '../../domain/mapped.ts';
import { CODE_SYSTEMS, FOREIGN } from '../../domain/systems.ts';
import type { WordsHeard } from '../dialect.ts';
import { fault, notCarried, picked } from '../messaging/not-carried.ts';
import { conceptText, wordsAt } from '../messaging/words-in.ts';
import type { OpenedBundle } from './opened-bundle.ts';

/** What the outputs of a Task tell. */
export interface OutputsHeard {
  readonly outcome?: string;
  readonly appointmentAt?: string;
  readonly words: readonly WordsHeard[];
  readonly issues: readonly Issue[];
  /** Resources that were read on the way. */
  readonly read: readonly fhir4.FhirResource[];
}

type OneHeard = Partial<OutputsHeard>;

/** BSeR’s section of a feedback document that sums up what came of the referral. */
const SUMMARY = 'RSRFS';

/** What was done and when the appointment is: Gravity’s resulting activity, BSeR’s feedback document, our own outputs. */
export function outputsIn(task: fhir4.Task, opened: Pick<OpenedBundle, 'at'>): OutputsHeard {
  const heard = (task.output ?? []).map((output) => outputIn(output, task, opened));
  const outcomes = heard.flatMap(({ outcome }) => outcome ?? []);
  const appointmentAt = heard.findLast((one) => one.appointmentAt !== undefined)?.appointmentAt;
  return {
    ...(outcomes.length > 0 && { outcome: [...new Set(outcomes)].join('\n') }),
    ...(appointmentAt !== undefined && { appointmentAt }),
    words: heard.flatMap(({ words = [] }) => words),
    issues: heard.flatMap(({ issues = [] }) => issues),
    read: heard.flatMap(({ read = [] }) => read),
  };
}

function outputIn(output: fhir4.TaskOutput, task: fhir4.Task, { at }: Pick<OpenedBundle, 'at'>): OneHeard {
  const ours = output.type.coding?.find(({ system }) => system === CODE_SYSTEMS.referralOutput)?.code;
  if (ours === 'appointment' && output.valueDateTime !== undefined) return { appointmentAt: output.valueDateTime };
  if (ours === 'outcome' && output.valueString !== undefined) return { outcome: output.valueString };
  const activity = output.type.coding?.some(
    ({ system, code }) => system === FOREIGN.gravity && code === 'resulting-activity',
  );
  if (activity === true && output.valueCodeableConcept !== undefined)
    return outcomeOf(conceptText(output.valueCodeableConcept) ?? output.valueCodeableConcept.coding?.[0]?.code);
  if (output.valueReference !== undefined) return targetIn(at(output.valueReference, task));
  if (output.valueString !== undefined) return { words: wordsAt('Task.output', [output.valueString]) };
  return { issues: [notCarried('Task.output')] };
}

const outcomeOf = (words: string | undefined): OneHeard =>
  words === undefined ? { issues: [notCarried('Task.output')] } : { outcome: words };

function targetIn(target: fhir4.FhirResource | undefined): OneHeard {
  if (target === undefined) return { issues: [NOWHERE] };
  switch (target.resourceType) {
    case 'Procedure':
      return procedureIn(target);
    case 'Appointment':
      return target.start === undefined
        ? { issues: [notCarried('Appointment')], read: [target] }
        : { appointmentAt: target.start, read: [target] };
    case 'Bundle':
      return documentIn(target);
    // A letter, read with the others.
    case 'DocumentReference':
      return { read: [target] };
    default:
      return { issues: [notCarried(`Task.output.valueReference (${target.resourceType})`)], read: [target] };
  }
}

const PROCEDURE_ELEMENTS = [
  'code',
  'status',
  'note',
  // The request, the child and the answer say these already.
  'category',
  'subject',
  'basedOn',
  'identifier',
  'performedDateTime',
  'performedPeriod',
  'performer',
  'reasonReference',
] as const satisfies readonly (keyof fhir4.Procedure)[];

function procedureIn(procedure: fhir4.Procedure): OneHeard {
  const { code } = procedure;
  const notDone = procedure.status === 'not-done' || procedure.status === 'entered-in-error';
  const words = conceptText(code) ?? code?.coding?.[0]?.code;
  const { issues } = picked(procedure, PROCEDURE_ELEMENTS);
  return {
    ...(words !== undefined && !notDone && { outcome: words }),
    words: wordsAt(
      'Procedure.note',
      (procedure.note ?? []).map(({ text }) => text),
    ),
    issues: [...issues, ...(words === undefined || notDone ? [notCarried('Procedure.code')] : [])],
    read: [procedure],
  };
}

/** A feedback document: the summary is the outcome, every other section is for a person to read; what is coded in it is not taken over. */
function documentIn(bundle: fhir4.Bundle): OneHeard {
  const resources = (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
  const composition = resources.find((one): one is fhir4.Composition => one.resourceType === 'Composition');
  if (composition === undefined) return { issues: [notCarried('Bundle')], read: [] };
  const sections = (composition.section ?? []).map((section) => ({
    isSummary: section.code?.coding?.some(({ code }) => code === SUMMARY) === true,
    text: section.text === undefined ? undefined : plainText(section.text.div),
  }));
  const summary = sections.flatMap(({ isSummary, text }) => (isSummary && text ? [text] : []));
  const others = resources.filter((one) => one !== composition).map(({ resourceType }) => resourceType);
  return {
    ...(summary.length > 0 && { outcome: summary.join('\n') }),
    words: wordsAt(
      'Composition.section.text',
      sections.map(({ isSummary, text }) => (isSummary ? undefined : text)),
    ),
    issues: [...new Set(others)].map((type) => notCarried(`Bundle (document): ${type}`)),
    read: [],
  };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: '’', amp: '&', nbsp: ' ' };

const plainText = (div: string): string =>
  div
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(?:(lt|gt|quot|apos|amp|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (_all, name?: string, ...codes) =>
      name === undefined ? character(codes) : (ENTITIES[name.toLowerCase()] ?? ''),
    )
    .replaceAll(/\s+/g, ' ')
    .trim();

function character([decimal, hexadecimal]: readonly unknown[]): string {
  const point = typeof decimal === 'string' ? Number.parseInt(decimal, 10) : Number.parseInt(String(hexadecimal), 16);
  return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
}

const NOWHERE: Issue = {
  ...fault(
    'Task.output.valueReference',
    'ne mène à aucune ressource de ce message ; joignez-la, ou contenez-la dans la Task.',
    'leads to no resource of this message; include it, or contain it in the Task.',
    'not-found',
  ),
  severity: 'warning',
};
