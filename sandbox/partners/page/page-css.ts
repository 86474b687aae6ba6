/** The page's only style sheet; every text stands at 4.5:1 or more on its ground. */
export const PAGE_CSS = `
:root { color-scheme: light; --ink: #1d2430; --soft: #4c5666; --line: #c9d0da; --paper: #fff; --ground: #f3f5f8; --act: #1f4f8f; --warn: #fff3d6; --bad: #a31515; --good: #17633a; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--ink); background: var(--ground); overflow-wrap: anywhere; }
h1, h2, h3, h4, p { margin: 0; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .75rem; }
h3 { font-size: 1.25rem; }
h4 { font-size: .95rem; margin: 1.1rem 0 .35rem; color: var(--soft); }
a { color: var(--act); }
:focus-visible { outline: 3px solid #c2570c; outline-offset: 2px; }
.not-real { background: repeating-linear-gradient(135deg, #ffe08a 0 18px, #ffd558 18px 36px); color: #2b2100; font-weight: 700; text-align: center; padding: .5rem 1rem; }
.not-real::first-letter { text-transform: uppercase; }
.top, main { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: .5rem 1.5rem; padding-top: 1.25rem; }
.kind { color: var(--soft); font-size: .95rem; }
nav a { display: inline-block; padding: .4rem .2rem; margin-right: .8rem; }
main { padding-bottom: 3rem; }
.intro { margin-top: .75rem; color: var(--soft); max-width: 44rem; }
article, .empty, .fault { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.1rem; margin-bottom: 1.1rem; }
article:target { border-color: var(--act); box-shadow: 0 0 0 1px var(--act); }
article > header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .3rem 1rem; }
.empty { text-align: center; padding: 2.5rem 1rem; }
code, pre { font: .9rem/1.45 ui-monospace, "DejaVu Sans Mono", monospace; }
.status { border-radius: 1rem; padding: .1rem .75rem; font-weight: 600; background: #e4e9f1; }
.status-requested { background: #1f4f8f; color: #fff; }
.status-accepted, .status-in-progress, .status-completed { background: #dcf2e4; color: #0f4a2a; }
.status-rejected, .status-failed, .status-cancelled, .status-entered-in-error { background: #fbe3e1; color: #7d1010; }
.status-on-hold { background: var(--warn); color: #5a3d00; }
.business { color: var(--soft); }
.warning, .alert, .flash { border-left: .35rem solid #b07900; background: var(--warn); padding: .6rem .9rem; margin-top: .9rem; border-radius: .25rem; }
.alert { border-color: var(--bad); background: #fdeceb; }
.flash.result-taken { border-color: var(--good); background: #e3f5ea; }
.flash.result-refused { border-color: var(--bad); background: #fdeceb; }
.safe { border: 2px solid #b07900; border-radius: .4rem; padding: .2rem .9rem .6rem; margin-top: .9rem; }
.safe h4 { margin-top: .5rem; color: #5a3d00; }
ul, ol { margin: 0; padding-left: 1.3rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .4rem 1.2rem; margin: .8rem 0 0; }
h4 + .facts { margin-top: 0; }
dt { color: var(--soft); font-size: .85rem; }
dd { margin: 0; }
.words { white-space: pre-line; }
.words + .words { margin-top: .35rem; }
.answers li { margin-bottom: .4rem; }
.said { display: block; }
.result { display: block; font-size: .9rem; color: var(--soft); }
.result-taken { color: var(--good); }
.result-refused, .result-not-delivered, .wrong { color: var(--bad); }
.wrong { display: block; font-weight: 600; }
.acts { display: flex; flex-wrap: wrap; gap: .5rem; }
.acts details[open] { flex-basis: 100%; border: 1px solid var(--line); border-radius: .4rem; padding-bottom: .9rem; }
summary { cursor: pointer; }
.acts summary { list-style: none; border: 1px solid var(--act); color: var(--act); border-radius: .4rem; padding: .45rem .8rem; min-height: 2.75rem; display: flex; align-items: center; }
.acts summary::-webkit-details-marker { display: none; }
.acts summary:hover { background: #e9f0fa; }
.acts details[open] > summary { background: var(--act); color: #fff; border-radius: .4rem .4rem 0 0; }
form { display: grid; gap: .8rem; padding: .8rem .9rem 0; max-width: 34rem; }
.answers form { padding: .2rem 0; }
.fault form { padding-left: 0; }
label > span:first-child { display: block; font-weight: 600; font-size: .95rem; }
label em { font-weight: 400; color: var(--soft); }
input, select, textarea { font: inherit; color: inherit; width: 100%; padding: .5rem .6rem; border: 1px solid #77808e; border-radius: .35rem; background: #fff; min-height: 2.75rem; }
[aria-invalid] { border: 2px solid var(--bad); }
button { font: inherit; font-weight: 600; justify-self: start; color: #fff; background: var(--act); border: 0; border-radius: .4rem; padding: .6rem 1.3rem; min-height: 2.75rem; cursor: pointer; }
button:hover { background: #163c6e; }
.raw { margin-top: 1.1rem; color: var(--soft); }
.raw pre { overflow: auto; max-height: 26rem; background: var(--ground); padding: .8rem; border-radius: .3rem; color: var(--ink); }
.quiet { color: var(--soft); font-size: .95rem; margin: 1rem 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
