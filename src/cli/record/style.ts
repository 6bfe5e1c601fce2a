/** The style of the page, light and dark. */
export const STYLE = `
:root{--back:#fff;--text:#1c1e21;--soft:#5c6370;--line:#d5d8dd;--card:#f6f7f9;--model:#3659c9;--tools:#b3541e;--plus:#dff3e2;--minus:#fbe2e0;--link:#2746a8}
@media (prefers-color-scheme:dark){:root{--back:#15171b;--text:#e4e6ea;--soft:#a0a7b4;--line:#383d46;--card:#1e2127;--model:#8aa4ff;--tools:#f0a273;--plus:#173b20;--minus:#4a1d1b;--link:#a9bcff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:1rem;background:var(--back);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--model);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem}
h1{font-size:1.5rem}h2{font-size:1.25rem;border-bottom:1px solid var(--line)}h3{margin-bottom:0}h4{margin:.5rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}
dt,.facts,small{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
pre{margin:.5rem 0;padding:.5rem;overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:.25rem;font:.875rem/1.4 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
ins,del{display:inline-block;width:100%;text-decoration:none}
ins{background:var(--plus)}del{background:var(--minus)}
article{margin:.5rem 0;padding:.25rem .75rem;border-left:3px solid var(--line)}
article.failed{border-left-color:var(--tools)}
.note{margin:.5rem 0;padding:.25rem .75rem;background:var(--card);border-left:3px solid var(--model)}
summary{cursor:pointer}
svg{width:100%;height:auto;background:var(--card)}
rect.model{fill:var(--model)}rect.tools{fill:var(--tools)}
.legend .model::before,.legend .tools::before{content:"";display:inline-block;width:.75rem;height:.75rem;margin:0 .25rem 0 .75rem}
.legend .model::before{background:var(--model)}.legend .tools::before{background:var(--tools)}
@media (max-width:40rem){dl{grid-template-columns:1fr}}
`;
