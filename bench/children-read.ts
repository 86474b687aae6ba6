import { namingSystem } from '../profiles/canonical.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';

export const CENTRE = 'hochelaga';
export const CHILDREN = 20;

/** A child with a circle, a plan and a referral: what one who looks at a child wants on a screen. */
const REVINCLUDES = [
  'RelatedPerson:patient',
  'CareTeam:patient',
  'CarePlan:patient',
  'Goal:patient',
  'ServiceRequest:patient',
];

/** A child’s record: the child by id, with five includes. */
export const recordSearch = (patient: string): string =>
  `Patient?${new URLSearchParams([['_id', patient], ...REVINCLUDES.map((it) => ['_revinclude', it])] as [string, string][])}`;

/** Writes so many children through the gateway; the ids of their Patients in the record. */
export async function seedChildren(
  { gatewayUrl, centreToken, stack }: Sandbox,
  children: number,
): Promise<readonly string[]> {
  const put = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${gatewayUrl}/v1/${path}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await centreToken(CENTRE)}`,
        'content-type': 'application/json',
        prefer: 'wait=30',
      },
      body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  };
  const patients: string[] = [];
  for (let nth = 0; nth < children; nth += 1) {
    const child = { id: `child-${nth}` };
    const about = { version: 1, centre: CENTRE, happenedAt: '2026-01-15T10:00:00-05:00' };
    await put(`care-circles/circle-${nth}`, circleOf(`child-${nth}`));
    await put(`action-plans/plan-${nth}`, { ...about, child, goals: [{ id: 'parler', words: 'Se faire comprendre' }] });
    await put(`service-referrals/referral-${nth}`, {
      ...about,
      child,
      programme: 'clsc',
      service: 'speech-therapy',
      what: 'Évaluation du langage',
      safeContact: { through: 'centre' },
    });
    const number = encodeURIComponent(`${namingSystem('child', CENTRE)}|${child.id}`);
    const found = await fetch(`${stack.hapi.url}/Patient?identifier=${number}`, {
      headers: { 'cache-control': 'no-cache' },
    });
    const { entry }: { entry?: readonly { readonly resource: { readonly id: string } }[] } = JSON.parse(
      await found.text(),
    );
    patients.push(...(entry ?? []).map(({ resource }) => resource.id));
  }
  return patients;
}

/** A child’s circle, as a coordinator types it on a first visit. */
export const circleOf = (child: string) => ({
  version: 1,
  centre: CENTRE,
  happenedAt: '2026-01-15T10:00:00-05:00',
  child: { id: child, name: { given: ['Mai'], family: 'Nguyễn' }, birthDate: '2020-05-04' },
  members: [
    { kind: 'family', id: 'mother', name: { text: 'Lan' }, kinship: 'MTH', legalRole: 'tap' },
    { kind: 'professional', id: 'pivot', name: 'Dre Hélène d’Arcy-Côté' },
  ],
  pivot: 'pivot',
});
