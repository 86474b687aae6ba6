/** What the page asks of its server, and what it holds: the token of its address, and a session in memory that ends with the page. */

const token = location.hash.slice(1);
let session = '';

export const hasToken = () => /^[\w-]{43}$/.test(token);

/** Gives `{ ok, status, body }`; no answer at all is status 0. */
async function post(path, content) {
  try {
    const response = await fetch(new URL(path, import.meta.url), {
      method: 'POST',
      credentials: 'omit',
      headers: {
        'content-type': 'application/json',
        'accept-language': document.documentElement.lang,
        ...(session !== '' && { authorization: `Bearer ${session}` }),
      },
      ...(content !== undefined && { body: JSON.stringify(content) }),
    });
    return { ok: response.ok, status: response.status, body: await response.json() };
  } catch {
    return { ok: false, status: 0, body: {} };
  }
}

export const askCode = () => post('codes', { token });

export async function giveCode(code) {
  const given = await post('sessions', { token, code });
  if (given.ok) session = given.body.session;
  return given;
}

export const readRequest = () => post('request');
export const sendAnswer = (answer) => post('answers', answer);
export const takeBack = () => post('answers/withdrawal');

export function close() {
  const ended = post('sessions/end');
  session = '';
  return ended;
}

/** What the server says is wrong: the field that it names, and the words for it. */
export const faultIn = ({ body }) => {
  const [issue] = body.issue ?? [];
  return { field: issue?.expression?.[0]?.split('.')[1], words: issue?.details?.text };
};
