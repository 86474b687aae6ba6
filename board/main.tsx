import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type BoardSettings, openSession } from './access/session.ts';
import { App } from './app.tsx';
import './design/tokens.css';
import './design/base.css';
import { languageChosen } from './texts/language-chosen.ts';
import { startTexts } from './texts/start-texts.ts';

const root = document.getElementById('board');
const texts = await startTexts(languageChosen(localStorage, navigator.languages));
document.documentElement.lang = texts.language;
const answer = await fetch('/board/settings.json', { cache: 'no-store' });
const settings: BoardSettings | undefined = answer.ok ? await answer.json() : undefined;
const session = settings === undefined ? undefined : await openSession(settings);
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App texts={texts} session={session} />
    </StrictMode>,
  );
