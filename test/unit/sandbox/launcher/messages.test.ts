import { expect, test } from '@jest/globals';
import { type Messages, messages } from '../../../../sandbox/launcher/messages.ts';

const keys = Object.keys(messages('fr')) as (keyof Messages)[];
// Three words that no sentence holds by itself, and a number: what a message is given must be seen in it.
const given = ['Alpha-1', 'Beta-2', 'Gamma-3', 'Delta-4'];

function text(message: Messages[keyof Messages]): string {
  if (typeof message === 'string') return message;
  return (message as (...args: readonly string[]) => string)(...given.slice(0, message.length));
}

test('both languages have the same messages', () => {
  expect(Object.keys(messages('en')).sort()).toEqual([...keys].sort());
});

test.each(keys)('%s shows what it is given, in both languages', (key) => {
  for (const language of ['fr', 'en'] as const) {
    const message = messages(language)[key];
    expect(text(message).trim()).not.toBe('');
    if (typeof message === 'string') continue;
    for (const word of given.slice(0, message.length)) expect(text(message)).toContain(word);
  }
});

test('whole sentences differ between the languages', () => {
  const same = keys.filter((key) => text(messages('fr')[key]) === text(messages('en')[key]));
  expect(same.sort()).toEqual(['exitCode', 'killedBy', 'stackReady', 'stillWorking']);
});
