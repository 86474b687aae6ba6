import { expect, test } from '@jest/globals';
import { partnersOn, sendingPartner } from '../../../../../gateway/doors/mllp/sending-partner.ts';
import { type Hl7v2Site, registryFrom } from '../../../../../gateway/registry.ts';
import { headerAsFarAsSaid } from '../../../../../mappings/dialects/hl7v2/header.ts';
import { aCentre, aPartner, aV2Partner } from '../../../../builders/a-registry.ts';
import { aV2Message } from '../../../../builders/an-mllp-peer.ts';

const REGISTRY = registryFrom({
  centres: [aCentre()],
  partners: [
    aPartner(),
    aV2Partner({ id: 'here' }),
    aV2Partner({ id: 'vpn', hl7v2: { application: 'HIS', facility: 'VPN', addresses: ['10.1.2.3', '127.0.0.1'] } }),
    aV2Partner({ id: 'tls', hl7v2: { application: 'HIS', facility: 'TLS', certificateName: 'his.example' } }),
  ],
});
const idsOn = (caller: Parameters<typeof partnersOn>[1]) => partnersOn(REGISTRY, caller).map(({ id }) => id);

test('a connection is for whom its certificate or its address names; one that names neither may call from this machine only', () => {
  expect(idsOn({ address: '127.0.0.1' })).toEqual(['here', 'vpn']);
  expect(idsOn({ address: '10.1.2.3' })).toEqual(['vpn']);
  expect(idsOn({ address: '10.1.2.4' })).toEqual([]);
  expect(idsOn({ address: '10.1.2.4', certificateNames: ['another.example', 'his.example'] })).toEqual(['tls']);
  expect(idsOn({ address: '10.1.2.4', certificateNames: [] })).toEqual([]);
});

test.each([
  [{ application: 'HIS', facility: 'HOPITAL' }, 'HIS', 'HOPITAL', true],
  [{ application: 'HIS', facility: 'HOPITAL' }, 'HIS^2.16.1^ISO', 'HOPITAL^^', true],
  [{ application: 'HIS^2.16.1^ISO', facility: 'HOPITAL' }, 'HIS^2.16.1^ISO', 'HOPITAL', true],
  [{ application: 'HIS', facility: 'HOPITAL' }, 'HIS', '', false],
  [{ application: 'HIS', facility: 'HOPITAL' }, 'his', 'HOPITAL', false],
  [{ application: 'HIS', facility: 'HOPITAL' }, 'HIS', 'HOPITAL2', false],
] as const)('%j is in MSH-3 %s and MSH-4 %s: %s', (hl7v2: Hl7v2Site, application, facility, found) => {
  const header = headerAsFarAsSaid(aV2Message({ application, facility }));
  if (header === undefined) throw new Error('no header');
  expect(sendingPartner([aV2Partner({ hl7v2 })], header) !== undefined).toBe(found);
});

const senderOf = (application: string, facility: string, ...sites: readonly Hl7v2Site[]) => {
  const header = headerAsFarAsSaid(aV2Message({ application, facility }));
  if (header === undefined) throw new Error('no header');
  const partners = sites.map((hl7v2, nth) => aV2Partner({ id: `hopital-${nth}`, hl7v2 }));
  return [partners, partners.toReversed()].map((allowed) => sendingPartner(allowed, header)?.id);
};

test('where two partners of one connection are named alike, neither is taken for the other', () => {
  const his = { application: 'HIS', facility: 'HOPITAL' };
  expect(senderOf('HIS', 'HOPITAL', his, his)).toEqual([undefined, undefined]);
  expect(senderOf('HIS^2.16.1^ISO', 'HOPITAL', his, his)).toEqual([undefined, undefined]);
});

test('whom a message names whole is the one who speaks, whatever comes first in the registry', () => {
  const his = { application: 'HIS', facility: 'HOPITAL' };
  const other = { application: 'HIS^2.16.1^ISO', facility: 'HOPITAL' };
  expect(senderOf('HIS', 'HOPITAL', his, other)).toEqual(['hopital-0', 'hopital-0']);
  expect(senderOf('HIS^2.16.1^ISO', 'HOPITAL', his, other)).toEqual(['hopital-1', 'hopital-1']);
  expect(senderOf('HIS^2.16.2^ISO', 'HOPITAL', his, other)).toEqual(['hopital-0', 'hopital-0']);
});

test('a sender of half a million empty components is read in one pass', () => {
  const partner = { id: 'hopital', hl7v2: { application: 'HIS', facility: 'HOP' } };
  const sender = { application: [...Array<string>(500_000).fill(''), 'x'], facility: ['HOP'] };
  expect(sendingPartner([partner] as never, { sender } as never)).toBeUndefined();
});
