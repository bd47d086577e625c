/** The page's look: system fonts, both colour schemes, one column that fits a phone, and paper. */
export const STYLE = `
:root{color-scheme:light dark;--page:#fff;--box:#f5f6f8;--line:#d5d9e0;--text:#1b1f26;--soft:#545c69;--link:#0b57b8;--good:#14692f;--bad:#b3211a;--done:#4a7bd0;--rail:#e6e9ee}
@media(prefers-color-scheme:dark){:root{--page:#13161b;--box:#1c2027;--line:#363d49;--text:#e6e9ee;--soft:#a4adbb;--link:#8ab8ff;--good:#6fd391;--bad:#ff8d84;--done:#6f9be6;--rail:#2a303a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:70rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
header{padding-top:clamp(1.5rem,5vw,3.5rem)}
footer{padding-top:2rem;padding-bottom:3rem;color:var(--soft);font-size:.875rem}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);letter-spacing:-.02em}
h2{font-size:1.4rem;letter-spacing:-.01em;margin:3rem 0 .75rem}
h3{font-size:1.05rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:1.25rem 0 .5rem}
h4 span{font-weight:400;font-size:.875rem;margin-left:.5rem}
p{margin:.5rem 0;max-width:44rem}
ul{margin:.5rem 0;padding-left:1.2rem}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code,pre{font:.875em/1.5 ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
pre{margin:.25rem 0 .5rem;padding:.6rem .8rem;background:var(--box);border:1px solid var(--line);border-radius:6px;white-space:pre-wrap;user-select:all}
.copy{user-select:all}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;padding:.4rem .8rem;background:var(--page)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.soft{color:var(--soft);font-size:.9em}
.good{color:var(--good)}
.bad{color:var(--bad);font-weight:600}
.n{font-variant-numeric:tabular-nums;white-space:nowrap}
.result{display:inline-block;max-width:none;margin:1rem 0;padding:.5rem 1rem;border:1.5px solid;border-radius:8px;font-size:1.2rem;font-weight:600}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:.75rem 2rem;margin:1rem 0 0}
.facts dt{color:var(--soft);font-size:.85rem}
.facts dd{margin:0}
.note{border-left:4px solid var(--line);padding-left:1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:.75rem 0;margin:1.5rem 0 0;border-block:1px solid var(--line)}
nav a{display:inline-block;padding:.2rem 0}
.wide{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:8px;overflow-wrap:normal}
table{border-collapse:collapse;width:100%;font-size:.925rem}
th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);min-width:6rem}
thead th{border-top:0;background:var(--box);font-size:.85rem;color:var(--soft);white-space:nowrap}
tbody th{font-weight:600;overflow-wrap:anywhere}
td .soft{display:block}
td a{text-decoration-color:var(--soft)}
td>.copy{display:block;min-width:17rem;overflow-wrap:anywhere}
.checks{list-style:none;margin:0;padding:0}
.checks li{padding:.6rem 0;border-top:1px solid var(--line)}
.checks p{max-width:60rem;margin:.15rem 0}
.checks .seen{font-size:.925rem;color:var(--soft);white-space:pre-line}
.first>li{border:1px solid var(--line);border-left:4px solid var(--bad);border-radius:8px;padding:.8rem 1rem;margin:.75rem 0}
.first .seen{color:inherit}
details{margin:.1rem 0}
summary{cursor:pointer;padding:.2rem 0;width:fit-content;max-width:100%}
.checks summary{color:var(--link);font-size:.875rem}
.bars+.trial{margin-top:1rem}
.trial{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:.4rem .9rem}
.trial>summary{width:auto;font-weight:600}
.trial>summary span{font-weight:400;margin-left:.4rem}
.bars{list-style:none;margin:0;padding:0;font-size:.925rem}
.bars li{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr) 5rem;gap:0 1rem;align-items:center;padding:.2rem 0}
.bars .n{text-align:right;color:var(--soft)}
.bars svg{display:block}
.rail{fill:var(--rail)}.done{fill:var(--done)}.failed{fill:var(--bad)}.reused{fill:var(--soft)}
@media(max-width:40rem){tbody th{min-width:7.5rem}td{min-width:9.5rem}td:nth-child(n+4){min-width:15rem}.bars li{grid-template-columns:minmax(0,1fr) auto}.bars svg{grid-row:2;grid-column:1/3}}
@media print{:root{--page:#fff;--box:#fff;--line:#bbb;--text:#000;--soft:#333;--link:#000;--good:#0a4a1e;--bad:#8f130d;color-scheme:light}nav,.skip{display:none}body{font-size:10pt}header,main{max-width:none;padding:0}.wide{overflow:visible}h2,h3,h4{break-after:avoid}li,tr{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}}
@media(forced-colors:active){.done,.failed,.reused{fill:CanvasText}.rail{fill:none}}
`
