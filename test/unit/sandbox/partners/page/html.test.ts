import { expect, test } from '@jest/globals';
import { html } from '../../../../../sandbox/partners/page/html.ts';

test('what is put in is escaped, for content and attributes', () => {
  const hostile = `<script>"it's" & more</script>`;
  expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(
    '<p title="&lt;script&gt;&quot;it&#39;s&quot; &amp; more&lt;/script&gt;">&lt;script&gt;&quot;it&#39;s&quot; &amp; more&lt;/script&gt;</p>',
  );
});

test('a piece made by html goes in as it is, alone or in a list; nothing leaves nothing', () => {
  expect(html`<ul>${['<', '>'].map((text) => html`<li>${text}</li>`)}${undefined}${0}</ul>`.markup).toBe(
    '<ul><li>&lt;</li><li>&gt;</li>0</ul>',
  );
});
