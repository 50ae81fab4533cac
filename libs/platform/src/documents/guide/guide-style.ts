/** Of the guide. It loads nothing, and follows the reader's light and dark. */
export const guideStyle = `
:root { color-scheme: light dark; --line: light-dark(#d8dde5, #39414e); --soft: light-dark(#f4f6f9, #1b2028); --link: light-dark(#1d5fb8, #8ab8f5); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; background: light-dark(#fff, #12161c); color: light-dark(#1b222c, #dfe5ee); }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
nav { position: fixed; inset: 0 auto 0 0; width: 17rem; overflow-y: auto; padding: 1.5rem; border-right: 1px solid var(--line); background: var(--soft); font-size: .9rem; }
nav h2 { font-size: .8rem; margin: 1.2rem 0 .3rem; border: 0; padding: 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav ul ul { padding-left: 1rem; }
nav a { text-decoration: none; }
main { margin-left: 17rem; padding: 1.5rem clamp(1rem, 4vw, 4rem) 6rem; max-width: 75rem; }
h1, h2, h3, h4 { line-height: 1.25; }
h2 { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { margin-top: 2.5rem; }
h3 a { color: inherit; text-decoration: none; }
h4 { margin: 1.2rem 0 .4rem; font-size: .95rem; }
code, pre { font: .86em/1.5 ui-monospace, monospace; }
code { background: var(--soft); padding: .1em .3em; border-radius: 3px; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .8rem 1rem; overflow-x: auto; }
pre code { background: none; padding: 0; }
pre i { color: light-dark(#5a6675, #97a3b4); font-style: normal; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); }
td { overflow-wrap: break-word; }
.route b { display: inline-block; min-width: 4.5rem; }
.codes { display: flex; flex-wrap: wrap; gap: .3rem .8rem; list-style: none; padding: 0; font-size: .9rem; }
h3:target, tr:target, :target > h3 { background: light-dark(#fff6d6, #33301c); }
section, article, h3, tr { scroll-margin-top: 1rem; }
@media (max-width: 60rem) { nav { position: static; width: auto; border: 0; } main { margin: 0; } }
@media print { nav { display: none; } main { margin: 0; } }
`;
