import type { Bilingual } from '../../profiles/codes.ts';

interface Announcement {
  readonly subject: string;
  readonly text: string;
}

interface AnnouncementWords {
  /** By e-mail. */
  readonly waits: (link: string, telephone: string) => Announcement;
  /** By text message: only characters of its own alphabet (GSM 03.38), or it would be cut in shorter pieces. */
  readonly waitsShort: (link: string, telephone: string) => string;
  readonly withdrawn: (telephone: string) => Announcement;
  readonly code: (code: string, minutes: number) => string;
}

/**
 * What goes out in the open: that something waits, and whom to call. No name, programme or kind of service, and not the centre's name
 * either, since it tells what kind of centre it is.
 */
export const ANNOUNCEMENTS: Readonly<Record<keyof Bilingual, AnnouncementWords>> = {
  fr: {
    waits: (link, telephone) => ({
      subject: 'Une demande vous attend',
      text: `Bonjour,

Une demande vous attend sur une page sécurisée\u00a0:

${link}

Pour l’ouvrir, la page vous enverra un code au téléphone que votre organisme a inscrit. Ce lien est pour vous\u00a0: ne le transmettez pas, il ne s’ouvre pas sans ce code.

Vous préférez le téléphone, ou ce message vous étonne\u00a0? Appelez le ${telephone}.
`,
    }),
    waitsShort: (link, telephone) => `Une demande vous attend : ${link} Une question ? ${telephone}`,
    withdrawn: (telephone) => ({
      subject: 'Une demande est retirée',
      text: `Bonjour,

Une demande qui vous attendait sur la page sécurisée est retirée. Son lien ne s’ouvre plus. Si vous aviez commencé quelque chose, appelez le ${telephone}.
`,
    }),
    code: (code, minutes) => `${code} est votre code. Il vaut ${minutes} minutes. Ne le donnez à personne.`,
  },
  en: {
    waits: (link, telephone) => ({
      subject: 'A request is waiting for you',
      text: `Hello,

A request is waiting for you on a secure page:

${link}

To open it, the page will send a code to the telephone that your organization registered. This link is for you: do not pass it on, it does not open without that code.

Would you rather use the telephone, or does this message surprise you? Call ${telephone}.
`,
    }),
    waitsShort: (link, telephone) => `A request is waiting for you: ${link} A question? ${telephone}`,
    withdrawn: (telephone) => ({
      subject: 'A request is withdrawn',
      text: `Hello,

A request that was waiting for you on the secure page is withdrawn. Its link no longer opens. If you had begun something, call ${telephone}.
`,
    }),
    code: (code, minutes) => `${code} is your code. It is good for ${minutes} minutes. Give it to nobody.`,
  },
};
