/** An address without its user and password, for people's eyes. */
export function shownAddress(url: string): string {
  if (!URL.canParse(url)) return '?';
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href.replace(/\/$/, '');
}
