import { expect, test } from '@jest/globals';
import type { Disclosable } from '../../../../gateway/disclosure/disclosure.ts';
import { isPageOn, pageAccess } from '../../../../gateway/partner-page/page-access.ts';
import { CODE_SYSTEMS, FOREIGN } from '../../../../mappings/domain/systems.ts';
import { onPage } from '../../../builders/a-page.ts';
import { aCentre, aPagePartner, aPaperPartner } from '../../../builders/a-registry.ts';

const veryRestricted = { meta: { security: [{ system: FOREIGN.confidentiality, code: 'V' }] } };
const LINK = { hash: 'h', task: onPage().number, partner: 'maison' };
const opens = async (disclosable: Disclosable | undefined): Promise<boolean> =>
  (await pageAccess({ read: async () => disclosable })(LINK)) !== undefined;

test('a link opens its request while that is under way', async () => {
  expect(await opens(onPage())).toBe(true);
  expect(await opens(undefined)).toBe(false);
});

test.each(['draft', 'rejected', 'completed', 'failed', 'cancelled', 'entered-in-error'] as const)(
  'a link opens nothing of a request that is %s',
  async (status) => {
    expect(await opens(onPage({ task: { ...onPage().task, status } }))).toBe(false);
  },
);

test('a link opens nothing once the centre asked to stop what had been accepted', async () => {
  const asked = { coding: [{ system: CODE_SYSTEMS.businessStatus, code: 'cancel-requested' }] };
  expect(await opens(onPage({ task: { ...onPage().task, status: 'accepted', businessStatus: asked } }))).toBe(false);
});

test('a link is bound to one partner', async () => {
  expect(await opens(onPage({ partner: aPagePartner({ id: 'another' }) }))).toBe(false);
});

test('the page is off unless the centre’s privacy officer turned it on', () => {
  expect(isPageOn(onPage())).toBe(true);
  expect(isPageOn(onPage({ centre: aCentre() }))).toBe(false);
  expect(isPageOn(onPage({ centre: aCentre({ partnerPages: false }) }))).toBe(false);
});

test('the page is never for a legal request, a lawyer, a partner on paper, or what is labelled very restricted', () => {
  const { request, task, child } = onPage();
  const legal = [{ coding: [{ system: CODE_SYSTEMS.requestKind, code: 'legal-referral' }] }];
  const refused: readonly Partial<Disclosable>[] = [
    { request: { ...request, category: legal } },
    { partner: aPagePartner({ lens: 'lawyer' }) },
    { partner: aPaperPartner() },
    { request: { ...request, ...veryRestricted } },
    { task: { ...task, ...veryRestricted } },
    { child: { ...child, ...veryRestricted } },
  ];
  expect(refused.map((changes) => isPageOn(onPage(changes)))).toEqual(refused.map(() => false));
});
