/** The look of the page: light and dark by the reader's setting, wide and narrow by the room that there is, and for print. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f3ef; --panel: #ffffff; --card: #faf9f6; --ink: #1c1b22; --soft: #5a5866; --line: #dcd9d0; --flow: #a29fae;
  --warning-ink: #8a2c0d; --warning: #fdeae0; --tint-strength: 12%; --ink-mix: 74%;
  --mono: ui-monospace, SFMono-Regular, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font: 15px/1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #131218; --panel: #1c1b23; --card: #23222c; --ink: #eceaf3; --soft: #aeabbb; --line: #383645; --flow: #6d6a7c;
    --warning-ink: #ffb596; --warning: #45241a; --tint-strength: 24%; --ink-mix: 48%;
  }
}
.hue-0 { --hue: #0f8f86; } .hue-1 { --hue: #c27a12; } .hue-2 { --hue: #7a4fd0; }
.hue-3 { --hue: #c2426d; } .hue-4 { --hue: #2f78c8; } .hue-5 { --hue: #5f7f2a; }
.environment, .glance th[scope="col"] {
  --tint: color-mix(in srgb, var(--hue) var(--tint-strength), var(--panel));
  --hue-ink: color-mix(in srgb, var(--hue) var(--ink-mix), var(--ink));
}
* { box-sizing: border-box; }
body { margin: 0; padding: clamp(1rem, 3vw, 3rem); background: var(--page); color: var(--ink); overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: clamp(1.8rem, 1.3rem + 2vw, 2.6rem); line-height: 1.15; letter-spacing: -0.025em; font-weight: 680; }
code { font: 0.84em/1.45 var(--mono); color: var(--soft); }
.masthead { max-width: 96rem; margin: 0 auto 1.75rem; }
.masthead p { margin-top: 0.4rem; color: var(--soft); }
main > * { min-width: 0; }
main { max-width: 96rem; margin: 0 auto; display: grid; gap: 1.75rem; }

.glance h2 { font-size: 1.05rem; margin-bottom: 0.6rem; }
.glance .scroll { overflow-x: auto; background: var(--panel); border: 1px solid var(--line); border-radius: 14px; }
.glance table { border-collapse: collapse; width: 100%; min-width: 34rem; table-layout: fixed; }
.glance th, .glance td { text-align: left; vertical-align: top; padding: 0.55rem 1rem; }
.glance thead > tr > :first-child { width: 9.5rem; }
.glance tbody tr { border-top: 1px solid var(--line); }
.glance th[scope="col"] { background: var(--tint); color: var(--hue-ink); font-size: 1.05rem; }
.glance th[scope="row"] { font-weight: 500; color: var(--soft); }
.glance .line { display: block; }
.none { color: var(--soft); }

.environments { display: grid; gap: 1.5rem; align-items: start; grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr)); }
.environment { container-type: inline-size; background: var(--panel); border: 1px solid var(--line); border-radius: 18px; overflow: clip; padding: 0 1.25rem 1.25rem; }
.environment > header { margin: 0 -1.25rem 1.1rem; padding: 1.1rem 1.25rem; background: var(--tint); border-top: 4px solid var(--hue); }
.environment h2 { font-size: 1.7rem; line-height: 1.2; letter-spacing: -0.02em; color: var(--hue-ink); }
.environment h3 { font-size: 0.8rem; font-weight: 600; color: var(--soft); text-transform: uppercase; letter-spacing: 0.08em; margin: 1.5rem 0 0.6rem; }
.environment > header + h3 { margin-top: 0; }
.unlabelled { grid-column: 1 / -1; }
.aside { color: var(--soft); font-size: 0.88rem; }
.state { margin-top: 1.25rem; padding-top: 0.8rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.85rem; }

.chips { display: flex; flex-wrap: wrap; gap: 0.35rem; }
.environment > header .chips { margin-top: 0.6rem; }
.chips > * { border: 1px solid var(--line); border-radius: 99px; padding: 0.08rem 0.6rem; font-size: 0.8rem; background: var(--panel); max-width: 100%; }
.chips > .on { background: var(--hue-ink); border-color: var(--hue-ink); color: var(--panel); font-weight: 560; }
.chips > .exception { border-radius: 10px; }
.chips > .warning, .chips > .exception { background: var(--warning); border-color: currentcolor; color: var(--warning-ink); }
.chips svg { margin-right: 0.3rem; vertical-align: -0.15em; }
.auth { color: var(--hue-ink); font-weight: 560; }
.flavor { color: var(--hue-ink); font-weight: 560; }
.title { font-weight: 560; }
svg { width: 1em; height: 1em; fill: none; stroke: var(--hue); stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; flex: none; }

.stacks { display: grid; gap: 0.9rem; }
.stack { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 0.9rem 1rem; break-inside: avoid; }
.stack h4 { font-size: 1.08rem; line-height: 1.3; }
.stack > .chips { margin-top: 0.35rem; }
.description { color: var(--soft); font-size: 0.9rem; }
.derived { position: relative; margin-left: 1.5rem; }
.derived::before { content: ""; position: absolute; left: -1.05rem; top: -0.95rem; width: 1.05rem; height: 2.35rem; border: solid var(--hue); border-width: 0 0 2px 2px; border-bottom-left-radius: 10px; }
.components { display: grid; }
.components > li { padding: 0.65rem 0; border-bottom: 1px solid var(--line); }
.components > li:last-child { border-bottom: 0; padding-bottom: 0; }
.what { display: grid; grid-template-columns: 1.6rem auto 1fr; column-gap: 0.4rem; align-items: center; }
.what svg { width: 1.15rem; height: 1.15rem; }
.what code { grid-column: 2 / -1; }
.via, .to { padding-left: 1.15rem; margin: 0.3rem 0 0 0.55rem; border-left: 1.5px solid var(--flow); font-size: 0.9rem; }
.to { margin-top: 0; padding-top: 0.3rem; }
.via { position: relative; }
.via::before { content: ""; position: absolute; left: -0.34rem; top: 0.5em; width: 0.6rem; height: 0.6rem; border-radius: 50%; background: var(--hue); }
.via code { margin-left: 0.5rem; }
.to li { position: relative; }
.to li::before { content: ""; position: absolute; left: -1.15rem; top: 0.72em; width: 0.7rem; border-top: 1.5px solid var(--flow); }
.inherited { margin-top: 0.75rem; padding-top: 0.65rem; border-top: 1px dashed var(--flow); font-size: 0.88rem; color: var(--soft); }
.inherited .chips { margin-top: 0.4rem; }
.inherited .chips > * { border-style: dashed; background: none; }
.without { margin-top: 0.4rem; }

.connectors { display: grid; gap: 0.7rem; }
.connectors > li { display: grid; gap: 0.25rem; break-inside: avoid; }
.connectors > li > code { color: var(--ink); font-size: 0.9em; }
.resources { display: grid; gap: 0.8rem; }
.resources + .aside { margin-top: 0.8rem; }
.resources > div { display: grid; grid-template-columns: 6rem 1fr; column-gap: 0.75rem; break-inside: avoid; }
.resources dt { color: var(--soft); grid-row: span 9; }
.resources dd { grid-column: 2; }
.resources dd + dd { margin-top: 0.5rem; }
.facts { margin-top: 0.25rem; }
.facts > * { border-radius: 6px; padding: 0 0.4rem; color: var(--soft); }

@container (min-width: 44rem) {
  .components > li { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 5fr); align-items: center; }
  .what { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: 0.45rem 0.7rem; }
  .what:last-child { grid-column: 1; }
  .via, .to { margin: 0; border-left: 0; padding: 0 0 0 3.25rem; position: relative; }
  .via { display: grid; } .via code { margin: 0; }
  .via + .to, .to { grid-column: 3; }
  .via::before { left: 2rem; top: calc(50% - 0.3rem); z-index: 1; }
  .via::after, .to::before { content: ""; position: absolute; left: 0; top: calc(50% - 0.75px); width: 2.75rem; border-top: 1.5px solid var(--flow); }
  .to::before { width: 2.5rem; }
  .to::after { content: ""; position: absolute; left: 2.2rem; top: calc(50% - 0.25rem); width: 0.5rem; height: 0.5rem; border: solid var(--flow); border-width: 1.5px 1.5px 0 0; transform: rotate(45deg); }
  .to li::before { display: none; }
  .resources { grid-template-columns: 1fr 1fr; }
  .connectors { grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); }
}
@media print {
  :root { font-size: 10.5px; --page: #fff; --panel: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --flow: #888; --tint-strength: 10%; --ink-mix: 74%; --warning: #fff; --warning-ink: #8a2c0d; }
  body { padding: 0; }
  .environments { display: block; }
  .environment { margin-bottom: 1.5rem; overflow: visible; break-before: page; }
  .environment:first-child { break-before: auto; }
  .glance .scroll { overflow: visible; } .glance table { min-width: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
