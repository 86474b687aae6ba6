import { hasToken } from './ask.js';
import { showNothing, showStart } from './opening.js';
import { WORDS } from './words.js';

/** What every step is handed: the present language and its words, and how to go on. */
const page = {
  language: document.documentElement.lang,
  get words() {
    return WORDS[page.language];
  },
  /** Goes to a step, which is drawn again when the language changes. */
  go(draw) {
    page.redraw = draw;
    draw();
  },
  redraw: () => {},
};

function speak(language) {
  page.language = language;
  document.documentElement.lang = language;
  document.title = page.words.title;
  document.querySelector('.where').textContent = page.words.title;
  const other = language === 'fr' ? 'en' : 'fr';
  const choice = document.getElementById('language');
  choice.textContent = page.words.other;
  choice.lang = other;
  choice.hidden = false;
  choice.onclick = () => {
    speak(other);
    page.redraw();
    choice.focus();
  };
}

speak(page.language);
page.go(() => (hasToken() ? showStart(page) : showNothing(page)));
