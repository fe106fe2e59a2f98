/** The one style sheet of a site, in the colours of the product, light and dark as the reader's system is. */
export const siteStyle = `:root {
  color-scheme: light dark;
  --bg: light-dark(#faf9f6, #171613);
  --surface: light-dark(#ffffff, #1e1d19);
  --sunken: light-dark(#f3f1ec, #12110f);
  --line: light-dark(#e7e3db, #2f2c26);
  --line-strong: light-dark(#cdc7bb, #4a463d);
  --ink: light-dark(#1d1b17, #ece9e2);
  --ink-2: light-dark(#57524a, #b0aa9e);
  --ink-3: light-dark(#736d63, #928b7f);
  --accent: light-dark(#2f4fbf, #8ea6ff);
  --accent-text: light-dark(#2a46ab, #a9bbff);
  --neutral-soft: light-dark(#efece6, #2a2823);
}
* { box-sizing: border-box; }
html { background: var(--bg); color: var(--ink); font: 15px/24px Inter, system-ui, sans-serif; text-size-adjust: 100%; }
body { margin: 0; }
main { max-width: 760px; margin: 0 auto; padding: 40px 24px 64px; }
a { color: var(--accent-text); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1 { font: 600 28px/36px Inter, system-ui, sans-serif; margin: 8px 0; overflow-wrap: anywhere; }
h2 { font: 600 20px/28px Inter, system-ui, sans-serif; margin: 32px 0 8px; }
h3 { font: 600 16px/24px Inter, system-ui, sans-serif; margin: 24px 0 8px; }
h4, h5, h6 { font: 600 15px/24px Inter, system-ui, sans-serif; margin: 16px 0 4px; }
.kicker, .note, footer { color: var(--ink-2); font-size: 13px; line-height: 20px; }
.sentence { font: italic 16px/26px "Source Serif 4", Georgia, serif; color: var(--ink-2); }
.chip { background: var(--neutral-soft); border-radius: 4px; padding: 1px 6px; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.record { font: 17px/28px "Source Serif 4", Georgia, serif; overflow-wrap: break-word; }
.record img { max-width: 100%; border: 1px solid var(--line); border-radius: 6px; }
.record blockquote { margin: 16px 0; padding-left: 16px; border-left: 2px solid var(--line-strong); color: var(--ink-2); }
code, pre { font-family: "JetBrains Mono", ui-monospace, monospace; font-size: 0.9em; }
pre { background: var(--sunken); border-radius: 8px; padding: 12px 16px; overflow-x: auto; line-height: 22px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font: 14px/20px Inter, system-ui, sans-serif; background: var(--surface); }
th, td { text-align: left; vertical-align: top; padding: 8px 12px; border-bottom: 1px solid var(--line); }
th { color: var(--ink-2); font-weight: 500; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 16px 0 32px; font-size: 13px; line-height: 20px; }
dt { color: var(--ink-3); }
dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); }
@media (max-width: 480px) { main { padding: 24px 16px 48px; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; } }
@media print { html { background: none; } .scroll { overflow: visible; } }
`;
