import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** How people look at a page: a desk and a telephone. */
export const DEVICES = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

export interface LookOptions {
  readonly device?: keyof typeof DEVICES;
  readonly language?: 'fr' | 'en';
  readonly javaScriptEnabled?: boolean;
  /** What the person types where the browser asks for a password. */
  readonly password?: string;
}

/** A real Chromium; each `look` is somebody else's browser, without cookies or storage of another. */
export interface ABrowser {
  look(address: string, options?: LookOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function aBrowser(): Promise<ABrowser> {
  const executablePath = await findChromium({
    env: process.env,
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  // In a container there is often no user namespace for Chromium's own sandbox; it opens pages of this machine only.
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const contexts: BrowserContext[] = [];
  return {
    async look(address, { device = 'desktop', language = 'fr', javaScriptEnabled = true, password } = {}) {
      const context = await browser.newContext({
        viewport: DEVICES[device],
        hasTouch: device === 'phone',
        locale: `${language}-CA`,
        timezoneId: 'America/Toronto',
        javaScriptEnabled,
        ...(password !== undefined && { httpCredentials: { username: 'moi', password } }),
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
    },
  };
}
