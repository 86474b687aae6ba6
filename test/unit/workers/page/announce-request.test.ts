import { describe, expect, test } from '@jest/globals';
import type { Disclosable } from '../../../../gateway/disclosure/disclosure.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { PageChannels } from '../../../../workers/connectors/page-channels.ts';
import type { Sent } from '../../../../workers/connectors/sent.ts';
import { announceRequest } from '../../../../workers/page/announce-request.ts';
import { ANNOUNCEMENTS } from '../../../../workers/page/announcement-words.ts';
import { onPage } from '../../../builders/a-page.ts';
import { aCentre, aPagePartner } from '../../../builders/a-registry.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const TOKEN = 'T'.repeat(43);

/** An announcer, and everything that left by it. */
function anAnnouncer({ outcome, off = false }: { outcome?: () => Sent; off?: boolean } = {}) {
  const sent: { to: string; subject?: string; text: string }[] = [];
  const links: string[] = [];
  const take = async (message: { to: string; text: string }): Promise<Sent> => {
    const said = outcome?.() ?? 'sent';
    sent.push(message);
    return said;
  };
  const channels: PageChannels = {
    publicUrl: 'https://passerelle.example',
    mail: { send: take },
    text: { send: take },
  };
  const announce = announceRequest({
    redis: memoryRedis().redis,
    links: {
      open: async (task) => {
        links.push(`open ${task}`);
        return TOKEN;
      },
      find: async () => undefined,
      byHash: async () => undefined,
      revoke: async (task) => {
        links.push(`revoke ${task}`);
        return true;
      },
    },
    mustHaveBasis: ({ request }) => {
      if ((request.extension ?? []).length === 0) throw new GatewayError('noBasis', 'none');
      return 'agreement';
    },
    channels: off ? undefined : channels,
    keptForSeconds: 60,
  });
  const run = (disclosable: Disclosable = onPage(), again = false) =>
    announce(disclosable, new AbortController().signal, { again });
  return { run, sent, links };
}

test('an announcement carries a link, whose token no server is sent, and whom to call; nothing else', async () => {
  const { run, sent } = anAnnouncer();
  expect(await run()).toBe('announced');
  expect(sent).toHaveLength(1);
  const said = `${sent[0]?.subject} ${sent[0]?.text}`;
  expect(said).toContain(`https://passerelle.example/p?lang=fr#${TOKEN}`);
  expect(said).toContain('514 555-0110');
  // The same for every request, child, centre and partner: only link and telephone come in.
  const { subject, text } = ANNOUNCEMENTS.fr.waits(`https://passerelle.example/p?lang=fr#${TOKEN}`, '514 555-0110');
  expect([sent[0]?.subject, sent[0]?.text]).toEqual([subject, text]);
});

test('it goes where the registry says, by text message where it has no e-mail, in the partner’s language', async () => {
  const { run, sent } = anAnnouncer();
  const webPage = { announceTo: { telephone: '514 555-0162' }, codeTo: '514 555-0161' };
  await run(onPage({ partner: aPagePartner({ webPage, language: 'en' }) }));
  expect(sent[0]).toMatchObject({ to: '514 555-0162', text: expect.stringMatching(/^A request is waiting.*lang=en#/) });
});

test('a withdrawn request: its link dies first, then its withdrawal is said, without a basis', async () => {
  const { run, sent, links } = anAnnouncer();
  const request = { ...onPage().request, extension: [] };
  expect(await run(onPage({ stage: 'cancellation', request }))).toBe('announced');
  expect(links).toEqual([`revoke ${onPage().number}`]);
  expect(sent[0]?.subject).toBe('Une demande est retirée');
  expect(sent[0]?.text).not.toContain('#');
});

test('without a basis nothing is announced and no link is made', async () => {
  const { run, sent, links } = anAnnouncer();
  await expect(run(onPage({ request: { ...onPage().request, extension: [] } }))).rejects.toMatchObject({
    kind: 'noBasis',
  });
  expect([sent, links]).toEqual([[], []]);
});

test('where the page is off, for all or for this centre, nothing leaves; a link that was out dies all the same', async () => {
  const none = anAnnouncer({ off: true });
  expect([await none.run(), none.sent]).toEqual(['off', []]);
  const turnedOff = anAnnouncer();
  expect(await turnedOff.run(onPage({ centre: aCentre(), stage: 'cancellation' }))).toBe('off');
  expect([turnedOff.sent, turnedOff.links]).toEqual([[], [`revoke ${onPage().number}`]]);
});

describe('a channel that ends at a person', () => {
  test('is used once for a version: in doubt it is not used again, unless a person asks', async () => {
    const { run, sent } = anAnnouncer({ outcome: () => 'in-doubt' });
    expect([await run(), await run(), sent.length]).toEqual(['in-doubt', 'in-doubt', 1]);
    await run(onPage(), true);
    expect(sent).toHaveLength(2);
    await run(onPage({ version: 2 }));
    expect(sent).toHaveLength(3);
  });

  test('is used again after it said that nothing left', async () => {
    let tries = 0;
    const { run, sent } = anAnnouncer({
      outcome: () => {
        tries += 1;
        if (tries === 1) throw new GatewayError('unavailable', 'not now');
        return 'sent';
      },
    });
    await expect(run()).rejects.toMatchObject({ kind: 'unavailable' });
    expect([await run(), sent.length]).toEqual(['announced', 1]);
  });
});

test('text messages use only characters of their own alphabet, or they would be cut in more pieces', () => {
  // GSM 03.38, the basic table, as far as our words need it.
  const gsm = /^[@£$¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§äöñüà\nA-Za-z0-9 !"#%&'()*+,\-./:;<=>?¡¿_]*$/;
  for (const words of Object.values(ANNOUNCEMENTS)) {
    expect(words.waitsShort('https://passerelle.example/p#abc', '514 555-0110')).toMatch(gsm);
    expect(words.code('123456', 10)).toMatch(gsm);
    expect(words.withdrawn('514 555-0110').subject).toMatch(gsm);
  }
});
